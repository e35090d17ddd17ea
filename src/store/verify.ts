import Database from 'better-sqlite3';
import { refuse } from '../domain/failure.ts';
import { hexSha256 } from '../files/sha256.ts';
import type { Lines } from './forms.ts';
import { factForm, registerDigest, wordingForm } from './forms.ts';
import { OperationSeal, saltedDigest } from './chain.ts';
import { hex } from './hex.ts';
import { batches, LineCursor } from './batches.ts';
import { GENESIS } from './codes.ts';
import { FACT_COLUMNS } from './columns.ts';
import { bookKeyOf, plainForm } from './private.ts';
import { EntityReader } from './reader.ts';
import { TableResolver } from './resolver.ts';
import { FACTS, REGISTERS, type FactTable, type Register } from './schema.ts';
import { misshapen } from './shape.ts';
import type { Connection } from './connection.ts';
import { isSound, type Sqlite } from './sqlite.ts';
import { isRobbed, readVault, SEALED, vaultDigest } from './vault.ts';
import type { Tables } from './tables.ts';
import type { Verification } from '../usecase/book.ts';
import type { Work } from '../usecase/port/work.ts';

interface Broken {
  readonly kind: string;
  readonly name: string;
  readonly operation: number;
}

/**
 * Proves a book: its chain, which names what was altered, then what the chain does not hold: its pages and indexes, by
 * which a report would show less than there is; its tables and triggers, which are what guards the rows; its day
 * balances. Damage that the chain cannot even be read through is told as such.
 */
export async function verifyBook(db: Sqlite, path: string, work: Work): Promise<Verification> {
  const cache = Number(db.pragma('cache_size', { simple: true }));
  db.pragma(`cache_size = ${PROOF_CACHE}`);
  try {
    return await proved(db, path, work);
  } finally {
    db.pragma(`cache_size = ${cache}`);
  }
}

/** In KiB, as SQLite wants it said. Tables are read from one end to the other: no page is asked for again. */
const PROOF_CACHE = -8_000;

async function proved(db: Sqlite, path: string, work: Work): Promise<Verification> {
  let proof: Verification;
  try {
    const { uuid, entity } = new EntityReader(db);
    proof = await verifyChain(db, entity.id, [uuid, entity.code], work);
  } catch (error) {
    const unknown = error instanceof Database.SqliteError && error.code === 'SQLITE_ERROR';
    const ours = error instanceof TypeError || error instanceof RangeError || unknown;
    if (ours && (unknown || !isSound(db))) refuse('book.damaged', { path, detail: 'schema' });
    throw error;
  }
  if (!proof.ok) return proof;
  if (!isSound(db)) refuse('book.damaged', { path, detail: 'integrity_check' });
  const broken = misshapen(db) ?? (await stale(db));
  return broken === undefined ? proof : { ...proof, ok: false, broken };
}

/** The day balances against the postings that they were made of: the chain holds only these. */
export async function stale(db: Connection): Promise<Broken | undefined> {
  const [key] = await new EntityReader(db).staleBalances();
  return key === undefined
    ? undefined
    : { kind: 'balance_day', name: key.slice(key.lastIndexOf('/') + 1), operation: 0 };
}

/**
 * Proves one entity's chain: every appended row against its digest, every operation against the one before it and its
 * rows, every register row against its last change, every word not erased against the digest the chain keeps of it.
 * Names the first row, in the order of writing, that was altered, added or taken away.
 */
export async function verifyChain(
  db: Connection,
  entity: number,
  origin: readonly [string, string],
  work: Work,
): Promise<Verification> {
  const wordings = new WordingProof(db, entity);
  const resolver = new TableResolver(db, entity, origin, wordings);
  const cursors = FACTS.map((table) => new FactCursor(db, entity, table, resolver));
  let previous: Uint8Array = GENESIS;
  let operations = 0;
  let entries = 0;
  const fail = (broken: Broken): Verification => {
    work.end();
    return { ok: false, entries, operations, head: hex(previous), broken };
  };
  const rows = FACTS.map((table) => `(select count(*) from "${table}" where entity = $entity)`).join(' + ');
  work.begin('rows', Number(db.prepare(`select ${rows}`).pluck().get({ entity })));

  for (const operation of batches<Tables['operation']>(db, entity, 'operation')) {
    const seal = new OperationSeal();
    for (const cursor of cursors) {
      // Most operations have rows of few tables: a wait for each of the others would be felt.
      const broken = cursor.has(operation.id) ? await cursor.seal(operation.id, seal, work) : undefined;
      if (cursor.table === 'entry') entries = cursor.count;
      if (broken !== undefined) return fail(broken);
    }
    if (operation.actor !== null && operation.salt !== null) {
      const actor = saltedDigest(operation.salt, [operation.actor]);
      if (!actor.equals(operation.actor_digest)) return fail(operationBroken(operation.id));
    }
    const header = [...origin, operation.command, operation.recorded_at, hex(operation.actor_digest)];
    const digest = seal.seal(previous, header);
    if (!digest.equals(operation.digest)) return fail(operationBroken(operation.id));
    previous = digest;
    operations += 1;
  }
  // A book begins with an operation: one without any was cut off from its rows.
  if (operations === 0) return fail(operationBroken(1));
  const stray = cursors.map((cursor) => cursor.stray()).find((broken) => broken !== undefined);
  const broken =
    stray ?? alteredRegister(db, entity, resolver) ?? wordings.altered() ?? alteredPrivate(db, entity);
  if (broken !== undefined) return fail(broken);
  work.end();
  return { ok: true, entries, operations, head: hex(previous) };
}

