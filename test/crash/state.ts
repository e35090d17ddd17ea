import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import Sqlite from 'better-sqlite3';

/** Columns that a second clean run of the same command fills otherwise: chance, the clock, and what is made of them. */
const CHANCE: Readonly<Record<string, readonly string[]>> = {
  '*': [
    'salt',
    'digest',
    'actor_digest',
    'recorded_at',
    'created_at',
    'uuid',
    'lookup',
    'fingerprint',
    'head',
  ],
  book: ['key'],
  vault: ['wrapped'],
};

/** What a book says, table by table: how many rows, and a digest of all that is neither chance nor the clock. */
export type Model = Readonly<Record<string, string>>;

/** What is wrong with a book as a file, and what it says; opening it takes back what was being written. */
export function bookAt(path: string): { faults: string[]; model: Model | undefined } {
  if (!existsSync(path)) return { faults: [], model: undefined };
  const sqlite = new Sqlite(path);
  try {
    const faults: string[] = [];
    const sound = sqlite.pragma('integrity_check', { simple: true });
    if (sound !== 'ok') faults.push(`integrity_check: ${String(sound)}`);
    if (sqlite.pragma('foreign_key_check', { simple: true }) !== undefined) faults.push('foreign keys');
    return { faults, model: modelOf(sqlite) };
  } catch (error) {
    return { faults: [`${basename(path)}: ${String(error)}`], model: {} };
  } finally {
    sqlite.close();
  }
}

function modelOf(sqlite: Sqlite.Database): Model {
  const tables = sqlite
    .prepare<[], string>(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name",
    )
    .pluck()
    .all();
  return Object.fromEntries(
    tables.map((table) => {
      const columns = sqlite
        .prepare<[string], string>('select name from pragma_table_info(?)')
        .pluck()
        .all(table)
        .filter((name) => !CHANCE['*']?.includes(name) && !CHANCE[table]?.includes(name));
      const hash = createHash('sha256');
      let rows = 0;
      const listed = columns.map((name) => `"${name}"`).join(', ');
      const rowsOf = sqlite.prepare<[], Record<string, unknown>>(
        `select ${listed} from "${table}" order by ${listed}`,
      );
      for (const row of rowsOf.iterate()) {
        hash.update(JSON.stringify(SECRET.has(table) ? Object.values(row).map(ifPlain) : row));
        rows += 1;
      }
      return [table, `${rows} ${hash.digest('hex').slice(0, 16)}`];
    }),
  );
}

const SECRET = new Set(['private', 'setting']);
const SEALED = /^(?:pl1:|[0-9a-f]{64}$)/;

/** What is encrypted, and the digest of its key, is never twice the same; that it is encrypted, is. */
function ifPlain(value: unknown): unknown {
  return typeof value === 'string' && SEALED.test(value) ? '<sealed>' : value;
}

/** The tables in which two books differ. */
export function differing(one: Model | undefined, other: Model | undefined): string[] {
  if (one === undefined || other === undefined) return one === other ? [] : ['no book'];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    (table) => one[table] !== other[table],
  );
}

/** Folders of the machine, not of the person: what can be made again. */
const ASIDE = new Set(['.cache', '.state']);

/** All files of a folder, by their paths in it; a note of who writes is believed of nobody who was killed. */
export function filesIn(folder: string, at = folder): string[] {
  return readdirSync(at, { withFileTypes: true })
    .filter(({ name }) => (at !== folder || !ASIDE.has(name)) && !name.endsWith('.db-writer'))
    .flatMap((each) => {
      const path = join(at, each.name);
      return each.isDirectory() ? filesIn(folder, path) : [relative(folder, path)];
    })
    .toSorted();
}

/** A file's name without the moment that is in it. */
export function plainName(path: string): string {
  return path.replace(/\d{4}-\d{2}-\d{2}-\d{6}(-\d+)?(?=\.)/, '<moment>');
}

/** What a killed run may leave beside a file's place, and what SQLite keeps while it writes. */
export function isDraft(path: string): boolean {
  return path
    .split('/')
    .some(
      (part) =>
        /\.\d+\.[0-9a-f-]{36}\.(tmp|old)(-journal)?$/.test(part) || /\.db-(journal|writer)$/.test(part),
    );
}

/** Why a file is not whole; undefined where it is. */
export function cutOff(path: string): string | undefined {
  const bytes = readFileSync(path);
  if (path.endsWith('.xlsx')) {
    const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
    if (end < 0) return 'a workbook without its directory';
    const [size, offset] = [bytes.readUInt32LE(end + 12), bytes.readUInt32LE(end + 16)];
    return offset + size === end && end + 22 === bytes.length ? undefined : 'a workbook cut off';
  }
  if (path.endsWith('.pdf')) {
    const made = bytes.subarray(0, 8).toString('latin1');
    // What the story hands in is a line of text.
    return made.startsWith('%PDF') && (bytes.length < 100 || bytes.subarray(-8).includes('%%EOF'))
      ? undefined
      : 'a PDF cut off';
  }
  if (basename(path) === 'SHA256SUMS') {
    const wrong = bytes
      .toString()
      .trimEnd()
      .split('\n')
      .find((line) => {
        const file = join(dirname(path), line.slice(66));
        return (
          !existsSync(file) ||
          createHash('sha256').update(readFileSync(file)).digest('hex') !== line.slice(0, 64)
        );
      });
    return wrong === undefined ? undefined : `a pack whose digest is wrong: ${wrong}`;
  }
  if (path.endsWith('.json') && statSync(path).size === 0) return 'empty';
  if (basename(path) === 'config.json' || basename(path) === 'mau.json') {
    try {
      JSON.parse(bytes.toString());
      return undefined;
    } catch {
      return 'JSON cut off';
    }
  }
  return bytes.length === 0 ? 'empty' : undefined;
}
