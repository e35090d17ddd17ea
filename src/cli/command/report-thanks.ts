import { thanksReported } from '../../usecase/report-thanks.ts';
import { amount } from '../amount-options.ts';
import { command } from '../command.ts';
import { code, day } from '../options.ts';
import { span } from '../period.ts';
import { reportAnswer } from '../reports.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'report thanks',
    args: [],
    lists: true,
    options: {
      donor: code('DONOR'),
      appeal: code('APPEAL'),
      period: span(),
      min: amount(),
      asOf: day(),
    },
    examples: [
      'report thanks --donor NHT0001 -o thu-cam-on.pdf',
      'report thanks --period 2024-H1 --min 1.000.000 -o thu-cam-on-6-thang.pdf',
      'report thanks --appeal baolu-2024 --json',
    ],
    answer: {
      asOf: 'day',
      letters: [
        {
          donor: 'text',
          name: 'text',
          received: 'integer',
          gifts: [{ entry: 'integer', day: 'day', fund: 'text', voucher: 'text', amount: 'integer' }],
          trail: [
            {
              use: 'text',
              entry: 'integer',
              voucher: 'text',
              day: 'day',
              'award?': 'text',
              gift: 'integer',
              amount: 'integer',
              whole: 'integer',
            },
          ],
          used: 'integer',
          left: 'integer',
        },
      ],
    },
    run: (desk, { options: { asOf = desk.today, ...scope } }) =>
      reportAnswer(desk, (reader) => thanksReported(reader, { ...scope, asOf })),
  }),
);
