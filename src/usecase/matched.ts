import { refuse } from '../domain/failure.ts';
import type { Reader } from './port/ports.ts';

/** What the bank's statement stands for is not taken back before the match is. */
export async function mustBeUnmatched(reader: Reader, entries: readonly number[]): Promise<void> {
  const found = await (await reader.bank()).matched(entries);
  if (found !== undefined) refuse('entry.matched', found);
}
