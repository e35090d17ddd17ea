import { fold } from './name.ts';

/** How many letters must be put in, left out, changed or swapped with the next to make one word the other. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const crossed = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = crossed ? (before[j - 2] ?? 0) + 1 : Infinity;
      row.push(Math.min((row[j - 1] ?? 0) + 1, (above[j] ?? 0) + 1, (above[j - 1] ?? 0) + same, swapped));
    }
    [before, above] = [above, row];
  }
  return above.at(-1) ?? 0;
}

/** Those of the words that were most likely meant: they go on from what was typed, or a letter in three differs at most. */
export function closest(typed: string, words: readonly string[], most = 3): string[] {
  const key = fold(typed).replaceAll(' ', '');
  if (key === '') return [];
  const far = Math.max(1, Math.floor(key.length / 3));
  return words
    .map((word) => {
      const other = fold(word).replaceAll(' ', '');
      const begins = key.length >= 2 && other.startsWith(key);
      return { word, away: begins ? 0 : distance(key, other), length: other.length };
    })
    .filter(({ away, length }) => away <= far && away < length)
    .sort((a, b) => a.away - b.away || a.length - b.length)
    .slice(0, most)
    .map(({ word }) => word);
}
