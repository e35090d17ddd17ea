import type { ProgrammeKind } from './award.ts';
import type { Day } from './day.ts';
import type { Dong } from './dong.ts';
import type { RuleSubject } from './rule.ts';

/** How one rule of a programme spoke of an award, and who let it be broken. */
export interface RuleView {
  readonly rule: string;
  readonly what: RuleSubject;
  readonly value: string;
  readonly source: string;
  readonly verified: boolean;
  readonly force: string;
  readonly found: string;
  readonly result: 'kept' | 'broken' | 'waived';
  readonly by?: string;
  readonly decision?: string;
}

/** What one award rests on; no person's name but of who waived. */
export interface AwardExplained {
  readonly award: string;
  readonly kind: ProgrammeKind;
  readonly round: string;
  readonly unit: string;
  readonly category: string;
  readonly area: string;
  readonly state: string;
  readonly parts: readonly { line: number; payer: string; form: string; amount: Dong }[];
  /** Đồng that pass through our hands, and of every source. */
  readonly ours: Dong;
  readonly total: Dong;
  readonly decision?: string;
  readonly decidedOn?: Day;
  readonly rules: readonly RuleView[];
}

/** Of a voucher: what it paid, entry by entry. */
export interface Explained {
  readonly awards: readonly AwardExplained[];
  readonly voucher?: {
    code: string;
    total: Dong;
    entries: readonly { entry: number; award: string; amount: Dong }[];
  };
}
