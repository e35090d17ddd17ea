import { PROGRAMME_KINDS } from '../domain/award.ts';
import { tableOfPaper } from '../render/papers/table.ts';
import { renderTable } from '../render/text.ts';
import type { Reader } from '../usecase/port/ports.ts';
import type { Reported } from '../usecase/report-value.ts';
import type { Answer, Desk } from './command.ts';
import { choice, code, words } from './options.ts';
import { span } from './period.ts';

/** What a report of what was given may be cut down to. */
export const GIVEN_SCOPE = {
  round: code('ROUND'),
  period: span(),
  unit: code('UNIT'),
  fund: words('FUND'),
  kind: choice(...PROGRAMME_KINDS),
};

/** A report: printed as a table, or written as a paper or a list. All of them show one value. */
export async function reportAnswer(
  desk: Desk,
  build: (reader: Reader) => Promise<Reported>,
): Promise<Answer> {
  const { book } = await desk.session();
  const { paper: made, data, rows, covered } = await book.read(build);
  const paper = { of: () => Promise.resolve(made), ...covered };
  if (desk.asPaper === true) return { data, paper, text: () => '' };
  const table = await tableOfPaper(made, desk.m);
  return {
    data: { ...data, ...rows?.() },
    table,
    paper,
    text: (m, style) => renderTable(table, m, style),
  };
}
