import { extname } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { readDay, type Day } from '../domain/day.ts';
import { refuse } from '../domain/failure.ts';
import { MEDIA, renderPaper, type Medium } from '../render/papers/medium.ts';
import type { Paper, PaperRow, Provenance } from '../report/papers/paper.ts';
import type { Table } from '../report/table.ts';
import type { Reader } from '../usecase/port/ports.ts';
import { letterheadOf, spellingOf } from '../usecase/papers.ts';
import { provenanceOf } from '../usecase/provenance.ts';
import type { Reported } from '../usecase/report-value.ts';
import type { Answer, Command, Desk } from './command.ts';
import { UNPRINTED } from './execute.ts';
import { messagesFor } from './language.ts';
import type { Format } from './globals.ts';
import { resolved } from './given.ts';
import { needed, text } from './options.ts';
import type { FilledFiles } from './template.ts';

type Given = Parameters<Command['run']>[1];

/** Where a paper is written to; the ending of its name says as what. */
export const OUTPUT = { output: needed(text('FILE.xlsx|.pdf|.html')), template: text('THEIR.xlsx') };

export const PAPER_SHAPE = { path: 'text', sheets: 'integer', 'files?': ['text'] } as const;

/** The days that a paper covers, where it covers a period. */
type Covered = Reported['covered'];

interface Written {
  readonly path: string;
  readonly sheets: number;
}

/** Writes a paper to the file that was named, in the book's own language, and says where. */
export function writePaper(
  desk: Desk,
  output: string,
  paperOf: (reader: Reader) => Promise<Paper>,
  covered: Covered = {},
): Promise<Answer> {
  return writeReport(desk, output, async (reader) => ({ paper: await paperOf(reader), data: {}, covered }));
}

/** Writes a report that is a paper only, and tells its figures besides where it is. */
export async function writeReport<D extends object>(
  desk: Desk,
  output: string,
  build: (reader: Reader) => Promise<Reported & { readonly data: D }>,
): Promise<Answer & { readonly data: Written & D }> {
  const medium = mediumFor(desk, output);
  mustTakeTemplate(desk, output, medium);
  const { book } = await desk.session();
  return book.read(async (reader) => {
    const { paper, data: figures, covered } = await build(reader);
    const filled = await putPrinted(desk, output, medium, await dressed(desk, reader, paper, covered));
    const written = { path: output, sheets: paper.sheets.length };
    return filled === undefined
      ? {
          data: { ...written, ...figures },
          text: (m) => m.done.written(medium === 'xlsx' ? written : { path: output }),
        }
      : { data: { ...written, files: filled.files, ...figures }, ...filled.answer };
  });
}

/** A template is a workbook, and so is what is made of it. */
function mustTakeTemplate(desk: Desk, output: string | undefined, form: Format): void {
  if (desk.template?.kind !== 'fill') return;
  if (output === undefined) return refuse('usage.missing', { option: '--output' });
  if (form !== 'xlsx') refuse('usage.value', { option: '--output', given: output, expected: 'FILE.xlsx' });
}

