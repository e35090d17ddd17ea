import type { BookKey } from '../usecase/book.ts';
import type { Role } from '../domain/account.ts';
import { yearOf, type Day } from '../domain/day.ts';
import { unbalancedFunds, type EntryDraft, type Posting, type Ref } from '../domain/entry.ts';
import { refuse } from '../domain/failure.ts';
import type { Place } from '../domain/fund.ts';
import { voucherCode, type VoucherKind } from '../domain/voucher.ts';
import type { VoucherDraft } from '../usecase/port/entries.ts';
import { Appender } from './appender.ts';
import { standing } from './queries.ts';
import type { Work } from '../usecase/port/work.ts';
import type { Connection } from './connection.ts';
import { atOnce } from './statements.ts';
import type { Tables } from './tables.ts';

/** Rows of entries that go in together, each table's in the order of its keys. */
interface EntryRows {
  readonly wordings: Tables['wording'][];
  readonly postings: Tables['posting'][];
  readonly entries: Tables['entry'][];
}

const noRows = (): EntryRows => ({ wordings: [], postings: [], entries: [] });

/** Vouchers without gaps, and entries with their postings first. */
export class JournalWriter extends Appender {
  readonly #numbers = new Map<string, number>();
  readonly #accounts = new Map<string, number>();
  readonly #words = new Map<number, number>();
  #counted: Map<number, Day> | undefined;

  constructor(db: Connection, work?: Work, key?: BookKey) {
    super(db, work, key);
    for (const row of this.all<{ id: number; role: string; held: number }>(
      'select id, role, held from account where entity = ?',
    )) {
      this.#accounts.set(`${row.role} ${row.held}`, row.id);
    }
  }

  addVoucher(voucher: VoucherDraft): Promise<Ref> {
    const year = yearOf(voucher.day);
    const series = this.entity.series === 'fund' ? voucher.fund.id : 0;
    const number = this.#number(voucher.kind, series, year, series === 0 ? '' : voucher.fund.code);
    const code = voucherCode(voucher.kind, series === 0 ? '' : voucher.fund.code, year, number);
    const wording = this.wording(voucher.wording);
    const id = this.append('voucher', {
      kind: voucher.kind,
      series,
      year,
      number,
      code,
      day: voucher.day,
      fund: voucher.fund.id,
      place: voucher.place?.id ?? null,
      book_no: null,
      paper_no: voucher.paperNo ?? null,
      papers: voucher.papers,
      wording,
    });
    this.#words.set(id, wording);
    return Promise.resolve({ id, code });
  }

  addEntries(drafts: Iterable<EntryDraft>): Promise<readonly number[]> {
    const keys: number[] = [];
    const size = atOnce(this.db);
    let rows = noRows();
    const insert = () => {
      this.insert('wording', rows.wordings);
      this.insert('posting', rows.postings);
      this.insert('entry', rows.entries);
      rows = noRows();
    };
    for (const draft of drafts) {
      keys.push(this.#entry(draft, rows));
      if (rows.entries.length === size) insert();
    }
    insert();
    return Promise.resolve(keys);
  }

  /** Makes an entry's rows, to be inserted with others; gives its key. */
  #entry(draft: EntryDraft, rows: EntryRows): number {
    const unbalanced = unbalancedFunds(draft.postings);
    if (unbalanced.length > 0) throw new TypeError(`an entry is not balanced in ${unbalanced.join(', ')}`);
    const entry = this.peek('entry');
    const postings = draft.postings.map((posting, index) =>
      this.#posting(entry, index + 1, posting, draft.bookedOn),
    );
    rows.postings.push(...postings);
    let wording = this.#words.get(draft.voucher?.id ?? 0);
    if (draft.wording !== undefined) {
      const worded = this.worded(draft.wording, draft.source?.fingerprint);
      rows.wordings.push(worded);
      wording = worded.id;
    }
    if (wording === undefined) throw new TypeError('an entry has neither words nor a voucher of this write');
    const row = this.sealed(
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
        clears: draft.clears ?? null,
        due: draft.due ?? null,
        wording,
        source: draft.source?.document.id ?? null,
        source_row: draft.source?.row ?? null,
      },
      { postings },
    );
    rows.entries.push(row);
    return entry;
  }

  #posting(entry: number, line: number, posting: Posting, day: Day): Tables['posting'] {
    const account = this.#account(posting.role, posting.fund.kind === 'held');
    const place = posting.place?.id ?? null;
    if (posting.place !== undefined) this.#mustBeUncounted(posting.place, day);
    this.touch(account, posting, place ?? 0, day);
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

  /** What the trigger on entries holds too, said in the treasurer's words: a counted place stays as it was counted. */
  #mustBeUncounted({ id, code }: Place, day: Day): void {
    this.#counted ??= new Map(
      this.all<{ place: number; day: Day }>(
        `select place, max(day) as day from cash_count c where entity = ? and ${standing('c')} group by place`,
      ).map((count) => [count.place, count.day]),
    );
    const counted = this.#counted.get(id);
    if (counted !== undefined && counted >= day) refuse('place.counted', { place: code, day, counted });
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

  #account(role: Role, held: boolean): number {
    const account = this.#accounts.get(`${role} ${held ? 1 : 0}`);
    if (account === undefined) throw new TypeError(`the chart has no account for ${role}`);
    return account;
  }
}
