import type { Objection } from '../domain/objection.ts';
import type { Candidate, Judgement } from './objections.ts';
import type { Reader } from './port/ports.ts';

/** Second awards in one round, and records that may be one person or of one household. */
export async function duplicateObjections(
  _reader: Reader,
  _candidates: readonly Candidate[],
  _judgement: Judgement,
): Promise<readonly Objection[]> {
  return [];
}
