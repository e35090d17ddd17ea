import type { Day } from '../domain/day.ts';
import { asDong } from '../domain/dong.ts';
import type { CheckReader, Span, TwinFact } from '../usecase/port/check.ts';
import { AwardCheckQueries } from './check-awards.ts';
import { documentCode } from './codes.ts';
import { LINKED, UNIT, standing, standingMatch } from './queries.ts';

/** The entry `x` was not reversed. */
const lasting = (x: string) =>
  `not exists (select 1 from entry z where z.entity = ${x}.entity and z.reverses = ${x}.id)`;

const days = ({ from, to }: Span) => ({ from, to });

/** What the rules ask of money, papers and registers. */
export class CheckQueries extends AwardCheckQueries implements CheckReader {
  async settings(): Promise<ReadonlyMap<string, string>> {
    const rows = this.named<{ name: string; value: string }>(
      "select name, value from setting where entity = @entity and value <> ''",
      {},
    );
    return new Map(rows.map(({ name, value }) => [name, value]));
  }

  async reversedLists(span: Span) {
    const rows = this.named<{ document: number; rows: number; total: number; standing: number; day: Day }>(
      `select d.id as document, count(distinct e.source_row) as rows, d.total, max(r.booked_on) as day,
              (select coalesce(sum(p.amount), 0) from entry s join posting p on p.entity = s.entity and p.entry = s.id and p.side = 'debit'
                where s.entity = d.entity and s.source = d.id and ${lasting('s')}) as standing
         from entry r join entry e on e.entity = r.entity and e.id = r.reverses
         join document d on d.entity = e.entity and d.id = e.source
        where r.entity = @entity and r.booked_on between @from and @to and ${standing('d')}
          and not exists (select 1 from document n where n.entity = d.entity and n.replaces = d.id and ${standing('n')})
          and not exists (select 1 from entry s where s.entity = e.entity and s.source = e.source and s.source_row = e.source_row
            and s.id > e.id and ${lasting('s')})
        group by d.entity, d.id, d.total`,
      days(span),
    );
    return rows.map((row) => ({
      document: documentCode(row.document),
      rows: row.rows,
      total: asDong(row.total),
      standing: asDong(row.standing),
      day: row.day,
    }));
  }

  async contents(span: Span, parts: readonly string[]) {
    const marks = parts.map((part, at) => [`part${at}`, `%${part}%`] as const);
    const hit = marks.map(([mark]) => `w.content like @${mark}`).join(' or ');
    const rows = this.named<{ voucher: string; entry: number; content: string; amount: number; day: Day }>(
      `select v.code as voucher, 0 as entry, w.content, v.day,
              (select coalesce(sum(p.amount), 0) from entry e join posting p on p.entity = e.entity and p.entry = e.id
                where e.entity = v.entity and e.voucher = v.id and p.side = 'debit' and p.fund = v.fund) as amount
         from voucher v join wording w on w.entity = v.entity and w.id = v.wording
        where v.entity = @entity and v.day between @from and @to and (${hit})
       union all
       select coalesce(v.code, ''), e.id, w.content, e.booked_on,
              (select coalesce(sum(p.amount), 0) from posting p where p.entity = e.entity and p.entry = e.id and p.side = 'debit')
         from entry e join wording w on w.entity = e.entity and w.id = e.wording
         left join voucher v on v.entity = e.entity and v.id = e.voucher
        where e.entity = @entity and e.booked_on between @from and @to and (v.id is null or v.wording <> e.wording) and (${hit})
          and ${lasting('e')} and e.reverses is null`,
      { ...days(span), ...Object.fromEntries(marks) },
    );
    return rows.map((row) => ({ ...row, amount: asDong(row.amount) }));
  }

  async offPurpose(span: Span) {
    const rows = this.named<{
      fund: string;
      purpose: string;
      voucher: string;
      entry: number;
      day: Day;
      amount: number;
    }>(
      `select f.code as fund, r.kind as purpose, coalesce(v.code, '') as voucher, min(n.id) as entry, n.booked_on as day, sum(p.amount) as amount
         from entry n join disbursement s on s.entity = n.entity and s.entry = n.id
         join award a on a.entity = s.entity and a.id = s.award join round r on r.entity = a.entity and r.id = a.round
         join posting p on p.entity = n.entity and p.entry = n.id and p.side = 'debit'
         join fund f on f.entity = p.entity and f.id = p.fund
         left join voucher v on v.entity = n.entity and v.id = n.voucher
        where n.entity = @entity and n.booked_on between @from and @to and ${lasting('n')} and not exists (
          select 1 from purpose o where o.entity = f.entity and o.fund = f.id and o.name = r.kind
             and o.from_day <= n.booked_on and (o.to_day is null or o.to_day >= n.booked_on))
        group by f.id, f.code, r.kind, n.voucher, v.code, n.booked_on`,
      days(span),
    );
    return rows.map((row) => ({ ...row, amount: asDong(row.amount) }));
  }

