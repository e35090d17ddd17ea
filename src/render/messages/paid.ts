/** What is said of payments, goods given and money that came back. */
export interface PayMessages {
  /** Own funds' money, and that of every source (đồng). */
  apart(a: { own: number; total: number }): string;
  vouchers(codes: readonly string[]): string;
  waiting(parts: number): string;
  gave(a: {
    voucher: string;
    round: string;
    people: number;
    total: number;
    goods: { item: string; measure: string; quantity: number; cost: number; left: number };
  }): string;
  serials(a: { award: string; serials: string }): string;
  /** How many awards' serials are not shown. */
  serialsMore(awards: number): string;
  transfers(a: { path: string; layout: string; verified: boolean; rows: number }): string;
  cameBack(a: { cases: number; vouchers: readonly string[]; total: number }): string;
  transferred(a: { round: string; signed: number; total: number; unsigned: number }): string;
}
