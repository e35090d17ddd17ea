import { canonical } from '../domain/form.ts';
import type { Coded, Resolver } from './forms.ts';
import type { FactTable } from './schema.ts';
import type { Connection, Statement } from './connection.ts';

/** How many codes of one table are kept in memory before the table's cache starts anew. */
const KEPT = 50_000;

/** How many digests of one table are kept of those just written or just read. */
const RECENT = 64;

/** How many rows are read at once where one is asked for. */
const WINDOW = 256;

/** Whoever reads all words in the order of their keys, and so knows most digests that rows ask for. */
interface PassedWordings {
  digest(id: number): string | undefined;
}

/** Resolves keys of one entity by the tables themselves, remembering codes; digests of facts are read ahead. */
export class TableResolver implements Resolver {
  readonly origin: readonly [string, string];
  readonly #passed: PassedWordings | undefined;
  readonly #db: Connection;
  readonly #entity: number;
  readonly #codes = new Map<Coded, Map<number, string>>();
  readonly #accounts = new Map<number, string>();
  readonly #begun = new Map<FactTable, string>();
  readonly #statements = new Map<string, Statement<[number, number]>>();
  readonly #windows = new Map<string, Statement<[number, number], [number, string]>>();
  readonly #recent = new Map<string, Map<number, string>>();
  /** Tables with more codes than are kept. */
  readonly #large = new Set<Coded>();
  /** Digests of facts of one table that follow each other, from the first on. */
  readonly #ahead = new Map<
    string,
    { readonly first: number; readonly digests: ReadonlyMap<number, string> }
  >();
  /** Digests of wordings that stand together: rows refer to them in nearly the order in which they were written. */
  #wordings = new Map<number, string>();
  #window: Statement<[number, number], [id: number, digest: string]> | undefined;

  constructor(db: Connection, entity: number, origin: readonly [string, string], passed?: PassedWordings) {
    this.#passed = passed;
    this.#db = db;
    this.#entity = entity;
    this.origin = origin;
    const accounts = db.prepare<[number], { id: number; role: string; held: number }>(
      'select id, role, held from account where entity = ?',
    );
    for (const { id, role, held } of accounts.iterate(entity))
      this.#accounts.set(id, held === 1 ? `held-${role}` : role);
  }

  begun(table: FactTable): string {
    let begun = this.#begun.get(table);
    if (begun === undefined) this.#begun.set(table, (begun = canonical(table, this.origin)));
    return begun;
  }

  account(id: number): string {
    return (
      this.#accounts.get(id) ??
      String(this.#get('select role as value from account where entity = ? and id = ?', id))
    );
  }

  code(table: Coded, id: number): string {
    let known = this.#codes.get(table);
    if (known === undefined) this.#codes.set(table, (known = new Map()));
    let code = known.get(id);
    if (code === undefined) {
      if (known.size >= KEPT) {
        known.clear();
        this.#large.add(table);
      }
      // Codes of a table that fits are read by the window: a list has a query for many rows, not one for each.
      if (this.#large.has(table))
        known.set(
          id,
          String(this.#get(`select code as value from "${table}" where entity = ? and id = ?`, id)),
        );
      else for (const [key, value] of this.#from(table, 'code', id)) known.set(key, value);
      code = known.get(id) ?? '';
    }
    return code;
  }

  /** Remembers a hex digest just written or just read, for the row that refers to it next. */
  remember(table: FactTable | 'wording', id: number, digest: string): void {
    let recent = this.#recent.get(table);
    if (recent === undefined) this.#recent.set(table, (recent = new Map()));
    if (recent.size >= RECENT) recent.clear();
    recent.set(id, digest);
  }

  digest(table: FactTable | 'wording' | 'operation', id: number): string {
    const recent = this.#recent.get(table)?.get(id);
    if (recent !== undefined) return recent;
    if (table === 'wording') return this.#passed?.digest(id) ?? this.#wording(id);
    const ahead = this.#ahead.get(table);
    const known = ahead?.digests.get(id);
    if (known !== undefined) return known;
    // Rows refer to facts mostly in the order in which those were written; one that does not costs one row.
    const inOrder = ahead !== undefined && id > ahead.first && id - ahead.first <= WINDOW;
    const digests = inOrder
      ? new Map(this.#from(table, 'lower(hex(digest))', id))
      : new Map([
          [
            id,
            String(
              this.#get(`select lower(hex(digest)) as value from "${table}" where entity = ? and id = ?`, id),
            ),
          ],
        ]);
    this.#ahead.set(table, { first: id, digests });
    return digests.get(id) ?? '';
  }

  /** What stands in some rows of a table, from a key on. */
  #from(table: string, what: string, id: number): [number, string][] {
    const sql = `select id, ${what} from "${table}" where entity = ? and id >= ? order by id limit ${WINDOW}`;
    let statement = this.#windows.get(sql);
    if (statement === undefined) {
      statement = this.#db.prepare<[number, number], [number, string]>(sql).raw();
      this.#windows.set(sql, statement);
    }
    return statement.all(this.#entity, id);
  }

  #wording(id: number): string {
    const known = this.#wordings.get(id);
    if (known !== undefined) return known;
    this.#window ??= this.#db
      .prepare<[number, number], [id: number, digest: string]>(
        'select id, lower(hex(digest)) from wording where entity = ? and id >= ? order by id limit 64',
      )
      .raw();
    this.#wordings = new Map(this.#window.all(this.#entity, id));
    return this.#wordings.get(id) ?? '';
  }

  #get(sql: string, id: number): unknown {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      // The value alone: better-sqlite3 compiles a function for the shape of rows at every question.
      statement = this.#db.prepare<[number, number]>(sql).pluck();
      this.#statements.set(sql, statement);
    }
    return statement.get(this.#entity, id) ?? '';
  }
}
