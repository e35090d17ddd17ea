import type { Connection } from './connection.ts';

const BATCH = 100;

/** Reads a table in batches by key, so that several tables can be read at once on one connection. */
export function* batches<R extends { id: number }>(
  db: Connection,
  entity: number,
  table: string,
  columns = '*',
): IterableIterator<R> {
  const statement = db.prepare<unknown[], R>(
    `select ${columns} from "${table}" where entity = ? and id > ? order by id limit ${BATCH}`,
  );
  let after = 0;
  for (;;) {
    const rows = statement.all(entity, after);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return;
    after = last.id;
  }
}

/** The same for lines, whose key is their row's and their own. */
function* lineBatches<R extends object>(
  db: Connection,
  entity: number,
  table: string,
  [owner, line]: readonly [owner: string, line: string],
  columns: string,
): IterableIterator<R> {
  const statement = db.prepare<unknown[], R>(
    `select ${columns} from "${table}" where entity = ? and ("${owner}", "${line}") > (?, ?) order by "${owner}", "${line}" limit ${BATCH}`,
  );
  let after: [unknown, unknown] = [0, 0];
  for (;;) {
    const rows = statement.all(entity, ...after);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return;
    after = [last[owner as keyof R], last[line as keyof R]];
  }
}

/** Lines of rows that come in the order of their keys. Read in batches: a question for each row costs more than its proof. */
export class LineCursor<R extends object> {
  readonly #rows: IterableIterator<R>;
  readonly #owner: string;
  #row: R | undefined;

  constructor(db: Connection, entity: number, table: string, owner: string, line: string, columns = '*') {
    this.#owner = owner;
    this.#rows = lineBatches<R>(db, entity, table, [owner, line], columns);
    this.#row = this.#next();
  }

  /** The lines of a row whose key is greater than any asked for before. */
  of(id: number): R[] {
    const lines: R[] = [];
    for (; this.#row !== undefined && this.#key(this.#row) <= id; this.#row = this.#next()) {
      if (this.#key(this.#row) === id) lines.push(this.#row);
    }
    return lines;
  }

  #key(row: R): number {
    return Number(row[this.#owner as keyof R]);
  }

  #next(): R | undefined {
    const next = this.#rows.next();
    return next.done === true ? undefined : next.value;
  }
}
