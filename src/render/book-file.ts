import { createHash } from 'node:crypto';
import type { BookHeader, BookRow } from '../domain/book-file.ts';

/** A whole book, one JSON document a line: the header, every row, and a digest of all lines before the last. */
export function* bookFileText(header: BookHeader, rows: Iterable<BookRow>): Iterable<string> {
  const digest = createHash('sha256');
  const line = (value: unknown): string => {
    const text = `${JSON.stringify(value)}\n`;
    digest.update(text);
    return text;
  };
  yield line({ phucloi: 'book', ...header });
  let count = 0;
  for (const { table, row } of rows) {
    yield line({ table, row });
    count += 1;
  }
  yield `${JSON.stringify({ end: { rows: count, sha256: digest.digest('hex') } })}\n`;
}
