import { countPaper } from '../../usecase/papers.ts';
import { command } from '../command.ts';
import { code, day, needed, otherwise } from '../options.ts';
import { OUTPUT, PAPER_SHAPE, writePaper } from '../output.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'report cash-count',
    args: [],
    options: { ...OUTPUT, place: otherwise(code('PLACE'), 'cash'), on: needed(day()) },
    examples: ['report cash-count --place cash --on 31/01/2024 -o kiem-ke.xlsx'],
    answer: PAPER_SHAPE,
    run: (desk, { options: { output, place, on } }) =>
      writePaper(desk, output, (reader) => countPaper(reader, place, on)),
  }),
);
