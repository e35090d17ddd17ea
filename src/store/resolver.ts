import type { Statement } from 'better-sqlite3';
import type { Coded, Resolver } from './forms.ts';
import type { FactTable } from './schema.ts';
import type { Sqlite } from './sqlite.ts';

/** How many codes of one table are kept in memory before the table's cache starts anew. */
const KEPT = 50_000;

/** Resolves keys of one entity by the tables themselves, remembering codes; digests of facts are looked up each time. */
export class TableResolver implements Resolver {
  readonly origin: readonly [string, string];
  readonly #sqlite: Sqlite;
  readonly #entity: number;
  readonly #codes = new Map<Coded, Map<number, string>>();
  readonly #accounts = new Map<number, string>();
  readonly #statements = new Map<string, Statement<[number, number]>>();
  readonly #recent = new Map<string, string>();
  /** Digests of wordings that stand together: rows refer to them in nearly the order in which they were written. */
  #wordings = new Map<number, string>();
  #window: Statement<[number, number], [id: number, digest: string]> | undefined;

  constructor(sqlite: Sqlite, entity: number, origin: readonly [string, string]) {
    this.#sqlite = sqlite;
    this.#entity = entity;
    this.origin = origin;
    const accounts = sqlite.prepare<[number], { id: number; role: string; held: number }>(
      'select id, role, held from account where entity = ?',
    );
    for (const { id, role, held } of accounts.iterate(entity))
      this.#accounts.set(id, held === 1 ? `held-${role}` : role);
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
      code = String(this.#get(`select code as value from "${table}" where entity = ? and id = ?`, id));
      if (known.size >= KEPT) known.clear();
      known.set(id, code);
    }
    return code;
  }

  /** Remembers a digest just written or just read, for the row that refers to it next. */
  remember(table: FactTable | 'wording', id: number, digest: Uint8Array): void {
    if (this.#recent.size >= 64) this.#recent.clear();
    this.#recent.set(`${table} ${id}`, Buffer.from(digest).toString('hex'));
  }

  digest(table: FactTable | 'wording' | 'operation', id: number): string {
    const recent = this.#recent.get(`${table} ${id}`);
    if (recent !== undefined) return recent;
    if (table === 'wording') return this.#wording(id);
    const found = this.#get(
      `select lower(hex(digest)) as value from "${table}" where entity = ? and id = ?`,
      id,
    );
    const digest = String(found);
    if (this.#recent.size >= 64) this.#recent.clear();
    this.#recent.set(`${table} ${id}`, digest);
    return digest;
  }

  #wording(id: number): string {
    const known = this.#wordings.get(id);
    if (known !== undefined) return known;
    this.#window ??= this.#sqlite
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
      statement = this.#sqlite.prepare<[number, number]>(sql).pluck();
      this.#statements.set(sql, statement);
    }
    return statement.get(this.#entity, id) ?? '';
  }
}
