import type { ConfigTexts } from './messages/config.ts';
import type { FinalsDone } from './messages/finals.ts';
import type { CaseTexts } from './messages/show.ts';
import type { PaperKind } from '../domain/paper.ts';
import type { Objection, ObjectionSubject } from '../domain/objection.ts';
import type { FailureCode } from '../domain/failure.ts';
import type { FailureFacts, Noun } from '../domain/failure-facts.ts';
import type { RowFaultCode } from '../domain/row-fault.ts';
import type { RowLabel } from '../report/table.ts';
import type { RoundsDone } from './messages/rounds.ts';
import type { HomesDone } from './messages/homes.ts';
import type { PayMessages } from './messages/paid.ts';
import type { AwardExplained } from '../domain/explanation.ts';
import type { Phrases } from '../usecase/phrases.ts';
import type { PeopleDone } from './messages/people.ts';
import type { LoginChange, ServerDone } from './messages/server.ts';
import type { UnitsDone } from './messages/units.ts';
import type { ProgressFacts, WaitingFacts } from './messages/progress.ts';
import type { PromptWords, Questions } from './messages/questions.ts';
import type { ReadingFacts } from './messages/reading.ts';
import type { WarningCode, WarningFacts } from './messages/warnings.ts';

/** What was refused, in figures; what must hold; what to do. */
export type ThreeParts = readonly [refused: string, holds: string, remedy: string];

