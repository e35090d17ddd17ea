import type { Day } from '../../domain/day.ts';
import { subtract, type Dong } from '../../domain/dong.ts';
import type { TermDays, TermFigure, TermLine } from '../term.ts';
import { say, type Line } from './line.ts';
import { mottoHead, signersOf } from './officers.ts';
import type { Block, Letterhead, OfficeHolder, Paper, PaperColumn, PaperRow } from './paper.ts';
import type { SaidFigure } from './term-lines.ts';

export interface TermPaperFacts {
  readonly letterhead: Letterhead;
  /** Of the paper itself, as it is registered: `15/BC-CĐYT`. */
  readonly number: string | undefined;
  /** The span's label (domain/span.ts), and its days that the book has. */
  readonly label: string;
  /** What the union calls it: `nửa nhiệm kỳ 2018–2023`. */
  readonly called?: string | undefined;
  readonly days: TermDays;
  readonly bookFrom?: Day | undefined;
  /** Benefits of the period from before the book, which are not counted. */
  readonly past?: PastFigure | undefined;
  /** Whether the period was still running. */
  readonly cut: boolean;
  readonly compare: boolean;
  readonly previous?: TermDays | undefined;
  readonly figures: readonly TermFigure[];
  readonly officers: readonly OfficeHolder[];
}

/** Benefits of days before the book (`history import`): they have no entries. */
export interface PastFigure extends TermDays {
  readonly count: number;
  readonly amount: Dong;
}

/** What a union did for its people in a term: told in sentences, each figure of which stands in the table and the annex. */
export function termPaper(facts: TermPaperFacts): Paper {
  const { letterhead, figures, days } = facts;
  const { language } = letterhead;
  const blocks: Block[] = [
    {
      ...mottoHead(letterhead),
      number: say('termNumber', { number: facts.number }),
      dateline: say('dateline', {
        town: letterhead.town,
        day: facts.number === undefined ? undefined : days.to,
      }),
    },
    {
      kind: 'title',
      lines: [say('termTitle', {}), say('termCalled', { label: facts.label, called: facts.called })],
    },
    { kind: 'paragraph', line: say('termPart', { part: 'narrative' }), strong: true },
    ...narrative(facts).map((line): Block => ({ kind: 'paragraph', line })),
    { kind: 'paragraph', line: say('termPart', { part: 'table' }), strong: true },
    { kind: 'note', line: say('currency', {}), at: 'right' },
    {
      kind: 'table',
      columns: facts.previous === undefined ? COLUMNS : [...COLUMNS, ...COMPARED],
      sums: [],
      tall: false,
      rows: figures.map(rowOf),
    },
    ...notes(facts).map((line): Block => ({ kind: 'note', line, at: 'left' })),
    {
      kind: 'signatures',
      signers: signersOf(['preparer', 'accountant', 'committee'], facts.officers),
      copies: [
        say('termCopies', {}),
        ...(letterhead.above === '' ? [] : [say('termCopyTo', { name: letterhead.above })]),
        say('termCopyKept', {}),
      ],
    },
  ];
  const annex: Block[] = [
    {
      kind: 'title',
      lines: [say('termAnnex', {}), say('termCalled', { label: facts.label, called: facts.called })],
    },
    { kind: 'note', line: say('currency', {}), at: 'right' },
    {
      kind: 'table',
      columns: ANNEX,
      sums: ['termCount', 'amount'],
      // Figures are no parts of one sum.
      carried: false,
      tall: false,
      rows: figures.flatMap((figure, at) => annexRows(figure, at + 1)),
    },
  ];
  return {
    name: 'term',
    language,
    date: days.to,
    sheets: [
      { name: facts.label, wide: facts.previous !== undefined, onePage: false, blocks },
      { name: say('termAnnexTab', {}), wide: true, onePage: false, blocks: annex },
    ],
  };
}

const COLUMNS: readonly PaperColumn[] = [
  { key: 'number', type: 'count' },
  { key: 'termWhat', type: 'text' },
  { key: 'termDays', type: 'text' },
  { key: 'termMeasure', type: 'text' },
  { key: 'termCount', type: 'count' },
  { key: 'amount', type: 'dong' },
  { key: 'termSources', type: 'text' },
];

const COMPARED: readonly PaperColumn[] = [
  { key: 'termCountBefore', type: 'count' },
  { key: 'termAmountBefore', type: 'dong' },
  { key: 'termChange', type: 'dong' },
];

const ANNEX: readonly PaperColumn[] = [
  { key: 'termWhat', type: 'text' },
  { key: 'day', type: 'day' },
  { key: 'voucher', type: 'code' },
  { key: 'termEntries', type: 'text' },
  { key: 'termAwards', type: 'text' },
  { key: 'termCount', type: 'count' },
  { key: 'amount', type: 'dong' },
];

