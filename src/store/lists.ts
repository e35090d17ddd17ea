import type { Kysely } from 'kysely';
import { ASSET_ROLES, type Role } from '../domain/account.ts';
import type { AwardStage, PartState, ProgrammeKind, Round } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import { asDong, type Dong } from '../domain/dong.ts';
import type { EntryKind, Wording } from '../domain/entry.ts';
import type { Fund, Place } from '../domain/fund.ts';
import type { VoucherKind } from '../domain/voucher.ts';
import type * as Port from '../usecase/ports.ts';
import { kyselyOver } from './kysely.ts';
import type { Sqlite } from './sqlite.ts';
import type { Tables } from './tables.ts';

type EntryFilter = {
  readonly ids?: readonly number[];
  readonly voucher?: number;
  readonly document?: number;
  readonly from?: Day;
  readonly to?: Day;
  readonly fund?: Fund | undefined;
  readonly kind?: EntryKind | undefined;
};

const maybe = <T>(value: T | null): T | undefined => value ?? undefined;

/** The reads that print and judge lists. Many small rows at once, never one query a row. */
export class Lists {
  readonly #sqlite: Sqlite;
  readonly #entity: number;
  readonly #db: Kysely<Tables>;

  constructor(sqlite: Sqlite, entity: number) {
    this.#sqlite = sqlite;
    this.#entity = entity;
    this.#db = kyselyOver(sqlite);
  }

