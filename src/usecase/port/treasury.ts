import type { ProgrammeKind } from '../../domain/award.ts';
import type { Day } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';
import type { PartRef, Ref, Wording } from '../../domain/entry.ts';
import type { Fund, Place, Purpose } from '../../domain/fund.ts';

/** A campaign for gifts. Where it is shared, `share` hundredths of every gift go to `shareFund`. */
export interface Appeal extends Ref {
  readonly name: string;
  readonly fund: number;
  readonly shareFund?: number | undefined;
  readonly share?: number | undefined;
  /** What the whole appeal is to bring, in đồng. */
  readonly goal?: Dong | undefined;
  readonly from: Day;
  /** The day by which its held part is to be with its owner. */
  readonly due?: Day | undefined;
  readonly document?: string | undefined;
}

/** What an appeal asks of a unit, and what the unit promised; in đồng. A pledge is never posted. */
export interface Target {
  readonly appeal: number;
  readonly unit: number;
  readonly amount: Dong;
  readonly pledged?: Dong | undefined;
}

/** A kind of goods: counted in its measure; `face` is the value printed on a voucher, in đồng. */
export interface Item extends Ref {
  readonly name: string;
  readonly measure: string;
  readonly face?: Dong | undefined;
}

/** Goods that came in (quantity and cost above zero) or went out (below). Cost in đồng. */
export interface StockDraft {
  readonly item: Ref;
  readonly fund: Fund;
  readonly voucher?: Ref | undefined;
  readonly day: Day;
  readonly quantity: number;
  readonly cost: Dong;
  /** The payment that bought them. */
  readonly entry?: number | undefined;
  readonly part?: PartRef | undefined;
  readonly serials?: string | undefined;
  readonly reverses?: number | undefined;
}

export type MatchHow = 'reference' | 'amount' | 'name' | 'hand' | 'posted';

/** Lines of a bank's statement and the entries they are; both sides come to the same amount. */
export interface MatchDraft {
  readonly place: Place;
  readonly how: MatchHow;
  /** Who joined them by hand, and why. */
  readonly wording?: Wording | undefined;
  readonly lines: readonly number[];
  readonly entries: readonly number[];
}

/** What corrects an entry's words, or its unit and donor; the entry itself stays as it was. */
export interface CorrectionDraft {
  readonly entry: number;
  readonly wording?: Wording | undefined;
  readonly links?: { readonly unit?: number | undefined; readonly donor?: number | undefined } | undefined;
  /** Who corrected it, and why. */
  readonly by?: string | undefined;
  readonly reason?: string | undefined;
}

export type AttachmentSubject = 'voucher' | 'award' | 'decision' | 'document' | 'appeal' | 'month';

/** A paper kept beside the book, known by the digest of its bytes. */
export interface AttachmentDraft {
  readonly subject: AttachmentSubject;
  readonly code: string;
  readonly file: string;
  readonly bytesDigest: Uint8Array;
  readonly size: number;
}

/** A benefit of the time before the book: never posted, counted by rules for each year and life. */
export interface HistoryDraft {
  readonly beneficiary: Ref;
  readonly kind: ProgrammeKind;
  readonly day: Day;
  readonly amount: Dong;
  readonly content: string;
  readonly source?: { readonly document: Ref; readonly row: number } | undefined;
}

/** What the writes of funds, banks, goods and corrections append; reads stand with each area. */
export interface TreasuryWriter {
  addAppeal(appeal: Omit<Appeal, 'id'>): Promise<Appeal>;
  /** Sets what an appeal asks of a unit; an earlier target of the unit is changed, with history. */
  setTarget(target: Target): Promise<void>;
  addItem(item: Omit<Item, 'id'>): Promise<Item>;
  addStock(moves: readonly StockDraft[]): Promise<readonly number[]>;
  addMatch(match: MatchDraft): Promise<number>;
  addUnmatch(match: number, by: string, reason: string): Promise<void>;
  /** A balance that the bank told without a file: by whom, on which paper. */
  addConfirmation(confirmation: {
    place: Place;
    day: Day;
    balance: Dong;
    by: string;
    paper: string;
  }): Promise<void>;
  addCorrection(correction: CorrectionDraft): Promise<void>;
  addAttachment(attachment: AttachmentDraft): Promise<void>;
  /** Something left the book: an export, a list with private fields, a reveal. */
  addDisclosure(disclosure: {
    kind: 'export' | 'list' | 'reveal';
    scope: string;
    by: string;
    purpose: string;
  }): Promise<void>;
  addHistory(rows: Iterable<HistoryDraft>): Promise<number>;
  setRemitBy(fund: Fund, day: Day | undefined): Promise<void>;
  /** Gives a fund a purpose from a day on, by a document. */
  addPurpose(fund: Fund, purpose: Purpose, from: Day, document: string): Promise<void>;
  /** Takes a purpose from a fund: `to` is the last day it holds. */
  endPurpose(fund: Fund, purpose: Purpose, to: Day, document: string): Promise<void>;
  /** Gives a setting a value, or takes it away. */
  setSetting(name: string, value: string | undefined): Promise<void>;
  /** Ends what its holder does in an office on a day. */
  endOfficer(role: string, name: string, to: Day): Promise<void>;
}
