import type { Sqlite } from './sqlite.ts';

const BATCH = 2000;

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
