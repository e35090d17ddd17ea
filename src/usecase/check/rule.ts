import type { FindingKind, Found, Group, Owner, RuleCode, Severity } from '../../domain/finding.ts';
import type { Facts } from './facts.ts';
import type { SeveritySetting } from './settings.ts';

/** How one kind of finding is judged where nobody set otherwise. */
export interface KindSpec {
  readonly severity: Severity;
  readonly owner: Owner;
  /** Whether a person may let it stand, with a reason and a name. */
  readonly acceptable: boolean;
  /** The setting that makes it louder, quieter or silent. */
  readonly setting?: SeveritySetting | undefined;
}

/** One question of an inspection: `month` is asked by `reconcile` and `check`, `book` by `check` alone. */
export interface Rule {
  readonly code: RuleCode;
  readonly group: Group;
  readonly scope: 'month' | 'book';
  readonly kinds: Readonly<Partial<Record<FindingKind, KindSpec>>>;
  readonly look: (facts: Facts) => Promise<readonly Found[]>;
}

export const error = (owner: Owner, setting?: SeveritySetting): KindSpec => ({
  severity: 'error',
  owner,
  acceptable: true,
  setting,
});
export const warning = (owner: Owner, setting?: SeveritySetting): KindSpec => ({
  ...error(owner, setting),
  severity: 'warning',
});
export const notice = (owner: Owner, setting?: SeveritySetting): KindSpec => ({
  ...error(owner, setting),
  severity: 'notice',
});
/** Nobody may let it stand (accounting.md 29). */
export const never = (owner: Owner): KindSpec => ({ severity: 'error', owner, acceptable: false });

/** The command that proves the chain: what it mends, no other program can have written. */
export const PROVE = 'phucloi verify';
