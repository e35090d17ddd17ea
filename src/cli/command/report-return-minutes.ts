import { returnPaper } from '../../usecase/distribution.ts';
import { command } from '../command.ts';
import { code, needed } from '../options.ts';
import { OUTPUT, PAPER_SHAPE, writePaper } from '../output.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'report return-minutes',
    args: [],
    options: { ...OUTPUT, advance: needed(code('VOUCHER')) },
    examples: ['report return-minutes --advance PC-TET-2024-0007 -o tra-lai.xlsx'],
    answer: PAPER_SHAPE,
    run: (desk, { options: { output, advance } }) =>
      writePaper(desk, output, (reader) => returnPaper(reader, advance, desk.today)),
  }),
);
