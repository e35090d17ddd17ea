import { signingPaper } from '../../usecase/papers.ts';
import { command } from '../command.ts';
import { code, needed } from '../options.ts';
import { OUTPUT, PAPER_SHAPE, writePaper } from '../papers.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'report signing-list',
    args: [],
    options: { ...OUTPUT, round: needed(code('ROUND')) },
    examples: ['report signing-list --round tet-2024 -o ky-nhan-tet.xlsx'],
    answer: PAPER_SHAPE,
    run: (desk, { options: { output, round } }) =>
      writePaper(desk, output, (reader) => signingPaper(reader, round)),
  }),
);
