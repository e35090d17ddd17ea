import { canonical, withFields, type Field } from '../domain/form.ts';
import { saltedDigest } from './chain.ts';
import type { FactTable, Register } from './schema.ts';
import type { Tables } from './tables.ts';

/** Tables whose rows have a code that names them outside the book. */
export type Coded =
  | 'fund'
  | 'place'
  | 'unit'
  | 'beneficiary'
  | 'holder'
  | 'donor'
  | 'round'
  | 'appeal'
  | 'item'
  | 'award'
  | 'voucher';

/** Tells what a key stands for, so that digests hold no key of this book. */
export interface Resolver {
  readonly origin: readonly [uuid: string, entity: string];
  /** The canonical text of a row before its own fields. */
  begun(table: FactTable): string;
  account(id: number): string;
  code(table: Coded, id: number): string;
  /** Hex digest of an appended row. */
  digest(table: FactTable | 'wording' | 'operation', id: number): string;
}

type PostingRow = Tables['posting'];
type PartRow = Tables['award_part'];

/** What belongs to a row without being chained itself: an entry's postings, an award's parts, what a match joins. */
export interface Lines {
  readonly postings?: readonly PostingRow[];
  readonly parts?: readonly PartRow[];
  /** Keys of statement lines and entries. */
  readonly joins?: { readonly lines: readonly number[]; readonly entries: readonly number[] };
}

type Form<T extends FactTable> = (row: Tables[T], to: Resolver, lines: Lines) => Field[];

const optional = (value: string | number | null): Field => value ?? undefined;
const hexOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');

