import type { Part, ProgrammeKind } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import { add, ZERO, type Dong } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import { Payers } from '../domain/payer.ts';
import type { Objection } from '../domain/objection.ts';
import type { Waive } from './objections.ts';
import { awardCode, propose, stands } from './proposal.ts';
import { memberBy } from './registers.ts';
import { roundFor } from './round-add.ts';
import { fundBy, mustPay, operate, type Session } from './session.ts';

export interface OpenInput {
  readonly round: string | undefined;
  readonly member: string;
  readonly on: Day;
  readonly category: string;
  readonly amount: Dong | undefined;
  readonly payer: string | undefined;
  /** What somebody outside adds, counted and never posted. */
  readonly outside: { readonly name: string; readonly amount: Dong } | undefined;
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
    const before = new Payers();
    for (const award of awards.filter(stands)) before.add(award.beneficiary.id, award.parts);
    if (round.twice === 'refuse' && before.has(person.id))
      refuse('award.second', { round: round.code, twice: round.twice });
    const amount = input.amount ?? round.levels.get(input.category);
    if (amount === undefined) refuse('level.missing', { round: round.code, category: input.category });
    const payer = input.payer === undefined ? undefined : await fundBy(writer, input.payer);
    if (payer !== undefined) await mustPay(writer, payer, kind, input.on);
    const parts: Part[] = [{ line: 1, payer: payer?.id, form: 'cash', amount }];
    if (input.outside !== undefined) {
      parts.push({ line: 2, outside: input.outside.name, form: 'cash', amount: input.outside.amount });
    }
    if (before.has(person.id) && !before.areOthers(person.id, parts))
      refuse('award.second', { round: round.code, twice: round.twice });
    const code = awardCode(round, awards.length + 1);
    const draft = { code, round, beneficiary: person, unit, category: input.category, parts };
    const { objections } = await propose(session, writer, round, [draft], {
      day: input.on,
      waive: input.waive,
    });
    const total = add(amount, input.outside?.amount ?? ZERO);
    return { kind, case: code, round: round.code, total, objections };
  });
}
