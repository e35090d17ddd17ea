import type { Role, Side } from '../domain/account.ts';
import {
  BOOK_FORMAT,
  type BookHeader,
  type BookRow,
  type WrittenRow,
  type Cell,
} from '../domain/book-file.ts';
import type { Day } from '../domain/day.ts';
import { asDong } from '../domain/dong.ts';
import type { BookKey } from '../usecase/book.ts';
import type {
  ExchangeReader,
  WrittenBook,
  ExportedEntry,
  ExportedPosting,
} from '../usecase/port/exchange.ts';
import { batches, LineCursor } from './batches.ts';
import { SCHEMA_VERSION } from './codes.ts';
import { PrivateCodec } from './private.ts';
import { columnsOf } from './table-texts.ts';
import { EntityQueries, maybe } from './queries.ts';
import { REGISTERS, type FactTable } from './schema.ts';
import type { Connection } from './connection.ts';

type Row = Record<string, Cell>;
type Keyed = Row & { id: number; operation: number };

/**
 * Facts in the order in which triggers let an operation's rows in: what an operation takes back before what takes its
 * place, entries before what joins them with the bank, a close after all.
 */
const ORDER: readonly FactTable[] = [
  'change',
  'document',
  'undo',
  'unmatch',
  'statement',
  'statement_line',
  'statement_break',
  'voucher',
  'decision',
  'award',
  'award_event',
  'waiver',
  'paper',
  'entry',
  'advance',
  'handout',
  'stock',
  'disbursement',
  'acknowledgement',
  'status',
  'succession',
  'placement',
  'departure',
  'distinction',
  'reported',
  'cash_count',
  'history',
  'confirmation',
  'correction',
  'attachment',
  'collected',
  'disclosure',
  'match',
  'acceptance',
  'period_event',
  'ending',
];

/** Rows that go in before the row they belong to, and the column that says which one that is. */
const BEFORE: { readonly [T in FactTable]?: readonly [table: string, owner: string, order: string][] } = {
  entry: [['posting', 'entry', 'line']],
  award: [['award_part', 'award', 'line']],
  match: [
    ['match_line', 'match', 'line'],
    ['match_entry', 'match', 'entry'],
  ],
};

/** Every table of a book besides the book's own row and the day balances, which postings give. */
export const EXPORTED: readonly string[] = [
  ...REGISTERS,
  'private',
  'wording',
  ...ORDER,
  ...Object.values(BEFORE).flatMap((tables) => tables.map(([table]) => table)),
  'operation',
];

/** Reads for files that leave the book. */
export class ExchangeQueries extends EntityQueries implements ExchangeReader {
  readonly #private: PrivateCodec;
  readonly #db: Connection;
  readonly #entity: number;
  readonly #columns = new Map<string, string>();

  constructor(db: Connection, entity: number, key?: BookKey) {
    super(db, entity);
    this.#private = new PrivateCodec(db, entity, key);
    this.#db = db;
    this.#entity = entity;
  }

  kept(to: string): WrittenBook {
    return { file: to, header: this.bookHeader('kept'), rows: numbered(this.bookRows('kept')) };
  }

  *entries(range: { readonly from: Day; readonly to: Day }): Iterable<ExportedEntry> {
    const rows = this.iterate<PostingRow>(
      `select e.id, e.kind, e.booked_on as day, e.document_no, v.code as voucher, w.party, w.content,
              p.line, p.fund, p.place, p.side, p.amount, p.item, a.role, u.code as unit
         from entry e join posting p on p.entity = e.entity and p.entry = e.id
         join account a on a.entity = p.entity and a.id = p.account
         join wording w on w.entity = e.entity and w.id = e.wording
         left join voucher v on v.entity = e.entity and v.id = e.voucher
         left join unit u on u.entity = p.entity and u.id = p.unit
        where e.entity = @entity and e.booked_on between @from and @to order by e.booked_on, e.id, p.line`,
      range,
    );
    let postings: ExportedPosting[] = [];
    let entry: ExportedEntry | undefined;
    for (const row of rows) {
      if (entry?.id !== row.id) {
        if (entry !== undefined) yield entry;
        postings = [];
        entry = entryOf(row, postings);
      }
      postings.push({
        line: row.line,
        fund: row.fund,
        role: row.role,
        place: maybe(row.place),
        side: row.side,
        amount: asDong(row.amount),
        item: row.item ?? '',
        unit: row.unit ?? '',
      });
    }
    if (entry !== undefined) yield entry;
  }

