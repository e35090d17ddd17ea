import type { Account, Role } from '../domain/account.ts';
import { treeOn } from '../domain/unit-tree.ts';
import type { ProgrammeKind } from '../domain/award.ts';
import type { Day, Month } from '../domain/day.ts';
import { asDong, type Dong } from '../domain/dong.ts';
import type { BookKey } from '../usecase/book.ts';
import { UNIDENTIFIED, type Fund, type FundKind, type Place, type Purpose } from '../domain/fund.ts';
import type { DocumentKind } from '../usecase/port/evidence.ts';
import type { LedgerQuery, TurnoverRow } from '../usecase/port/ledger.ts';
import type * as Port from '../usecase/port/ports.ts';
import { UNWATCHED, type Work } from '../usecase/port/work.ts';
import { GENESIS, SOLE_ENTITY } from './codes.ts';
import { decidedBy, standing, unsettled } from './queries.ts';
import type { Connection } from './connection.ts';
import { prepared } from './statements.ts';

/**
 * Reads of one entity. What `balance` needs is prepared SQL in this file; everything else is in
 * journal.ts, awards.ts and lists.ts, each loaded when first asked for; the last brings Kysely.
 */
export class EntityReader implements Port.Reader {
  readonly work: Work;
  readonly entity: Port.Entity;
  readonly uuid: string;
  protected readonly db: Connection;
  /** Opens private fields where they are encrypted. */
  protected readonly bookKey: BookKey | undefined;
  readonly #parts = new Map<string, Promise<unknown>>();
  #funds: readonly Fund[] | undefined;
  #places: readonly Place[] | undefined;