/** Which fields of each appended row its digest covers, in what order. Changing one is a new FORM_VERSION. */
const FORMS: { readonly [T in FactTable]: Form<T> } = {
  acceptance: (row, to) => [row.finding, row.until_day, to.digest('wording', row.wording)],
  acknowledgement: (row, to) => [
    to.digest('disbursement', row.disbursement),
    row.day,
    row.amount,
    row.how,
    optional(row.paper),
    row.proxy === null ? undefined : to.digest('wording', row.proxy),
  ],
  advance: (row, to) => [
    to.digest('entry', row.entry),
    to.code('holder', row.holder),
    to.code('place', row.place),
    optional(row.due),
  ],
  attachment: (row) => [row.subject, row.code, row.file, hexOf(row.bytes_digest), row.size],
  award: (row, to, { parts = [] }) => [
    row.code,
    to.code('round', row.round),
    to.code('beneficiary', row.beneficiary),
    to.code('unit', row.unit),
    row.category,
    row.area,
    optional(row.cost),
    row.payee === null ? undefined : to.digest('wording', row.payee),
    row.source === null ? undefined : to.digest('document', row.source),
    optional(row.source_row),
    ...parts.flatMap((part) => [
      part.line,
      part.payer === null ? undefined : to.code('fund', part.payer),
      part.outside === null ? undefined : to.digest('wording', part.outside),
      part.form,
      part.amount,
      part.item === null ? undefined : to.code('item', part.item),
      optional(part.quantity),
      optional(part.due),
      optional(part.needs),
    ]),
  ],
  award_event: (row, to) => [
    to.code('award', row.award),
    row.kind,
    row.decision === null ? undefined : to.digest('decision', row.decision),
    row.wording === null ? undefined : to.digest('wording', row.wording),
  ],
  cash_count: (row, to) => [
    to.code('place', row.place),
    row.day,
    row.total,
    row.notes,
    to.digest('wording', row.wording),
  ],
  change: (row) => [row.register, row.columns, hexOf(row.digest)],
  collected: (row, to) => [
    to.code('unit', row.unit),
    row.origin,
    row.code,
    hexOf(row.head),
    row.operations,
    optional(row.month),
    row.month_head === null ? undefined : hexOf(row.month_head),
    hexOf(row.copy_digest),
  ],
  confirmation: (row, to) => [
    to.code('place', row.place),
    row.day,
    row.balance,
    to.digest('wording', row.wording),
  ],
  correction: (row, to) => [
    to.digest('entry', row.entry),
    row.wording === null ? undefined : to.digest('wording', row.wording),
    row.links,
    row.unit === null ? undefined : to.code('unit', row.unit),
    row.donor === null ? undefined : to.code('donor', row.donor),
    row.reason === null ? undefined : to.digest('wording', row.reason),
  ],
  decision: (row, to) => [
    to.code('round', row.round),
    row.number,
    row.day,
    to.digest('wording', row.wording),
    optional(row.expecting),
    optional(row.expecting_amount),
    optional(row.expecting_document),
  ],
  departure: (row, to) => [to.digest('status', row.status), to.code('unit', row.unit)],
  disbursement: (row, to) => [
    to.code('award', row.award),
    row.line,
    row.entry === null ? undefined : to.digest('entry', row.entry),
    row.stock === null ? undefined : to.digest('stock', row.stock),
  ],
  disclosure: (row, to) => [row.kind, row.scope, to.digest('wording', row.wording)],
  distinction: (row, to) => [
    to.code('beneficiary', row.one),
    to.code('beneficiary', row.other),
    to.digest('wording', row.wording),
  ],
  document: (row, to) => [
    row.kind,
    row.fund === null ? undefined : to.code('fund', row.fund),
    row.file,
    hexOf(row.bytes_digest),
    hexOf(row.normal_digest),
    row.rows,
    row.accepted,
    row.total,
    row.supplements === null ? undefined : to.digest('document', row.supplements),
    row.replaces === null ? undefined : to.digest('document', row.replaces),
    row.flagged,
    row.rejected,
    row.choice,
  ],
  ending: (row, to) => [row.day, row.document, to.digest('wording', row.wording)],
  entry: (row, to, { postings = [] }) => {
    const fields: Field[] = [
      row.kind,
      row.booked_on,
      optional(row.own_day),
      optional(row.document_no),
      optional(row.document_on),
      row.voucher === null ? undefined : to.code('voucher', row.voucher),
      row.reverses === null ? undefined : to.digest('entry', row.reverses),
      row.settles === null ? undefined : to.digest('advance', row.settles),
      row.clears === null ? undefined : to.digest('entry', row.clears),
      optional(row.due),
      to.digest('wording', row.wording),
      row.source === null ? undefined : to.digest('document', row.source),
      optional(row.source_row),
    ];
    for (const posting of postings) addPosting(fields, posting, to);
    return fields;
  },
  handout: (row, to) => [to.code('award', row.award), row.line, to.digest('advance', row.advance)],
  history: (row, to) => [
    to.code('beneficiary', row.beneficiary),
    row.kind,
    row.day,
    row.amount,
    to.digest('wording', row.wording),
    row.source === null ? undefined : to.digest('document', row.source),
    optional(row.source_row),
  ],
  match: (row, to, { joins }) => [
    to.code('place', row.place),
    row.how,
    row.wording === null ? undefined : to.digest('wording', row.wording),
    ...(joins?.lines ?? []).map((line) => to.digest('statement_line', line)),
    ...(joins?.entries ?? []).map((entry) => to.digest('entry', entry)),
  ],
  paper: (row, to) => [
    to.code('award', row.award),
    row.kind,
    row.number,
    row.day,
    optional(row.due),
    row.wording === null ? undefined : to.digest('wording', row.wording),
  ],
  period_event: (row, to) => [row.month, row.kind, hexOf(row.head), to.digest('wording', row.wording)],
  placement: (row, to) => [
    to.code('unit', row.unit),
    row.parent === null ? undefined : to.code('unit', row.parent),
    row.former === null ? undefined : to.code('unit', row.former),
    row.day,
    optional(row.document),
  ],
  reported: (row, to) => [
    to.code('round', row.round),
    row.award === null ? undefined : to.code('award', row.award),
    row.amount,
    row.day,
    row.wording === null ? undefined : to.digest('wording', row.wording),
    to.digest('document', row.source),
    row.source_row,
  ],
  statement: (row, to) => [
    to.digest('document', row.document),
    to.code('place', row.place),
    row.bank,
    row.from_day,
    row.to_day,
    optional(row.opening),
    optional(row.closing),
    row.credits,
    row.debits,
    row.checked,
  ],
  statement_break: (row, to) => [
    to.digest('statement', row.statement),
    row.row,
    row.expected,
    row.found,
    to.digest('wording', row.wording),
  ],
  statement_line: (row, to) => [
    to.digest('statement', row.statement),
    to.code('place', row.place),
    row.row,
    row.day,
    row.clock,
    row.amount,
    optional(row.balance),
    row.reference,
    row.kind,
    to.digest('wording', row.wording),
  ],
  status: (row, to) => [
    to.code('beneficiary', row.beneficiary),
    row.state,
    row.unit === null ? undefined : to.code('unit', row.unit),
    row.day,
    optional(row.document),
  ],
  stock: (row, to) => [
    to.code('item', row.item),
    to.code('fund', row.fund),
    row.voucher === null ? undefined : to.code('voucher', row.voucher),
    row.day,
    row.quantity,
    row.cost,
    row.entry === null ? undefined : to.digest('entry', row.entry),
    row.award === null ? undefined : to.code('award', row.award),
    optional(row.part),
    optional(row.serials),
    row.reverses === null ? undefined : to.digest('stock', row.reverses),
  ],
  succession: (row, to) => [
    to.code('unit', row.unit),
    row.successor === null ? undefined : to.code('unit', row.successor),
    row.day,
    row.ended,
    optional(row.document),
  ],
  undo: (row, to) => [to.digest('operation', row.undone), to.digest('wording', row.wording)],
  unmatch: (row, to) => [to.digest('match', row.match), to.digest('wording', row.wording)],
  voucher: (row, to) => [
    row.kind,
    row.series === 0 ? undefined : to.code('fund', row.series),
    row.year,
    row.number,
    row.day,
    to.code('fund', row.fund),
    row.place === null ? undefined : to.code('place', row.place),
    optional(row.book_no),
    optional(row.paper_no),
    row.papers,
    to.digest('wording', row.wording),
  ],
  waiver: (row, to) => [
    to.code('award', row.award),
    row.rule,
    optional(row.decision),
    to.digest('wording', row.wording),
  ],
};

