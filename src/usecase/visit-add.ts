import type { Part, Round } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import { readDigits, type Dong } from '../domain/dong.ts';
import { credit } from '../domain/entry.ts';
import { refuse } from '../domain/failure.ts';
import { tidy } from '../domain/name.ts';
import type { Objection } from '../domain/objection.ts';
import { rulesFor } from '../domain/rule.ts';
import type { VisitKind, VisitRelative } from '../domain/visit.ts';
import { paymentKind } from '../domain/voucher.ts';
import { aimOf } from './benefit-approve.ts';
import { Settings } from './check/settings.ts';
import { postMovement } from './money.ts';
import { mustStand, objectionsTo, stopping, type Judgement, type Waive } from './objections.ts';
import type { AwardDraft } from './port/awards.ts';
import type { Reader } from './port/ports.ts';
import { awardCode, propose } from './proposal.ts';
import { memberBy } from './registers.ts';
import { debits, restrictedMoney } from './restricted.ts';
import { levelOf } from './round-level.ts';
import { bodyOf } from './rules.ts';
import { roundFor } from './round-add.ts';
import {
  mustBeFree,
  mustBeOpen,
  mustBeUnpromised,
  mustPay,
  operate,
  purseBy,
  type Session,
} from './session.ts';

export interface VisitInput {
  readonly member: string;
  readonly kind: VisitKind;
  /** Whom it is about where it is not the member. */
  readonly relative: VisitRelative | undefined;
  readonly on: Day;
  /** Left out, what the standing clause grants. */
  readonly amount: Dong | undefined;
  /** Fund and place: `TCCD:cash`. */
  readonly from: string;
  /** Who visits, and takes the money there. */
  readonly by: string | undefined;
  readonly signedByMember: boolean;
  readonly unpaid: boolean;
  readonly paperNo: string | undefined;
  readonly decision: string | undefined;
  /** Why: kept apart from everything that is printed. */
  readonly reason: string | undefined;
  readonly waive: Waive | undefined;
}

export interface VisitAnswer {
  readonly case: string;
  readonly round: string;
  readonly kind: VisitKind;
  readonly amount: Dong;
  /** The decision, or the clause that stands for one. */
  readonly decision: string;
  /** Empty where it is not paid yet. */
  readonly voucher: string;
  readonly signed: boolean;
  readonly objections: readonly Objection[];
}

