import type { Day } from '../domain/day.ts';
import { asDong } from '../domain/dong.ts';
import type { EntryKind } from '../domain/entry.ts';
import { UNIDENTIFIED, type Place } from '../domain/fund.ts';
import type * as Port from '../usecase/port/bank.ts';
import type { MatchHow } from '../usecase/port/treasury.ts';
import { EntityQueries, maybe, standing, standingMatch } from './queries.ts';

const matchOf = (what: 'line' | 'entry', key: string, also = '') =>
  `(select m.id from match_${what} k join match m on m.entity = k.entity and m.id = k.match
     where k.entity = @entity and k.${what} = ${key}${also} and ${standingMatch('m')} limit 1)`;

/** The entry `e` stands on the last day asked of: booked by then, and not reversed by then. */
const booked = (e: string) => `${e}.booked_on <= @upTo and not exists (
  select 1 from entry r where r.entity = ${e}.entity and r.reverses = ${e}.id and r.booked_on <= @upTo)`;

const FIRST = '';
const LAST = '9999-12-31';

/** Statement lines, the entries they stand for, and what neither explains. */
export class BankQueries extends EntityQueries implements Port.BankReader {
  async lines(filter: Parameters<Port.BankReader['lines']>[0]): Promise<Port.BankLine[]> {
    const rows = this.named<LineRow>(
      `select l.id, s.document, l.row, l.place, l.day, l.amount, l.reference, l.kind, w.party, w.content,
              ${matchOf('line', 'l.id')} as match
         from statement_line l join statement s on s.entity = l.entity and s.id = l.statement
         join wording w on w.entity = l.entity and w.id = l.wording
        where l.entity = @entity and l.day between @from and @to${filter.place === undefined ? '' : ' and l.place = @place'}
          ${filter.ids === undefined ? '' : 'and l.id in (select value from json_each(@ids))'} and ${standing('s')}
        order by l.day, l.id`,
      {
        from: filter.from ?? FIRST,
        to: filter.to ?? LAST,
        ...(filter.place === undefined ? {} : { place: filter.place.id }),
        ...(filter.ids === undefined ? {} : { ids: JSON.stringify(filter.ids) }),
      },
    );
    return rows.map(({ day, amount, match, party, content, ...row }) => ({
      ...row,
      day: day as Day,
      amount: asDong(amount),
      wording: { party: party ?? '', content: content ?? '' },
      match: maybe(match),
    }));
  }