function addPosting(fields: Field[], posting: PostingRow, to: Resolver): void {
  fields.push(
    posting.line,
    to.account(posting.account),
    to.code('fund', posting.fund),
    posting.place === null ? undefined : to.code('place', posting.place),
    posting.side,
    posting.amount,
    optional(posting.item),
    optional(posting.restriction),
    optional(posting.appeal),
    posting.unit === null ? undefined : to.code('unit', posting.unit),
    posting.donor === null ? undefined : to.code('donor', posting.donor),
    posting.beneficiary === null ? undefined : to.code('beneficiary', posting.beneficiary),
    posting.award === null ? undefined : to.code('award', posting.award),
    optional(posting.part),
    posting.holder === null ? undefined : to.code('holder', posting.holder),
  );
}

/** The canonical text of an appended row, whose digest it has at the write and at every later proof. */
export function factForm<T extends FactTable>(
  table: T,
  row: Tables[T],
  to: Resolver,
  lines: Lines = {},
): string {
  return withFields(to.begun(table), FORMS[table](row, to, lines));
}

/** Columns of registers that hold a key, and of which table. */
const REFERENCES: { readonly [R in Register]?: Readonly<Record<string, Coded>> } = {
  place: { home_fund: 'fund' },
  unit: { parent: 'unit', successor: 'unit' },
  beneficiary: { unit: 'unit', relative_of: 'beneficiary', merged_into: 'beneficiary' },
  round: { previous: 'round' },
  level: { round: 'round' },
  quota: { round: 'round', unit: 'unit' },
  appeal: { fund: 'fund', share_fund: 'fund' },
  target: { appeal: 'appeal', unit: 'unit' },
  purpose: { fund: 'fund' },
  donor: { beneficiary: 'beneficiary', unit: 'unit' },
  alias: { donor: 'donor' },
};

/** The salted digest of a register's row as it stands: what a change row keeps, so that no name can be guessed from it. */
export function registerDigest<R extends Register>(register: R, row: Tables[R], to: Resolver): Buffer {
  const references: Readonly<Record<string, Coded>> = REFERENCES[register] ?? {};
  const fields: Field[] = [...to.origin, register];
  for (const [column, value] of Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (column === 'entity' || column === 'id' || column === 'salt') continue;
    const reference = references[column];
    if (value === null) fields.push(column, undefined);
    else if (reference !== undefined && typeof value === 'number')
      fields.push(column, to.code(reference, value));
    else if (typeof value === 'number' || typeof value === 'string') fields.push(column, value);
  }
  return saltedDigest(row.salt, fields);
}

/** The canonical text of an entry's or voucher's words, to be digested with their salt; the fingerprint in hex. */
export function wordingForm({
  party,
  address,
  content,
  fingerprint,
}: Pick<Tables['wording'], 'party' | 'address' | 'content'> & {
  readonly fingerprint: string | null;
}): string {
  return canonical('text', [party ?? '', optional(address), content ?? '', optional(fingerprint)]);
}
