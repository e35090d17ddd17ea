import type { Dong } from '../../domain/dong.ts';
import { blocks } from '../../domain/finding.ts';
import { FUND_FIGURES } from '../../domain/reconcile.ts';
import {
  sumsOf,
  type FundMonth,
  type MonthPage,
  type MonthTotals,
  type Pending,
} from '../../report/month-page.ts';
import { findingText } from '../findings.ts';
import { formatDay } from '../figures.ts';
import type { FindingTexts } from '../messages/findings.ts';
import type { MonthTexts, Part } from '../papers/month-page.ts';
import { grid, type GridColumn, type GridRow } from './grid.ts';
import { mark, type Markup, type Piece } from './markup.ts';

type Tables = { readonly [P in Part]: Markup };
type Column = keyof MonthTexts['columns'];

/** The tables of the page, by the part they stand in. */
export function monthTables(
  page: MonthPage,
  totals: MonthTotals,
  m: MonthTexts,
  findings: FindingTexts,
): Tables {
  return {
    funds: fundTable(page, m),
    reasons: reasonTable(page, m),
    year: yearTable(page, m),
    months: monthTable(page, totals, m),
    places: placeTable(page, totals, m),
    rounds: givenTable(page.rounds, totals.rounds, ['rounds', 'round'], m),
    units: givenTable(page.units, totals.units, ['units', 'unit'], m),
    homes: homeTable(page, totals, m),
    open: openTables(page, m),
    findings: findingTable(page, m, findings),
  };
}

const none = (m: MonthTexts, id: string): Markup => mark`<p id="${id}">${m.none}</p>\n`;

const CODES: ReadonlySet<Column> = new Set(['code', 'voucher', 'rule']);

function columnsOf(m: MonthTexts, texts: readonly Column[], numbers: readonly Column[]): GridColumn[] {
  return [
    ...texts.map((key) => ({
      title: m.columns[key],
      type: CODES.has(key) ? ('code' as const) : ('text' as const),
    })),
    ...numbers.map((key) => ({ title: m.columns[key], type: 'number' as const })),
  ];
}

interface Line {
  readonly code: string;
  readonly kind: 'own' | 'held';
}

/** Funds of the union, then money held for others, each with its sum; figures may lead further. */
function fundRows<K extends string, L extends Line & { readonly [key in K]: Dong }>(
  part: string,
  { names }: MonthPage,
  m: MonthTexts,
  lines: readonly L[],
  keys: readonly K[],
  link: (line: L, key: K) => string | undefined = () => undefined,
): GridRow[] {
  return (['own', 'held'] as const).flatMap((kind) => {
    const of = lines.filter((line) => line.kind === kind);
    const sums = sumsOf(of, keys);
    return [
      { kind: 'group' as const, cells: [m.groups[kind]] },
      ...of.map((line) => ({
        kind: 'line' as const,
        id: `${part}-fund-${line.code}`,
        cells: [
          line.code,
          names.get(line.code),
          ...keys.map((key) => linked(m.dong(line[key]), link(line, key))),
        ],
      })),
      {
        kind: 'total' as const,
        id: `${part}-${kind}`,
        cells: [m.sums[kind], '', ...keys.map((key) => m.dong(sums[key]))],
      },
    ];
  });
}

function linked(text: string, to: string | undefined): Piece {
  return to === undefined ? text : mark`<a href="#${to}">${text}</a>`;
}

/** The month's movement, and what each fund may still spend: its figures lead to the reasons, and to those of the year. */
function fundTable(page: MonthPage, m: MonthTexts): Markup {
  const now = page.months.at(-1)?.funds ?? [];
  const lines = page.balance.funds.map(({ code, committed, available, held }) => {
    const month = now.find((fund) => fund.code === code) as FundMonth;
    return { ...month, committed, available, held };
  });
  const keys = ['opening', 'in', 'out', 'closing', 'committed', 'available', 'held'] as const;
  return grid({
    id: 'funds-table',
    caption: m.parts.funds,
    columns: columnsOf(m, ['code', 'fund'], keys),
    rows: fundRows('funds', page, m, lines, keys, ({ code }, key) =>
      key === 'in' || key === 'out'
        ? `reasons-fund-${code}`
        : key === 'closing'
          ? `year-fund-${code}`
          : undefined,
    ),
  });
}

