import { createHmac } from 'node:crypto';
import type { ProgrammeKind, Round } from '../domain/award.ts';
import { isMoney, type Role } from '../domain/account.ts';
import { yearOf, type Day, type Month } from '../domain/day.ts';
import { asDong, type Dong } from '../domain/dong.ts';
import type { EntryDraft, PartRef, Posting, Ref, Wording } from '../domain/entry.ts';
import { unbalancedFunds } from '../domain/entry.ts';
import type { Fund, FundKind, Place, Purpose } from '../domain/fund.ts';
import { fold, sortKey } from '../domain/name.ts';
import { voucherCode, type VoucherKind } from '../domain/voucher.ts';
import type * as Port from '../usecase/ports.ts';
import { OperationSeal, saltedDigest, saltSource } from './chain.ts';
import { factDigest, registerDigest, wordingDigest, type Lines } from './forms.ts';
import { documentCode } from './lists.ts';
import { SqliteReader } from './reader.ts';
import { TableResolver } from './resolver.ts';
import type { FactTable, Register } from './schema.ts';
import { inserter, type Sqlite } from './sqlite.ts';
import type { Tables } from './tables.ts';

type Unsealed<T extends FactTable> = Omit<Tables[T], 'entity' | 'id' | 'operation' | 'digest'>;

const COLUMNS: { readonly [T in FactTable]: readonly (keyof Unsealed<T> & string)[] } = {
  acceptance: ['finding', 'until_day', 'wording'],
  acknowledgement: ['disbursement', 'day', 'how', 'paper', 'wording'],
  advance: ['entry', 'holder', 'place', 'due'],
  award: ['code', 'round', 'beneficiary', 'unit', 'category', 'source', 'source_row'],
  award_event: ['award', 'kind', 'decision', 'wording'],
  cash_count: ['place', 'day', 'total', 'notes', 'wording'],
  change: ['register', 'key', 'columns'],
  decision: ['round', 'number', 'day', 'wording', 'expecting', 'expecting_amount', 'expecting_document'],
  disbursement: ['award', 'line', 'entry'],
  document: [
    'kind',
    'fund',
    'file',
    'bytes_digest',
    'normal_digest',
    'rows',
    'accepted',
    'total',
    'supplements',
    'replaces',
    'flagged',
  ],
  entry: [
    'kind',
    'booked_on',
    'own_day',
    'document_no',
    'document_on',
    'voucher',
    'reverses',
    'settles',
    'wording',
    'source',
    'source_row',
  ],
  handout: ['award', 'line', 'advance'],
  period_event: ['month', 'kind', 'head', 'wording'],
  voucher: ['kind', 'series', 'year', 'number', 'code', 'day', 'fund', 'place', 'paper_no', 'papers', 'wording'],
};

interface Touched {
  account: number;
  fund: number;
  place: number;
  money: boolean;
  days: Map<string, { debit: number; credit: number }>;
}

/**
 * One write to one entity, from `begin immediate` to `commit`. Every row it appends gets its key, its operation and its
 * digest here; `seal` writes the day balances and the operation that closes the chain over them.
 */
export class SqliteWriter extends SqliteReader implements Port.Writer {
  readonly operation: number;
  readonly #resolver: TableResolver;
  readonly #seal = new OperationSeal();
  readonly #salt = saltSource();
  readonly #inserts = new Map<string, (row: never) => void>();
  readonly #next = new Map<string, number>();
  readonly #numbers = new Map<string, number>();
  readonly #touched = new Map<string, Touched>();
  readonly #accounts = new Map<string, number>();
  readonly #words = new Map<number, number>();

  constructor(sqlite: Sqlite) {
    super(sqlite);
    this.operation = this.#key('operation');
    this.#resolver = new TableResolver(sqlite, this.entity.id, [this.uuid, this.entity.code]);
    for (const row of this.all<{ id: number; role: string; held: number }>(
      'select id, role, held from account where entity = ?',
    )) {
      this.#accounts.set(`${row.role} ${row.held}`, row.id);
    }
  }