  bookHeader(withPrivate: boolean | 'kept'): BookHeader {
    const [book] = this.all<{ uuid: string; created_at: string; key: string; code: string; head: string }>(
      `select b.uuid, b.created_at, ${withPrivate === 'kept' ? `lower(hex(${this.#db.entity === undefined ? 'b.key' : 'key_of(b.id)'}))` : "''"} as key, e.code, (
         select lower(hex(digest)) from operation o where o.entity = e.entity order by o.id desc limit 1) as head
         from entity e join book b on b.id = e.entity where e.entity = ?`,
    );
    if (book === undefined) throw new TypeError('a book without its entity');
    const count = (table: string) =>
      this.all<{ rows: number }>(`select count(*) as rows from "${table}" where entity = ?`)[0]?.rows ?? 0;
    return {
      format: BOOK_FORMAT,
      schema: SCHEMA_VERSION,
      uuid: book.uuid,
      entity: book.code,
      head: book.head,
      createdAt: book.created_at,
      private: withPrivate !== false,
      ...(withPrivate === 'kept' ? { key: book.key } : {}),
      counts: Object.fromEntries(
        [...EXPORTED, ...(withPrivate === 'kept' ? ['vault'] : [])].map((table) => [table, count(table)]),
      ),
    };
  }

  *bookRows(withPrivate: boolean | 'kept'): Iterable<BookRow> {
    for (const table of REGISTERS) yield* this.#table(table);
    const kept = this.all<Row>(
      `select ${this.#told('private')} from private where entity = ? order by register, owner, field`,
    );
    for (const { value, lookup, ...row } of kept) {
      if (withPrivate === 'kept')
        yield named('private', { ...row, value: value ?? '', lookup: lookup ?? '' });
      else yield named('private', withPrivate ? { ...row, value: this.#opened(row, value) } : row);
    }
    if (withPrivate === 'kept')
      for (const row of this.all<Row>(
        `select ${this.#told('vault')} from vault where entity = ? order by opened_by`,
      ))
        yield named('vault', row);
    yield* this.#table('wording');
    yield* this.#operations();
  }

  /** A private value as text: whoever reads the file has no key of this book. */
  #opened({ register, owner, field }: Row, value: Cell | undefined): string {
    const place = { register: String(register), owner: Number(owner), field: String(field) };
    return this.#private.tell(place, String(value));
  }

  *#table(table: string): Iterable<BookRow> {
    for (const row of this.#batches(table)) yield named(table, row);
  }

  *#operations(): Iterable<BookRow> {
    const facts = ORDER.map((table) => ({
      table,
      rows: new Ahead(this.#batches(table)),
      before: (BEFORE[table] ?? []).map(([part, owner, order]) => ({
        part,
        lines: new LineCursor<Row>(this.#db, this.#entity, part, owner, order, this.#told(part)),
      })),
    }));
    for (const operation of this.#batches('operation')) {
      for (const { table, rows, before } of facts) {
        for (const row of rows.upTo(operation.id)) {
          for (const { part, lines } of before) for (const each of lines.of(row.id)) yield named(part, each);
          yield named(table, row);
        }
      }
      yield named('operation', operation);
    }
  }

  #batches(table: string): IterableIterator<Keyed> {
    return batches<Keyed>(this.#db, this.#entity, table, this.#told(table));
  }

  /** A table's columns, bytes as hex: a buffer for each of a million digests would be let go late. */
  #told(table: string): string {
    let told = this.#columns.get(table);
    if (told === undefined) {
      told = columnsOf(table)
        .filter(({ name }) => name !== 'entity')
        .map(({ name, type }) =>
          type === 'blob'
            ? `case when "${name}" is not null then lower(hex("${name}")) end as "${name}"`
            : `"${name}"`,
        )
        .join(', ');
      this.#columns.set(table, told);
    }
    return told;
  }
}

/** Rows of a table, taken as far as one operation wrote them. */
class Ahead {
  readonly #rows: IterableIterator<Keyed>;
  #next: IteratorResult<Keyed, unknown>;

  constructor(rows: IterableIterator<Keyed>) {
    this.#rows = rows;
    this.#next = rows.next();
  }

  *upTo(operation: number): Iterable<Keyed> {
    while (this.#next.done !== true && this.#next.value.operation <= operation) {
      yield this.#next.value;
      this.#next = this.#rows.next();
    }
  }
}

interface PostingRow {
  id: number;
  kind: string;
  day: Day;
  document_no: string | null;
  voucher: string | null;
  party: string | null;
  content: string | null;
  line: number;
  fund: number;
  place: number | null;
  side: Side;
  amount: number;
  item: string | null;
  role: Role;
  unit: string | null;
}

function entryOf(row: PostingRow, postings: ExportedPosting[]): ExportedEntry {
  return {
    id: row.id,
    kind: row.kind,
    day: row.day,
    voucher: row.voucher ?? '',
    document: row.document_no ?? '',
    party: row.party ?? '',
    content: row.content ?? '',
    postings,
  };
}

function named(table: string, row: Row): BookRow {
  return { table, row };
}

/** Rows as if the first stood behind a header's line. */
function* numbered(rows: Iterable<BookRow>): Iterable<WrittenRow> {
  let line = 1;
  for (const row of rows) yield { ...row, line: (line += 1) };
}
