import { ASSET_ROLES } from '../domain/account.ts';
import { asDong } from '../domain/dong.ts';
import type * as Port from '../usecase/port/ledger.ts';
import { CorrectionQueries } from './corrections.ts';
import { EntityQueries, LINKED, maybe } from './queries.ts';
import type { Connection } from './connection.ts';

const BY_VOUCHER = 'group by e.booked_on, coalesce(e.voucher, -e.id), p.fund, p.place';
const ASSETS = `('${ASSET_ROLES.join("', '")}')`;

/** For each thing a ledger can follow: which postings it takes, what makes one line of many, and the lines' order. */
const GRAIN: { readonly [F in Port.LedgerQuery['follows']]: readonly [grain: string, order: string] } = {
  money: [`and a.role in ('cash', 'bank') ${BY_VOUCHER}`, 'l.day, credit > 0, entry'],
  reasons: [`and a.role not in ${ASSETS} ${BY_VOUCHER}`, 'l.day, debit > 0, entry'],
  accounts: [`${BY_VOUCHER}, p.account`, 'l.day, entry, l.number'],
  gifts: [`and a.role = 'contribution'`, 'l.day, entry, line'],
  postings: ['', 'l.day, entry, line'],
};

/** What a line says of itself, by its entry, its posting and that one's account. */
const SAID = `e.booked_on as day, e.own_day, e.id as entry, e.kind, e.voucher, e.wording,
  p.line, p.fund, coalesce(p.place, 0) as place, p.account, a.role, a.number, p.award`;
const [DEBIT, CREDIT] = ['debit', 'credit'].map(
  (side) => `case p.side when '${side}' then p.amount else 0 end`,
);

/** A posting that is a line by itself is not grouped: the index of days gives such lines in their order. */
const ofOne = (asked: string) =>
  `select ${SAID}, 1 as entries, ${DEBIT} as debit, ${CREDIT} as credit from ${asked}`;

/** More than an entry has lines. */
const LINES = 1_048_576;

/** A line that stands for many postings says of itself what the first of them does. */
const ofMany = (asked: string) =>
  `select ${SAID}, s.entries, s.debit, s.credit from (
     select min(e.id * ${LINES} + p.line) as first, count(distinct e.id) as entries,
            sum(${DEBIT}) as debit, sum(${CREDIT}) as credit from ${asked}) s
     join entry e on e.entity = @entity and e.id = s.first / ${LINES}
     join posting p on p.entity = e.entity and p.entry = e.id and p.line = s.first % ${LINES}
     join account a on a.entity = p.entity and a.id = p.account`;

/** The donor of a posting of an entry joined by {@link LINKED}. */
const DONOR = 'coalesce(case when k.id is null then p.donor else k.donor end, 0)';

/** What ledgers are made of: a constant number of statements, each along the index of days or of people. */
export class LedgerQueries extends EntityQueries implements Port.LedgerReader {
  readonly #corrections: CorrectionQueries;

  constructor(db: Connection, entity: number) {
    super(db, entity);
    this.#corrections = new CorrectionQueries(db, entity);
  }

  lines(query: Port.LedgerQuery): Port.LedgerRow[] {
    return [...this.eachLine(query)];
  }

