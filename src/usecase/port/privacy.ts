import type { Day } from '../../domain/day.ts';
import type { State } from '../../domain/status.ts';

/** Something that left the book, or was shown whole: by whom, what, what for. */
export interface DisclosureView {
  readonly operation: number;
  readonly recordedAt: string;
  /** Who ran the command, and who is named as the one who took it. */
  readonly actor: string;
  readonly by: string;
  readonly kind: 'export' | 'list' | 'reveal';
  readonly scope: string;
  readonly purpose: string;
}

/** What tells a person: their names, and numbers as they are written. */
export interface Marks {
  readonly names: readonly string[];
  readonly numbers: readonly string[];
}

/** A table in which a person is still named: how often, and the last year of it; '' where it has no day. */
export interface Trace {
  readonly table: string;
  readonly rows: number;
  readonly year: string;
  /** Otherwise the name is only like theirs, and it may be somebody else's. */
  readonly sure: boolean;
}

/** What was taken away besides what names the person. */
export interface Erased {
  /** Names of officials that stood in one with something said of the person. */
  readonly officials: number;
}

/** Something that a person gave, as their donor record has it. Amounts in đồng. */
export interface GivenView {
  readonly entry: number;
  readonly day: Day;
  readonly voucher?: string | undefined;
  readonly fund: string;
  readonly amount: number;
  readonly party: string;
  readonly content: string;
}

/** A person as the book's purposes have them: what they are to the union on a day, and the last day anything is recorded of. */
export interface PurposeView {
  readonly person: number;
  /** False for a relative of nobody who is a member still. */
  readonly tied: boolean;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly kind: 'member' | 'relative' | 'worker';
  readonly state: Exclude<State, 'moved'>;
  /** The last day that anything is recorded of. */
  readonly last: Day;
  /** Private fields that are kept of them and their awards: numbers, phones, accounts, banks. */
  readonly fields: number;
}

/** What the law on personal data asks of a book. */
export interface PrivacyReader {
  /** What these people gave. */
  given(people: readonly number[]): Promise<readonly GivenView[]>;
  /** Records of people who are entered as relatives of these. */
  relatives(people: readonly number[]): Promise<readonly number[]>;
  /** Everybody who is still named, by code; records that were merged count with the one they went into. */
  purposes(upTo: Day): Promise<readonly PurposeView[]>;
  /** Vouchers and statements by year. */
  papers(upTo: Day): Promise<readonly { year: number; vouchers: number; statements: number }[]>;
  /** What left the book on these days, the oldest first. */
  disclosures(range: { readonly from: Day; readonly to: Day }): Promise<readonly DisclosureView[]>;
}
