import type { GridRow } from '../intake/cell.ts';
import type { Messages } from '../render/messages.ts';
import type { Io } from './io.ts';

/** Work shorter than this shows nothing; what is shown changes at most so often. Milliseconds. */
export const QUIET_MS = 1000;
const STEP_MS = 200;

/** Says on stderr how far a list is read, where a person sees it: rows, and the time left once their number is known. */
export class Progress {
  readonly #io: Io;
  readonly #m: Messages;
  readonly #begun = performance.now();
  #shown = 0;
  #width = 0;
  /** Rows of the list, known when it has been read once. */
  #all: number | undefined;

  constructor(io: Io, m: Messages) {
    this.#io = io;
    this.#m = m;
  }

  /** The same rows, counted as they pass. */
  async *through(batches: AsyncIterable<readonly GridRow[]>): AsyncIterable<readonly GridRow[]> {
    if (!this.#io.stderrIsTerminal) {
      yield* batches;
      return;
    }
    const from = performance.now();
    let rows = 0;
    try {
      for await (const batch of batches) {
        yield batch;
        rows += batch.length;
        this.#show(rows, from);
      }
      this.#all = rows;
    } finally {
      this.#clear();
    }
  }

  #show(rows: number, from: number): void {
    const now = performance.now();
    if (now - this.#begun < QUIET_MS || now - this.#shown < STEP_MS) return;
    const left = this.#all === undefined ? undefined : ((this.#all - rows) * (now - from)) / rows / 1000;
    const text = this.#m.words.progress({ rows, seconds: left === undefined ? undefined : Math.ceil(left) });
    this.#io.stderr(`\r${text.padEnd(this.#width)}`);
    this.#shown = now;
    this.#width = Math.max(this.#width, text.length);
  }

  #clear(): void {
    if (this.#width > 0) this.#io.stderr(`\r${' '.repeat(this.#width)}\r`);
    this.#width = 0;
  }
}