/** As `reconcile` says it; columns that say nothing this month are left out. */
function reasonTable(page: MonthPage, m: MonthTexts): Markup {
  const { funds } = page.reconciliation;
  const keys = [...FUND_FIGURES, 'difference' as const].filter(
    (key) => ['opening', 'closing', 'difference'].includes(key) || funds.some((fund) => fund[key] !== 0),
  );
  return grid({
    id: 'reasons-table',
    caption: m.parts.reasons,
    columns: columnsOf(m, ['code', 'fund'], keys),
    rows: fundRows('reasons', page, m, funds, keys, (_, key) =>
      key === 'disbursements' ? 'rounds-table' : undefined,
    ),
  });
}

/** As `balance` says it. */
function yearTable(page: MonthPage, m: MonthTexts): Markup {
  const keys = ['opening', 'in', 'out', 'closing', 'committed', 'available', 'held'] as const;
  return grid({
    id: 'year-table',
    caption: m.parts.year,
    columns: columnsOf(m, ['code', 'fund'], keys),
    rows: fundRows('year', page, m, page.balance.funds, keys),
  });
}

/** What the charts by month show, in figures. */
function monthTable({ months }: MonthPage, { flows }: MonthTotals, m: MonthTexts): Markup {
  const codes = months.at(-1)?.funds.map(({ code }) => code) ?? [];
  const flow = (kind: 'own' | 'held', side: 'in' | 'out'): string =>
    `${m.groups[kind]}: ${m.columns[side].toLocaleLowerCase('vi')}`;
  const sides = (['own', 'held'] as const).flatMap((kind) => [
    { kind, side: 'in' as const },
    { kind, side: 'out' as const },
  ]);
  const columns: GridColumn[] = [
    { title: m.columns.month, type: 'day' },
    ...codes.map((code) => ({ title: `${m.columns.closing}: ${code}`, type: 'number' as const })),
    ...sides.map(({ kind, side }) => ({ title: flow(kind, side), type: 'number' as const })),
  ];
  const rows = months.map(({ month, funds }, at): GridRow => ({
    kind: 'line',
    cells: [
      formatDay(month),
      ...codes.map((code) => m.dong(funds.find((fund) => fund.code === code)?.closing ?? 0)),
      ...sides.map(({ kind, side }) => m.dong(flows[kind].months[at]?.[side] ?? 0)),
    ],
  }));
  return grid({ id: 'months-table', caption: m.parts.months, columns, rows });
}

function placeTable({ places }: MonthPage, totals: MonthTotals, m: MonthTexts): Markup {
  const keys = ['opening', 'in', 'out', 'closing'] as const;
  return grid({
    id: 'places-table',
    caption: m.parts.places,
    columns: columnsOf(m, ['code', 'place', 'kind'], keys),
    rows: [
      ...places.map((place): GridRow => ({
        kind: 'line',
        cells: [place.code, place.name, m.places[place.kind], ...keys.map((key) => m.dong(place[key]))],
      })),
      {
        kind: 'total',
        cells: [m.sums.all, '', '', ...keys.map((key) => m.dong(totals.places[key]))],
      },
    ],
  });
}

function givenTable(
  lines: MonthPage['rounds'] | MonthPage['units'],
  sums: MonthTotals['rounds'],
  [part, name]: readonly ['rounds', 'round'] | readonly ['units', 'unit'],
  m: MonthTexts,
): Markup {
  if (lines.length === 0) return none(m, `${part}-table`);
  const keys = ['cash', 'goods', 'outside', 'total'] as const;
  const kinds: readonly Column[] = part === 'rounds' ? ['kind'] : [];
  return grid({
    id: `${part}-table`,
    caption: m.parts[part],
    columns: columnsOf(m, ['code', name, ...kinds], ['people', ...keys]),
    rows: [
      ...lines.map((line): GridRow => ({
        kind: 'line',
        cells: [
          line.code,
          line.name,
          ...('kind' in line ? [m.kinds[line.kind]] : []),
          line.people,
          ...keys.map((key) => m.dong(line[key])),
        ],
      })),
      {
        kind: 'total',
        // A person may stand in two rounds: people are not added up.
        cells: [m.sums.all, '', ...kinds.map(() => ''), '', ...keys.map((key) => m.dong(sums[key]))],
      },
    ],
  });
}

