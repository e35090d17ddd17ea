import type { ProgrammeKind } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import { asDong } from '../domain/dong.ts';
import type { BookKey } from '../usecase/book.ts';
import type * as Port from '../usecase/port/persons.ts';
import type { PrivateField } from '../usecase/port/ports.ts';
import { PrivateCodec } from './private.ts';
import { EntityQueries, maybe, standing } from './queries.ts';
import type { Connection } from './connection.ts';
import type { Tables } from './tables.ts';

/** People asked for, by key, as one value. */
const AMONG = '(select value from json_each(@people))';

/** People as one person, however many records they have. */
export class PersonQueries extends EntityQueries implements Port.PersonReader {
  readonly #private: PrivateCodec;

  constructor(db: Connection, entity: number, key?: BookKey) {
    super(db, entity);
    this.#private = new PrivateCodec(db, entity, key);
  }

  rolled(): Iterable<Port.RolledPerson> {
    return this.iterate<Port.RolledPerson>(
      `select b.code, b.folded, coalesce(w.folded, b.folded) as counts, b.unit, coalesce(b.born, '') as born from beneficiary b
         left join beneficiary w on w.entity = b.entity and w.id = b.merged_into and w.withdrawn = 0
        where b.entity = @entity and b.withdrawn = 0`,
      {},
    );
  }

  records(people: readonly number[]): Promise<Map<number, number>> {
    const rows = this.named<{ id: number; person: number }>(
      `with w as materialized (
         select distinct coalesce(b.merged_into, b.id) as id from beneficiary b where b.entity = @entity and b.id in ${AMONG})
       select id, id as person from w
       union all select b.id, b.merged_into from w cross join beneficiary b on b.entity = @entity and b.merged_into = w.id`,
      { people: JSON.stringify(people) },
    );
    return Promise.resolve(new Map(rows.map(({ id, person }) => [id, person])));
  }

  standing(
    people: readonly number[],
    near: { readonly round: number; readonly kind: ProgrammeKind; readonly day: Day; readonly days: number },
  ): Promise<Port.StandingAward[]> {
    const rows = this.named<Omit<Port.StandingAward, 'payers'> & { payers: string }>(
      `select a.id, a.code, coalesce(b.merged_into, b.id) as person, a.round, r.kind, r.day,
              (select json_group_array(distinct coalesce(p.payer, 0)) from award_part p
                where p.entity = a.entity and p.award = a.id and p.outside is null) as payers
         from json_each(@people) j cross join beneficiary b on b.entity = @entity and b.id = j.value
         cross join award a on a.entity = b.entity and a.beneficiary = b.id
         cross join round r on r.entity = a.entity and r.id = a.round
        where (r.id = @round or abs(julianday(r.day) - julianday(@day)) <= @days or (@kind = 'home' and r.kind = 'home'))
          and ${standing('a')} and not exists (
            select 1 from award_event e where e.entity = a.entity and e.award = a.id and e.kind <> 'approve' and ${standing('e')}
               and not exists (select 1 from award_event z where z.entity = e.entity and z.award = e.award and z.id > e.id and ${standing('z')}))
        order by a.id`,
      { people: JSON.stringify(people), ...near },
    );
    return Promise.resolve(
      rows.map(({ payers, ...row }) => ({ ...row, payers: JSON.parse(payers) as number[] })),
    );
  }

  page(person: number): Promise<Port.PersonPage> {
    const [row] = this.named<Tables['beneficiary'] & { relative: string | null; merged: string }>(
      `select b.*, (select r.code from beneficiary r where r.entity = b.entity and r.id = b.relative_of) as relative,
              (select json_group_array(m.code) from beneficiary m where m.entity = b.entity and m.merged_into = b.id) as merged
         from beneficiary b where b.entity = @entity and b.id = @person`,
      { person },
    );
    if (row === undefined) throw new TypeError('no such beneficiary');
    return Promise.resolve({
      code: row.code,
      born: maybe(row.born),
      joined: maybe(row.joined) as Day | undefined,
      staffNo: maybe(row.staff_no),
      cardNo: maybe(row.card_no),
      relativeOf: maybe(row.relative),
      merged: JSON.parse(row.merged) as string[],
    });
  }

  privates(person: number): Promise<Partial<Record<PrivateField, string>>> {
    const rows = this.named<{ owner: number; field: PrivateField; value: string }>(
      `select x.owner, x.field, x.value from private x join beneficiary b on b.entity = x.entity and b.id = x.owner
        where x.entity = @entity and x.register = 'beneficiary' and (b.id = @person or b.merged_into = @person)
        order by b.id = @person, x.owner`,
      { person },
    );
    const told = rows.map(({ owner, field, value }) => {
      return [field, this.#private.show({ register: 'beneficiary', owner, field }, value)] as const;
    });
    return Promise.resolve(Object.fromEntries(told));
  }

  returned(people: readonly number[]): Promise<Port.ReturnedBenefit[]> {
    const rows = this.named<{ award: string; line: number; day: Day; amount: number }>(
      `select a.code as award, s.line, b.booked_on as day, p.amount
         from json_each(@people) j cross join award a on a.entity = @entity and a.beneficiary = j.value
         cross join disbursement s on s.entity = a.entity and s.award = a.id
         cross join award_part p on p.entity = s.entity and p.award = s.award and p.line = s.line
         cross join entry b on b.entity = s.entity and b.clears = s.entry and b.kind = 'return'
        where not exists (select 1 from entry z where z.entity = b.entity and z.reverses = b.id)
        order by b.booked_on, b.id`,
      { people: JSON.stringify(people) },
    );
    return Promise.resolve(rows.map((row) => ({ ...row, amount: asDong(row.amount) })));
  }

  history(people: readonly number[]): Promise<Port.HistoryBenefit[]> {
    const rows = this.named<{ kind: ProgrammeKind; day: Day; amount: number; content: string }>(
      `select h.kind, h.day, h.amount, coalesce(w.content, '') as content from history h
         left join wording w on w.entity = h.entity and w.id = h.wording
        where h.entity = @entity and h.beneficiary in ${AMONG} and ${standing('h')} order by h.day, h.id`,
      { people: JSON.stringify(people) },
    );
    return Promise.resolve(rows.map((row) => ({ ...row, amount: asDong(row.amount) })));
  }

  statesOn(day: Day): Promise<Map<number, string>> {
    const rows = this.named<{ person: number; state: string }>(
      `select coalesce(b.merged_into, b.id) as person, s.state from status s
         join beneficiary b on b.entity = s.entity and b.id = s.beneficiary
        where s.entity = @entity and s.day <= @day and s.state <> 'moved' and ${standing('s')} order by s.day, s.id`,
      { day },
    );
    return Promise.resolve(new Map(rows.map(({ person, state }) => [person, state])));
  }
}
