import type { Day } from './day.ts';
import type { Dong } from './dong.ts';

/** Every rule of a check, with the figures its message needs. */
export interface FindingFacts {
  'fund.difference': { fund: string; closing: Dong; money: Dong; difference: Dong };
  'money.negative': { fund: string; place: string; day: Day; balance: Dong };
  'place.uncounted': { place: string; day: Day; balance: Dong };
  'place.difference': { place: string; day: Day; counted: Dong; balance: Dong; difference: Dong };
  'award.unsigned': { award: string; unit: string; paidOn: Day; total: Dong };
  'award.unpaid': { round: string; people: number; total: Dong };
  'advance.overdue': { voucher: string; holder: string; due: Day; open: Dong };
  'voucher.gap': { series: string; after: number; next: number };
  'balance.stale': { key: string };
  'book.altered': { kind: string; name: string; operation: number };
  'row.magnitude': { document: string; rows: number };
  'unidentified.open': { balance: Dong };
  'period.late': { entries: number; total: Dong };
}
export type FindingRule = keyof FindingFacts;

/** Nothing is hidden by accepting these: accounting.md 29. */
const NEVER_ACCEPTED: ReadonlySet<FindingRule> = new Set([
  'fund.difference',
  'money.negative',
  'place.uncounted',
  'voucher.gap',
  'balance.stale',
  'book.altered',
]);

/** A result of a check, not a failure: what differs, where, in figures, and the command that mends it. */
export type Finding = {
  [R in FindingRule]: {
    readonly rule: R;
    readonly severity: 'error' | 'warning' | 'notice';
    /** What it is about, by code: with the rule it is the finding's name from month to month. */
    readonly subject: string;
    readonly facts: FindingFacts[R];
    /** A command line that mends it, to be shown as it is. */
    readonly mend?: string | undefined;
  };
}[FindingRule];

export type JudgedFinding = Finding & { readonly name: string; readonly accepted: boolean };

export function findingName(finding: Pick<Finding, 'rule' | 'subject'>): string {
  return `${finding.rule}:${finding.subject}`;
}

/** What an acceptance covers: this finding with these figures. One that has grown since is red again. */
export function acceptanceKey(finding: Finding): string {
  return `${findingName(finding)} ${JSON.stringify(finding.facts)}`;
}

export function isAcceptable(rule: FindingRule): boolean {
  return !NEVER_ACCEPTED.has(rule);
}

/** Errors that nobody accepted keep a month open. */
export function blocks(finding: JudgedFinding): boolean {
  return finding.severity === 'error' && !finding.accepted;
}
