import { unitsReported } from '../../usecase/report-units.ts';
import { command } from '../command.ts';
import { choice, day, needed, otherwise } from '../options.ts';
import { span } from '../period.ts';
import { reportAnswer } from '../reports.ts';
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
    lists: true,
    options: {
      period: needed(span()),
      tree: otherwise(choice('old', 'new'), 'old'),
      asOf: day(),
    },
    examples: [
      'report units --period 2024 -o theo-don-vi-2024.xlsx',
      'report units --period 2024 --tree new --as-of 31/07/2025 -o theo-don-vi-moi.pdf',
    ],
    answer: {
      from: 'day',
      to: 'day',
      tree: 'text',
      units: [{ unit: 'text', parent: 'text', 'own?': FIGURES, all: FIGURES }],
      noUnit: FIGURES,
      total: FIGURES,
    },
    run: (desk, { options: { period, tree, asOf = desk.today } }) =>
      reportAnswer(desk, (reader) => unitsReported(reader, { period, tree, asOf }, desk.today)),
  }),
);
