import type { Objection } from '../domain/objection.ts';
import type { Candidate, Judgement } from './objections.ts';
import type { Reader } from './port/ports.ts';

/** What the rules of a programme say to awards, by the book's own dated rules. */
export async function ruleObjections(
  _reader: Reader,
  _candidates: readonly Candidate[],
  _judgement: Judgement,
): Promise<readonly Objection[]> {
  return [];
}
