import type { Day } from '../domain/day.ts';
import type { Dong } from '../domain/dong.ts';
import { credit, debit } from '../domain/entry.ts';
import { refuse } from '../domain/failure.ts';
import type { Fund } from '../domain/fund.ts';
import { postMovement, type MoneyAnswer, type MoneyInput } from './money.ts';
import type { LoanView } from './port/funds.ts';
import type { Reader } from './port/ports.ts';
import { fundBy, mustBeFree, mustBeOpen, operate, placeBy, type Session } from './session.ts';

export interface LoanInput extends Omit<MoneyInput, 'fund' | 'party' | 'documentNo'> {
  readonly from: string;
  readonly to: string;
  readonly due: Day;
  readonly documentNo: string;
}

/** Lends one own fund's money to another in one place, to come back by a day. Neither income nor spending. */
export function giveLoan(session: Session, input: LoanInput): Promise<MoneyAnswer> {
  return operate(session, 'loan give', async (writer) => {
    const [from, to] = [await fundBy(writer, input.from), await fundBy(writer, input.to)];
    const place = await placeBy(writer, input.place);
    if (from.id === to.id) refuse('fund.same', { fund: from.code });
    for (const { kind, code } of [from, to]) if (kind === 'held') refuse('fund.held', { fund: code });
    if (input.due < input.on)
      refuse('usage.value', { option: '--due', given: input.due, expected: `${input.on} …` });
    await mustBeFree(writer, session.today, from, input.amount);
    const day = await mustBeOpen(writer, session.today, input.on);
    const postings = [
      debit(from, 'lent', input.amount),
      credit(from, place.kind, input.amount, { place }),
      debit(to, place.kind, input.amount, { place }),
      credit(to, 'borrowed', input.amount),
    ];
    const phrases = session.phrases(writer.entity.language);
    const content = input.content || phrases.lent({ from: from.name, to: to.name });
    return postMovement(writer, {
      kind: 'loan',
      voucher: 'PKT',
      fund: from,
      place,
      day,
      due: input.due,
      postings,
      input: { ...input, party: '', content },
    });
  });
}

export interface RepayInput {
  /** The voucher that gave the loan. */
  readonly loan: string;
  readonly amount: Dong;
  readonly on: Day;
  /** Where the money is; left out, where it was lent. */
  readonly place: string | undefined;
  readonly content: string;
}

/** Gives a loan back in whole or part; never more than is open. */
export function repayLoan(session: Session, input: RepayInput): Promise<MoneyAnswer & { open: Dong }> {
  return operate(session, 'loan repay', async (writer) => {
    const loan = await loanBy(writer, session.today, input.loan);
    if (input.amount > loan.open)
      refuse('loan.repaid', { loan: loan.voucher, open: loan.open, given: input.amount });
    if (input.on < loan.day)
      refuse('usage.value', { option: '--on', given: input.on, expected: `${loan.day} …` });
    const [lender, borrower] = [await fundById(writer, loan.from), await fundById(writer, loan.to)];
    const places = await writer.places();
    const place =
      input.place === undefined
        ? places.find((each) => each.id === loan.place)
        : await placeBy(writer, input.place);
    if (place === undefined) return refuse('usage.missing', { option: '--place' });
    await mustBeFree(writer, session.today, borrower, input.amount);
    const day = await mustBeOpen(writer, session.today, input.on);
    const postings = [
      debit(borrower, 'borrowed', input.amount),
      credit(borrower, place.kind, input.amount, { place }),
      debit(lender, place.kind, input.amount, { place }),
      credit(lender, 'lent', input.amount),
    ];
    const content =
      input.content || session.phrases(writer.entity.language).repaid({ voucher: loan.voucher });
    const answer = await postMovement(writer, {
      kind: 'repayment',
      voucher: 'PKT',
      fund: borrower,
      place,
      day,
      clears: loan.entry,
      postings,
      input: { ...input, party: '', content },
    });
    const left = await loanBy(writer, session.today, input.loan);
    return { ...answer, open: left.open };
  });
}

async function loanBy(reader: Reader, today: Day, voucher: string): Promise<LoanView> {
  const loans = await (await reader.treasury()).loans(today);
  const known = loans.filter((loan) => loan.open > 0).map((loan) => loan.voucher);
  return (
    loans.find((each) => each.voucher === voucher) ??
    refuse('missing', { noun: 'loan', code: voucher, known })
  );
}

async function fundById(reader: Reader, id: number): Promise<Fund> {
  const fund = (await reader.funds()).find((each) => each.id === id);
  if (fund === undefined) throw new TypeError('no such fund');
  return fund;
}
