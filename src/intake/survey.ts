import lists from '../../data/lists.json' with { type: 'json' };
import { refuse } from '../domain/failure.ts';
import { AmountColumn, foreignCurrency, scaleIn, type AmountReading } from './amount.ts';
import { textOf } from './cell.ts';
import { DayColumn, type DayReading } from './day-cell.ts';
import type { TableLine } from './line-sorter.ts';
import { spanIn } from './period.ts';
import type { FieldName, Table } from './table.ts';

/** How many lines beside the data are kept: a total a page, over a thousand pages. */
const MARGINAL_MAX = 2000;

const AMOUNTS = ['amount', 'paid', 'goods', 'debit', 'credit', 'balance', 'target', 'pledged'] as const;

/** What the first pass over a list decides. */
export interface Survey {
  /** Lines that are no data: totals, amounts in words, opening and closing balances. */
  readonly marginal: readonly TableLine[];
  /** How each column of amounts is read. */
  readonly amounts: ReadonlyMap<number, AmountReading>;
  readonly days: ReadonlyMap<FieldName, DayReading>;
}

/** Reads a list through and decides its columns; `dayFields` are held against the list's period. Refuses an empty one. */
export async function surveyed(table: Table, dayFields: readonly FieldName[]): Promise<Survey> {
  const { list } = table;
  const { how } = list;
  const said = table.preamble.flatMap((row) => row.cells.map(textOf)).filter((text) => text !== '');
  const span = how.period ?? said.map(spanIn).find((each) => each !== undefined);
  const scale = said.map(scaleIn).find((each) => each !== undefined);
  const amountsAt = [
    ...AMOUNTS.flatMap((field) => table.columns.get(field) ?? []),
    ...table.byHeading.values(),
  ];
  mustBeDong(list.file, [...said.filter(isAboutMoney), ...amountsAt.map((at) => table.headings[at] ?? '')]);
  const amounts = new Map(
    amountsAt.map((at) => [
      at,
      new AmountColumn(
        how.thousands ?? how.profile?.file.thousands,
        scaleIn(table.headings[at] ?? '') ?? scale,
      ),
    ]),
  );
  const daysAt = dayFields.flatMap((field) => {
    const at = table.columns.get(field);
    return at === undefined ? [] : [{ field, at, column: new DayColumn(span) }];
  });
  const marginal: TableLine[] = [];
  let rows = 0;
  for await (const lines of table.lines()) {
    for (const line of lines) {
      const { kind, row } = line;
      if (kind !== 'row') {
        if (marginal.length < MARGINAL_MAX) marginal.push(line);
        continue;
      }
      rows += 1;
      for (const [at, column] of amounts) column.see(row.cells[at]);
      for (const { at, column } of daysAt) column.see(row.row, row.cells[at]);
    }
  }
  if (rows === 0) refuse('input.empty', { file: list.file });
  const marks = new Map([...amounts].map(([at, column]) => [at, decided(table, at, column, marginal)]));
  const days = new Map(daysAt.map(({ field, column }) => [field, column.decide()]));
  return { marginal, amounts: marks, days };
}

/** Where no row has a mark, a total may: small gifts add up to thousands. It is held against them in any case. */
function decided(
  table: Table,
  at: number,
  column: AmountColumn,
  marginal: readonly TableLine[],
): AmountReading {
  const reading = column.decide();
  if ('mark' in reading && reading.mark === 'none') {
    const totals = marginal.map(({ row }) => textOf(row.cells[at]));
    const has = (mark: RegExp) => totals.some((text) => mark.test(text));
    const [dot, comma] = [has(/\d\.\d{3}(?!\d)/), has(/\d,\d{3}(?!\d)/)];
    return dot === comma ? reading : { ...reading, mark: dot ? 'dot' : 'comma' };
  }
  if ('mark' in reading) return reading;
  return refuse('input.separator', { file: table.list.file, column: table.headings[at] ?? '', ...reading });
}

const MONEY_WORDS = new RegExp(lists.moneyWords.join('|'), 'iu');

/** Lines of a preamble that name a currency or a unit of money. */
function isAboutMoney(text: string): boolean {
  return MONEY_WORDS.test(text);
}

function mustBeDong(file: string, texts: readonly string[]): void {
  for (const text of texts) {
    const currency = foreignCurrency(text);
    if (currency !== undefined) refuse('input.currency', { file, currency });
  }
}
