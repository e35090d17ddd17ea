import Database from 'better-sqlite3';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Stage } from '../support/play.ts';
import { SMALL_BOOK } from '../support/small-book.ts';
import { wordsOf } from '../support/words.ts';

// What a book is made of besides its rows: tables, indexes, triggers, day balances. Whoever may write the file may change
// them and leave every row as it is.

const BACKUP = 'luu.backup.db';

let stage: Stage;

beforeEach(async () => {
  stage = new Stage();
  for (const line of SMALL_BOOK) await stage.data(line);
});

afterEach(() => {
  stage.strike();
});

function within(file: string, sql: string): void {
  const db = new Database(join(stage.folder, file)).unsafeMode();
  db.pragma('foreign_keys = off');
  for (const name of sql.startsWith('-- bare')
    ? db.prepare<[], string>("select name from sqlite_schema where type = 'trigger'").pluck().all()
    : [])
    db.exec(`drop trigger "${name}"`);
  db.exec(sql);
  db.close();
}

interface Refused {
  readonly code: string;
  readonly facts: { readonly kind?: string; readonly name?: string; readonly how?: string };
}

async function refused(line: string): Promise<Refused | undefined> {
  const { stdout } = await stage.run([...wordsOf(line), '--json']);
  return (JSON.parse(stdout) as { error?: Refused }).error;
}

const EVIL = `create trigger evil after insert on operation begin delete from private; end;`;
const CHANGED: readonly (readonly [what: string, sql: string, kind: string, name: string])[] = [
  ['every trigger dropped and a foreign one added', `-- bare\n${EVIL}`, 'trigger', 'operation'],
  ['one trigger dropped', 'drop trigger entry_frozen', 'trigger', 'entry'],
  ['a foreign trigger added', EVIL, 'trigger', 'operation'],
  [
    'a trigger of the same name with another body',
    `drop trigger entry_posted; create trigger entry_posted after insert on entry begin select 1; end;`,
    'trigger',
    'entry',
  ],
  ['an index dropped', 'drop index beneficiary_folded', 'index', 'beneficiary'],
  ['a table added', 'create table "drop table entry" (a)', 'table', ''],
  ['a view added', 'create view v as select * from private', 'view', ''],
  [
    'a check taken out of a table',
    `pragma writable_schema = on;
     update sqlite_schema set sql = replace(sql, 'check (id = 1)', '') where name = 'book';`,
    'table',
    'book',
  ],
  ['a balance raised', 'update balance_day set debit = debit + 500', 'balance_day', ''],
];

test.each(CHANGED)('%s: verify names it, and no such backup is restored', async (_, sql, kind, name) => {
  copyFileSync(join(stage.folder, 'phucloi.db'), join(stage.folder, BACKUP));
  within(BACKUP, sql);
  const how = kind === 'balance_day' ? 'balances' : 'shape';
  expect(await refused(`restore ${BACKUP}`)).toMatchObject({
    code: 'backup.altered',
    facts: { how, row: { kind } },
  });
  expect(await refused('verify')).toBeUndefined();
  within('phucloi.db', sql);
  const found = await refused('verify');
  expect(found).toMatchObject({ code: 'book.altered', facts: { kind } });
  if (kind !== 'balance_day') expect(found?.facts.name).toBe(name);
  for (const lang of ['vi', 'en']) {
    const { stderr, stdout } = await stage.run(['verify', '--lang', lang]);
    expect(`${stdout}${stderr}`).not.toMatch(/evil|create |select |drop table/);
  }
});

test('a book that was analyzed, or copied by another program, is as whole as it was', async () => {
  within('phucloi.db', 'analyze; reindex; vacuum');
  expect(await refused('verify')).toBeUndefined();
});