function operationBroken(id: number): Broken {
  return { kind: 'operation', name: String(id), operation: id };
}

/** A digest as text: a buffer for each of a million, made to be compared once, costs more than the hashing. */
const TOLD = 'lower(hex(digest)) as told';

/** A row's own digest as text; no form covers it as bytes, but a change's, whose digest is of the register's row. */
interface Told {
  readonly told: string;
}

/** Rows of one table in the order of their keys, which is the order of their operations. */
class FactCursor<T extends FactTable> {
  readonly table: T;
  count = 0;
  readonly #rows: IterableIterator<Tables[T] & Told>;
  readonly #lines: ((row: Tables[T]) => Lines) | undefined;
  readonly #resolver: TableResolver;
  #row: (Tables[T] & Told) | undefined;

  constructor(db: Connection, entity: number, table: T, resolver: TableResolver) {
    this.table = table;
    this.#resolver = resolver;
    this.#lines = linesOf(db, entity, table);
    const columns = ['id', 'operation', ...FACT_COLUMNS[table], ...(table === 'change' ? ['digest'] : [])];
    const quoted = columns.map((column) => `"${column}"`).join(', ');
    this.#rows = batches<Tables[T] & Told>(db, entity, table, `${quoted}, ${TOLD}`);
    this.#advance();
  }

  has(operation: number): boolean {
    return this.#row !== undefined && this.#row.operation <= operation;
  }

  /** Adds the digests of one operation's rows to its seal; gives the first row that does not match its own. */
  async seal(operation: number, seal: OperationSeal, work: Work): Promise<Broken | undefined> {
    while (this.#row !== undefined && this.#row.operation <= operation) {
      const row = this.#row;
      if (row.operation < operation) return this.stray();
      const digest = hexSha256(factForm(this.table, row, this.#resolver, this.#lines?.(row)));
      // A change keeps the digest of the register's row; the change itself is chained by a digest over that.
      if (this.table !== 'change' && digest !== row.told) return this.stray();
      seal.add(this.table, digest);
      this.count += 1;
      this.#advance();
      const wait = work.step(1);
      if (wait !== undefined) await wait;
    }
    return undefined;
  }

  /** The row that stands next. */
  stray(): Broken | undefined {
    const row = this.#row;
    return row === undefined ? undefined : { kind: this.table, name: nameOf(row), operation: row.operation };
  }

  #advance(): void {
    const next = this.#rows.next();
    this.#row = next.done === true ? undefined : next.value;
    if (this.#row !== undefined && this.table !== 'change') {
      this.#resolver.remember(this.table, this.#row.id, this.#row.told);
    }
  }
}

function nameOf(row: { id: number; code?: string }): string {
  return row.code ?? String(row.id);
}

function linesOf<T extends FactTable>(
  db: Connection,
  entity: number,
  table: T,
): ((row: Tables[T]) => Lines) | undefined {
  const linesIn = <R extends object>(lines: string, owner: string, line: string) => {
    const cursor = new LineCursor<R>(db, entity, lines, owner, line);
    return (id: number) => cursor.of(id);
  };
  if (table === 'entry') {
    const postings = linesIn<Tables['posting']>('posting', 'entry', 'line');
    return (row) => ({ postings: postings(row.id) });
  }
  if (table === 'award') {
    const parts = linesIn<Tables['award_part']>('award_part', 'award', 'line');
    return (row) => ({ parts: parts(row.id) });
  }
  if (table === 'match') {
    const lines = linesIn<Tables['match_line']>('match_line', 'match', 'line');
    const entries = linesIn<Tables['match_entry']>('match_entry', 'match', 'entry');
    return ({ id }) => ({
      joins: { lines: lines(id).map(({ line }) => line), entries: entries(id).map(({ entry }) => entry) },
    });
  }
  return undefined;
}

/** Each register's rows against their last change: a row edited past the program, or without any change, is named. */
function alteredRegister(db: Connection, entity: number, resolver: TableResolver): Broken | undefined {
  for (const register of REGISTERS) {
    const last = db
      .prepare<unknown[], [operation: number, digest: Uint8Array]>(
        'select operation, digest from change where entity = ? and register = ? and key = ? order by id desc limit 1',
      )
      .raw();
    for (const row of batches<Tables[Register]>(db, entity, register)) {
      const [operation, digest] = last.get(entity, register, row.id) ?? [0];
      if (digest === undefined || !registerDigest(register, row, resolver).equals(digest)) {
        return { kind: register, name: nameOf(row), operation };
      }
    }
    const gone = db
      .prepare<unknown[], { key: number; operation: number }>(
        `select key, max(operation) as operation from change c where entity = ? and register = ? and not exists (
           select 1 from "${register}" r where r.entity = c.entity and r.id = c.key) group by key order by max(id) limit 1`,
      )
      .get(entity, register);
    if (gone !== undefined) return { kind: register, name: String(gone.key), operation: gone.operation };
  }
  return undefined;
}

/** How many digests of words are kept for the rows that refer to them: nearly in the order in which they were written. */
const KEPT_WORDS = 1000;

/** Proves people's words in the order of their keys, as far as rows have asked for their digests, and then to the end. */
class WordingProof {
  readonly #rows: IterableIterator<WordingTold>;
  readonly #digests = new Map<number, string>();
  #last = 0;
  #altered: Broken | undefined;

