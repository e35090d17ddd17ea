import type { Day, Month } from './day.ts';
import type { Dong } from './dong.ts';
import type { Break } from './running-balance.ts';

/** Figures and codes of a failure or finding; never a person's name, number or reason. */
type Facts = Readonly<Record<string, unknown>>;

/** One cell of an input file that cannot be taken. */
export interface RowFault {
  readonly row: number;
  readonly column: string;
  readonly code: RowFaultCode;
  /** What the fault is about where it helps: a code, a day, never a name. */
  readonly detail?: string | undefined;
}

export type RowFaultCode =
  | 'amount.missing'
  | 'amount.unreadable'
  | 'amount.negative'
  | 'amount.fraction'
  | 'amount.parts'
  | 'amount.approximate'
  | 'amount.currency'
  | 'amount.rounded'
  | 'amount.ambiguous'
  | 'amount.two'
  | 'amount.proved'
  | 'side.unclear'
  | 'row.wide'
  | 'row.unclear'
  | 'cell.formula'
  | 'day.missing'
  | 'day.unreadable'
  | 'day.future'
  | 'day.before-book'
  | 'day.year'
  | 'day.ambiguous'
  | 'day.outside'
  | 'name.missing'
  | 'code.unfit'
  | 'code.taken'
  | 'code.repeated'
  | 'unit.missing'
  | 'unit.unknown'
  | 'unit.ambiguous'
  | 'unit.repeated'
  | 'parent.unknown'
  | 'person.unknown'
  | 'person.ambiguous'
  | 'person.repeated'
  | 'person.awarded'
  | 'category.unknown'
  | 'fund.unknown'
  | 'place.unknown'
  | 'kind.unknown'
  | 'round.unknown'
  | 'quantity.unreadable'
  | 'amount.twice'
  | 'award.unknown'
  | 'award.unpaid'
  | 'award.amount'
  | 'signed.unclear';

export type Noun =
  | 'fund'
  | 'place'
  | 'unit'
  | 'member'
  | 'round'
  | 'award'
  | 'entry'
  | 'voucher'
  | 'document'
  | 'holder'
  | 'donor'
  | 'statement'
  | 'operation'
  | 'item'
  | 'move'
  | 'finding'
  | 'line'
  | 'match'
  | 'appeal'
  | 'loan'
  | 'decision';

/**
 * Everything the program can refuse, with the facts each message needs. Codes are stable. The exit code of each stands
 * in EXIT; its three-part message (what was refused, what must hold, what to do) in every message catalogue.
 */
