import { awardStage, isOurs, totalOf, type ProgrammeKind, type Round } from '../domain/award.ts';
import { daysBetween, type Day } from '../domain/day.ts';
import { MASKED, type Mask } from '../domain/mask.ts';
import { fold } from '../domain/name.ts';
import type { RegisterRow } from '../report/register.ts';
import { unitsIn } from './benefit-cases.ts';
import type { AwardView } from './port/awards.ts';
import type { AdvanceView, Reader } from './port/ports.ts';
import { memberBy } from './registers.ts';
import { roundOf } from './round-add.ts';
import { fundBy } from './session.ts';

/** How far an award has come, as the register tells it. */
export const AWARD_STATES = [
  'proposed',
  'approved',
  'rejected',
  'cancelled',
  'handed',
  'paid',
  'signed',
] as const;

/** Which awards of a kind are listed; what is left out sets no bound. */
export interface RegisterFilter {
  readonly round: string | undefined;
  /** A unit, with every unit under it. */
  readonly unit: string | undefined;
  readonly state: (typeof AWARD_STATES)[number] | undefined;
  readonly category: string | undefined;
  /** A fund's code, or somebody outside who gives directly. */
  readonly payer: string | undefined;
  /** Days of the decision. */
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  readonly member: string | undefined;
  readonly overdue: boolean;
}

/** The awards of a kind that pass the filter, in the order of their codes; the book is asked a few times, not per award. */
export async function registerOf(
  reader: Reader,
  kind: ProgrammeKind,
  filter: RegisterFilter,
  { today, mask }: { readonly today: Day; readonly mask: Mask },
): Promise<readonly RegisterRow[]> {
  const rounds =
    filter.round === undefined ? await reader.rounds(kind) : [await roundOf(reader, kind, filter.round)];
  const byId = new Map(rounds.map((round) => [round.id, round]));
  const [only] = rounds;
  const read = await reader.awards(rounds.length === 1 && only !== undefined ? { round: only.id } : {});
  const passes = await testOf(reader, filter, read);
  const funds = await reader.funds();
  const own = new Set(funds.filter((fund) => fund.kind === 'own').map((fund) => fund.id));
  const due = new Map((await reader.advances(today)).map((advance) => [advance.id, advance]));
  const listed = read
    .filter((award) => byId.has(award.round) && passes(award))
    .map((award) => ({ id: award.id, row: rowOf(award, byId.get(award.round), own, today, due) }))
    .filter(({ row }) => !filter.overdue || row.overdue)
    .toSorted((a, b) => (a.row.code < b.row.code ? -1 : 1));
  // Reasons are read only where they are wanted.
  if (mask === MASKED) return listed.map(({ row }) => row);
  const ids = listed.map(({ id }) => id);
  const reasons = await (await reader.benefits()).reasons(ids);
  return listed.map(({ id, row }) => {
    const kept = reasons.get(id);
    const reason = kept === undefined ? undefined : mask.reason(kept, row.code);
    return reason === undefined ? row : { ...row, reason };
  });
}

async function testOf(
  reader: Reader,
  { unit, state, category, payer, from, to, member }: RegisterFilter,
  awards: readonly AwardView[],
): Promise<(award: AwardView) => boolean> {
  const under = unit === undefined ? undefined : await unitsIn(reader, unit);
  const outside =
    payer !== undefined && awards.some(({ parts }) => parts.some((part) => isOutside(part, payer)));
  const fund = payer === undefined || outside ? undefined : await fundBy(reader, payer);
  const person = member === undefined ? undefined : await memberBy(reader, member);
  // Records that were merged are one person.
  const whole =
    person === undefined
      ? undefined
      : await (
          await reader.benefits()
        ).persons([person.id, ...awards.map(({ beneficiary }) => beneficiary.id)]);
  const bounded = from !== undefined || to !== undefined;
  return (award) =>
    (under === undefined || under.has(award.unit.id)) &&
    (state === undefined || awardStage(award) === state) &&
    (category === undefined || fold(award.category) === fold(category)) &&
    (payer === undefined ||
      award.parts.some((part) => (fund === undefined ? isOutside(part, payer) : part.payer === fund.id))) &&
    (!bounded ||
      (award.decidedOn !== undefined &&
        (from === undefined || from <= award.decidedOn) &&
        (to === undefined || award.decidedOn <= to))) &&
    (person === undefined || whole?.get(award.beneficiary.id)?.id === whole?.get(person.id)?.id);
}

function isOutside(part: { readonly outside?: string | undefined }, name: string): boolean {
  return part.outside !== undefined && fold(part.outside) === fold(name);
}

function rowOf(
  award: AwardView,
  round: Round | undefined,
  own: ReadonlySet<number>,
  today: Day,
  advances: ReadonlyMap<number, AdvanceView>,
): RegisterRow {
  const { state, decidedOn, parts } = award;
  const open =
    state === 'approved' &&
    decidedOn !== undefined &&
    parts.some((part) => isOurs(part) && part.paid === undefined);
  return {
    code: award.code,
    round: round?.code ?? '',
    member: award.beneficiary.code,
    name: award.beneficiaryName,
    unit: award.unit.code,
    category: award.category,
    decision: award.decisionNo,
    decided: decidedOn,
    state: awardStage(award),
    age: open && decidedOn <= today ? daysBetween(decidedOn, today) : undefined,
    overdue: isOverdue(award, round, today, advances),
    own: totalOf(parts.filter(({ payer }) => payer !== undefined && own.has(payer))),
    total: totalOf(parts),
  };
}

/**
 * Approved, and past a last day: an instalment's own, the round's for payment or for signatures, or the one by which
 * the distributor settles.
 */
function isOverdue(
  award: AwardView,
  round: Round | undefined,
  today: Day,
  advances: ReadonlyMap<number, AdvanceView>,
): boolean {
  if (award.state !== 'approved') return false;
  const past = (day: Day | undefined) => day !== undefined && day < today;
  return award.parts.filter(isOurs).some((part) => {
    if (part.signedOn !== undefined) return false;
    if (part.paid !== undefined) return past(round?.signBy);
    if (part.handed !== undefined) return past(advances.get(part.handed.advance)?.due) || past(round?.signBy);
    return past(part.due) || (part.due === undefined && past(round?.payBy));
  });
}
