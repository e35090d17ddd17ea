import type { Dong } from '../domain/dong.ts';
import { tidy } from '../domain/name.ts';
import type { GridRow } from './cell.ts';
import type { OpenedList } from './open.ts';
import { peopleList, type PeopleList } from './people.ts';
import { RowReader } from './reader.ts';
import type { FieldName } from './table.ts';

/** A row of a report that was sent upward: a person, and what they are said to have been given. */
export interface ReportedRow {
  readonly source: GridRow;
  /** Of the person. */
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly amount: Dong;
}

/** Reads a copy of what was reported; the totals it prints are held against its rows. */
export async function readReported(list: OpenedList): Promise<PeopleList<ReportedRow>> {
  const fields: FieldName[] = ['code', 'unit', 'name', 'family', 'amount'];
  const anyOf: FieldName[][] = [['code', 'name'], ['amount']];
  const reader = await RowReader.over(list, { fields, anyOf }, []);
  const at = reader.table.columns.get('amount') ?? -1;
  const rows: ReportedRow[] = [];
  for await (const lines of reader.lines())
    for (const { kind, row } of lines) {
      if (kind !== 'row') {
        reader.prove({ kind, row }, [at]);
        continue;
      }
      const amount = reader.amount(row, at);
      if (amount === undefined) continue;
      reader.count(at, amount);
      const code = reader.text(row, 'code');
      const name = tidy(reader.name(row));
      if (code === '' && name === '') reader.fault(row, 'name', 'name.missing');
      rows.push({ source: row, code, name, unit: reader.text(row, 'unit'), amount });
    }
  return peopleList(reader, rows);
}
