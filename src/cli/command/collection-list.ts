import { dayBefore, firstDay, monthOf } from '../../domain/day.ts';
import { renderTable } from '../../render/text.ts';
import type { Table } from '../../report/table.ts';
import { collectionList } from '../../usecase/collection-list.ts';
import { command } from '../command.ts';
import { collectTexts } from '../language.ts';
import { month } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'collection list',
    lists: true,
    args: [],
    options: { period: month() },
    examples: ['collection list', 'collection list --period 2024-01 -o so-da-thu-thap.xlsx'],
    answer: {
      period: 'text',
      units: [
        {
          unit: 'text',
          name: 'text',
          state: 'text',
          month: 'text',
          head: 'text',
          'on?': 'day',
          operations: 'integer',
        },
      ],
      collected: 'integer',
      behind: 'integer',
    },
    async run(desk, { options }) {
      const { book } = await desk.session();
      const collection = await desk.library.collection(desk.bookPath, desk.access);
      // The month that should be closed by now.
      const period = options.period ?? monthOf(dayBefore(firstDay(monthOf(desk.today))));
      const found = await book.read((reader) => collectionList(reader, collection, period));
      const units = found.map(({ on, ...row }) => ({ ...row, ...(on === undefined ? {} : { on }) }));
      const collected = units.filter(({ operations }) => operations > 0).length;
      const behind = units.filter(({ state }) => state !== 'whole').length;
      const texts = await collectTexts(desk.m.language);
      const table: Table = {
        name: 'collection',
        facts: { period: shownMonth(period) },
        columns: [
          { key: 'unit', type: 'code' },
          { key: 'name', type: 'text' },
          { key: 'closedTo', type: 'text' },
          { key: 'seal', type: 'code' },
          { key: 'collectedOn', type: 'day' },
          { key: 'state', type: 'text' },
        ],
        rows: units.map(({ unit, name, month: closedTo, head: seal, on: collectedOn, state }) => ({
          kind: 'line',
          cells: {
            unit,
            name,
            closedTo: shownMonth(closedTo),
            seal,
            collectedOn,
            state: texts.states[state],
          },
        })),
      };
      const data = { period, units, collected, behind };
      return {
        data,
        table,
        text: (m, style) =>
          `${renderTable(table, m, style)}\n${texts.listed({ units: units.length, collected, behind, period })}`,
      };
    },
    next: ({ units }) => (units.some(({ state }) => state !== 'whole') ? ['phucloi collect …'] : []),
  }),
);

/** A month as papers of this country write it. */
function shownMonth(month: string): string {
  return month === '' ? '' : `${month.slice(5)}/${month.slice(0, 4)}`;
}
