import { GONE } from '../domain/status.ts';
import { GENESIS } from './codes.ts';
import type { Connection } from './connection.ts';
import { prepared } from './statements.ts';

/** Reads of one entity by SQL that is written out: what Kysely's builder would only make longer. */
export class EntityQueries {
  readonly #db: Connection;
  readonly #entity: number;

  constructor(db: Connection, entity: number) {
    this.#db = db;
    this.#entity = entity;
  }

  /** Rows of a query whose first mark is the entity. */
  protected all<R>(sql: string, ...values: (string | number)[]): R[] {
    return prepared<R>(this.#db, sql).all(this.#entity, ...values);
  }

  /** Rows of a query with named marks, `@entity` among them. */
  protected named<R>(sql: string, values: Readonly<Record<string, string | number>>): R[] {
    return prepared<R>(this.#db, sql).all({ entity: this.#entity, ...values });
  }

  /** The same, row by row: nothing else may be asked of the book until the last one is taken. */
  protected iterate<R>(sql: string, values: Readonly<Record<string, string | number>>): IterableIterator<R> {
    const known = prepared<R>(this.#db, sql);
    // One that is being read already cannot be asked anew.
    const statement = known.busy ? this.#db.prepare<unknown[], R>(sql) : known;
    return statement.iterate({ entity: this.#entity, ...values });
  }
}

/** Where the chain ends; of a book of any schema, since the chain has one shape in all of them. */
export function lastDigest(db: Connection): Uint8Array {
  const last = db.prepare<[], Uint8Array>('select digest from operation order by entity, id desc limit 1');
  return last.pluck().get() ?? GENESIS;
}

/** Rows of table `x` whose operation was not taken back: facts of one that was do not count. */
export const standing = (x: string): string =>
  `not exists (select 1 from undo u where u.entity = ${x}.entity and u.undone = ${x}.operation)`;

/** An award's event `x` that had happened by a day: a decision of a later day changes nothing of an earlier one. */
export const decidedBy = (x: string, day: string): string =>
  `not exists (select 1 from decision z where z.entity = ${x}.entity and z.id = ${x}.decision and z.day > ${day})`;

/** A disbursement `s` that rests on a move of goods: given by a day (`upTo`), and not taken back by then. */
export const goodsGiven = (s: string, upTo: string): string =>
  `exists (select 1 from stock gm where gm.entity = ${s}.entity and gm.id = ${s}.stock and gm.day <= ${upTo} and ${standing('gm')}
    and not exists (select 1 from stock gr where gr.entity = gm.entity and gr.reverses = gm.id and gr.day <= ${upTo} and ${standing('gr')}))`;

/**
 * Parts of awards that pass through our hands, as `award` and `line`, without those that a payment of money plainly
 * settles by a day: booked by then, never taken back nor answered since. Two indexes are walked side by side, so that of
 * a long book only the few that are left are looked at; whether one of them is really open, the caller asks.
 */
export const unsettled = (which: string, day: string): string =>
  `select award, line from award_part where entity = @entity and outside is null and ${which}
   except
   select o.award, o.line from disbursement o indexed by disbursement_award where o.entity = @entity and o.entry is not null
      and o.entry not in (select reverses from entry where entity = @entity and reverses is not null
        union all select clears from entry where entity = @entity and clears is not null)
      and (not exists (select 1 from entry where entity = @entity and booked_on > ${day})
        or (select n.booked_on from entry n where n.entity = o.entity and n.id = o.entry) <= ${day})
   order by award, line`;

/** Payments by their key without those that were signed for by a day; whether one of them is really open, the caller asks. */
export const unacknowledged = (day: string): string =>
  `select * from (select id from disbursement where entity = @entity
     except select disbursement from acknowledgement where entity = @entity and day <= ${day} order by id)
   union select disbursement from acknowledgement where entity = @entity
     and exists (select 1 from undo where entity = @entity) and operation in (select undone from undo where entity = @entity)`;

/** States of people who are no members any more, as a list for `in`. */
export const GONE_STATES = `(${[...GONE].map((state) => `'${state}'`).join(', ')})`;

/** A match `m` that nobody took back: by itself, with its operation, or with the statement of one of its lines. */
export const standingMatch = (m: string): string =>
  `not exists (select 1 from unmatch x where x.entity = ${m}.entity and x.match = ${m}.id) and ${standing(m)}
    and not exists (select 1 from match_line y join statement_line s on s.entity = y.entity and s.id = y.line
      where y.entity = ${m}.entity and y.match = ${m}.id and not ${standing('s')})`;

/**
 * Joined to an entry `e`: the unit and donor it was last corrected to. A reversal or refund is of whoever the gift it
 * answers is of.
 */
export const LINKED = `left join correction k on k.entity = e.entity and k.id = (
  select max(c.id) from correction c where c.entity = e.entity and c.links = 1 and ${standing('c')}
     and c.entry = coalesce(e.reverses, case e.kind when 'refund' then e.clears end, e.id))`;
/** The unit of a posting `p` of an entry joined by {@link LINKED}. */
export const UNIT = 'case when k.id is null then p.unit else k.unit end';

export const maybe = <T>(value: T | null): T | undefined => value ?? undefined;

/** Postings `q` by which some of the payments of the award came back by a day: they answer no payment as a whole. */
export const partsBack = (
  award: string,
  upTo: string,
): string => `cross join posting q on q.entity = ${award}.entity and q.beneficiary = ${award}.beneficiary and q.award = ${award}.id
    and q.side = 'credit'
  cross join entry n on n.entity = q.entity and n.id = q.entry and n.kind = 'return' and n.clears is null and n.booked_on <= ${upTo}
    and not exists (select 1 from entry z where z.entity = n.entity and z.reverses = n.id and z.booked_on <= ${upTo})`;

/** The record that a beneficiary `x` counts as. */
export const whole = (x: string) => `coalesce(${x}.merged_into, ${x}.id)`;

/** An award `a` that was neither rejected nor cancelled. */
export const STANDS = `not exists (select 1 from award_event e where e.entity = a.entity and e.award = a.id and e.kind <> 'approve'
    and ${standing('e')} and not exists (select 1 from award_event z where z.entity = e.entity and z.award = e.award and z.id > e.id and ${standing('z')}))
  and ${standing('a')}`;
