import { importReported } from '../../usecase/reported.ts';
import { ROUNDS } from '../examples.ts';
import { command } from '../command.ts';
import { imported, IMPORTED, LIST } from '../given.ts';
import { code, day, needed } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter((kind) =>
  command({
    name: `${kind} reported`,
    writes: 'asked',
    args: ['file'],
    options: { ...LIST, round: needed(code('ROUND')), on: needed(day()) },
    examples: [`${kind} reported bao-cao.xlsx --round ${ROUNDS[kind]} --on 05/02/2024`],
    answer: { ...IMPORTED, round: 'text', total: 'integer', unknown: ['integer'] },
    run: (desk, { args, options }) =>
      imported(desk, args[0] ?? '', options, async (session, list) => {
        const data = await importReported(session, kind, list, options);
        const { unknown: rows } = data;
        return {
          data,
          nothing: data.accepted === 0,
          warnings: rows.length === 0 ? [] : [{ code: 'reported.unknown', facts: { rows } }],
          text: (m) => (data.accepted === 0 ? m.done.imported(data) : m.done.reported(data)),
        };
      }),
  }),
);
