/** How many rows of a new list stand already, by their fingerprints and how often each comes, in one earlier list. */
export interface Overlap {
  readonly document: number;
  readonly rows: number;
  readonly documentRows: number;
}

export function countRows(fingerprints: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const fingerprint of fingerprints) counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + 1);
  return counts;
}

/** Compares a list with each earlier one as bags: a row that comes three times here and twice there overlaps twice. */
export function overlaps(
  list: ReadonlyMap<string, number>,
  earlier: ReadonlyMap<number, ReadonlyMap<string, number>>,
): Overlap[] {
  return [...earlier].map(([document, rows]) => {
    let shared = 0;
    let documentRows = 0;
    for (const [fingerprint, count] of rows) {
      shared += Math.min(count, list.get(fingerprint) ?? 0);
      documentRows += count;
    }
    return { document, rows: shared, documentRows };
  });
}

/** A list repeats an earlier one where more than half of the smaller of the two is in both. */
export function repeats(overlap: Overlap, rows: number): boolean {
  return overlap.rows * 2 > Math.min(rows, overlap.documentRows);
}

/** Which rows of a list are beyond an earlier one: each earlier row takes away one equal row, the first first. */
export function beyond(list: readonly string[], earlier: ReadonlyMap<string, number>): boolean[] {
  const left = new Map(earlier);
  return list.map((fingerprint) => {
    const count = left.get(fingerprint) ?? 0;
    if (count === 0) return true;
    left.set(fingerprint, count - 1);
    return false;
  });
}
