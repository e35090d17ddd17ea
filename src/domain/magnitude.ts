import type { Dong } from './dong.ts';

/** Below this a gift is likelier a unit left out (`100` for 100 nghìn) than a gift. */
const SMALLEST = 10_000;

/** How far below the list's median an uneven amount looks like thousands written as đồng. */
const FAR = 10;

/** How far above the median an amount looks like thousands counted twice. */
const HUGE = 1000;

/**
 * Positions whose amount looks a magnitude off: under 10,000 đồng, or not whole thousands and under a tenth of the
 * list's median, or over a thousand times it (a published list printed `1.416.882 đồng` among hundreds of millions). Flagged, never mended.
 */
export function magnitudeSuspects(amounts: readonly Dong[]): number[] {
  const sorted = Float64Array.from(amounts).sort();
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const suspects: number[] = [];
  for (const [index, amount] of amounts.entries())
    if (amount < SMALLEST || (amount % 1000 !== 0 && amount * FAR < median) || amount > median * HUGE)
      suspects.push(index);
  return suspects;
}
