import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { translate } from '../../src/store/postgres/dialect.ts';
import { asking } from './server.ts';
import type { Stage } from './play.ts';

/** What tests say in SQLite's words, by PostgreSQL's: bytes, and a law that is taken away. */
const SPOKEN: readonly (readonly [RegExp, string])[] = [
  [/randomblob\(32\)/g, 'sha256(random()::text::bytea)'],
  [/zeroblob\(32\)/g, String.raw`'\x${'00'.repeat(32)}'::bytea`],
  [/\bdrop trigger ((\w+)_frozen)\b/g, 'drop trigger $1 on "$2"'],
  [/\bx'([0-9a-f]*)'/g, String.raw`'\x$1'::bytea`],
];

function spoken(sql: string): string {
  const own = SPOKEN.reduce((text, [what, instead]) => text.replaceAll(what, instead), sql);
  return translate(own).text;
}

/** Statements told to a stage's book past the program: to its file, or to the server as the server's owner. */
export async function past(stage: Stage, ...statements: readonly string[]): Promise<void> {
  await told(stage, statements, false);
}

/** The same where every law of the database looks away. */
export async function pastTheLaws(stage: Stage, ...statements: readonly string[]): Promise<void> {
  await told(stage, statements, true);
}

async function told(stage: Stage, statements: readonly string[], lawless: boolean): Promise<void> {
  if (stage.book !== undefined) {
    const before = lawless ? ['set session_replication_role = replica'] : [];
    await asking(stage.book, [...before, ...statements.map(spoken)].join(';\n'));
    return;
  }
  const sqlite = new Sqlite(join(stage.folder, 'phucloi.db'));
  try {
    if (lawless) {
      sqlite.pragma('foreign_keys = off');
      const triggers = sqlite.prepare("select name from sqlite_master where type = 'trigger'").pluck().all();
      for (const name of triggers as string[]) sqlite.exec(`drop trigger ${name}`);
    }
    // As the server takes what it is told at once: all of it, or nothing.
    if (!statements.some((sql) => /\bpragma\b/.test(sql))) sqlite.exec('begin');
    for (const sql of statements) sqlite.exec(sql);
    if (sqlite.inTransaction) sqlite.exec('commit');
  } finally {
    sqlite.close();
  }
}

/** Asks a stage's book past the program. */
export async function askedPast(stage: Stage, sql: string): Promise<readonly Record<string, unknown>[]> {
  if (stage.book !== undefined) return (await asking(stage.book, spoken(sql))).rows;
  const sqlite = new Sqlite(join(stage.folder, 'phucloi.db'), { readonly: true, timeout: 20_000 });
  try {
    return sqlite.prepare<[], Record<string, unknown>>(sql).all();
  } finally {
    sqlite.close();
  }
}
