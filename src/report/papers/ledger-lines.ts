import type { Day, Month } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';

type None = Readonly<Record<string, never>>;

/** What is printed on account books. */
export interface LedgerLines {
  moneyBook: { cash: boolean };
  fundBook: None;
  journalBook: None;
  trialBook: None;
  /** Whose money a book of money is of; without a fund that of all. */
  bookPurse: { fund: string | undefined; place: string };
  bookFund: { code: string; name: string };
  bookDays: { from: Day; to: Day };
  voucherNumbers: None;
  openingSides: None;
  turnoverSides: None;
  closingSides: None;
  openingBalance: None;
  closingBalance: None;
  periodTurnover: None;
  monthTurnover: { month: Month };
  /** What came and went since 1 January, to the month's end. */
  yearToDate: { month: Month };
  closingWords: { amount: Dong };
  bookPages: None;
  bookOpened: { day: Day };
  /** Beside a line: its voucher is void, and the number written on its paper by hand. */
  voucherNote: { cancelled: boolean; paperNo: string | undefined };
}

export type LedgerColumn =
  | 'voucherDay'
  | 'receiptNo'
  | 'paymentNo'
  | 'voucherNo'
  | 'explained'
  | 'party'
  | 'in'
  | 'out'
  | 'left'
  | 'paidIn'
  | 'takenOut'
  | 'bankLeft'
  | 'account'
  | 'accountName'
  | 'debit'
  | 'credit'
  | 'openingDebit'
  | 'openingCredit'
  | 'closingDebit'
  | 'closingCredit';
