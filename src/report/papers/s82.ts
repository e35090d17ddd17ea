import { maskedText } from '../../domain/mask.ts';
import { monthOf, type Day } from '../../domain/day.ts';
import { sum, ZERO, type Dong } from '../../domain/dong.ts';
import type { CodeLine } from '../../domain/final-accounts.ts';
import {
  assumedSheet,
  finalHead,
  finalSigners,
  finalTitle,
  nameOf,
  unsureNote,
  type FinalFacts,
} from './final.ts';
import { say } from './line.ts';
import type { ListKey, Paper, PaperColumn, PaperKey, PaperRow, PaperSheet } from './paper.ts';

type Side = 'in' | 'out';

/** One voucher's line of the book: what it brought in and paid out under each code. */
interface BookLine {
  readonly day: PaperRow['cells'];
  readonly month: string;
  readonly amounts: ReadonlyMap<string, Dong>;
}

/**
 * The book of a grassroots union's income and spending (S82-TLĐ, domain.md 1.4): a line a voucher, in two facing pages
 * of the same lines: what came in at the left, what went out and what is left at the right.
 */
export function incomeBook(facts: FinalFacts): Paper {
  const { letterhead, to } = facts;
  const lines = linesOf(facts);
  return {
    name: 's82',
    language: letterhead.language,
    date: to,
    sheets: [pageOf(facts, lines, 'in'), pageOf(facts, lines, 'out'), ...assumedSheet(facts)],
  };
}

function pageOf(facts: FinalFacts, lines: readonly BookLine[], side: Side): PaperSheet {
  const codes = facts.table.lines.filter(({ part }) => part === side);
  const opening = side === 'in' ? facts.table.lines.filter(({ part }) => part === 'opening') : [];
  const sums: PaperKey[] = [...[...opening, ...codes].map(({ code }) => codeKey(code)), sumKey(side)];
  return {
    name: say('finalPage', { page: side }),
    wide: true,
    onePage: false,
    blocks: [
      finalHead(facts, 'S82'),
      finalTitle(facts, 'S82', [say('finalPage', { page: side })]),
      { kind: 'note', line: say('currency', {}), at: 'right' },
      {
        kind: 'table',
        columns: columnsOf(facts, codes, side),
        sums,
        tall: false,
        carried: true,
        rows: rowsOf(facts, lines, side, codes, opening[0]),
      },
      ...unsureNote(facts),
      finalSigners(facts),
    ],
  };
}

/** A to E as the form has them; then a column a code, its number below it where the form's is known. */
function columnsOf(facts: FinalFacts, codes: readonly CodeLine[], side: Side): PaperColumn[] {
  const column = (line: CodeLine): PaperColumn => ({
    key: codeKey(line.code),
    type: 'dong',
    title: line.code,
    over: nameOf(line, facts, true),
    mark: line.column,
  });
  const ends = (part: 'opening' | 'closing') =>
    facts.table.lines.filter((line) => line.part === part).map(column);
  return [
    { key: 'bookOrder', type: 'count', mark: 'A' },
    { key: 'bookedOn', type: 'day', mark: 'B' },
    { key: 'voucher', type: 'code', mark: 'C' },
    { key: 'documentDay', type: 'day', mark: 'D' },
    { key: 'bookText', type: 'text', mark: 'E' },
    ...(side === 'in' ? ends('opening') : []),
    ...codes.map(column),
    { key: sumKey(side), type: 'dong' },
    ...(side === 'out' ? ends('closing') : []),
  ];
}

/** What was there is entered on the first day, in a column of its own; months and the year are added up; what is there stands below. */
function rowsOf(
  facts: FinalFacts,
  lines: readonly BookLine[],
  side: Side,
  codes: readonly CodeLine[],
  opening: CodeLine | undefined,
): PaperRow[] {
  const { table, sums, year } = facts;
  const brought = opening === undefined ? undefined : (sums.get(opening.code) ?? ZERO);
  const amountsOf = (some: readonly BookLine[]): PaperRow['cells'] => {
    const of = (code: string) => sum(some.map(({ amounts }) => amounts.get(code) ?? ZERO));
    const each = codes.map(({ code }) => [codeKey(code), of(code)] as const);
    return Object.fromEntries([...each, [sumKey(side), sum(each.map(([, amount]) => amount))]]);
  };
  const openingCells = opening === undefined ? {} : { [codeKey(opening.code)]: brought };
  const rows: PaperRow[] =
    opening === undefined
      ? []
      : [
          {
            kind: 'line',
            cells: { bookedOn: `${year}-01-01` as Day, bookText: say('codeOpening', {}), ...openingCells },
          },
        ];
  for (const [at, line] of lines.entries()) {
    const amounts = codes.map(({ code }) => [codeKey(code), line.amounts.get(code)] as const);
    const all = sum(amounts.map(([, amount]) => amount ?? ZERO));
    const [shown, total] = [Object.fromEntries(amounts), all === 0 ? undefined : all];
    rows.push({ kind: 'line', cells: { ...line.day, bookOrder: at + 1, ...shown, [sumKey(side)]: total } });
    if (lines[at + 1]?.month !== line.month) {
      const month = lines.filter((each) => each.month === line.month);
      rows.push({
        kind: 'subtotal',
        label: say('codeMonth', { month: line.month }),
        // What was brought forward is of the first month's lines.
        cells: { ...amountsOf(month), ...(month[0] === lines[0] ? openingCells : {}) },
      });
    }
  }
  rows.push({
    kind: 'total',
    label: say('codeYear', { year }),
    cells: { ...amountsOf(lines), ...openingCells },
  });
  if (side === 'out') {
    const codeOf = (part: 'opening' | 'closing') =>
      table.lines.find((line) => line.part === part)?.code ?? '';
    const closing = codeOf('closing');
    const label = say('codeClosing', { opening: codeOf('opening'), closing });
    rows.push({ kind: 'stated', label, cells: { [codeKey(closing)]: sums.get(closing) ?? ZERO } });
  }
  return rows;
}

function linesOf({ flows }: FinalFacts): BookLine[] {
  const byVoucher = Map.groupBy(flows, ({ day, voucher, entry }) => `${day} ${voucher || entry}`);
  return [...byVoucher.values()].flatMap((some): BookLine[] => {
    const [first] = some;
    if (first === undefined) return [];
    const amounts = new Map<string, Dong>();
    for (const { code, amount } of some) amounts.set(code, sum([amounts.get(code) ?? ZERO, amount]));
    const { day: bookedOn, voucher, voucherDay, entry, content } = first;
    const day = {
      bookedOn,
      voucher: voucher || String(entry),
      documentDay: voucherDay,
      bookText: maskedText(content),
    };
    return [{ day, month: monthOf(bookedOn), amounts }];
  });
}

const codeKey = (code: string): ListKey => `list:${code}`;
const sumKey = (side: Side): 'incomeSum' | 'spendingSum' => (side === 'in' ? 'incomeSum' : 'spendingSum');
