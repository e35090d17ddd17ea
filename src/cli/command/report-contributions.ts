import { GIFTS_BY } from '../../report/papers/report-lines.ts';
import { contributionsReported } from '../../usecase/report-contributions.ts';
import { command } from '../command.ts';
import { choice, code, needed, otherwise, words } from '../options.ts';
import { span } from '../period.ts';
import { reportAnswer } from '../reports.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'report contributions',
    args: [],
    lists: true,
    options: {
      period: needed(span()),
      groupBy: otherwise(choice(...GIFTS_BY), 'donor'),
      fund: words('FUND'),
      unit: code('UNIT'),
      appeal: code('APPEAL'),
    },
    examples: [
      'report contributions --period 2024-01',
      'report contributions --period 2024-H1 --group-by unit -o ung-ho-6-thang.pdf',
      'report contributions --period 2024 --group-by appeal --fund MAIAM -o ung-ho-mai-am.xlsx',
    ],
    answer: {
      from: 'day',
      to: 'day',
      by: 'text',
      lines: [
        {
          fund: 'text',
          code: 'text',
          name: 'text',
          'day?': 'day',
          gifts: 'integer',
          received: 'integer',
          refunded: 'integer',
          net: 'integer',
          restricted: 'integer',
          unnamed: 'boolean',
        },
      ],
      own: 'integer',
      held: 'integer',
    },
    run: (desk, { options: { period, groupBy: by, fund: funds, unit, appeal } }) =>
      reportAnswer(desk, (reader) =>
        contributionsReported(reader, { period, by, funds, unit, appeal }, desk.today),
      ),
  }),
);
