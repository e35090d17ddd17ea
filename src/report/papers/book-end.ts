import type { Day } from '../../domain/day.ts';
import { sum, type Dong } from '../../domain/dong.ts';
import type { HandedGoods, HandedMoney } from '../../domain/handover-file.ts';
import { col, tableOf } from './handover.ts';
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
} from './paper.ts';

/** What is handed over when a book ends, one sheet each; the order is the pack's. */
const END_PARTS = ['money', 'goods', 'units', 'unpaid', 'unsigned', 'series', 'papers'] as const;
export type EndPart = (typeof END_PARTS)[number];

/** A gift that is not done with: who is to receive it, or to sign for it. */
interface LeftAward {
  readonly code: string;
  readonly person: string;
  readonly unit: string;
  readonly amount: Dong;
}

/** A book as it stands at its end; amounts in đồng. */
export interface BookEndFacts {
  readonly letterhead: Letterhead;
  readonly on: Day;
  readonly to: string;
  readonly document: string;
  readonly officers: readonly OfficeHolder[];
  /** The chain's head before its end. */
  readonly head: string;
  readonly money: readonly HandedMoney[];
  readonly goods: readonly HandedGoods[];
  readonly units: readonly { readonly code: string; readonly name: string; readonly people: number }[];
  readonly unpaid: readonly LeftAward[];
  readonly unsigned: readonly LeftAward[];
  readonly series: readonly { readonly last: string; readonly vouchers: number }[];
  readonly papers: readonly { readonly code: string; readonly file: string }[];
}

type Cells = PaperRow['cells'];

/** The minutes of a book's end, with an annex for each thing besides money; `control` proves the file that goes along. */
export function bookEndPaper(facts: BookEndFacts, control: string): Paper {
  const { letterhead, on } = facts;
  const awards = [col('code', 'code'), col('person', 'person'), col('unit', 'text'), col('amount', 'dong')];
  const tables: {
    readonly [P in EndPart]: readonly [PaperColumn[], readonly ColumnKey[], readonly Cells[]];
  } = {
    money: [
      [
        col('fund', 'code'),
        col('content', 'text'),
        col('place', 'text'),
        col('voucher', 'code'),
        col('note', 'text'),
        col('amount', 'dong'),
      ],
      ['amount'],
      facts.money.map(({ fund, name, kind, owner, place, restriction, voucher, amount }) => ({
        fund,
        content: name,
        note: say('endMoney', { kind, owner, restriction }),
        place: say('endPlace', { place }),
        voucher,
        amount,
      })),
    ],
    goods: [
      [
        col('code', 'code'),
        col('content', 'text'),
        col('fund', 'code'),
        col('measure', 'text'),
        col('quantity', 'count'),
        col('voucher', 'code'),
        col('value', 'dong'),
      ],
      ['value'],
      facts.goods.map(({ item, name, cost, ...rest }) => ({
        ...rest,
        code: item,
        content: name,
        value: cost,
      })),
    ],
    units: [
      [col('code', 'code'), col('unit', 'text'), col('people', 'count')],
      ['people'],
      facts.units.map(({ code, name, people }) => ({ code, unit: name, people })),
    ],
    unpaid: [awards, ['amount'], facts.unpaid.map((each) => ({ ...each }))],
    unsigned: [awards, ['amount'], facts.unsigned.map((each) => ({ ...each }))],
    series: [
      [col('voucher', 'code'), col('vouchers', 'count')],
      [],
      facts.series.map(({ last, vouchers }) => ({ voucher: last, vouchers })),
    ],
    papers: [
      [col('code', 'code'), col('content', 'text')],
      [],
      facts.papers.map(({ code, file }) => ({ code, content: file })),
    ],
  };
  const sheets = END_PARTS.map((part, at): PaperSheet => {
    const [columns, sums, rows] = tables[part];
    const first = at === 0;
    const title = { kind: 'title' as const, lines: [say('endPart', { part }), say('on', { day: on })] };
    return {
      name: say('endTab', { part }),
      wide: false,
      onePage: false,
      blocks: [
        ...(first ? minutes(facts, control) : [title]),
        ...(columns.some(({ type }) => type === 'dong')
          ? [{ kind: 'note' as const, line: say('currency', {}), at: 'right' as const }]
          : []),
        tableOf(columns, sums, rows),
        ...(rows.length === 0 ? [note(say('noneOpen', {}))] : []),
        ...(first ? closing(facts) : []),
        {
          kind: 'signatures',
          dateline: say('dateline', { town: letterhead.town, day: on }),
          signers: [
            { role: 'handing', name: signersOf(['chair'], facts.officers)[0]?.name ?? '' },
            ...(first ? signersOf(['accountant', 'cashier'], facts.officers) : []),
            { role: 'taking', name: '' },
          ],
        },
      ],
    };
  });
  return { name: 'book-end', language: letterhead.language, date: on, sheets };
}

function minutes({ letterhead, on, to, document, head }: BookEndFacts, control: string): Block[] {
  return [
    mottoHead(letterhead),
    { kind: 'title', lines: [say('bookEnd', {}), say('bookEndOf', { document }), say('on', { day: on })] },
    {
      kind: 'form',
      fields: [
        { label: say('handing', {}), type: 'text', value: letterhead.name },
        { label: say('taking', {}), type: 'text', value: to },
        { label: say('chainHead', {}), type: 'text', value: head },
        { label: say('endControl', {}), type: 'text', value: control },
      ],
    },
    note(say('endPart', { part: 'money' })),
  ];
}

function closing({ money, goods, units }: BookEndFacts): Block[] {
  return [
    note(say('sumInWords', { amount: sum(money.map(({ amount }) => amount)) })),
    note(
      say('endAgreed', {
        annexes: END_PARTS.length - 1,
        goods: goods.length,
        people: units.reduce((all, { people }) => all + people, 0),
      }),
    ),
  ];
}
