import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { refuse } from '../domain/failure.ts';
import { LIST_BYTES_MAX, type Source } from '../files/read.ts';
import { isSameFile, mustBeWritable, writeStream, writeWhole } from '../files/write.ts';
import { DELIMITERS, ENCODINGS, STREAMED, type Delimiter } from '../intake/names.ts';
import { openList, openSheets, type OpenedList, type Returned } from '../intake/open.ts';
import { readSpan } from '../intake/period.ts';
import { readProfile, writeProfile, type Profile } from '../intake/profile.ts';
import type { ListReading } from '../intake/reader.ts';
import { failureText } from '../render/failure.ts';
import type { Messages } from '../render/messages.ts';
import { backupTexts, refusalsFor } from './language.ts';
import type { Session } from '../usecase/session.ts';
import { isRefusal, type Answer, type Desk, type Warning } from './command.ts';
import type { Io } from './io.ts';
import { keepHeapSmall } from './memory.ts';
import { choice, flag, many, one, reader, text, type Values } from './options.ts';

/** What every command that reads a list answers. */
export const IMPORTED = {
  rows: 'integer',
  accepted: 'integer',
  rejected: 'integer',
  duplicates: 'integer',
  document: 'text',
  reading: 'any',
  /** Where the book was backed up to before a long list went in. */
  'backup?': 'text',
} as const;

/** The same of a command that may do without a list. */
export const MAYBE_IMPORTED = {
  'rows?': 'integer',
  'accepted?': 'integer',
  'rejected?': 'integer',
  'duplicates?': 'integer',
  'document?': 'text',
  'reading?': 'any',
  'backup?': 'text',
} as const;

/** How a file is to be read where its content does not say, or says it wrongly. */
export const READING = {
  sheet: text('SHEET'),
  encoding: choice(...ENCODINGS),
  delimiter: choice(...(Object.keys(DELIMITERS) as [Delimiter, ...Delimiter[]])),
  thousands: choice('dot', 'comma'),
  period: one('PERIOD', reader(readSpan, '2024-09 · 01/09/2024..30/09/2024')),
  profile: text('FILE'),
  saveAs: text('FILE'),
  noBackup: flag(),
};

/** Options of every import whose bad rows can go back to the sender. */
export const LIST = { ...READING, rejects: text('FILE'), acceptGood: flag() };

/** Rows whose balance is let stand, each with why. */
export const ACCEPT_BREAK = { acceptBreak: many('ROW=REASON', acceptedBreak) };

function acceptedBreak(typed: string): { row: number; reason: string } | undefined {
  const [, row, reason] = /^(\d{1,9})=(.*\S.*)$/u.exec(typed) ?? [];
  return row === undefined || reason === undefined
    ? undefined
    : { row: Number(row), reason: reason.normalize('NFC').trim() };
}

type Given = Values<typeof READING> & Partial<Values<typeof LIST>>;

/** Opens the list that a command names, to be read as its options say. */
async function openGiven(desk: Desk, path: string, options: Given, returned?: Returned): Promise<OpenedList> {
  keepHeapSmall();
  const profile = options.profile === undefined ? undefined : profileIn(desk, options.profile);
  const { sheet, encoding, delimiter, thousands, period, acceptGood } = options;
  const list = await openList(await sourceOf(desk, path), {
    sheet: sheet ?? profile?.file.sheet,
    encoding: encoding ?? profile?.file.encoding,
    delimiter: delimiter ?? profile?.file.delimiter,
    reading: { thousands, period, profile, acceptGood, returned },
  });
  mustBeAsShown(desk, path, list);
  let all: number | undefined;
  return {
    ...list,
    // Read once, its rows are known: the second reading tells how long yet.
    rows: async function* () {
      let rows = 0;
      for await (const batch of desk.work.through(list.rows(), 'rows', ({ length }) => length, all)) {
        rows += batch.length;
        yield batch;
      }
      all = rows;
    },
  };
}

/** Refuses a list that is another than the one a person was shown and said yes to. */
function mustBeAsShown(desk: Desk, path: string, { file, digest }: OpenedList): void {
  const { lists } = desk.remembered;
  const hex = digest.toString('hex');
  if ((lists.get(path) ?? hex) !== hex) refuse('input.changed', { file });
  lists.set(path, hex);
}

/** Every sheet of a list that a command names, where it names one. */
export async function sheetsIn(desk: Desk, path: string | undefined): Promise<readonly OpenedList[]> {
  if (path === undefined) return [];
  const sheets = await openSheets(await sourceOf(desk, path), {});
  for (const sheet of sheets) mustBeAsShown(desk, path, sheet);
  return sheets;
}

/**
 * Reads a list and writes what it says. Bad rows go back to the sender in the
 * file that `--rejects` names, whether the list was refused or its good rows taken; `--save-as` keeps how it was read.
 */
