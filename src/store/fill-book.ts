import { createSecretKey, randomBytes } from 'node:crypto';
import type { BookHeader, WrittenRow } from '../domain/book-file.ts';
import { refuse } from '../domain/failure.ts';
import type { Rebuilt, WrittenBook } from '../usecase/port/exchange.ts';
import type { Work } from '../usecase/port/work.ts';
import { OLDEST_SCHEMA, SCHEMA_VERSION } from './codes.ts';
import type { Connection } from './connection.ts';
import { EXPORTED } from './export.ts';
import { lookupOf } from './private.ts';
import { atOnce, insertRows } from './statements.ts';
import { columnsOf, type ColumnText } from './table-texts.ts';
import type { Tables } from './tables.ts';
import { readVault } from './vault.ts';
import { verifyChain } from './verify.ts';

/** Rows of an older schema go in as they are: no step since then has changed a table that is exported. */
export function mustBeReadable({ file, header }: WrittenBook): void {
  if (header.schema > SCHEMA_VERSION || header.schema < OLDEST_SCHEMA)
    refuse('input.newer', { file, found: header.schema, known: SCHEMA_VERSION });
}

/**
 * Fills an entity that has nothing yet with the rows of another book, row by row with every trigger awake, within the
 * transaction that is open; the chain that these rows give must end in the head that the header names. `refused` tells
 * what the engine says against a row that was never in a book.
 */
export async function fillBook(
  db: Connection,
  entity: number,
  { file, header, rows }: WrittenBook,
  work: Work,
  refused: (error: unknown) => boolean,
): Promise<Rebuilt> {
  const filling = new Filling(db, entity, header);
  let line = 1;
  work.begin(
    'rows',
    Object.values(header.counts).reduce((all, count) => all + count, 0),
  );
  try {
    for (const row of rows) {
      line = row.line;
      if (!filling.take(row)) refuse('input.altered', { file, line });
      const wait = work.step(1);
      if (wait !== undefined) await wait;
    }
    filling.flush();
    sumDays(db, entity);
    const proof = await verifyChain(db, entity, [header.uuid, header.entity], work);
    if (!proof.ok) return refuse('input.altered', { file, line: 0, row: proof.broken });
    if (proof.head !== header.head || !filling.complete()) refuse('input.altered', { file, line: 1 });
    const { entries, operations, head } = proof;
    return {
      uuid: header.uuid,
      entries,
      operations,
      head,
      withheld: filling.withheld,
      open: header.key === undefined && readVault(db, entity).told !== '',
    };
  } catch (error) {
    if (refused(error)) refuse('input.altered', { file, line });
    throw error;
  } finally {
    work.end();
  }
}

/** Puts rows into an empty book, those of one table that follow each other together. */
class Filling {
  withheld = 0;
  readonly #db: Connection;
  readonly #entity: number;
  readonly #header: BookHeader;
  readonly #lookups;
  readonly #counts = new Map<string, number>();
  #table = '';
  #rows: Record<string, unknown>[] = [];

  constructor(db: Connection, entity: number, header: BookHeader) {
    this.#db = db;
    this.#entity = entity;
    this.#header = header;
    const key = header.key === undefined ? randomBytes(32) : Buffer.from(header.key, 'hex');
    this.#lookups = createSecretKey(key);
    db.prepare('insert into book (id, uuid, key, created_at) values (?, ?, ?, ?)').run(
      entity,
      header.uuid,
      key,
      header.createdAt,
    );
  }

  /** False for a row that has no place in a book: another table, another column, a value of another kind. */
  take({ table, row }: WrittenRow): boolean {
    if (!this.#tables().includes(table)) return false;
    this.#counts.set(table, (this.#counts.get(table) ?? 0) + 1);
    const given: Record<string, unknown> = { ...row, entity: this.#entity };
    if (table === 'private' && this.#header.key === undefined) {
      if (!this.#header.private) {
        this.withheld += 1;
        return !('value' in row);
      }
      given['lookup'] = Buffer.from(lookupOf(this.#lookups, String(row['value']))).toString('hex');
    }
    const columns = columnsOf(table);
    if (Object.keys(given).length !== columns.length) return false;
    const cells = columns.map(({ name, type }) => [name, cell(given[name], type)] as const);
    if (cells.some(([, value]) => value === undefined)) return false;
    if (table !== this.#table || this.#rows.length >= atOnce(this.#db)) this.flush();
    this.#table = table;
    this.#rows.push(Object.fromEntries(cells));
    // Where a row can be refused at once, its own line is told.
    if (this.#db.insertRows === undefined) this.flush();
    return true;
  }

  /** Inserts what waits. */
  flush(): void {
    const rows = this.#rows as unknown as Tables[keyof Tables][];
    this.#rows = [];
    if (rows.length > 0) insertRows(this.#db, this.#table as keyof Tables, rows);
  }

  /** Whether as many rows came of every table as the header says; an older schema may lack a table. */
  complete(): boolean {
    return this.#tables().every(
      (table) => (this.#counts.get(table) ?? 0) === (this.#header.counts[table] ?? 0),
    );
  }

  #tables(): readonly string[] {
    return this.#header.key === undefined ? EXPORTED : [...EXPORTED, 'vault'];
  }
}

/** A value as its column keeps it; undefined where it cannot. */
function cell(value: unknown, type: ColumnText['type']): string | number | Buffer | null | undefined {
  if (value === null) return null;
  if (type === 'integer') return Number.isSafeInteger(value) ? (value as number) : undefined;
  if (typeof value !== 'string') return undefined;
  if (type !== 'blob') return value;
  return /^([0-9a-f]{2})*$/.test(value) ? Buffer.from(value, 'hex') : undefined;
}

/** The day balances are what the postings say, and are not carried. */
function sumDays(db: Connection, entity: number): void {
  db.prepare(
    `insert into balance_day (entity, account, fund, place, day, debit, credit)
     select p.entity, p.account, p.fund, coalesce(p.place, 0), e.booked_on,
            sum(case p.side when 'debit' then p.amount else 0 end),
            sum(case p.side when 'credit' then p.amount else 0 end)
       from posting p join entry e on e.entity = p.entity and e.id = p.entry
      where p.entity = ?
      group by p.entity, p.account, p.fund, coalesce(p.place, 0), e.booked_on`,
  ).run(entity);
}
