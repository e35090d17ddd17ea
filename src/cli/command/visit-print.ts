import { visitPaper } from '../../usecase/visit-paper.ts';
import { command } from '../command.ts';
import { OUTPUT, PAPER_SHAPE, writePaper } from '../output.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'visit print',
    args: ['case'],
    options: OUTPUT,
    examples: ['visit print visit-2024/0001 -o phieu-tham-hoi.xlsx'],
    answer: PAPER_SHAPE,
    run: (desk, { args, options }) =>
      writePaper(desk, options.output, (reader) =>
        visitPaper(reader, args[0] ?? '', desk.phrases(reader.entity.language)),
      ),
  }),
);
