import { isPayable, type PartState, type ProgrammeKind } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import { add, ZERO, type Dong } from '../domain/dong.ts';
import { credit, type EntryDraft, type PartRef, type Ref } from '../domain/entry.ts';
import { refuse } from '../domain/failure.ts';
import { paymentKind } from '../domain/voucher.ts';
import { handOver } from './advance.ts';
import { aimOf, chosen, type Which } from './benefit-approve.ts';
import { mustKeepRules } from './objections.ts';
import type { AwardView } from './port/awards.ts';
import { debits, restrictedMoney } from './restricted.ts';
import { mustBeOpen, mustPay, operate, purseBy, type Session } from './session.ts';

export interface PayInput extends Which {
  /** Fund and place: `TET:cash`. */
  readonly from: string;
  readonly on: Day;
  /** Who carries the cash to the recipients, and until when: then it is an advance until they sign. */
  readonly handedTo?: { readonly name: string; readonly due: Day } | undefined;
  readonly documentNo?: string | undefined;
}

export interface PayAnswer {
  readonly round: string;
  readonly voucher: string;
  readonly people: number;
  readonly total: Dong;
  readonly advance: boolean;
}

interface Payable {
  readonly award: AwardView;
  readonly part: PartState;
}

/** Pays what is approved and unpaid of one payer: one voucher for the run, one entry for each part. */
export function payBenefits(session: Session, kind: ProgrammeKind, input: PayInput): Promise<PayAnswer> {
  return operate(session, `${kind} pay`, async (writer) => {
    const { fund, place } = await purseBy(writer, input.from);
    const day = await mustBeOpen(writer, session.today, input.on);
    await mustPay(writer, fund, kind, day);
    const { round, awards } = await chosen(writer, kind, input);
    const payable = awards.flatMap((award) =>
      award.parts.filter((part) => isPayable(part, fund.id)).map((part): Payable => ({ award, part })),
    );
    if (payable.length === 0) refuse('award.none', { round: round.code, kind, verb: 'pay' });
    await mustKeepRules(
      writer,
      payable.map(({ award }) => award),
      { round, day, stage: 'pay' },
    );
    for (const { award } of payable) {
      if (award.decidedOn !== undefined && day < award.decidedOn) {
        refuse('award.day', { award: award.code, day, decided: award.decidedOn });
      }
    }
    const total = payable.reduce<Dong>((sum, { part }) => add(sum, part.amount), ZERO);
    const people = new Set(payable.map(({ award }) => award.beneficiary.id)).size;
    const phrases = session.phrases(writer.entity.language);
    const answer = { round: round.code, people, total };
    if (input.handedTo !== undefined) {
      const { answer: paid, advance } = await handOver(writer, {
        fund,
        place,
        day,
        amount: total,
        on: day,
        holder: input.handedTo.name,
        due: input.handedTo.due,
        content: phrases.handedOut({ round: round.name, people }),
        documentNo: input.documentNo,
      });
      await writer.addHandouts(payable.map(refOf), advance);
      return { ...answer, voucher: paid.voucher, advance: true };
    }
    const content = phrases.benefit({ kind, round: round.name, people });
    const voucher = await writer.addVoucher({
      kind: paymentKind(place.kind),
      day,
      fund,
      place,
      papers: 1,
      wording: { party: '', content },
    });
    const restricted = await restrictedMoney(writer, fund, day);
    const entries = await writer.addEntries(
      payable.map(({ award, part }): EntryDraft => {
        const about = { unit: award.unit, beneficiary: award.beneficiary, part: refOf({ award, part }) };
        const pieces = restricted.draw(part.amount, aimOf(award, kind));
        const postings = [
          ...debits(fund, 'disbursement', pieces, about),
          credit(fund, place.kind, part.amount, { place }),
        ];
        return { kind: 'benefit', bookedOn: day, voucher, postings };
      }),
    );
    await writer.addDisbursements(
      payable.map((each, index) => ({ part: refOf(each), entry: entries[index] ?? 0 })),
    );
    return { ...answer, voucher: voucher.code, advance: false };
  });
}

export function refOf({ award, part }: { award: Ref; part: { readonly line: number } }): PartRef {
  return { award: { id: award.id, code: award.code }, line: part.line };
}
