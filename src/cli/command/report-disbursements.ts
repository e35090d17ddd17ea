import { disbursementsReported } from '../../usecase/report-disbursements.ts';
import { command } from '../command.ts';
import { GIVEN_SCOPE, reportAnswer } from '../reports.ts';
import { starter } from '../starter.ts';

const SOURCES = { own: 'integer', held: 'integer', outside: 'integer' } as const;

export const { start, commandFor } = starter(
  command({
    name: 'report disbursements',
    args: [],
    lists: true,
    options: GIVEN_SCOPE,
    examples: [
      'report disbursements --round tet-2024 -o bao-cao-tet.xlsx',
      'report disbursements --period 2024-01 --fund TET',
      'report disbursements --period 2024-Q1 --kind hardship -o bao-cao-kho-khan-quy-1.pdf',
      'report disbursements --round tet-2024 --template bieu-cap-tren.xlsx -o bao-cao.xlsx',
    ],
    answer: {
      asOf: 'day',
      ...SOURCES,
      all: 'integer',
      people: 'integer',
      awards: 'integer',
      signed: 'integer',
      'rows?': [{ award: 'text', person: 'text', unit: 'text', ...SOURCES, sum: 'integer' }],
    },
    run: (desk, { options: { fund: funds, ...scope } }) =>
      reportAnswer(desk, (reader) => disbursementsReported(reader, { ...scope, funds }, desk.today)),
  }),
);
