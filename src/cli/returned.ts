import { readDay, type Day } from '../domain/day.ts';
import { DELIMITERS } from '../intake/names.ts';
import { isDay, isNumber, type Cell } from '../intake/cell.ts';
import type { OpenedList, Returned } from '../intake/open.ts';

import { faultText } from '../render/failure.ts';
import type { Messages, Refusals } from '../render/messages.ts';
import type { ReturnedList, ReturnedRow } from '../report/returned.ts';

/** The list with a reason beside each bad row. `badOnly` leaves the good rows out: they were taken. */
export function returnedList(
  list: OpenedList,
  { faults, headingRow, headings, swapped }: Returned,
  badOnly: boolean,
  m: Messages,
  said: Refusals,
): ReturnedList {
  const byRow = Map.groupBy(faults, ({ row }) => row);
  const rowOf = (row: number, cells: readonly Cell[]): ReturnedRow => {
    const own = byRow.get(row) ?? [];
    return {
      row,
      cells: cells.map((cell, at) => {
        if (isDay(cell)) return { day: swapped.includes(at) ? exchanged(cell.day) : cell.day };
        return isNumber(cell) ? cell.number : typeof cell === 'string' ? cell : '';
      }),
      bad: own.map(({ column }) => headings.indexOf(column)),
      reason: own
        .map((fault) => [fault.column, faultText(fault, m, said)].filter(Boolean).join(': '))
        .join('; '),
    };
  };
  return {
    sheet: list.name ?? '',
    delimiter: DELIMITERS[list.source.dialect?.delimiter ?? 'comma'],
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

/** Day and month the other way round, where the calendar has such a day. */
function exchanged(day: Day): Day {
  return readDay(`${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)}`) ?? day;
}
