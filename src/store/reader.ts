import type { Account, Role } from '../domain/account.ts';
import type { ProgrammeKind } from '../domain/award.ts';
import type { Day, Month } from '../domain/day.ts';
import { asDong, type Dong } from '../domain/dong.ts';
import { UNIDENTIFIED, type Fund, type FundKind, type Place, type Purpose } from '../domain/fund.ts';
import type { DocumentKind } from '../usecase/port/evidence.ts';
import type { LedgerQuery } from '../usecase/port/ledger.ts';
import type * as Port from '../usecase/port/ports.ts';
import { GENESIS } from './codes.ts';
import type { AwardQueries } from './awards.ts';
import type { BankQueries } from './bank.ts';
import type { CheckQueries } from './check.ts';
import type { BenefitQueries } from './benefits.ts';
import type { CorrectionQueries } from './corrections.ts';
import type { DistributionQueries } from './distribution.ts';
import type { EvidenceQueries } from './evidence.ts';
import type { FundQueries } from './funds.ts';
import type { GoodsQueries } from './goods.ts';
import type { HandoverQueries } from './handover.ts';
import type { ExchangeQueries } from './export.ts';
import type { JournalQueries } from './journal.ts';
import type { PeriodQueries } from './periods.ts';
import type { Lists } from './lists.ts';
import { standing } from './queries.ts';
import type { Sqlite } from './sqlite.ts';

/**
 * Reads of one entity. What `balance` needs is prepared SQL in this file; everything else is in
 * journal.ts, awards.ts and lists.ts, each loaded when first asked for; the last brings Kysely.
 */
export class SqliteReader implements Port.Reader {
  readonly entity: Port.Entity;
  readonly uuid: string;
  protected readonly sqlite: Sqlite;
  #journal: Promise<JournalQueries> | undefined;
  #cases: Promise<AwardQueries> | undefined;
  #lists: Promise<Lists> | undefined;
  #evidence: Promise<EvidenceQueries> | undefined;
  #goods: Promise<GoodsQueries> | undefined;
  #handover: Promise<HandoverQueries> | undefined;
  #bank: Promise<BankQueries> | undefined;
  #treasury: Promise<FundQueries> | undefined;
  #periods: Promise<PeriodQueries> | undefined;
  #check: Promise<CheckQueries> | undefined;
  #exchange: Promise<ExchangeQueries> | undefined;
  #benefits: Promise<BenefitQueries> | undefined;
  #corrections: Promise<CorrectionQueries> | undefined;
  #distributions: Promise<DistributionQueries> | undefined;
  #funds: readonly Fund[] | undefined;
  #places: readonly Place[] | undefined;

  constructor(sqlite: Sqlite) {
    this.sqlite = sqlite;
    const row = sqlite
      .prepare('select e.*, b.uuid from entity e, book b order by e.entity limit 1')
      .get() as Record<string, string | number>;
    this.uuid = String(row['uuid']);
    this.entity = {
      id: Number(row['id']),
      code: String(row['code']),
      name: String(row['name']),
      above: String(row['above']),
      town: String(row['town']),
      language: row['language'] === 'en' ? 'en' : 'vi',
      firstMonth: String(row['first_month']) as Month,
      series: row['series'] === 'entity' ? 'entity' : 'fund',
    };
  }

  accounts(): Promise<readonly Account[]> {
    const rows = this.all<{ id: number; role: string; held: number; number: string; name: string }>(
      'select id, role, held, number, name from account where entity = ? order by id',
    );
    return Promise.resolve(rows.map((row) => ({ ...row, role: row.role as Role, held: row.held === 1 })));
  }

