import { accessSync, closeSync, constants, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { BookWriter } from '../domain/failure-facts.ts';
import { refuse } from '../domain/failure.ts';
import { systemCode } from '../files/held.ts';
import type { OperationHeader } from '../usecase/book.ts';
import { noteOf, patiently, type Waiting } from './patience.ts';
import type { Sqlite } from './sqlite.ts';
import { rollBack } from './statements.ts';

/** What tells a file from another that was put in its place; nothing for a name that leads nowhere. */
export function markOf(path: string): string {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev} ${ino}`;
  } catch (error) {
    systemCode(error);
    return '';
  }
}

/**
 * One command's turn at writing: from `begin immediate`, for which it waits, until it is committed or taken back. Whoever
 * waits for it meanwhile finds in a note beside the book who writes.
 */
export class Turn {
  readonly #sqlite: Sqlite;
  readonly #waiting: Waiting;
  readonly #mark: string;
  #noted: OperationHeader | undefined;

  constructor(sqlite: Sqlite, waiting: Waiting, mark: string) {
    this.#sqlite = sqlite;
    this.#waiting = waiting;
    this.#mark = mark;
  }

  async begin(header: OperationHeader): Promise<void> {
    mustLetWrite(this.#waiting.path);
    await patiently(() => this.#sqlite.exec('begin immediate'), this.#waiting);
    this.mustBeThere();
    this.#leaveNote(header);
  }

  /** Those who read meanwhile are waited for: new ones are not let in by then. */
  async commit(): Promise<void> {
    await patiently(
      () => {
        this.mustBeThere();
        const header = this.#noted;
        this.takeNote();
        try {
          this.#sqlite.exec('commit');
        } catch (error) {
          // Who only has to wait goes on; where SQLite has taken all back, the turn is over and may be another's.
          if (header !== undefined && this.#sqlite.inTransaction) this.#leaveNote(header);
          throw error;
        }
      },
      { ...this.#waiting, readers: true },
    );
  }

  /** Takes back what was not committed. */
  end(): void {
    this.takeNote();
    rollBack(this.#sqlite);
  }

  /** While the book is still this command's: whoever comes next leaves a note of its own. */
  takeNote(): void {
    if (this.#noted !== undefined) takeNote(this.#waiting.path);
    this.#noted = undefined;
  }

  #leaveNote(header: OperationHeader): void {
    this.#noted = header;
    leaveNote(this.#waiting.path, header);
  }

  /** While this waited, another file may have been put in the book's place: what is written here nobody would read. */
  mustBeThere(): void {
    const { path } = this.#waiting;
    if (markOf(path) !== this.#mark) refuse('book.replaced', { path });
  }
}

/** A file or a folder that is closed to writing is told before any work is done for it. */
function mustLetWrite(path: string): void {
  for (const [place, cause] of [
    [path, 'file'],
    [dirname(path), 'folder'],
  ] as const) {
    try {
      accessSync(place, constants.W_OK);
    } catch {
      refuse('book.read-only', { path, cause });
    }
  }
}

/**
 * Writes who writes. Always a new file, readable by its owner only: nothing that somebody put there is followed or
 * written over. A folder that takes none keeps nobody from writing.
 */
function leaveNote(path: string, { command, actor, recordedAt }: OperationHeader): void {
  const note = noteOf(path);
  const writer: BookWriter = {
    actor,
    command,
    since: recordedAt,
    process: process.pid,
    machine: process.getBuiltinModule('node:os').hostname(),
  };
  try {
    rmSync(note, { force: true });
    const handle = openSync(note, 'wx', 0o600);
    try {
      writeSync(handle, `${JSON.stringify(writer)}\n`);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Those who wait are told that somebody writes, and not who.
  }
}

function takeNote(path: string): void {
  try {
    rmSync(noteOf(path), { force: true });
  } catch {
    // It is written anew with the next write, and of a process that has ended it is not believed.
  }
}
