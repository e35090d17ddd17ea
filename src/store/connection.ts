/** A statement that is compiled once and run often. */
export interface Statement<P extends unknown[] = unknown[], R = unknown> {
  /** Rows of it are being read already. */
  readonly busy: boolean;
  all(...values: P): R[];
  get(...values: P): R | undefined;
  run(...values: P): { readonly changes: number };
  iterate(...values: P): IterableIterator<R>;
  /** From here on a row is the value of its first column. */
  pluck(): Statement<P, R>;
  /** From here on a row is the list of its values. */
  raw(): Statement<P, R>;
}

/**
 * What reads and writes a book's rows: SQLite's connection, or what stands for it over PostgreSQL (postgres/connection.ts).
 * It answers at once: a command is one person's, and has nothing else to do meanwhile.
 */
export interface Connection {
  readonly inTransaction: boolean;
  /** The entity whose accounts are meant, where there are several. */
  readonly entity?: number;
  /** Inserts rows of some columns, where the engine has a way of its own for many. */
  readonly insertRows?: (table: string, columns: readonly string[], rows: readonly unknown[][]) => void;
  prepare<P extends unknown[] | object = unknown[], R = unknown>(
    sql: string,
  ): P extends unknown[] ? Statement<P, R> : Statement<[P], R>;
  exec(sql: string): unknown;
}