  funds(): Promise<readonly Fund[]> {
    this.#funds ??= this.all<Record<string, string | number | null>>(
      `select f.id, f.code, f.name, f.kind, f.owner, f.remit_by, coalesce((select group_concat(p.name, ' ') from purpose p
                where p.entity = f.entity and p.fund = f.id and p.to_day is null), '') as purposes
         from fund f where f.entity = ? order by f.code = '${UNIDENTIFIED}', f.id`,
    ).map((row) => ({
      id: Number(row['id']),
      code: String(row['code']),
      name: String(row['name']),
      kind: row['kind'] as FundKind,
      owner: String(row['owner']),
      remitBy: (row['remit_by'] ?? undefined) as Day | undefined,
      purposes: String(row['purposes']).split(' ').filter(Boolean) as Purpose[],
    }));
    return Promise.resolve(this.#funds);
  }

  places(): Promise<readonly Place[]> {
    this.#places ??= this.all<Place>('select id, code, name, kind from place where entity = ? order by id');
    return Promise.resolve(this.#places);
  }

  lastClosed(): Promise<Month | undefined> {
    const row = this.get<{ month: Month | null }>(
      `select max(month) as month from period_event e where entity = ? and kind in ('close', 'lock') and not exists (
         select 1 from period_event r where r.entity = e.entity and r.month = e.month and r.kind = 'reopen' and r.id > e.id)`,
    );
    return Promise.resolve(row?.month ?? undefined);
  }

  turnovers(range: { readonly from?: Day; readonly to: Day }): Promise<readonly Port.TurnoverRow[]> {
    const rows = this.all<{ fund: number; role: Role; place: number; debit: number; credit: number }>(
      `select b.fund, a.role, b.place, sum(b.debit) as debit, sum(b.credit) as credit
         from balance_day b join account a on a.entity = b.entity and a.id = b.account
        where b.entity = ? and b.day >= ? and b.day <= ?
        group by b.fund, a.role, b.place`,
      range.from ?? '',
      range.to,
    );
    return Promise.resolve(
      rows.map((row) => ({ ...row, debit: asDong(row.debit), credit: asDong(row.credit) })),
    );
  }

  committed(upTo: Day): Promise<ReadonlyMap<number, Dong>> {
    const rows = this.all<{ payer: number; amount: number }>(
      `select coalesce(p.payer, 0) as payer, sum(p.amount) as amount
         from award_part p
         join award_event e on e.entity = p.entity and e.award = p.award and e.kind = 'approve'
         join decision d on d.entity = e.entity and d.id = e.decision
        where p.entity = ? and p.outside is null and p.form = 'cash' and d.day <= ?
          and ${standing('e')}
          and not exists (select 1 from award_event x where x.entity = e.entity and x.award = e.award and x.id > e.id
            and ${standing('x')})
          and not exists (
            select 1 from disbursement s join entry n on n.entity = s.entity and n.id = s.entry
             where s.entity = p.entity and s.award = p.award and s.line = p.line and n.booked_on <= ?
               and not exists (select 1 from entry r where r.entity = n.entity and r.reverses = n.id and r.booked_on <= ?)
               and not exists (select 1 from entry b where b.entity = n.entity and b.clears = n.id and b.kind = 'return'
                 and b.booked_on <= ? and not exists (
                   select 1 from entry y where y.entity = b.entity and y.reverses = b.id and y.booked_on <= ?)))
          and not exists (
            select 1 from handout h join advance v on v.entity = h.entity and v.id = h.advance
              join entry n on n.entity = v.entity and n.id = v.entry
             where h.entity = p.entity and h.award = p.award and h.line = p.line and n.booked_on <= ?
               and not exists (select 1 from entry r where r.entity = n.entity and r.reverses = n.id and r.booked_on <= ?)
               and (select sum(q.amount) from posting q where q.entity = n.entity and q.entry = n.id and q.side = 'debit')
                 > coalesce((select sum(q.amount) from entry t join posting q on q.entity = t.entity and q.entry = t.id
                     where t.entity = v.entity and t.settles = v.id and t.booked_on <= ? and q.holder is not null
                       and q.side = 'credit'), 0))
        group by p.payer`,
      upTo,
      upTo,
      upTo,
      upTo,
      upTo,
      upTo,
      upTo,
      upTo,
    );
    return Promise.resolve(new Map(rows.map((row) => [row.payer, asDong(row.amount)])));
  }

  hasRestricted(): Promise<boolean> {
    const row = this.get<{ found: number }>(
      'select 1 as found from posting indexed by posting_restriction where entity = ? and restriction is not null limit 1',
    );
    return Promise.resolve(row !== undefined);
  }

  head(): Promise<Uint8Array> {
    const row = this.get<{ digest: Uint8Array }>(
      'select digest from operation where entity = ? order by id desc limit 1',
    );
    return Promise.resolve(row?.digest ?? GENESIS);
  }

  async homeFund(place: Place): Promise<Fund | undefined> {
    const row = this.get<{ home_fund: number | null }>(
      'select home_fund from place where entity = ? and id = ?',
      place.id,
    );
    return (await this.funds()).find((fund) => fund.id === row?.home_fund);
  }

  async officers(on: Day) {
    return (await this.lists()).officers(on);
  }
  async units() {
    return (await this.lists()).units();
  }
  async people() {
    return (await this.lists()).people();
  }
  async beneficiaries(filter: { readonly unit?: number; readonly code?: string }) {
    return (await this.lists()).beneficiaries(filter);
  }
  async holders() {
    return (await this.lists()).holders();
  }
  async negatives(upTo: Day) {
    return (await this.journal()).negatives(upTo, await this.funds(), await this.places());
  }
  async rounds(kind?: ProgrammeKind) {
    return (await this.lists()).rounds(kind);
  }
  async awards(filter: { readonly round?: number; readonly upTo?: Day }) {
    return (await this.cases()).awards(filter);
  }
  async documents(kind: DocumentKind, fund?: Fund) {
    return (await this.lists()).documents(kind, fund);
  }
  async knownDocument(kind: DocumentKind, fund: Fund | undefined, digest: Uint8Array) {
    return (await this.lists()).knownDocument(kind, fund, digest);
  }
  async fingerprints(fund: Fund) {
    return (await this.journal()).fingerprints(fund);
  }
  async entry(id: number) {
    return (
      await (await this.journal()).entryViews({ ids: [id] }, await this.funds(), await this.places())
    )[0];
  }
  async entries(filter: Parameters<Port.Reader['entries']>[0]) {
    return (await this.journal()).entryViews(filter, await this.funds(), await this.places());
  }
  async entriesBy(operation: number) {
    return (await this.journal()).entryViews({ operation }, await this.funds(), await this.places());
  }
  async entriesOf(document: number) {
    return (await this.journal()).entryViews({ document }, await this.funds(), await this.places());
  }
  async vouchers(filter: Parameters<Port.Reader['vouchers']>[0]) {
    return (await this.journal()).vouchers(filter);
  }
  async voucherGaps() {
    return (await this.journal()).voucherGaps();
  }
  async voucherEntries(voucher: number) {
    return (await this.journal()).entryViews({ voucher }, await this.funds(), await this.places());
  }
  async lastMoved(place: Place, from: Day, to: Day) {
    return (await this.journal()).lastMoved(place, from, to);
  }
  async late(from: Day, to: Day) {
    return (await this.journal()).late(from, to);
  }
  async ledger(query: LedgerQuery) {
    return (await this.journal()).ledger(query);
  }
  async cashCounts(filter: { readonly from: Day; readonly to: Day }) {
    return (await this.lists()).cashCounts(filter);
  }
  async advances(upTo: Day) {
    return (await this.cases()).advances(upTo);
  }
  async acceptances(on: Day) {
    return (await this.lists()).acceptances(on);
  }
  async donors() {
    return (await this.lists()).donors();
  }
  async donorsGiving() {
    return (await this.evidence()).donorsGiving();
  }
  async aliases() {
    return (await this.lists()).aliases();
  }
  async statements(place?: Place) {
    return (await this.evidence()).statements(place);
  }
  async statementLines(place: Place, from: Day, to: Day) {
    return (await this.evidence()).statementLines(place, from, to);
  }
  async operations(limit: number) {
    return (await this.evidence()).operations(limit);
  }
  async operation(id: number) {
    return (await this.evidence()).operation(id);
  }
  async written(operation: number) {
    return (await this.evidence()).written(operation);
  }
  async staleBalances() {
    return (await this.journal()).staleBalances();
  }

  goods(): Promise<GoodsQueries> {
    this.#goods ??= import('./goods.ts').then((m) => new m.GoodsQueries(this.sqlite, this.entity.id));
    return this.#goods;
  }

  handover(): Promise<HandoverQueries> {
    this.#handover ??= import('./handover.ts').then(
      (m) => new m.HandoverQueries(this.sqlite, this.entity.id),
    );
    return this.#handover;
  }