/** What a command says when it has done its work; each takes the command's answer. */
interface Done extends FinalsDone, RoundsDone, PeopleDone, HomesDone, UnitsDone, ServerDone {
  packed(a: { folder: string; month: string; draft: boolean; files: number }): string;
  init(a: {
    book: string;
    firstMonth: string;
    funds: readonly string[];
    places: readonly string[];
    opening: number;
  }): string;
  dryRun(): string;
  added(a: { noun: Noun | 'officer'; code: string }): string;
  imported(a: {
    rows: number;
    accepted: number;
    rejected: number;
    duplicates: number;
    document: string;
  }): string;
  importedUnits(a: { units: number }): string;
  contributions(a: {
    fund: string;
    place: string;
    rows: number;
    accepted: number;
    rejected: number;
    duplicates: number;
    suspects: number;
    total: number;
    posted: number;
    document: string;
    vouchers: readonly string[];
    reversed: number;
    linked: number;
  }): string;
  statement(a: {
    rows: number;
    accepted: number;
    duplicates: number;
    document: string;
    account: string;
    from: string;
    to: string;
    opening?: number | undefined;
    closing?: number | undefined;
    credits: number;
    debits: number;
    checked: number;
    breaks: readonly object[];
  }): string;
  undone(a: {
    operation: number;
    documents: readonly string[];
    reversed: number;
    lines: number;
    awards: number;
    members: number;
    units: number;
    moved?: number;
    placed?: number;
    vouchers: readonly string[];
  }): string;
  matched(a: { code: string; same: boolean }): string;
  matchedLines(a: {
    account: string;
    recorded: number;
    suggestions: readonly { readonly match?: number; readonly sure: boolean }[];
    doubts: readonly object[];
    lines: number;
    entries: number;
  }): string;
  unmatched(a: { matches: readonly number[]; lines: readonly number[]; entries: readonly number[] }): string;
  posted(a: {
    account: string;
    fund: string;
    posted: readonly { readonly line: number; readonly entry: number; readonly voucher: string }[];
    total: number;
  }): string;
  identified(a: {
    voucher: string;
    entry: number;
    clears: number;
    fund: string;
    amount: number;
    open: number;
    bookedOn: string;
    bankDay: string;
  }): string;
  confirmed(a: { account: string; day: string; balance: number; book: number; difference: number }): string;
  /** No line and no entry waits for the other. */
  explained(): string;
  retained(a: { people: number; vouchers: number; nobody: boolean }): string;
  sentBack(a: { path: string; rows: number; whole: boolean }): string;
  savedProfile(a: { path: string }): string;
  sampleLists(a: { folder: string; files: number }): string;
  money(a: { voucher: string; entry: number; fund: string; amount: number; bookedOn: string }): string;
  purposes(a: { fund: string; purposes: readonly string[] }): string;
  remitBy(a: { fund: string; remitBy?: string }): string;
  target(a: { appeal: string; unit: string; target: number; pledged?: number }): string;
  repaid(a: { voucher: string; amount: number; open: number }): string;
  appeal(a: {
    received: number;
    goal?: number;
    unpaid: readonly string[];
    remit?: {
      owner: string;
      received: number;
      remitted: number;
      owed: number;
      due?: string;
      overdue: boolean;
    };
  }): string;
  /** The sums of an advance that its table does not have. */
  distribution(a: {
    voucher: string;
    handed: number;
    signed: number;
    spent: number;
    returned: number;
    open: number;
    units: readonly object[];
    unsigned: readonly string[];
  }): string;
  settled(a: { voucher: string; open: number }): string;
  reversed(a: { entry: number; reverses: number; voucher: string; bookedOn: string }): string;
  described(a: { entry: number; party: string; content: string }): string;
  linked(a: { entry: number; donor: string; unit: string }): string;
  cameBack(a: {
    kind: string;
    case: string;
    vouchers: readonly string[];
    total: number;
    left: number;
    closed: boolean;
  }): string;
  attached(a: { file: string; code: string; copied: boolean; path: string }): string;
  openedBook(a: {
    day: string;
    entries: number;
    own: number;
    held: number;
    advances: number;
    loans: number;
    awards: number;
    goods: number;
    document: string;
  }): string;
  history(a: { rows: number; accepted: number; duplicates: number; document: string }): string;
  firstSaid(a: { said: string }): string;
  /** What an entry said before, and who said it anew. */
  corrected(a: {
    at: string;
    by: string;
    reason: string;
    party?: string | undefined;
    content?: string | undefined;
    donor?: string | undefined;
    unit?: string | undefined;
  }): string;
  objected(a: Objection): string;
  objectedMany(a: { rule: string; awards: readonly string[]; first: Objection }): string;
  rulesChecked(a: {
    rules: number;
    judged: number;
    awards: number;
    totals: readonly {
      rule: string;
      breaks: number;
      keeps: number;
      freed: number;
      waived: number;
      amount: number;
      difference?: number;
    }[];
    difference?: number;
  }): string;
  opened(a: {
    case: string;
    round: string;
    total: number;
    due: readonly string[];
    promised: readonly PaperKind[];
    papersDue?: string | undefined;
    reason: boolean;
  }): string;
  dueParts(a: {
    on: string;
    cases: number;
    parts: number;
    total: number;
    overdue: { readonly parts: number; readonly total: number };
  }): string;
  visited(a: {
    case: string;
    kind: string;
    amount: number;
    decision: string;
    voucher: string;
    signed: boolean;
  }): string;
  awardExplained(a: AwardExplained): string;
  voucherExplained(a: {
    code: string;
    total: number;
    entries: readonly { entry: number; award: string; amount: number }[];
  }): string;
  ruleAdded(a: { code: string; what: string; value: string; from: string; force: string }): string;
  ruleEnded(a: { code: string; to: string }): string;
  waived(a: { cases: readonly string[]; rules: readonly string[]; decision?: string }): string;
  proposed(a: {
    round: string;
    people: number;
    own: number;
    unnamed: number;
    total: number;
    document: string;
  }): string;
  approved(a: {
    round: string;
    decision: string;
    people: number;
    own: number;
    unnamed: number;
    total: number;
  }): string;
  rejected(a: { round: string; people: number; total: number }): string;
  withdrawn(a: { round: string; cases: readonly string[]; total: number }): string;
  paid(a: { round: string; voucher: string; people: number; total: number; advance: boolean }): string;
  sheets(a: { path: string; sheets: number; control: string }): string;
  signed(a: {
    round: string;
    signed: number;
    total: number;
    unsigned: number;
    how: 'bulk' | 'checked' | 'listed';
    proxies: number;
    left: readonly string[];
    removed: readonly string[];
  }): string;
  counted(a: {
    place: string;
    day: string;
    counted: number;
    balance: number;
    difference: number;
    voucher?: string | undefined;
    settle?: string | undefined;
  }): string;
  bought(a: Goods & { payment: string; entry: number }): string;
  tookIn(a: Goods): string;
  gaveOut(a: Goods): string;
  goodsReversed(a: Goods & { reverses: string; entry?: number | undefined }): string;
  left(a: { code: string; on: string }): string;
  officeEnded(a: { role: string; on: string }): string;
  handedOver(
    a: {
      path: string;
      sheets: number;
      role: string;
      from: string;
      balance: number;
      open: number;
    } & LoginChange,
  ): string;
  balanced(a: { period: string; balanced: boolean; errors: number; accepted: number }): string;
  acceptedFinding(a: { finding: string; until: string }): string;
  closed(a: { month: string; head: string; backup: string; minutes?: string | undefined }): string;
  /** Whether a month can be closed; `ends` is its last day where that is still to come. */
  readyToClose(a: { month: string; errors: number; ends?: string | undefined }): string;
  acceptedBy(a: { reason: string; by: string; until: string }): string;
  reopened(a: { month: string; by: string }): string;
  locked(a: { year: string; document: string; head: string }): string;
  minutes(a: { path: string; month: string; earlier?: string | undefined; changes: number }): string;
  headFound(a: {
    head: string;
    operation: number;
    command: string;
    recordedAt: string;
    month?: string | undefined;
    later: number;
  }): string;
  verified(a: { entries: number; operations: number; head: string; short: string }): string;
  set(a: { name: string; value: string; isDefault: boolean }): string;
  checked(a: { errors: number; warnings: number; findings: number }): string;
  listed(a: { path: string; rows: number }): string;
  /** A paper of so many sheets; a page has none. */
  written(a: { path: string; sheets?: number }): string;
  templated(a: { path: string; fields: number }): string;
  filled(a: { template: string; files: readonly string[] }): string;
  exported(a: { path: string; scope: string; entries: number; head?: string | undefined }): string;
  rebuilt(a: { book: string; entries: number; operations: number; head: string }): string;
  nothing(): string;
}

