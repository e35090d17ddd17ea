import lists from '../../data/lists.json' with { type: 'json' };
import type { Day } from '../domain/day.ts';
import type { Dong } from '../domain/dong.ts';
import { fold, tidy } from '../domain/name.ts';
import type { ProgrammeKind } from '../domain/award.ts';
import { isBlank, textOf, type GridRow } from './cell.ts';
import type { OpenedList } from './open.ts';
import { peopleList, type PeopleList } from './people.ts';
import { RowReader } from './reader.ts';
import type { FieldName } from './table.ts';

export type OpeningKind = keyof typeof lists.openingKinds;

/** A row of what a book begins with; which cells count depends on its kind. */
export interface OpeningRow {
  readonly source: GridRow;
  readonly kind: OpeningKind;
  readonly fund: string;
  readonly toFund: string;
  readonly place: string;
  /** A person who has an advance, or the name of goods. */
  readonly name: string;
  /** A member's code, or that of goods. */
  readonly code: string;
  readonly amount: Dong;
  /** What of an approved award was paid. */
  readonly paid: Dong | undefined;
  readonly quantity: string;
  readonly measure: string;
  readonly due: Day | undefined;
  readonly item: string;
  readonly round: string;
  readonly category: string;
  readonly decision: string;
}

/** Reads what a book begins with, a row for each balance, advance, loan, stock, award and sum of the year so far. */
export async function readOpening(list: OpenedList): Promise<PeopleList<OpeningRow>> {
  const fields: FieldName[] = [
    'kind',
    'fund',
    'toFund',
    'place',
    'name',
    'code',
    'amount',
    'paid',
    'quantity',
    'measure',
    'due',
    'item',
    'round',
    'category',
    'decision',
  ];
  const reader = await RowReader.over(list, { fields, anyOf: [['kind'], ['fund'], ['amount']] }, ['due']);
  const [amountAt, paidAt] = [reader.table.columns.get('amount'), reader.table.columns.get('paid')];
  const rows: OpeningRow[] = [];
  for await (const lines of reader.lines()) {
    for (const { kind: line, row: source } of lines) {
      const kind = kindIn(lists.openingKinds, reader.text(source, 'kind'));
      // What looks like a printed sum or balance is data where it says of what kind it is.
      if (kind === undefined && BESIDE.has(line)) continue;
      if (kind === undefined) {
        reader.fault(source, 'kind', 'kind.unknown');
        continue;
      }
      const amount = amountAt === undefined ? undefined : reader.amount(source, amountAt);
      if (amount === undefined) continue;
      const text = (field: FieldName) => reader.text(source, field);
      rows.push({
        source,
        kind,
        fund: text('fund'),
        toFund: text('toFund'),
        place: text('place'),
        name: tidy(text('name')),
        code: text('code'),
        amount,
        paid: reader.optionalAmount(source, paidAt),
        quantity: text('quantity'),
        measure: text('measure'),
        due: isBlank(reader.cell(source, 'due')) ? undefined : reader.day(source, 'due'),
        item: text('item'),
        round: text('round'),
        category: text('category'),
        decision: text('decision'),
      });
    }
  }
  return peopleList(reader, rows);
}

const BESIDE: ReadonlySet<string> = new Set(['total', 'closing', 'words']);

/** A benefit of the time before the book. */
export interface HistoryRow {
  readonly source: GridRow;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly kind: ProgrammeKind;
  readonly day: Day;
  readonly amount: Dong;
  readonly content: string;
}

/** Reads past benefits: who, of what kind, when and how much. */
export async function readHistory(list: OpenedList): Promise<PeopleList<HistoryRow>> {
  const fields: FieldName[] = ['code', 'name', 'family', 'unit', 'kind', 'day', 'amount', 'memo'];
  const anyOf: FieldName[][] = [['code', 'name'], ['kind'], ['day'], ['amount']];
  const reader = await RowReader.over(list, { fields, anyOf });
  const amountAt = reader.table.columns.get('amount');
  const rows: HistoryRow[] = [];
  for await (const lines of reader.lines()) {
    for (const line of lines) {
      const { row: source } = line;
      if (line.kind !== 'row') {
        if (amountAt !== undefined) reader.prove(line, [amountAt]);
        continue;
      }
      const kind = kindIn(lists.historyKinds, reader.text(source, 'kind'));
      if (kind === undefined) reader.fault(source, 'kind', 'kind.unknown');
      const day = reader.day(source, 'day');
      const amount = amountAt === undefined ? undefined : reader.amount(source, amountAt);
      if (kind === undefined || day === undefined || amount === undefined) continue;
      if (amountAt !== undefined) reader.count(amountAt, amount);
      rows.push({
        source,
        code: reader.text(source, 'code'),
        name: tidy(reader.name(source)),
        unit: reader.text(source, 'unit'),
        kind,
        day,
        amount,
        content: tidy(textOf(reader.cell(source, 'memo'))),
      });
    }
  }
  return peopleList(reader, rows);
}

function kindIn<K extends string>(
  kinds: Readonly<Record<K, readonly string[]>>,
  text: string,
): K | undefined {
  const folded = fold(text);
  return (Object.keys(kinds) as K[]).find((kind) => kinds[kind].some((name) => fold(name) === folded));
}
