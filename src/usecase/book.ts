import type { Role } from '../domain/account.ts';
import type { Rebuilt, WrittenBook } from './port/exchange.ts';
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

export interface Book {
  read<T>(fn: (reader: Reader) => Promise<T>): Promise<T>;
  /** Begins, runs `fn`, seals the operation and commits; any throw rolls everything back. */
  withEntity<T>(header: OperationHeader, fn: (writer: Writer) => Promise<T>): Promise<T>;
  verify(): Promise<Verification>;
  /** Whether the file's pages hold together, and the version of its tables: quick, and no proof of the chain. */
  health(): Promise<{ readonly sound: boolean; readonly schema: number }>;
  /** Copies the book whole under a name that is free, opens the copy, proves it, and gives its head in hex. */
  backup(path: string): Promise<string>;
  close(): void;
}

export interface EntityDraft extends Omit<Entity, 'id'> {
  readonly accounts: readonly { role: Role; held: boolean; number: string; name: string }[];
  readonly nextNumbers: ReadonlyMap<string, number>;
}

/** Where books lie: makes and opens them. Wired once in cli/wire.ts. */
export interface Library {
  create<T>(
    path: string,
    entity: EntityDraft,
    header: OperationHeader,
    fn: (writer: Writer) => Promise<T>,
  ): Promise<T>;
  /** `work` is told how far long reads and writes are, and may stop them. */
  open(path: string, work?: Work): Promise<Book>;
  /** Makes a book out of one that was exported whole; `dryRun` proves it and leaves nothing. */
  rebuild(path: string, written: WrittenBook, dryRun: boolean, work?: Work): Promise<Rebuilt>;
}
