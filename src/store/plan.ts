import type { Sqlite } from './sqlite.ts';

/** Rows of a table as the query planner is told them. */
const ROWS = 1_000_000;

/**
 * Tells the query planner what it cannot see in a book of whatever size: that the entity, with which every key begins, picks out all
 * rows, and that what follows picks out few. Without it a lookup by award walks through every payment of the entity.
 */
export function planStatistics(sqlite: Sqlite): void {
  // Makes the table of statistics where there is none yet; what it says of rows is thrown away.
  sqlite.exec('analyze book; delete from sqlite_stat1');
  const insert = sqlite.prepare('insert into sqlite_stat1 (tbl, idx, stat) values (?, ?, ?)');
  const indexes = sqlite
    .prepare<[], { tbl: string; idx: string; origin: string; uniq: number; width: number }>(
      `select m.name as tbl, i.name as idx, i.origin, i."unique" as uniq,
              (select count(*) from pragma_index_info(i.name)) as width
         from sqlite_schema m join pragma_index_list(m.name) i where m.type = 'table'`,
    )
    .all();
  for (const { tbl, idx, origin, uniq, width } of indexes) {
    const few = Array.from({ length: width - 1 }, (_, at) => (uniq === 1 && at === width - 2 ? 1 : 10));
    // The primary key of a table without rowid goes by the table's name.
    insert.run(tbl, origin === 'pk' ? tbl : idx, [ROWS, ROWS, ...few].join(' '));
  }
  // Read now: this connection goes on to use the book, and would plan by what `analyze` found.
  sqlite.exec('analyze sqlite_schema');
}
