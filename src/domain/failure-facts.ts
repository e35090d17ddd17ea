import type { EndingFacts } from './ending-facts.ts';
import type { ServerFacts } from './server-facts.ts';
import type { ProgrammeKind } from './award.ts';
import type { ObjectionSubject } from './objection.ts';
import type { CollectFacts } from './collect.ts';
import type { Day, Month } from './day.ts';
import type { Dong } from './dong.ts';
import type { Milestone, PaperKind } from './paper.ts';
import type { RuleSubject } from './rule.ts';
import type { RowFault } from './row-fault.ts';
import type { Break } from './running-balance.ts';
import type { State } from './status.ts';

/** Figures and codes of a failure or finding; never a person's name, number or reason. */
type Facts = Readonly<Record<string, unknown>>;

/** Who writes a book at the moment: whom it names is the user that runs the command, and nobody in the book. */
export interface BookWriter {
  readonly actor: string;
  readonly command: string;
  /** Vietnam's time, to the second. */
  readonly since: string;
  readonly process: number;
  /** The machine's name; undefined where it is this one. */
  readonly machine?: string | undefined;
}

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
  | 'decision'
  | 'rule'
  | 'setting';

/**
 * Everything the program can refuse, with the facts each message needs. Codes are stable. The exit code of each stands
 * in EXIT; its three-part message (what was refused, what must hold, what to do) in every message catalogue.
 */
