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
import { unitsUnder } from './benefit-cases.ts';
import type { AwardView } from './port/awards.ts';
import type { Reader, Writer } from './port/ports.ts';
import { roundOf } from './round-add.ts';

/** Which awards of one round a payment or return means: all, those of a unit and the units under it, or some by code. */
export interface Chosen {
  readonly round: string | undefined;
  readonly cases: readonly string[];
  readonly unit?: string | undefined;
}

/** One part of one award, as it is paid. */
export interface Payable {
  readonly award: AwardView;
  readonly part: PartState;
}

/** The round and the awards that are meant; cases name their round, and all are of one. */
export async function chosenAwards(
  writer: Writer,
  kind: ProgrammeKind,
  { round: code, cases, unit }: Chosen,
): Promise<{ round: Round; awards: readonly AwardView[] }> {
  const named = code ?? cases[0]?.split('/')[0];
  if (named === undefined) return refuse('usage.missing', { option: kind === 'gift' ? '--round' : '--case' });
  const round = await roundOf(writer, kind, named);
  const units = await unitsUnder(writer, unit);
  if (cases.length === 0) return { round, awards: await writer.awards({ round: round.id, units }) };
  const codes = [...new Set(cases)];
  const byCode = new Map(
    (await writer.awards({ round: round.id, codes })).map((award) => [award.code, award]),
  );
  const awards = codes.map((each) => byCode.get(each) ?? refuse('missing', { noun: 'award', code: each }));
  const under = units === undefined ? undefined : new Set(units);
  return { round, awards: awards.filter((award) => under?.has(award.unit.id) ?? true) };
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
