import type { Day } from '../domain/day.ts';
import type * as Port from '../usecase/port/privacy.ts';
import { EntityQueries, standing } from './queries.ts';

/** Reads for the law on personal data: what left the book, and where a person stands in it. */
export class PrivacyQueries extends EntityQueries implements Port.PrivacyReader {
  given(people: readonly number[]): Promise<Port.GivenView[]> {
    const rows = this.named<Port.GivenView & { voucher: string | null }>(
      `select e.id as entry, e.booked_on as day, v.code as voucher, f.code as fund, p.amount, coalesce(w.party, '') as party,
              coalesce(w.content, '') as content
         from donor d join posting p on p.entity = d.entity and p.donor = d.id
         join entry e on e.entity = p.entity and e.id = p.entry join fund f on f.entity = p.entity and f.id = p.fund
         left join voucher v on v.entity = e.entity and v.id = e.voucher
         left join wording w on w.entity = e.entity and w.id = e.wording
        where d.entity = @entity and d.beneficiary in (select value from json_each(@people)) order by e.id, p.line`,
      { people: JSON.stringify(people) },
    );
    return Promise.resolve(rows.map(({ voucher, ...row }) => ({ ...row, voucher: voucher ?? undefined })));
  }

  relatives(people: readonly number[]): Promise<number[]> {
    const rows = this.named<{ id: number }>(
      `select id from beneficiary where entity = @entity and relative_of in (select value from json_each(@people))`,
      { people: JSON.stringify(people) },
    );
    return Promise.resolve(rows.map(({ id }) => id));
  }

  purposes(upTo: Day): Promise<Port.PurposeView[]> {
    const rows = this.named<Omit<Port.PurposeView, 'tied'> & { tied: number }>(
      `with record as materialized (
         select id, coalesce(merged_into, id) as person from beneficiary where entity = @entity),
       known(person, day) as (
         select r.person, s.day from record r join status s on s.entity = @entity and s.beneficiary = r.id where ${standing('s')}
         union all select r.person, h.day from record r join history h on h.entity = @entity and h.beneficiary = r.id where ${standing('h')}
         union all select r.person, o.day from record r
           join award a on a.entity = @entity and a.beneficiary = r.id join round o on o.entity = a.entity and o.id = a.round where ${standing('a')}
         union all select r.person, d.day from record r join award a on a.entity = @entity and a.beneficiary = r.id
           join award_event e on e.entity = a.entity and e.award = a.id
           join decision d on d.entity = e.entity and d.id = e.decision where ${standing('a')} and ${standing('e')}
         union all select r.person, coalesce(k.day, n.booked_on) from record r
           join award a on a.entity = @entity and a.beneficiary = r.id
           join disbursement s on s.entity = a.entity and s.award = a.id
           left join entry n on n.entity = s.entity and n.id = s.entry
           left join acknowledgement k on k.entity = s.entity and k.disbursement = s.id and ${standing('k')}
          where ${standing('a')} and ${standing('s')}
         union all select r.person, n.booked_on from record r
           join donor d on d.entity = @entity and d.beneficiary = r.id
           join posting p on p.entity = d.entity and p.donor = d.id
           join entry n on n.entity = p.entity and n.id = p.entry),
       held(person) as (
         select r.person from record r join private x on x.entity = @entity and x.register = 'beneficiary' and x.owner = r.id
         union all select r.person from record r join award a on a.entity = @entity and a.beneficiary = r.id
           join private x on x.entity = a.entity and x.register = 'award' and x.owner = a.id),
       latest(person, state) as (
         select person, state from (
           select r.person, s.state, row_number() over (partition by r.person order by s.day desc, s.id desc) as place
             from record r join status s on s.entity = @entity and s.beneficiary = r.id
            where s.day <= @upTo and s.state <> 'moved' and ${standing('s')}) where place = 1)
       select b.id as person, b.relative_of is null or exists (
                select 1 from record r join beneficiary t on t.entity = b.entity and t.id = r.person
                 where r.id = b.relative_of and t.kind = 'member' and t.name <> '#' || t.code
                   and coalesce((select state from latest where latest.person = t.id), 'active') in ('active', 'paused')) as tied,
              b.code, b.name, u.code as unit, b.kind,
              coalesce((select state from latest where latest.person = b.id), 'active') as state,
              coalesce(
                (select max(k.day) from known k where k.person = b.id and k.day <= @upTo),
                (select substr(o.recorded_at, 1, 10) from change c join operation o on o.entity = c.entity and o.id = c.operation
                  where c.entity = b.entity and c.register = 'beneficiary' and c.key = b.id order by c.id limit 1)) as last,
              (select count(*) from held where held.person = b.id) as fields
         from beneficiary b join unit u on u.entity = b.entity and u.id = b.unit
        where b.entity = @entity and b.merged_into is null and b.name <> '#' || b.code order by b.code`,
      { upTo },
    );
    return Promise.resolve(rows.map((row) => ({ ...row, tied: row.tied === 1 })));
  }

  papers(upTo: Day): Promise<{ year: number; vouchers: number; statements: number }[]> {
    return Promise.resolve(
      this.named<{ year: number; vouchers: number; statements: number }>(
        `select * from (select year, sum(voucher) as vouchers, sum(statement) as statements from (
           select cast(substr(booked_on, 1, 4) as integer) as year, count(distinct voucher) as voucher, 0 as statement
             from entry where entity = @entity and booked_on <= @upTo group by 1
           union all select cast(substr(to_day, 1, 4) as integer), 0, count(*)
             from statement x where entity = @entity and to_day <= @upTo and ${standing('x')} group by 1) p
          group by year) y where vouchers + statements > 0 order by year`,
        { upTo },
      ),
    );
  }

  disclosures({ from, to }: { readonly from: Day; readonly to: Day }): Promise<Port.DisclosureView[]> {
    return Promise.resolve(
      this.named<Port.DisclosureView>(
        `select d.operation, o.recorded_at as recordedAt, coalesce(o.actor, '') as actor, coalesce(w.party, '') as "by",
                d.kind, d.scope, coalesce(w.content, '') as purpose
           from disclosure d join operation o on o.entity = d.entity and o.id = d.operation
           left join wording w on w.entity = d.entity and w.id = d.wording
          where d.entity = @entity and substr(o.recorded_at, 1, 10) between @from and @to order by d.id`,
        { from, to },
      ),
    );
  }
}
