import { createHash } from 'node:crypto';
import { BOOK_FORMAT, type BookHeader, type WrittenRow } from '../domain/book-file.ts';
import { refuse } from '../domain/failure.ts';
import { chunksOf, type Source } from '../files/read.ts';

/** A whole book may be larger than any list. */
const BOOK_BYTES_MAX = 8 * 1024 * 1024 * 1024;
/** No row of a book is longer; a file without line ends is none. */
const LINE_BYTES_MAX = 4 * 1024 * 1024;

/** Opens an exported book: its header now, its rows once, each proved by the digest at the end when the last is taken. */
export function openBookFile(
  source: Source,
  file: string,
): { header: BookHeader; rows: Iterable<WrittenRow> } {
  const lines = linesOf(source, file);
  const first = lines.next();
  const header = first.done === true ? undefined : headerOf(parsed(first.value.bytes), file);
  if (first.done === true || header === undefined) return refuse('input.foreign', { file });
  return { header, rows: rowsOf(first.value, lines, file) };
}

interface Line {
  readonly number: number;
  /** With its line end, except perhaps in the last line. */
  readonly bytes: Buffer;
}

function* rowsOf(first: Line, lines: Iterable<Line>, file: string): Iterable<WrittenRow> {
  const digest = createHash('sha256').update(first.bytes);
  let last = first;
  let ended = false;
  for (const line of lines) {
    last = line;
    // Nothing stands after the end.
    if (ended) refuse('input.altered', { file, line: line.number });
    const whole = line.bytes.at(-1) === LINE_END;
    const value = whole ? parsed(line.bytes) : undefined;
    if (!whole) refuse('input.cut', { file, line: line.number });
    if (isObject(value) && isObject(value['end'])) {
      if (value['end']['sha256'] !== digest.copy().digest('hex'))
        refuse('input.altered', { file, line: line.number });
      ended = true;
      continue;
    }
    if (!isObject(value) || typeof value['table'] !== 'string' || !isObject(value['row']))
      refuse('input.altered', { file, line: line.number });
    digest.update(line.bytes);
    yield { line: line.number, table: value['table'], row: value['row'] };
  }
  if (!ended) refuse('input.cut', { file, line: last.number });
}

function headerOf(value: unknown, file: string): BookHeader | undefined {
  if (!isObject(value) || value['phucloi'] !== 'book') return undefined;
  const header = value as unknown as BookHeader;
  if (header.format > BOOK_FORMAT)
    return refuse('input.newer', { file, found: header.format, known: BOOK_FORMAT });
  const texts = [header.uuid, header.entity, header.head, header.createdAt];
  const sound =
    header.format === BOOK_FORMAT &&
    Number.isInteger(header.schema) &&
    texts.every((text) => typeof text === 'string') &&
    typeof header.private === 'boolean' &&
    isObject(header.counts);
  return sound ? header : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

const LINE_END = 10;

function* linesOf(source: Source, file: string): Generator<Line> {
  let begun: Buffer = Buffer.alloc(0);
  let number = 0;
  for (const chunk of chunksOf(source, BOOK_BYTES_MAX)) {
    let from = 0;
    for (let at = chunk.indexOf(LINE_END); at >= 0; at = chunk.indexOf(LINE_END, from)) {
      number += 1;
      yield { number, bytes: Buffer.concat([begun, chunk.subarray(from, at + 1)]) };
      begun = Buffer.alloc(0);
      from = at + 1;
    }
    begun = Buffer.concat([begun, chunk.subarray(from)]);
    if (begun.length > LINE_BYTES_MAX)
      refuse(number === 0 ? 'input.foreign' : 'input.cut', { file, line: number });
  }
  if (begun.length > 0) yield { number: number + 1, bytes: begun };
}
