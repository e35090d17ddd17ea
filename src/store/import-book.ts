import { createSecretKey, randomBytes } from 'node:crypto';
import Database from 'better-sqlite3';
import type { BookHeader, WrittenRow } from '../domain/book-file.ts';
import { refuse } from '../domain/failure.ts';
import type { Rebuilt, WrittenBook } from '../usecase/port/exchange.ts';
import type { Work } from '../usecase/port/work.ts';
import { OLDEST_SCHEMA, SCHEMA_VERSION } from './codes.ts';
import { makeBook } from './create.ts';
import { EXPORTED } from './export.ts';
import { lookupOf } from './private.ts';
import type { Sqlite } from './sqlite.ts';
import { readVault } from './vault.ts';
import { verifyChain } from './verify.ts';

/**
 * Makes a book out of an exported one, row by row with every trigger awake, and keeps it only where the chain that these
 * rows give ends in the head that the file names.
 */
export function rebuildInFile(
  path: string,
  written: WrittenBook,
  dryRun: boolean,
  work: Work,
): Promise<Rebuilt> {
  const { file, header } = written;
  // Rows of an older schema go in as they are: no step since then has changed a table that is exported.
  if (header.schema > SCHEMA_VERSION || header.schema < OLDEST_SCHEMA)
    refuse('input.newer', { file, found: header.schema, known: SCHEMA_VERSION });
  return makeBook(path, dryRun, async (sqlite) => {
    // Rows of registers may name rows after them; every reference is held at the commit.
    sqlite.pragma('defer_foreign_keys = on');
    const filling = new Filling(sqlite, header);
    let line = 1;
    work.begin(
      'rows',
      Object.values(header.counts).reduce((all, count) => all + count, 0),
    );
    try {
      for (const row of written.rows) {
        line = row.line;
        if (!filling.take(row)) refuse('input.altered', { file, line });
        const wait = work.step(1);
        if (wait !== undefined) await wait;
      }
      sumDays(sqlite);
      const proof = await verifyChain(sqlite, ENTITY, [header.uuid, header.entity], work);
      if (!proof.ok) refuse('input.altered', { file, line: 0, row: proof.broken });
      if (proof.head !== header.head || !filling.complete()) refuse('input.altered', { file, line: 1 });
      if (sqlite.pragma('foreign_key_check', { simple: true }) !== undefined)
        refuse('input.altered', { file, line: 1 });
      if (!dryRun) sqlite.exec('commit');
      const { entries, operations, head } = proof;
      return {
        uuid: header.uuid,
        entries,
        operations,
        head,
        withheld: filling.withheld,
        open: readVault(sqlite, ENTITY).told !== '',
      };
    } catch (error) {
      // What a trigger or a check refuses was never in a book.
      if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT'))
        refuse('input.altered', { file, line });
      throw error;
    } finally {
      work.end();
    }
  });
}

const ENTITY = 1;

interface Column {
  readonly name: string;
  readonly type: string;
}

/** Puts rows into an empty book. */
class Filling {
  withheld = 0;
  readonly #sqlite: Sqlite;
  readonly #header: BookHeader;
  readonly #key = randomBytes(32);
  readonly #lookups = createSecretKey(this.#key);
  readonly #tables = new Map<string, { columns: readonly Column[]; insert: Database.Statement }>();
  readonly #counts = new Map<string, number>();

  constructor(sqlite: Sqlite, header: BookHeader) {
    this.#sqlite = sqlite;
    this.#header = header;
    sqlite
      .prepare('insert into book (id, uuid, key, created_at) values (1, ?, ?, ?)')
      .run(header.uuid, this.#key, header.createdAt);
  }

  /** False for a row that has no place in a book: another table, another column, a value of another kind. */
  take({ table, row }: WrittenRow): boolean {
    if (!EXPORTED.includes(table)) return false;
    this.#counts.set(table, (this.#counts.get(table) ?? 0) + 1);
    const given: Record<string, unknown> = { ...row, entity: ENTITY };
    if (table === 'private') {
      if (!this.#header.private) {
        this.withheld += 1;
        return !('value' in row);
      }
      given['lookup'] = Buffer.from(lookupOf(this.#lookups, String(row['value']))).toString('hex');
    }
    const { columns, insert } = this.#table(table);
    if (Object.keys(given).length !== columns.length) return false;
    const values = columns.map(({ name, type }) => cell(given[name], type));
    if (values.includes(undefined)) return false;
    insert.run(values);
    return true;
  }

  /** Whether as many rows came of every table as the header says; an older schema may lack a table. */
  complete(): boolean {
    return EXPORTED.every((table) => (this.#counts.get(table) ?? 0) === (this.#header.counts[table] ?? 0));
  }

  #table(name: string) {
    let table = this.#tables.get(name);
    if (table === undefined) {
      const columns = this.#sqlite
        .prepare<[string], Column>('select name, type from pragma_table_info(?)')
        .all(name);
      const names = columns.map((column) => `"${column.name}"`).join(', ');
      const marks = columns.map(() => '?').join(', ');
      table = { columns, insert: this.#sqlite.prepare(`insert into "${name}" (${names}) values (${marks})`) };
      this.#tables.set(name, table);
    }
    return table;
  }
}

/** A value as its column keeps it; undefined where it cannot. */
function cell(value: unknown, type: string): string | number | Buffer | null | undefined {
  if (value === null) return null;
  if (type === 'INTEGER') return Number.isSafeInteger(value) ? (value as number) : undefined;
  if (typeof value !== 'string') return undefined;
  if (type !== 'BLOB') return value;
  return /^([0-9a-f]{2})*$/.test(value) ? Buffer.from(value, 'hex') : undefined;
}

/** The day balances are what the postings say, and are not carried in the file. */
function sumDays(sqlite: Sqlite): void {
  sqlite.exec(
    `insert into balance_day (entity, account, fund, place, day, debit, credit)
     select p.entity, p.account, p.fund, coalesce(p.place, 0), e.booked_on,
            sum(case p.side when 'debit' then p.amount else 0 end),
            sum(case p.side when 'credit' then p.amount else 0 end)
       from posting p join entry e on e.entity = p.entity and e.id = p.entry
      group by p.entity, p.account, p.fund, coalesce(p.place, 0), e.booked_on`,
  );
}
