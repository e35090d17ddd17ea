import type { Verification } from '../../usecase/book.ts';
import type { Work } from '../../usecase/port/work.ts';
import { EntityReader } from '../reader.ts';
import { tableTexts } from '../table-texts.ts';
import { LAWS } from '../triggers.ts';
import { stale, verifyChain } from '../verify.ts';
import type { PostgresConnection } from './connection.ts';
import { lawBody } from './schema.ts';

/** Proves an entity's chain, then what guards its rows, and its day balances. Pages and indexes are the server's own. */
export async function verifyOnServer(db: PostgresConnection, work: Work): Promise<Verification> {
  const { uuid, entity } = new EntityReader(db);
  const proof = await verifyChain(db, entity.id, [uuid, entity.code], work);
  if (!proof.ok) return proof;
  const broken = unguarded(db) ?? (await stale(db));
  return broken === undefined ? proof : { ...proof, ok: false, broken };
}

/** The first law that no trigger holds any more, or that says something else, a trigger that nobody knows, or a table open to all. */
function unguarded(db: PostgresConnection) {
  const triggers = db
    .prepare<[], { name: string; table: string; body: string }>(
      `select t.tgname as name, c.relname as "table", p.prosrc as body from pg_trigger t
         join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
        where c.relnamespace = current_schema()::regnamespace and not t.tgisinternal and t.tgenabled in ('O', 'A')`,
    )
    .all();
  const held = new Map(triggers.map((trigger) => [`${trigger.table} ${trigger.name}`, trigger.body]));
  for (const law of LAWS) {
    if (law.replacing === true) continue;
    if (held.get(`${law.table} ${law.name}`) !== lawBody(law)) return odd('trigger', law.table);
  }
  for (const { name } of tableTexts)
    if (!held.has(`${name} ${name}_never_emptied`)) return odd('trigger', name);
  // One that somebody added would run at the next write.
  const known = LAWS.filter(({ replacing }) => replacing !== true).length + tableTexts.length;
  if (held.size !== known) return odd('trigger', '');
  const open = db
    .prepare<[], { name: string }>(
      `select relname as name from pg_class
        where relnamespace = current_schema()::regnamespace and relkind = 'r' and not relrowsecurity order by relname`,
    )
    .all()
    .find(({ name }) => tableTexts.some((table) => table.name === name));
  return open === undefined ? undefined : odd('table', open.name);
}

const odd = (kind: string, name: string) => ({ kind, name, operation: 0 });
