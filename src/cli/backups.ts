import { lstatSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, isAbsolute, join, relative } from 'node:path';
import { isRefusal, type Desk } from './command.ts';
import { quoted } from '../domain/command-line.ts';
import { refuse } from '../domain/failure.ts';
import { listFolder } from '../files/folder.ts';
import { sidecarOf } from '../files/publish.ts';
import type { Cipher } from '../usecase/port/backup.ts';
import { readRecipients, variable, VARIABLES } from './config.ts';

/**
 * Why a backup was made. A person's stays until he takes it away; so do those of a close and of a migration, whatever he
 * asks for. What the program makes before a long import is rotated.
 */
type Reason = 'hand' | 'auto' | 'kept';

export interface FoundBackup {
  readonly path: string;
  readonly file: string;
  readonly reason: Reason;
  /** The moment in Vietnam, as in `2024-11-30 120000 001`, the last of them its number; by it they are put in order. */
  readonly at: string;
  readonly encrypted: boolean;
}

/** Automatic backups of one book that a folder keeps. */
const AUTOMATIC_KEPT = 5;

/** What a book's backups are called after its own name: by the month, or by the moment; a migration's also by the schema. */
const NAME =
  /^-(?:(\d{4}-\d{2})|(\d{4}-\d{2}-\d{2})-(\d{6}))(?:-(\d{1,3}))?(?:-[0-9a-f]{8})?(?:(\.auto)|(\.v\d+))?\.backup\.db(\.age)?$/;

/** Where backups go: the folder that the configuration names, else beside the book. */
export function backupFolder(desk: Desk): string {
  const named = variable(desk.io.env, 'backups');
  if (named === undefined) return dirname(desk.beside);
  return isAbsolute(named) ? named : join(desk.io.cwd, named);
}

/** The keys that every backup is encrypted for, where the configuration names any. */
export function recipientsOf(desk: Desk): readonly string[] {
  return readRecipients(variable(desk.io.env, 'backupRecipient') ?? '');
}

/** A backup that is to be made: its name, and what encrypts it. */
export interface Place {
  readonly path: string;
  readonly cipher: Cipher | undefined;
}

/** By the configuration: in plain, or for the keys that it names. `named` makes the name of a mark and an ending. */
export async function placeFor(
  desk: Desk,
  uuid: string,
  named: (mark: string, ending: string) => string,
): Promise<Place> {
  const recipients = recipientsOf(desk);
  if (recipients.length === 0) return { path: named('', '.backup.db'), cipher: undefined };
  const path = named(`-${markOf(uuid)}`, '.backup.db.age');
  const { forRecipients } = await import('./age.ts');
  return { path, cipher: forRecipients(recipients, path, VARIABLES.backupRecipient) };
}

/** A name by day and time that nothing has; `mark` stands before the ending. */
export function freeName(desk: Desk, folder: string, ending: string, mark = ''): string {
  return freeBeside(desk, folder, `${mark}${ending}`, desk.beside);
}

/** The same for a book of another name. */
export function freeBeside(desk: Desk, folder: string, ending: string, book: string): string {
  const begun = `${stemOf(book)}-${momentOf(desk.io.now.getTime()).join('-')}`;
  // After the last of that second, not in the place of one that was rotated away: the order of names is the order of time.
  const taken = (listFolder(folder) ?? []).flatMap((name) => {
    const end = name.startsWith(begun) ? name.indexOf(ending, begun.length) : -1;
    const [, number = '1'] = end < 0 ? [] : (/^(?:-(\d{1,3}))?$/.exec(name.slice(begun.length, end)) ?? []);
    return end < 0 ? [] : [Number(number)];
  });
  const number = Math.max(0, ...taken) + 1;
  return join(folder, `${begun}${number === 1 ? '' : `-${number}`}${ending}`);
}

/** What a month's backup is called; the second close of a month has -2. */
export function monthName(desk: Desk, month: string, number: number, tail: string): string {
  return `${stemOf(desk.beside)}-${month}${number === 1 ? '' : `-${number}`}${tail}`;
}

/** The backups of a book beside it and in the folder of the configuration, by their names; the newest first. */
export function backupsOf(desk: Desk): readonly FoundBackup[] {
  const folders = new Set([dirname(desk.beside), backupFolder(desk)]);
  return [...folders].flatMap((folder) => backupsIn(folder, desk.beside)).toSorted(newestFirst);
}

/** Throws on what refused a book; of one that is not there it adds what there is to restore. */
export function refuseMissing(error: unknown, desk: Desk): never {
  if (!isRefusal(error) || error.failure.code !== 'book.missing') throw error;
  const found = backupsOf(desk);
  const [newest] = found;
  if (newest === undefined) throw error;
  const { book } = desk.globals;
  const at = book === undefined ? '' : ` --book ${quoted(book)}`;
  return refuse('book.missing', {
    path: desk.bookPath,
    backups: found.length,
    restore: `phucloi restore ${quoted(told(desk, newest.path))}${at}`,
  });
}

