import type { Day } from '../domain/day.ts';
import { shortHead } from '../domain/form.ts';
import type { Provenance } from '../report/papers/paper.ts';
import type { Reader } from './port/ports.ts';

/**
 * Where a paper that speaks for a day comes from: the book as it stands now, and the month of the last day that it covers,
 * else of its own day, where that month is closed.
 */
export async function provenanceOf(
  reader: Reader,
  day: Day,
  said: Pick<Provenance, 'query' | 'version' | 'from' | 'to'>,
): Promise<Provenance> {
  const month = (said.to ?? day).slice(0, 7);
  const last = (await (await reader.periods()).events()).findLast(
    (event) => event.month === month && event.kind !== 'lock',
  );
  return {
    ...said,
    book: reader.uuid,
    name: reader.entity.name,
    head: Buffer.from(await reader.head()).toString('hex'),
    sealed: last?.kind === 'close' ? { month: last.month, head: shortHead(last.head) } : undefined,
  };
}
