import { roundDecision } from '../../usecase/decision-paper.ts';
import { command } from '../command.ts';
import { code, needed, text } from '../options.ts';
import { OUTPUT, PAPER_SHAPE, writePaper } from '../output.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'report decision',
    args: [],
    options: { ...OUTPUT, round: needed(code('ROUND')), decision: text('NO') },
    examples: [
      'report decision --round tet-2024 -o du-thao-quyet-dinh.xlsx',
      'report decision --round tet-2024 --decision 12/QĐ-CĐYT -o quyet-dinh-12.pdf',
    ],
    answer: PAPER_SHAPE,
    run: (desk, { options: { output, ...scope } }) =>
      writePaper(desk, output, (reader) => roundDecision(reader, scope, desk.today)),
  }),
);