/** The sentences, in the order in which such reports tell things; what there was nothing of is not told. */
function narrative({ label, called, letterhead, figures, days }: TermPaperFacts): Line[] {
  const said = (figure: TermFigure): SaidFigure => ({
    mark: figures.indexOf(figure) + 1,
    count: figure.count,
    amount: figure.amount,
    sources: figure.sources,
    since: figure.from === days.from ? undefined : figure.from,
    name: nameOf(figure),
    tet: figure.round?.tet,
  });
  const of = (kind: TermFigure['kind']) => figures.filter((figure) => figure.kind === kind).map(said);
  const [care, gift, hardship, visit, home] = (['care', 'gift', 'hardship', 'visit', 'home'] as const).map(
    (kind) => of(kind)[0],
  );
  const { name, above } = letterhead;
  const lines: Line[] = [];
  if (care !== undefined) lines.push(say('termCare', { label, called, name, figure: care }));
  const rounds = of('round');
  for (const figure of rounds.length > 0 || gift === undefined ? rounds : [gift]) {
    lines.push(say('termRound', { figure }));
  }
  if (hardship !== undefined || visit !== undefined) lines.push(say('termHelp', { hardship, visit }));
  if (home !== undefined) lines.push(say('termHomes', { figure: home }));
  const [given, allocated, remitted] = [of('contribution'), of('allocation'), of('remittance')];
  if (given.length > 0) lines.push(say('termGiven', { figures: given }));
  if (allocated.length > 0) lines.push(say('termAllocated', { figures: allocated }));
  if (remitted.length > 0) lines.push(say('termRemitted', { above, figures: remitted }));
  return lines.length > 0 ? lines : [say('termNothing', { label, called, name })];
}

function notes({ bookFrom, past, compare, previous, cut, days }: TermPaperFacts): Line[] {
  return [
    say('termMarks', {}),
    ...(bookFrom === undefined ? [] : [say('termBookFrom', { day: bookFrom })]),
    ...(past === undefined ? [] : [say('termPast', past)]),
    ...(cut ? [say('termUpTo', { day: days.to })] : []),
    ...(previous === undefined ? [] : [say('termPrevious', previous)]),
    ...(compare && previous === undefined ? [say('termNoPrevious', {})] : []),
  ];
}

const nameOf = ({ round, fund }: TermFigure): string => round?.name ?? fund?.name ?? '';

function rowOf(figure: TermFigure, at: number): PaperRow {
  const { kind, from, to, count, amount, sources, before } = figure;
  return {
    kind: 'line',
    cells: {
      number: at + 1,
      termWhat: say('termWhat', { kind, name: nameOf(figure) }),
      termDays: say('termDays', { from, to }),
      termMeasure: say('termMeasure', { kind }),
      termCount: count,
      amount,
      termSources: say('termSources', { sources }),
      ...(before === undefined
        ? {}
        : {
            termCountBefore: before.count,
            termAmountBefore: before.amount,
            termChange: subtract(amount, before.amount),
          }),
    },
  };
}

function annexRows(figure: TermFigure, mark: number): PaperRow[] {
  const { kind, from, to, count, amount, lines } = figure;
  const line = (each: TermLine): PaperRow[] => {
    const [awards, ...more] = pieces(ranges(each.awards));
    const first: PaperRow = {
      kind: 'line',
      cells: {
        termWhat:
          each.decision === ''
            ? say('termWhat', { kind: each.kind, name: each.kind === kind ? nameOf(figure) : '' })
            : say('termDecision', { number: each.decision }),
        day: each.day,
        voucher: each.vouchers === undefined ? each.voucher : each.vouchers.join('\n'),
        termEntries: ranges(each.entries.map(String)),
        termAwards: awards,
        termCount: each.count,
        amount: each.amount,
      },
    };
    return [first, ...more.map((termAwards): PaperRow => ({ kind: 'line', cells: { termAwards } }))];
  };
  return [
    { kind: 'group', label: say('termAnnexOf', { mark, kind, name: nameOf(figure), from, to }), cells: {} },
    ...lines.flatMap(line),
    { kind: 'subtotal', label: say('termAnnexSum', { mark }), cells: { termCount: count, amount } },
  ];
}

/** As much as a row of a table takes without being higher than a page may leave room for. */
const ROW_LETTERS = 160;

/** A list cut between its items, so that a row never has to stand on two pages. */
function pieces(list: string): string[] {
  const rows: string[] = [];
  for (const item of list.split(', ')) {
    const last = rows.at(-1);
    if (last === undefined || last.length + item.length > ROW_LETTERS) rows.push(item);
    else rows[rows.length - 1] = `${last}, ${item}`;
  }
  return rows;
}

/** Codes that end in numbers one after another as `first–last`, the others one by one: nothing is left out. */
export function ranges(codes: readonly string[]): string {
  const runs: { first: string; last: string; stem: string; at: number }[] = [];
  for (const code of codes) {
    const [, stem = '', digits = ''] = /^(.*?)(\d{0,15})$/.exec(code) ?? [];
    const run = runs.at(-1);
    if (run !== undefined && digits !== '' && run.stem === stem && Number(digits) === run.at + 1) {
      run.last = digits;
      run.at += 1;
    } else runs.push({ first: code, last: '', stem, at: digits === '' ? -2 : Number(digits) });
  }
  // What codes one after another begin with stands once.
  return runs
    .map(({ first, last, stem }, at) => {
      const short = at > 0 && runs[at - 1]?.stem === stem ? first.slice(stem.length) : first;
      return last === '' ? short : `${short}–${last}`;
    })
    .join(', ');
}
