import { csvHead, csvLine } from '../render/csv.ts';
import { jsonText } from '../render/screen.ts';
import type { Row, Table } from '../report/table.ts';
import type { Answer, Desk } from './command.ts';
import { printed, putBytes } from './output.ts';

/** A list that is written row by row as it is read, so that it is as long as the book without being held. */
export interface LongList<R extends object = object> {
  /** Where the rows stand in the answer's data, after all else. */
  readonly key: string;
  /** All else: asked before the rows are read, or after all of them were. */
  readonly rest: () => Promise<object>;
  /** The rows of data, as often as they are asked for. */
  readonly rows: () => Promise<Iterable<R>>;
  /** The columns of a file of lines. */
  readonly columns: () => Promise<Table['columns']>;
  /** A row of data as a line of them. */
  readonly cells: (row: R) => Row['cells'];
}

/** So much is gathered before it is written. */
const PIECE_LENGTH = 64 * 1024;

/** Prints a long list as JSON: one document, or with `--ndjson` each row on a line and the rest on the last one. */
export async function printLong<R extends object>(
  desk: Desk,
  command: string,
  list: LongList<R>,
): Promise<Answer> {
  const said = (text: string) => printed(() => desk.io.stdout(text));
  const pieces =
    desk.globals.ndjson === true ? ndjsonOf(desk, command, list) : documentOf(desk, command, list);
  for await (const piece of pieces) said(piece);
  return { data: {}, text: () => '', silent: true };
}

async function* ndjsonOf<R extends object>(
  desk: Desk,
  command: string,
  { rows, rest }: LongList<R>,
): AsyncIterable<string> {
  let count = 0;
  const line = (row: R) => {
    count += 1;
    return `${jsonText(row)}\n`;
  };
  yield* gathered(desk, await rows(), line);
  yield `${jsonText({ ok: true, command, rows: count, data: await rest(), warnings: [] })}\n`;
}

async function* documentOf<R extends object>(
  desk: Desk,
  command: string,
  { key, rows, rest }: LongList<R>,
): AsyncIterable<string> {
  const [before, after] = around({ ok: true, command, data: { ...(await rest()), [key]: [] } });
  yield before;
  yield* gathered(desk, await rows(), (row, at) => (at === 0 ? '' : ',') + jsonText(row));
  // What an answer says after its data.
  yield `${after.slice(0, -1)},"warnings":[]}\n`;
}

/** A document's text before and after the rows of its list, which stands last in it and is empty. */
function around(document: object, indent?: number): readonly [before: string, after: string] {
  const text = jsonText(document, indent);
  const at = text.lastIndexOf('[]') + 1;
  return [text.slice(0, at), text.slice(at)];
}

/** Writes a long list to a file, or to standard output where none is named; gives how many rows it has. */
export async function putLong<R extends object>(
  desk: Desk,
  path: string | undefined,
  form: 'csv' | 'json',
  list: LongList<R>,
): Promise<number> {
  const count = { rows: 0 };
  const pieces = form === 'json' ? jsonOf(desk, list, count) : csvOf(desk, list, count, path !== undefined);
  if (path === undefined) for await (const piece of pieces) printed(() => desk.io.stdout(piece));
  else await putBytes(desk, path, bytesOf(pieces));
  return count.rows;
}

async function* bytesOf(pieces: AsyncIterable<string>): AsyncIterable<Uint8Array> {
  for await (const piece of pieces) yield Buffer.from(piece);
}

async function* jsonOf<R extends object>(
  desk: Desk,
  { key, rows, rest }: LongList<R>,
  count: { rows: number },
): AsyncIterable<string> {
  const [before, after] = around({ ...(await rest()), [key]: [] }, 2);
  yield before;
  yield* gathered(desk, await rows(), (row) => {
    count.rows += 1;
    return `${count.rows === 1 ? '' : ','}\n    ${jsonText(row, 2).replaceAll('\n', '\n    ')}`;
  });
  yield `${count.rows === 0 ? '' : '\n  '}${after}\n`;
}

async function* csvOf<R extends object>(
  desk: Desk,
  { rows, columns, cells }: LongList<R>,
  count: { rows: number },
  toFile: boolean,
): AsyncIterable<string> {
  const shown = (await columns()).filter(({ room }) => room !== 'screen');
  const end = toFile ? '\r\n' : '\n';
  // The mark at the beginning tells Excel that the letters are UTF-8.
  yield `${toFile ? '\ufeff' : ''}${csvHead(shown)}${end}`;
  yield* gathered(desk, await rows(), (row) => {
    count.rows += 1;
    return csvLine(shown, cells(row)) + end;
  });
}

/** Pieces of some size; a signal that asks to stop is heard between rows. */
async function* gathered<R>(
  { work }: Desk,
  rows: Iterable<R>,
  text: (row: R, at: number) => string,
): AsyncIterable<string> {
  let [piece, at] = ['', 0];
  for (const row of rows) {
    piece += text(row, at);
    at += 1;
    const wait = work.step(0);
    if (wait !== undefined) await wait;
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}