export interface FailureFacts extends EndingFacts, CollectFacts, ServerFacts {
  /** A noun that is known, with its verbs, when only the verb is unknown or left out. */
  'usage.command': {
    given: string;
    near: readonly string[];
    noun?: string | undefined;
    verbs?: readonly string[] | undefined;
  };
  'usage.option': {
    problem: 'unknown' | 'value' | 'argument' | 'excess';
    subject: string;
    command: string;
    form: string;
    near: readonly string[];
  };
  'usage.value': {
    option: string;
    given: string;
    expected: string;
    near?: readonly string[] | undefined;
  };
  'usage.missing': { option: string };
  'usage.conflict': { options: readonly string[] };
  /** Options whose values come through standard input, and how many lines came. */
  'usage.lines': { options: readonly string[]; lines: number };
  /** A list from a terminal, or a file onto one. */
  'usage.terminal': { stream: 'in' | 'out' };
  /** A command that shows no private value. */
  'reveal.none': { command: string };
  'reveal.purpose': Facts;
  /** A configuration file that cannot be followed; `key` and what may stand there where one is to blame. */
  'config.unfit': {
    path: string;
    problem: 'file' | 'json' | 'key' | 'value' | 'place';
    key: string;
    expected: string;
  };
  /** Where nobody can be asked and no file was named. */
  'passphrase.missing': Facts;
  /** A file that others may read, or in which no passphrase stands. */
  'passphrase.file': { path: string; problem: 'open' | 'empty' | 'large' | 'none' };
  'passphrase.short': { least: number };
  'passphrase.wrong': Facts;
  /** A private field is needed by a command that unlocked nothing, or by other means than the passphrase gave. */
  'private.locked': Facts;
  /** How private fields are kept now, which is not what the command is for; `open`: the key is missing, as in a rebuilt book. */
  'private.state': { state: 'plain' | 'sealed' | 'open' };
  /** The wrapped key, or an encrypted value, is not as the program wrote it; `of` is the code of whose it is. */
  'private.damaged': { what: 'key' } | { what: 'value'; register?: string; of?: string; field?: string };
  'book.exists': { path: string; option: string };
  /** How many backups of a book of that name there are, and what restores the newest. */
  'book.missing': { path: string; backups?: number; restore?: string };
  /** `changed`: nobody has the book any more, but somebody wrote it while this looked. `waited`: seconds. */
  'book.busy': {
    path: string;
    how?: 'writing' | 'reading' | 'changed' | undefined;
    writer?: BookWriter | undefined;
    waited?: number | undefined;
  };
  /** Another file lies where the book was opened. */
  'book.replaced': { path: string };
  /** Nothing may be written: because it was said so (`asked`), or because of the file or its folder. */
  'book.read-only': { path: string; cause: 'asked' | 'file' | 'folder' };
  /** A journal lies beside the book that whoever may write must take back first. */
  'book.unfinished': { path: string };
  'book.foreign': { path: string };
  'book.version': { path: string; found: number; known: number };
  'book.older': { path: string; found: number; known: number };
  'book.damaged': { path: string; detail: string };
  /** Its owner lets this user not read it. */
  'book.unreadable': { path: string };
  /** The disk took no more; `room` is what it says is left, in bytes. */
  'book.full': { path: string; room: number | undefined };
  /** The system refused to write, flush or lock: a disk that fails, was pulled out, or may hold no larger file. */
  'book.unwritten': { path: string; detail: string };
  'book.altered': { kind: string; name: string; operation: number };
  /** A file that is no whole backup of a book of this program's: each way has its own code. */
  'backup.truncated': { path: string; bytes: number; expected: number };
  /** `how`: which proof it fails; `row`: what was found otherwise; `bytes`: how long what is encrypted is in plain. */
  'backup.altered': {
    path: string;
    how: 'digest' | 'size' | 'pages' | 'shape' | 'chain' | 'balances' | 'cipher';
    bytes?: number | undefined;
    row?: { kind: string; name: string; operation: number } | undefined;
  };
  'backup.foreign': { path: string };
  'backup.older': { path: string; found: number; known: number };
  'backup.newer': { path: string; found: number; known: number };
  /** A write that was cut off lies beside the file, which is no backup but a book. */
  'backup.journal': { path: string; journal: string };
  /** What was given does not open an encrypted backup; `by` says which secret it wants. */
  'backup.key': { path: string; by: 'passphrase' | 'identity' };
  /** Another book than the backup's lies where it is to be restored. */
  'backup.other': { path: string; book: string };
  /** The backup before a long import cannot be made: why, by another failure's code. */
  'backup.failed': { path: string; reason: string };
  'file.missing': { path: string };
  'file.exists': { path: string };
  /** A folder that holds something else than an earlier pack of this book: one file of it, empty where it is no folder. */
  'folder.taken': { path: string; file: string };
  'file.unwritable': { path: string; reason: string };
  /** The book is written; its file lies whole beside its place, and could not be given its name. */
  'file.unplaced': { path: string; draft: string };
  /** A file, or the book, that another program holds open; `lock`: the lock file of an office program beside it. */
  'file.held': { path: string; lock: string | undefined };
  'amount.unsafe': Facts;
  'code.unfit': { code: string };
  'code.taken': { noun: Noun; code: string };
  /** `near`: codes in the book that may have been meant. */
  missing: {
    noun: Noun;
    code: string;
    known?: readonly string[] | undefined;
    near?: readonly string[] | undefined;
  };
  'fund.short': { fund: string; place: string; day: Day; balance: Dong };
  'fund.purpose': { fund: string; purpose: string; day: Day; allowed: readonly string[] };
  'fund.held': { fund: string };
  'fund.committed': { fund: string; needed: Dong; available: Dong };
  'fund.same': { fund: string };
  /** Money that givers set apart: `short` is missing beside what was asked. */
  'fund.restricted': {
    fund: string;
    short: Dong;
    money: Dong;
    restricted: Dong;
    day?: Day | undefined;
  };
  /** A gift taken back of which some is spent for its aim already. */
  'restriction.spent': { fund: string; restriction: string; short: Dong };
  'purpose.kept': { fund: string; purpose: string };
  'loan.repaid': { loan: string; open: Dong; given: Dong };
  /** An entry that later ones answer: a loan repaid, a gift refunded. */
  /** Letters of thanks that nobody would get; `gifts` were given within what was asked for, the anonymous ones too. */
  'thanks.none': { donor: string; appeal: string; period: string; min: Dong | undefined; gifts: number };
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
  /** `bookOn`: whether the command can book it in an open month and keep its own day. */
  'period.closed': { day: Day; open: Day; bookOn?: boolean };
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
  'award.second': { round: string; twice: 'refuse' | 'part' };
  /** An award that has come too far, or was ended, for a verb. */
  'award.state': { award: string; kind: string; state: string; verb: string };
  /** An award whose money is out: `state` is how far. */
  'award.out': { award: string; kind: string; state: 'handed' | 'paid' | 'signed' };
  /** An award that only a decision takes back. */
  'award.decided': { award: string; kind: string; decision: string };
  'cases.rounds': { rounds: readonly string[] };
  /** `allowed` and `found` as the rule writes them: đồng, days, counts, codes. */
  'rule.broken': {
    award: string;
    rule: string;
    subject: ObjectionSubject;
    allowed: string;
    found: string;
    source: string | undefined;
    more: number;
    /** Of awards that stand already: which programme's commands mend it. */
    kind?: string | undefined;
  };
  /** A norm exceeded, waived without a decision. */
  'waiver.decision': { rule: string };
  /** Who approves is the recipient of an award, or (without one) who enters. */
  'approval.self': { award: string | undefined };
  /** A rule's value that is not written as its subject wants it. */
  'rule.value': { what: RuleSubject; value: string };
  'waiver.same': Record<string, never>;
  /** A visit by no decision: no clause stands for one, or it grants less (`level`; undefined where it names no sum). */
  'visit.undecided': {
    round: string;
    category: string;
    amount: Dong;
    level: Dong | undefined;
    standing: string;
  };
  /** More than is left of what was paid; `left` in đồng. */
  'return.more': { award: string; left: Dong; amount: Dong };
  /** Instalments that do not add up to the award's amount. */
  'instalment.sum': { amount: Dong; sum: Dong; difference: Dong };
  /** A milestone of a house that is there already, or whose day does not fit the others' (`other`). */
  'milestone.twice': { award: string; milestone: Milestone; day: Day };
  'milestone.order': { award: string; milestone: Milestone; day: Day; other: Milestone; otherDay: Day };
  'level.missing': { round: string; category: string };
  'advance.overdue': { holder: string; due: Day };
  'advance.settled': { holder: string; open: Dong; given: Dong };
  'sheet.control': { file: string; sheet: string; control: string };
  'sheet.repeated': { file: string; sheet: string; control: string };
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
  /** What an award was decided in, and what was to be given; `given` as a number of units and an item's code. */
  'award.item': { award: string; item: string; quantity: number; given: string };
  'part.quantity': { award: string; item: string };
  /** A part before its day, or without the paper it waits for. */
  'part.waiting': {
    award: string;
    day: Day;
    due?: Day | undefined;
    needs?: PaperKind | undefined;
    more: number;
  };
  'item.face': { item: string };
  'transfer.cash': { place: string };
  'transfer.none': { round: string; kind: string };
  /** `member`: the first of them whose own account it is. */
  'account.missing': { awards: readonly string[]; more: number; member: string | undefined };
  'officer.none': { role: string; day: Day };
  'officer.day': { role: string; from: Day; day: Day };
  'officer.same': { role: string };
  /** A member who left already, a unit that is closed already. */
  'register.ended': { noun: Noun; code: string; on: Day };
  /** Two codes of one person. */
  'member.same': { code: string };
  'member.merged': { code: string; into: string };
  /** Both records stand in one round, by these awards. */
  'member.awards': { kind: ProgrammeKind; round: string; one: string; other: string };
  /** What the person is already. */
  'member.state': { code: string; is: State; on: Day };
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
  /** A table of item codes that is none. */
  'codes.unfit': { file: string; key: string };
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
  /** What a template is instead of a plain workbook: `found` says which. */
  'template.file': { file: string; found: string };
  /** A template that asks for nothing the paper has: names it has, and some that the paper has. */
  'template.names': { file: string; unknown: readonly string[]; known: readonly string[] };
  /** A cell or range that cannot be filled: `problem` says why; `name` is empty where no name leads there. */
  'template.cell': { file: string; name: string; sheet: string; cell: string; problem: string };
  cancelled: Facts;
  /** Ctrl-C, and the system's request to end; `written`: whether the book has what the command was to write. */
  stopped: { written: boolean };
  terminated: { written: boolean };
}
