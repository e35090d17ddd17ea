import type { Work } from '../usecase/port/work.ts';
import { isMoney } from '../domain/account.ts';
import { LAST_DAY, type Day } from '../domain/day.ts';
import { asDong } from '../domain/dong.ts';
import type { Posting, Wording } from '../domain/entry.ts';
import { hexSha256, sha256 } from '../files/sha256.ts';
import type { BookKey, OperationHeader } from '../usecase/book.ts';
import type { LowPoint } from '../usecase/port/ledger.ts';
import type { Unsealed } from './columns.ts';
import { OperationSeal, saltedDigest, saltSource } from './chain.ts';
import { factForm, registerDigest, wordingForm, type Lines } from './forms.ts';
import { hex } from './hex.ts';
import { EntityReader } from './reader.ts';
import { TableResolver } from './resolver.ts';
import type { FactTable, Register } from './schema.ts';
import type { Connection } from './connection.ts';
import { insertRows } from './statements.ts';
import type { Tables } from './tables.ts';

interface Touched {
  account: number;
  fund: number;
  place: number;
  money: boolean;
  days: Map<Day, { debit: number; credit: number }>;
}

/**
 * What every write does to a row: gives it its key, its operation and its digest, and gathers the day balances. `seal`
 * closes the operation over all of it. writer.ts says which rows there are.
 */
export class Appender extends EntityReader {
  readonly #operation: number;
  protected readonly resolver: TableResolver;
  readonly #seal = new OperationSeal();
  protected readonly salt = saltSource();
  readonly #next = new Map<string, number>();
  readonly #touched = new Map<string, Touched>();

  constructor(db: Connection, work?: Work, key?: BookKey) {
    super(db, work, key);
    this.#operation = this.key('operation');
    this.resolver = new TableResolver(db, this.entity.id, [this.uuid, this.entity.code]);
  }

