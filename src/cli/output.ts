import { extname } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import type { Day } from '../domain/day.ts';
import { refuse } from '../domain/failure.ts';
import { MEDIA, renderPaper, type Medium } from '../render/papers/medium.ts';
import type { Paper, Provenance } from '../report/papers/paper.ts';
import type { Table } from '../report/table.ts';
import type { Reader } from '../usecase/port/ports.ts';
import { letterheadOf, spellingOf } from '../usecase/papers.ts';
import { provenanceOf } from '../usecase/provenance.ts';
import type { Answer, Command, Desk } from './command.ts';
import { messagesFor } from './execute.ts';
import type { Format } from './globals.ts';
import { resolved } from './given.ts';
import { needed, text } from './options.ts';

type Given = Parameters<Command['run']>[1];

/** Where a paper is written to; the ending of its name says as what. */
export const OUTPUT = { output: needed(text('FILE.xlsx|.pdf|.html')) };

export const PAPER_SHAPE = { path: 'text', sheets: 'integer' } as const;

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
  const medium = MEDIA.find((each) => each === desk.format) ?? mediumOf(output);
  const { book } = await desk.session();
  return book.read(async (reader) => {
    const paper = await paperOf(reader);
    const proven = await dressed(desk, reader, paper, covered);
    await putBytes(desk, output, renderPaper(proven, medium));
    const data = { path: output, sheets: paper.sheets.length };
    return { data, text: (m) => m.done.written(data) };
  });
}

/** Where a list goes: a file, or standard output where none is named; as what, where its ending does not say. */
export interface ListOutput {
  readonly path: string | undefined;
  readonly format: Exclude<Format, 'text'> | undefined;
}

/**
 * Runs a command that answers with a list and writes the list to a file, in the book's own language; or, where no file
 * was named, to standard output.
 */
export async function listed(
  desk: Desk,
  command: Command,
  given: Given,
  output: ListOutput,
): Promise<Answer> {
  const { book } = await desk.session();
  const language = await book.read((reader) => Promise.resolve(reader.entity.language));
  // The file is the book's: its words are in the book's language whatever the screen speaks.
  const inBooks: Desk = { ...desk, m: await messagesFor(language) };
  const form = output.format ?? endingOf(output.path ?? '');
  const answer = await command.run(inBooks, given);
  const { table } = answer;
  if (table === undefined) throw new TypeError('a list without a table');
  if (output.path === undefined) {
    if (form === 'csv' || form === 'json') desk.io.stdout(await listText(answer, table, form));
    else await paperPieces(inBooks, answer, table, form, (pieces) => print(desk, pieces));
    return { data: answer.data, text: () => '', silent: true };
  }
  const path = output.path;
  // The mark at the beginning tells Excel that the letters are UTF-8.
  if (form === 'csv') await putBytes(desk, path, Buffer.from(`\ufeff${await listText(answer, table, form)}`));
  else if (form === 'json') await putBytes(desk, path, Buffer.from(await listText(answer, table, form)));
  else await paperPieces(inBooks, answer, table, form, (pieces) => putBytes(desk, path, pieces));
  const data = { ...answer.data, path };
  const rows = table.rows.filter(({ kind }) => kind === 'line').length;
  const { warnings, exit } = answer;
  const said = { path, rows };
  return {
    data,
    text: (m) => m.done.listed(said),
    ...(warnings === undefined ? {} : { warnings }),
    ...(exit === undefined ? {} : { exit }),
  };
}

async function listText(answer: Answer, table: Table, form: 'csv' | 'json'): Promise<string> {
  if (form === 'json') return `${JSON.stringify(answer.data, undefined, 2)}\n`;
  const { renderCsv } = await import('../render/csv.ts');
  return renderCsv(table);
}

/** Gives the list as a paper to `put`, while the book is open: its rows may be read as they are written. */
async function paperPieces(
  desk: Desk,
  answer: Answer,
  table: Table,
  medium: Medium,
  put: (pieces: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<void> {
  const { book } = await desk.session();
  await book.read(async (reader) => {
    if (answer.paper !== undefined) {
      const { of, ...covered } = answer.paper;
      return put(renderPaper(await dressed(desk, reader, await of(reader), covered), medium));
    }
    const { paperOfTable } = await import('../render/papers/table.ts');
    const paper = paperOfTable(table, desk.m, letterheadOf(reader), desk.today);
    return put(renderPaper(await dressed(desk, reader, paper, {}), medium));
  });
}

async function print(desk: Desk, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const piece of pieces) desk.io.bytes(piece);
}

/** What a list's file is to be, by its ending. */
function endingOf(path: string): Exclude<Format, 'text'> {
  const ending = extname(path).slice(1).toLowerCase();
  if (ending === 'csv' || ending === 'json') return ending;
  return mediumOf(path, '--output', '.csv', '.json');
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

/** What a paper says besides its own: where its figures come from, and amounts as the union spells them. */
export async function dressed(
  desk: Desk,
  reader: Reader,
  paper: Paper,
  covered: Covered & Partial<Pick<Provenance, 'query' | 'sealed'>> = {},
): Promise<Paper> {
  const said = { query: desk.query, version: manifest.version, ...covered };
  const provenance = { ...(await provenanceOf(reader, paper.date, said)), ...seal(covered) };
  return { ...paper, provenance, spelling: await spellingOf(reader) };
}

const seal = ({ sealed }: Partial<Pick<Provenance, 'sealed'>>) => (sealed === undefined ? {} : { sealed });

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
