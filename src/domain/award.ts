import { add, subtract, ZERO, type Dong } from './dong.ts';
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
  /** Posted as a benefit, or given out of stock (`move`), net of reversals: the disbursement's key, day and voucher. */
  readonly paid?:
    | {
        readonly disbursement: number;
        readonly day: Day;
        readonly voucher?: number | undefined;
        readonly move?: number | undefined;
        /** What of it came back and leaves payment and signature standing, in đồng. */
        readonly back?: Dong | undefined;
      }
    | undefined;
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

/** Passes through our hands: money that nobody outside pays, and goods out of a fund's stock. */
export function isOurs(part: Part): boolean {
  return part.outside === undefined && (part.form === 'cash' || part.payer !== undefined);
}

/** Whether nobody is named who gives a part. */
export const isUnnamed = ({ payer, outside }: Part): boolean => payer === undefined && outside === undefined;

/** Our part in money: what commits a fund's money and leaves a place. Goods were paid for when they were bought. */
export function isOurCash(part: Part): boolean {
  return part.form === 'cash' && isOurs(part);
}

/** What of a part stays with the person, in đồng: less what came back of its payment. */
export function keptOf(part: PartState): Dong {
  return subtract(part.amount, part.paid?.back ?? ZERO);
}

export function totalOf(parts: readonly Part[]): Dong {
  return parts.reduce<Dong>((total, part) => add(total, part.amount), ZERO);
}

/** By what a part is judged payable: the fund that pays, the day, and the papers that are there. */
export interface PayFacts {
  readonly fund: number;
  readonly day: Day;
  /** Whether an award's paper of this kind is there on the day, and not only promised. */
  readonly has: (award: number, paper: PaperKind) => boolean;
}

/** Decided, ours, and neither paid nor carried by a distributor; its payer is the fund, or nobody was named and the fund takes it. */
function isOpen(part: PartState, fund: number): boolean {
  return (
    part.approved &&
    part.paid === undefined &&
    part.handed === undefined &&
    isOurs(part) &&
    (part.payer === undefined || part.payer === fund)
  );
}

/** Whether a part is paid on a day by a fund: it is open, its day has come, and the paper it waits for is there. */
export function isPayable(part: PartState, facts: PayFacts): boolean {
  return isOpen(part, facts.fund) && !waits(part, facts);
}

/** Open, and not to be paid yet: its day is still to come, or its paper is. */
export function isWaiting(part: PartState, facts: PayFacts): boolean {
  return isOpen(part, facts.fund) && waits(part, facts);
}

function waits(part: PartState, { day, has }: PayFacts): boolean {
  return (
    (part.due !== undefined && part.due > day) || (part.needs !== undefined && !has(part.award, part.needs))
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
