import { HANDOVER_ROLES } from '../../report/papers/handover.ts';
import { handOverOffice } from '../../usecase/handover.ts';
import { command } from '../command.ts';
import { choice, day, needed, text } from '../options.ts';
import { dressed, mediumFor, OUTPUT, putPrinted } from '../output.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'handover',
    writes: 'asked',
    args: [],
    options: {
      ...OUTPUT,
      role: needed(choice(...HANDOVER_ROLES)),
      to: needed(text('NAME')),
      on: needed(day()),
    },
    examples: ['handover --role cashier --to "Vũ Thị Mai" --on 01/07/2024 -o ban-giao.xlsx'],
    answer: {
      path: 'text',
      sheets: 'integer',
      role: 'text',
      from: 'day',
      balance: 'integer',
      open: 'integer',
    },
    async run(desk, { options }) {
      const { output, ...input } = options;
      const medium = mediumFor(desk, output);
      const session = await desk.session();
      const answer = await handOverOffice(session, input, async (paper, reader) => {
        await putPrinted(desk, output, medium, await dressed(desk, reader, paper));
      });
      const data = { path: output, ...answer };
      return { data, text: (m) => m.done.handedOver({ ...data, role: m.values[data.role] ?? data.role }) };
    },
  }),
);
