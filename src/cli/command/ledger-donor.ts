import { subtract } from '../../domain/dong.ts';
import { donorsTable } from '../../report/ledger-summary.ts';
import { renderTable } from '../../render/text.ts';
import { donorsLedger, knownDonor } from '../../usecase/ledger-lists.ts';
import { donorLedger } from '../../usecase/ledger-books.ts';
import { fundBy } from '../../usecase/session.ts';
import { command, type Answer, type Desk } from '../command.ts';
import { COMPARE, comparedAnswer, FILTER, filterOf, LEDGER_SHAPE, ledgerAnswer } from '../ledgers.ts';
import { code, flag } from '../options.ts';
import { PERIOD, rangeOf } from '../period.ts';
import { starter } from '../starter.ts';

const SUMS = { gifts: 'integer', given: 'integer', refunded: 'integer', net: 'integer' } as const;

/** Asks for the gifts of nobody who is known. */
const UNKNOWN = '-';

export const { start, commandFor } = starter(
  command({
    name: 'ledger donor',
    args: ['donor?'],
    lists: true,
    rows: ['lines', 'donors'],
    options: { ...PERIOD, fund: code('FUND'), withhold: flag(), ...FILTER, ...COMPARE },
    examples: [
      'ledger donor --period 2024 --fund MAIAM',
      'ledger donor NT0001 --period 2024',
      'ledger donor --period 2024 --withhold -o nha-hao-tam.xlsx',
    ],
    answer: {
      ...Object.fromEntries(
        Object.entries(LEDGER_SHAPE).map(([key, shape]) => [key.endsWith('?') ? key : `${key}?`, shape]),
      ),
      from: 'day',
      to: 'day',
      'fund?': 'text',
      'donors?': [{ code: 'text', name: 'text', ...SUMS }],
      'total?': SUMS,
    },
    async run(desk, { args: [asked], options }) {
      const { book } = await desk.session();
      return book.read(async (reader) => {
        const fund = options.fund === undefined ? undefined : await fundBy(reader, options.fund);
        const range = await rangeOf(reader, desk.today, options);
        const named = !options.withhold;
        if (asked === undefined) {
          const data = await donorsLedger(reader, { ...range, fund, named });
          const table = donorsTable(data);
          const answer = { data, table, text: (m, style) => renderTable(table, m, style) } satisfies Answer;
          return comparedAnswer(desk, 'donorLedgers', answer, range, options.compare, async (days) =>
            (await donorsLedger(reader, { ...days, fund, named })).donors.map(
              ({ code: donor, given, refunded, net }) => ({ code: donor, figures: { given, refunded, net } }),
            ),
          );
        }
        const donor = asked === UNKNOWN ? undefined : await knownDonor(reader, asked);
        const scope = { ...range, donor, fund };
        const report = await donorLedger(reader, scope, filterOf(options));
        const answer = withheld(desk, report, named);
        const subject = donor?.code ?? UNKNOWN;
        return comparedAnswer(
          desk,
          'donorLedger',
          answer,
          { ...range, subject },
          options.compare,
          async (days) => {
            const { in: given, out: refunded } = await donorLedger(reader, { ...scope, ...days });
            return [{ code: subject, figures: { given, refunded, net: subtract(given, refunded) } }];
          },
        );
      });
    },
  }),
);

/** A donor's ledger, with the names on its lines or without. */
function withheld(desk: Desk, report: Awaited<ReturnType<typeof donorLedger>>, named: boolean): Answer {
  const lines = report.lines.map((line) => (named ? line : { ...line, party: '', content: '' }));
  return ledgerAnswer(desk, 'donorLedger', { ...report, lines });
}