  async entries(place: Place, range: Parameters<Port.BankReader['entries']>[1]): Promise<Port.BankEntry[]> {
    const rows = this.named<EntryRow>(
      `select e.id, e.kind, e.booked_on, e.own_day, e.document_no, e.voucher, v.code, w.party, w.content,
              sum(case p.side when 'debit' then p.amount else -p.amount end) as net,
              ${matchOf('entry', 'e.id', ' and m.place = @place')} as match
         from entry e join posting p on p.entity = e.entity and p.entry = e.id and p.place = @place
         join wording w on w.entity = e.entity and w.id = e.wording
         left join voucher v on v.entity = e.entity and v.id = e.voucher
        where e.entity = @entity and e.booked_on between @from and @to and e.reverses is null and e.kind <> 'opening'
          ${range.ids === undefined ? '' : 'and e.id in (select value from json_each(@ids))'}
          and not exists (select 1 from entry r where r.entity = e.entity and r.reverses = e.id)
        group by e.entity, e.id, e.kind, e.booked_on, e.own_day, e.document_no, e.voucher, v.code, w.party, w.content
       having sum(case p.side when 'debit' then p.amount else -p.amount end) <> 0 order by e.booked_on, e.id`,
      {
        place: place.id,
        from: range.from ?? FIRST,
        to: range.to ?? LAST,
        ...(range.ids === undefined ? {} : { ids: JSON.stringify(range.ids) }),
      },
    );
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind as EntryKind,
      bookedOn: row.booked_on as Day,
      ownDay: maybe(row.own_day) as Day | undefined,
      documentNo: maybe(row.document_no),
      voucher: row.voucher === null ? undefined : { id: row.voucher, code: row.code ?? '' },
      wording: { party: row.party ?? '', content: row.content ?? '' },
      net: asDong(row.net),
      match: maybe(row.match),
    }));
  }

  async match(id: number): Promise<Port.MatchView | undefined> {
    const [found] = this.named<{ id: number; place: number; how: string }>(
      `select m.id, m.place, m.how from match m where m.entity = @entity and m.id = @id and ${standingMatch('m')}`,
      { id },
    );
    if (found === undefined) return undefined;
    const keys = (what: 'line' | 'entry') =>
      this.named<{ key: number }>(
        `select ${what} as key from match_${what} where entity = @entity and match = @id order by ${what}`,
        { id },
      ).map(({ key }) => key);
    return { ...found, how: found.how as MatchHow, lines: keys('line'), entries: keys('entry') };
  }

  async matched(entries: readonly number[]) {
    const [found] = this.named<{ entry: number; match: number }>(
      `select k.entry, m.id as match from json_each(@keys) j
         join match_entry k on k.entity = @entity and k.entry = j.value
         join match m on m.entity = k.entity and m.id = k.match
        where ${standingMatch('m')} order by k.entry limit 1`,
      { keys: JSON.stringify(entries) },
    );
    return found;
  }

  async openReceipts(upTo: Day): Promise<Port.OpenReceipt[]> {
    const rows = this.named<ReceiptRow>(
      `select * from (
         select e.id as entry, coalesce(v.code, '') as voucher, p.place, e.booked_on, e.own_day, w.party, w.content, sum(p.amount) as amount,
                sum(p.amount) - coalesce((select sum(q.amount) from entry c
                  join posting q on q.entity = c.entity and q.entry = c.id and q.fund = p.fund
                    and q.side = 'credit' and q.place = p.place
                  where c.entity = e.entity and c.clears = e.id and c.reverses is null and ${booked('c')}), 0) as open,
                (select min(y.line) from match_line y where y.entity = e.entity and y.match =
                  ${matchOf('entry', 'e.id')}) as line
           from (select distinct b.fund, b.day from fund f join balance_day b on b.entity = f.entity and b.fund = f.id and b.place <> 0
             and b.debit <> 0 where f.entity = @entity and f.code = '${UNIDENTIFIED}') d
           cross join entry e on e.entity = @entity and e.booked_on = d.day
           cross join posting p on p.entity = e.entity and p.entry = e.id and p.fund = d.fund and p.side = 'debit' and p.place is not null
           join wording w on w.entity = e.entity and w.id = e.wording
           left join voucher v on v.entity = e.entity and v.id = e.voucher
          where e.reverses is null and e.kind <> 'move' and ${booked('e')}
          group by e.entity, e.id, e.booked_on, e.own_day, v.code, w.party, w.content, p.fund, p.place) o
        where open > 0 order by booked_on, entry`,
      { upTo },
    );
    return rows.map(({ own_day, booked_on, amount, open, line, party, content, ...row }) => ({
      ...row,
      bookedOn: booked_on as Day,
      ownDay: maybe(own_day) as Day | undefined,
      wording: { party: party ?? '', content: content ?? '' },
      amount: asDong(amount),
      open: asDong(open),
      line: maybe(line),
    }));
  }

  async balances(upTo: Day): Promise<Port.BankBalance[]> {
    const rows = this.named<{ place: number; day: string; balance: number; by: Port.BankBalance['by'] }>(
      `select place, day, balance, "by" from (select place, day, balance, "by",
           row_number() over (partition by place order by day desc, operation desc, id desc) as nth from (
         select s.place, s.to_day as day, s.closing as balance, 'statement' as "by", s.operation, s.id
           from statement s where s.entity = @entity and s.closing is not null and s.to_day <= @upTo and ${standing('s')}
         union all
         select c.place, c.day, c.balance, 'confirmation', c.operation, c.id
           from confirmation c where c.entity = @entity and c.day <= @upTo and ${standing('c')}))
        where nth = 1 order by place`,
      { upTo },
    );
    return rows.map((row) => ({ ...row, day: row.day as Day, balance: asDong(row.balance) }));
  }
}

interface LineRow {
  id: number;
  document: number;
  row: number;
  place: number;
  day: string;
  amount: number;
  reference: string;
  kind: string;
  party: string | null;
  content: string | null;
  match: number | null;
}

interface EntryRow {
  id: number;
  kind: string;
  booked_on: string;
  own_day: string | null;
  document_no: string | null;
  voucher: number | null;
  code: string | null;
  party: string | null;
  content: string | null;
  net: number;
  match: number | null;
}

interface ReceiptRow {
  entry: number;
  voucher: string;
  place: number;
  booked_on: string;
  own_day: string | null;
  party: string | null;
  content: string | null;
  amount: number;
  open: number;
  line: number | null;
}
