import { extname } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import type { Day } from '../domain/day.ts';
import { refuse } from '../domain/failure.ts';
import { MEDIA, renderPaper, type Medium } from '../render/papers/medium.ts';
import type { Paper } from '../report/papers/paper.ts';
import type { Table } from '../report/table.ts';
import type { Reader } from '../usecase/port/ports.ts';
import { letterheadOf } from '../usecase/papers.ts';
import { provenanceOf } from '../usecase/provenance.ts';
import type { Answer, Desk } from './command.ts';
import type { FilledFiles } from './template.ts';
import { resolved } from './given.ts';
import { needed, text } from './options.ts';

/** Where a paper is written to; the ending of its name says as what. */
export const OUTPUT = { output: needed(text('FILE.xlsx|.pdf|.html')), template: text('THEIR.xlsx') };

/** Where a list is written to instead of being printed. */
export const LIST_OUTPUT = {
  output: text('FILE.xlsx|.pdf|.html|.csv|.json'),
  template: text('THEIR.xlsx'),
};

export const PAPER_SHAPE = { path: 'text', sheets: 'integer', 'files?': ['text'] } as const;

/** The days that a paper covers, where it covers a period. */
export interface Covered {
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

/** Writes a paper to the file that was named, in the book's own language, and says where. */
export async function writePaper(
  desk: Desk,
  output: string,
  paperOf: (reader: Reader) => Promise<Paper>,
  covered: Covered = {},
): Promise<Answer> {
  const medium = mediumOf(output);
  mustTakeTemplate(desk, output);
  const { book } = await desk.session();
  return book.read(async (reader) => {
    const paper = await paperOf(reader);
    const filled = await putPaper(desk, reader, output, medium, paper, covered);
    const data = { path: output, sheets: paper.sheets.length };
    return filled === undefined
      ? { data, text: (m) => m.done.written(data) }
      : { data: { ...data, files: filled.files }, ...filled.answer };
  });
}

/** A template is a workbook, and so is what is made of it. */
function mustTakeTemplate(desk: Desk, output: string | undefined): void {
  if (desk.template?.kind !== 'fill') return;
  if (output === undefined) return refuse('usage.missing', { option: '--output' });
  if (extname(output).toLowerCase() !== '.xlsx')
    refuse('usage.value', { option: '--output', given: output, expected: 'FILE.xlsx' });
}

/** Writes a list to the file that was named, and says where; a list that no file was named for is printed. */
export async function listedTo(
  desk: Desk,
  output: string | undefined,
  answer: Answer & { readonly table: Table },
): Promise<Answer> {
  mustTakeTemplate(desk, output);
  if (output === undefined) return answer;
  const ending = extname(output).toLowerCase();
  const { table } = answer;
  let filled: FilledFiles | undefined;
  if (ending === '.csv') {
    const { renderCsv } = await import('../render/csv.ts');
    // The mark at the beginning tells Excel that the letters are UTF-8.
    await putBytes(desk, output, Buffer.from(`\ufeff${renderCsv(table)}`));
  } else if (ending === '.json') {
    await putBytes(desk, output, Buffer.from(`${JSON.stringify(answer.data, undefined, 2)}\n`));
  } else {
    const medium = mediumOf(output, '--output', '.csv', '.json');
    const { paperOfTable } = await import('../render/papers/table.ts');
    const { book } = await desk.session();
    await book.read(async (reader) => {
      const paper = paperOfTable(table, desk.m, letterheadOf(reader), desk.today);
      filled = await putPaper(desk, reader, output, medium, paper, {});
    });
  }
  const data = { ...answer.data, path: output };
  const rows = table.rows.filter(({ kind }) => kind === 'line').length;
  return { data, text: (m) => m.done.listed({ path: output, rows }), ...filled?.answer };
}

/** What a file's ending asks for. */
export function mediumOf(output: string, option = '--output', ...others: readonly string[]): Medium {
  const ending = extname(output).slice(1).toLowerCase();
  const expected = [...MEDIA.map((medium) => `.${medium}`), ...others];
  return (
    MEDIA.find((medium) => medium === ending) ??
    refuse('usage.value', { option, given: output, expected: `FILE${expected.join(' · ')}` })
  );
}

async function putPaper(
  desk: Desk,
  reader: Reader,
  output: string,
  medium: Medium,
  paper: Paper,
  covered: Covered,
): Promise<FilledFiles | undefined> {
  const said = { query: desk.query, version: manifest.version, ...covered };
  const provenance = await provenanceOf(reader, paper.date, said);
  return putPrinted(desk, output, medium, { ...paper, provenance });
}

/** Writes a paper as its file's ending wants it, or into the template that was named: then says which files. */
export async function putPrinted(
  desk: Desk,
  output: string,
  medium: Medium,
  paper: Paper,
): Promise<FilledFiles | undefined> {
  if (desk.template === undefined) await putBytes(desk, output, renderPaper(paper, medium));
  else if (desk.template.kind === 'learn') desk.template.take(paper);
  else return (await import('./template.ts')).putFilled(desk, desk.template.path, output, paper);
  return undefined;
}

/** Writes a file whole or not at all, and nothing in a rehearsal; never over the book. */
export async function putBytes(
  desk: Desk,
  output: string,
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<void> {
  const { isSameFile, writeStream, writeWhole } = await import('../files/write.ts');
  const path = resolved(desk, output);
  if (isSameFile(path, desk.bookPath)) refuse('file.unwritable', { path: output, reason: 'book' });
  if (desk.header('').dryRun) return;
  if (bytes instanceof Uint8Array) writeWhole(path, bytes);
  else await writeStream(path, bytes);
}
