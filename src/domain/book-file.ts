/** A whole book outside the program: docs/interchange.md says what each line of the file holds. */
export const BOOK_FORMAT = 1;

/** A column's value as it stands in the book; bytes are lower-case hex. */
export type Cell = string | number | null;

/** One row of one table, by the names of its columns, without the entity. */
export interface BookRow {
  readonly table: string;
  readonly row: Readonly<Record<string, Cell>>;
}

/** What stands before the rows. */
export interface BookHeader {
  /** Version of the file's form. */
  readonly format: number;
  /** Version of the tables that it was written from. */
  readonly schema: number;
  /** The book's own name, which every digest covers. */
  readonly uuid: string;
  readonly entity: string;
  /** Digest of the last operation, in hex. */
  readonly head: string;
  readonly createdAt: string;
  /** Whether ID numbers, phones, accounts and reasons stand in it. */
  readonly private: boolean;
  /**
   * Where private values come as they are kept, with their vault: the key of their lookups, in hex. Never in a file: it
   * goes from one book to another.
   */
  readonly key?: string;
  /** Rows of each table. */
  readonly counts: Readonly<Record<string, number>>;
}

/** A row as it was read back, not yet held against the table. */
export interface WrittenRow {
  readonly line: number;
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}
