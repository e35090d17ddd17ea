import { dayBefore, type Day } from './day.ts';
import type { FindingFacts } from './finding-facts.ts';

export type FindingKind = keyof FindingFacts;
export type Severity = 'error' | 'warning' | 'notice';

/** Codes of the rules, as a union's inspection committee numbers its questions; R25 to R29 are the book's own. */
export type RuleCode = `R${'0' | '1' | '2'}${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`;

/** Under what heading findings are printed: what is held against what. */
export const GROUPS = [
  'book',
  'funds',
  'cash',
  'vouchers',
  'lists',
  'benefits',
  'remittances',
  'goods',
  'people',
  'period',
] as const;
export type Group = (typeof GROUPS)[number];

/** The office that mends a finding. */
export type Owner = 'cashier' | 'accountant' | 'chair';

/** A result of a look, before it is judged: what differs, where, in figures, and the command that mends it. */
export type Found = {
  [K in FindingKind]: {
    readonly kind: K;
    /** What it is about, by code: with the kind it is the finding's name from month to month. */
    readonly subject: string;
    readonly facts: FindingFacts[K];
    /** A command line that mends it, to be shown as it is. */
    readonly mend?: string | undefined;
    /** The day since when it has stood. */
    readonly day?: Day | undefined;
    /** Where the kind's own severity does not fit this one. */
    readonly severity?: Severity | undefined;
  };
}[FindingKind];

/** A result of a check, not a failure. */
export type Finding = Found & {
  readonly rule: RuleCode;
  readonly group: Group;
  readonly severity: Severity;
  readonly owner: Owner;
  /** Whether a person may let it stand (accounting.md 29). */
  readonly acceptable: boolean;
};

export type JudgedFinding = Finding & {
  readonly name: string;
  readonly accepted: boolean;
  /** Days since it has stood, where it has a day. */
  readonly age?: number | undefined;
};

function findingName(finding: Pick<Found, 'kind' | 'subject'>): string {
  return `${finding.kind}:${finding.subject}`;
}

/** What an acceptance covers: this finding with these figures. One that has grown since is red again. */
export function acceptanceKey(finding: Found): string {
  return `${findingName(finding)} ${JSON.stringify(finding.facts)}`;
}

/** Errors that nobody accepted keep a month open. */
export function blocks(finding: JudgedFinding): boolean {
  return finding.severity === 'error' && !finding.accepted;
}

/** Names findings, says which were accepted, and counts their days up to `on`. */
export function judge(findings: readonly Finding[], accepted: ReadonlySet<string>, on: Day): JudgedFinding[] {
  return findings.map((finding) => ({
    ...finding,
    name: findingName(finding),
    accepted: accepted.has(acceptanceKey(finding)),
    age: finding.day === undefined || finding.day > on ? undefined : daysBetween(finding.day, on),
  }));
}

/** Days from one day to a later one. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day so many days before another. */
export function daysBefore(day: Day, days: number): Day {
  let at = day;
  for (let left = days; left > 0; left -= 1) at = dayBefore(at);
  return at;
}

/** Days since the beginning of the Gregorian count, and so the weekday: 0 is a Sunday after `% 7`. */
export function dayNumber(day: Day): number {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
  const y = month <= 2 ? year - 1 : year;
  const m = month <= 2 ? month + 9 : month - 3;
  return (
    365 * y +
    Math.floor(y / 4) -
    Math.floor(y / 100) +
    Math.floor(y / 400) +
    Math.floor((153 * m + 2) / 5) +
    date +
    2
  );
}
