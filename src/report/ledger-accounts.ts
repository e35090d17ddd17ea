import { maskedText } from '../domain/mask.ts';
import type { Account } from '../domain/account.ts';
import type { FundTurnover } from '../domain/balance.ts';
import type { Day } from '../domain/day.ts';
import { add, negate, subtract, sum, ZERO, type Dong } from '../domain/dong.ts';
import type { Fund } from '../domain/fund.ts';
import { inOrder } from '../domain/order.ts';
import type { LedgerFilter, LedgerLine } from './ledger.ts';
import type { Row, Table } from './table.ts';

/** A balance by the side it stands on; the other side is 0. In đồng. */
export interface Sided {
  readonly debit: Dong;
  readonly credit: Dong;
}

function sided(net: Dong): Sided {
  return net >= 0 ? { debit: net, credit: ZERO } : { debit: ZERO, credit: negate(net) };
}

export interface AccountReport {
  readonly account: string;
  readonly from: Day;
  readonly to: Day;
  readonly opening: Sided;
  readonly debit: Dong;
  readonly credit: Dong;
  readonly closing: Sided;
  readonly filter?: LedgerFilter;
  readonly shown?: Sided;
  readonly lines: readonly {
    readonly day: Day;
    readonly voucher: string;
    readonly entry: number;
    readonly account: string;
    readonly fund: string;
    readonly party: string;
    readonly content: string;
    readonly debit: Dong;
    readonly credit: Dong;
    /** Debits less credits up to here; none where lines are left out. */
    readonly balance?: Dong;
  }[];
}

/** The accounts whose number begins so: `5` has 5118 and 5111. */
export function accountsUnder(accounts: readonly Account[], number: string): Account[] {
  return accounts.filter((account) => account.number.startsWith(number));
}

/** Debits and credits of some accounts, out of sums by fund and role. */
export function accountSums(
  accounts: readonly Account[],
  funds: readonly Fund[],
  turnovers: readonly FundTurnover[],
): Sided {
  const held = new Map(funds.map((fund) => [fund.id, fund.kind === 'held']));
  const keys = new Set(accounts.map((account) => `${account.role} ${account.held}`));
  const of = turnovers.filter((row) => keys.has(`${row.role} ${held.get(row.fund)}`));
  return { debit: sum(of.map(({ debit }) => debit)), credit: sum(of.map(({ credit }) => credit)) };
}

export function accountReport(
  range: { account: string; from: Day; to: Day },
  before: Sided,
  within: Sided,
  rows: readonly (LedgerLine & { readonly account: number })[],
  names: { readonly funds: readonly Fund[]; readonly accounts: readonly Account[] },
  filter?: LedgerFilter,
): AccountReport {
  const opening = subtract(before.debit, before.credit);
  const funds = new Map(names.funds.map(({ id, code }) => [id, code]));
  const numbers = new Map(names.accounts.map(({ id, number }) => [id, number]));
  let balance = opening;
  const lines = rows.map(({ day, voucher, entry, account, fund, party, content, debit, credit }) => {
    balance = subtract(add(balance, debit), credit);
    return {
      day,
      voucher,
      entry,
      account: numbers.get(account) ?? '',
      fund: funds.get(fund) ?? '',
      party: maskedText(party),
      content: maskedText(content),
      debit,
      credit,
      ...(filter === undefined ? { balance } : {}),
    };
  });
  const { debit, credit } = within;
  const shown = {
    debit: sum(lines.map((line) => line.debit)),
    credit: sum(lines.map((line) => line.credit)),
  };
  return {
    ...range,
    opening: sided(opening),
    debit,
    credit,
    closing: sided(subtract(add(opening, debit), credit)),
    ...(filter === undefined ? {} : { filter, shown }),
    lines,
  };
}

const some = (amount: Dong): Dong | undefined => (amount === 0 ? undefined : amount);

/** A balance in the column of its side, one that is nothing on the debit's; and in one column for a narrow screen. */
function balanceCells({ debit, credit }: Sided) {
  return {
    debitBalance: credit === 0 ? debit : undefined,
    creditBalance: some(credit),
    netBalance: subtract(debit, credit),
  };
}

/** Debit and credit in their columns, and in one for a narrow screen. */
function turnoverCells({ debit, credit }: Sided) {
  return { debit: some(debit), credit: some(credit), netTurnover: subtract(debit, credit) };
}