  /** The same lines, row by row. */
  *eachLine(query: Port.LedgerQuery): IterableIterator<Port.LedgerRow> {
    const { from, to, fund, place, people, accounts, donor, units, kind, voucher } = query;
    const conditions: string[] = [];
    const values: Record<string, string | number> = { from, to };
    const where = (sql: string, key: string, value: string | number | undefined) => {
      if (value === undefined) return;
      conditions.push(` and ${sql}`);
      values[key] = value;
    };
    const listed = (keys: readonly number[] | undefined) => keys && JSON.stringify(keys);
    where('p.fund = @fund', 'fund', fund?.id);
    where('p.place = @place', 'place', place?.id);
    where('p.account in (select value from json_each(@accounts))', 'accounts', listed(accounts));
    where('e.kind = @kind', 'kind', kind);
    where(
      'e.voucher in (select id from voucher where entity = e.entity and code = @voucher)',
      'voucher',
      voucher,
    );
    where(`${DONOR} = @donor`, 'donor', donor);
    where(
      `exists (select 1 from posting q where q.entity = e.entity and q.entry = e.id and
         case when k.id is null then q.unit else k.unit end in (select value from json_each(@units)))`,
      'units',
      listed(units),
    );
    const [grain, order] = GRAIN[query.follows];
    // A gift says whose it is, not what its voucher says of all of them.
    const [said, other] = query.follows === 'gifts' ? ['w', 'vw'] : ['vw', 'w'];
    if (people !== undefined) values['people'] = JSON.stringify(people);
    // A person's postings are found by the person, all others by their day.
    const postings =
      people === undefined
        ? 'entry e cross join posting p on p.entity = e.entity and p.entry = e.id'
        : `json_each(@people) j cross join posting p on p.entity = @entity and p.beneficiary = j.value
           cross join entry e on e.entity = p.entity and e.id = p.entry`;
    const asked = `${postings}
             join account a on a.entity = p.entity and a.id = p.account
             ${donor === undefined && units === undefined ? '' : LINKED}
            where e.entity = @entity and e.booked_on >= @from and e.booked_on <= @to${conditions.join('')}
            ${grain}`;
    // Words and vouchers are looked up once a line, after what it stands for has been summed.
    const rows = this.iterate<Row>(
      `select l.day, case when entries = 1 then coalesce(own_day, v.day, l.day) else coalesce(v.day, l.day) end as ownDay,
              coalesce(v.code, '') as voucher, v.paper_no as paperNo, entry, l.kind,
              coalesce(${said}.party, ${other}.party, '') as party,
              coalesce(${said}.content, ${other}.content, '') as content,
              l.fund, l.place, account, role, n.code as award, entries, debit, credit,
              v.id is not null and not exists (select 1 from entry x where x.entity = v.entity and x.voucher = v.id
                and not exists (select 1 from entry r where r.entity = x.entity and r.reverses = x.id
                  and r.booked_on <= @to)) as cancelled
         from (${grain.includes('group by') ? ofMany(asked) : ofOne(asked)}) l
         join wording w on w.entity = @entity and w.id = l.wording
         left join voucher v on v.entity = @entity and v.id = l.voucher
         left join wording vw on vw.entity = @entity and vw.id = v.wording
         left join award n on n.entity = @entity and n.id = l.award
        order by ${order}`,
      values,
    );
    const corrected = this.#corrections.latest(from, to);
    for (const { paperNo, award, cancelled, ...row } of rows) {
      // What stands for many entries says what the voucher says.
      const words = row.entries === 1 ? corrected.get(row.entry)?.wording : undefined;
      const { party, content } = words ?? row;
      yield {
        ...row,
        paperNo: maybe(paperNo),
        award: maybe(award),
        cancelled: cancelled === 1,
        party,
        content,
        debit: asDong(row.debit),
        credit: asDong(row.credit),
      };
    }
  }

  donorSums({ from, to, fund }: Parameters<Port.LedgerReader['donorSums']>[0]): Promise<Port.DonorSum[]> {
    const rows = this.named<{ donor: number; gifts: number; given: number; refunded: number }>(
      `select donor, count(case when not back and amount > 0 then 1 end) as gifts,
              sum(case when back then 0 else amount end) as given,
              sum(case when back then -amount else 0 end) as refunded from (
         select ${DONOR} as donor,
                coalesce((select o.kind from entry o where o.entity = e.entity and o.id = e.reverses), e.kind) = 'refund' as back,
                case p.side when 'credit' then p.amount else -p.amount end as amount
           from entry e cross join posting p on p.entity = e.entity and p.entry = e.id
           join account a on a.entity = p.entity and a.id = p.account and a.role = 'contribution' ${LINKED}
          where e.entity = @entity and e.booked_on >= @from and e.booked_on <= @to
            and (@fund = 0 or p.fund = @fund)) g
        group by donor order by donor = 0, donor`,
      { from, to, fund: fund?.id ?? 0 },
    );
    return Promise.resolve(
      rows.map((row) => ({ ...row, given: asDong(row.given), refunded: asDong(row.refunded) })),
    );
  }
}

type Row = Omit<Port.LedgerRow, 'paperNo' | 'award' | 'cancelled' | 'debit' | 'credit'> & {
  readonly paperNo: string | null;
  readonly award: string | null;
  readonly cancelled: number;
  readonly debit: number;
  readonly credit: number;
};
