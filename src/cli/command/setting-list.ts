import { listSettings } from '../../usecase/setting.ts';
import type { Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import { command } from '../command.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'setting list',
    lists: true,
    args: [],
    options: {},
    examples: ['setting list'],
    answer: {
      settings: [{ name: 'text', type: 'text', value: 'text', fallback: 'text', isDefault: 'boolean' }],
    },
    async run(desk) {
      const settings = await listSettings(await desk.session());
      const table: Table = {
        name: 'settings',
        facts: {},
        columns: [
          { key: 'setting', type: 'code' },
          { key: 'value', type: 'text' },
          { key: 'fallback', type: 'text' },
        ],
        rows: settings.map(({ name, value, fallback }) => ({
          kind: 'line',
          cells: {
            setting: name,
            value: value === '' ? 'off' : value,
            fallback: fallback === '' ? 'off' : fallback,
          },
        })),
      };
      return { data: { settings }, table, text: (m, style) => renderTable(table, m, style) };
    },
  }),
);