  /** Writes the day balances and the operation; gives false where nothing was written and nothing is to be sealed. */
  seal(header: OperationHeader, previous: Uint8Array): boolean {
    if (this.#seal.empty) return false;
    this.writeBalances();
    const salt = this.salt();
    const actor = saltedDigest(salt, [header.actor]);
    const digest = this.#seal.seal(previous, [
      ...this.resolver.origin,
      header.command,
      header.recordedAt,
      actor.toString('hex'),
    ]);
    this.insert('operation', [
      {
        entity: this.entity.id,
        id: this.#operation,
        command: header.command,
        recorded_at: header.recordedAt,
        actor: header.actor,
        salt,
        actor_digest: actor,
        digest,
      },
    ]);
    return true;
  }

  /** Chains register rows that were there before the first writer: the entity, its chart, its settings. */
  adopt(registers: readonly Register[]): void {
    for (const register of registers) {
      for (const row of this.all<Tables[Register]>(
        `select * from "${register}" where entity = ? order by id`,
      )) {
        this.change(register, row, '*');
      }
    }
  }

  touched(): ReadonlyMap<number, Day> {
    const first = new Map<number, Day>();
    for (const { fund, days } of this.#touched.values())
      for (const day of days.keys()) if (day < (first.get(fund) ?? LAST_DAY)) first.set(fund, day);
    return first;
  }

  async lowPoints(): Promise<readonly LowPoint[]> {
    this.writeBalances();
    const [funds, places] = [await this.funds(), await this.places()];
    const statement = this.db.prepare<unknown[], { day: Day; balance: number }>(
      `select day, balance from (
         select day, sum(debit - credit) over (order by day) as balance from balance_day
          where entity = ? and account = ? and fund = ? and place = ?) d
        where day >= ? order by balance, day limit 1`,
    );
    const points: LowPoint[] = [];
    for (const key of this.#touched.values()) {
      if (!key.money) continue;
      const from = [...key.days.keys()].sort()[0] ?? '';
      const lowest = statement.get(this.entity.id, key.account, key.fund, key.place, from);
      const fund = funds.find((candidate) => candidate.id === key.fund);
      const place = places.find((candidate) => candidate.id === key.place);
      if (lowest && fund && place)
        points.push({ fund, place, day: lowest.day, balance: asDong(lowest.balance) });
    }
    return points;
  }

  protected touch(account: number, posting: Posting, place: number, day: Day): void {
    const key = `${account} ${posting.fund.id} ${place}`;
    let touched = this.#touched.get(key);
    if (touched === undefined) {
      touched = { account, fund: posting.fund.id, place, money: isMoney(posting.role), days: new Map() };
      this.#touched.set(key, touched);
    }
    let sums = touched.days.get(day);
    if (sums === undefined) touched.days.set(day, (sums = { debit: 0, credit: 0 }));
    sums[posting.side] = asDong(sums[posting.side] + posting.amount);
  }

  /** Adds what was posted since the last call to balance_day, one upsert a key; keeps the keys for lowPoints. */
  protected writeBalances(): void {
    const upsert = this.db.prepare(
      `insert into balance_day (entity, account, fund, place, day, debit, credit) values (?, ?, ?, ?, ?, ?, ?)
       on conflict (entity, account, fund, place, day)
       do update set debit = balance_day.debit + excluded.debit, credit = balance_day.credit + excluded.credit`,
    );
    for (const key of this.#touched.values()) {
      for (const [day, sums] of key.days) {
        if (sums.debit !== 0 || sums.credit !== 0) {
          upsert.run(this.entity.id, key.account, key.fund, key.place, day, sums.debit, sums.credit);
        }
        sums.debit = 0;
        sums.credit = 0;
      }
    }
  }

  protected wording(wording: Wording, fingerprint?: Uint8Array): number {
    const row = this.worded(wording, fingerprint);
    this.insert('wording', [row]);
    return row.id;
  }

  /** The row of somebody's words, with its key and digest; to be inserted before whatever refers to it. */
  protected worded(wording: Wording, fingerprint?: Uint8Array): Tables['wording'] {
    const row = {
      entity: this.entity.id,
      id: this.key('wording'),
      salt: this.salt(),
      party: wording.party,
      address: wording.address ?? null,
      content: wording.content,
      fingerprint: fingerprint ?? null,
    };
    const told = fingerprint === undefined ? null : hex(fingerprint);
    const digest = sha256(wordingForm({ ...row, fingerprint: told }), row.salt);
    this.resolver.remember('wording', row.id, hex(digest));
    return { ...row, digest };
  }

  /** Appends a row of a fact; gives its key. */
  protected append<T extends FactTable>(table: T, unsealed: Unsealed<T>, lines: Lines = {}): number {
    const row = this.sealed(table, unsealed, lines);
    this.insert(table, [row]);
    return row.id;
  }

  /** The row of a fact with its key, operation and digest, already in the operation's seal; to be inserted before any later one of its table. */
  protected sealed<T extends FactTable>(table: T, unsealed: Unsealed<T>, lines: Lines = {}): Tables[T] {
    const row = {
      entity: this.entity.id,
      id: this.key(table),
      operation: this.#operation,
      digest: NO_DIGEST,
      ...unsealed,
    } as unknown as Tables[T];
    row.digest = sha256(factForm(table, row, this.resolver, lines));
    const told = hex(row.digest);
    this.#seal.add(table, told);
    this.resolver.remember(table, row.id, told);
    return row;
  }

  protected insert<T extends keyof Tables>(table: T, rows: readonly Tables[T][]): void {
    insertRows(this.db, table, rows);
  }

  protected register<R extends Register>(
    register: R,
    values: Omit<Tables[R], 'entity' | 'id' | 'salt'>,
  ): { id: number } {
    const row = {
      ...values,
      entity: this.entity.id,
      id: this.key(register),
      salt: this.salt(),
    } as unknown as Tables[R];
    this.insert(register, [row]);
    this.change(register, row, '*');
    return { id: row.id };
  }

  /** Appends the change of a register's row, with the digest of the row as it now stands. */
  protected change<R extends Register>(register: R, row: Tables[R], columns: string): void {
    this.changeAll(register, [row], columns);
  }

  /** The same for many rows of one register. */
  protected changeAll<R extends Register>(register: R, rows: readonly Tables[R][], columns: string): void {
    const changes = rows.map((row) => ({
      entity: this.entity.id,
      id: this.key('change'),
      operation: this.#operation,
      digest: registerDigest(register, row, this.resolver),
      register,
      key: row.id,
      columns,
    }));
    this.insert('change', changes);
    for (const change of changes)
      this.#seal.add('change', hexSha256(factForm('change', change, this.resolver)));
  }

  protected peek(table: string): number {
    let next = this.#next.get(table);
    if (next === undefined) {
      const row = this.get<{ last: number | null }>(
        `select max(id) as last from "${table}" where entity = ?`,
      );
      next = (row?.last ?? 0) + 1;
      this.#next.set(table, next);
    }
    return next;
  }

  protected key(table: string): number {
    const key = this.peek(table);
    this.#next.set(table, key + 1);
    return key;
  }
}

/** What stands where a row's digest will, while that is made of the row. */
const NO_DIGEST = new Uint8Array(0);
