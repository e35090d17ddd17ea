import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { COMMANDS } from '../../src/cli/commands.ts';
import { parse } from '../../src/cli/parse.ts';
import { findCommand } from '../../src/cli/run.ts';
import { askedPast } from './past.ts';
import type { Stage } from './play.ts';
import { connected } from './server.ts';

/** Commands that write, and not to a book that is there already, or not to its entity: nobody can have it. */
const NO_BOOK = new Set(['init', 'import-book', 'demo', 'role grant', 'role revoke']);
/** And those that are for books that are files. */
const FOR_FILES = new Set(['restore', 'migrate', 'collect']);

/**
 * Shows of each writing command, once, that a busy book makes it leave with 6 and nothing behind: the lock is held, the
 * line is run, and what lies in the folder must be as before. The line that is run next must then print what it prints
 * where nobody ever had the book.
 */
export class BusyProofs {
  readonly #proved = new Set<string>();

  /** Runs a line against a book that is held; gives what is to be told the exit code of the line itself. */
  async before(
    stage: Stage,
    words: readonly string[],
    input: Uint8Array | undefined,
  ): Promise<(exit: number) => void> {
    const name = await writingName(words);
    if (name === undefined || this.#proved.has(name)) return () => {};
    const held = await holding(stage, words);
    if (held === undefined) return () => {};
    const left = await leftBy(stage);
    let exit: number;
    try {
      ({ exit } = await stage.play([...words, '--lock-timeout', '0'], input));
    } finally {
      await held();
    }
    const line = words.join(' ');
    const now = await leftBy(stage);
    if (now !== left) throw new Error(`${line}: left something with exit ${exit}:\n${left}\n${now}`);
    return (own) => {
      // A line that is refused by a rule may be refused by it before it comes to the book's lock.
      if (own !== 0) return;
      if (exit !== 6) throw new Error(`${line}: exit ${exit} where the book is busy`);
      this.#proved.add(name);
    };
  }

  /** Writing commands that nothing was shown of. */
  async missing(): Promise<string[]> {
    const files = process.env['PHUCLOI_TEST_SERVER'] === undefined;
    const all = await Promise.all(
      COMMANDS.map(async ({ name, load }) => {
        const { writes } = (await load()).commandFor(name.split(' ')[0] ?? '');
        const left = writes === undefined || NO_BOOK.has(name) || (!files && FOR_FILES.has(name));
        return left || this.#proved.has(name) ? [] : [name];
      }),
    );
    return all.flat();
  }
}

/** Holds the book that a line is about, where there is one, as a command in the middle of its write does; gives the end of it. */
export async function holding(
  stage: Stage,
  words: readonly string[],
): Promise<(() => Promise<void>) | undefined> {
  const at = words.indexOf('--book');
  if (at < 0 && stage.book !== undefined) {
    const server = await connected(stage.book);
    const there = await server.query("select to_regclass('entity') as entity");
    const [row] = there.rows as { entity: string | null }[];
    if (typeof row?.entity !== 'string') {
      await server.end();
      return undefined;
    }
    await server.query('begin');
    await server.query('select entity from entity for no key update');
    return () => server.end();
  }
  const book = join(stage.folder, at < 0 ? 'phucloi.db' : (words[at + 1] ?? ''));
  if (!existsSync(book)) return undefined;
  const other = new Sqlite(book);
  other.exec('begin immediate');
  return () => {
    other.exec('rollback');
    other.close();
    return Promise.resolve();
  };
}

/** Every file of a stage's folder, and how far its book on a server is. */
async function leftBy(stage: Stage): Promise<string> {
  const files = stampsIn(stage.folder);
  if (stage.book === undefined) return files;
  const asked = await askedPast(
    stage,
    'select entity, count(*) as operations from operation group by entity',
  );
  return `${files}\n${JSON.stringify(asked)}`;
}

/** The command that a line runs, where it writes the book. */
async function writingName(words: readonly string[]): Promise<string | undefined> {
  const found = findCommand(words);
  if (found === undefined) return undefined;
  const { name } = found.entry;
  const command = (await found.entry.load()).commandFor(name.split(' ')[0] ?? '');
  if (command.writes === undefined || NO_BOOK.has(name)) return undefined;
  try {
    const { given, globals } = await parse(command, found.rest);
    const only = command.looks?.(given) === true || globals.dryRun || globals.help;
    return only ? undefined : name;
  } catch {
    return undefined;
  }
}

/** Every file of a folder, with what changes when it is written; what the program keeps for itself is none of it. */
function stampsIn(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('.cache'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((path) => {
      const { ino, size, mtimeMs } = statSync(path);
      return `${path} ${ino} ${size} ${mtimeMs}`;
    })
    .join('\n');
}
