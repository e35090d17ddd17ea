import { standingOf, totalStanding, type Standing, type UnitShare } from '../domain/appeal.ts';
import type { Day } from '../domain/day.ts';
import { subtract, sum, type Dong } from '../domain/dong.ts';
import type { Ref } from '../domain/entry.ts';
import type { Fund } from '../domain/fund.ts';
import type { Table } from './table.ts';

interface UnitFacts extends UnitShare {
  readonly unit: Ref;
  readonly name: string;
}

interface AppealFacts {
  readonly code: string;
  readonly fund: number;
  readonly shareFund?: number | undefined;
  readonly goal?: Dong | undefined;
  readonly due?: Day | undefined;
}

interface FundSum {
  readonly appeal: string;
  readonly fund: number;
  readonly received: Dong;
  readonly remitted: Dong;
}

type UnitState = 'unpaid' | 'partly' | 'full' | 'unasked';

interface AppealReport {
  readonly code: string;
  readonly asOf: Day;
  readonly units: readonly ({ readonly unit: string; readonly state: UnitState } & Standing)[];
  readonly total: Standing;
  /** What came in and names no unit. */
  readonly noUnit: Dong;
  /** All that came in, net of refunds and reversals. */
  readonly received: Dong;
  readonly goal?: Dong;
  /** Units of which something was asked or promised and nothing came. */
  readonly unpaid: readonly string[];
  /** What of it is held for an owner. */
  readonly remit?: {
    readonly fund: string;
    readonly owner: string;
    readonly received: Dong;
    readonly remitted: Dong;
    readonly owed: Dong;
    readonly due?: Day;
    readonly overdue: boolean;
  };
}

/** One appeal on a day: unit by unit, in all, and what of it is to be passed on. */
export function appealReport(
  appeal: AppealFacts,
  asOf: Day,
  funds: readonly Fund[],
  units: readonly UnitFacts[],
  sums: readonly FundSum[],
): AppealReport {
  const own = sums.filter((each) => each.appeal === appeal.code);
  const received = sum(own.map((each) => each.received));
  const total = totalStanding(units);
  const held = funds.find(
    ({ id, kind }) => kind === 'held' && (id === appeal.fund || id === appeal.shareFund),
  );
  return {
    code: appeal.code,
    asOf,
    units: units.map((each) => ({ unit: each.unit.code, ...standingOf(each), state: stateOf(each) })),
    total,
    noUnit: subtract(received, total.received),
    received,
    ...(appeal.goal === undefined ? {} : { goal: appeal.goal }),
    unpaid: units.filter((each) => stateOf(each) === 'unpaid').map(({ unit }) => unit.code),
    ...(held === undefined ? {} : { remit: remitOf(appeal, held, own, asOf) }),
  };
}

function remitOf(
  appeal: AppealFacts,
  held: Fund,
  sums: readonly FundSum[],
  asOf: Day,
): NonNullable<AppealReport['remit']> {
  const part = sums.filter((each) => each.fund === held.id);
  const [received, remitted] = [
    sum(part.map((each) => each.received)),
    sum(part.map((each) => each.remitted)),
  ];
  const owed = subtract(received, remitted);
  const due = appeal.due ?? held.remitBy;
  return {
    fund: held.code,
    owner: held.owner,
    received,
    remitted,
    owed,
    ...(due === undefined ? {} : { due }),
    overdue: owed > 0 && due !== undefined && due < asOf,
  };
}

function stateOf({ target, pledged, received }: UnitShare): UnitState {
  const asked = target !== undefined && (target > 0 || (pledged ?? 0) > 0);
  if (!asked) return 'unasked';
  if (received <= 0) return 'unpaid';
  return received < target ? 'partly' : 'full';
}

export function appealTable(
  report: AppealReport,
  name: string,
  units: readonly UnitFacts[],
  words: Readonly<Record<string, string>>,
): Table {
  const names = new Map(units.map((each) => [each.unit.code, each.name]));
  return {
    name: 'appeal',
    facts: { code: report.code, name, asOf: report.asOf },
    columns: [
      { key: 'unit', type: 'code' },
      { key: 'name', type: 'text' },
      { key: 'target', type: 'dong' },
      { key: 'pledged', type: 'dong' },
      { key: 'received', type: 'dong' },
      { key: 'outstanding', type: 'dong' },
      { key: 'rate', type: 'count' },
      { key: 'state', type: 'text' },
    ],
    rows: [
      ...report.units.map(({ state, ...cells }) => ({
        kind: 'line' as const,
        cells: { ...cells, name: names.get(cells.unit), state: words[state] },
      })),
      ...(report.noUnit === 0
        ? []
        : [{ kind: 'line' as const, cells: { unit: '', name: words['noUnit'], received: report.noUnit } }]),
      { kind: 'total', label: 'total', cells: { ...report.total, received: report.received } },
    ],
  };
}
