import { unitsReported } from '../../usecase/report-units.ts';
import { command } from '../command.ts';
import { choice, day, needed, otherwise } from '../options.ts';
import { span } from '../period.ts';
import { REPORT_OUTPUT, REPORTED, reportTo } from '../reports.ts';
import { starter } from '../starter.ts';

const FIGURES = {
  gifts: 'integer',
  heldGifts: 'integer',
  own: 'integer',
  held: 'integer',
  outside: 'integer',
  sum: 'integer',
  people: 'integer',
} as const;

export const { start, commandFor } = starter(
  command({
    name: 'report units',
    args: [],
    options: {
      ...REPORT_OUTPUT,
      period: needed(span()),
      tree: otherwise(choice('old', 'new'), 'old'),
      asOf: day(),
    },
    examples: [
      'report units --period 2024 -o theo-don-vi-2024.xlsx',
      'report units --period 2024 --tree new --as-of 31/07/2025 -o theo-don-vi-moi.pdf',
    ],
    answer: {
      ...REPORTED,
      from: 'day',
      to: 'day',
      tree: 'text',
      units: [{ unit: 'text', parent: 'text', 'own?': FIGURES, all: FIGURES }],
      noUnit: FIGURES,
      total: FIGURES,
    },
    run: (desk, { options: { output, period, tree, asOf = desk.today } }) =>
      reportTo(desk, output, (reader) => unitsReported(reader, { period, tree, asOf }, desk.today)),
  }),
);
