import { sum, type Dong } from '../domain/dong.ts';
import { blocks, type JudgedFinding } from '../domain/finding.ts';
import { FUND_FIGURES, type FundLine } from '../domain/reconcile.ts';
import type { Table } from './table.ts';

const AMOUNTS = [...FUND_FIGURES, 'difference'] as const;

type FundFigures = { readonly code: string; readonly kind: 'own' | 'held' } & Readonly<
  Record<(typeof AMOUNTS)[number], Dong>
>;

export interface ReconciliationReport {
  readonly period: string;
  /** No fund differs and no error stands that nobody accepted. */
  readonly balanced: boolean;
  readonly funds: readonly FundFigures[];
  readonly findings: readonly JudgedFinding[];
}

export function reconciliationReport(inspection: {
  readonly period: string;
  readonly funds: readonly FundLine[];
  readonly findings: readonly JudgedFinding[];
}): ReconciliationReport {
  const funds = inspection.funds.map(({ fund, money: _, ...figures }) => ({
    code: fund.code,
    kind: fund.kind,
    ...figures,
  }));
  return {
    period: inspection.period,
    balanced: !inspection.findings.some(blocks),
    funds,
    findings: inspection.findings,
  };
}

/** The columns that say anything this month, own funds first, held ones apart. */
export function reconciliationTable(report: ReconciliationReport): Table {
  const shown = AMOUNTS.filter(
    (key) =>
      ['opening', 'closing', 'difference'].includes(key) || report.funds.some((fund) => fund[key] !== 0),
  );
  const [own, held] = [
    report.funds.filter((f) => f.kind === 'own'),
    report.funds.filter((f) => f.kind === 'held'),
  ];
  const figures = (fund: FundFigures) => Object.fromEntries(shown.map((key) => [key, fund[key]]));
  const total = (funds: readonly FundFigures[]) =>
    Object.fromEntries(shown.map((key) => [key, sum(funds.map((fund) => fund[key]))]));
  return {
    name: 'reconciliation',
    facts: { period: report.period },
    columns: [{ key: 'code', type: 'code' }, ...shown.map((key) => ({ key, type: 'dong' as const }))],
    rows: [
      ...own.map((fund) => ({ kind: 'line' as const, cells: { code: fund.code, ...figures(fund) } })),
      { kind: 'total', label: 'ownFunds', cells: total(own) },
      ...held.map((fund) => ({ kind: 'line' as const, cells: { code: fund.code, ...figures(fund) } })),
      { kind: 'total', label: 'heldFunds', cells: total(held) },
    ],
  };
}
