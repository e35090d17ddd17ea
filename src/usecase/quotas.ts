import type { Objection } from '../domain/objection.ts';
import type { Candidate, Judgement } from './objections.ts';
import type { Reader } from './port/ports.ts';

/** What a round grants a unit, and who joined too late for it. */
export async function quotaObjections(
  _reader: Reader,
  _candidates: readonly Candidate[],
  _judgement: Judgement,
): Promise<readonly Objection[]> {
  return [];
}