  constructor(db: Connection, entity: number) {
    this.#rows = batches<WordingTold>(db, entity, 'wording', WORDING_TOLD);
  }

  /** The hex digest of words; undefined where they were passed a while ago, or are not there. */
  digest(id: number): string | undefined {
    while (this.#last < id && this.#advance());
    return this.#digests.get(id);
  }

  /** The first words that are not what the chain keeps a digest of. */
  altered(): Broken | undefined {
    while (this.#advance());
    return this.#altered;
  }

  #advance(): boolean {
    const { value: row, done } = this.#rows.next();
    if (done === true) return false;
    this.#last = row.id;
    if (this.#digests.size >= KEPT_WORDS) this.#digests.clear();
    this.#digests.set(row.id, row.told);
    if (row.salt !== null && hexSha256(wordingForm(row), unhex(row.salt)) !== row.told)
      this.#altered ??= { kind: 'wording', name: String(row.id), operation: 0 };
    return true;
  }
}

const WORDING_TOLD = `id, ${TOLD}, case when salt is not null then hex(salt) end as salt, party, address, content,
  case when fingerprint is not null then lower(hex(fingerprint)) end as fingerprint`;

type WordingTold = Told &
  Omit<Tables['wording'], 'salt' | 'fingerprint' | 'digest'> & {
    readonly salt: string | null;
    readonly fingerprint: string | null;
  };

const unhex = (text: string): Buffer => Buffer.from(text, 'hex');

/**
 * Private values are in no chain, since they may be erased. Where they lie plain, each one must be what its lookup was
 * made of under the book's own key; where they are encrypted, their vault must be the one the chain tells of, each value
 * must have an encrypted value's form, and proves itself when it is opened.
 */
function alteredPrivate(db: Connection, entity: number): Broken | undefined {
  const { rows, told } = readVault(db, entity);
  const vault = { kind: 'vault', name: '', operation: 0 };
  if (rows.length > 0 && vaultDigest(rows) !== told) return vault;
  // A book made anew from an export has its values in plain until somebody decides; sealed ones without a vault are lost.
  if (rows.length === 0 && told !== '') return isRobbed(db, entity) ? vault : undefined;
  const form = plainForm(() => bookKeyOf(db, entity));
  const isWhole = (row: Tables['private']) =>
    rows.length > 0
      ? SEALED.test(row.value)
      : Buffer.from(form.keep(row, row.value).lookup).equals(row.lookup);
  // A value of nobody is one that was taken from somebody.
  const all = db.prepare<unknown[], Tables['private'] & { owned: number }>(
    `select p.*, p.entity = $entity and case p.register
        when 'beneficiary' then exists (select 1 from beneficiary o where o.entity = p.entity and o.id = p.owner)
        when 'award' then exists (select 1 from award o where o.entity = p.entity and o.id = p.owner)
        else exists (select 1 from place o where o.entity = p.entity and o.id = p.owner) end as owned from private p
      where p.entity = $entity or not exists (select 1 from entity e where e.entity = p.entity)`,
  );
  for (const row of all.iterate({ entity }))
    if (row.owned === 0 || !isWhole(row))
      return { kind: 'private', name: `${row.register} ${row.owner}, ${row.field}`, operation: 0 };
  return undefined;
}
