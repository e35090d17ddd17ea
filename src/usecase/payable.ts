import {
  isPayable,
  isWaiting,
  type PartState,
  type PayFacts,
  type ProgrammeKind,
  type Round,
} from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import { refuse } from '../domain/failure.ts';
import type { Fund } from '../domain/fund.ts';
import type { AwardView } from './port/awards.ts';
import type { Reader, Writer } from './port/ports.ts';

/** One part of one award, as it is paid. */
export interface Payable {
  readonly award: AwardView;
  readonly part: PartState;
}

/**
 * The parts that a fund pays on a day, and how many still wait for their day or paper. Where nothing is to be paid, the
 * refusal says what the first of them waits for.
 */
export async function payableParts(
  writer: Writer,
  kind: ProgrammeKind,
  { round, awards }: { round: Round; awards: readonly AwardView[] },
  { fund, day, form }: { fund: Fund; day: Day; form: PartState['form'] },
): Promise<{ payable: readonly Payable[]; waiting: number }> {
  const parts = awards.flatMap((award) =>
    award.parts.filter((part) => part.form === form).map((part): Payable => ({ award, part })),
  );
  const facts = { fund: fund.id, day, has: await papersOn(writer, round, parts, day) };
  const payable = parts.filter(({ part }) => isPayable(part, facts));
  const waiting = parts.filter(({ part }) => isWaiting(part, facts));
  const [first] = waiting;
  if (payable.length === 0 && first !== undefined) {
    const { due, needs } = first.part;
    const early = due !== undefined && due > day;
    refuse('part.waiting', {
      award: first.award.code,
      day,
      ...(early ? { due } : { needs }),
      more: waiting.length - 1,
    });
  }
  if (payable.length === 0) refuse('award.none', { round: round.code, kind, verb: 'pay' });
  for (const { award } of payable) {
    if (award.decidedOn !== undefined && day < award.decidedOn)
      refuse('award.day', { award: award.code, day, decided: award.decidedOn });
  }
  return { payable, waiting: waiting.length };
}

/** Which papers of a round's awards are there on a day; asked only where a part waits for one. */
async function papersOn(
  reader: Reader,
  round: Round,
  parts: readonly Payable[],
  day: Day,
): Promise<PayFacts['has']> {
  if (parts.every(({ part }) => part.needs === undefined)) return () => false;
  const papers = await (await reader.benefits()).papers({ round: round.id });
  const there = new Set(
    papers
      .filter((paper) => paper.due === undefined && paper.day <= day)
      .map(({ award, kind }) => `${award} ${kind}`),
  );
  return (award, paper) => there.has(`${award} ${paper}`);
}
