import type { RuleSubject } from './rule.ts';

/**
 * What a rule is about. Besides the rules of programmes: `twice`, a second award in one round; `likeness`, two records
 * that may be one person; `household`, two of one household; `quota`, a unit's share; `cutOff`, who joined too late;
 * `late`, a list after the round's last day for lists.
 */
export type ObjectionSubject = RuleSubject | 'twice' | 'likeness' | 'household' | 'quota' | 'cutOff' | 'late';

/** What stands against an award: which rule, what it would allow, what was found. Codes, days and figures; never a name. */
export interface Objection {
  /** The award's code. */
  readonly award: string;
  /** The rule's code: what a waiver names. */
  readonly rule: string;
  readonly subject: ObjectionSubject;
  /** `refuse` stops the command unless it was waived; `warn` is said. */
  readonly force: 'refuse' | 'warn';
  readonly allowed: string;
  readonly found: string;
  /** The act and clause, where the rule has one. */
  readonly source?: string | undefined;
}