function homeTable({ homes }: MonthPage, { homes: sums }: MonthTotals, m: MonthTexts): Markup {
  if (homes.length === 0) return none(m, 'homes-table');
  return grid({
    id: 'homes-table',
    caption: m.parts.homes,
    columns: columnsOf(m, ['stage'], ['houses', 'paid', 'toPay']),
    rows: [
      ...homes.map(({ stage, houses, paid, open }): GridRow => ({
        kind: 'line',
        cells: [m.stage(stage), houses, m.dong(paid), m.dong(open)],
      })),
      {
        kind: 'total',
        cells: [m.sums.all, sums.houses, m.dong(sums.paid), m.dong(sums.open)],
      },
    ],
  });
}

/** Awards that were decided and are not finished, and advances still to be accounted for, by their papers alone. */
function openTables({ pending, advances }: MonthPage, m: MonthTexts): Markup {
  const counted = (what: 'unpaid' | 'handed' | 'unsigned'): GridColumn[] => [
    { title: `${m.columns[what]}: ${m.columns.awards.toLocaleLowerCase('vi')}`, type: 'number' },
    { title: m.columns[what], type: 'number' },
  ];
  const figures = ({ awards, amount }: Pending): Piece[] => [awards, m.dong(amount)];
  const awards =
    pending.length === 0
      ? none(m, 'pending-table')
      : grid({
          id: 'pending-table',
          caption: m.awards,
          columns: [
            ...columnsOf(m, ['code', 'round'], []),
            ...counted('unpaid'),
            ...counted('handed'),
            ...counted('unsigned'),
          ],
          rows: pending.map(({ code, name, unpaid, handed, unsigned }) => ({
            kind: 'line',
            cells: [code, name, ...figures(unpaid), ...figures(handed), ...figures(unsigned)],
          })),
        });
  const out =
    advances.length === 0
      ? none(m, 'advances-table')
      : grid({
          id: 'advances-table',
          caption: m.advances,
          columns: [
            ...columnsOf(m, ['voucher', 'fund'], []),
            { title: m.columns.day, type: 'day' },
            { title: m.columns.due, type: 'day' },
            ...columnsOf(m, [], ['amount', 'left']),
          ],
          rows: advances.map(({ voucher, fund, day, due, amount, open }) => ({
            kind: 'line',
            cells: [
              voucher,
              fund,
              formatDay(day),
              due === undefined ? '' : formatDay(due),
              m.dong(amount),
              m.dong(open),
            ],
          })),
        });
  return mark`<h3>${m.awards}</h3>\n${awards}<h3>${m.advances}</h3>\n${out}`;
}

const ORDER = { error: 0, warning: 1, notice: 2 } as const;

function findingTable({ findings }: MonthPage, m: MonthTexts, texts: FindingTexts): Markup {
  if (findings.length === 0) return none(m, 'findings-table');
  const sorted = findings.toSorted(
    (a, b) => Number(blocks(b)) - Number(blocks(a)) || ORDER[a.severity] - ORDER[b.severity],
  );
  return grid({
    id: 'findings-table',
    caption: m.parts.findings,
    columns: columnsOf(m, ['severity', 'finding', 'rule', 'owner'], ['age']),
    rows: sorted.map((finding) => ({
      kind: 'line',
      cells: [
        m.severity(finding),
        [
          findingText(finding, texts),
          finding.mend === undefined || finding.accepted ? undefined : mark`<small>${finding.mend}</small>`,
        ],
        finding.rule,
        texts.owners[finding.owner],
        finding.age === undefined ? '' : finding.age,
      ],
    })),
  });
}
