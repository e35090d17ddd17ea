import type { Due, DueCode, DueFacts, DueState } from '../../domain/due.ts';

/** What `status` says in one language; loaded by it alone. */
export interface StatusTexts {
  readonly title: (a: { today: string; month: string; ended: boolean; last: string }) => string;
  readonly states: { readonly [S in DueState]: (month: string) => string };
  /** Each without its full stop: the day comes after it. */
  readonly due: { readonly [C in DueCode]: (facts: DueFacts[C]) => string };
  /** Its last day, or since when it waits, and how many days that is. */
  readonly by: (a: Pick<Due, 'day' | 'since' | 'days'>) => string;
  /** More of one kind than a screen shows. */
  readonly more: (count: number) => string;
  /** Of a month that goes on: one that has ended waits for its close. */
  readonly nothing: (a: { month: string; last: string }) => string;
}