  /** Writes the day balances and the operation; gives false where nothing was written and nothing is to be sealed. */
  seal(header: Port.OperationHeader, previous: Uint8Array): boolean {
    if (this.#seal.empty) return false;
    this.#writeBalances();
    const salt = this.#salt();
    const actor = saltedDigest(salt, [header.actor]);
    const insert = inserter(this.sqlite, 'operation', [
      'entity',
      'id',
      'command',
      'recorded_at',
      'actor',
      'salt',
      'actor_digest',
      'digest',
    ]);
    insert({
      entity: this.entity.id,
      id: this.operation,
      command: header.command,
      recorded_at: header.recordedAt,
      actor: header.actor,
      salt,
      actor_digest: actor,
      digest: this.#seal.seal(previous, [
        ...this.#resolver.origin,
        header.command,
        header.recordedAt,
        actor.toString('hex'),
      ]),
    });
    return true;
  }

  /** Chains register rows that were there before the first writer: the entity, its chart, its settings. */
  adopt(registers: readonly Register[]): void {
    for (const register of registers) {
      for (const row of this.all<Tables[Register]>(`select * from "${register}" where entity = ? order by id`)) {
        this.#change(register, row as never, '*');
      }
    }
  }

  addOfficer(officer: Port.Officer): Promise<void> {
    this.#register('officer', {
      role: officer.role,
      name: officer.name,
      from_day: officer.from,
      to_day: officer.to ?? null,
    });
    return Promise.resolve();
  }

  addFund(draft: {
    code: string;
    name: string;
    kind: FundKind;
    owner: string;
    purposes: readonly Purpose[];
  }): Promise<Fund> {
    const { id } = this.#register('fund', { ...draft, purposes: draft.purposes.join(' ') });
    this.forget();
    return Promise.resolve({ ...draft, id });
  }

  addPlace(draft: { code: string; name: string; kind: 'cash' | 'bank' }): Promise<Place> {
    const { id } = this.#register('place', { ...draft, home_fund: null });
    this.forget();
    return Promise.resolve({ ...draft, id });
  }

  addUnit(unit: Port.UnitDraft): Promise<Port.Unit> {
    const folded = fold(unit.name);
    const { id } = this.#register('unit', {
      code: unit.code,
      name: unit.name,
      folded,
      kind: unit.kind,
      parent: unit.parent?.id ?? null,
      from_day: unit.from ?? null,
      to_day: null,
      successor: null,
    });
    return Promise.resolve({
      id,
      code: unit.code,
      name: unit.name,
      folded,
      kind: unit.kind,
      parent: unit.parent?.id,
    });
  }

  addBeneficiaries(drafts: readonly Port.BeneficiaryDraft[]): Promise<readonly Ref[]> {
    const privately = inserter(this.sqlite, 'private', ['entity', 'owner', 'field', 'value', 'lookup']);
    const refs = drafts.map((draft) => {
      const { id } = this.#register('beneficiary', {
        code: draft.code,
        kind: draft.kind,
        unit: draft.unit.id,
        relative_of: null,
        name: draft.name,
        sort_key: sortKey(draft.name),
        folded: fold(draft.name),
        born: draft.born ?? null,
        staff_no: draft.staffNo ?? null,
        card_no: draft.cardNo ?? null,
        joined: draft.joined ?? null,
        left_on: null,
      });
      for (const [field, value] of Object.entries(draft.private ?? {})) {
        if (value !== undefined) {
          privately({ entity: this.entity.id, owner: id, field, value, lookup: this.#lookup(value) });
        }
      }
      return { id, code: draft.code };
    });
    return Promise.resolve(refs);
  }

  /** Replaces what names a person and their private fields; the code and the money stay. */
  eraseBeneficiary(person: Port.Beneficiary, pseudonym: string): Promise<void> {
    const row = this.get<Tables['beneficiary']>('select * from beneficiary where entity = ? and id = ?', person.id);
    if (row === undefined) throw new TypeError('no such beneficiary');
    const erased = {
      ...row,
      name: pseudonym,
      sort_key: sortKey(pseudonym),
      folded: fold(pseudonym),
      born: null,
      staff_no: null,
      card_no: null,
      salt: this.#salt(),
    };
    this.sqlite
      .prepare(
        `update beneficiary set name = @name, sort_key = @sort_key, folded = @folded, born = null, staff_no = null,
           card_no = null, salt = @salt where entity = @entity and id = @id`,
      )
      .run({
        name: erased.name,
        sort_key: erased.sort_key,
        folded: erased.folded,
        salt: erased.salt,
        entity: row.entity,
        id: row.id,
      });
    this.sqlite.prepare('delete from private where entity = ? and owner = ?').run(row.entity, row.id);
    this.#change('beneficiary', erased, 'name,sort_key,folded,born,staff_no,card_no');
    return Promise.resolve();
  }

  addHolder(holder: { code: string; name: string }): Promise<Port.Holder> {
    const { id } = this.#register('holder', { ...holder, folded: fold(holder.name) });
    return Promise.resolve({ id, ...holder });
  }

  addRound(draft: {
    code: string;
    kind: ProgrammeKind;
    name: string;
    day: Day;
    levels: ReadonlyMap<string, Dong>;
  }): Promise<Round> {
    const { id } = this.#register('round', { code: draft.code, kind: draft.kind, name: draft.name, day: draft.day });
    for (const [category, amount] of draft.levels) this.#register('level', { round: id, category, amount });
    return Promise.resolve({ ...draft, id });
  }

  addDocument(document: Port.DocumentDraft): Promise<Ref> {
    const id = this.#append('document', {
      kind: document.kind,
      fund: document.fund?.id ?? null,
      file: document.file,
      bytes_digest: document.bytesDigest,
      normal_digest: document.normalDigest,
      rows: document.rows,
      accepted: document.accepted,
      total: document.total,
      supplements: document.supplements ?? null,
      replaces: document.replaces ?? null,
      flagged: document.flagged,
    });
    return Promise.resolve({ id, code: documentCode(id) });
  }

  addVoucher(voucher: Port.VoucherDraft): Promise<Ref> {
    const year = yearOf(voucher.day);
    const series = this.entity.series === 'fund' ? voucher.fund.id : 0;
    const number = this.#number(voucher.kind, series, year, series === 0 ? '' : voucher.fund.code);
    const code = voucherCode(voucher.kind, series === 0 ? '' : voucher.fund.code, year, number);
    const wording = this.#wording(voucher.wording);
    const id = this.#append('voucher', {
      kind: voucher.kind,
      series,
      year,
      number,
      code,
      day: voucher.day,
      fund: voucher.fund.id,
      place: voucher.place?.id ?? null,
      paper_no: voucher.paperNo ?? null,
      papers: voucher.papers,
      wording,
    });
    this.#words.set(id, wording);
    return Promise.resolve({ id, code });
  }

  addEntries(drafts: Iterable<EntryDraft>): Promise<readonly number[]> {
    const keys: number[] = [];
    for (const draft of drafts) keys.push(this.#entry(draft));
    return Promise.resolve(keys);
  }

  addAwards(drafts: Iterable<Port.AwardDraft>): Promise<readonly Ref[]> {
    const insertPart = this.#inserter('award_part', ['entity', 'award', 'line', 'payer', 'outside', 'form', 'amount']);
    const refs: Ref[] = [];
    for (const draft of drafts) {
      const award = this.#peek('award');
      const parts = draft.parts.map((part) => ({
        entity: this.entity.id,
        award,
        line: part.line,
        payer: part.payer ?? null,
        outside: part.outside ?? null,
        form: part.form,
        amount: part.amount,
      }));
      for (const part of parts) insertPart(part);
      this.#append(
        'award',
        {
          code: draft.code,
          round: draft.round.id,
          beneficiary: draft.beneficiary.id,
          unit: draft.unit.id,
          category: draft.category,
          source: draft.source?.document.id ?? null,
          source_row: draft.source?.row ?? null,
        },
        { parts },
      );
      refs.push({ id: award, code: draft.code });
    }
    return Promise.resolve(refs);
  }

  addDecision(decision: Port.DecisionDraft): Promise<number> {
    const id = this.#append('decision', {
      round: decision.round.id,
      number: decision.number,
      day: decision.day,
      wording: this.#wording({ party: decision.by, content: '' }),
      expecting: decision.expecting?.body ?? null,
      expecting_amount: decision.expecting?.amount ?? null,
      expecting_document: decision.expecting?.document ?? null,
    });
    return Promise.resolve(id);
  }

  addAwardEvents(
    kind: 'approve' | 'reject' | 'cancel',
    awards: readonly Ref[],
    decision?: number,
    reason?: string,
  ): Promise<void> {
    for (const award of awards) {
      const wording = reason === undefined ? null : this.#wording({ party: '', content: reason });
      this.#append('award_event', { award: award.id, kind, decision: decision ?? null, wording });
    }
    return Promise.resolve();
  }

  addAdvance(advance: { entry: number; holder: Ref; place: Place; due?: Day | undefined }): Promise<number> {
    const row = { entry: advance.entry, holder: advance.holder.id, place: advance.place.id, due: advance.due ?? null };
    return Promise.resolve(this.#append('advance', row));
  }

  addHandouts(parts: readonly PartRef[], advance: number): Promise<void> {
    for (const part of parts) this.#append('handout', { award: part.award.id, line: part.line, advance });
    return Promise.resolve();
  }

  addDisbursements(rows: readonly { part: PartRef; entry: number }[]): Promise<readonly number[]> {
    return Promise.resolve(
      rows.map(({ part, entry }) => this.#append('disbursement', { award: part.award.id, line: part.line, entry })),
    );
  }

  addAcknowledgements(
    rows: readonly { disbursement: number; day: Day }[],
    how: 'bulk' | 'checked' | 'listed',
    paper?: string,
  ): Promise<void> {
    for (const { disbursement, day } of rows) {
      this.#append('acknowledgement', { disbursement, day, how, paper: paper ?? null, wording: null });
    }
    return Promise.resolve();
  }

  addCashCount(count: Omit<Port.CashCount, 'id'>): Promise<void> {
    this.#append('cash_count', {
      place: count.place,
      day: count.day,
      total: count.total,
      notes: count.notes.map((note) => `${note.face}x${note.sheets}`).join(' '),
      wording: this.#wording({ party: count.by, content: '' }),
    });
    return Promise.resolve();
  }

  async addPeriodEvent(event: {
    month: Month;
    kind: 'close' | 'reopen' | 'lock';
    reason: string;
    by: string;
  }): Promise<Uint8Array> {
    const head = await this.head();
    const wording = this.#wording({ party: event.by, content: event.reason });
    this.#append('period_event', { month: event.month, kind: event.kind, head, wording });
    return head;
  }

  addAcceptance(acceptance: { finding: string; until: Day; by: string; reason: string }): Promise<void> {
    const wording = this.#wording({ party: acceptance.by, content: acceptance.reason });
    this.#append('acceptance', { finding: acceptance.finding, until_day: acceptance.until, wording });
    return Promise.resolve();
  }

  async lowPoints(): Promise<readonly Port.LowPoint[]> {
    this.#writeBalances();
    const [funds, places] = [await this.funds(), await this.places()];
    const statement = this.sqlite.prepare<unknown[], { day: Day; balance: number }>(
      `select day, balance from (
         select day, sum(debit - credit) over (order by day) as balance from balance_day
          where entity = ? and account = ? and fund = ? and place = ?)
        where day >= ? order by balance, day limit 1`,
    );
    const points: Port.LowPoint[] = [];
    for (const key of this.#touched.values()) {
      if (!key.money) continue;
      const from = [...key.days.keys()].sort()[0] ?? '';
      const lowest = statement.get(this.entity.id, key.account, key.fund, key.place, from);
      const fund = funds.find((candidate) => candidate.id === key.fund);
      const place = places.find((candidate) => candidate.id === key.place);
      if (lowest && fund && place) points.push({ fund, place, day: lowest.day, balance: asDong(lowest.balance) });
    }
    return points;
  }

  #entry(draft: EntryDraft): number {
    const unbalanced = unbalancedFunds(draft.postings);
    if (unbalanced.length > 0) throw new TypeError(`an entry is not balanced in ${unbalanced.join(', ')}`);
    const entry = this.#peek('entry');
    const postings = draft.postings.map((posting, index) => this.#posting(entry, index + 1, posting, draft.bookedOn));
    const insert = this.#inserter('posting', POSTING_COLUMNS);
    for (const posting of postings) insert(posting);
    const wording = draft.wording === undefined ? this.#words.get(draft.voucher?.id ?? 0)
        : this.#wording(draft.wording, draft.source?.fingerprint);
    if (wording === undefined) throw new TypeError('an entry has neither words nor a voucher of this write');
    return this.#append(
      'entry',
      {
        kind: draft.kind,
        booked_on: draft.bookedOn,
        own_day: draft.ownDay ?? null,
        document_no: draft.documentNo ?? null,
        document_on: draft.documentOn ?? null,
        voucher: draft.voucher?.id ?? null,
        reverses: draft.reverses?.id ?? null,
        settles: draft.settles ?? null,
        wording,
        source: draft.source?.document.id ?? null,
        source_row: draft.source?.row ?? null,
      },
      { postings },
    );
  }

  #posting(entry: number, line: number, posting: Posting, day: Day): Tables['posting'] {
    const account = this.#account(posting.role, posting.fund.kind === 'held');
    const place = posting.place?.id ?? 0;
    this.#touch(account, posting, place, day);
    return {
      entity: this.entity.id,
      entry,
      line,
      account,
      fund: posting.fund.id,
      place,
      side: posting.side,
      amount: posting.amount,
      item: posting.item ?? null,
      restriction: posting.restriction ?? null,
      appeal: posting.appeal ?? null,
      unit: posting.unit?.id ?? null,
      beneficiary: posting.beneficiary?.id ?? null,
      donor: posting.donor?.id ?? null,
      award: posting.part?.award.id ?? null,
      part: posting.part?.line ?? null,
      holder: posting.holder?.id ?? null,
    };
  }

  #account(role: Role, held: boolean): number {
    const account = this.#accounts.get(`${role} ${held ? 1 : 0}`);
    if (account === undefined) throw new TypeError(`the chart has no account for ${role}`);
    return account;
  }

  #touch(account: number, posting: Posting, place: number, day: Day): void {
    const key = `${account} ${posting.fund.id} ${place}`;
    let touched = this.#touched.get(key);
    if (touched === undefined) {
      touched = { account, fund: posting.fund.id, place, money: isMoney(posting.role), days: new Map() };
      this.#touched.set(key, touched);
    }
    let sums = touched.days.get(day);
    if (sums === undefined) touched.days.set(day, (sums = { debit: 0, credit: 0 }));
    sums[posting.side] = asDong(sums[posting.side] + posting.amount);
  }

  /** Adds what was posted since the last call to balance_day, one upsert a key; keeps the keys for lowPoints. */
  #writeBalances(): void {
    const upsert = this.sqlite.prepare(
      `insert into balance_day (entity, account, fund, place, day, debit, credit) values (?, ?, ?, ?, ?, ?, ?)
       on conflict do update set debit = debit + excluded.debit, credit = credit + excluded.credit`,
    );
    for (const key of this.#touched.values()) {
      for (const [day, sums] of key.days) {
        if (sums.debit !== 0 || sums.credit !== 0) {
          upsert.run(this.entity.id, key.account, key.fund, key.place, day, sums.debit, sums.credit);
        }
        sums.debit = 0;
        sums.credit = 0;
      }
    }
  }

  #wording(wording: Wording, fingerprint?: Uint8Array): number {
    const row = {
      entity: this.entity.id,
      id: this.#key('wording'),
      salt: this.#salt(),
      party: wording.party,
      address: wording.address ?? null,
      content: wording.content,
      fingerprint: fingerprint ?? null,
    };
    const digest = wordingDigest(row);
    this.#inserter('wording', WORDING_COLUMNS)({ ...row, digest });
    this.#resolver.remember('wording', row.id, digest);
    return row.id;
  }

  #number(kind: VoucherKind, series: number, year: number, fund: string): number {
    const key = `${kind} ${series} ${year}`;
    let last = this.#numbers.get(key);
    if (last === undefined) {
      const row = this.get<{ number: number | null }>(
        'select max(number) as number from voucher where entity = ? and kind = ? and series = ? and year = ?',
        kind,
        series,
        year,
      );
      last = row?.number ?? this.#continued(kind, fund, year);
    }
    this.#numbers.set(key, last + 1);
    return last + 1;
  }

  /** The number before the first one of a series: 0, or what the paper series had reached (`init --next`). */
  #continued(kind: VoucherKind, fund: string, year: number): number {
    if (String(year) !== this.entity.firstMonth.slice(0, 4)) return 0;
    const name = fund === '' ? `next ${kind}` : `next ${kind}:${fund}`;
    const row = this.get<{ value: string }>('select value from setting where entity = ? and name = ?', name);
    return row === undefined ? 0 : Number(row.value) - 1;
  }

  /** Appends a row of a fact: key, operation and digest are given here. */
  #append<T extends FactTable>(table: T, unsealed: Unsealed<T>, lines: Lines = {}): number {
    const id = this.#key(table);
    const open = { entity: this.entity.id, id, operation: this.operation, digest: new Uint8Array(0), ...unsealed };
    const digest = factDigest(table, open as unknown as Tables[T], this.#resolver, lines);
    const insert = this.#inserter(table, ['entity', 'id', 'operation', 'digest', ...COLUMNS[table]] as (keyof Tables[T] &
      string)[]);
    insert({ ...open, digest } as unknown as Tables[T]);
    this.#seal.add(table, digest);
    this.#resolver.remember(table, id, digest);
    return id;
  }

  #register<R extends Register>(register: R, values: Omit<Tables[R], 'entity' | 'id' | 'salt'>): { id: number } {
    const row = { ...values, entity: this.entity.id, id: this.#key(register), salt: this.#salt() } as unknown as Tables[R];
    this.#inserter(register, Object.keys(row) as (keyof Tables[R] & string)[])(row);
    this.#change(register, row, '*');
    return { id: row.id };
  }

  /** Appends the change of a register's row, with the digest of the row as it now stands. */
  #change<R extends Register>(register: R, row: Tables[R], columns: string): void {
    const digest = registerDigest(register, row, this.#resolver);
    const id = this.#key('change');
    const change = { entity: this.entity.id, id, operation: this.operation, digest, register, key: row.id, columns };
    this.#inserter('change', ['entity', 'id', 'operation', 'digest', ...COLUMNS.change])(change);
    this.#seal.add('change', factDigest('change', change, this.#resolver));
  }

  #inserter<T extends keyof Tables>(table: T, columns: readonly (keyof Tables[T] & string)[]): (row: Tables[T]) => void {
    let insert = this.#inserts.get(table) as ((row: Tables[T]) => void) | undefined;
    if (insert === undefined) {
      insert = inserter(this.sqlite, table, columns);
      this.#inserts.set(table, insert as (row: never) => void);
    }
    return insert;
  }

  #peek(table: string): number {
    let next = this.#next.get(table);
    if (next === undefined) {
      const row = this.get<{ last: number | null }>(`select max(id) as last from "${table}" where entity = ?`);
      next = (row?.last ?? 0) + 1;
      this.#next.set(table, next);
    }
    return next;
  }

  #key(table: string): number {
    const key = this.#peek(table);
    this.#next.set(table, key + 1);
    return key;
  }

  /** HMAC of a private value under the book's key: finds the same number again without reading any. */
  #lookup(value: string): Uint8Array {
    const key = this.sqlite.prepare<[], { key: Uint8Array }>('select key from book').get()?.key ?? '';
    return createHmac('sha256', key).update(value.replace(/\D/g, '') || value).digest();
  }
}

const POSTING_COLUMNS = [
  'entity',
  'entry',
  'line',
  'account',
  'fund',
  'place',
  'side',
  'amount',
  'item',
  'restriction',
  'appeal',
  'unit',
  'beneficiary',
  'donor',
  'award',
  'part',
  'holder',
] as const;

const WORDING_COLUMNS = ['entity', 'id', 'digest', 'salt', 'party', 'address', 'content', 'fingerprint'] as const;
