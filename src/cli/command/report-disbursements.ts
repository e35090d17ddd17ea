import { disbursementPaper } from '../../usecase/papers.ts';
import { command } from '../command.ts';
import { code } from '../options.ts';
import { OUTPUT, PAPER_SHAPE, writePaper } from '../output.ts';
import { span } from '../period.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'report disbursements',
    args: [],
    options: { ...OUTPUT, round: code('ROUND'), period: span() },
    examples: [
      'report disbursements --round tet-2024 -o bao-cao-tet.xlsx',
      'report disbursements --period 2024-01 -o bao-cao-01.xlsx',
      'report disbursements --period 2024-Q1 -o bao-cao-quy-1.xlsx',
      'report disbursements --round tet-2024 --template bieu-cap-tren.xlsx -o bao-cao.xlsx',
    ],
    answer: PAPER_SHAPE,
    run: (desk, { options: { output, round, period } }) =>
      writePaper(desk, output, (reader) => disbursementPaper(reader, { round, period }, desk.today)),
  }),
);