/** A move of goods: whole units, cost in đồng, and what is left after it. */
interface Goods {
  readonly voucher: string;
  readonly fund: string;
  readonly item: string;
  readonly measure: string;
  readonly quantity: number;
  readonly cost: number;
  readonly day: string;
  readonly left: number;
}

/** What refusals say in one language; loaded where something is refused. */
export interface Refusals {
  readonly failures: { readonly [C in FailureCode]: (facts: FailureFacts[C]) => ThreeParts };
  readonly rowFaults: { readonly [C in RowFaultCode]: string };
  /** What a rule allows and what was found, in a sentence's middle. */
  objection(subject: ObjectionSubject, allowed: string, found: string): string;
}

/** One language, whole: a catalogue that lacks a key does not compile. */
export interface Messages {
  readonly language: 'vi' | 'en';
  readonly warnings: { readonly [W in WarningCode]: (facts: WarningFacts[W]) => string };
  readonly severities: {
    readonly error: string;
    readonly warning: string;
    readonly notice: string;
    readonly accepted: string;
  };
  readonly columns: Readonly<Record<string, string>>;
  readonly labels: { readonly [L in RowLabel]: string };
  /** Kinds of recipients that are kept by a code: the occasions of visits. */
  readonly categories: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
  /** What a rule of a programme says, by its subject and value. */
  rule(what: string, value: string): string;
  /** What a rule allows and what was found. */
  readonly judged: (what: ObjectionSubject, allowed: string, found: string) => string;
  /** Kinds of lines of a bank's statement. */
  readonly lines: Readonly<Record<string, string>>;
  title(name: string, facts: Readonly<Record<string, string | number | undefined>>): string;
  /** The lines at the head of a ledger as a paper: what it is, of when, and what was left out; undefined for no ledger. */
  ledgerHead(
    name: string,
    facts: Readonly<Record<string, string | number | undefined>>,
  ): string[] | undefined;
  readonly words: {
    readonly row: string;
    readonly column: string;
    readonly more: (count: number) => string;
    readonly mend: string;
    /** Before the commands that come next. */
    readonly next: string;
    /** An amount with its currency. */
    readonly dong: (amount: number) => string;
    readonly preview: string;
    /** After a yes, where the run came to what was shown. */
    readonly asShown: string;
    /** After a yes to what is no more so: it is shown and asked again. */
    readonly shownAgain: string;
    /** Heading of the reasons in a list that goes back. */
    readonly reason: string;
    readonly progress: (a: ProgressFacts) => string;
    /** Another process has the book: whom this waits for. */
    readonly waiting: (a: WaitingFacts) => string;
    readonly unprinted: string;
  };
  /** How a list was read and by what evidence, a line each. */
  reading(facts: ReadingFacts): string;
  readonly done: Done;
  readonly config: ConfigTexts;
  readonly cases: CaseTexts;
  readonly pay: PayMessages;
  readonly questions: Questions;
  readonly prompt: PromptWords;
  readonly phrases: Phrases;
  readonly defect: (report: string, path: string | undefined) => string;
}
