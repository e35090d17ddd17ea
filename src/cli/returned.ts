import { isDay, isNumber, type Cell } from '../intake/cell.ts';
import type { OpenedList, Returned } from '../intake/open.ts';

import type { Messages } from '../render/messages.ts';
import type { ReturnedList, ReturnedRow } from '../report/returned.ts';

/** The list with a reason beside each bad row. `badOnly` leaves the good rows out: they were taken. */
export function returnedList(
  list: OpenedList,
  { faults, headingRow, headings }: Returned,
  badOnly: boolean,
  m: Messages,
): ReturnedList {
  const byRow = Map.groupBy(faults, ({ row }) => row);
  const rowOf = (row: number, cells: readonly Cell[]): ReturnedRow => {
    const own = byRow.get(row) ?? [];
    return {
      row,
      cells: cells.map((cell) =>
        isDay(cell) ? cell : isNumber(cell) ? cell.number : typeof cell === 'string' ? cell : '',
      ),
      bad: own.map(({ column }) => headings.indexOf(column)),
      reason: own.map((fault) => `${fault.column}: ${m.rowFaults[fault.code]}`).join('; '),
    };
  };
  return {
    sheet: list.name ?? '',
    heading: { row: headingRow, text: m.words.reason },
    width: headings.length,
    async *rows() {
      for await (const batch of list.rows()) {
        yield batch
          .filter(({ row }) => !badOnly || row <= headingRow || byRow.has(row))
          .map(({ row, cells }) => rowOf(row, cells));
      }
    },
  };
}
