import { totalOf, type Part, type ProgrammeKind } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import { sum, type Dong } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import type { Objection } from '../domain/objection.ts';
import { instalmentParts, type HouseInput } from './home-parts.ts';
import type { Waive } from './objections.ts';
import { awardCode, propose, stands } from './proposal.ts';
import { memberBy } from './registers.ts';
import { roundFor } from './round-add.ts';
import { fundBy, mustPay, operate, type Session } from './session.ts';

export interface OpenInput extends HouseInput {
  readonly round: string | undefined;
  readonly member: string;
  readonly on: Day;
  readonly category: string;
  readonly amount: Dong | undefined;
  readonly payer: string | undefined;
  /** What somebody outside adds, counted and never posted. */
  readonly outside: readonly { readonly name: string; readonly amount: Dong }[];
  readonly waive?: Waive | undefined;
}

export interface OpenAnswer {
  readonly kind: ProgrammeKind;
  readonly case: string;
  readonly round: string;
  readonly total: Dong;
  readonly objections: readonly Objection[];
}

/** Proposes one benefit for one person. */
export function openBenefit(session: Session, kind: ProgrammeKind, input: OpenInput): Promise<OpenAnswer> {
  return operate(session, `${kind} open`, async (writer) => {
    if (input.on > session.today) refuse('day.future', { day: input.on, today: session.today });
    const round = await roundFor(session, writer, kind, input.round, input.on);
    const person = await memberBy(writer, input.member);
    const unit = (await writer.units()).find((each) => each.id === person.unit);
    if (unit === undefined) throw new TypeError('a person of no unit');
    const awards = await writer.awards({ round: round.id });
    if (awards.some((award) => award.beneficiary.id === person.id && stands(award))) {
      refuse('award.second', { round: round.code });
    }
    const { instalments = [] } = input;
    const whole = instalments.length > 0 ? sum(instalments.map((each) => each.amount)) : undefined;
    const amount = input.amount ?? whole ?? round.levels.get(input.category);
    if (amount === undefined) refuse('level.missing', { round: round.code, category: input.category });
    const payer = input.payer === undefined ? undefined : await fundBy(writer, input.payer);
    if (payer !== undefined) await mustPay(writer, payer, kind, input.on);
    const parts: Part[] = instalmentParts(amount, payer?.id, instalments);
    for (const { name, amount: given } of input.outside)
      parts.push({ line: parts.length + 1, outside: name, form: 'cash', amount: given });
    const code = awardCode(round, awards.length + 1);
    const { category, area, cost, spouse } = input;
    const draft = { code, round, beneficiary: person, unit, category, area, cost, parts };
    // First of all: a household is told by it.
    if (spouse !== undefined) await writer.setSecret(person, 'spouse', spouse);
    const { objections } = await propose(session, writer, round, [draft], {
      day: input.on,
      waive: input.waive,
    });
    return { kind, case: code, round: round.code, total: totalOf(parts), objections };
  });
}
