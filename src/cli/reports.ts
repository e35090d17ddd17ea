import { extname } from 'node:path';
import { tableOfPaper } from '../render/papers/table.ts';
import { renderTable } from '../render/text.ts';
import type { Reader } from '../usecase/port/ports.ts';
import type { Reported } from '../usecase/report-value.ts';
import type { Answer, Desk } from './command.ts';
import { LIST_OUTPUT, listedTo, mediumOf, putPaper } from './output.ts';

/** Where a report is written to instead of being printed: a paper to sign, or a list. */
export const REPORT_OUTPUT = LIST_OUTPUT;

/** What every report's data may have besides its own: where it was written to. */
export const REPORTED = { 'path?': 'text', 'sheets?': 'integer' } as const;

/** A report: printed as a table, or written as a paper or a list by its file's ending. All of them show one value. */
export async function reportTo(
  desk: Desk,
  output: string | undefined,
  build: (reader: Reader) => Promise<Reported>,
): Promise<Answer> {
  const { book } = await desk.session();
  const ending = output === undefined ? '' : extname(output).toLowerCase();
  if (output !== undefined && ending !== '.csv' && ending !== '.json') {
    const medium = mediumOf(output, '--output', '.csv', '.json');
    return book.read(async (reader) => {
      const { paper, data, covered } = await build(reader);
      await putPaper(desk, reader, output, medium, paper, covered);
      const written = { path: output, sheets: paper.sheets.length };
      return { data: { ...data, ...written }, text: (m) => m.done.written(written) };
    });
  }
  const { paper, data: told, rows } = await book.read(build);
  const data = { ...told, ...rows?.() };
  const table = await tableOfPaper(paper, desk.m);
  return listedTo(desk, output, { data, table, text: (m, style) => renderTable(table, m, style) });
}
