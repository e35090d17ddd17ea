import { add, ZERO, type Dong } from './dong.ts';
import type { Day } from './day.ts';
import type { Ref } from './entry.ts';
import type { PaperKind } from './paper.ts';

export const PROGRAMME_KINDS = ['gift', 'hardship', 'visit', 'home'] as const;
export type ProgrammeKind = (typeof PROGRAMME_KINDS)[number];

/** One dated run of a programme, with a level for each category of recipient. */
export interface Round {
  readonly id: number;
  readonly code: string;
  readonly kind: ProgrammeKind;
  readonly name: string;
  readonly day: Day;
  readonly levels: ReadonlyMap<string, Dong>;
  /** The lunar year whose Tet it is for. */
  readonly tet?: number | undefined;
  /** Who joined after this day is no recipient. */
  readonly cutOff?: Day | undefined;
  /** The last days for lists, payment and signatures. */
  readonly listBy?: Day | undefined;
  readonly payBy?: Day | undefined;
  readonly signBy?: Day | undefined;
  /** The clause of the spending regulation that stands for a decision within its levels (accounting.md 18). */
  readonly standing?: string | undefined;
  /** A name on a second payer's list is refused, or becomes a further part of its award. */
  readonly twice: 'refuse' | 'part';
  /** The round whose list this one starts from. */
  readonly previous?: number | undefined;
}

/** What one payer gives: a fund (`payer`), somebody outside (`outside`), or nobody named yet (neither). */
export interface Part {
  readonly line: number;
  readonly payer?: number | undefined;
  readonly outside?: string | undefined;
  readonly form: 'cash' | 'goods';
  readonly amount: Dong;
  /** Of goods and vouchers: which, and how many. */
  readonly item?: number | undefined;
  readonly quantity?: number | undefined;
  /** The day from which an instalment or a monthly support is to be paid. */
  readonly due?: Day | undefined;
  /** The paper or milestone that must be there before this part is paid. */
  readonly needs?: PaperKind | undefined;
}

/**
 * How far one part of an award has come. Proposed, then approved by a decision; then disbursed at once, or handed to a
 * distributor and disbursed when signed for. All of it is derived from appended rows.
 */
export interface PartState extends Part {
  readonly award: number;
  readonly approved: boolean;
  /** In a distributor's hands and not yet signed for: the day it left, and who carries it. */
  readonly handed?: { readonly day: Day; readonly advance: number } | undefined;
  /** Posted as a benefit, net of reversals: the disbursement's key, day and voucher. */
  readonly paid?:
    { readonly disbursement: number; readonly day: Day; readonly voucher?: number | undefined } | undefined;
  /** The day somebody signed for the payment. */
  readonly signedOn?: Day | undefined;
}

export type AwardStage = 'proposed' | 'approved' | 'rejected' | 'cancelled';

/** An award with what is needed to decide on it; people's names are read only where they are printed. */
export interface AwardState {
  readonly id: number;
  readonly code: string;
  readonly round: number;
  readonly beneficiary: Ref;
  readonly unit: Ref;
  readonly category: string;
  readonly area: string;
  /** What a house costs as a whole, in đồng. */
  readonly cost?: Dong | undefined;
  readonly state: AwardStage;
  /** The day of the decision that approved it. */
  readonly decidedOn?: Day | undefined;
  readonly parts: readonly PartState[];
}

/** Posted through our hands: in cash and not from outside. */
export function isOurs(part: Part): boolean {
  return part.form === 'cash' && part.outside === undefined;
}

export function totalOf(parts: readonly Part[]): Dong {
  return parts.reduce<Dong>((total, part) => add(total, part.amount), ZERO);
}

/** Whether a payment from `fund` pays this part: its payer is the fund, or nobody was named and the fund takes it. */
export function isPayable(part: PartState, fund: number): boolean {
  return (
    part.approved &&
    part.paid === undefined &&
    part.handed === undefined &&
    isOurs(part) &&
    (part.payer === undefined || part.payer === fund)
  );
}

/** How far an award has come as a whole: the least far of its parts that pass through our hands. */
export function awardStage(award: AwardState): AwardStage | 'handed' | 'paid' | 'signed' {
  const ours = award.parts.filter(isOurs);
  if (award.state !== 'approved' || ours.length === 0) return award.state;
  if (ours.every((part) => part.signedOn !== undefined)) return 'signed';
  if (ours.every((part) => part.paid !== undefined)) return 'paid';
  return ours.every((part) => part.paid !== undefined || part.handed !== undefined) ? 'handed' : 'approved';
}
