import type { GridRow } from './cell.ts';
import type { OpenedList } from './open.ts';
import { RowReader } from './reader.ts';
import type { FieldName } from './table.ts';

/** A transfer that a bank gave back: the award's code as it stands in a column of its own, or somewhere in the memo. */
export interface FailedRow {
  readonly source: GridRow;
  readonly code: string;
  readonly memo: string;
}

/** Reads a bank's list of transfers that failed. */
export async function readFailed(
  list: OpenedList,
): Promise<{ reader: RowReader; rows: readonly FailedRow[] }> {
  const fields: FieldName[] = ['code', 'memo'];
  const reader = await RowReader.over(list, { fields, anyOf: [fields] }, []);
  const rows: FailedRow[] = [];
  for await (const lines of reader.lines())
    for (const { kind, row } of lines)
      if (kind === 'row')
        rows.push({
          source: row,
          code: reader.has('code') ? reader.text(row, 'code') : '',
          memo: reader.has('memo') ? reader.text(row, 'memo') : '',
        });
  return { reader, rows };
}

/** Letters and digits only, for banks take other signs out of memos; a blank stands where one was taken out. */
export function plainMemo(text: string): string {
  return ` ${text
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim()} `;
}
