import type { Day, Month } from '../domain/day.ts';
import { asDong } from '../domain/dong.ts';
import type { Place } from '../domain/fund.ts';
import type {
  Acceptance,
  BankBalance,
  BookedEntry,
  BookedRange,
  PeriodEvent,
  PeriodReader,
  SealedAt,
} from '../usecase/port/periods.ts';
import { hex } from './hex.ts';
import { documentCode } from './codes.ts';
import { EntityQueries, maybe, standing } from './queries.ts';

/** Closes, reopenings and locks, what was booked between them, and the heads of the chain. */
export class PeriodQueries extends EntityQueries implements PeriodReader {
  async events(month?: Month): Promise<PeriodEvent[]> {
    const rows = this.named<
      Omit<PeriodEvent, 'head' | 'by' | 'reason'> & {
        head: Uint8Array;
        party: string | null;
        content: string | null;
      }
    >(
      `select e.month, e.kind, e.head, e.operation, o.recorded_at as recordedAt, w.party, w.content
         from period_event e join operation o on o.entity = e.entity and o.id = e.operation
         join wording w on w.entity = e.entity and w.id = e.wording
        where e.entity = @entity and (@month = '' or e.month = @month) order by e.id`,
      { month: month ?? '' },
    );
    return rows.map(({ head, party, content, ...row }) => ({
      ...row,
      head: hex(head),
      by: party ?? '',
      reason: content ?? '',
    }));
  }

  async acceptances(on: Day): Promise<Acceptance[]> {
    const rows = this.named<
      Pick<Acceptance, 'finding' | 'until' | 'operation'> & { party: string | null; content: string | null }
    >(
      `select a.finding, a.until_day as until, a.operation, w.party, w.content
         from acceptance a join wording w on w.entity = a.entity and w.id = a.wording
        where a.entity = @entity and a.until_day >= @on and ${standing('a')} order by a.id`,
      { on },
    );
    return rows.map(({ party, content, ...row }) => ({ ...row, by: party ?? '', reason: content ?? '' }));
  }

  async locked(): Promise<Month | undefined> {
    const [row] = this.named<{ month: Month | null }>(
      `select max(month) as month from period_event where entity = @entity and kind = 'lock'`,
      {},
    );
    return maybe(row?.month ?? null);
  }

  async booked(range: BookedRange & { readonly late: boolean }): Promise<BookedEntry[]> {
    const rows = this.named<{
      entry: number;
      voucher: string | null;
      content: string | null;
      amount: number;
      booked_on: Day;
      own_day: Day | null;
      reverses: number | null;
    }>(
      `select e.id as entry, v.code as voucher, w.content, e.booked_on, e.own_day, e.reverses,
              (select sum(p.amount) from posting p where p.entity = e.entity and p.entry = e.id and p.side = 'debit'
                 and p.fund = (select f.fund from posting f where f.entity = p.entity and f.entry = p.entry
                   order by f.line limit 1)) as amount
         from entry e join wording w on w.entity = e.entity and w.id = e.wording
         left join voucher v on v.entity = e.entity and v.id = e.voucher
        where e.entity = @entity and e.booked_on between @from and @to and e.operation > @after and e.operation < @before
          and (@late = 0 or e.own_day < @from) order by e.id`,
      { ...days(range), after: range.after ?? 0, late: range.late ? 1 : 0 },
    );
    return rows.map((row) => ({
      entry: row.entry,
      voucher: row.voucher ?? '',
      content: row.content ?? '',
      amount: asDong(row.amount),
      bookedOn: row.booked_on,
      ownDay: maybe(row.own_day),
      reverses: maybe(row.reverses),
    }));
  }

  async bankBalance(place: Place, range: BookedRange): Promise<BankBalance | undefined> {
    const told = { ...days(range), place: place.id };
    // Of several words on one day a confirmation comes last: it is given for the month's end.
    const [row] = this.named<{
      day: Day;
      balance: number;
      document: number | null;
      paper: string;
      by: string;
    }>(
      `select day, balance, document, paper, by from (
         select s.to_day as day, s.closing as balance, s.document, '' as paper, '' as by, 2 as rank, s.id
           from statement s where s.entity = @entity and s.place = @place and s.to_day between @from and @to
            and s.closing is not null and s.operation < @before and ${standing('s')}
         union all
         select l.day, l.balance, s.document, '', '', 1, l.id
           from statement_line l join statement s on s.entity = l.entity and s.id = l.statement
          where l.entity = @entity and l.place = @place and l.day between @from and @to
            and l.balance is not null and s.operation < @before and ${standing('s')}
         union all
         select c.day, c.balance, null, coalesce(w.content, ''), coalesce(w.party, ''), 3, c.id
           from confirmation c join wording w on w.entity = c.entity and w.id = c.wording
          where c.entity = @entity and c.place = @place and c.day between @from and @to
            and c.operation < @before and ${standing('c')})
        order by day desc, rank desc, id desc limit 1`,
      told,
    );
    if (row === undefined) return undefined;
    const { day, balance, document, paper, by } = row;
    return document === null
      ? { day, balance: asDong(balance), source: 'confirmation', paper, by }
      : { day, balance: asDong(balance), source: 'statement', paper: documentCode(document), by };
  }

  async sealedAt(head: string): Promise<SealedAt | undefined> {
    const [row] = this.named<{
      operation: number;
      command: string;
      recordedAt: string;
      digest: Uint8Array;
      month: Month | null;
    }>(
      `select o.id as operation, o.command, o.recorded_at as recordedAt, o.digest,
              (select e.month from period_event e where e.entity = o.entity and e.kind = 'close' and e.head = o.digest) as month
         from operation o where o.entity = @entity and substr(lower(hex(o.digest)), 1, length(@head)) = @head
        order by o.id limit 1`,
      { head },
    );
    if (row === undefined) return undefined;
    const { digest, month, ...sealed } = row;
    return { ...sealed, head: hex(digest), month: maybe(month) };
  }
}

function days({ from, to, before }: BookedRange) {
  return { from, to, before };
}
