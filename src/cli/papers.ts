import { extname, isAbsolute, join } from 'node:path';
import { refuse } from '../domain/failure.ts';
import type { Paper } from '../report/papers/paper.ts';
import type { Reader } from '../usecase/port/ports.ts';
import type { Answer, Desk } from './command.ts';
import { needed, text } from './options.ts';

/** Where a paper is written to. */
export const OUTPUT = { output: needed(text('FILE.xlsx')) };

export const PAPER_SHAPE = { path: 'text', sheets: 'integer' } as const;

/** Writes a paper as a workbook, in the book's own language, and says where. */
export async function writePaper(
  desk: Desk,
  output: string,
  paperOf: (reader: Reader) => Promise<Paper>,
): Promise<Answer> {
  if (extname(output).toLowerCase() !== '.xlsx') {
    refuse('usage.value', { option: '--output', given: output, expected: 'FILE.xlsx' });
  }
  const { book } = await desk.session();
  return book.read(async (reader) => {
    const paper = await paperOf(reader);
    const { renderWorkbook } = await import('../render/xlsx.ts');
    const { PAPER_TEXTS } = await import('../render/paper-text.ts');
    const bytes = await renderWorkbook(paper, PAPER_TEXTS[reader.entity.language]);
    const { writeWhole } = await import('../files/write.ts');
    const { dryRun } = desk.header('');
    if (!dryRun) writeWhole(isAbsolute(output) ? output : join(desk.io.cwd, output), bytes);
    const data = { path: output, sheets: paper.sheets.length };
    return { data, text: (m) => m.done.written(data) };
  });
}
