import type { Lines } from './forms.ts';
import { factDigest, registerDigest, wordingDigest } from './forms.ts';
import { hex, OperationSeal, saltedDigest } from './chain.ts';
import { batches } from './batches.ts';
import { GENESIS } from './codes.ts';
import { TableResolver } from './resolver.ts';
import { FACTS, REGISTERS, type FactTable, type Register } from './schema.ts';
import type { Sqlite } from './sqlite.ts';
import type { Tables } from './tables.ts';
import type { Verification } from '../usecase/book.ts';

interface Broken {
  readonly kind: string;
  readonly name: string;
  readonly operation: number;
}

/**
 * Proves one entity's chain: every appended row against its digest, every operation against the one before it and its
 * rows, every register row against its last change, every word not erased against the digest the chain keeps of it.
 * Names the first row, in the order of writing, that was altered, added or taken away.
 */
export function verifyChain(sqlite: Sqlite, entity: number, origin: readonly [string, string]): Verification {
  const resolver = new TableResolver(sqlite, entity, origin);
  const cursors = FACTS.map((table) => new FactCursor(sqlite, entity, table, resolver));
  let previous: Uint8Array = GENESIS;
  let operations = 0;
  let entries = 0;
  const fail = (broken: Broken): Verification => ({
    ok: false,
    entries,
    operations,
    head: hex(previous),
    broken,
  });

  const all = sqlite.prepare<[number], Tables['operation']>(
    'select * from operation where entity = ? order by id',
  );
  for (const operation of all.all(entity)) {
    const seal = new OperationSeal();
    for (const cursor of cursors) {
      const broken = cursor.seal(operation.id, seal);
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
  const broken = stray ?? alteredRegister(sqlite, entity, resolver) ?? alteredWording(sqlite, entity);
  if (broken !== undefined) return fail(broken);
  return { ok: true, entries, operations, head: hex(previous) };
}

function operationBroken(id: number): Broken {
  return { kind: 'operation', name: String(id), operation: id };
}

/** Rows of one table in the order of their keys, which is the order of their operations. */
class FactCursor<T extends FactTable> {
  readonly table: T;
  count = 0;
  readonly #rows: IterableIterator<Tables[T]>;
  readonly #lines: ((row: Tables[T]) => Lines) | undefined;
  readonly #resolver: TableResolver;
  #row: Tables[T] | undefined;

  constructor(sqlite: Sqlite, entity: number, table: T, resolver: TableResolver) {
    this.table = table;
    this.#resolver = resolver;
    this.#lines = linesOf(sqlite, entity, table);
    this.#rows = batches<Tables[T]>(sqlite, entity, table);
    this.#advance();
  }

  /** Adds the digests of one operation's rows to its seal; gives the first row that does not match its own. */
  seal(operation: number, seal: OperationSeal): Broken | undefined {
    while (this.#row !== undefined && this.#row.operation <= operation) {
      const row = this.#row;
      const broken = { kind: this.table, name: nameOf(row), operation: row.operation };
      if (row.operation < operation) return broken;
      const digest = factDigest(this.table, row, this.#resolver, this.#lines?.(row) ?? {});
      // A change keeps the digest of the register's row; the change itself is chained by a digest over that.
      if (this.table !== 'change' && !digest.equals(row.digest)) return broken;
      seal.add(this.table, digest);
      this.count += 1;
      this.#advance();
    }
    return undefined;
  }

  stray(): Broken | undefined {
    const row = this.#row;
    return row === undefined ? undefined : { kind: this.table, name: nameOf(row), operation: row.operation };
  }

  #advance(): void {
    const next = this.#rows.next();
    this.#row = next.done === true ? undefined : next.value;
    if (this.#row !== undefined && this.table !== 'change') {
      this.#resolver.remember(this.table, this.#row.id, this.#row.digest);
    }
  }
}

function nameOf(row: { id: number; code?: string }): string {
  return row.code ?? String(row.id);
}

function linesOf<T extends FactTable>(
  sqlite: Sqlite,
  entity: number,
  table: T,
): ((row: Tables[T]) => Lines) | undefined {
  if (table === 'entry') {
    const statement = sqlite.prepare<unknown[], Tables['posting']>(
      'select * from posting where entity = ? and entry = ? order by line',
    );
    return (row) => ({ postings: statement.all(entity, row.id) });
  }
  if (table === 'award') {
    const statement = sqlite.prepare<unknown[], Tables['award_part']>(
      'select * from award_part where entity = ? and award = ? order by line',
    );
    return (row) => ({ parts: statement.all(entity, row.id) });
  }
  if (table === 'match') {
    const keys = (what: 'line' | 'entry') => {
      const statement = sqlite
        .prepare<[number, number], number>(
          `select ${what} from match_${what} where entity = ? and match = ? order by ${what}`,
        )
        .pluck();
      return (id: number) => statement.all(entity, id);
    };
    const [lines, entries] = [keys('line'), keys('entry')];
    return (row) => ({ joins: { lines: lines(row.id), entries: entries(row.id) } });
  }
  return undefined;
}

/** Each register's rows against their last change: a row edited past the program, or without any change, is named. */
function alteredRegister(sqlite: Sqlite, entity: number, resolver: TableResolver): Broken | undefined {
  for (const register of REGISTERS) {
    const last = sqlite.prepare<unknown[], { key: number; digest: Uint8Array; operation: number }>(
      `select key, digest, operation from change c where entity = ? and register = ? and id = (
         select max(id) from change x where x.entity = c.entity and x.register = c.register and x.key = c.key)`,
    );
    const changes = new Map(last.all(entity, register).map((change) => [change.key, change]));
    for (const row of batches<Tables[Register]>(sqlite, entity, register)) {
      const change = changes.get(row.id);
      if (change === undefined || !registerDigest(register, row, resolver).equals(change.digest)) {
        return { kind: register, name: nameOf(row), operation: change?.operation ?? 0 };
      }
      changes.delete(row.id);
    }
    for (const change of changes.values()) {
      return { kind: register, name: String(change.key), operation: change.operation };
    }
  }
  return undefined;
}

function alteredWording(sqlite: Sqlite, entity: number): Broken | undefined {
  for (const row of batches<Tables['wording']>(sqlite, entity, 'wording')) {
    if (row.salt !== null && !wordingDigest(row).equals(row.digest)) {
      return { kind: 'wording', name: String(row.id), operation: 0 };
    }
  }
  return undefined;
}
