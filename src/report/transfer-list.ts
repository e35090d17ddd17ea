import agribank from '../../data/banks/agribank.json' with { type: 'json' };
import bidv from '../../data/banks/bidv.json' with { type: 'json' };
import general from '../../data/banks/general.json' with { type: 'json' };
import vietcombank from '../../data/banks/vietcombank.json' with { type: 'json' };
import vietinbank from '../../data/banks/vietinbank.json' with { type: 'json' };
import type { Dong } from '../domain/dong.ts';
import { fold } from '../domain/name.ts';

/** Banks whose list of transfers is known by its columns; `general` for any other. */
export const TRANSFER_LAYOUTS = ['vietcombank', 'agribank', 'vietinbank', 'bidv', 'general'] as const;
export type TransferLayoutName = (typeof TRANSFER_LAYOUTS)[number];

interface TransferLayout {
  /** Whether the columns were compared with the bank's own form. */
  readonly verified: boolean;
  /** The most letters of a memo. */
  readonly memo: number;
  readonly columns: readonly { readonly heading: string; readonly value: string }[];
}

const LAYOUTS: { readonly [L in TransferLayoutName]: TransferLayout } = {
  vietcombank: vietcombank.transfer,
  agribank: agribank.transfer,
  vietinbank: vietinbank.transfer,
  bidv: bidv.transfer,
  general: general.transfer,
};

/** One transfer of the list, in đồng. */
export interface TransferRow {
  readonly award: string;
  readonly name: string;
  readonly account: string;
  readonly bank: string;
  readonly amount: Dong;
}

/** A list of transfers as a bank takes it: a heading and its rows, text or whole đồng; no total. */
export interface TransferSheet {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Lays rows out as a bank takes them: names without marks in capitals, memos no longer than it allows. */
export function layOut(
  layoutName: TransferLayoutName,
  round: string,
  rows: readonly TransferRow[],
): { readonly sheet: TransferSheet; readonly verified: boolean } {
  const layout = LAYOUTS[layoutName];
  const cells = (row: TransferRow, at: number): Readonly<Record<string, string | number>> => ({
    number: at + 1,
    name: fold(row.name).toUpperCase(),
    account: row.account,
    bank: row.bank,
    amount: row.amount,
    currency: 'VND',
    memo: memoOf(round, row.award, layout.memo),
  });
  const sheet = {
    headings: layout.columns.map(({ heading }) => heading),
    rows: rows.map((row, at) => {
      const values = cells(row, at);
      return layout.columns.map(({ value }) => values[value] ?? '');
    }),
  };
  return { sheet, verified: layout.verified };
}

/** The round's code and the award's, by which a transfer that failed is known again; the award's alone where both are too long. */
function memoOf(round: string, award: string, most: number): string {
  const both = `${round} ${award}`;
  return both.length <= most ? both : award;
}
