import { importMembers } from '../../usecase/member-import.ts';
import { command } from '../command.ts';
import { imported, IMPORTED, LIST } from '../given.ts';
import { flag } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'member import',
    args: ['file'],
    options: { ...LIST, createUnits: flag() },
    examples: [
      'member import doan-vien.xlsx',
      'member import doan-vien.csv --create-units',
      'member import doan-vien.csv --rejects can-sua.xlsx --accept-good',
    ],
    answer: {
      ...IMPORTED,
      units: 'integer',
    },
    run: (desk, { args, options }) =>
      imported(desk, args[0] ?? '', options, async (session, list) => {
        const data = await importMembers(session, list, options.createUnits);
        return {
          data,
          nothing: data.accepted === 0,
          text: (m) =>
            [m.done.imported(data), ...(data.units > 0 ? [m.done.importedUnits(data)] : [])].join('\n'),
        };
      }),
  }),
);
