import { refuse } from '../../domain/failure.ts';
import { consolidated, consolidatedRun } from '../../usecase/report-consolidated.ts';
import { command, type Warning } from '../command.ts';
import { code } from '../options.ts';
import { PERIOD, rangeOf } from '../period.ts';
import { reportAnswer } from '../reports.ts';
import { starter } from '../starter.ts';

const SUMS = {
  opening: 'integer',
  contributions: 'integer',
  allocations: 'integer',
  transfersIn: 'integer',
  otherIn: 'integer',
  disbursements: 'integer',
  remittances: 'integer',
  transfersOut: 'integer',
  allocationsOut: 'integer',
  otherOut: 'integer',
  closing: 'integer',
} as const;

const ROUND = {
  people: 'integer',
  awards: 'integer',
  decided: 'integer',
  paid: 'integer',
  signed: 'integer',
} as const;

export const { start, commandFor } = starter(
  command({
    name: 'report consolidated',
    args: [],
    lists: true,
    rows: ['units', 'unions'],
    options: { ...PERIOD, round: code('ROUND') },
    examples: [
      'report consolidated --period 2024-01',
      'report consolidated --period 2024-Q1 -o hop-nhat-quy-1.xlsx',
      'report consolidated --round tet-2024 -o tet-toan-nganh.pdf',
    ],
    answer: {
      'from?': 'day',
      to: 'day',
      'units?': [{ union: 'text', month: 'text', upTo: 'day', own: SUMS, held: SUMS }],
      'eliminations?': [{ what: 'text', kind: 'text', sums: SUMS }],
      'own?': SUMS,
      'held?': SUMS,
      'unmatched?': 'integer',
      'round?': 'text',
      'unions?': [{ union: 'text', name: 'text', month: 'text', ...ROUND }],
      'twice?': 'integer',
      'total?': ROUND,
      absent: [{ union: 'text', state: 'text' }],
    },
    async run(desk, { options: { period, from, to, round } }) {
      if (round !== undefined && (period ?? from ?? to) !== undefined)
        refuse('usage.conflict', { options: ['--period', '--round'] });
      if (round === undefined && (period ?? from ?? to) === undefined)
        refuse('usage.missing', { option: '--period | --round' });
      const collection = await desk.library.collection(desk.bookPath, desk.access);
      const answer = await reportAnswer(desk, async (reader) =>
        round === undefined
          ? consolidated(reader, collection, await rangeOf(reader, desk.today, { period, from, to }))
          : consolidatedRun(reader, collection, round, desk.today),
      );
      return { ...answer, warnings: warningsOf(answer.data) };
    },
    next: () => ['phucloi collection check --period …'],
  }),
);

/** What of the report is not there: on paper it is a note below the table. */
function warningsOf(data: object): Warning[] {
  const { absent = [], units = [], to = '', unmatched = 0 } = data as Told;
  const behind = units.filter(({ upTo }) => upTo < to);
  const codes = (unions: readonly { union: string }[]) => ({ units: unions.map(({ union }) => union) });
  return [
    ...(absent.length === 0 ? [] : [{ code: 'units.absent', facts: codes(absent) } as const]),
    ...(behind.length === 0 ? [] : [{ code: 'units.behind', facts: codes(behind) } as const]),
    ...(unmatched === 0 ? [] : [{ code: 'passed.unmatched', facts: { amount: unmatched } } as const]),
  ];
}

interface Told {
  readonly absent?: readonly { readonly union: string }[];
  readonly units?: readonly { readonly union: string; readonly upTo: string }[];
  readonly to?: string;
  readonly unmatched?: number;
}
