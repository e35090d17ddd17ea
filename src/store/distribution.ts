import type { ProgrammeKind } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import { asDong, type Dong } from '../domain/dong.ts';
import type { Span } from '../usecase/port/check.ts';
import type { CarriedPart, DistributionReader } from '../usecase/port/distribution.ts';
import { EntityQueries, maybe, standing } from './queries.ts';

/** Entry `n` stands on the last day asked of. */
const STANDS =
  'n.booked_on <= @to and not exists (select 1 from entry r where r.entity = n.entity and r.reverses = n.id and r.booked_on <= @to)';

/** The day on which the hand-out `h` was signed for under its own advance. */
export const SIGNED_ON = `(select max(n.booked_on) from disbursement s join entry n on n.entity = s.entity and n.id = s.entry
   where s.entity = h.entity and s.award = h.award and s.line = h.line and n.settles = h.advance and ${STANDS})`;

/** What the holder of an advance `w` has not accounted for by then, in đồng. */
export const OPEN = `((select sum(q.amount) from posting q where q.entity = w.entity and q.entry = w.entry and q.holder is not null)
   - coalesce((select sum(q.amount) from entry t join posting q on q.entity = t.entity and q.entry = t.id
       where t.entity = w.entity and t.settles = w.id and t.booked_on <= @to and q.holder is not null), 0))`;

/** What distributors carried, signed for or not. */
export class DistributionQueries extends EntityQueries implements DistributionReader {
  async carried(filter: { readonly advance?: number; readonly round?: number }): Promise<CarriedPart[]> {
    const [of, values] =
      filter.advance === undefined
        ? ['a.round = @round', { round: filter.round ?? 0 }]
        : ['h.advance = @advance', { advance: filter.advance }];
    const from =
      filter.advance === undefined
        ? 'award a join handout h on h.entity = a.entity and h.award = a.id'
        : 'handout h join award a on a.entity = h.entity and a.id = h.award';
    const rows = this.named<Record<string, unknown>>(
      `select h.advance, h.award, a.code, h.line, a.category, p.amount, b.id as beneficiary, b.code as beneficiary_code,
              b.name, b.sort_key, u.id as unit, u.code as unit_code, u.name as unit_name, r.code as round, ${SIGNED_ON} as signed_on
         from ${from}
         join award_part p on p.entity = h.entity and p.award = h.award and p.line = h.line
         join beneficiary b on b.entity = a.entity and b.id = a.beneficiary
         join unit u on u.entity = a.entity and u.id = a.unit join round r on r.entity = a.entity and r.id = a.round
        where a.entity = @entity and ${of} and ${standing('h')} order by u.code, b.sort_key, a.id, h.line`,
      { ...values, to: '9999-12-31' },
    );
    return rows.map((row) => ({
      advance: Number(row['advance']),
      award: { id: Number(row['award']), code: String(row['code']) },
      line: Number(row['line']),
      beneficiary: { id: Number(row['beneficiary']), code: String(row['beneficiary_code']) },
      beneficiaryName: String(row['name']),
      sortKey: String(row['sort_key']),
      category: String(row['category']),
      unit: { id: Number(row['unit']), code: String(row['unit_code']) },
      unitName: String(row['unit_name']),
      round: String(row['round']),
      amount: asDong(Number(row['amount'])),
      signedOn: maybe(row['signed_on']) as Day | undefined,
    }));
  }

  async returned(advance: number, upTo: Day): Promise<Dong> {
    const [row] = this.named<{ total: number }>(
      `select coalesce(sum(q.amount), 0) as total from entry n
         join posting q on q.entity = n.entity and q.entry = n.id and q.place is not null and q.side = 'debit'
        where n.entity = @entity and n.settles = @advance and n.reverses is null and ${STANDS}`,
      { advance, to: upTo },
    );
    return asDong(row?.total ?? 0);
  }