  async officers(on: Day): Promise<Port.Officer[]> {
    const rows = await this.#db
      .selectFrom('officer')
      .selectAll()
      .where('entity', '=', this.#entity)
      .where('from_day', '<=', on)
      .where((eb) => eb.or([eb('to_day', 'is', null), eb('to_day', '>=', on)]))
      .orderBy('from_day')
      .orderBy('id')
      .execute();
    return rows.map((row) => ({
      role: row.role as Port.OfficerRole,
      name: row.name,
      from: row.from_day as Day,
      to: maybe(row.to_day) as Day | undefined,
    }));
  }

  async units(): Promise<Port.Unit[]> {
    const rows = await this.#db
      .selectFrom('unit')
      .select(['id', 'code', 'name', 'folded', 'kind', 'parent'])
      .where('entity', '=', this.#entity)
      .orderBy('id')
      .execute();
    return rows.map((row) => ({ ...row, kind: row.kind as Port.UnitKind, parent: maybe(row.parent) }));
  }

  async people(): Promise<Port.PersonKey[]> {
    const rows = await this.#db
      .selectFrom('beneficiary')
      .select(['id', 'code', 'folded', 'unit', 'born'])
      .where('entity', '=', this.#entity)
      .execute();
    return rows.map((row) => ({ ...row, born: maybe(row.born) }));
  }

  async beneficiaries(filter: { readonly unit?: number; readonly code?: string }): Promise<Port.Beneficiary[]> {
    let query = this.#db.selectFrom('beneficiary').selectAll().where('entity', '=', this.#entity);
    if (filter.unit !== undefined) query = query.where('unit', '=', filter.unit);
    if (filter.code !== undefined) query = query.where('code', '=', filter.code);
    const rows = await query.orderBy('sort_key').orderBy('id').execute();
    return rows.map((row) => ({
      id: row.id,
      code: row.code,
      folded: row.folded,
      unit: row.unit,
      born: maybe(row.born),
      kind: row.kind as Port.Beneficiary['kind'],
      name: row.name,
      sortKey: row.sort_key,
    }));
  }

  async holders(): Promise<Port.Holder[]> {
    return this.#db
      .selectFrom('holder')
      .select(['id', 'code', 'name'])
      .where('entity', '=', this.#entity)
      .orderBy('id')
      .execute();
  }

  async rounds(kind?: ProgrammeKind): Promise<Round[]> {
    let query = this.#db.selectFrom('round').selectAll().where('entity', '=', this.#entity);
    if (kind !== undefined) query = query.where('kind', '=', kind);
    const rounds = await query.orderBy('day').orderBy('id').execute();
    const levels = await this.#db.selectFrom('level').selectAll().where('entity', '=', this.#entity).execute();
    return rounds.map((row) => ({
      id: row.id,
      code: row.code,
      kind: row.kind as ProgrammeKind,
      name: row.name,
      day: row.day as Day,
      levels: new Map(
        levels.filter((level) => level.round === row.id).map((level) => [level.category, asDong(level.amount)]),
      ),
    }));
  }

  async documents(kind: Port.DocumentKind, fund?: Fund): Promise<Port.SourceDocument[]> {
    let query = this.#db.selectFrom('document').selectAll().where('entity', '=', this.#entity).where('kind', '=', kind);
    if (fund !== undefined) query = query.where('fund', '=', fund.id);
    return (await query.orderBy('id').execute()).map(sourceDocument);
  }

  async knownDocument(
    kind: Port.DocumentKind,
    fund: Fund | undefined,
    digest: Uint8Array,
  ): Promise<Port.SourceDocument | undefined> {
    const row = await this.#db
      .selectFrom('document')
      .selectAll()
      .where('entity', '=', this.#entity)
      .where('kind', '=', kind)
      .where('fund', 'is', fund?.id ?? null)
      .where('normal_digest', '=', digest)
      .orderBy('id')
      .executeTakeFirst();
    return row === undefined ? undefined : sourceDocument(row);
  }

  async fingerprints(fund: Fund) {
    return this.#all<{ document: number; entry: number; fingerprint: Uint8Array }>(
      `select e.source as document, e.id as entry, w.fingerprint
         from document d join entry e on e.entity = d.entity and e.source = d.id
         join wording w on w.entity = e.entity and w.id = e.wording and w.fingerprint is not null
        where d.entity = ? and d.fund = ? and d.kind = 'contribution'
          and not exists (select 1 from entry r where r.entity = e.entity and r.reverses = e.id)`,
      fund.id,
    );
  }

  async entryViews(filter: EntryFilter, funds: readonly Fund[], places: readonly Place[]): Promise<Port.EntryView[]> {
    const conditions: string[] = [];
    const values: (string | number)[] = [];
    const where = (sql: string, ...given: (string | number)[]) => {
      conditions.push(sql);
      values.push(...given);
    };
    if (filter.ids !== undefined) where(`e.id in (${filter.ids.map(() => '?').join(', ')})`, ...filter.ids);
    if (filter.voucher !== undefined) where('e.voucher = ?', filter.voucher);
    if (filter.document !== undefined) where('e.source = ?', filter.document);
    if (filter.from !== undefined) where('e.booked_on >= ?', filter.from);
    if (filter.to !== undefined) where('e.booked_on <= ?', filter.to);
    if (filter.kind !== undefined) where('e.kind = ?', filter.kind);
    if (filter.fund !== undefined) {
      where('exists (select 1 from posting f where f.entity = e.entity and f.entry = e.id and f.fund = ?)', filter.fund.id);
    }
    const also = conditions.map((sql) => ` and ${sql}`).join('');
    const entries = this.#all<Record<string, unknown>>(
      `select e.*, v.code as voucher_code, w.party, w.address, w.content,
              (select r.id from entry r where r.entity = e.entity and r.reverses = e.id) as reversed_by
         from entry e join wording w on w.entity = e.entity and w.id = e.wording
         left join voucher v on v.entity = e.entity and v.id = e.voucher
        where e.entity = ?${also} order by e.booked_on, e.id`,
      ...values,
    );
    const postings = this.#all<Record<string, unknown>>(
      `select p.*, a.role, u.code as unit_code, b.code as beneficiary_code, h.code as holder_code,
              w.code as award_code, d.code as donor_code
         from entry e join posting p on p.entity = e.entity and p.entry = e.id
         join account a on a.entity = p.entity and a.id = p.account
         left join unit u on u.entity = p.entity and u.id = p.unit
         left join beneficiary b on b.entity = p.entity and b.id = p.beneficiary
         left join holder h on h.entity = p.entity and h.id = p.holder
         left join donor d on d.entity = p.entity and d.id = p.donor
         left join award w on w.entity = p.entity and w.id = p.award
        where e.entity = ?${also} order by p.entry, p.line`,
      ...values,
    );
    const byEntry = new Map<number, Port.PostingView[]>();
    for (const row of postings) {
      const list = byEntry.get(Number(row['entry'])) ?? [];
      list.push(postingView(row, funds, places));
      byEntry.set(Number(row['entry']), list);
    }
    return entries.map((row) => ({
      id: Number(row['id']),
      digest: row['digest'] as Uint8Array,
      kind: row['kind'] as EntryKind,
      bookedOn: row['booked_on'] as Day,
      ownDay: maybe(row['own_day']) as Day | undefined,
      documentNo: maybe(row['document_no']) as string | undefined,
      voucher: row['voucher'] === null ? undefined : { id: Number(row['voucher']), code: String(row['voucher_code']) },
      reverses: maybe(row['reverses']) as number | undefined,
      reversedBy: maybe(row['reversed_by']) as number | undefined,
      settles: maybe(row['settles']) as number | undefined,
      wording: wordingOf(row),
      source:
        row['source'] === null
          ? undefined
          : { document: Number(row['source']), row: Number(row['source_row']) },
      operation: Number(row['operation']),
      postings: byEntry.get(Number(row['id'])) ?? [],
    }));
  }

  async vouchers(filter: { readonly from?: Day; readonly to?: Day; readonly code?: string }): Promise<Port.VoucherView[]> {
    const rows = this.#all<Record<string, unknown>>(
      `select v.*, w.party, w.address, w.content,
              (select count(*) from entry e where e.entity = v.entity and e.voucher = v.id) as entries,
              (select coalesce(sum(p.amount), 0) from entry e join posting p on p.entity = e.entity and p.entry = e.id
                where e.entity = v.entity and e.voucher = v.id and p.side = 'debit') as amount,
              not exists (select 1 from entry e where e.entity = v.entity and e.voucher = v.id
                and not exists (select 1 from entry r where r.entity = e.entity and r.reverses = e.id)) as cancelled
         from voucher v join wording w on w.entity = v.entity and w.id = v.wording
        where v.entity = ? and v.day >= ? and v.day <= ? and (? = '' or v.code = ?)
        order by v.day, v.id`,
      filter.from ?? '',
      filter.to ?? '9999',
      filter.code ?? '',
      filter.code ?? '',
    );
    return rows.map((row) => ({
      id: Number(row['id']),
      code: String(row['code']),
      kind: row['kind'] as VoucherKind,
      day: row['day'] as Day,
      fund: Number(row['fund']),
      place: maybe(row['place']) as number | undefined,
      paperNo: maybe(row['paper_no']) as string | undefined,
      papers: Number(row['papers']),
      wording: wordingOf(row),
      entries: Number(row['entries']),
      amount: asDong(Number(row['amount'])),
      cancelled: row['cancelled'] === 1,
    }));
  }

  async voucherGaps() {
    return this.#all<{ series: string; after: number; next: number }>(
      `select kind || '-' || series || '-' || year as series, before as "after", number as next from (
         select v.kind, coalesce(f.code, '') as series, v.year, v.number,
                lag(v.number) over (partition by v.kind, v.series, v.year order by v.number) as before
           from voucher v left join fund f on f.entity = v.entity and f.id = v.series where v.entity = ?)
       where before is not null and number <> before + 1`,
    );
  }

