import { extname, isAbsolute, join } from 'node:path';
import { refuse } from '../../domain/failure.ts';
import { HANDOVER_ROLES } from '../../report/papers/handover.ts';
import { handOverOffice } from '../../usecase/handover.ts';
import { command } from '../command.ts';
import { choice, day, needed, text } from '../options.ts';
import { OUTPUT } from '../papers.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'handover',
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
      if (extname(output).toLowerCase() !== '.xlsx') {
        refuse('usage.value', { option: '--output', given: output, expected: 'FILE.xlsx' });
      }
      const session = await desk.session();
      const answer = await handOverOffice(session, input, async (paper, language) => {
        const { renderWorkbook } = await import('../../render/xlsx.ts');
        const { PAPER_TEXTS } = await import('../../render/paper-text.ts');
        const bytes = await renderWorkbook(paper, PAPER_TEXTS[language]);
        const { writeWhole } = await import('../../files/write.ts');
        if (!session.dryRun) writeWhole(isAbsolute(output) ? output : join(desk.io.cwd, output), bytes);
      });
      const data = { path: output, ...answer };
      return { data, text: (m) => m.done.handedOver({ ...data, role: m.values[data.role] ?? data.role }) };
    },
  }),
);