  periods(): Promise<PeriodQueries> {
    this.#periods ??= import('./periods.ts').then((m) => new m.PeriodQueries(this.sqlite, this.entity.id));
    return this.#periods;
  }

  check(): Promise<CheckQueries> {
    this.#check ??= import('./check.ts').then((m) => new m.CheckQueries(this.sqlite, this.entity.id));
    return this.#check;
  }

  exchange(): Promise<ExchangeQueries> {
    this.#exchange ??= import('./export.ts').then((m) => new m.ExchangeQueries(this.sqlite, this.entity.id));
    return this.#exchange;
  }

  benefits(): Promise<BenefitQueries> {
    this.#benefits ??= import('./benefits.ts').then((m) => new m.BenefitQueries(this.sqlite, this.entity.id));
    return this.#benefits;
  }

  corrections(): Promise<CorrectionQueries> {
    this.#corrections ??= import('./corrections.ts').then(
      (m) => new m.CorrectionQueries(this.sqlite, this.entity.id),
    );
    return this.#corrections;
  }

  distributions(): Promise<DistributionQueries> {
    this.#distributions ??= import('./distribution.ts').then(
      (m) => new m.DistributionQueries(this.sqlite, this.entity.id),
    );
    return this.#distributions;
  }

  protected forget(): void {
    this.#funds = undefined;
    this.#places = undefined;
  }

  protected journal(): Promise<JournalQueries> {
    this.#journal ??= import('./journal.ts').then((m) => new m.JournalQueries(this.sqlite, this.entity.id));
    return this.#journal;
  }

  protected cases(): Promise<AwardQueries> {
    this.#cases ??= import('./awards.ts').then((m) => new m.AwardQueries(this.sqlite, this.entity.id));
    return this.#cases;
  }

  protected evidence(): Promise<EvidenceQueries> {
    this.#evidence ??= import('./evidence.ts').then(
      (m) => new m.EvidenceQueries(this.sqlite, this.entity.id),
    );
    return this.#evidence;
  }

  bank(): Promise<BankQueries> {
    this.#bank ??= import('./bank.ts').then((m) => new m.BankQueries(this.sqlite, this.entity.id));
    return this.#bank;
  }

  treasury(): Promise<FundQueries> {
    this.#treasury ??= import('./funds.ts').then((m) => new m.FundQueries(this.sqlite, this.entity.id));
    return this.#treasury;
  }

  protected lists(): Promise<Lists> {
    this.#lists ??= import('./lists.ts').then((module) => new module.Lists(this.sqlite, this.entity.id));
    return this.#lists;
  }

  protected all<R>(sql: string, ...values: (string | number)[]): R[] {
    return this.sqlite.prepare<unknown[], R>(sql).all(this.entity.id, ...values);
  }

  protected get<R>(sql: string, ...values: (string | number)[]): R | undefined {
    return this.all<R>(sql, ...values)[0];
  }
}