/** One visit from beginning to end: proposed, decided by a standing clause or a decision, paid and signed for. */
export function addVisit(session: Session, input: VisitInput): Promise<VisitAnswer> {
  return operate(session, 'visit add', async (writer) => {
    const day = await mustBeOpen(writer, session.today, input.on);
    const { fund, place } = await purseBy(writer, input.from);
    await mustPay(writer, fund, 'visit', day);
    const round = await roundFor(session, writer, 'visit', undefined, day);
    const person = await memberBy(writer, input.member);
    const unit = (await writer.units()).find((each) => each.id === person.unit);
    if (unit === undefined) throw new TypeError('a person of no unit');
    const { amount, decision } = await decided(writer, round, input);
    const code = awardCode(round, (await writer.awards({ round: round.id })).length + 1);
    const phrases = session.phrases(writer.entity.language);
    const visitor =
      input.by === undefined ? undefined : { name: tidy(input.by), relation: phrases.visitor() };
    const aim = aimOf({ code, unit }, 'visit');
    const { available } = await mustBeUnpromised(writer, session.today, fund, amount);
    // Decided only: what is not there is refused now, as a decision refuses it; what is paid now is told by its place.
    if (input.unpaid && amount > available)
      refuse('fund.committed', { fund: fund.code, needed: amount, available });
    await mustBeFree(writer, session.today, fund, amount, aim);
    const part: Part = { line: 1, payer: fund.id, form: 'cash', amount };
    const draft: AwardDraft = {
      code,
      round,
      beneficiary: person,
      unit,
      category: input.kind,
      area: input.relative,
      payee: visitor,
      reason: input.reason === '' ? undefined : input.reason,
      parts: [part],
    };
    // Paid at once: what must be there before the money is asked for now.
    if (!input.unpaid) await mustBePayable(writer, draft, { round, day, stage: 'pay' }, input.waive);
    const { awards, objections } = await propose(session, writer, round, [draft], {
      day,
      waive: input.waive,
    });
    const [award] = awards;
    if (award === undefined) throw new TypeError('a visit that was not proposed');
    const chair = (await writer.officers(day)).find(({ role }) => role === 'chair');
    await writer.addAwardEvents(
      'approve',
      awards,
      await writer.addDecision({
        round,
        number: decision,
        day,
        // Under a standing clause nobody signs for the single visit.
        by: input.decision === undefined ? '' : (chair?.name ?? ''),
      }),
    );
    const answer = { case: code, round: round.code, kind: input.kind, amount, decision, objections };
    if (input.unpaid) return { ...answer, voucher: '', signed: false };
    const restricted = await restrictedMoney(writer, fund, day);
    const about = { unit, beneficiary: person, part: { award, line: 1 } };
    const { voucher, entry } = await postMovement(writer, {
      kind: 'benefit',
      voucher: paymentKind(place.kind),
      fund,
      place,
      day,
      postings: [
        ...debits(fund, 'disbursement', restricted.draw(amount, aim), about),
        credit(fund, place.kind, amount, { place }),
      ],
      input: {
        amount,
        on: day,
        party: visitor?.name ?? '',
        content: phrases.visited({ category: input.kind, case: code }),
        paperNo: input.paperNo,
      },
    });
    const [disbursement] = await writer.addDisbursements([{ part: { award, line: 1 }, entry }]);
    if (disbursement === undefined) throw new TypeError('a payment without its disbursement');
    // Without a visitor nobody can sign for the member: it stays open until somebody does.
    const signed = input.signedByMember || visitor !== undefined;
    if (signed)
      await writer.addAcknowledgements(
        [{ disbursement, day, amount, proxy: input.signedByMember ? undefined : visitor }],
        'listed',
        input.paperNo,
      );
    return { ...answer, voucher, signed };
  });
}

async function mustBePayable(
  reader: Reader,
  draft: AwardDraft,
  judgement: Judgement,
  waive: Waive | undefined,
): Promise<void> {
  const waived = (waive?.rules ?? []).map((rule) => ({ award: draft.code, rule }));
  mustStand(stopping(await objectionsTo(reader, [draft], judgement), waived));
}

/** By what a visit is decided, and how much it brings: a decision of its own, or the clause within its level. */
async function decided(
  reader: Reader,
  round: Round,
  input: VisitInput,
): Promise<{ amount: Dong; decision: string }> {
  const settings = new Settings(await (await reader.check()).settings());
  const standing = round.standing ?? settings.text('visit.standing');
  const level = await standingLevel(reader, round, input);
  const amount = input.amount ?? level;
  if (amount === undefined) return refuse('level.missing', { round: round.code, category: input.kind });
  const decision = input.decision ?? standing;
  const within = level !== undefined && amount <= level;
  if (decision === '' || (input.decision === undefined && !within))
    refuse('visit.undecided', { round: round.code, category: input.kind, amount, level, standing });
  return { amount, decision };
}

/** What the standing clause grants a visit of this occasion, in đồng: the round's level, else the rules' level or cap. */
async function standingLevel(
  reader: Reader,
  round: Round,
  { kind, relative, on: day }: VisitInput,
): Promise<Dong | undefined> {
  const level = levelOf(round, kind);
  if (level !== undefined) return level;
  const of = {
    kind: 'visit',
    category: kind,
    area: relative ?? '',
    body: await bodyOf(reader),
    day,
  } as const;
  const rules = rulesFor(await (await reader.benefits()).rules(), of);
  const rule = rules.find(({ what }) => what === 'level') ?? rules.find(({ what }) => what === 'cap');
  return rule === undefined ? undefined : readDigits(rule.value);
}
