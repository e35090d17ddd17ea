import visits from '../../data/visits.json' with { type: 'json' };
import type { VisitKind, VisitRelative } from '../domain/visit.ts';
import { fold } from '../domain/name.ts';

/** The occasion that a word means, with or without marks; undefined where it is none. */
export function readVisitKind(text: string): VisitKind | undefined {
  return meaning(KINDS, text);
}

/** The relative that a word means. */
export function readRelative(text: string): VisitRelative | undefined {
  return meaning(RELATIVES, text);
}

const KINDS = byWord(visits.kinds);
const RELATIVES = byWord(visits.relatives);

function byWord<K extends string>(all: Readonly<Record<K, readonly string[]>>): ReadonlyMap<string, K> {
  return new Map(
    (Object.keys(all) as K[]).flatMap((code) => all[code].map((word) => [fold(word), code] as const)),
  );
}

function meaning<K>(words: ReadonlyMap<string, K>, text: string): K | undefined {
  return words.get(fold(text.replaceAll(/[-_]/g, ' ')));
}
