import type { Round } from '../domain/award.ts';
import type { Dong } from '../domain/dong.ts';
import { readVisitKind } from '../intake/visit.ts';

/** What a round gives a category, in đồng; of visits, by the occasion that the word means. */
export function levelOf(round: Pick<Round, 'kind' | 'levels'>, category: string): Dong | undefined {
  const level = round.levels.get(category);
  const occasion = round.kind === 'visit' && level === undefined ? readVisitKind(category) : undefined;
  if (occasion === undefined) return level;
  for (const [word, granted] of round.levels) if (readVisitKind(word) === occasion) return granted;
  return undefined;
}