/** Refuses a template that cannot be filled before what leaves the book is recorded there: then it would not have left. */
export async function mustFill(desk: Desk, output: ListOutput | undefined): Promise<void> {
  if (desk.template?.kind !== 'fill') return;
  if (output !== undefined) mustTakeTemplate(desk, output.path, output.format ?? endingOf(output.path ?? ''));
  const { readTemplate } = await import('../intake/workbook-template.ts');
  await readTemplate(resolved(desk, desk.template.path));
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
  { path, format }: ListOutput,
): Promise<Answer> {
  const { book } = await desk.session();
  const language = await book.read((reader) => Promise.resolve(reader.entity.language));
  // The file is the book's: its words are in the book's language whatever the screen speaks.
  const form = format ?? endingOf(path ?? '');
  mustTakeTemplate(desk, path, form);
  const asPaper = form !== 'csv' && form !== 'json';
  const inBooks: Desk = { ...desk, m: await messagesFor(language), asPaper };
  let taken: Answer | undefined;
  const takes: Desk['takes'] = async (list) => {
    const { putLong } = await import('./long-list.ts');
    const rows = await putLong(inBooks, path, form === 'csv' ? form : 'json', list);
    if (path === undefined) return (taken = { data: {}, text: () => '', silent: true });
    return (taken = { data: { path }, text: (m) => m.done.listed({ path, rows }) });
  };
  // In a rehearsal nothing is written, and whoever is told the answer besides needs all of it.
  const holds = asPaper || desk.globals.json || desk.header('').dryRun;
  const answer = await command.run(holds ? inBooks : { ...inBooks, takes }, given);
  if (taken !== undefined) return taken;
  const filled = await putListed(inBooks, answer, path, form);
  const { table, warnings = [], exit } = answer;
  if (path === undefined) return { ...answer, silent: true };
  const rows = table?.rows.filter(({ kind }) => kind === 'line').length;
  return {
    data: { ...answer.data, path, ...(filled === undefined ? {} : { files: filled.files }) },
    text: (m) => (rows === undefined ? m.done.written({ path }) : m.done.listed({ path, rows })),
    ...(exit === undefined ? {} : { exit }),
    ...filled?.answer,
    warnings: [...warnings, ...(filled?.answer.warnings ?? [])],
  };
}

/** Writes the list in one form, to its file or to standard output. */
async function putListed(
  desk: Desk,
  answer: Answer,
  path: string | undefined,
  form: Exclude<Format, 'text'>,
): Promise<FilledFiles | undefined> {
  if (form === 'csv' || form === 'json') {
    const said = await listText(answer, form, path === undefined);
    if (path === undefined) printed(() => desk.io.stdout(said));
    // The mark at the beginning tells Excel that the letters are UTF-8.
    else await putBytes(desk, path, Buffer.from(form === 'csv' ? `\ufeff${said}` : said));
    return undefined;
  }
  const { book } = await desk.session();
  // While the book is open: a paper's rows may be read as they are written.
  return book.read(async (reader) => {
    const paper = await listPaper(desk, reader, answer);
    if (path !== undefined) return putPrinted(desk, path, form, paper);
    for await (const piece of renderPaper(paper, form)) printed(() => desk.io.bytes(piece));
    return undefined;
  });
}

/** What finds no place on standard output is no defect. */
export function printed(print: () => void): void {
  try {
    print();
  } catch (cause) {
    throw new Error(UNPRINTED, { cause });
  }
}

async function listText({ data, table }: Answer, form: 'csv' | 'json', streamed: boolean): Promise<string> {
  if (form === 'json') return `${(await import('../render/screen.ts')).jsonText(data, 2)}\n`;
  const { renderCsv } = await import('../render/csv.ts');
  return renderCsv(tableOf(table), streamed ? '\n' : '\r\n');
}

async function listPaper(desk: Desk, reader: Reader, answer: Answer): Promise<Paper> {
  if (answer.paper !== undefined) {
    const { of, ...covered } = answer.paper;
    return dressed(desk, reader, await of(reader), covered);
  }
  const { paperOfTable } = await import('../render/papers/table.ts');
  const table = tableOf(answer.table);
  const covered = coveredBy(table);
  const { to = desk.today } = covered;
  // A ledger is signed by the officers of its last day, or of today where that is earlier.
  const isLedger = desk.m.ledgerHead(table.name, table.facts) !== undefined;
  const date = isLedger && to > desk.today ? desk.today : to;
  const officers = isLedger ? await reader.officers(date) : [];
  const paper = paperOfTable(table, desk.m, { letterhead: letterheadOf(reader), date, officers });
  return dressed(desk, reader, paper, covered);
}