export interface FailureFacts {
  'usage.command': { given: string; near: readonly string[] };
  'usage.option': { problem: 'unknown' | 'value' | 'argument' | 'excess'; subject: string };
  'usage.value': { option: string; given: string; expected: string };
  'usage.missing': { option: string };
  'usage.conflict': { options: readonly string[] };
  'book.exists': { path: string; option: string };
  'book.missing': { path: string };
  'book.busy': { path: string };
  'book.foreign': { path: string };
  'book.version': { path: string; found: number; known: number };
  'book.damaged': { path: string; detail: string };
  'book.altered': { kind: string; name: string; operation: number };
  'file.missing': { path: string };
  'file.exists': { path: string };
  'file.unwritable': { path: string; reason: string };
  'amount.unsafe': Facts;
  'code.unfit': { code: string };
  'code.taken': { noun: Noun; code: string };
  missing: { noun: Noun; code: string; known?: readonly string[] | undefined };
  'fund.short': { fund: string; place: string; day: Day; balance: Dong };
  'fund.purpose': { fund: string; purpose: string; day: Day; allowed: readonly string[] };
  'fund.held': { fund: string };
  'fund.committed': { fund: string; needed: Dong; available: Dong };
  'fund.same': { fund: string };
  /** Money that givers set apart: `short` is missing beside what was asked. */
  'fund.restricted': { fund: string; short: Dong; money: Dong; restricted: Dong };
  /** A gift taken back of which some is spent for its aim already. */
  'restriction.spent': { fund: string; restriction: string; short: Dong };
  'purpose.kept': { fund: string; purpose: string };
  'loan.repaid': { loan: string; open: Dong; given: Dong };
  /** An entry that later ones answer: a loan repaid, a gift refunded. */
  'appeal.fund': { appeal: string; fund: string; given: string };
  'remit.over': { fund: string; appeal: string; owed: Dong; given: Dong };
  'place.same': { place: string };
  /** A place that was counted on that day or a later one. */
  'place.counted': { place: string; day: Day; counted: Day };
  'place.bank': { place: string };
  'place.cash': { place: string };
  /** A statement that stands already, of another account. */
  'statement.account': { document: string; account: string };
  /** An entry that a line of a statement stands for. */
  'entry.matched': { entry: number; match: number };
  /** A line or an entry that another match has already. */
  'match.taken': { noun: 'line' | 'entry'; number: number; match: number };
  'match.sum': { lines: Dong; entries: Dong; difference: Dong };
  /** Money in where only money out fits, or the other way round. */
  'line.side': { line: number; amount: Dong; as: string };
  /** A line that has no entry yet, where one that waits in CHO is needed. */
  'line.open': { line: number };
  /** Money that waits in CHO: how much of a receipt is still open, and how much was asked for. */
  'receipt.open': { entry: number; open: Dong; needed: Dong };
  /** Receipts that wait in CHO, any of which a payment may return. */
  'receipt.several': { line: number; amount: Dong; entries: readonly number[] };
  'operation.undone': { operation: number; by: number };
  /** An operation that wrote more than an import does. */
  'operation.kind': { operation: number; command: string };
  /** What rests on an import: lists, awards, donors, members or units, by code. */
  'operation.rests': { operation: number; what: string; codes: readonly string[]; more: number };
  'day.future': { day: Day; today: Day };
  'day.before-book': { day: Day; first: Day };
  'period.closed': { day: Day; open: Day };
  'period.order': { month: Month; next: Month };
  'period.blocked': { month: Month; findings: readonly string[] };
  'period.running': { month: Month; last: Day; today: Day };
  /** A month that is not closed, where a closed one is needed. */
  'period.open': { month: Month };
  'period.last': { month: Month; last: Month };
  'period.locked': { month: Month };
  /** A head that the chain never had. */
  'head.unknown': { head: string };
  'entry.reversed': { entry: number };
  'entry.reversal': { entry: number };
  'entry.opening': { entry: number };
  'entry.settled': { entry: number; settled: Dong };
  /** An entry of a kind that the command does not take. */
  'entry.kind': { entry: number; kind: string };
  /** An entry that later ones answer: keys of those. */
  'entry.cleared': { entry: number; by: readonly number[] };
  /** More than is left of what was given. */
  'refund.more': { entry: number; left: Dong; amount: Dong };
  'opening.late': { entries: number };
  /** A fund whose opening figures do not add up: what it holds against what its year brought. */
  'opening.unbalanced': { fund: string; holds: Dong; brought: Dong };
  'day.book-on': { day: Day; open: Day };
  'round.kind': { round: string; kind: string };
  'award.none': { round: string; kind: string; verb: string };
  'award.day': { award: string; day: Day; decided: Day };
  'award.second': { round: string };
  'level.missing': { round: string; category: string };
  'advance.overdue': { holder: string; due: Day };
  'advance.settled': { holder: string; open: Dong; given: Dong };
  'sign.mismatch': { count: number; total: Dong; givenCount: number; givenTotal: Dong };
  'count.mismatch': { notes: Dong; total: Dong };
  'finding.never': { finding: string };
  /** Goods that would be fewer than none at the end of a day. */
  'stock.short': { fund: string; item: string; day: Day; quantity: number };
  /** A move before others whose cost was reckoned without it. */
  'stock.order': { fund: string; item: string; day: Day; last: Day };
  'stock.reversed': { voucher: string };
  'stock.reversal': { voucher: string };
  /** Serials and the quantity they stand for. */
  'serials.count': { serials: number; quantity: number };
  /** Serials that are not in stock (`gone`), or are there already. */
  'serials.held': { item: string; serials: readonly string[]; gone: boolean };
  /** A payment that bought goods, and the voucher that took them in. */
  'entry.goods': { entry: number; voucher: string };
  'award.goods': { award: string; fund: string };
  'officer.none': { role: string; day: Day };
  'officer.day': { role: string; from: Day; day: Day };
  'officer.same': { role: string };
  /** A member who left already, a unit that is closed already. */
  'register.ended': { noun: Noun; code: string; on: Day };
  'input.empty': { file: string };
  'input.size': { file: string; bytes: number; limit: number };
  'input.format': { file: string; found: string };
  /** A part of a workbook that no list needs: `what` says which (entity, path, cell, rows). */
  'input.hostile': { file: string; what: string };
  'input.sheets': { file: string; sheets: readonly string[] };
  /** Bytes or letters that cannot be read back: `damage` says how (byte, nul, cut, marks, letter). */
  'input.encoding': { file: string; line: number; damage: string };
  /** Text that several encodings read as Vietnamese, or none does. */
  'input.encodings': { file: string; found: readonly string[] };
  'input.delimiter': { file: string; line: number };
  'input.heading': { file: string; missing: readonly string[]; found: readonly string[] };
  'input.columns': { file: string; field: string; columns: readonly string[] };
  /** A column of amounts with two readings: how many cells speak for each mark, and what they would add up to. */
  'input.separator': {
    file: string;
    column: string;
    dot: { cells: number; total: Dong };
    comma: { cells: number; total: Dong };
  };
  'input.changed': { file: string };
  'input.currency': { file: string; currency: string };
  /** Headings that the profile has and the list lacks (`- …`), or the other way round (`+ …`). */
  'input.profile': { file: string; profile: string; difference: readonly string[] };
  'profile.unfit': { profile: string; key: string };
  'input.total': { file: string; row: number; printed: Dong; sum: Dong };
  /** A count or sum that the bank prints (`what`) and its lines do not give. */
  'input.control': { file: string; what: string; printed: number; found: number };
  /** Balances that do not follow from the lines before them; each with the amount that would mend it. */
  'input.breaks': { file: string; breaks: readonly Break[]; more: number };
  /** Units whose place in the tree cannot be told: each stands under another of them. */
  'unit.tree': { file: string; rows: readonly number[] };
  'input.rows': { file: string; sheet?: string | undefined; rows: readonly RowFault[]; more: number };
  /** Most lines of a statement stand in an earlier one of the account, and no balance tells whether they are the same. */
  'input.repeated': { file: string; document: string; overlap: number; rows: number };
  'input.overlap': { file: string; document: string; overlap: number; rows: number; documentRows: number };
  /** A file that is no exported book. */
  'input.foreign': { file: string };
  'input.newer': { file: string; found: number; known: number };
  /** The last whole line, and the end that is missing. */
  'input.cut': { file: string; line: number };
  /** A line (0 where only the chain tells), or the row that the chain names, is not as it was exported. */
  'input.altered': {
    file: string;
    line: number;
    row?: { kind: string; name: string; operation: number } | undefined;
  };
  cancelled: Facts;
}

