import type { Dong } from '../domain/dong.ts';
import { fold } from '../domain/name.ts';
import type { GridRow } from './cell.ts';
import { NormalForm } from './normal.ts';
import type { OpenedList } from './open.ts';
import { RowReader } from './reader.ts';

/** A row of a list of quotas: how many people and how much money (đồng) a unit has, at most. */
export interface QuotaRow {
  readonly source: GridRow;
  readonly code: string;
  readonly unit: string;
  readonly people: number | undefined;
  readonly amount: Dong | undefined;
}

/** Reads a list of units with what a round grants each; printed totals of money are held against the rows. */
export async function readQuotas(
  list: OpenedList,
): Promise<{ reader: RowReader; rows: readonly QuotaRow[]; normalDigest: Buffer }> {
  const reader = await RowReader.over(
    list,
    {
      fields: ['code', 'unit', 'unitName', 'people', 'amount'],
      anyOf: [
        ['code', 'unit', 'unitName'],
        ['people', 'amount'],
      ],
    },
    [],
  );
  const amountAt = reader.table.columns.get('amount');
  const normal = new NormalForm();
  const rows: QuotaRow[] = [];
  for await (const lines of reader.lines()) {
    for (const line of lines) {
      const source = line.row;
      if (line.kind !== 'row') {
        if (amountAt !== undefined) reader.prove(line, [amountAt]);
        continue;
      }
      const code = reader.text(source, 'code');
      const unit = reader.text(source, 'unit') || reader.text(source, 'unitName');
      if (code === '' && unit === '') reader.fault(source, 'unit', 'unit.missing');
      const people = wholeNumber(reader.text(source, 'people'));
      if (people === 'unreadable') reader.fault(source, 'people', 'quantity.unreadable');
      const amount = reader.optionalAmount(source, amountAt);
      if (amount !== undefined && amountAt !== undefined) reader.count(amountAt, amount);
      if (people === undefined && amount === undefined)
        reader.fault(source, reader.has('people') ? 'people' : 'amount', 'quantity.unreadable');
      const count = people === 'unreadable' ? undefined : people;
      normal.add([fold(code), fold(unit), count, amount]);
      rows.push({ source, code, unit, people: count, amount });
    }
  }
  return { reader, rows, normalDigest: normal.digest() };
}

function wholeNumber(text: string): number | 'unreadable' | undefined {
  if (text === '') return undefined;
  return /^\d{1,6}$/.test(text) ? Math.trunc(+text) : 'unreadable';
}