  async ledger(query: Port.LedgerQuery): Promise<Port.LedgerRow[]> {
    const values: (string | number)[] = [query.from, query.to];
    let also = '';
    if (query.fund !== undefined) {
      also += ' and p.fund = ?';
      values.push(query.fund.id);
    }
    if (query.place !== undefined) {
      also += ' and p.place = ?';
      values.push(query.place.id);
    }
    if (query.beneficiary !== undefined) {
      also += ' and p.beneficiary = ?';
      values.push(query.beneficiary);
    }
    const byVoucher = 'group by e.booked_on, coalesce(e.voucher, -e.id), p.fund, p.place';
    const assets = `('${ASSET_ROLES.join("', '")}')`;
    const [grain, order] = {
      money: [`and a.role in ('cash', 'bank') ${byVoucher}`, 'e.booked_on, credit > 0, entry'],
      reasons: [`and a.role not in ${assets} ${byVoucher}`, 'e.booked_on, debit > 0, entry'],
      postings: ['group by p.entry, p.line', 'e.booked_on, e.id, p.line'],
    }[query.follows];
    const rows = this.#all<Port.LedgerRow>(
      `select e.booked_on as day, coalesce(v.code, '') as voucher, min(e.id) as entry, e.kind,
              coalesce(vw.party, w.party, '') as party, coalesce(vw.content, w.content, '') as content,
              p.fund, p.place, a.role, count(distinct e.id) as entries,
              sum(case p.side when 'debit' then p.amount else 0 end) as debit,
              sum(case p.side when 'credit' then p.amount else 0 end) as credit
         from entry e join posting p on p.entity = e.entity and p.entry = e.id
         join account a on a.entity = p.entity and a.id = p.account
         join wording w on w.entity = e.entity and w.id = e.wording
         left join voucher v on v.entity = e.entity and v.id = e.voucher
         left join wording vw on vw.entity = v.entity and vw.id = v.wording
        where e.entity = ? and e.booked_on >= ? and e.booked_on <= ?${also} ${grain} order by ${order}`,
      ...values,
    );
    return rows.map((row) => ({ ...row, debit: asDong(row.debit), credit: asDong(row.credit) }));
  }

  async cashCounts(filter: { readonly from: Day; readonly to: Day }): Promise<Port.CashCount[]> {
    const rows = await this.#db
      .selectFrom('cash_count')
      .innerJoin('wording', (join) =>
        join.onRef('wording.entity', '=', 'cash_count.entity').onRef('wording.id', '=', 'cash_count.wording'),
      )
      .select(['cash_count.id', 'place', 'day', 'total', 'notes', 'party'])
      .where('cash_count.entity', '=', this.#entity)
      .where('day', '>=', filter.from)
      .where('day', '<=', filter.to)
      .orderBy('day')
      .orderBy('cash_count.id')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      place: row.place,
      day: row.day as Day,
      total: asDong(row.total),
      notes: row.notes
        .split(' ')
        .filter(Boolean)
        .map((note) => {
          const [face, sheets] = note.split('x').map(Number);
          return { face: asDong(face ?? 0), sheets: sheets ?? 0 };
        }),
      by: row.party ?? '',
    }));
  }

  async advances(upTo: Day): Promise<Port.AdvanceView[]> {
    const rows = this.#named<Record<string, unknown>>(
      `select v.id, v.entry, v.place, v.due, h.id as holder, h.code as holder_code, h.name, e.booked_on,
              coalesce(c.code, '') as voucher,
              (select p.fund from posting p where p.entity = v.entity and p.entry = v.entry and p.line = 1) as fund,
              (select sum(p.amount) from posting p where p.entity = v.entity and p.entry = v.entry and p.holder is not null) as amount,
              coalesce((select sum(p.amount) from entry t join posting p on p.entity = t.entity and p.entry = t.id
                where t.entity = v.entity and t.settles = v.id and t.booked_on <= @upTo and p.holder is not null), 0) as settled
         from advance v join holder h on h.entity = v.entity and h.id = v.holder
         join entry e on e.entity = v.entity and e.id = v.entry
         left join voucher c on c.entity = e.entity and c.id = e.voucher
        where v.entity = @entity and e.booked_on <= @upTo
          and not exists (select 1 from entry r where r.entity = e.entity and r.reverses = e.id and r.booked_on <= @upTo)
        order by v.id`,
      { upTo },
    );
    return rows.map((row) => ({
      id: Number(row['id']),
      entry: Number(row['entry']),
      voucher: String(row['voucher']),
      holder: { id: Number(row['holder']), code: String(row['holder_code']), name: String(row['name']) },
      fund: Number(row['fund']),
      place: Number(row['place']),
      day: row['booked_on'] as Day,
      due: maybe(row['due']) as Day | undefined,
      amount: asDong(Number(row['amount'])),
      open: asDong(Number(row['amount']) - Number(row['settled'])),
    }));
  }

  async awards(filter: { readonly round?: number; readonly upTo?: Day }): Promise<Port.AwardView[]> {
    const upTo = filter.upTo ?? '9999-12-31';
    const inRound = filter.round === undefined ? '' : ' and a.round = @round';
    const values = filter.round === undefined ? {} : { round: filter.round };
    const awards = this.#named<Record<string, unknown>>(
      `select a.id, a.code, a.round, a.category, a.beneficiary, b.code as beneficiary_code, b.name, b.sort_key,
              a.unit, u.code as unit_code, e.kind as stage, d.day as decided_on, d.number as decision_no
         from award a join beneficiary b on b.entity = a.entity and b.id = a.beneficiary
         join unit u on u.entity = a.entity and u.id = a.unit
         left join award_event e on e.entity = a.entity and e.id = (
           select max(x.id) from award_event x where x.entity = a.entity and x.award = a.id)
         left join decision d on d.entity = e.entity and d.id = e.decision
        where a.entity = @entity${inRound} order by a.id`,
      values,
    );
    const open = new Map((await this.advances(upTo as Day)).map((advance) => [advance.id, advance.open]));
    const parts = this.#named<Record<string, unknown>>(
      `select p.award, p.line, p.payer, p.outside, p.form, p.amount, s.id as disbursement, n.booked_on as paid_on,
              n.voucher, k.day as signed_on, h.advance, hn.booked_on as handed_on
         from award a join award_part p on p.entity = a.entity and p.award = a.id
         left join disbursement s on s.entity = p.entity and s.award = p.award and s.line = p.line
              and not exists (select 1 from entry r where r.entity = s.entity and r.reverses = s.entry and r.booked_on <= @upTo)
              and (select q.booked_on from entry q where q.entity = s.entity and q.id = s.entry) <= @upTo
         left join entry n on n.entity = s.entity and n.id = s.entry
         left join acknowledgement k on k.entity = s.entity and k.disbursement = s.id and k.day <= @upTo
         left join handout h on h.entity = p.entity and h.id = (
           select max(x.id) from handout x where x.entity = p.entity and x.award = p.award and x.line = p.line)
         left join advance hv on hv.entity = h.entity and hv.id = h.advance
         left join entry hn on hn.entity = hv.entity and hn.id = hv.entry
        where a.entity = @entity${inRound} order by p.award, p.line`,
      { upTo, ...values },
    );
    const byAward = new Map<number, PartState[]>();
    const stages = new Map(awards.map((row) => [Number(row['id']), stageOf(row['stage'], row['decided_on'], upTo)]));
    for (const row of parts) {
      const award = Number(row['award']);
      const list = byAward.get(award) ?? [];
      const advance = row['advance'] === null ? undefined : Number(row['advance']);
      const stillOut = advance !== undefined && row['disbursement'] === null && (open.get(advance) ?? 0) > 0;
      list.push({
        award,
        line: Number(row['line']),
        payer: maybe(row['payer']) as number | undefined,
        outside: maybe(row['outside']) as string | undefined,
        form: row['form'] === 'goods' ? 'goods' : 'cash',
        amount: asDong(Number(row['amount'])),
        approved: stages.get(award) === 'approved',
        handed: stillOut ? { day: row['handed_on'] as Day, advance } : undefined,
        paid:
          row['disbursement'] === null
            ? undefined
            : {
                disbursement: Number(row['disbursement']),
                day: row['paid_on'] as Day,
                voucher: maybe(row['voucher']) as number | undefined,
              },
        signedOn: maybe(row['signed_on']) as Day | undefined,
      });
      byAward.set(award, list);
    }
    return awards.map((row) => ({
      id: Number(row['id']),
      code: String(row['code']),
      round: Number(row['round']),
      beneficiary: { id: Number(row['beneficiary']), code: String(row['beneficiary_code']) },
      unit: { id: Number(row['unit']), code: String(row['unit_code']) },
      category: String(row['category']),
      state: stages.get(Number(row['id'])) ?? 'proposed',
      decidedOn: maybe(row['decided_on']) as Day | undefined,
      decisionNo: maybe(row['decision_no']) as string | undefined,
      beneficiaryName: String(row['name']),
      sortKey: String(row['sort_key']),
      parts: byAward.get(Number(row['id'])) ?? [],
    }));
  }

  async acceptances(on: Day): Promise<Port.Acceptance[]> {
    const rows = await this.#db
      .selectFrom('acceptance')
      .select(['finding', 'until_day'])
      .where('entity', '=', this.#entity)
      .where('until_day', '>=', on)
      .execute();
    return rows.map((row) => ({ finding: row.finding, until: row.until_day as Day }));
  }

  async negatives(upTo: Day, funds: readonly Fund[], places: readonly Place[]): Promise<Port.LowPoint[]> {
    const rows = this.#all<{ fund: number; place: number; day: Day; balance: number }>(
      `select fund, place, day, balance from (
         select b.fund, b.place, b.day,
                sum(b.debit - b.credit) over (partition by b.account, b.fund, b.place order by b.day) as balance
           from balance_day b join account a on a.entity = b.entity and a.id = b.account
          where b.entity = ? and a.role in ('cash', 'bank') and b.day <= ?) where balance < 0 order by day`,
      upTo,
    );
    return rows.flatMap(({ fund, place, day, balance }) => {
      const of = funds.find((f) => f.id === fund);
      const at = places.find((p) => p.id === place);
      return of && at ? [{ fund: of, place: at, day, balance: asDong(balance) }] : [];
    });
  }

  async staleBalances(): Promise<string[]> {
    const rows = this.#named<{ key: string }>(
      `with posted as (
         select p.account, p.fund, p.place, e.booked_on as day,
                sum(case p.side when 'debit' then p.amount else 0 end) as debit,
                sum(case p.side when 'credit' then p.amount else 0 end) as credit
           from entry e join posting p on p.entity = e.entity and p.entry = e.id where e.entity = @entity
          group by 1, 2, 3, 4),
       kept as (select account, fund, place, day, debit, credit from balance_day where entity = @entity and (debit <> 0 or credit <> 0))
       select account || '/' || fund || '/' || place || '/' || day as key from (
         select * from (select * from posted where debit <> 0 or credit <> 0 except select * from kept)
         union select * from (select * from kept except select * from posted)) order by 1`,
      {},
    );
    return rows.map((row) => row.key);
  }

  #all<R>(sql: string, ...values: (string | number)[]): R[] {
    return this.#sqlite.prepare<unknown[], R>(sql).all(this.#entity, ...values);
  }

  #named<R>(sql: string, values: Readonly<Record<string, string | number>>): R[] {
    return this.#sqlite.prepare<unknown[], R>(sql).all({ entity: this.#entity, ...values });
  }
}

function sourceDocument(row: Tables['document']): Port.SourceDocument {
  return {
    id: row.id,
    code: documentCode(row.id),
    file: row.file,
    rows: row.rows,
    accepted: row.accepted,
    total: asDong(row.total),
    flagged: row.flagged,
    supplements: maybe(row.supplements),
    replaces: maybe(row.replaces),
  };
}

/** How an imported file is named at the prompt. */
export function documentCode(id: number): string {
  return `D${id}`;
}

function stageOf(event: unknown, decidedOn: unknown, upTo: string): AwardStage {
  if (event === 'reject') return 'rejected';
  if (event === 'cancel') return 'cancelled';
  return event === 'approve' && String(decidedOn) <= upTo ? 'approved' : 'proposed';
}

function wordingOf(row: Record<string, unknown>): Wording {
  return {
    party: (row['party'] as string | null) ?? '',
    address: maybe(row['address']) as string | undefined,
    content: (row['content'] as string | null) ?? '',
  };
}

function postingView(row: Record<string, unknown>, funds: readonly Fund[], places: readonly Place[]): Port.PostingView {
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
    amount: asDong(Number(row['amount'])) satisfies Dong,
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
