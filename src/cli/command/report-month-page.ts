import { extname } from 'node:path';
import { firstDay } from '../../domain/day.ts';
import { refuse } from '../../domain/failure.ts';
import { renderMonthPage } from '../../render/html/month-page.ts';
import { monthPage } from '../../usecase/month-page.ts';
import { letterheadOf } from '../../usecase/papers.ts';
import { command } from '../command.ts';
import { findingData, findingsFor, FINDING_SHAPE } from '../findings.ts';
import { FUND_BALANCE, FUND_RECONCILED } from '../shapes.ts';
import { month, needed, text } from '../options.ts';
import { provenanceFor, putBytes } from '../output.ts';
import { starter } from '../starter.ts';

const MOVED = { opening: 'integer', in: 'integer', out: 'integer', closing: 'integer' } as const;
const FUND = { code: 'text', kind: 'text', ...MOVED } as const;
const GIVEN = {
  code: 'text',
  name: 'text',
  people: 'integer',
  cash: 'integer',
  goods: 'integer',
  outside: 'integer',
  total: 'integer',
} as const;
const PENDING = { awards: 'integer', amount: 'integer' } as const;

export const { start, commandFor } = starter(
  command({
    name: 'report month-page',
    args: [],
    options: { output: needed(text('FILE.html')), period: needed(month()) },
    examples: ['report month-page --period 2024-01 -o thang-01.html'],
    answer: {
      path: 'text',
      month: 'text',
      asOf: 'day',
      'head?': 'text',
      balance: {
        asOf: 'day',
        funds: [FUND_BALANCE],
        total: 'integer',
        held: 'integer',
      },
      reconciliation: {
        period: 'text',
        balanced: 'boolean',
        funds: [FUND_RECONCILED],
      },
      months: [{ month: 'text', funds: [FUND] }],
      places: [{ code: 'text', name: 'text', kind: 'text', ...MOVED }],
      rounds: [{ ...GIVEN, kind: 'text' }],
      units: [GIVEN],
      homes: [{ stage: 'text', houses: 'integer', paid: 'integer', open: 'integer' }],
      pending: [{ code: 'text', name: 'text', unpaid: PENDING, handed: PENDING, unsigned: PENDING }],
      advances: [
        { voucher: 'text', fund: 'text', day: 'day', 'due?': 'day', amount: 'integer', open: 'integer' },
      ],
      findings: [FINDING_SHAPE],
    },
    async run(desk, { options: { output, period } }) {
      if (extname(output).toLowerCase() !== '.html')
        refuse('usage.value', { option: '--output', given: output, expected: 'FILE.html' });
      const { book } = await desk.session();
      return book.read(async (reader) => {
        const page = await monthPage(reader, period, desk.today);
        const letterhead = letterheadOf(reader);
        const covered = { from: firstDay(period), to: page.asOf };
        const provenance = await provenanceFor(desk, reader, page.asOf, covered);
        const texts = await findingsFor(letterhead.language);
        await putBytes(desk, output, renderMonthPage(page, letterhead, texts, provenance));
        const { names: _, head, findings, advances, ...figures } = page;
        const own = await findingsFor(desk.m.language);
        const data = {
          path: output,
          ...figures,
          ...(head === undefined ? {} : { head }),
          advances: advances.map(({ due, ...rest }) => ({ ...rest, ...(due === undefined ? {} : { due }) })),
          findings: findings.map((each) => findingData(each, own)),
        };
        return { data, text: (m) => m.done.written({ path: output }) };
      });
    },
  }),
);
