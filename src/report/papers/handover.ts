import type { Day, Month } from '../../domain/day.ts';
import { subtract, sum, type Dong } from '../../domain/dong.ts';
import type { Fund, Place } from '../../domain/fund.ts';
import { say } from './line.ts';
import { note } from './note.ts';
import { mottoHead, signersOf } from './officers.ts';
import type {
  Block,
  ColumnKey,
  Letterhead,
  OfficeHolder,
  Paper,
  PaperColumn,
  PaperRow,
  PaperSheet,
  Signer,
} from './paper.ts';

/** Offices whose work is handed over on paper. */
export const HANDOVER_ROLES = ['cashier', 'accountant', 'chair'] as const;
export type HandoverRole = (typeof HANDOVER_ROLES)[number];

/** What is handed over, one sheet each; the order is the pack's. */
const HANDOVER_PARTS = [
  'balances',
  'counts',
  'advances',
  'unsigned',
  'lines',
  'unnamed',
  'dues',
  'goods',
  'series',
] as const;
export type HandoverPart = (typeof HANDOVER_PARTS)[number];
export type DueKind = 'fund' | 'appeal' | 'advance' | 'loan';

/** Everything as it stands at the end of `day`; amounts in đồng. */
export interface HandoverFacts {
  readonly letterhead: Letterhead;
  readonly role: HandoverRole;
  readonly from: string;
  readonly to: string;
  readonly day: Day;
  readonly officers: readonly OfficeHolder[];
  /** The last month that is closed. */
  readonly closed: Month | undefined;
  /** The chain's head before this operation. */
  readonly head: string;
  readonly balances: readonly { readonly fund: Fund; readonly place: Place; readonly amount: Dong }[];
  readonly counts: readonly {
    readonly place: Place;
    readonly day: Day;
    readonly counted: Dong;
    readonly book: Dong;
    readonly by: string;
  }[];
  readonly advances: readonly {
    readonly holder: string;
    readonly voucher: string;
    readonly fund: string;
    readonly day: Day;
    readonly due: Day | undefined;
    readonly open: Dong;
  }[];
  readonly unsigned: readonly {
    readonly code: string;
    readonly person: string;
    readonly unit: string;
    readonly paidOn: Day;
    readonly amount: Dong;
  }[];
  readonly lines: readonly {
    readonly place: string;
    readonly day: Day;
    readonly reference: string;
    readonly content: string;
    readonly amount: Dong;
  }[];
  readonly unnamed: readonly {
    readonly voucher: string;
    readonly day: Day;
    readonly content: string;
    readonly open: Dong;
  }[];
  readonly dues: readonly {
    readonly kind: DueKind;
    readonly code: string;
    readonly content: string;
    readonly due: Day;
    readonly amount: Dong | undefined;
  }[];
  readonly goods: readonly {
    readonly code: string;
    readonly content: string;
    readonly measure: string;
    readonly fund: string;
    readonly quantity: number;
    readonly cost: Dong;
  }[];
  readonly series: readonly { readonly last: string; readonly vouchers: number }[];
}

type Cells = PaperRow['cells'];

