import { refuse } from '../domain/failure.ts';
import { tableFault, type CodeTable } from '../domain/final-accounts.ts';
import { readBytes } from '../files/read.ts';

const TABLE_BYTES_MAX = 256 * 1024;

/** Reads a table of codes that a union's accountant signed off; refuses a file that is none, naming the key that is wrong. */
export function readCodeTable(path: string, name: string): CodeTable {
  const text = readBytes(path, TABLE_BYTES_MAX)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  let table: unknown;
  try {
    table = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return refuse('codes.unfit', { file: name, key: 'JSON' });
    throw error;
  }
  const record = typeof table === 'object' && table !== null ? table : {};
  const key = tableFault(record);
  if (key !== undefined) return refuse('codes.unfit', { file: name, key });
  return { sums: [], ...record } as unknown as CodeTable;
}
