import { importMembers } from '../../usecase/member-import.ts';
import { command } from '../command.ts';
import { IMPORTED, openGiven, previewed, SHEET } from '../given.ts';
import { flag } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'member import',
    args: ['file'],
    options: { ...SHEET, createUnits: flag() },
    examples: ['member import doan-vien.xlsx', 'member import doan-vien.csv --create-units'],
    answer: {
      ...IMPORTED,
      units: 'integer',
    },
    async run(desk, { args, options }) {
      const list = await openGiven(desk, args[0], options.sheet);
      return previewed(desk, async (session) => {
        const data = await importMembers(session, list, options.createUnits);
        return {
          data,
          text: (m) =>
            [m.done.imported(data), ...(data.units > 0 ? [m.done.importedUnits(data)] : [])].join('\n'),
        };
      });
    },
  }),
);
