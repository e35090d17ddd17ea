import type { BookKey, NewVault } from '../usecase/book.ts';
import type { Work } from '../usecase/port/work.ts';
import { bookKeyOf, plainForm, PrivateCodec, sealedForm } from './private.ts';
import type { Connection } from './connection.ts';
import { insertRows } from './statements.ts';
import type { Tables } from './tables.ts';

const BATCH = 500;

type Row = Tables['private'];

/**
 * Writes every private value of an entity as another vault, or none, has it, and puts that vault in its place; within
 * the write that is under way, so that all of it stands or nothing. Gives how many values there are. The table is emptied
 * whole and filled again: of a row that is changed where it stands, SQLite may leave the former bytes in a page that it
 * balances, whatever `secure_delete` says.
 */
export async function rewritePrivate(
  db: Connection,
  entity: number,
  work: Work,
  { from, to }: { readonly from: BookKey | undefined; readonly to: NewVault | undefined },
): Promise<number> {
  const old = new PrivateCodec(db, entity, from);
  const form = to === undefined ? plainForm(() => bookKeyOf(db, entity)) : sealedForm(to.key);
  const next = db.prepare<unknown[], Row>(
    `select * from private where entity = ? and (register, owner, field) > (?, ?, ?)
      order by register, owner, field limit ${BATCH}`,
  );
  const all = db.prepare('select count(*) from private where entity = ?').pluck().get(entity) as number;
  const rewritten: Row[] = [];
  work.begin('rows', all);
  try {
    let after: [string, number, string] = ['', 0, ''];
    for (;;) {
      const rows = next.all(entity, ...after);
      for (const row of rows) rewritten.push({ ...row, ...form.keep(row, old.tell(row, row.value)) });
      const last = rows.at(-1);
      if (last === undefined) break;
      after = [last.register, last.owner, last.field];
      const wait = work.step(rows.length);
      if (wait !== undefined) await wait;
    }
  } finally {
    work.end();
  }
  // Where it is the only entity, whole pages are given up, and each is overwritten.
  const others = db.prepare('select 1 from private where entity <> ? limit 1').get(entity) !== undefined;
  if (others) db.prepare('delete from private where entity = ?').run(entity);
  else db.exec('delete from private');
  insertRows(db, 'private', rewritten);
  db.prepare('delete from vault where entity = ?').run(entity);
  const add = db.prepare(
    `insert into vault (entity, opened_by, cost, salt, wrapped) values (@entity, @opened_by, @cost, @salt, @wrapped)`,
  );
  for (const row of to?.rows ?? []) add.run(row);
  return all;
}
