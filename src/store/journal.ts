import type { Role } from '../domain/account.ts';
import { LAST_DAY, type Day } from '../domain/day.ts';
import { asDong, type Dong } from '../domain/dong.ts';
import type { EntryKind, Wording } from '../domain/entry.ts';
import type { Fund, Place } from '../domain/fund.ts';
import type { VoucherKind } from '../domain/voucher.ts';
import type { LowPoint } from '../usecase/port/ledger.ts';
import type { VoucherView, EntryView, PostingView } from '../usecase/port/entries.ts';
import { CorrectionQueries, type Corrected } from './corrections.ts';
import { EntityQueries, maybe } from './queries.ts';
import type { Connection } from './connection.ts';

type EntryFilter = {
  readonly ids?: readonly number[];
  readonly voucher?: number;
  readonly document?: number;
  readonly operation?: number;
  readonly from?: Day;
  readonly to?: Day;
  readonly fund?: Fund | undefined;
  readonly kind?: EntryKind | undefined;
};

/** Entries, vouchers and what ledgers are made of. */
export class JournalQueries extends EntityQueries {
  readonly #corrections: CorrectionQueries;

  constructor(db: Connection, entity: number) {
    super(db, entity);
    this.#corrections = new CorrectionQueries(db, entity);
  }

  /** Corrections of the days asked for, or of all where no day begins them. */
  #correctedOf({ from, to }: { readonly from?: Day | undefined; readonly to?: Day | undefined }) {
    return from === undefined
      ? this.#corrections.latestOfAll()
      : this.#corrections.latest(from, to ?? LAST_DAY);
  }

  async fingerprints(fund: Fund) {
    return this.iterate<{ document: number; entry: number; fingerprint: Uint8Array }>(
      `select e.source as document, e.id as entry, w.fingerprint
         from document d join entry e on e.entity = d.entity and e.source = d.id
         join wording w on w.entity = e.entity and w.id = e.wording and w.fingerprint is not null
        where d.entity = @entity and d.fund = @fund and d.kind = 'contribution'
          and not exists (select 1 from entry r where r.entity = e.entity and r.reverses = e.id)
        order by d.id, e.id`,
      { fund: fund.id },
    );
  }

  async entryViews(
    filter: EntryFilter,
    funds: readonly Fund[],
    places: readonly Place[],
  ): Promise<EntryView[]> {
    return [...this.eachEntry(filter, funds, places)];
  }

  /** The same entries, row by row. */
  *eachEntry(
    filter: EntryFilter,
    funds: readonly Fund[],
    places: readonly Place[],
  ): IterableIterator<EntryView> {
    const conditions: string[] = [];
    const values: Record<string, string | number> = {};
    const where = (key: string, sql: string, value: string | number | undefined) => {
      if (value === undefined) return;
      conditions.push(sql);
      values[key] = value;
    };
    where('ids', 'e.id in (select value from json_each(@ids))', filter.ids && JSON.stringify(filter.ids));
    where('voucher', 'e.voucher = @voucher', filter.voucher);
    where('document', 'e.source = @document', filter.document);
    where('operation', 'e.operation = @operation', filter.operation);
    where('from', 'e.booked_on >= @from', filter.from);
    where('to', 'e.booked_on <= @to', filter.to);
    where('kind', 'e.kind = @kind', filter.kind);
    where(
      'fund',
      'exists (select 1 from posting f where f.entity = e.entity and f.entry = e.id and f.fund = @fund)',
      filter.fund?.id,
    );
    const also = conditions.map((sql) => ` and ${sql}`).join('');
    const entries = this.iterate<Record<string, unknown>>(
      `select e.*, v.code as voucher_code, w.party, w.address, w.content,
              (select r.id from entry r where r.entity = e.entity and r.reverses = e.id) as reversed_by
         from entry e join wording w on w.entity = e.entity and w.id = e.wording
         left join voucher v on v.entity = e.entity and v.id = e.voucher
        where e.entity = @entity${also} order by e.booked_on, e.id`,
      values,
    );
    const postings = this.iterate<Record<string, unknown>>(
      `select p.*, a.role, u.code as unit_code, b.code as beneficiary_code, h.code as holder_code,
              w.code as award_code, d.code as donor_code
         from entry e join posting p on p.entity = e.entity and p.entry = e.id
         join account a on a.entity = p.entity and a.id = p.account
         left join unit u on u.entity = p.entity and u.id = p.unit
         left join beneficiary b on b.entity = p.entity and b.id = p.beneficiary
         left join holder h on h.entity = p.entity and h.id = p.holder
         left join donor d on d.entity = p.entity and d.id = p.donor
         left join award w on w.entity = p.entity and w.id = p.award
        where e.entity = @entity${also} order by e.booked_on, e.id, p.line`,
      values,
    );
    const corrected = this.#correctedOf(filter);
    let posting = postings.next();
    try {
      for (const row of entries) {
        const id = Number(row['id']);
        const links = corrected.get(id)?.links;
        const own: PostingView[] = [];
        for (; posting.done !== true && Number(posting.value['entry']) === id; posting = postings.next())
          own.push(linked(postingView(posting.value, funds, places), links));
        yield {
          id,
          digest: row['digest'] as Uint8Array,
          kind: row['kind'] as EntryKind,
          bookedOn: row['booked_on'] as Day,
          ownDay: maybe(row['own_day']) as Day | undefined,
          documentNo: maybe(row['document_no']) as string | undefined,
          voucher:
            row['voucher'] === null
              ? undefined
              : { id: Number(row['voucher']), code: String(row['voucher_code']) },
          reverses: maybe(row['reverses']) as number | undefined,
          reversedBy: maybe(row['reversed_by']) as number | undefined,
          settles: maybe(row['settles']) as number | undefined,
          clears: maybe(row['clears']) as number | undefined,
          due: maybe(row['due']) as Day | undefined,
          wording: corrected.get(id)?.wording ?? wordingOf(row),
          source:
            row['source'] === null
              ? undefined
              : { document: Number(row['source']), row: Number(row['source_row']) },
          operation: Number(row['operation']),
          postings: own,
        };
      }
    } finally {
      // Whoever takes no more of them leaves no question open.
      postings.return?.();
    }
  }

  async vouchers(filter: {
    readonly from?: Day;
    readonly to?: Day;
    readonly code?: string;
  }): Promise<VoucherView[]> {
    const rows = this.all<Record<string, unknown>>(
      `select v.*, w.party, w.address, w.content,
              (select count(*) from entry e where e.entity = v.entity and e.voucher = v.id) as entries,
              (select min(e.id) from entry e where e.entity = v.entity and e.voucher = v.id) as first_entry,
              case when v.kind in ('NK', 'XK')
                then (select coalesce(sum(case v.kind when 'NK' then s.cost else -s.cost end), 0) from stock s
                  where s.entity = v.entity and s.voucher = v.id)
                else (select coalesce(sum(p.amount), 0) from entry e join posting p on p.entity = e.entity and p.entry = e.id
                  where e.entity = v.entity and e.voucher = v.id and p.side = 'debit' and p.fund = v.fund) end as amount,
              case when v.kind in ('NK', 'XK')
                then not exists (select 1 from stock s where s.entity = v.entity and s.voucher = v.id
                  and not exists (select 1 from stock r where r.entity = s.entity and r.reverses = s.id))
                else not exists (select 1 from entry e where e.entity = v.entity and e.voucher = v.id
                  and not exists (select 1 from entry r where r.entity = e.entity and r.reverses = e.id)) end as cancelled
         from voucher v join wording w on w.entity = v.entity and w.id = v.wording
        where v.entity = ? and v.day >= ? and v.day <= ? and (? = '' or v.code = ?)
        order by v.day, v.id`,
      filter.from ?? '',
      filter.to ?? '9999',
      filter.code ?? '',
      filter.code ?? '',
    );
    // A voucher's day is not always its entries'.
    const corrected = this.#corrections.latestOfAll();
    const words = (row: Record<string, unknown>) =>
      row['entries'] === 1 ? corrected.get(Number(row['first_entry']))?.wording : undefined;
    return rows.map((row) => ({
      id: Number(row['id']),
      code: String(row['code']),
      kind: row['kind'] as VoucherKind,
      day: row['day'] as Day,
      fund: Number(row['fund']),
      place: maybe(row['place']) as number | undefined,
      paperNo: maybe(row['paper_no']) as string | undefined,
      papers: Number(row['papers']),
      wording: words(row) ?? wordingOf(row),
      entries: Number(row['entries']),
      amount: asDong(Number(row['amount'])),
      cancelled: row['cancelled'] === 1,
    }));
  }

  async voucherGaps() {
    return this.all<{ series: string; after: number; next: number }>(
      `select kind || '-' || series || '-' || year as series, before as "after", number as next from (
         select v.kind, coalesce(f.code, '') as series, v.year, v.number,
                lag(v.number, 1, case when v.year = (select cast(substr(first_month, 1, 4) as integer) from entity where entity = v.entity)
                  then coalesce((select cast(s.value as integer) - 1 from setting s where s.entity = v.entity
                    and s.name = 'next ' || v.kind || coalesce(':' || f.code, '')), 0) else 0 end)
                  over (partition by v.kind, v.series, v.year order by v.number) as before
           from voucher v left join fund f on f.entity = v.entity and f.id = v.series where v.entity = ?) n
       where number <> before + 1`,
    );
  }

  /** The last day of a range on which money came into or left a place. */
  async lastMoved(place: Place, from: Day, to: Day): Promise<Day | undefined> {
    const rows = this.all<{ day: Day | null }>(
      `select max(day) as day from balance_day
        where entity = ? and place = ? and day >= ? and day <= ? and (debit <> 0 or credit <> 0)`,
      place.id,
      from,
      to,
    );
    return rows[0]?.day ?? undefined;
  }

  /** Entries booked in a range whose own day lies before it: what an earlier month left to this one. */
  async late(from: Day, to: Day): Promise<{ entries: number; total: Dong }> {
    const rows = this.all<{ entries: number; total: number }>(
      `select count(distinct e.id) as entries, coalesce(sum(p.amount), 0) as total
         from entry e join posting p on p.entity = e.entity and p.entry = e.id and p.line = 1
        where e.entity = ? and e.booked_on >= ? and e.booked_on <= ? and e.own_day < ?`,
      from,
      to,
      from,
    );
    return { entries: rows[0]?.entries ?? 0, total: asDong(rows[0]?.total ?? 0) };
  }

  async negatives(upTo: Day, funds: readonly Fund[], places: readonly Place[]): Promise<LowPoint[]> {
    const rows = this.all<{ fund: number; place: number; day: Day; balance: number }>(
      `select fund, place, day, balance from (
         select b.fund, b.place, b.day,
                sum(b.debit - b.credit) over (partition by b.account, b.fund, b.place order by b.day) as balance
           from balance_day b join account a on a.entity = b.entity and a.id = b.account
          where b.entity = ? and a.role in ('cash', 'bank') and b.day <= ?) d where balance < 0 order by day, fund, place`,
      upTo,
    );
    return rows.flatMap(({ fund, place, day, balance }) => {
      const of = funds.find((f) => f.id === fund);
      const at = places.find((p) => p.id === place);
      return of && at ? [{ fund: of, place: at, day, balance: asDong(balance) }] : [];
    });
  }

  async staleBalances(): Promise<string[]> {
    const rows = this.named<{ key: string }>(
      `with posted as (
         select p.account, p.fund, coalesce(p.place, 0) as place, e.booked_on as day,
                sum(case p.side when 'debit' then p.amount else 0 end) as debit,
                sum(case p.side when 'credit' then p.amount else 0 end) as credit
           from entry e join posting p on p.entity = e.entity and p.entry = e.id where e.entity = @entity
          group by 1, 2, 3, 4),
       kept as (select account, fund, place, day, debit, credit from balance_day where entity = @entity and (debit <> 0 or credit <> 0))
       select account || '/' || fund || '/' || place || '/' || day as key from (
         select * from (select * from posted where debit <> 0 or credit <> 0 except select * from kept) m
         union select * from (select * from kept except select * from posted) n) d order by 1`,
      {},
    );
    return rows.map((row) => row.key);
  }
}

