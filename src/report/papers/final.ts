import { maskedText } from '../../domain/mask.ts';
import { isUnsure, type CodedFlow, type CodeLine, type CodeTable } from '../../domain/final-accounts.ts';
import type { Day } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';
import type { Fund } from '../../domain/fund.ts';
import { say, type Line } from './line.ts';
import { signersOf } from './officers.ts';
import type { Block, Head, Letterhead, OfficeHolder, PaperRow, PaperSheet } from './paper.ts';

/** A year's settlement of some own funds; amounts in đồng. */
export interface FinalFacts {
  readonly letterhead: Letterhead;
  readonly year: number;
  /** The year's last day, or today where the year is not over. */
  readonly to: Day;
  readonly funds: readonly Fund[];
  /** All money of the union is in these funds: only then is the paper headed as the form. */
  readonly complete: boolean;
  readonly table: CodeTable;
  readonly flows: readonly (CodedFlow & { readonly content: string })[];
  readonly sums: ReadonlyMap<string, Dong>;
  /** Of the yearly report's first part; undefined where the book does not know. */
  readonly basics: {
    readonly workers: number | undefined;
    readonly payroll: Dong | undefined;
    readonly members: number | undefined;
  };
  readonly officers: readonly OfficeHolder[];
}

/** Whose paper it is; the form's number only where the paper is that form. */
export function finalHead(facts: FinalFacts, form: 'S82' | 'B07'): Head {
  const { letterhead, table, complete } = facts;
  const { above, name, language, town } = letterhead;
  return {
    kind: 'head',
    above,
    name,
    number: say('finalAddress', { town }),
    right: complete
      ? [say('finalForm', { form }), ...table.act[language].map((act) => say('formAct', { act }))]
      : [say('welfareOnly', {})],
  };
}

export function finalTitle(
  { year, to, funds, complete }: FinalFacts,
  form: 'S82' | 'B07',
  more: Line[] = [],
): Block {
  return {
    kind: 'title',
    lines: [
      say('finalTitle', { form, part: !complete }),
      ...(complete ? [] : [say('welfareOnly', {})]),
      say('finalYear', { year, to: to.endsWith('-12-31') ? undefined : to }),
      ...more,
      say('finalFunds', { funds: funds.map(({ code, name }) => ({ code, name })) }),
    ],
  };
}

export function nameOf(
  line: CodeLine | CodeTable['sums'][number],
  { table, letterhead }: FinalFacts,
  short = false,
): Line {
  const name = short && 'short' in line && line.short !== undefined ? line.short : line.name;
  return say('codeName', { name: name[letterhead.language], unsure: isUnsure(table, line) });
}

/** What the marks mean, where anything is marked. */
export function unsureNote({ table }: FinalFacts): Block[] {
  const marked = [...table.lines, ...table.sums].some((line) => isUnsure(table, line));
  return marked ? [{ kind: 'note', line: say('unsureNote', { source: '' }), at: 'left' }] : [];
}

export function finalSigners({ letterhead, to, officers }: FinalFacts): Block {
  return {
    kind: 'signatures',
    dateline: say('dateline', { town: letterhead.town, day: to }),
    signers: signersOf(['compiler', 'unionAccountant', 'committee'], officers),
  };
}

/** The vouchers whose code nobody wrote down, for the accountant to go through before signing. */
export function assumedSheet(facts: FinalFacts): PaperSheet[] {
  const assumed = facts.flows.filter(({ assumed, item }) => assumed && (facts.complete || item !== ''));
  if (assumed.length === 0) return [];
  const rows: PaperRow[] = assumed.map((flow, at) => ({
    kind: 'line',
    cells: {
      number: at + 1,
      voucher: flow.voucher || String(flow.entry),
      bookedOn: flow.day,
      content: maskedText(flow.content),
      itemCode: flow.code,
      amount: flow.amount,
    },
  }));
  const vouchers = new Set(assumed.map(({ voucher, entry }) => voucher || entry)).size;
  return [
    {
      name: say('assumedTab', {}),
      wide: false,
      onePage: false,
      blocks: [
        { kind: 'title', lines: [say('assumedTitle', {})] },
        { kind: 'note', line: say('assumedNote', { vouchers }), at: 'left' },
        { kind: 'note', line: say('currency', {}), at: 'right' },
        {
          kind: 'table',
          columns: [
            { key: 'number', type: 'count' },
            { key: 'voucher', type: 'code' },
            { key: 'bookedOn', type: 'day' },
            { key: 'content', type: 'text' },
            { key: 'itemCode', type: 'code' },
            { key: 'amount', type: 'dong' },
          ],
          sums: [],
          tall: false,
          rows,
        },
      ],
    },
  ];
}
