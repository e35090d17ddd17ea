import { voucherPaper } from '../../usecase/papers.ts';
import { command } from '../command.ts';
import { flag, words } from '../options.ts';
import { OUTPUT, PAPER_SHAPE, writePaper } from '../output.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'voucher print',
    args: ['voucher'],
    options: { ...OUTPUT, and: words('VOUCHER'), twoUp: flag() },
    examples: [
      'voucher print PC-TET-2024-0001 -o phieu-chi.xlsx',
      'voucher print PT-MAIAM-2024-0001 --and PT-MAIAM-2024-0002 --two-up -o phieu-thu.pdf',
      'voucher print PC-TET-2024-0001 --template mau-phieu-chi.xlsx -o phieu-chi.xlsx',
    ],
    answer: PAPER_SHAPE,
    run: (desk, { args, options: { output, and, twoUp } }) =>
      writePaper(desk, output, (reader) => voucherPaper(reader, [...args, ...and], twoUp)),
  }),
);