/** The pack that one officer hands to the next: the minutes with the balances, and an annex for each thing left open. */
export function handoverPack(facts: HandoverFacts): Paper {
  const { letterhead, day } = facts;
  const tables: {
    readonly [P in HandoverPart]: readonly [PaperColumn[], readonly ColumnKey[], readonly Cells[]];
  } = {
    balances: [
      [col('fund', 'code'), col('content', 'text'), col('place', 'text'), col('amount', 'dong')],
      ['amount'],
      facts.balances.map(({ fund, place, amount }) => ({
        fund: fund.code,
        content: fund.name,
        place: place.name,
        amount,
      })),
    ],
    counts: [
      [
        col('place', 'text'),
        col('day', 'day'),
        col('counted', 'dong'),
        col('book', 'dong'),
        col('difference', 'dong'),
        col('by', 'text'),
      ],
      [],
      facts.counts.map(({ place, counted, book, ...rest }) => ({
        ...rest,
        place: place.name,
        counted,
        book,
        difference: subtract(counted, book),
      })),
    ],
    advances: [
      [
        col('person', 'person'),
        col('voucher', 'code'),
        col('fund', 'code'),
        col('day', 'day'),
        col('due', 'day'),
        col('amount', 'dong'),
      ],
      ['amount'],
      facts.advances.map(({ holder, open, ...rest }) => ({ ...rest, person: holder, amount: open })),
    ],
    unsigned: [
      [
        col('code', 'code'),
        col('person', 'person'),
        col('unit', 'text'),
        col('paidOn', 'day'),
        col('amount', 'dong'),
      ],
      ['amount'],
      facts.unsigned,
    ],
    lines: [
      [
        col('place', 'text'),
        col('day', 'day'),
        col('reference', 'code'),
        col('content', 'text'),
        col('amount', 'dong'),
      ],
      ['amount'],
      facts.lines,
    ],
    unnamed: [
      [col('voucher', 'code'), col('day', 'day'), col('content', 'text'), col('amount', 'dong')],
      ['amount'],
      facts.unnamed.map(({ open, ...rest }) => ({ ...rest, amount: open })),
    ],
    dues: [
      [
        col('due', 'day'),
        col('what', 'text'),
        col('code', 'code'),
        col('content', 'text'),
        col('amount', 'dong'),
      ],
      [],
      facts.dues.map(({ kind, ...rest }) => ({ ...rest, what: say('dueKind', { kind }) })),
    ],
    goods: [
      [
        col('code', 'code'),
        col('content', 'text'),
        col('fund', 'code'),
        col('measure', 'text'),
        col('quantity', 'count'),
        col('value', 'dong'),
      ],
      ['value'],
      facts.goods.map(({ cost, ...rest }) => ({ ...rest, value: cost })),
    ],
    series: [
      [col('voucher', 'code'), col('vouchers', 'count')],
      [],
      facts.series.map(({ last, vouchers }) => ({ voucher: last, vouchers })),
    ],
  };
  const sheets = HANDOVER_PARTS.map((part, at): PaperSheet => {
    const [columns, sums, rows] = tables[part];
    const first = at === 0;
    const title = { kind: 'title' as const, lines: [say('handoverPart', { part }), say('on', { day })] };
    return {
      name: say('handoverTab', { part }),
      wide: false,
      onePage: false,
      blocks: [
        ...(first ? minutes(facts) : [title]),
        ...(columns.some(({ type }) => type === 'dong')
          ? [{ kind: 'note' as const, line: say('currency', {}), at: 'right' as const }]
          : []),
        tableOf(columns, sums, rows),
        ...(rows.length === 0 ? [note(say('noneOpen', {}))] : []),
        ...(first ? [note(say('handoverAgreed', { annexes: HANDOVER_PARTS.length - 1 }))] : []),
        signatures(facts, first),
      ],
    };
  });
  return { name: 'handover', language: letterhead.language, date: day, sheets };
}

function minutes(facts: HandoverFacts): Block[] {
  const { letterhead, role, day } = facts;
  return [
    mottoHead(letterhead),
    { kind: 'title', lines: [say('handover', {}), say('handoverOf', { role }), say('on', { day })] },
    {
      kind: 'form',
      fields: [
        { label: say('handing', {}), type: 'person', value: facts.from },
        { label: say('taking', {}), type: 'person', value: facts.to },
        {
          label: say('closedTo', {}),
          type: 'text',
          value: facts.closed === undefined ? say('noneClosed', {}) : say('month', { month: facts.closed }),
        },
        { label: say('chainHead', {}), type: 'text', value: facts.head },
      ],
    },
    note(say('handoverPart', { part: 'balances' })),
  ];
}

export function tableOf(
  columns: readonly PaperColumn[],
  sums: readonly ColumnKey[],
  rows: readonly Cells[],
): Block {
  const total: PaperRow[] =
    sums.length === 0 || rows.length === 0
      ? []
      : [
          {
            kind: 'total',
            label: say('sheetsTotal', {}),
            cells: Object.fromEntries(
              sums.map((key) => [key, sum(rows.map((row) => (row[key] ?? 0) as Dong))]),
            ),
          },
        ];
  return {
    kind: 'table',
    columns: [{ key: 'number', type: 'count' }, ...columns],
    sums,
    tall: false,
    rows: [
      ...rows.map((cells, at) => ({ kind: 'line' as const, cells: { number: at + 1, ...cells } })),
      ...total,
    ],
  };
}

/** Both sides sign every sheet; on the minutes somebody who takes no part stands witness. */
function signatures({ letterhead, from, to, day, role, officers }: HandoverFacts, first: boolean): Block {
  const parties: Signer[] = [
    { role: 'handing', name: from },
    { role: 'taking', name: to },
  ];
  const chair = role === 'chair' ? '' : (signersOf(['chair'], officers)[0]?.name ?? '');
  return {
    kind: 'signatures',
    dateline: say('dateline', { town: letterhead.town, day }),
    signers: first ? [...parties, { role: role === 'chair' ? 'observer' : 'witness', name: chair }] : parties,
  };
}

export const col = (key: ColumnKey, type: PaperColumn['type']): PaperColumn => ({ key, type });
