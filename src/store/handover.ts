import { ASSET_ROLES } from '../domain/account.ts';
import type { Day } from '../domain/day.ts';
import { asDong } from '../domain/dong.ts';
import { UNIDENTIFIED } from '../domain/fund.ts';
import type * as Port from '../usecase/port/handover.ts';
import { EntityQueries } from './queries.ts';

const STANDING = (table: string) =>
  `not exists (select 1 from undo u where u.entity = ${table}.entity and u.undone = ${table}.operation)`;

/** Entries that stand by a day: booked by then and not reversed by then. */
const BOOKED = (table: string) => `${table}.booked_on <= @upTo and not exists (
  select 1 from entry r where r.entity = ${table}.entity and r.reverses = ${table}.id and r.booked_on <= @upTo)`;

const ASSETS = ASSET_ROLES.map((role) => `'${role}'`).join(', ');

/** What one officer leaves to the next. */
export class HandoverQueries extends EntityQueries implements Port.HandoverReader {
  openLines(upTo: Day): Promise<Port.OpenLine[]> {
    const rows = this.named<{
      place: number;
      day: string;
      amount: number;
      reference: string;
      content: string | null;
    }>(
      `select l.place, l.day, l.amount, l.reference, w.content from statement_line l
         join wording w on w.entity = l.entity and w.id = l.wording
        where l.entity = @entity and l.day <= @upTo and ${STANDING('l')} and not exists (
          select 1 from match_line j join match m on m.entity = j.entity and m.id = j.match
           where j.entity = l.entity and j.line = l.id and ${STANDING('m')}
             and not exists (select 1 from unmatch x where x.entity = m.entity and x.match = m.id))
        order by l.place, l.day, l.id`,
      { upTo },
    );
    return Promise.resolve(
      rows.map(({ place, day, amount, reference, content }) => ({
        place,
        day: day as Day,
        amount: asDong(amount),
        reference,
        content: content ?? '',
      })),
    );
  }

  unnamedMoney(upTo: Day): Promise<Port.UnnamedMoney[]> {
    const reasons = (entry: string) => `(
      select coalesce(sum(case p.side when 'credit' then p.amount else -p.amount end), 0) from posting p
        join fund f on f.entity = p.entity and f.id = p.fund and f.code = '${UNIDENTIFIED}'
        join account a on a.entity = p.entity and a.id = p.account and a.role not in (${ASSETS})
       where p.entity = e.entity and p.entry = ${entry})`;
    const rows = this.named<{
      id: number;
      code: string | null;
      day: string;
      content: string | null;
      open: number;
    }>(
      `select * from (
         select e.id, v.code, coalesce(e.own_day, e.booked_on) as day, w.content,
                ${reasons('e.id')} + coalesce((select sum(${reasons('c.id')}) from entry c
                  where c.entity = e.entity and c.clears = e.id and ${BOOKED('c')}), 0) as open
           from entry e left join voucher v on v.entity = e.entity and v.id = e.voucher
           join wording w on w.entity = e.entity and w.id = e.wording
          where e.entity = @entity and e.reverses is null and e.clears is null and ${BOOKED('e')}
            and e.id in (select p.entry from posting p join fund f on f.entity = p.entity and f.id = p.fund
              where p.entity = @entity and f.code = '${UNIDENTIFIED}'))
        where open > 0 order by day, id`,
      { upTo },
    );
    return Promise.resolve(
      rows.map(({ id, code, day, content, open }) => ({
        entry: id,
        voucher: code ?? '',
        day: day as Day,
        content: content ?? '',
        open: asDong(open),
      })),
    );
  }

  dues(upTo: Day): Promise<Port.DueView[]> {
    const lent = (entry: string) => `(
      select coalesce(sum(case p.side when 'debit' then p.amount else -p.amount end), 0) from posting p
        join account a on a.entity = p.entity and a.id = p.account and a.role = 'lent'
       where p.entity = e.entity and p.entry = ${entry})`;
    const rows = this.named<{
      kind: Port.DueView['kind'];
      code: string;
      name: string;
      due: string;
      open: number | null;
    }>(
      `select 'appeal' as kind, a.code, a.name, a.due, null as open from appeal a
        where a.entity = @entity and a.due is not null and a.from_day <= @upTo
       union all
       select * from (select 'loan', coalesce(v.code, ''), coalesce(w.content, ''), e.due,
              ${lent('e.id')} + coalesce((select sum(${lent('c.id')}) from entry c
                where c.entity = e.entity and c.clears = e.id and ${BOOKED('c')}), 0) as open
         from entry e left join voucher v on v.entity = e.entity and v.id = e.voucher
         join wording w on w.entity = e.entity and w.id = e.wording
        where e.entity = @entity and e.kind in ('loan', 'opening') and e.due is not null and e.reverses is null and ${BOOKED('e')}) where open > 0
       order by 4, 2`,
      { upTo },
    );
    return Promise.resolve(
      rows.map(({ open, due, ...row }) => ({
        ...row,
        due: due as Day,
        open: open === null ? undefined : asDong(open),
      })),
    );
  }

  series(upTo: Day): Promise<Port.SeriesView[]> {
    return Promise.resolve(
      this.named<Port.SeriesView>(
        `select v.kind, v.series as fund, v.year, count(*) as vouchers,
                (select l.code from voucher l where l.entity = v.entity and l.kind = v.kind and l.series = v.series
                  and l.year = v.year and l.day <= @upTo order by l.number desc limit 1) as last
           from voucher v where v.entity = @entity and v.day <= @upTo and v.year = cast(substr(@upTo, 1, 4) as integer)
          group by v.kind, v.series, v.year order by v.series, v.kind`,
        { upTo },
      ),
    );
  }

  ended(register: 'beneficiary' | 'unit', id: number): Promise<Day | undefined> {
    const column = register === 'unit' ? 'to_day' : 'left_on';
    const [row] = this.all<{ day: Day | null }>(
      `select ${column} as day from "${register}" where entity = ? and id = ?`,
      id,
    );
    return Promise.resolve(row?.day ?? undefined);
  }
}
