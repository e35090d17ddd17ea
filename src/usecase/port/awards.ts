import type { AwardState, Part, Round } from '../../domain/award.ts';
import type { Day } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';
import type { Ref } from '../../domain/entry.ts';

/** An award with the people and papers that a list prints. */
export interface AwardView extends AwardState {
  readonly beneficiaryName: string;
  readonly sortKey: string;
  readonly decisionNo?: string | undefined;
  /** The relative who takes the money for the person. */
  readonly payee?: { readonly name: string; readonly relation: string } | undefined;
}

/** A relative who takes the money for the person; the account lies in the private table. */
export interface Payee {
  readonly name: string;
  readonly relation: string;
  readonly account?: string | undefined;
  readonly bank?: string | undefined;
}

export interface AwardDraft {
  readonly code: string;
  readonly round: Round;
  readonly beneficiary: Ref;
  readonly unit: Ref;
  readonly category: string;
  readonly area?: string | undefined;
  readonly cost?: Dong | undefined;
  readonly payee?: Payee | undefined;
  /** Why it is given: kept apart from everything that is printed. */
  readonly reason?: string | undefined;
  readonly source?: { readonly document: Ref; readonly row: number } | undefined;
  readonly parts: readonly Part[];
}

/** By which evidence somebody is said to have received a payment. */
export type AcknowledgedHow = 'bulk' | 'checked' | 'listed' | 'transfer';

/** One signature: for what was signed, and by whom where it was another. */
export interface AcknowledgementDraft {
  readonly disbursement: number;
  readonly day: Day;
  readonly amount: Dong;
  readonly proxy?: { readonly name: string; readonly relation: string } | undefined;
  /** The proxy's paper; else the list's. */
  readonly paper?: string | undefined;
}

export interface DecisionDraft {
  readonly round: Round;
  readonly number: string;
  readonly day: Day;
  readonly by: string;
  readonly expecting?:
    { readonly body: string; readonly amount: Dong; readonly document: string } | undefined;
}
