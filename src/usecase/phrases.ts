import type { ProgrammeKind } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';

/** The sentences that are written into the book, in its own language. */
export interface Phrases {
  opening(): string;
  /** `file` is empty where the list came through standard input. */
  listReceipt(facts: { file: string; rows: number }): string;
  gift(): string;
  allocated(): string;
  advanced(): string;
  moved(facts: { from: string; to: string }): string;
  transferred(facts: { from: string; to: string }): string;
  remitted(facts: { fund: string; to: string }): string;
  benefit(facts: { kind: ProgrammeKind; round: string; people: number }): string;
  /** What one visit is for, by its occasion and its case's code: no name, no reason. */
  visited(facts: { category: string; case: string }): string;
  /** What a visitor is to the person for whom they sign. */
  visitor(): string;
  handedOut(facts: { round: string; people: number }): string;
  signedFor(facts: { round: string; people: number }): string;
  returned(facts: { voucher: string; minutes?: string | undefined }): string;
  spent(facts: { voucher: string }): string;
  lent(facts: { from: string; to: string }): string;
  repaid(facts: { voucher: string }): string;
  supported(facts: { unit: string }): string;
  /** `list`: what is taken back is an imported list. */
  undone(facts: { entries: number; list: boolean; of?: Day | undefined; reason: string }): string;
  /** `of` is the entry's own day where its reversal is booked on another. */
  reversed(facts: { entry: number; voucher: string; of?: Day | undefined; reason: string }): string;
  givenBack(facts: { voucher: string; reason: string }): string;
  refunded(facts: { voucher: string; reason: string }): string;
  openedAdvance(): string;
  openedLoan(facts: { from: string; to: string }): string;
  yearRound(facts: { kind: ProgrammeKind; year: number }): string;
  /** `name` is the lunar year's. */
  tetRound(facts: { year: number; name: string }): string;
  goodsBought(facts: Goods): string;
  goodsReceived(facts: Goods): string;
  goodsGiven(facts: Goods & { to: string }): string;
  goodsReversed(facts: { voucher: string; reason: string }): string;
  surplus(facts: { place: string; day: string }): string;
  shortage(facts: { place: string; day: string }): string;
  countAgain(facts: { place: string; day: string }): string;
  handover(facts: { role: string }): string;
  /** A fund's money that goes to, or comes from, another union when a book ends. */
  handedOver(facts: { fund: string; to: string; document: string }): string;
  tookOver(facts: { fund: string; from: string; document: string }): string;
  bankFee(): string;
  bankInterest(): string;
  /** Money that was given back to whoever sent it. */
  paidBack(): string;
  identified(facts: { entry: number }): string;
  /** The voucher of several lines of a statement. */
  bankLines(facts: {
    as: 'contribution' | 'fee' | 'interest' | 'refund' | 'unidentified';
    lines: number;
  }): string;
}

/** Goods in words: how many of what. */
interface Goods {
  readonly quantity: number;
  readonly measure: string;
  readonly item: string;
}
