import type { Day } from '../../domain/day.ts';

/** What is said of rounds, in one language. */
export interface RoundsDone {
  round(a: {
    code: string;
    kind: string;
    name: string;
    day: Day;
    levels: readonly { category: string; amount: number }[];
    tet?: number;
    cutOff?: Day;
    listBy?: Day;
    payBy?: Day;
    signBy?: Day;
    standing?: string;
    twice: 'refuse' | 'part';
    previous?: string;
  }): string;
  /** The day and name that a lunar year gave. */
  tetNamed(a: { name: string; day: Day }): string;
  roundSet(a: { code: string }): string;
  quota(a: { round: string; unit: string; people?: number; amount?: number }): string;
  progress(a: {
    round: string;
    deadlines: readonly { what: 'list' | 'pay' | 'sign'; day: Day; left: number; units: readonly string[] }[];
    joined: { since?: Day; people: number };
  }): string;
  /** A line of its own where people came into the book with a list; else nothing. */
  enteredPeople(a: { relatives: number; workers: number }): string;
  renewed(a: {
    round: string;
    from: string;
    people: readonly { member: string; movement: string; rule?: string }[];
    counts: readonly { movement: string; people: number }[];
    accepted: number;
    own: number;
    total: number;
  }): string;
}

/** Codes, the first of many. */
export function firstOf(codes: readonly string[], most: number): string {
  const more = codes.length - most;
  return [...codes.slice(0, most), ...(more > 0 ? [`… (+${more})`] : [])].join(', ');
}