/** A posting that names a reason, with the unit and donor it was corrected to. */
function linked(posting: PostingView, links: Corrected['links']): PostingView {
  const reason = posting.place === undefined && posting.holder === undefined;
  return links === undefined || !reason ? posting : { ...posting, ...links };
}

function wordingOf(row: Record<string, unknown>): Wording {
  return {
    party: (row['party'] as string | null) ?? '',
    address: maybe(row['address']) as string | undefined,
    content: (row['content'] as string | null) ?? '',
  };
}

function postingView(
  row: Record<string, unknown>,
  funds: readonly Fund[],
  places: readonly Place[],
): PostingView {
  const ref = (key: string) =>
    row[key] === null || row[key] === undefined
      ? undefined
      : { id: Number(row[key]), code: String(row[`${key}_code`]) };
  const fund = funds.find((candidate) => candidate.id === row['fund']);
  if (fund === undefined) throw new TypeError('posting of an unknown fund');
  const award = ref('award');
  return {
    fund,
    role: row['role'] as Role,
    place: places.find((place) => place.id === row['place']),
    side: row['side'] === 'debit' ? 'debit' : 'credit',
    amount: asDong(Number(row['amount'])),
    item: maybe(row['item']) as string | undefined,
    restriction: maybe(row['restriction']) as string | undefined,
    appeal: maybe(row['appeal']) as string | undefined,
    unit: ref('unit'),
    beneficiary: ref('beneficiary'),
    donor: ref('donor'),
    holder: ref('holder'),
    part: award === undefined ? undefined : { award, line: Number(row['part']) },
  };
}