export async function imported(
  desk: Desk,
  path: string,
  options: Given,
  write: (session: Session, list: OpenedList) => Promise<Answer & { data: { reading: ListReading } }>,
): Promise<Answer> {
  const returned: Returned = { faults: [], headingRow: 0, headings: [], swapped: [] };
  const inUse = [desk.beside, path];
  mustBeFree(desk, [...inUse, options.profile ?? '', options.saveAs ?? ''], '--rejects', options.rejects);
  mustBeFree(desk, inUse, '--save-as', options.saveAs);
  const list = await openGiven(desk, path, options, returned);
  const session = await desk.session();
  const kept: { path?: string } = {};
  const backUp = async (uuid: string) => {
    kept.path = await (await import('./backups.ts')).backUpFirst(desk, uuid);
  };
  try {
    const answer = await write(options.noBackup ? session : { ...session, backUp }, list);
    const { reading } = answer.data;
    const left = [...new Set(returned.faults.map(({ row }) => row))];
    const warnings: readonly Warning[] =
      left.length === 0 ? [] : [{ code: 'rows.left', facts: { rows: left } }];
    // The book is written: what fails from here on is said, and undoes nothing.
    await beside(desk, async () => {
      if (session.dryRun) return;
      if (options.saveAs !== undefined) saveProfile(desk, options.saveAs, reading, returned.headings);
      await sendBack(desk, options, list, returned);
    });
    return {
      ...(kept.path === undefined ? answer : await saidFirst(desk, answer, kept.path)),
      warnings: [...warnings, ...(answer.warnings ?? [])],
      preview: (m) => m.reading(reading),
    };
  } catch (error) {
    // What a rehearsal refuses is refused for good: nothing comes after it that could send the rows back.
    const refused = isRefusal(error) && error.failure.code === 'input.rows';
    if (refused && (desk.rehearses || !session.dryRun))
      await beside(desk, () => sendBack(desk, options, list, returned));
    throw error;
  }
}

/** An answer that first says where the book was backed up to. */
async function saidFirst(desk: Desk, answer: Answer, path: string): Promise<Answer> {
  const texts = await backupTexts(desk.m.language);
  const text: Answer['text'] = (m, style) =>
    [texts.backedUpFirst({ path }), answer.text(m, style)].join('\n');
  return { ...answer, data: { ...answer.data, backup: path }, text };
}

/** The same where the number of rows is all there is to say. */
export function importedRows(
  desk: Desk,
  path: string,
  options: Given,
  write: (
    session: Session,
    list: OpenedList,
  ) => Promise<Parameters<Messages['done']['imported']>[0] & { reading: ListReading }>,
): Promise<Answer> {
  return imported(desk, path, options, async (session, list) => {
    const data = await write(session, list);
    return { data, nothing: data.accepted === 0, text: (m) => m.done.imported(data) };
  });
}

async function beside(desk: Desk, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!isRefusal(error)) throw error;
    desk.say(failureText(error.failure, desk.m, await refusalsFor(desk.m.language)));
  }
}

/** What a command writes beside the book never falls on the book or the list, and has a place before anything is done. */
export function mustBeFree(
  desk: Desk,
  others: readonly string[],
  option: string,
  wanted: string | undefined,
): void {
  if (wanted === undefined) return;
  const path = resolved(desk, wanted);
  if (option === '--rejects' && !/\.(xlsx|csv)$/i.test(path))
    refuse('usage.value', { option, given: wanted, expected: 'can-sua.xlsx · can-sua.csv' });
  if (others.some((each) => isSameFile(resolved(desk, each), path)))
    refuse('file.unwritable', { path: wanted, reason: 'book, list' });
  if (option === '--rejects' && existsSync(path)) refuse('file.exists', { path: wanted });
  mustBeWritable(path);
}

async function sendBack(desk: Desk, options: Given, list: OpenedList, returned: Returned): Promise<void> {
  if (options.rejects === undefined || returned.faults.length === 0) return;
  const { returnedList } = await import('./returned.ts');
  const { returnedCsv, returnedWorkbook } = await import('../render/xlsx/returned.ts');
  const said = await refusalsFor(desk.m.language);
  const back = returnedList(list, returned, options.acceptGood === true, desk.m, said);
  const path = resolved(desk, options.rejects);
  if (path.toLowerCase().endsWith('.csv')) writeWhole(path, await returnedCsv(back));
  else await writeStream(path, desk.work.breathing(returnedWorkbook(back)));
  const rows = new Set(returned.faults.map(({ row }) => row)).size;
  desk.say(desk.m.done.sentBack({ path: options.rejects, rows, whole: options.acceptGood !== true }));
}

function profileIn(desk: Desk, name: string): Profile {
  return readProfile(resolved(desk, name), name);
}

function saveProfile(desk: Desk, name: string, reading: ListReading, headings: readonly string[]): void {
  const marked = reading.amounts.map(({ mark }) => mark).find((mark) => mark !== 'none');
  const { encoding, repaired } = reading.source.text ?? {};
  writeProfile(resolved(desk, name), {
    ...(reading.sheet === '' ? {} : { sheet: reading.sheet }),
    // A file whose letters were put right is told from its content each time.
    ...(encoding === undefined || repaired !== undefined ? {} : { encoding }),
    ...(reading.source.dialect === undefined ? {} : { delimiter: reading.source.dialect.delimiter }),
    ...(marked === undefined ? {} : { thousands: marked }),
    headings,
    columns: reading.heading.columns,
  });
  desk.say(desk.m.done.savedProfile({ path: name }));
}

/** The bytes of a list: a file's, or for `-` what comes through standard input, which is read whole first. */
export async function sourceOf(desk: Desk, path: string): Promise<Source> {
  if (path !== '-') return resolved(desk, path);
  if (desk.io.stdinIsTerminal()) refuse('usage.terminal', { stream: 'in' });
  return { name: STREAMED, bytes: await streamed(desk.io, LIST_BYTES_MAX) };
}

/** What comes through standard input, whole; refused where it is more than `limit` bytes. */
export async function streamed(io: Io, limit: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const piece of io.stdin()) {
      bytes += piece.length;
      if (bytes > limit) refuse('input.size', { file: STREAMED, bytes, limit });
      pieces.push(piece);
    }
  } catch (error) {
    // A folder, or nothing at all, stands there.
    if (error instanceof Error && 'syscall' in error) refuse('file.missing', { path: STREAMED });
    throw error;
  }
  return Buffer.concat(pieces);
}

export function resolved(desk: Desk, path: string): string {
  return isAbsolute(path) ? path : join(desk.io.cwd, path);
}