const newestFirst = (a: FoundBackup, b: FoundBackup) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0);

function backupsIn(folder: string, book: string): FoundBackup[] {
  const stem = stemOf(book);
  return (listFolder(folder) ?? []).flatMap((file): FoundBackup[] => {
    const name = file.startsWith(stem) ? NAME.exec(file.slice(stem.length)) : null;
    if (name === null) return [];
    const [, named, day, time, number = '1', auto, schema, age] = name;
    const path = join(folder, file);
    const status = statSync(path, { throwIfNoEntry: false });
    if (status?.isFile() !== true) return [];
    const moment = named === undefined ? [day, time] : momentOf(status.mtimeMs);
    const at = [...moment, number.padStart(3, '0')].join(' ');
    const other = auto === undefined ? 'hand' : 'auto';
    const reason = named === undefined && schema === undefined ? other : 'kept';
    return [{ path, file, reason, at, encrypted: age !== undefined }];
  });
}

/** What is rotated: backups of one kind of one book in a folder. */
interface Rotation {
  readonly folder: string;
  readonly reason: 'hand' | 'auto';
  /** How many stay, with the one that was just made. */
  readonly keep: number;
  /** The one that was just made, or would be. It stays whatever the names of others say: a clock may have been ahead. */
  readonly made: string;
  readonly uuid: string;
  readonly dryRun?: boolean;
}

/**
 * Removes what is more than `keep` backups, the oldest first; gives what it removed. A file of that name which is another
 * book's, or cannot be read, is nobody's to remove.
 */
export async function rotate(desk: Desk, rotation: Rotation): Promise<string[]> {
  const { folder, reason, keep, made, uuid, dryRun = false } = rotation;
  const others = backupsIn(folder, desk.beside).filter(
    (each) => each.reason === reason && each.path !== made,
  );
  const own: FoundBackup[] = [];
  for (const each of others.toSorted(newestFirst)) if (await isOwn(desk, each, uuid)) own.push(each);
  const removed = own.slice(keep - 1);
  for (const { path } of dryRun ? [] : removed) {
    rmSync(path, { force: true });
    rmSync(sidecarOf(path), { force: true });
  }
  return removed.map(({ file }) => file);
}

/** Nobody can look into an encrypted one: the book's mark is in its name. */
async function isOwn(desk: Desk, { path, encrypted }: FoundBackup, uuid: string): Promise<boolean> {
  if (!lstatSync(path).isFile()) return false;
  if (encrypted) return path.includes(`-${markOf(uuid)}.`);
  try {
    const copy = await desk.library.open(path);
    try {
      return await copy.read((reader) => Promise.resolve(reader.uuid === uuid));
    } finally {
      copy.close();
    }
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

/** What tells the encrypted backups of one book from those of another of its name. */
export function markOf(uuid: string): string {
  return uuid.replaceAll('-', '').slice(0, 8);
}

/**
 * Backs the book up before a long list goes in; what cannot be backed up is not begun. Older automatic ones give way,
 * once the new one stands.
 */
export async function backUpFirst(desk: Desk, uuid: string): Promise<string> {
  const { book } = await desk.session();
  const folder = backupFolder(desk);
  const { path, cipher } = await placeFor(desk, uuid, (mark, ending) =>
    freeName(desk, folder, ending, `${mark}.auto`),
  );
  try {
    await book.backup(path, cipher);
    await rotate(desk, { folder, reason: 'auto', keep: AUTOMATIC_KEPT, made: path, uuid });
  } catch (error) {
    if (!isRefusal(error) || error.failure.code === 'stopped' || error.failure.code === 'terminated')
      throw error;
    const { code, facts } = error.failure;
    if (code === 'book.busy') throw error;
    return refuse('backup.failed', {
      path: told(desk, path),
      reason: 'reason' in facts && typeof facts.reason === 'string' ? facts.reason : code,
    });
  }
  return told(desk, path);
}

/** A path as the person is told it: from the folder of the command, where it lies in it. */
export function told(desk: Desk, path: string): string {
  const from = relative(desk.io.cwd, path);
  return from.startsWith('..') || isAbsolute(from) ? path : from;
}

function stemOf(book: string): string {
  return basename(book, extname(book));
}

/** Day and time in Vietnam, which keeps UTC+7 all year. */
function momentOf(time: number): [day: string, time: string] {
  const iso = new Date(time + 7 * 3600 * 1000).toISOString();
  return [iso.slice(0, 10), iso.slice(11, 19).replaceAll(':', '')];
}