/** The period that a list says it covers: its paper is of the period's last day, on whatever day it is printed. */
function coveredBy({ facts }: Table): Covered {
  const dayIn = (key: string) => readDay(String(facts[key] ?? ''));
  return { from: dayIn('from'), to: dayIn('to') ?? dayIn('asOf') };
}

function tableOf(table: Table | undefined): Table {
  if (table === undefined) throw new TypeError('a list without a table');
  return { ...table, columns: table.columns.filter(({ room }) => room !== 'screen') };
}

/** What a list's file is to be, by its ending. */
function endingOf(path: string): Exclude<Format, 'text'> {
  const ending = extname(path).slice(1).toLowerCase();
  if (ending === 'csv' || ending === 'json') return ending;
  return mediumOf(path, '--output', '.csv', '.json');
}

/** What a paper is written as: what was asked for, else what the ending of its file says. */
export function mediumFor({ globals: { format } }: Desk, output: string): Medium {
  return MEDIA.find((each) => each === format) ?? mediumOf(output);
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
  const provenance = await provenanceFor(desk, reader, paper.date, covered);
  return { ...paper, provenance, spelling: await spellingOf(reader) };
}

/** Where figures of a day come from: the book as it stands, by this command and this version of the program. */
export async function provenanceFor(
  desk: Desk,
  reader: Reader,
  day: Day,
  { sealed, ...covered }: Covered & Partial<Pick<Provenance, 'query' | 'sealed'>>,
): Promise<Provenance> {
  const said = { query: desk.query, version: manifest.version, ...covered };
  const provenance = await provenanceOf(reader, day, said);
  return sealed === undefined ? provenance : { ...provenance, sealed };
}

/** Writes a paper as its file's ending wants it, or into the template that was named: then says which files. */
export async function putPrinted(
  desk: Desk,
  output: string,
  medium: Medium,
  paper: Paper,
): Promise<FilledFiles | undefined> {
  if (desk.template === undefined) await putBytes(desk, output, renderPaper(counted(desk, paper), medium));
  else if (desk.template.kind === 'learn') desk.template.take(paper);
  else return (await import('./template.ts')).putFilled(desk, desk.template.path, output, paper);
  return undefined;
}

/** The same paper; the rows of its long lists are counted as they are written. */
function counted({ work }: Desk, paper: Paper): Paper {
  work.begin('rows');
  // Rows may be read more than once.
  const each = (rows: Iterable<PaperRow> | AsyncIterable<PaperRow>) => ({
    async *[Symbol.asyncIterator]() {
      for await (const row of rows) {
        yield row;
        const wait = work.step(1);
        if (wait !== undefined) await wait;
      }
    },
  });
  const sheets = paper.sheets.map((sheet) => ({
    ...sheet,
    blocks: sheet.blocks.map((block) =>
      block.kind !== 'table' || Array.isArray(block.rows) ? block : { ...block, rows: each(block.rows) },
    ),
  }));
  return { ...paper, sheets };
}

/** Writes a file whole or not at all, and nothing in a rehearsal; never over the book. */
export async function putBytes(
  desk: Desk,
  output: string,
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<void> {
  if (output === '-') return streamed(desk, bytes);
  const { isBook, writeStream, writeWhole } = await import('../files/write.ts');
  const path = resolved(desk, output);
  if (isBook(path, desk.beside)) refuse('file.unwritable', { path: output, reason: 'book' });
  if (desk.header('').dryRun) return;
  if (bytes instanceof Uint8Array) writeWhole(path, bytes);
  else await writeStream(path, desk.work.breathing(bytes));
  desk.work.end();
}

/** A file's bytes on standard output, as they come. */
async function streamed(desk: Desk, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<void> {
  if (desk.header('').dryRun) return;
  const pieces = bytes instanceof Uint8Array ? [bytes] : bytes;
  for await (const piece of pieces) printed(() => desk.io.bytes(piece));
}