  async below(span: Span) {
    const rows = this.named<{ fund: string; place: string; day: Day; balance: number }>(
      `select f.code as fund, l.code as place, max(m.day, @from) as day, min(m.balance) as balance from (
         select b.fund, b.place, b.day, sum(b.amount) over (partition by b.account, b.fund, b.place order by b.day) as balance from (
           select account, fund, place, day, debit - credit as amount from balance_day
            where entity = @entity and place <> 0 and day between @from and @to
           union all
           select account, fund, place, '' as day, sum(debit - credit) from balance_day
            where entity = @entity and place <> 0 and day < @from group by account, fund, place) b) m
         join fund f on f.entity = @entity and f.id = m.fund join place l on l.entity = @entity and l.id = m.place
        where m.balance < 0 group by m.fund, f.code, m.place, l.code, max(m.day, @from) order by 3`,
      days(span),
    );
    return rows.map((row) => ({ ...row, balance: asDong(row.balance) }));
  }

  async boxDays(span: Span) {
    const rows = this.named<{ place: number; day: Day; balance: number }>(
      `select b.place, b.day, sum(b.amount) over (partition by b.place order by b.day) as balance from (
         select place, day, sum(debit - credit) as amount from balance_day
          where entity = @entity and day between @from and @to and place in (select id from place where entity = @entity and kind = 'cash')
          group by place, day
         union all
         select place, '', sum(debit - credit) from balance_day
          where entity = @entity and day < @from and place in (select id from place where entity = @entity and kind = 'cash')
          group by place) b order by b.place, b.day`,
      days(span),
    );
    return rows.map((row) => ({ ...row, balance: asDong(row.balance) }));
  }

  async gaps(year: number) {
    return this.named<{ series: string; after: number; next: number }>(
      `select kind || '-' || series || '-' || year as series, before as "after", number as next from (
         select v.kind, coalesce(f.code, '') as series, v.year, v.number,
                lag(v.number, 1, case when v.year = (select cast(substr(first_month, 1, 4) as integer) from entity where entity = v.entity)
                  then coalesce((select cast(s.value as integer) - 1 from setting s where s.entity = v.entity
                    and s.name = 'next ' || v.kind || coalesce(':' || f.code, '')), 0) else 0 end)
                  over (partition by v.kind, v.series, v.year order by v.number) as before
           from voucher v left join fund f on f.entity = v.entity and f.id = v.series
          where v.entity = @entity and v.day between @first and @last) n
       where number <> before + 1`,
      { first: `${year}-01-01`, last: `${year}-12-31` },
    );
  }

  async disordered(span: Span) {
    return this.named<{ voucher: string; day: Day; before: string; beforeDay: Day }>(
      `select voucher, day, before, beforeDay from (
         select v.code as voucher, v.day, lag(v.code) over s as before, lag(v.day) over s as beforeDay
           from voucher v where v.entity = @entity and v.kind <> 'PKT' and v.day between @first and @last
         window s as (partition by v.kind, v.series, v.year order by v.number)) n
       where beforeDay > day and (day between @from and @to or beforeDay between @from and @to)`,
      { ...days(span), first: `${span.from.slice(0, 4)}-01-01`, last: `${span.to.slice(0, 4)}-12-31` },
    );
  }

  async futureVouchers(today: Day) {
    return this.named<{ voucher: string; day: Day }>(
      'select code as voucher, day from voucher where entity = @entity and day > @today order by id',
      { today },
    );
  }

