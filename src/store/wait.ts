import { lstatSync, readFileSync } from 'node:fs';
import type { BookWriter } from '../domain/failure-facts.ts';
import { refuse } from '../domain/failure.ts';
import { runs } from '../files/draft.ts';
import { isBusy, noteOf, type Waiting } from './patience.ts';

/**
 * Between two looks, in milliseconds, and no two processes at one beat. Who has waited longer looks more often, and so
 * comes first more often.
 */
const SLICE_MS = 20;
const LONG_MS = 1000;

/** Tries again until it goes through, patience ends (`book.busy`) or somebody asks to stop. */
export async function waited<T>(attempt: () => T, waiting: Waiting): Promise<T> {
  const { path, patience, work, readers } = waiting;
  const how = readers === true ? 'reading' : 'writing';
  // A note is away for the moment of a commit: the last one that was seen counts.
  const seen: { writer?: BookWriter | undefined } = {};
  const writer = () => (readers === true ? undefined : (seen.writer = writerOf(path) ?? seen.writer));
  const begun = milliseconds();
  let looks = 0;
  try {
    for (;;) {
      const passed = milliseconds() - begun;
      if (passed >= patience)
        refuse('book.busy', { path, how, writer: writer(), waited: Math.floor(passed / 1000) });
      work.waits({ how, writer });
      // A stop that somebody asks for is heard here.
      await work.step(0);
      looks += 1;
      const slice = 1 + ((process.pid + looks * 7) % (passed < LONG_MS ? SLICE_MS : SLICE_MS / 4));
      await new Promise((resolve) => {
        setTimeout(resolve, Math.min(slice, patience - passed));
      });
      try {
        return attempt();
      } catch (error) {
        if (!isBusy(error)) throw error;
      }
    }
  } finally {
    work.waits(undefined);
  }
}

const milliseconds = (): number => process.uptime() * 1000;

/** More than any note says. */
const BYTES_MAX = 4096;
const LETTERS_MAX = 60;

/**
 * Who writes, by the note beside the book; undefined where there is none, or it was left by a process that runs no more.
 * Anybody may have put it there: of its words only so many letters are taken.
 */
function writerOf(path: string): BookWriter | undefined {
  const note = noteOf(path);
  try {
    const found = lstatSync(note);
    if (!found.isFile() || found.size > BYTES_MAX) return undefined;
    const said = JSON.parse(readFileSync(note, 'utf8')) as Partial<Record<keyof BookWriter, unknown>>;
    const { actor, command, since, process: id, machine } = said;
    if (typeof since !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/.test(since)) return undefined;
    if (typeof id !== 'number' || !Number.isSafeInteger(id) || id <= 0) return undefined;
    if (lettersOf(actor) === '') return undefined;
    const here = machine === process.getBuiltinModule('node:os').hostname();
    if (here && !runs(id)) return undefined;
    return {
      actor: lettersOf(actor),
      command: lettersOf(command),
      since,
      process: id,
      machine: here ? undefined : lettersOf(machine),
    };
  } catch {
    return undefined;
  }
}

function lettersOf(said: unknown): string {
  if (typeof said !== 'string') return '';
  return said
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N} ._'-]/gu, '')
    .replace(MORE, '$1');
}

const MORE = new RegExp(`^(.{${LETTERS_MAX}}).*$`, 'u');
