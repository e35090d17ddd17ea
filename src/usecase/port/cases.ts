import type { ProgrammeKind } from '../../domain/award.ts';
import type { Day } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';
import type { Ref } from '../../domain/entry.ts';
import type { PaperKind } from '../../domain/paper.ts';

/** A case as its own paper prints it: who takes the money for whom, by which decision, paid on which day. */
export interface CaseView {
  readonly award: Ref;
  readonly name: string;
  readonly unitName: string;
  readonly category: string;
  readonly area: string;
  readonly payee?: { readonly name: string; readonly relation: string } | undefined;
  /** The last decision that approved it, and its day. */
  readonly decision?: { readonly number: string; readonly day: Day } | undefined;
  /** The last payment that stands. */
  readonly paid?: { readonly day: Day; readonly voucher: string } | undefined;
  /** đồng of every part. */
  readonly total: Dong;
}

/** A paper that was promised and is not there. */
export interface PromisedPaper {
  readonly award: string;
  readonly programme: ProgrammeKind;
  readonly kind: PaperKind;
  readonly due: Day;
}

/** What single cases are asked about: hardship, visits, whatever is paid by months. */
export interface CaseReader {
  /** The case of a code, of one kind; undefined where there is none. */
  case(kind: ProgrammeKind, code: string): Promise<CaseView | undefined>;
  /** Rounds of a kind in which something is paid by days. */
  datedRounds(kind: ProgrammeKind): Promise<readonly number[]>;
  /** Papers due before a day that were promised by standing awards and have not come by then. */
  overduePapers(on: Day): Promise<readonly PromisedPaper[]>;
}
