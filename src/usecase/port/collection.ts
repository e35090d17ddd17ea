import type { Role } from '../../domain/account.ts';
import type { Month, Day } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';
import type { Ref } from '../../domain/entry.ts';
import type { FundKind } from '../../domain/fund.ts';
import type { Candidate, Proof } from './backup.ts';
import type { Reader } from './ports.ts';

/** A month and the head that its close sealed, in hex. */
export interface SealedMonth {
  readonly month: Month;
  readonly head: string;
}

/** A unit's book as it was last collected. */
export interface CollectedBook {
  /** The unit's code in the register of the one who collects. */
  readonly unit: string;
  /** Which book it is, whatever it is called. */
  readonly origin: string;
  /** What the book calls its own entity. */
  readonly code: string;
  readonly head: string;
  readonly operations: number;
  readonly sealed: SealedMonth | undefined;
  /** SHA-256 of the copy's bytes. */
  readonly digest: string;
  readonly operation: number;
  readonly recordedAt: string;
}

export interface CollectedDraft extends Pick<
  CollectedBook,
  'origin' | 'code' | 'head' | 'operations' | 'sealed' | 'digest'
> {
  readonly unit: Ref;
}

/** Money between a union and one above or below it, of an entry that stands: amounts in đồng. */
export interface Passed {
  readonly entry: number;
  /** `given`, `remitted`: it went out; `received`, `taken`: it came in. */
  readonly way: 'given' | 'received' | 'remitted' | 'taken';
  readonly day: Day;
  readonly document: string;
  /** Whom it went to or came from, as it was written. */
  readonly party: string;
  /** The unit below that it is of; empty where none is named. */
  readonly unit: string;
  readonly fund: string;
  readonly kind: FundKind;
  /** Which reason of a fund's identity it stands under. */
  readonly role: Role;
  readonly amount: Dong;
}

/** What a book tells to whoever collects it. */
export interface CollectionReader {
  /** The last of each unit, in the order of their codes. */
  collected(): Promise<readonly CollectedBook[]>;
  /** The head that the close of the last closed month sealed. */
  sealed(): Promise<SealedMonth | undefined>;
  /** The first close whose head stands nowhere in the chain before it. */
  unsealed(): Promise<{ readonly month: Month; readonly operation: number } | undefined>;
  /** What passed to or from other unions up to a day. */
  passed(upTo: Day): Promise<readonly Passed[]>;
}

/** A book that was brought: proved, and kept in a private place until it is placed or dropped. */
export interface Brought {
  readonly proof: Proof;
  readonly code: string;
  readonly sealed: SealedMonth | undefined;
  /** SHA-256 of the copy's bytes. */
  readonly digest: string;
  readonly read: <T>(fn: (reader: Reader) => Promise<T>) => Promise<T>;
  readonly drop: () => void;
}

/** How a copy stands to what was collected. */
export type CopyState = 'whole' | 'missing' | 'altered';

/**
 * The view of many books: each one an entity of its own, none ever a row of another's ledger. Beside a file these are
 * copies in a folder; entities of one database could stand behind the same port.
 */
export interface Collection {
  prove(candidate: Candidate): Promise<Brought>;
  /** Gives proved books their places, all or none; what it gives back takes them away again. */
  place(books: readonly { readonly unit: string; readonly brought: Brought }[]): () => void;
  /** Takes away what is no copy of these: a killed run left it. Only while nobody else can write. */
  sweep(kept: readonly CollectedBook[]): void;
  /** Takes away copies that newer ones have replaced. */
  retire(replaced: readonly CollectedBook[]): void;
  state(book: CollectedBook): Promise<CopyState>;
  read<T>(book: CollectedBook, fn: (reader: Reader) => Promise<T>): Promise<T>;
}