  async twins(span: Span, kinds: readonly string[], sameUnit: boolean): Promise<TwinFact[]> {
    const asked = `e.entity = @entity and e.kind in (${kinds.map((kind) => `'${kind}'`).join(', ')})
          and e.document_no is not null and e.reverses is null and e.booked_on between @first and @to`;
    const rows = this.named<{ first: number; second: number; document: string; amount: number; day: Day }>(
      // Few numbers come twice: only their entries are looked at closely, and gathered so that they are met by an index.
      `with shared as materialized (
         select e.document_no from entry e where ${asked}
          group by e.document_no having count(*) > 1 and max(e.booked_on) >= @from),
       year as materialized (
         select e.id, e.document_no, e.booked_on, ${UNIT} as unit, p.fund, p.amount
           from entry e ${LINKED} join posting p on p.entity = e.entity and p.entry = e.id and p.line = (
             select min(q.line) from posting q where q.entity = e.entity and q.entry = e.id and q.place is null)
          where ${asked} and e.document_no in (select document_no from shared) and ${lasting('e')})
       select y.id as first, n.id as second, n.document_no as document, n.amount, n.booked_on as day
         from year n join year y on y.document_no = n.document_no and y.amount = n.amount and y.id < n.id
        where n.booked_on >= @from and ${sameUnit ? 'y.unit is not distinct from n.unit and y.fund = n.fund' : 'y.unit <> n.unit'}
        order by n.id, y.id`,
      { ...days(span), first: `${span.from.slice(0, 4)}-01-01` },
    );
    return rows.map((row) => ({ ...row, amount: asDong(row.amount) }));
  }

  async bankBalances(span: Span) {
    const rows = this.named<{ place: number; day: Day; balance: number }>(
      `select place, day, balance from (select place, day, balance,
           row_number() over (partition by place order by day desc, operation desc, id desc) as nth from (
         select s.place, s.to_day as day, s.closing as balance, s.operation, s.id from statement s
          where s.entity = @entity and s.closing is not null and s.to_day between @from and @to and ${standing('s')}
         union all
         select c.place, c.day, c.balance, c.operation, c.id from confirmation c
          where c.entity = @entity and c.day between @from and @to and ${standing('c')})) where nth = 1`,
      days(span),
    );
    return rows.map((row) => ({ ...row, balance: asDong(row.balance) }));
  }

  async unmatchedLines(upTo: Day) {
    const rows = this.named<{ place: string; lines: number; total: number; since: Day }>(
      `select p.code as place, count(*) as lines, sum(l.amount) as total, min(l.day) as since
         from place p join statement_line l on l.entity = p.entity and l.place = p.id and l.day between @first and @to
         join statement s on s.entity = l.entity and s.id = l.statement and ${standing('s')}
        where p.entity = @entity and not exists (
          select 1 from match_line k join match m on m.entity = k.entity and m.id = k.match
           where k.entity = l.entity and k.line = l.id and ${standingMatch('m')})
        group by p.id, p.code`,
      { to: upTo, first: `${Number(upTo.slice(0, 4)) - 1}${upTo.slice(4)}` },
    );
    return rows.map((row) => ({ ...row, total: asDong(row.total) }));
  }

  async targets() {
    const rows = this.named<{ appeal: string; goal: number; targets: number }>(
      `select a.code as appeal, a.goal, sum(t.amount) as targets from appeal a
         join target t on t.entity = a.entity and t.appeal = a.id where a.entity = @entity and a.goal is not null group by a.id, a.code, a.goal`,
      {},
    );
    return rows.map((row) => ({ appeal: row.appeal, goal: asDong(row.goal), targets: asDong(row.targets) }));
  }

  async openings(span: Span) {
    const rows = this.named<{ place: string; day: Day; closing: number; opening: number }>(
      // A page of days that a longer statement tells of too begins in its middle: nothing ended before it.
      `select p.code as place, s.from_day as day, s.opening, b.closing
         from statement s join place p on p.entity = s.entity and p.id = s.place
         join statement b on b.entity = s.entity and b.id = (
           select x.id from statement x where x.entity = s.entity and x.place = s.place and x.to_day < s.from_day and ${standing('x')}
            order by x.to_day desc, x.from_day, x.id desc limit 1)
        where s.entity = @entity and s.from_day between @from and @to and b.closing <> s.opening and ${standing('s')}
          and not exists (select 1 from statement x where x.entity = s.entity and x.place = s.place
            and x.from_day < s.from_day and x.to_day >= s.from_day and ${standing('x')})
        order by p.code, s.from_day, s.id`,
      days(span),
    );
    return rows.map((row) => ({ ...row, closing: asDong(row.closing), opening: asDong(row.opening) }));
  }

