import type { Day } from '../domain/day.ts';
import { subtract, sum, ZERO, type Dong } from '../domain/dong.ts';
import type { Row, Table } from './table.ts';

/** What one subject of a ledger comes to over a period: figures by name, in the order in which they are printed. */
export interface Summary {
  /** What the next level down is asked for by. */
  readonly code: string;
  readonly figures: Readonly<Record<string, Dong>>;
}

export interface Comparison {
  /** The first and last day of what is compared with. */
  readonly from: Day;
  readonly to: Day;
  readonly lines: readonly {
    readonly code: string;
    readonly figure: string;
    readonly now: Dong;
    readonly before: Dong;
    readonly difference: Dong;
  }[];
}

/** Two periods side by side: every subject of either, every figure of it, and how much more it is now. */
export function comparison(
  range: { from: Day; to: Day },
  now: readonly Summary[],
  then: readonly Summary[],
): Comparison {
  const [current, earlier] = [now, then].map(
    (summaries) => new Map(summaries.map(({ code, figures }) => [code, figures])),
  );
  const codes = [...new Set([...now, ...then].map(({ code }) => code))];
  const lines = codes.flatMap((code) => {
    const [a, b] = [current?.get(code), earlier?.get(code)];
    return Object.keys(a ?? b ?? {}).map((figure) => {
      const [is, was] = [a?.[figure] ?? ZERO, b?.[figure] ?? ZERO];
      return { code, figure, now: is, before: was, difference: subtract(is, was) };
    });
  });
  return { ...range, lines };
}

/** `words` are the names of figures. */
export function comparisonTable(
  name: string,
  range: { readonly subject?: string | undefined; readonly from: Day; readonly to: Day },
  compared: Comparison,
  words: Readonly<Record<string, string>>,
): Table {
  const { from, to, lines } = compared;
  return {
    name,
    facts: { ...range, thenFrom: from, thenTo: to },
    columns: [
      { key: 'code', type: 'code' },
      { key: 'figure', type: 'text' },
      { key: 'now', type: 'dong' },
      { key: 'before', type: 'dong' },
      { key: 'difference', type: 'dong' },
    ],
    rows: lines.map(({ figure, ...cells }): Row => ({
      kind: 'line',
      cells: { ...cells, figure: words[figure] ?? figure },
    })),
  };
}

/** One donor over a period; code '' is nobody who is known. In đồng. */
export interface DonorLine {
  readonly code: string;
  readonly name: string;
  readonly gifts: number;
  readonly given: Dong;
  readonly refunded: Dong;
  readonly net: Dong;
}

export interface DonorsReport {
  readonly from: Day;
  readonly to: Day;
  readonly fund?: string;
  readonly donors: readonly DonorLine[];
  readonly total: {
    readonly gifts: number;
    readonly given: Dong;
    readonly refunded: Dong;
    readonly net: Dong;
  };
}

export function donorsReport(
  range: { from: Day; to: Day; fund?: string },
  donors: readonly DonorLine[],
): DonorsReport {
  return {
    ...range,
    donors,
    total: {
      gifts: donors.reduce((all, { gifts }) => all + gifts, 0),
      given: sum(donors.map(({ given }) => given)),
      refunded: sum(donors.map(({ refunded }) => refunded)),
      net: sum(donors.map(({ net }) => net)),
    },
  };
}

export function donorsTable({ from, to, fund, donors, total }: DonorsReport): Table {
  return {
    name: 'donorLedgers',
    facts: { from, to, fund },
    columns: [
      { key: 'code', type: 'code' },
      { key: 'name', type: 'person' },
      { key: 'gifts', type: 'count' },
      { key: 'given', type: 'dong' },
      { key: 'refunded', type: 'dong' },
      { key: 'net', type: 'dong' },
    ],
    rows: [
      ...donors.map((donor): Row => ({ kind: 'line', cells: { ...donor } })),
      { kind: 'total', label: 'total', cells: total },
    ],
  };
}

/** What was decided, paid and signed for within a period, of a round or of one unit in it; net of what was taken back. */
export interface ProgrammeLine {
  readonly code: string;
  readonly name: string;
  readonly awards: number;
  readonly granted: Dong;
  readonly paid: Dong;
  /** Of what was paid, from own funds. */
  readonly own: Dong;
  readonly signed: Dong;
  /** Decided and not paid at the period's end, from whatever source. */
  readonly unpaid: Dong;
}

const PROGRAMME = ['granted', 'paid', 'own', 'signed', 'unpaid'] as const;

export interface ProgrammeReport {
  readonly from: Day;
  readonly to: Day;
  readonly subject: string;
  readonly lines: readonly ProgrammeLine[];
  readonly total: Omit<ProgrammeLine, 'code' | 'name'>;
}

export function programmeReport(
  range: { subject: string; from: Day; to: Day },
  lines: readonly ProgrammeLine[],
): ProgrammeReport {
  const sums = Object.fromEntries(PROGRAMME.map((key) => [key, sum(lines.map((line) => line[key]))]));
  const awards = lines.reduce((all, line) => all + line.awards, 0);
  return { ...range, lines, total: { awards, ...sums } as ProgrammeReport['total'] };
}

/** `level` is what a line is: a round, a unit of one, or an award; `bounded` whether the period has a beginning. */
export function programmeTable(
  report: ProgrammeReport,
  level: 'round' | 'unit' | 'award',
  bounded: boolean,
): Table {
  const { from, to, subject, total } = report;
  return {
    name: subject === '' ? 'programmeLedgers' : 'programmeLedger',
    facts: bounded ? { from, to, subject } : { asOf: to, subject },
    columns: [
      { key: level, type: 'code' },
      { key: 'name', type: level === 'award' ? 'person' : 'text' },
      ...(level === 'award' ? [] : [{ key: 'awards', type: 'count' } as const]),
      ...PROGRAMME.map((key) => ({ key, type: 'dong' as const })),
    ],
    rows: [
      ...report.lines.map(({ code, ...cells }): Row => ({
        kind: 'line',
        cells: { ...cells, [level]: code },
      })),
      { kind: 'total', label: 'total', cells: { ...total } },
    ],
  };
}
