import type { Day } from '../domain/day.ts';
import { sum, type Dong } from '../domain/dong.ts';
import { inOrder } from '../domain/order.ts';
import type { Row, Table } from './table.ts';

/** One award as the register lists it; `own` is from the entity's own funds, `total` from every source, in đồng. */
export interface RegisterRow {
  readonly code: string;
  readonly round: string;
  readonly member: string;
  readonly name: string;
  readonly unit: string;
  readonly category: string;
  readonly decision?: string | undefined;
  readonly decided?: Day | undefined;
  readonly state: string;
  /** Days since the decision of what is not wholly paid. */
  readonly age?: number | undefined;
  readonly overdue: boolean;
  readonly own: Dong;
  readonly total: Dong;
  /** Why it is given, where a purpose was given to see it. */
  readonly reason?: string | undefined;
}

export interface RegisterTotals {
  readonly awards: number;
  readonly people: number;
  readonly own: Dong;
  readonly total: Dong;
}

export const ENDED: ReadonlySet<string> = new Set(['rejected', 'cancelled']);

export function registerTotals(rows: readonly RegisterRow[]): RegisterTotals {
  return {
    awards: rows.length,
    people: new Set(rows.map(({ member }) => member)).size,
    own: sum(rows.map(({ own }) => own)),
    total: sum(rows.map(({ total }) => total)),
  };
}

/**
 * The register as a table: subtotals behind each unit's awards where they are wanted, the total of all, and how much of
 * it was turned down or withdrawn. `states` are the words of states.
 */
export function registerTable(
  rows: readonly RegisterRow[],
  facts: Table['facts'],
  byUnit: boolean,
  states: Readonly<Record<string, string>>,
): Table {
  const stateOf = ({ state, overdue }: RegisterRow) =>
    [states[state] ?? state, ...(overdue ? [states['overdue']] : [])].join(', ');
  const line = (row: RegisterRow): Row => ({
    kind: 'line',
    cells: { ...row, state: stateOf(row), overdue: undefined },
  });
  const summed = (kind: 'subtotal' | 'total', label: Row['label'], of: readonly RegisterRow[]): Row => {
    const { own, total } = registerTotals(of);
    const unit = kind === 'subtotal' ? of[0]?.unit : undefined;
    return { kind, label, cells: { own, total, unit } };
  };
  const units = byUnit ? [...Map.groupBy(rows, ({ unit }) => unit).entries()] : [];
  units.sort(([a], [b]) => inOrder(a, b));
  const lines = byUnit
    ? units.flatMap(([, of]) => [...of.map(line), summed('subtotal', 'subtotal', of)])
    : rows.map(line);
  const ended = rows.filter(({ state }) => ENDED.has(state));
  return {
    name: 'awards',
    facts,
    columns: [
      { key: 'code', type: 'code' },
      { key: 'round', type: 'code' },
      { key: 'member', type: 'code' },
      { key: 'name', type: 'person' },
      { key: 'unit', type: 'code' },
      { key: 'category', type: 'text' },
      { key: 'decision', type: 'code' },
      { key: 'decided', type: 'day' },
      { key: 'state', type: 'text' },
      { key: 'age', type: 'count' },
      { key: 'own', type: 'dong' },
      { key: 'total', type: 'dong' },
      ...(rows.some(({ reason }) => reason !== undefined) ? [{ key: 'reason', type: 'text' } as const] : []),
    ],
    rows: [
      ...lines,
      ...(rows.length > 0 ? [summed('total', 'total', rows)] : []),
      ...(ended.length > 0 ? [summed('total', 'ended', ended)] : []),
    ],
  };
}

/** The same without columns that say nothing, for where room is short: empty ones, and the round where it is one. */
export function filledColumns(table: Table): Table {
  const lines = table.rows.filter(({ kind }) => kind === 'line');
  const said = (key: string) => new Set(lines.map(({ cells }) => cells[key] ?? ''));
  const columns = table.columns.filter(({ key }) => {
    const values = said(key);
    return key === 'round' ? values.size > 1 : lines.length === 0 || values.size > 1 || !values.has('');
  });
  return { ...table, columns };
}
