import {
  isPayable,
  isWaiting,
  type PartState,
  type PayFacts,
  type ProgrammeKind,
  type Round,
} from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import type { Ref } from '../domain/entry.ts';
import { refuse } from '../domain/failure.ts';
import type { Fund } from '../domain/fund.ts';
import { chosen } from './benefit-approve.ts';
import type { AwardView } from './port/awards.ts';
import type { Reader, Writer } from './port/ports.ts';
import { unitBy } from './session.ts';

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
  { round: code, cases, unit: unitCode }: Chosen,
): Promise<{ round: Round; awards: readonly AwardView[] }> {
  const named = code ?? cases[0]?.split('/')[0];
  const { round, awards: all } = await chosen(writer, kind, { round: named, case: undefined });
  const byCode = new Map(all.map((award) => [award.code, award]));
  const some = [...new Set(cases)].map(
    (each) => byCode.get(each) ?? refuse('missing', { noun: 'award', code: each }),
  );
  const awards = cases.length === 0 ? all : some;
  if (unitCode === undefined) return { round, awards };
  const units = await unitsUnder(writer, await unitBy(writer, unitCode));
  return { round, awards: awards.filter((award) => units.has(award.unit.id)) };
}

async function unitsUnder(reader: Reader, unit: Ref): Promise<ReadonlySet<number>> {
  const units = await reader.units();
  const under = new Set([unit.id]);
  for (let size = 0; size < under.size;) {
    size = under.size;
    for (const { id, parent } of units) if (parent !== undefined && under.has(parent)) under.add(id);
  }
  return under;
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