  async shares(span: Span, item: string) {
    const [row] = this.named<{ dues: number; care: number }>(
      `select coalesce(sum(case when p.item = @item and p.side = 'credit' and p.place is null then p.amount end), 0) as dues,
              coalesce(sum(case when a.role = 'disbursement' and f.kind = 'own' then
                case p.side when 'debit' then p.amount else -p.amount end end), 0) as care
         from entry e join posting p on p.entity = e.entity and p.entry = e.id
         join account a on a.entity = p.entity and a.id = p.account join fund f on f.entity = p.entity and f.id = p.fund
        where e.entity = @entity and e.booked_on between @from and @to`,
      { ...days(span), item },
    );
    return { dues: asDong(row?.dues ?? 0), care: asDong(row?.care ?? 0) };
  }

  async flagged(span: Span) {
    const rows = this.named<{ document: number; rows: number; day: Day }>(
      `select d.id as document, d.flagged as rows, (select min(e.booked_on) from entry e where e.entity = d.entity and e.source = d.id) as day
         from document d where d.entity = @entity and d.kind = 'contribution' and d.flagged > 0 and ${standing('d')}
          and (select min(e.booked_on) from entry e where e.entity = d.entity and e.source = d.id) between @from and @to`,
      days(span),
    );
    return rows.map((row) => ({ ...row, document: documentCode(row.document) }));
  }

  async usesItems(span: Span): Promise<boolean> {
    const rows = this.named(
      `select 1 from entry e join posting p on p.entity = e.entity and p.entry = e.id
        where e.entity = @entity and e.booked_on between @from and @to and p.item is not null limit 1`,
      days(span),
    );
    return rows.length > 0;
  }

  async otherYears(span: Span) {
    const rows = this.named<{ year: number; entries: number; total: number }>(
      `select cast(substr(e.own_day, 1, 4) as integer) as year, count(*) as entries,
              sum((select p.amount from posting p where p.entity = e.entity and p.entry = e.id and p.line = 1)) as total
         from entry e where e.entity = @entity and e.booked_on between @from and @to and e.reverses is null and ${lasting('e')}
          and substr(e.own_day, 1, 4) <> substr(e.booked_on, 1, 4) group by 1`,
      days(span),
    );
    return rows.map((row) => ({ ...row, total: asDong(row.total) }));
  }

  async goodsBelow(upTo: Day) {
    return this.named<{ item: string; fund: string; day: Day; quantity: number }>(
      `select i.code as item, f.code as fund, min(s.day) as day, min(s.quantity) as quantity from (
         select x.entity, x.item, x.fund, x.day, sum(x.quantity) over (partition by x.fund, x.item order by x.day) as quantity
           from stock x where x.entity = @entity and x.day <= @to and ${standing('x')}) s
         join item i on i.entity = s.entity and i.id = s.item join fund f on f.entity = s.entity and f.id = s.fund
        where s.quantity < 0 group by s.item, i.code, s.fund, f.code`,
      { to: upTo },
    );
  }

  async goodsCost(upTo: Day) {
    const rows = this.named<{ item: string; fund: string; quantity: number; cost: number }>(
      `select i.code as item, f.code as fund, sum(x.quantity) as quantity, sum(x.cost) as cost
         from stock x join item i on i.entity = x.entity and i.id = x.item join fund f on f.entity = x.entity and f.id = x.fund
        where x.entity = @entity and x.day <= @to and ${standing('x')} group by x.fund, f.code, x.item, i.code
       having (sum(x.quantity) = 0) <> (sum(x.cost) = 0) or sum(x.cost) < 0`,
      { to: upTo },
    );
    return rows.map((row) => ({ ...row, cost: asDong(row.cost) }));
  }

  async overdueLoans(on: Day) {
    const rows = this.named<{ entry: number; voucher: string; fund: string; due: Day; open: number }>(
      `select * from (
       select e.id as entry, coalesce((select v.code from voucher v where v.entity = e.entity and v.id = e.voucher), '') as voucher, f.code as fund, e.due, p.amount - coalesce((
                select sum(q.amount) from entry c join posting q on q.entity = c.entity and q.entry = c.id and q.fund = p.fund
                  and q.account = p.account and q.side = 'credit'
                 where c.entity = e.entity and c.clears = e.id and c.booked_on <= @on and ${lasting('c')}), 0) as open
         from entry e indexed by entry_due cross join posting p on p.entity = e.entity and p.entry = e.id and p.side = 'debit'
         join account a on a.entity = p.entity and a.id = p.account and a.role = 'lent'
         join fund f on f.entity = p.entity and f.id = p.fund
        where e.entity = @entity and e.kind in ('loan', 'opening') and e.due < @on and e.reverses is null and ${lasting('e')}) l where open > 0`,
      { on },
    );
    return rows.map((row) => ({ ...row, open: asDong(row.open) }));
  }
}
