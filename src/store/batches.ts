import type { Sqlite } from './sqlite.ts';

const BATCH = 500;

/** Reads a table in batches by key, so that several tables can be read at once on one connection. */
export function* batches<R extends { id: number }>(
  sqlite: Sqlite,
  entity: number,
  table: string,
  columns = '*',
): IterableIterator<R> {
  const statement = sqlite.prepare<unknown[], R>(
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
export function* lineBatches<R extends object>(
  sqlite: Sqlite,
  entity: number,
  table: string,
  [owner, line]: readonly [owner: string, line: string],
): IterableIterator<R> {
  const statement = sqlite.prepare<unknown[], R>(
    `select * from "${table}" where entity = ? and ("${owner}", "${line}") > (?, ?) order by "${owner}", "${line}" limit ${BATCH}`,
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
