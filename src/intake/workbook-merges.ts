import { wholeOf } from './number-format.ts';

/** A merged area, bounds included; rows count from 1, columns from 0 as the cells of a row do. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const MERGES_MAX = 10_000;
/** The merges stand right behind the rows; 10,000 of them have at most this many bytes. */
const TAIL_MAX = 1024 * 1024;
const OVERLAP = 64;

const END = 'sheetData>';

/**
 * Runs through a sheet's bytes without parsing them and gives its first 10,000 merges, which stand behind the rows.
 * None where the sheet is UTF-16, which no known program writes.
 */
export async function scanMerges(bytes: AsyncIterable<Buffer>): Promise<readonly Merge[]> {
  let carried: Buffer = Buffer.alloc(0);
  const tail: Buffer[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    if (length > 0) {
      if (length < TAIL_MAX) tail.push(chunk);
      length += chunk.length;
      continue;
    }
    const joined = Buffer.concat([carried, chunk]);
    const at = endOfRows(joined);
    if (at >= 0) {
      tail.push(joined.subarray(at));
      length = joined.length - at;
    } else carried = Buffer.from(joined.subarray(-OVERLAP));
  }
  return mergesIn(Buffer.concat(tail).toString('latin1'));
}

/** Where the closing tag of the rows ends, prefixed or not; -1 where it is not in these bytes. */
function endOfRows(bytes: Buffer): number {
  for (let at = bytes.indexOf(END); at >= 0; at = bytes.indexOf(END, at + 1)) {
    if (/<\/([\w.-]+:)?$/.test(bytes.toString('latin1', Math.max(0, at - OVERLAP), at)))
      return at + END.length;
  }
  return -1;
}

const MERGE = /<(?:[\w.-]+:)?mergeCell\s[^>]*?ref=["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']/g;

function mergesIn(tail: string): readonly Merge[] {
  const merges: Merge[] = [];
  for (const [, left = '', top, right = '', bottom] of tail.matchAll(MERGE)) {
    if (merges.length >= MERGES_MAX) break;
    const first = wholeOf(top);
    const last = wholeOf(bottom);
    if (first !== undefined && last !== undefined) {
      merges.push({
        top: first,
        left: columnOf(left),
        bottom: last,
        right: columnOf(right),
      });
    }
  }
  return merges;
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
