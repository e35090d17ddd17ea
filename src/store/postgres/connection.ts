import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import type { ClientConfig } from 'pg';
import type { Connection, Statement } from '../connection.ts';
import { translate, type Translated } from './dialect.ts';
import {
  ANSWERS,
  answered,
  ENDED,
  type Answer,
  type Asked,
  type Cell,
  type Link,
  type Told,
} from './link.ts';

/** What PostgreSQL says against a statement, or the system against a connection. */
class PostgresError extends Error {
  override readonly name = 'PostgresError';
  readonly code: string;
  readonly constraint: string | undefined;
  readonly table: string | undefined;

  constructor({ code, message, constraint, table }: Told) {
    super(message);
    this.code = code;
    this.constraint = constraint;
    this.table = table;
  }
}

/** How many statements may wait in the thread for the server: more would only take memory. */
const SILENT_MAX = 32;
/** Rows of a long answer that are read at once. */
const FETCHED = 500;

/** Rows of one statement, where they cannot be copied. */
const TOGETHER = 64;

/** After so many new rows the server looks how many there are: what it planned for empty tables is slow in full ones. */
const LEARNT_AT = [500, 5000, 50_000];

/** Sent as rows rather than as a copy: beginning a copy costs two turns to the server more. */
const FEW = 8;

/**
 * A connection to a server that answers at once, as SQLite's does: a thread speaks with the server, and this one sleeps
 * until it has. Rows to be written are told without waiting; what the server has against them, the next question hears.
 */
export class PostgresConnection implements Connection {
  /** The entity whose accounts are meant. */
  entity = 0;
  /** Whether rows may be copied: past policies of rows, as only the owner of the tables is, PostgreSQL copies nothing. */
  copies = true;
  readonly #signal = new Int32Array(new SharedArrayBuffer(8));
  readonly #port: MessagePort;
  readonly #thread: Worker;
  readonly #translated = new Map<string, Translated>();
  #transaction = false;
  #silent = 0;
  #cursors = 0;
  #inserted = 0;
  #closed = false;

