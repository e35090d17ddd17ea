import { IN_ROLES, OUT_ROLES } from '../domain/account.ts';
import { fundMoney, roleSums, type FundTurnover } from '../domain/balance.ts';
import type { Day } from '../domain/day.ts';
import { add, subtract, sum, ZERO, type Dong } from '../domain/dong.ts';
import type { Fund } from '../domain/fund.ts';
import { reasons } from '../domain/reconcile.ts';
import type { Table } from './table.ts';

interface FundBalance {
  readonly code: string;
  readonly kind: 'own' | 'held';
  /** On 1 January of the year, or at the book's start. */
  readonly opening: Dong;
  readonly in: Dong;
  readonly out: Dong;
  readonly closing: Dong;
  /** Decided and not yet paid. */
  readonly committed: Dong;
  /** Money less committed, less what givers set apart and nothing committed covers. */
  readonly available: Dong;
  /** What is owed to its owner: the closing of a held fund, 0 of an own one. */
  readonly held: Dong;
}

export interface BalanceReport {
  readonly asOf: Day;
  readonly funds: readonly FundBalance[];
  /** Of own funds; held money is nobody's income and stands apart. */
  readonly total: Dong;
  readonly held: Dong;
}

/** What each fund has on a day: `before` sums all days before the year, `since` the year's days up to it. */
export function balanceReport(
  asOf: Day,
  funds: readonly Fund[],
  before: readonly FundTurnover[],
  since: readonly FundTurnover[],
  committed: ReadonlyMap<number, Dong>,
  kept: ReadonlyMap<number, Dong>,
): BalanceReport {
  const money = fundMoney([...before, ...since]);
  const lines = funds.map((fund): FundBalance => {
    const [past, now] = [roleSums(before, fund.id), roleSums(since, fund.id)];
    const opening = add(reasons(past), now.get('opening') ?? ZERO);
    const into = sum(IN_ROLES.map((role) => now.get(role) ?? ZERO));
    const out = subtract(ZERO, sum(OUT_ROLES.map((role) => now.get(role) ?? ZERO)));
    const closing = subtract(add(opening, into), out);
    const promised = committed.get(fund.id) ?? ZERO;
    return {
      code: fund.code,
      kind: fund.kind,
      opening,
      in: into,
      out,
      closing,
      committed: promised,
      available: subtract(subtract(money.get(fund.id) ?? ZERO, promised), kept.get(fund.id) ?? ZERO),
      held: fund.kind === 'held' ? closing : ZERO,
    };
  });
  const own = lines.filter((line) => line.kind === 'own');
  return {
    asOf,
    funds: lines,
    total: sum(own.map((line) => line.closing)),
    held: sum(lines.map((line) => line.held)),
  };
}

const AMOUNTS = ['opening', 'in', 'out', 'closing', 'committed', 'available'] as const;

export function balanceTable(report: BalanceReport, funds: readonly Fund[]): Table {
  const names = new Map(funds.map((fund) => [fund.code, fund.name]));
  const line = ({ code, kind: _, held: __, ...amounts }: FundBalance) => ({
    kind: 'line' as const,
    cells: { code, name: names.get(code), ...amounts },
  });
  const [own, held] = [
    report.funds.filter((f) => f.kind === 'own'),
    report.funds.filter((f) => f.kind === 'held'),
  ];
  const total = (lines: readonly FundBalance[]) =>
    Object.fromEntries(AMOUNTS.map((key) => [key, sum(lines.map((each) => each[key]))]));
  return {
    name: 'balance',
    facts: { asOf: report.asOf },
    columns: [
      { key: 'code', type: 'code' },
      { key: 'name', type: 'text' },
      ...AMOUNTS.map((key) => ({ key, type: 'dong' as const })),
    ],
    rows: [
      ...own.map(line),
      { kind: 'total', label: 'ownFunds', cells: total(own) },
      ...held.map(line),
      { kind: 'total', label: 'heldFunds', cells: total(held) },
    ],
  };
}