  async differing(span: Span) {
    const rows = this.named<{
      id: number;
      voucher: string;
      unsigned: number;
      open: number;
      returned: number;
      day: Day;
    }>(
      // From what moved in these days, and from what was put out before and is open: never from all that was ever carried.
      `with moved(id) as (
         select w.id from entry n join advance w on w.entity = n.entity and w.entry = n.id
          where n.entity = @entity and n.booked_on between @from and @to and n.kind = 'advance'
         union select n.settles from entry n
          where n.entity = @entity and n.booked_on between @from and @to and n.settles is not null),
       out as (
         select w.id, w.entry, n.booked_on,
                ${OPEN} as open
           from advance w join entry n on n.entity = w.entity and n.id = w.entry
          where w.entity = @entity and ${STANDS} and exists (
            select 1 from handout h where h.entity = w.entity and h.advance = w.id and ${standing('h')})),
       looked as (select * from out where open > 0 or id in (select id from moved))
       select * from (select o.id, coalesce(c.code, '') as voucher, o.open, o.booked_on as day,
              (select coalesce(sum(p.amount), 0) from handout h
                 join award_part p on p.entity = h.entity and p.award = h.award and p.line = h.line
                where h.entity = @entity and h.advance = o.id and ${standing('h')} and ${SIGNED_ON} is null) as unsigned,
              (select coalesce(sum(q.amount), 0) from entry n
                 join posting q on q.entity = n.entity and q.entry = n.id and q.place is not null and q.side = 'debit'
                where n.entity = @entity and n.settles = o.id and n.reverses is null and ${STANDS}) as returned
         from looked o join entry e on e.entity = @entity and e.id = o.entry
         left join voucher c on c.entity = e.entity and c.id = e.voucher
         ) d where unsigned <> case when open > 0 then open else returned end
        order by id`,
      { from: span.from, to: span.to },
    );
    return rows.map(({ id: _, ...row }) => ({
      ...row,
      unsigned: asDong(row.unsigned),
      open: asDong(row.open),
      returned: asDong(row.returned),
    }));
  }

  async unsigned(upTo: Day) {
    const rows = this.named<{
      award: string;
      kind: ProgrammeKind;
      round: string;
      unit: string;
      voucher: string;
      total: number;
      day: Day;
      overdue: number;
    }>(
      `with out as (
         select w.id, w.entry, w.due, n.booked_on from advance w join entry n on n.entity = w.entity and n.id = w.entry
          where w.entity = @entity and ${STANDS} and ${OPEN} > 0),
       looked as materialized (select o.*, coalesce(o.due < @to, false) as overdue from out o
          where o.due < @to or exists (select 1 from entry n where n.entity = @entity and n.settles = o.id and n.kind = 'benefit' and ${STANDS}))
       select a.code as award, r.kind, r.code as round, u.code as unit, coalesce(c.code, '') as voucher,
              sum(p.amount) as total, o.booked_on as day, o.overdue
         from looked o cross join handout h on h.entity = @entity and h.advance = o.id and ${standing('h')}
         join award_part p on p.entity = h.entity and p.award = h.award and p.line = h.line
         join award a on a.entity = h.entity and a.id = h.award
         join round r on r.entity = a.entity and r.id = a.round join unit u on u.entity = a.entity and u.id = a.unit
         join entry e on e.entity = h.entity and e.id = o.entry
         left join voucher c on c.entity = e.entity and c.id = e.voucher
        where ${SIGNED_ON} is null group by o.id, o.booked_on, o.overdue, a.id, a.code, r.kind, r.code, u.code, c.code order by a.code`,
      { to: upTo },
    );
    return rows.map((row) => ({ ...row, total: asDong(row.total), overdue: row.overdue === 1 }));
  }

  async proxies(span: Span) {
    return this.named<{ round: string; unit: string; signed: number; proxies: number; day: Day }>(
      `select r.code as round, u.code as unit, count(distinct s.award) as signed,
              count(distinct case when k.proxy is not null then s.award end) as proxies, max(k.day) as day
         from entry n join disbursement s on s.entity = n.entity and s.entry = n.id
         join acknowledgement k on k.entity = s.entity and k.disbursement = s.id and k.day <= @to and ${standing('k')}
         join award a on a.entity = s.entity and a.id = s.award
         join round r on r.entity = a.entity and r.id = a.round join unit u on u.entity = a.entity and u.id = a.unit
        where n.entity = @entity and n.booked_on between @from and @to and ${STANDS} and r.kind <> 'visit'
        group by r.id, r.code, u.id, u.code having count(k.proxy) > 0 order by r.code, u.code`,
      { from: span.from, to: span.to },
    );
  }
}
