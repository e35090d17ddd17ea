import { importMembers } from '../../usecase/member-import.ts';
import { command } from '../command.ts';
import { imported, IMPORTED, LIST } from '../given.ts';
import { flag } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'member import',
    writes: 'asked',
    private: true,
    args: ['file'],
    options: { ...LIST, createUnits: flag(), mendIds: flag() },
    examples: [
      'member import doan-vien.xlsx',
      'member import doan-vien.csv --create-units',
      'member import doan-vien.xlsx --mend-ids',
      'member import doan-vien.csv --rejects can-sua.xlsx --accept-good',
    ],
    answer: {
      ...IMPORTED,
      units: 'integer',
      doubts: [{ row: 'integer', column: 'text', doubt: 'text' }],
    },
    run: (desk, { args, options }) =>
      imported(desk, args[0] ?? '', options, async (session, list) => {
        const data = await importMembers(session, list, options);
        return {
          data,
          nothing: data.accepted === 0,
          warnings:
            data.doubts.length === 0 ? [] : [{ code: 'member.doubtful', facts: { doubts: data.doubts } }],
          text: (m) =>
            [m.done.imported(data), ...(data.units > 0 ? [m.done.importedUnits(data)] : [])].join('\n'),
        };
      }),
    next: () => ['phucloi contribution import … --fund …', 'phucloi programme add … --kind gift --on …'],
  }),
);