  constructor(settings: ClientConfig, anyName = false) {
    const { port1, port2 } = new MessageChannel();
    const link: Link = { settings, anyName, signal: this.#signal, port: port2 };
    this.#port = port1;
    this.#thread = new Worker(threadFile(), { workerData: link, transferList: [port2], execArgv: [] });
    // A command that has ended waits for no thread.
    this.#thread.unref();
    this.ask({ what: 'connect' });
  }

  get inTransaction(): boolean {
    return this.#transaction;
  }

  prepare<P extends unknown[] | object = unknown[], R = unknown>(
    sql: string,
  ): P extends unknown[] ? Statement<P, R> : Statement<[P], R> {
    let translated = this.#translated.get(sql);
    if (translated === undefined) this.#translated.set(sql, (translated = translate(sql)));
    return new PostgresStatement<R>(this, translated) as unknown as P extends unknown[]
      ? Statement<P, R>
      : Statement<[P], R>;
  }

  exec(sql: string): void {
    this.ask({ what: 'run', text: sql });
  }

  /** Begins, ends or takes back a transaction. */
  transact(sql: string, within: boolean): void {
    // Taken back or ended, it is over whatever the server says.
    if (!within) this.#transaction = false;
    this.ask({ what: 'run', text: sql });
    this.#transaction = within;
  }

  insertRows(table: string, columns: readonly string[], given: readonly unknown[][]): void {
    const rows = given as readonly Cell[][];
    if (this.copies && rows.length > FEW) this.tell({ what: 'copy', table, columns, rows });
    else
      for (let at = 0; at < rows.length; at += TOGETHER)
        this.#insert(table, columns, rows.slice(at, at + TOGETHER));
    const before = this.#inserted;
    this.#inserted += rows.length;
    if (LEARNT_AT.some((count) => before < count && this.#inserted >= count))
      this.tell({ what: 'run', text: 'select learn_sizes()' });
  }

  #insert(table: string, columns: readonly string[], rows: readonly (readonly Cell[])[]): void {
    const names = columns.map((column) => `"${column}"`).join(', ');
    const marks = rows.map(
      (row, index) => `(${row.map((_, at) => `$${index * row.length + at + 1}`).join(', ')})`,
    );
    this.tell({
      what: 'ask',
      text: `insert into "${table}" (${names}) values ${marks.join(', ')}`,
      values: rows.flat(),
    });
  }

  /** Asks, and waits for the answer. */
  ask(asked: Asked): Answer {
    if (this.#closed)
      throw new PostgresError({ code: 'ETIMEDOUT', message: 'the connection is closed', range: false });
    const before = Atomics.load(this.#signal, ANSWERS);
    let slices = 0;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
    this.#port.postMessage(asked);
    this.#silent = 0;
    for (;;) {
      const received: { message: Answer | { failed: Told } } | undefined = receiveMessageOnPort(this.#port);
      if (received === undefined) {
        if (Atomics.load(this.#signal, ENDED) === 1)
          throw new TypeError('the thread of the connection has ended');
        // A server that says nothing more is one that is not there.
        if (slices > (asked.what === 'connect' ? CONNECT_SLICES : SILENT_SLICES)) {
          this.#closed = true;
          void this.#thread.terminate();
          throw new PostgresError({ code: 'ETIMEDOUT', message: 'no answer', range: false });
        }
        if (Atomics.wait(this.#signal, ANSWERS, before, SLICE_MS) === 'timed-out') slices += 1;
        continue;
      }
      const { message } = received;
      if (!('failed' in message)) return message;
      if (message.failed.range) throw new RangeError(message.failed.message);
      throw new PostgresError(message.failed);
    }
  }

  /** Tells, and goes on. */
  tell(asked: Asked): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- as above
    this.#port.postMessage({ ...asked, silent: true });
    this.#silent += 1;
    if (this.#silent >= SILENT_MAX) this.changes();
  }

  /** How many rows the last statement was about. */
  changes(): number {
    return Number(this.ask({ what: 'changes' }).rows[0]?.[0]);
  }

  cursor(): string {
    this.#cursors += 1;
    return `c${this.#cursors}`;
  }

  close(): void {
    if (this.#closed) return;
    try {
      this.ask({ what: 'end' });
    } catch (error) {
      // What is closed need not have been open any more.
      if (!(error instanceof PostgresError)) throw error;
    } finally {
      this.#closed = true;
      this.#port.close();
      void this.#thread.terminate();
    }
  }
}

/** A thread that ended without a word is not waited for without end. */
const SLICE_MS = 1000;
const CONNECT_SLICES = 60;
const SILENT_SLICES = 600;

function threadFile(): string {
  const built = !import.meta.filename.endsWith('.ts');
  return join(import.meta.dirname, built ? 'store.postgres.thread.cjs' : 'thread.ts');
}

type Shape = 'row' | 'value' | 'list';

class PostgresStatement<R> implements Statement<unknown[], R> {
  readonly busy = false;
  readonly #connection: PostgresConnection;
  readonly #translated: Translated;
  readonly #shape: Shape;

  constructor(connection: PostgresConnection, translated: Translated, shape: Shape = 'row') {
    this.#connection = connection;
    this.#translated = translated;
    this.#shape = shape;
  }

  all(...values: unknown[]): R[] {
    const asked = { what: 'ask', text: this.#translated.text, values: this.#values(values) } as const;
    return this.#rows(this.#connection.ask(asked));
  }

  get(...values: unknown[]): R | undefined {
    return this.all(...values)[0];
  }

  run(...values: unknown[]): { readonly changes: number } {
    const connection = this.#connection;
    connection.tell({ what: 'ask', text: this.#translated.text, values: this.#values(values) });
    return {
      get changes() {
        return connection.changes();
      },
    };
  }

  *iterate(...values: unknown[]): IterableIterator<R> {
    const { text } = this.#translated;
    const [cursor, size] = [this.#connection.cursor(), FETCHED];
    let answer = this.#connection.ask({ what: 'declare', cursor, size, text, values: this.#values(values) });
    try {
      for (;;) {
        yield* this.#rows(answer);
        if (answer.rows.length < size) return;
        answer = this.#connection.ask({ what: 'fetch', cursor, size });
      }
    } finally {
      if (this.#connection.inTransaction) this.#connection.tell({ what: 'run', text: `close ${cursor}` });
    }
  }

  pluck(): Statement<unknown[], R> {
    return new PostgresStatement<R>(this.#connection, this.#translated, 'value');
  }

  raw(): Statement<unknown[], R> {
    return new PostgresStatement<R>(this.#connection, this.#translated, 'list');
  }

  /** Values in the order of the marks: given one by one, in a list, or by their names. */
  #values(given: readonly unknown[]): Cell[] {
    const [first] = given;
    const listed = given.length === 1 && Array.isArray(first) ? (first as readonly unknown[]) : given;
    const named = first as Readonly<Record<string, Cell>>;
    return this.#translated.marks.map((mark) => {
      const value = typeof mark === 'number' ? listed[mark] : named[mark];
      if (value === undefined) throw new TypeError(`no value is given for ${mark}`);
      return value as Cell;
    });
  }

  #rows({ columns, rows }: Answer = answered): R[] {
    return rows.map((row) => {
      const cells = row.map((cell) =>
        cell instanceof Uint8Array ? Buffer.from(cell.buffer, cell.byteOffset, cell.byteLength) : cell,
      );
      if (this.#shape === 'list') return cells as R;
      if (this.#shape === 'value') return cells[0] as R;
      return Object.fromEntries(columns.map((column, at) => [column, cells[at]])) as R;
    });
  }
}