  constructor(db: Connection, work: Work = UNWATCHED, key?: BookKey) {
    this.db = db;
    this.bookKey = key;
    this.work = work;
    const row = db
      .prepare('select e.*, b.uuid from entity e join book b on b.id = e.entity where e.entity = ?')
      .get(db.entity ?? SOLE_ENTITY) as Record<string, string | number>;
    this.uuid = String(row['uuid']);
    this.entity = {
      id: Number(row['entity']),
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

  ended(): Promise<Port.Ending | undefined> {
    const row = this.get<{ day: Day; document: string; party: string | null }>(
      'select e.day, e.document, w.party from ending e join wording w on w.entity = e.entity and w.id = e.wording where e.entity = ?',
    );
    return Promise.resolve(row && { on: row.day, document: row.document, to: row.party ?? '' });
  }

  turnovers(range: { readonly from?: Day; readonly to: Day }): Promise<readonly TurnoverRow[]> {
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
    const rows = prepared<{ payer: number; amount: number }>(
      this.db,
      `select coalesce(p.payer, 0) as payer, sum(p.amount) as amount
         from (${unsettled("form = 'cash'", '@upTo')}) w
         cross join award_part p on p.entity = @entity and p.award = w.award and p.line = w.line
         join award_event e on e.entity = p.entity and e.award = p.award and e.kind = 'approve'
         join decision d on d.entity = e.entity and d.id = e.decision
        where d.day <= @upTo
          and ${standing('e')}
          and not exists (select 1 from award_event x where x.entity = e.entity and x.award = e.award and x.id > e.id
            and ${standing('x')} and ${decidedBy('x', '@upTo')})
          and not exists (
            select 1 from disbursement s join entry n on n.entity = s.entity and n.id = s.entry
             where s.entity = p.entity and s.award = p.award and s.line = p.line and n.booked_on <= @upTo
               and not exists (select 1 from entry r where r.entity = n.entity and r.reverses = n.id and r.booked_on <= @upTo)
               and not exists (select 1 from entry b where b.entity = n.entity and b.clears = n.id and b.kind = 'return'
                 and b.booked_on <= @upTo and not exists (
                   select 1 from entry y where y.entity = b.entity and y.reverses = b.id and y.booked_on <= @upTo)))
          and not exists (
            select 1 from handout h join advance v on v.entity = h.entity and v.id = h.advance
              join entry n on n.entity = v.entity and n.id = v.entry
             where h.entity = p.entity and h.award = p.award and h.line = p.line and n.booked_on <= @upTo
               and not exists (select 1 from entry r where r.entity = n.entity and r.reverses = n.id and r.booked_on <= @upTo)
               and (select sum(q.amount) from posting q where q.entity = n.entity and q.entry = n.id and q.side = 'debit')
                 > coalesce((select sum(q.amount) from entry t join posting q on q.entity = t.entity and q.entry = t.id
                     where t.entity = v.entity and t.settles = v.id and t.booked_on <= @upTo and q.holder is not null
                       and q.side = 'credit'), 0))
        group by p.payer`,
    ).all({ entity: this.entity.id, upTo });
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
  async units(on?: Day) {
    const units = await (await this.lists()).units();
    return on === undefined ? units : treeOn(units, await (await this.unitFacts()).placements(), on);
  }
  unitFacts() {
    return this.#part('units', async () => (await import('./units.ts')).UnitQueries);
  }
  async people() {
    return (await this.lists()).people();
  }
  async beneficiaries(filter: Parameters<Port.Reader['beneficiaries']>[0]) {
    return (await this.lists()).beneficiaries(filter);
  }
  async holders() {
    return (await this.lists()).holders();
  }
  async negatives(upTo: Day) {
    return (await this.journal()).negatives(upTo, await this.funds(), await this.places());
  }
  async rounds(kind?: ProgrammeKind) {
    return (await this.roundFacts()).rounds(kind);
  }
  async awards(filter: Parameters<Port.Reader['awards']>[0]) {
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
  async eachEntry(filter: Parameters<Port.Reader['eachEntry']>[0]) {
    return (await this.journal()).eachEntry(filter, await this.funds(), await this.places());
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
    return (await this.ledgers()).lines(query);
  }
  async eachLedgerRow(query: LedgerQuery) {
    return (await this.ledgers()).eachLine(query);
  }
  async cashCounts(filter: { readonly from: Day; readonly to: Day }) {
    return (await (await this.goods()).counts(filter)).filter(({ undoneBy }) => undoneBy === undefined);
  }
  async advances(upTo: Day) {
    return (await this.cases()).advances(upTo);
  }
  async acceptances(on: Day) {
    return (await this.periods()).acceptances(on);
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

  ledgers() {
    return this.#part('ledgers', async () => (await import('./ledgers.ts')).LedgerQueries);
  }
  goods() {
    return this.#part('goods', async () => (await import('./goods.ts')).GoodsQueries);
  }
  handover() {
    return this.#part('handover', async () => (await import('./handover.ts')).HandoverQueries);
  }
  homes() {
    return this.#part('check-homes', async () => (await import('./check-homes.ts')).HomeQueries);
  }
  periods() {
    return this.#part('periods', async () => (await import('./periods.ts')).PeriodQueries);
  }
  check() {
    return this.#part('check', async () => (await import('./check.ts')).CheckQueries);
  }
  finals() {
    return this.#part('finals', async () => (await import('./final-accounts.ts')).FinalQueries);
  }
  exchange() {
    return this.#part('export', async () => (await import('./export.ts')).ExchangeQueries);
  }
  privacy() {
    return this.#part('privacy', async () => (await import('./privacy.ts')).PrivacyQueries);
  }
  benefits() {
    return this.#part('benefits', async () => (await import('./benefits.ts')).BenefitQueries);
  }
  roundFacts() {
    return this.#part('rounds', async () => (await import('./rounds.ts')).RoundQueries);
  }
  persons() {
    return this.#part('persons', async () => (await import('./persons.ts')).PersonQueries);
  }
  payments() {
    return this.#part('payments', async () => (await import('./payments.ts')).PaymentQueries);
  }
  corrections() {
    return this.#part('corrections', async () => (await import('./corrections.ts')).CorrectionQueries);
  }
  caseFacts() {
    return this.#part('cases', async () => (await import('./cases.ts')).CaseQueries);
  }
  caseHistory() {
    return this.#part('case-history', async () => (await import('./case-history.ts')).CaseHistoryQueries);
  }
  distributions() {
    return this.#part('distribution', async () => (await import('./distribution.ts')).DistributionQueries);
  }
  collection() {
    return this.#part('collected', async () =>
      this.db.entity === undefined
        ? (await import('./collected.ts')).CollectedQueries
        : (await import('./postgres/neighbours.ts')).NeighbourQueries,
    );
  }

  codes() {
    return this.#part('code-list', async () => (await import('./code-list.ts')).CodeQueries);
  }
  reports() {
    return this.#part('reports', async () => (await import('./reports.ts')).ReportQueries);
  }

  /** Queries of one area, loaded when first asked for. */
  #part<Q>(
    file: string,
    load: () => Promise<new (db: Connection, entity: number, key?: BookKey) => Q>,
  ): Promise<Q> {
    const known =
      this.#parts.get(file) ?? load().then((Queries) => new Queries(this.db, this.entity.id, this.bookKey));
    this.#parts.set(file, known);
    return known as Promise<Q>;
  }

  protected forget(): void {
    this.#funds = undefined;
    this.#places = undefined;
  }

  protected journal() {
    return this.#part('journal', async () => (await import('./journal.ts')).JournalQueries);
  }

  protected cases() {
    return this.#part('awards', async () => (await import('./awards.ts')).AwardQueries);
  }

  protected evidence() {
    return this.#part('evidence', async () => (await import('./evidence.ts')).EvidenceQueries);
  }

  bank() {
    return this.#part('bank', async () => (await import('./bank.ts')).BankQueries);
  }
  treasury() {
    return this.#part('funds', async () => (await import('./funds.ts')).FundQueries);
  }

  protected lists() {
    return this.#part('lists', async () => (await import('./lists.ts')).Lists);
  }

  protected all<R>(sql: string, ...values: (string | number)[]): R[] {
    return prepared<R>(this.db, sql).all(this.entity.id, ...values);
  }

  protected get<R>(sql: string, ...values: (string | number)[]): R | undefined {
    return this.all<R>(sql, ...values)[0];
  }
}
