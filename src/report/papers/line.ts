import type { ProgrammeKind } from '../../domain/award.ts';
import type { Day, Month } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';
import type { VoucherKind } from '../../domain/voucher.ts';
import type { LedgerLines } from './ledger-lines.ts';
import type { DecisionLines } from './decision-lines.ts';
import type { FinalLines } from './final-lines.ts';
import type { BookEndLines } from './book-end-lines.ts';
import type { FormLines } from './form-lines.ts';
import type { DisclosureLines } from './disclosure-lines.ts';
import type { PackLines } from './pack-lines.ts';
import type { TermLines } from './term-lines.ts';
import type { ReportLines } from './report-lines.ts';
import type { DueKind, HandoverPart, HandoverRole } from './handover.ts';
import type { PageLines } from './page-lines.ts';

type None = Readonly<Record<string, never>>;

/** Every sentence that is printed on a paper, with what it needs; each language's catalogue has them all. */
export interface LineFacts
  extends
    BookEndLines,
    FormLines,
    FinalLines,
    DecisionLines,
    PageLines,
    TermLines,
    DisclosureLines,
    PackLines,
    LedgerLines,
    ReportLines {
  /** Words that are already in the paper's language. */
  text: { text: string };
  motto1: None;
  motto2: None;
  form: { form: string };
  disbursements: { kind?: ProgrammeKind | undefined };
  signing: { kind: ProgrammeKind };
  voucher: { kind: VoucherKind };
  count: { cash: boolean };
  cancelled: None;
  round: { name: string; code: string };
  /** A span by its label (domain/span.ts). */
  month: { month: string };
  decisions: { decisions: readonly { readonly number: string; readonly day: Day }[] };
  currency: None;
  on: { day: Day };
  dateline: { town: string; day: Day | undefined };
  unit: { code: string; name: string };
  subtotal: { name: string };
  total: { people: number };
  sheetsTotal: None;
  payers: { names: readonly string[]; unnamed: boolean };
  own: None;
  held: None;
  outside: None;
  fund: { code: string; name: string };
  donor: { name: string };
  all: None;
  sumInWords: { amount: Dong };
  people: { people: number; awards: number; signed: number };
  recipients: { people: number };
  unpaid: { awards: number; amount: Dong };
  handed: { awards: number; amount: Dong };
  takenBack: None;
  besides: { amount: Dong; goods: boolean };
  book: None;
  number: { code: string; paperNo: string | undefined };
  debit: { accounts: readonly string[] };
  credit: { accounts: readonly string[] };
  party: { kind: VoucherKind };
  address: None;
  content: None;
  purse: None;
  purseOf: { fund: string; fundName: string; place: string | undefined };
  amount: None;
  inWords: None;
  words: { amount: Dong };
  papers: None;
  papersCount: { papers: number };
  byList: None;
  blank: None;
  visit: None;
  visitFormNo: None;
  visitForm: None;
  visitor: None;
  visited: None;
  visitedUnit: None;
  visitReason: None;
  /** An occasion and a relative by their codes. */
  visitOccasion: { occasion: string; relative: string };
  visitBy: None;
  visitVoucher: None;
  place: { name: string };
  counted: None;
  inBook: None;
  inBookOf: { code: string; name: string };
  difference: None;
  countedByTotal: None;
  countedBy: { name: string };
  serials: { serials: string };
  handover: None;
  handoverOf: { role: HandoverRole };
  handoverPart: { part: HandoverPart };
  handoverTab: { part: HandoverPart };
  handoverAgreed: { annexes: number };
  handing: None;
  taking: None;
  closedTo: None;
  noneClosed: None;
  chainHead: None;
  noneOpen: None;
  dueKind: { kind: DueKind };
  closing: { month: Month };
  closedOn: { day: Day; by: string };
  /** The parts of closing minutes, in order. */
  closingPart: { number: 1 | 2 | 3 | 4 | 5 };
  ownFunds: None;
  ownSum: None;
  heldFunds: None;
  heldSum: None;
  placeBare: { name: string; book: Dong; cash: boolean };
  placeCounted: { name: string; book: Dong; day: Day; balance: Dong; difference: Dong; by: string };
  placeStated: { name: string; book: Dong; day: Day; balance: Dong; difference: Dong; paper: string };
  placeConfirmed: {
    name: string;
    book: Dong;
    day: Day;
    balance: Dong;
    difference: Dong;
    paper: string;
    by: string;
  };
  acceptedItem: { text: string; reason: string; by: string; until: Day };
  none: None;
  lateItems: { entries: number; amount: Dong };
  lateList: { month: Month };
  reopened: { day: Day; head: string; reason: string; by: string };
  changedItems: { entries: number; reversed: number };
  changeList: { month: Month; day: Day };
  added: None;
  reversedEntry: { entry: number };
  headShort: { head: string };
  headFull: { head: string };
  /** The control code of a sheet, for the foot of each page. */
  control: { code: string };
  /** The same, with the code of the list the sheet belongs to. */
  controls: { code: string; list: string };
  pageSum: { page: number };
  carrier: { name: string; voucher: string; day: Day };
  returning: None;
  returnFigure: { figure: 'handed' | 'signed' | 'unsigned' | 'returned' | 'open' };
  returnAgreed: { awards: number; amount: Dong };
  returnNone: None;
}
export type LineKey = keyof LineFacts;

/** A sentence by its key: the words are the catalogue's. */
export type Line = { readonly [K in LineKey]: { readonly line: K; readonly facts: LineFacts[K] } }[LineKey];

export function say<K extends LineKey>(key: K, facts: LineFacts[K]): Line {
  return { line: key, facts } as Line;
}
