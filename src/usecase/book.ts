import type { Role } from '../domain/account.ts';
import type { BackedUp, Candidate, Cipher, Proof, Restored, RestoreRequest } from './port/backup.ts';
import type { Collection } from './port/collection.ts';
import type { Rebuilt, WrittenBook } from './port/exchange.ts';
import type { Roles } from './port/roles.ts';
import type { Entity, Reader, Writer } from './port/ports.ts';
import type { Work } from './port/work.ts';

/** Who writes, with which command, when; `dryRun` rolls the finished write back. */
export interface OperationHeader {
  readonly command: string;
  readonly actor: string;
  readonly recordedAt: string;
  readonly dryRun: boolean;
}

export type Verification =
  | { readonly ok: true; readonly entries: number; readonly operations: number; readonly head: string }
  | {
      readonly ok: false;
      readonly entries: number;
      readonly operations: number;
      readonly head: string;
      readonly broken: { readonly kind: string; readonly name: string; readonly operation: number };
    };

/**
 * How private fields are kept: as they are, encrypted, to be encrypted again (`open`: the chain says that they are, and
 * there is no key, as in a book made anew from an export), or under a key that was altered.
 */
export type PrivateState = 'plain' | 'sealed' | 'open' | 'damaged';

/** What opens encrypted fields, and which vault it was taken from: it opens nothing under another one. */
export interface BookKey {
  readonly bytes: Uint8Array;
  readonly vault: string;
}

/** A new key, wrapped under the secrets that are to open it. */
export interface NewVault {
  readonly key: BookKey;
  readonly rows: readonly {
    readonly entity: number;
    readonly opened_by: 'passphrase' | 'recovery';
    readonly cost: number;
    readonly salt: Uint8Array;
    readonly wrapped: Uint8Array;
  }[];
}

/** What opens a vault; `cost` is of one attempt, where it is not the usual one. */
export interface VaultSecrets {
  readonly passphrase: string;
  readonly recovery: string;
  readonly cost?: number;
}

export interface Book {
  read<T>(fn: (reader: Reader) => Promise<T>): Promise<T>;
  /** Begins, runs `fn`, seals the operation and commits; any throw rolls everything back. */
  withEntity<T>(header: OperationHeader, fn: (writer: Writer) => Promise<T>): Promise<T>;
  verify(): Promise<Verification>;
  /** Whether the file's pages hold together, and the version of its tables: quick, and no proof of the chain. */
  health(): Promise<{ readonly sound: boolean; readonly schema: number }>;
  /** Copies the book whole, as it stands at one moment, under a name that is free; opens the copy and proves it. */
  backup(path: string, cipher?: Cipher): Promise<BackedUp>;
  /** Whether private fields are encrypted: a command that needs them must unlock the book first. */
  sealed(): Promise<boolean>;
  /** Opens private fields by a passphrase or recovery code, or by the key that one of them gave before. */
  unlock(by: string | BookKey): Promise<BookKey>;
  /** A vault with a new key, made before the write that puts it into the book: deriving takes its time. */
  newVault(secrets: VaultSecrets): Promise<NewVault>;
  /** Who may what; where a book is a file, whoever opens it may all. */
  readonly roles?: Roles;
  close(): void;
}

/** How a book is opened. */
export interface Access {
  /** Told how far long reads and writes are; may stop them. */
  readonly work?: Work;
  /** How long it waits for another process that has the book, in milliseconds; 0: not at all. */
  readonly patience?: number | undefined;
  /** The store itself refuses every write. */
  readonly readOnly?: boolean | undefined;
}

export interface EntityDraft extends Omit<Entity, 'id'> {
  readonly accounts: readonly { role: Role; held: boolean; number: string; name: string }[];
  readonly nextNumbers: ReadonlyMap<string, number>;
}

export interface MigrationRequest {
  /** Where the book of that schema is copied to before anything of it changes; a rehearsal makes no backup. */
  readonly backup: (book: { readonly schema: number; readonly uuid: string }) => Promise<{
    readonly path: string;
    readonly cipher?: Cipher | undefined;
  }>;
}

/** What a migration came to; without `proof` where the book was of this program's schema already. */
export interface Migration {
  readonly from: number;
  readonly to: number;
  readonly backup?: string;
  readonly proof?: { readonly entries: number; readonly operations: number; readonly head: string };
}

/** Where books lie: makes and opens them. Wired once in cli/wire.ts. */
export interface Library {
  create<T>(
    path: string,
    entity: EntityDraft,
    header: OperationHeader,
    fn: (writer: Writer) => Promise<T>,
  ): Promise<T>;
  open(path: string, access?: Access): Promise<Book>;
  /** Proves a backup in a private place beside `place`, of which nothing stays. */
  prove(candidate: Candidate, place: string, work?: Work): Promise<Proof>;
  /** Puts a proved backup in the place of a book, and keeps that one under another name. */
  restore(path: string, request: RestoreRequest, header: OperationHeader, access?: Access): Promise<Restored>;
  /** Brings an older book to this program's schema: whole and proved, or not at all; a rehearsal is taken back. */
  migrate(
    path: string,
    request: MigrationRequest,
    header: OperationHeader,
    access?: Access,
  ): Promise<Migration>;
  /** Copies of units' books beside a book, each an entity of its own. */
  collection(path: string, access?: Access): Promise<Collection>;
  /** Makes a book out of one that was exported whole; `dryRun` proves it and leaves nothing. */
  rebuild(path: string, written: WrittenBook, dryRun: boolean, work?: Work): Promise<Rebuilt>;
}
