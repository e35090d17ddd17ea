import { DISCLOSURE_LEVELS } from '../../report/disclosure.ts';
import { disclosurePaperOf, type Disclosed } from '../../usecase/disclosure.ts';
import { sayer } from '../closing-files.ts';
import { command } from '../command.ts';
import { findingsFor } from '../findings.ts';
import { choice, code, needed } from '../options.ts';
import { OUTPUT, PAPER_SHAPE, writeReport } from '../output.ts';
import { span } from '../period.ts';
import { starter } from '../starter.ts';

function disclosedData({ level, from, to, least, programmes, contributors }: Disclosed) {
  return {
    level,
    from,
    to,
    least,
    programmes: programmes.map(({ kinds, people, amount, together, rest }) => ({
      kinds,
      ...(people === undefined ? {} : { people }),
      ...(amount === undefined ? {} : { amount }),
      grouped: together.size,
      ...(rest === undefined ? {} : { rest }),
    })),
    organisations: contributors.organisations.length,
    individuals: contributors.individuals,
  };
}

export const { start, commandFor } = starter(
  command({
    name: 'report disclosure',
    args: [],
    options: {
      ...OUTPUT,
      level: needed(choice(...DISCLOSURE_LEVELS)),
      period: needed(span()),
      round: code('ROUND'),
      unit: code('UNIT'),
    },
    examples: [
      'report disclosure --level public --period 2024-H1 -o cong-khai-6-thang.pdf',
      'report disclosure --level members --unit BVDK --period 2024-H1 -o cong-khai-bvdk.xlsx',
      'report disclosure --level inspector --period 2024 --round tet-2024 -o kiem-tra-tet.xlsx',
    ],
    answer: {
      ...PAPER_SHAPE,
      level: 'text',
      from: 'day',
      to: 'day',
      least: 'integer',
      programmes: [
        {
          kinds: ['text'],
          'people?': 'integer',
          'amount?': 'integer',
          grouped: 'integer',
          'rest?': 'integer',
        },
      ],
      organisations: 'integer',
      individuals: 'integer',
    },
    run: (desk, { options: { output, ...input } }) =>
      writeReport(desk, output, async (reader) => {
        const say = sayer(await findingsFor(reader.entity.language));
        const { paper, disclosed } = await disclosurePaperOf(reader, input, desk.today, say);
        const { from, to } = disclosed;
        return { paper, data: disclosedData(disclosed), covered: { from, to } };
      }),
  }),
);
