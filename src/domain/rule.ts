import type { ProgrammeKind } from './award.ts';
import type { Day } from './day.ts';
import type { Dong } from './dong.ts';
import { fold } from './name.ts';
import type { PaperKind, PaperStage } from './paper.ts';
import type { State } from './status.ts';

/**
 * What a rule of a programme says, and how its `value` is written:
 * - `cap`, `level`: whole đồng; more than a cap, or other than a level, needs a decision of its own;
 * - `times`: `COUNT/round|year|life`, with `/household` behind it where relatives count together: `2/year`, `1/life/household`;
 * - `years`: whole years of membership before the day of the decision;
 * - `who`: kinds of people, `units`: kinds of units, each with blanks between;
 * - `paper`: `KIND:STAGE`, as `commune:pay`.
 */
export const RULE_SUBJECTS = ['cap', 'level', 'times', 'years', 'who', 'units', 'paper'] as const;
export type RuleSubject = (typeof RULE_SUBJECTS)[number];

/** Whose rule it is; empty fits every union. A book says which it is by the setting `programme.body`. */
export const BODIES = ['grassroots', 'upper', 'province', 'national', 'office'] as const;

/** One dated rule; category, area and body are empty where it holds for all. */
export interface ProgrammeRule {
  readonly code: string;
  readonly kind: ProgrammeKind;
  readonly what: RuleSubject;
  readonly body: string;
  readonly category: string;
  readonly area: string;
  readonly from: Day;
  readonly to?: Day | undefined;
  readonly value: string;
  /** The act and clause, as a paper would cite it. */
  readonly source: string;
  /** Whether somebody compared it with the act. */
  readonly verified: boolean;
  /** Whether a command that breaks it is refused, or warned. */
  readonly force: 'refuse' | 'warn';
}

/** A benefit that a person (or, where `household`, one of theirs) has: in this book, or before it. */
export interface PastBenefit {
  /** The award's code; empty for one of the time before the book. */
  readonly award: string;
  readonly round: string;
  readonly kind: ProgrammeKind;
  readonly day: Day;
  readonly household: boolean;
}

/** What rules look at: one award on the day of its decision, or of another act. */
export interface RuleCase {
  readonly award: string;
  readonly round: string;
  readonly kind: ProgrammeKind;
  readonly category: string;
  readonly area: string;
  readonly body: string;
  readonly day: Day;
  /** What passes through our hands, in đồng. */
  readonly amount: Dong;
  readonly person: {
    readonly kind: 'member' | 'relative' | 'worker';
    readonly unitKind: string;
    readonly joined?: Day | undefined;
    readonly state: Exclude<State, 'moved'>;
  };
  /** Other standing benefits of the same kind. */
  readonly past: readonly PastBenefit[];
  readonly papers: ReadonlySet<PaperKind>;
  /** Up to which stage papers must be there. */
  readonly stage: PaperStage;
}

/** How one rule judges one case: `allowed` is what would be, `found` what is; both as they are shown, figures and codes only. */
export interface Verdict {
  readonly rule: ProgrammeRule;
  readonly kept: boolean;
  readonly allowed: string;
  readonly found: string;
}

/** The rules that speak of a case on its day, the most particular first among those of one subject. */
export function rulesFor(
  rules: readonly ProgrammeRule[],
  of: Pick<RuleCase, 'kind' | 'day' | 'category' | 'area' | 'body'>,
): ProgrammeRule[] {
  const fits = (mark: string, value: string) => mark === '' || fold(mark) === fold(value);
  const particular = ({ category, area, body }: ProgrammeRule) =>
    [category, area, body].filter((mark) => mark !== '').length;
  return rules
    .filter(
      (rule) =>
        rule.kind === of.kind &&
        rule.from <= of.day &&
        (rule.to === undefined || of.day <= rule.to) &&
        fits(rule.category, of.category) &&
        fits(rule.area, of.area) &&
        fits(rule.body, of.body),
    )
    .toSorted((a, b) => particular(b) - particular(a));
}
