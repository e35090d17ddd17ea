import { totalOf, type Part, type ProgrammeKind } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import type { Dong } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import type { Objection } from '../domain/objection.ts';
import { goodsIn, type GoodsWords } from './award-goods.ts';
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
  /** What the payer gives in goods beside or in place of money; `value` in đồng where the item has no face value. */
  readonly goods?: GoodsWords | undefined;
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
    const amount = input.amount ?? round.levels.get(input.category);
    if (amount === undefined && input.goods === undefined)
      refuse('level.missing', { round: round.code, category: input.category });
    const payer = input.payer === undefined ? undefined : await fundBy(writer, input.payer);
    if (payer !== undefined) await mustPay(writer, payer, kind, input.on);
    const parts: Part[] = [];
    const put = (part: Omit<Part, 'line'>) => parts.push({ line: parts.length + 1, ...part });
    if (amount !== undefined) put({ payer: payer?.id, form: 'cash', amount });
    if (input.goods !== undefined) {
      if (payer === undefined) return refuse('usage.missing', { option: '--payer' });
      put({ payer: payer.id, ...(await goodsIn(writer, input.goods)) });
    }
    if (input.outside !== undefined)
      put({ outside: input.outside.name, form: 'cash', amount: input.outside.amount });
    const code = awardCode(round, awards.length + 1);
    const draft = { code, round, beneficiary: person, unit, category: input.category, parts };
    const { objections } = await propose(session, writer, round, [draft], {
      day: input.on,
      waive: input.waive,
    });
    return { kind, case: code, round: round.code, total: totalOf(parts), objections };
  });
}
