import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { copyText } from './copy-text.ts';
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

/**
 * The thread that speaks with the server. It does what it is asked one after the other; what is told without a wish for
 * an answer is done too, and what the server says against it is the answer to the next question.
 */
const { settings, anyName, signal, port } = workerData as Link;

const OID = { bool: 16, bytea: 17, int8: 20, int4: 23, int2: 21, numeric: 1700 };

/** A whole number as SQLite would give it; a sum past what a number holds is said as `Dong` says it. */
function whole(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && !Number.isSafeInteger(number))
    throw new RangeError(`amount is not a safe whole number: ${text}`);
  return number;
}

const PARSERS = new Map<number, (text: string) => Cell>([
  [OID.bool, (text) => (text === 't' ? 1 : 0)],
  [OID.int2, whole],
  [OID.int4, whole],
  [OID.int8, whole],
  [OID.numeric, whole],
  [OID.bytea, (text) => Buffer.from(text.slice(2), 'hex')],
]);
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number) => PARSERS.get(oid) ?? ((text: string) => text),
};

// Whoever waits for an answer of a thread that is gone is told.
process.on('exit', () => {
  Atomics.store(signal, ENDED, 1);
  Atomics.notify(signal, ANSWERS);
});

const ssl =
  typeof settings.ssl === 'object' && anyName
    ? { ...settings.ssl, checkServerIdentity: () => undefined }
    : settings.ssl;
const client = new pg.Client({ ...settings, ...(ssl === undefined ? {} : { ssl }), types });
/** What the server said of something nobody waited for, and how many rows the last statement was about. */
const said: { failed: Told | undefined; changes: number } = { failed: undefined, changes: 0 };
/** Names of statements that the server has compiled. */
const names = new Map<string, string>();

// A connection that breaks between two questions is told to the next one.
client.on('error', (error) => {
  said.failed ??= toldOf(error);
});

function toldOf(error: unknown): Told {
  const { code, message, constraint, table } = error as Partial<pg.DatabaseError> & Error;
  return { code: code ?? nameless(message), message, constraint, table, range: error instanceof RangeError };
}

/** How the driver says that a connection is not there; anything else that has no code is a fault of the program. */
const GONE = /^(?:Connection terminated|Client (?:was closed|has encountered)|timeout expired)/;

/** What the driver says of a connection in words alone. */
function nameless(message = ''): string {
  // The server asked for a password, or did not know it itself; there is none to give.
  if (message.startsWith('SASL')) return '28P01';
  if (message.includes('does not support SSL')) return 'ERR_TLS_NONE';
  return GONE.test(message) ? 'ECONNRESET' : '';
}

async function rowsOf(text: string, values: readonly Cell[], named: boolean): Promise<Answer> {
  let name: string | undefined;
  if (named) {
    name = names.get(text) ?? `s${names.size}`;
    names.set(text, name);
  }
  const query = { text, values: values as Cell[], rowMode: 'array' as const, types, ...(name && { name }) };
  const result = await client.query<Cell[]>(query);
  said.changes = result.rowCount ?? 0;
  return { columns: result.fields.map((field) => field.name), rows: result.rows };
}

async function done(asked: Asked): Promise<Answer> {
  switch (asked.what) {
    case 'connect':
      await client.connect();
      return answered;
    case 'ask':
      return rowsOf(asked.text, asked.values, true);
    case 'run':
      await client.query(asked.text);
      return answered;
    case 'declare':
      await client.query({
        text: `declare ${asked.cursor} no scroll cursor for ${asked.text}`,
        values: asked.values as Cell[],
      });
      return rowsOf(`fetch ${asked.size} from ${asked.cursor}`, [], false);
    case 'fetch':
      return rowsOf(`fetch ${asked.size} from ${asked.cursor}`, [], false);
    case 'copy': {
      const columns = asked.columns.map((column) => `"${column}"`).join(', ');
      const stream = client.query(copyFrom(`copy "${asked.table}" (${columns}) from stdin`));
      const finished = once(stream, 'finish');
      stream.end(copyText(asked.rows));
      await finished;
      return answered;
    }
    case 'changes':
      return { columns: ['changes'], rows: [[said.changes]] };
    case 'end':
      break;
  }
  await client.end();
  return answered;
}

async function serve(asked: Asked): Promise<void> {
  let answer: Answer | undefined;
  // Whoever takes all back begins anew.
  if (asked.what === 'run' && asked.text === 'rollback') said.failed = undefined;
  if (said.failed === undefined) {
    try {
      answer = await done(asked);
    } catch (error) {
      said.failed = toldOf(error);
    }
  }
  if (asked.silent === true) return;
  port.postMessage(answer ?? { failed: said.failed });
  // A question that failed is answered with that; what was told before it stays failed until it is taken back.
  Atomics.add(signal, ANSWERS, 1);
  Atomics.notify(signal, ANSWERS);
  if (asked.what === 'end') parentPort?.close();
}

const queue = { last: Promise.resolve() };
port.on('message', (asked: Asked) => {
  queue.last = queue.last.then(() => serve(asked));
});
