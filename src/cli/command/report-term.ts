import { readMonth, type Month } from '../../domain/day.ts';
import { readSpan } from '../../domain/span.ts';
import type { TermFigure } from '../../report/term.ts';
import { termReportPaper } from '../../usecase/term-report.ts';
import { command } from '../command.ts';
import { flag, many, needed, text } from '../options.ts';
import { OUTPUT, PAPER_SHAPE, writeReport } from '../output.ts';
import { span } from '../period.ts';
import { starter } from '../starter.ts';

/** Reads `remittance:XHTT=2019` or `home=10/2018`: a figure, and the month it is counted from. */
function readSince(typed: string): readonly [string, Month] | undefined {
  const at = typed.lastIndexOf('=');
  const [key, start] = [typed.slice(0, at).trim(), typed.slice(at + 1).trim()];
  const month = readMonth(start) ?? readSpan(start)?.from;
  return at < 1 || month === undefined ? undefined : [key, month];
}

const FIGURE = {
  key: 'text',
  kind: 'text',
  period: { from: 'day', to: 'day' },
  count: 'integer',
  amount: 'integer',
  sources: [{ section: 'text', name: 'text', amount: 'integer' }],
  vouchers: ['text'],
  entries: ['integer'],
  awards: ['text'],
  'before?': { from: 'day', to: 'day', count: 'integer', amount: 'integer' },
} as const;

function figureData(figure: TermFigure) {
  const { key, kind, from, to, count, amount, sources, vouchers, entries, awards, before } = figure;
  const data = { key, kind, period: { from, to }, count, amount, sources, vouchers, entries, awards };
  return before === undefined ? data : { ...data, before };
}

export const { start, commandFor } = starter(
  command({
    name: 'report term',
    args: [],
    options: {
      ...OUTPUT,
      period: needed(span()),
      since: many('FIGURE=YYYY-MM', readSince),
      compare: flag(),
      number: text('NO'),
      called: text('TEXT'),
    },
    examples: [
      'report term --period 2024-H1 -o bao-cao-6-thang.xlsx',
      'report term --period 2018-10..2020-09 --called "nửa nhiệm kỳ 2018–2023" --since remittance:XHTT=2019 -o so-ket-nua-nhiem-ky.xlsx',
      'report term --period 2024 --compare --number 15/BC-CĐYT -o bao-cao-nam.xlsx',
    ],
    answer: { ...PAPER_SHAPE, period: 'text', from: 'day', to: 'day', figures: [FIGURE] },
    run: (desk, { options: { output, since, ...input } }) =>
      writeReport(desk, output, async (reader) => {
        const given = { ...input, since: new Map(since) };
        const { report, paper } = await termReportPaper(reader, given, desk.today);
        const { label, days, figures } = report;
        const data = { period: label, ...days, figures: figures.map(figureData) };
        return { paper, data, covered: days };
      }),
  }),
);
