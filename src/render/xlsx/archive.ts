import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Day } from '../../domain/day.ts';

/** Of what carries no day: the first day a zip archive can name. */
export const NO_DAY = '1980-01-01' as Day;

/** A file in an archive, written piece by piece; a piece waits until those before it are taken. */
export class Entry {
  readonly #stream: PassThrough;
  /** Says that nobody reads the archive any more. */
  readonly #signal: AbortSignal;

  constructor(stream: PassThrough, signal: AbortSignal) {
    this.#stream = stream;
    this.#signal = signal;
  }

  async write(text: string): Promise<void> {
    this.#signal.throwIfAborted();
    if (this.#stream.write(Buffer.from(text, 'utf8'))) return;
    await once(this.#stream, 'drain', { signal: this.#signal });
  }

  async end(): Promise<void> {
    this.#signal.throwIfAborted();
    const closed = once(this.#stream, 'close', { signal: this.#signal });
    this.#stream.end();
    await closed;
  }
}

/** A zip archive, made while it is read. Every file carries one day, so that the same content makes the same bytes. */
export class Archive {
  readonly #zip = new ZipFile();
  readonly #mtime: Date;
  readonly #bytes: PassThrough = this.#zip.outputStream as PassThrough;
  readonly #left = new AbortController();

  constructor(day: Day) {
    const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
    // The library writes the zone's time of the machine: midnight there is the same day everywhere.
    this.#mtime = new Date(Math.min(Math.max(year, 1980), 2107), month - 1, date);
  }

  /** A file written piece by piece; the last one must have ended. */
  open(name: string): Entry {
    const stream = new PassThrough();
    this.#zip.addReadStream(stream, name, { mtime: this.#mtime, forceDosTimestamp: true });
    return new Entry(stream, this.#left.signal);
  }

  put(name: string, text: string): void {
    this.#zip.addBuffer(Buffer.from(text, 'utf8'), name, { mtime: this.#mtime, forceDosTimestamp: true });
  }

  /** The archive's bytes while `fill` writes its files; an error of either side ends both. */
  async *bytes(fill: () => Promise<void>): AsyncGenerator<Uint8Array> {
    const filling = fill().then(
      () => {
        this.#zip.end();
      },
      (error: unknown) => {
        this.#bytes.destroy(error instanceof Error ? error : new Error(String(error)));
      },
    );
    try {
      for await (const piece of this.#bytes) yield piece as Uint8Array;
    } finally {
      this.#left.abort();
      await filling;
    }
  }
}

/** Bytes that came in pieces, together. */
export async function gathered(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return new Uint8Array(Buffer.concat(all));
}