export function accountTable(report: AccountReport): Table {
  const { account, from, to, filter, shown } = report;
  const rows = report.lines.map(({ debit, credit, balance, ...cells }): Row => ({
    kind: 'line',
    cells: {
      ...cells,
      ...turnoverCells({ debit, credit }),
      ...(balance === undefined ? {} : balanceCells(sided(balance))),
    },
  }));
  return {
    name: 'accountLedger',
    facts: { subject: account, from, to, ...filter },
    columns: [
      { key: 'day', type: 'day' },
      { key: 'voucher', type: 'code' },
      { key: 'account', type: 'code', room: 'wide' },
      { key: 'fund', type: 'code', room: 'wide' },
      { key: 'party', type: 'person', room: 'wide' },
      { key: 'content', type: 'text' },
      { key: 'debit', type: 'dong', room: 'wide' },
      { key: 'credit', type: 'dong', room: 'wide' },
      { key: 'netTurnover', type: 'dong', room: 'screen' },
      ...(filter === undefined
        ? ([
            { key: 'debitBalance', type: 'dong', room: 'wide' },
            { key: 'creditBalance', type: 'dong', room: 'wide' },
            { key: 'netBalance', type: 'dong', room: 'screen' },
          ] as const)
        : []),
    ],
    rows:
      shown === undefined
        ? [
            { kind: 'group', label: 'opening', cells: balanceCells(report.opening) },
            ...rows,
            {
              kind: 'total',
              label: 'turnover',
              cells: {
                debit: report.debit,
                credit: report.credit,
                netTurnover: subtract(report.debit, report.credit),
                ...balanceCells(report.closing),
              },
            },
          ]
        : [
            ...rows,
            {
              kind: 'total',
              label: 'shown',
              cells: { ...shown, netTurnover: subtract(shown.debit, shown.credit) },
            },
          ],
  };
}

/** One account over a period, by sides. In đồng. */
interface TrialLine {
  readonly account: string;
  readonly name: string;
  readonly openingDebit: Dong;
  readonly openingCredit: Dong;
  readonly debit: Dong;
  readonly credit: Dong;
  readonly closingDebit: Dong;
  readonly closingCredit: Dong;
}

const TRIAL = ['openingDebit', 'openingCredit', 'debit', 'credit', 'closingDebit', 'closingCredit'] as const;

export interface TrialReport {
  readonly from: Day;
  readonly to: Day;
  readonly fund?: string;
  readonly accounts: readonly TrialLine[];
  readonly total: { readonly [K in (typeof TRIAL)[number]]: Dong };
}

/** Each number of the chart once, by its number; accounts that never moved are left out. Debits equal credits in all three. */
export function trialReport(
  range: { from: Day; to: Day; fund?: string },
  accounts: readonly Account[],
  funds: readonly Fund[],
  before: readonly FundTurnover[],
  within: readonly FundTurnover[],
): TrialReport {
  const byNumber = [...Map.groupBy(accounts, ({ number }) => number)].sort(([a], [b]) => inOrder(a, b));
  const lines = byNumber.flatMap(([number, of]): TrialLine[] => {
    const [past, now] = [accountSums(of, funds, before), accountSums(of, funds, within)];
    if ([past, now].every(({ debit, credit }) => debit === 0 && credit === 0)) return [];
    const net = subtract(past.debit, past.credit);
    const [opening, closing] = [sided(net), sided(subtract(add(net, now.debit), now.credit))];
    return [
      {
        account: number,
        name: [...new Set(of.map(({ name }) => name))].join(', '),
        openingDebit: opening.debit,
        openingCredit: opening.credit,
        ...now,
        closingDebit: closing.debit,
        closingCredit: closing.credit,
      },
    ];
  });
  const total = Object.fromEntries(TRIAL.map((key) => [key, sum(lines.map((line) => line[key]))]));
  return { ...range, accounts: lines, total: total as TrialReport['total'] };
}

const wide = (key: (typeof TRIAL)[number]) => ({ key, type: 'dong', room: 'wide' }) as const;

/** Opening and closing balances in one column each, for a narrow screen: debits less credits. */
function nets(amounts: TrialReport['total']) {
  return {
    openingNet: subtract(amounts.openingDebit, amounts.openingCredit),
    closingNet: subtract(amounts.closingDebit, amounts.closingCredit),
  };
}

export function trialTable(report: TrialReport): Table {
  const { from, to, fund, total } = report;
  return {
    name: 'trialBalance',
    facts: { from, to, fund },
    columns: [
      { key: 'account', type: 'code', room: 'wide' },
      { key: 'name', type: 'text', room: 'wide' },
      { key: 'accountNamed', type: 'text', room: 'screen' },
      ...(['openingDebit', 'openingCredit'] as const).map(wide),
      { key: 'openingNet', type: 'dong', room: 'screen' },
      { key: 'debit', type: 'dong' },
      { key: 'credit', type: 'dong' },
      ...(['closingDebit', 'closingCredit'] as const).map(wide),
      { key: 'closingNet', type: 'dong', room: 'screen' },
    ],
    rows: [
      ...report.accounts.map(({ account, name, ...amounts }): Row => ({
        kind: 'line',
        cells: {
          account,
          name,
          accountNamed: `${account} ${name}`,
          ...nets(amounts),
          ...Object.fromEntries(Object.entries(amounts).map(([key, amount]) => [key, some(amount)])),
        },
      })),
      { kind: 'total', label: 'total', cells: { ...total, ...nets(total) } },
    ],
  };
}
