import { importMembers } from '../../usecase/member-import.ts';
import { command } from '../command.ts';
import { openGiven, previewed, SHEET } from '../given.ts';
import { flag } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'member import',
    args: ['file'],
    options: { ...SHEET, createUnits: flag() },
    examples: ['member import doan-vien.xlsx', 'member import doan-vien.csv --create-units'],
    answer: {
      rows: 'integer',
      accepted: 'integer',
      rejected: 'integer',
      duplicates: 'integer',
      document: 'text',
      units: 'integer',
    },
    async run(desk, { args, options }) {
      const list = await openGiven(desk, args[0], options.sheet);
      const data = await previewed(
        desk,
        (session) => importMembers(session, list, options.createUnits),
        (answer) => desk.m.done.imported(answer),
      );
      return {
        data,
        text: (m) =>
          [m.done.imported(data), ...(data.units > 0 ? [m.done.importedUnits(data)] : [])].join('\n'),
      };
    },
  }),
);
