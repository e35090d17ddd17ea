import { sql, type Kysely } from 'kysely';
import type { Day } from '../domain/day.ts';
import { asDong } from '../domain/dong.ts';
import type { Fund } from '../domain/fund.ts';
import type { Alias, DocumentKind, Donor, SourceDocument } from '../usecase/port/evidence.ts';
import type * as Port from '../usecase/port/ports.ts';
import { kyselyOver } from './kysely.ts';
import { documentCode } from './codes.ts';
import { maybe, standing } from './queries.ts';
import type { Connection } from './connection.ts';
import type { Tables } from './tables.ts';

/** Registers and documents: lists that Kysely's builder says best. */
export class Lists {
  readonly #entity: number;
  readonly #db: Kysely<Tables>;

  constructor(db: Connection, entity: number) {
    this.#entity = entity;
    this.#db = kyselyOver(db);
  }

  async officers(on: Day): Promise<Port.Officer[]> {
    const rows = await this.#db
      .selectFrom('officer')
      .selectAll()
      .where('entity', '=', this.#entity)
      .where('from_day', '<=', on)
      .where((eb) => eb.or([eb('to_day', 'is', null), eb('to_day', '>=', on)]))
      .orderBy('from_day')
      .orderBy('id')
      .execute();
    return rows.map((row) => ({
      role: row.role as Port.OfficerRole,
      name: row.name,
      from: row.from_day as Day,
      to: maybe(row.to_day) as Day | undefined,
    }));
  }

  async units(): Promise<Port.Unit[]> {
    const rows = await this.#db
      .selectFrom('unit')
      .select(['id', 'code', 'name', 'folded', 'kind', 'parent', 'from_day', 'to_day', 'successor'])
      .where('entity', '=', this.#entity)
      .where('withdrawn', '=', 0)
      .orderBy('id')
      .execute();
    return rows.map(({ from_day, to_day, ...row }) => ({
      ...row,
      kind: row.kind as Port.UnitKind,
      parent: maybe(row.parent),
      from: maybe(from_day) as Day | undefined,
      to: maybe(to_day) as Day | undefined,
      successor: maybe(row.successor),
    }));
  }

  async people(): Promise<Port.PersonKey[]> {
    const rows = await this.#db
      .selectFrom('beneficiary')
      .select(['id', 'code', 'folded', 'unit', 'born', 'merged_into'])
      .where('entity', '=', this.#entity)
      .where('withdrawn', '=', 0)
      .execute();
    return rows.map(({ merged_into, ...row }) => ({
      ...row,
      born: maybe(row.born),
      mergedInto: maybe(merged_into),
    }));
  }

  async beneficiaries(filter: {
    readonly unit?: number;
    readonly code?: string;
    readonly id?: number;
  }): Promise<Port.Beneficiary[]> {
    let query = this.#db
      .selectFrom('beneficiary')
      .selectAll()
      .where('entity', '=', this.#entity)
      .where('withdrawn', '=', 0);
    if (filter.unit !== undefined) query = query.where('unit', '=', filter.unit);
    if (filter.id !== undefined) query = query.where('id', '=', filter.id);
    query =
      filter.code === undefined
        ? query.where('merged_into', 'is', null)
        : query.where('code', '=', filter.code);
    const rows = await query.orderBy('sort_key').orderBy('id').execute();
    return rows.map((row) => ({
      id: row.id,
      code: row.code,
      folded: row.folded,
      unit: row.unit,
      born: maybe(row.born),
      kind: row.kind as Port.Beneficiary['kind'],
      name: row.name,
      sortKey: row.sort_key,
      mergedInto: maybe(row.merged_into),
    }));
  }

  async holders(): Promise<Port.Holder[]> {
    return this.#db
      .selectFrom('holder')
      .select(['id', 'code', 'name'])
      .where('entity', '=', this.#entity)
      .orderBy('id')
      .execute();
  }

  async documents(kind: DocumentKind, fund?: Fund): Promise<SourceDocument[]> {
    let query = this.#db
      .selectFrom('document')
      .selectAll()
      .where('entity', '=', this.#entity)
      .where('kind', '=', kind)
      .where(kept('document'));
    if (fund !== undefined) query = query.where('fund', '=', fund.id);
    return (await query.orderBy('id').execute()).map(sourceDocument);
  }

  async knownDocument(
    kind: DocumentKind,
    fund: Fund | undefined,
    digest: Uint8Array,
  ): Promise<SourceDocument | undefined> {
    const row = await this.#db
      .selectFrom('document')
      .selectAll()
      .where('entity', '=', this.#entity)
      .where('kind', '=', kind)
      .where((eb) => (fund === undefined ? eb('fund', 'is', null) : eb('fund', '=', fund.id)))
      .where('normal_digest', '=', digest)
      .where(kept('document'))
      .where(unreplaced)
      .orderBy('id')
      .executeTakeFirst();
    return row === undefined ? undefined : sourceDocument(row);
  }

  async donors(): Promise<Donor[]> {
    const rows = await this.#db
      .selectFrom('donor')
      .select(['id', 'code', 'name', 'beneficiary', 'unit'])
      .where('entity', '=', this.#entity)
      .orderBy('id')
      .execute();
    return rows.map((row) => ({ ...row, beneficiary: maybe(row.beneficiary), unit: maybe(row.unit) }));
  }

  async aliases(): Promise<Alias[]> {
    const rows = await this.#db
      .selectFrom('alias')
      .select(['written', 'donor', 'same'])
      .where('entity', '=', this.#entity)
      .execute();
    return rows.map((row) => ({ ...row, same: row.same === 1 }));
  }
}

/** Rows of a table whose operation was not taken back: a document of one that was may come again. */
const kept = (table: string) => sql<boolean>`${sql.raw(standing(table))}`;

/** Nor does a document that a later list stands instead of: the book no longer holds what it says. */
const unreplaced = sql<boolean>`not exists (
  select 1 from document r where r.entity = document.entity and r.replaces = document.id and ${sql.raw(standing('r'))})`;

function sourceDocument(row: Tables['document']): SourceDocument {
  return {
    id: row.id,
    code: documentCode(row.id),
    kind: row.kind,
    file: row.file,
    rows: row.rows,
    accepted: row.accepted,
    total: asDong(row.total),
    flagged: row.flagged,
    rejected: row.rejected,
    supplements: maybe(row.supplements),
    replaces: maybe(row.replaces),
  };
}
