import type { Month } from '../../domain/day.ts';

/** What stands at the head and the foot of printed pages. */
export interface PageLines {
  /** The sums of a page and of those before it, at its foot and again at the head of the next. */
  carriedForward: Readonly<Record<string, never>>;
  broughtForward: Readonly<Record<string, never>>;
  /** The month of the paper is closed: its head, short. */
  sealedFoot: { month: Month; head: string };
}
