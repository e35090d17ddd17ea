import { PROGRAMME_KINDS } from '../../domain/award.ts';
import { recipientsReported } from '../../usecase/report-recipients.ts';
import { command } from '../command.ts';
import { choice, code, words } from '../options.ts';
import { span } from '../period.ts';
import { REPORT_OUTPUT, REPORTED, reportTo } from '../reports.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'report recipients',
    args: [],
    options: {
      ...REPORT_OUTPUT,
      round: code('ROUND'),
      period: span(),
      unit: code('UNIT'),
      fund: words('FUND'),
      kind: choice(...PROGRAMME_KINDS),
    },
    examples: [
      'report recipients --period 2024 -o nguoi-duoc-cham-lo-2024.xlsx',
      'report recipients --period 2024-H1 --unit DH -o nguoi-duoc-cham-lo-dh.pdf',
      'report recipients --round tet-2024',
    ],
    answer: {
      ...REPORTED,
      asOf: 'day',
      people: [
        {
          code: 'text',
          unit: 'text',
          awards: 'integer',
          programmes: { gift: 'integer', hardship: 'integer', visit: 'integer', home: 'integer' },
          sources: { own: 'integer', held: 'integer', outside: 'integer' },
          sum: 'integer',
        },
      ],
    },
    run: (desk, { options: { output, fund: funds, ...scope } }) =>
      reportTo(desk, output, (reader) => recipientsReported(reader, { ...scope, funds }, desk.today)),
  }),
);
