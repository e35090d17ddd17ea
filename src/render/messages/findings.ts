import type { FindingKind, Group, Owner } from '../../domain/finding.ts';
import type { FindingFacts } from '../../domain/finding-facts.ts';
import type { Question } from '../../domain/inspector.ts';

/** What findings say in one language; loaded where findings are printed. */
export interface FindingTexts {
  readonly findings: { readonly [K in FindingKind]: (facts: FindingFacts[K]) => string };
  readonly groups: { readonly [G in Group]: string };
  readonly owners: { readonly [O in Owner]: string };
  /** Days that a finding has stood. */
  readonly age: (days: number) => string;
  /** Headings and figures of an inspector's questions. */
  readonly inspector: { readonly [Q in Question]: (facts: { count: number; total: number }) => string };
  readonly sample: (a: { count: number; of: number; head: string }) => string;
}
