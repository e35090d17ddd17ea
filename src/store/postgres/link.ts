import type { MessagePort } from 'node:worker_threads';
import type { ClientConfig } from 'pg';

/** A value in a row or in a mark of a statement. */
export type Cell = string | number | Uint8Array | null;

/** What the thread of a connection is given to begin with. */
export interface Link {
  readonly settings: ClientConfig;
  /** Whether a proved certificate may be of any name; a function that says so cannot be handed over. */
  readonly anyName: boolean;
  /** Counts the answers, so that one may be waited for; and says whether the thread has ended. */
  readonly signal: Int32Array;
  readonly port: MessagePort;
}

/** What the thread is asked for; `silent` where nobody waits for the answer. */
export type Asked = { readonly silent?: boolean } & (
  | { readonly what: 'connect' | 'changes' | 'end' }
  /** A statement without values, compiled anew each time. */
  | { readonly what: 'run'; readonly text: string }
  | { readonly what: 'ask'; readonly text: string; readonly values: readonly Cell[] }
  | {
      readonly what: 'declare';
      readonly cursor: string;
      readonly size: number;
      readonly text: string;
      readonly values: readonly Cell[];
    }
  | { readonly what: 'fetch'; readonly cursor: string; readonly size: number }
  | {
      readonly what: 'copy';
      readonly table: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly Cell[])[];
    }
);

export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Where in the signal what stands. */
export const ANSWERS = 0;
export const ENDED = 1;

export const answered: Answer = { columns: [], rows: [] };

/** What went wrong: PostgreSQL's five letters, or the system's code of a connection. */
export interface Told {
  readonly code: string;
  readonly message: string;
  readonly constraint?: string | undefined;
  readonly table?: string | undefined;
  /** A sum that no number holds. */
  readonly range: boolean;
}
