import type { Month } from '../../domain/day.ts';

/** What a backup came to, once it was opened and proved. */
export interface BackedUp {
  readonly uuid: string;
  /** The chain's head in the copy, in hex. */
  readonly head: string;
  readonly operations: number;
  /** SHA-256 of the file, which stands beside it. */
  readonly digest: string;
  readonly bytes: number;
}

/** Encrypts a backup's bytes, and opens them again; both by the piece, so that no book is ever held. */
export interface Cipher {
  readonly seal: (plain: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;
  readonly open: (sealed: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;
}

/** A backup that was proved whole: digest, pages and indexes, kind of file, schema, every row of the chain. */
export interface Proof {
  /** Whose copy it is. */
  readonly uuid: string;
  readonly entity: string;
  readonly head: string;
  readonly operations: number;
  readonly entries: number;
  /** When its last operation was written. */
  readonly recordedAt: string;
  /** Whether the book's head that was asked about stands in its chain: then the book is a former state of it. */
  readonly hasHead: boolean;
  /** The last month that is closed in it. */
  readonly lastClosed: Month | undefined;
  /** Whether a digest stood beside the file. */
  readonly digest: boolean;
}

/** A backup to be proved. */
export interface Candidate {
  readonly path: string;
  /** Opens it where it is encrypted. */
  readonly open?: Cipher['open'] | undefined;
  /** A head of the book, in hex, to be looked for in its chain. */
  readonly bookHead?: string;
}

/** What the present book has and the backup lacks, and the other way round. */
export interface Difference {
  readonly lost: number;
  /** When the present book was last written; undefined where it has nothing that the backup lacks. */
  readonly last: string | undefined;
  readonly gained: number;
  /** How many of the present book's disclosures (private values shown or given) the backup knows nothing of. */
  readonly accesses: number;
  /** How often the present book erased what names people, after the last operation that both have: they are back. */
  readonly erasures: number;
  /** Whether private values that the present book has encrypted lie open in the backup. */
  readonly opened: boolean;
  /** Whether both have them encrypted, and other words open them in the backup. */
  readonly otherWords: boolean;
  /** How many private values the backup lacks though both end in one head, which does not cover their being there. */
  readonly valuesLost: number;
}

/** How the book that lies there was found. */
export type Present = 'none' | 'whole' | 'unread' | 'other';

export interface Restored {
  readonly proof: Proof;
  readonly present: Present;
  /** Undefined where there is no present book, it cannot be read, or it is another one. */
  readonly difference: Difference | undefined;
  /** Where the book that lay there is kept now, or of one that was gone its journal. */
  readonly kept: string | undefined;
}

export interface RestoreRequest extends Candidate {
  /** Another book than the one that lies there may take its place. */
  readonly otherBook: boolean;
  /** A free name for the book that lies at a path. */
  readonly keep: (path: string) => string;
}
