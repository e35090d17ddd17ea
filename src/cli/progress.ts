import { refuse } from '../domain/failure.ts';
import type { Messages } from '../render/messages.ts';
import type { Awaited, Work, WorkUnit } from '../usecase/port/work.ts';
import type { Io } from './io.ts';

/** Work shorter than this shows nothing; what is shown changes at most so often. Milliseconds. */
const QUIET_MS = 1000;
const STEP_MS = 200;
/** A signal is heard at most so long after it came; shorter costs more than it is worth. */
const TURN_MS = 50;

/** Since the process began, by a clock that nobody sets; `performance` is a module that would have to be loaded. */
const milliseconds = (): number => process.uptime() * 1000;

/** Says on stderr how far long work is, where a person sees it: how much, how fast and how long yet; and hears Ctrl-C. */
export class Progress implements Work {
  readonly #io: Io;
  readonly #m: Messages;
  readonly #shows: boolean;
  readonly #born = milliseconds();
  #turned = Number.NEGATIVE_INFINITY;
  #unit: WorkUnit | undefined;
  #all: number | undefined;
  #done = 0;
  #begun = 0;
  #shown = 0;
  #width = 0;
  #written = false;
  #waitsSince: number | undefined;

  /** `shows`: whether a person watches; work stops on a signal all the same. */
  constructor(io: Io, m: Messages, shows: boolean) {
    this.#io = io;
    this.#m = m;
    this.#shows = shows && io.stderrIsTerminal;
  }

  begin(unit: WorkUnit, all?: number): void {
    this.#unit = unit;
    this.#all = all;
    this.#done = 0;
    this.#begun = milliseconds();
  }

  count(count: number): void {
    this.#done += count;
  }

  step(count: number): Promise<void> | undefined {
    this.#done += count;
    const now = milliseconds();
    if (now - this.#turned < TURN_MS) return undefined;
    this.#turned = now;
    this.#show(now);
    return this.#io.turn === undefined ? undefined : this.#turn(this.#io.turn);
  }

  end(): void {
    this.#unit = undefined;
    this.clear();
  }

  waits(awaited: Awaited | undefined): void {
    const now = milliseconds();
    if (awaited === undefined) {
      this.#waitsSince = undefined;
      this.clear();
      return;
    }
    this.#waitsSince ??= now;
    const waited = now - this.#waitsSince;
    if (!this.#shows || waited < QUIET_MS || now - this.#shown < STEP_MS) return;
    const { how } = awaited;
    this.#line(this.#m.words.waiting({ how, writer: awaited.writer(), seconds: Math.floor(waited / 1000) }));
    this.#shown = now;
  }

  written(): void {
    this.#written = true;
  }

  /** Takes the line away; something else is going to be printed. */
  clear(): void {
    if (this.#width > 0) this.#io.stderr(`\r${' '.repeat(this.#width)}\r`);
    this.#width = 0;
  }

  /** The same pieces, counted as they pass. */
  async *through<T>(
    pieces: AsyncIterable<T> | Iterable<T>,
    unit: WorkUnit,
    size: (piece: T) => number,
    all?: number,
  ): AsyncGenerator<T> {
    this.begin(unit, all);
    try {
      for await (const piece of pieces) {
        yield piece;
        const wait = this.step(size(piece));
        if (wait !== undefined) await wait;
      }
    } finally {
      this.end();
    }
  }

  /** The same bytes of a file; between them a stop is heard. */
  async *breathing<T>(pieces: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T> {
    for await (const piece of pieces) {
      yield piece;
      const wait = this.step(0);
      if (wait !== undefined) await wait;
    }
  }

  async #turn(turn: NonNullable<Io['turn']>): Promise<void> {
    const signal = await turn();
    if (signal === undefined) return;
    this.clear();
    refuse(signal === 'SIGTERM' ? 'terminated' : 'stopped', { written: this.#written });
  }

  /** Shows a line in the place of the one before. */
  #line(text: string): void {
    this.#io.stderr(`\r${text.padEnd(this.#width)}`);
    this.#width = Math.max(this.#width, text.length);
  }

  #show(now: number): void {
    if (!this.#shows || this.#unit === undefined || this.#done === 0) return;
    if (now - this.#born < QUIET_MS || now - this.#shown < STEP_MS) return;
    const perSecond = (this.#done * 1000) / Math.max(1, now - this.#begun);
    const left = this.#all === undefined ? undefined : Math.ceil((this.#all - this.#done) / perSecond);
    const text = this.#m.words.progress({
      unit: this.#unit,
      done: this.#done,
      all: this.#all,
      perSecond: Math.round(perSecond),
      seconds: left === undefined ? undefined : Math.max(0, left),
    });
    this.#line(text);
    this.#shown = now;
  }
}