export type FailureCode = keyof FailureFacts;

export type Failure = {
  [C in FailureCode]: { readonly code: C; readonly facts: FailureFacts[C] };
}[FailureCode];

/** 2 usage · 3 refused by a rule · 4 input file refused · 5 not found · 6 busy · 7 store unusable · 130 cancelled. */
export const EXIT: Readonly<Record<FailureCode, 2 | 3 | 4 | 5 | 6 | 7 | 130>> = {
  'usage.command': 2,
  'usage.option': 2,
  'usage.value': 2,
  'usage.missing': 2,
  'usage.conflict': 2,
  'book.exists': 3,
  'book.missing': 5,
  'book.busy': 6,
  'book.foreign': 7,
  'book.version': 7,
  'book.damaged': 7,
  'book.altered': 7,
  'file.missing': 5,
  'file.exists': 3,
  'file.unwritable': 3,
  'amount.unsafe': 3,
  'code.unfit': 2,
  'code.taken': 3,
  missing: 5,
  'fund.short': 3,
  'fund.purpose': 3,
  'fund.held': 3,
  'fund.committed': 3,
  'fund.same': 3,
  'fund.restricted': 3,
  'restriction.spent': 3,
  'purpose.kept': 3,
  'loan.repaid': 3,
  'appeal.fund': 3,
  'remit.over': 3,
  'place.same': 3,
  'place.counted': 3,
  'place.bank': 3,
  'place.cash': 3,
  'statement.account': 3,
  'entry.matched': 3,
  'match.taken': 3,
  'match.sum': 3,
  'line.side': 3,
  'line.open': 3,
  'receipt.open': 3,
  'receipt.several': 3,
  'operation.undone': 3,
  'operation.kind': 3,
  'operation.rests': 3,
  'day.future': 3,
  'day.before-book': 3,
  'period.closed': 3,
  'period.order': 3,
  'period.blocked': 3,
  'period.running': 3,
  'period.open': 3,
  'period.last': 3,
  'period.locked': 3,
  'head.unknown': 3,
  'entry.reversed': 3,
  'entry.reversal': 3,
  'entry.opening': 3,
  'entry.settled': 3,
  'entry.kind': 3,
  'entry.cleared': 3,
  'refund.more': 3,
  'opening.late': 3,
  'opening.unbalanced': 4,
  'day.book-on': 3,
  'round.kind': 3,
  'award.none': 3,
  'award.day': 3,
  'award.second': 3,
  'level.missing': 3,
  'advance.overdue': 3,
  'advance.settled': 3,
  'sign.mismatch': 3,
  'count.mismatch': 3,
  'finding.never': 3,
  'stock.short': 3,
  'stock.order': 3,
  'stock.reversed': 3,
  'stock.reversal': 3,
  'serials.count': 3,
  'serials.held': 3,
  'entry.goods': 3,
  'award.goods': 3,
  'officer.none': 3,
  'officer.day': 3,
  'officer.same': 3,
  'register.ended': 3,
  'input.empty': 4,
  'input.size': 4,
  'input.format': 4,
  'input.hostile': 4,
  'input.sheets': 4,
  'input.encoding': 4,
  'input.encodings': 4,
  'input.delimiter': 4,
  'input.heading': 4,
  'input.columns': 4,
  'input.separator': 4,
  'input.changed': 4,
  'input.currency': 4,
  'input.profile': 4,
  'profile.unfit': 4,
  'input.total': 4,
  'input.control': 4,
  'input.breaks': 4,
  'unit.tree': 4,
  'input.rows': 4,
  'input.repeated': 4,
  'input.overlap': 4,
  'input.foreign': 4,
  'input.newer': 4,
  'input.cut': 4,
  'input.altered': 4,
  cancelled: 130,
};

/** A failure on its way up: thrown so that the transaction it leaves rolls back, caught once at the command's edge. */
export class Refusal extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

export function refuse<C extends FailureCode>(code: C, facts: FailureFacts[C]): never {
  throw new Refusal({ code, facts } as Failure);
}
