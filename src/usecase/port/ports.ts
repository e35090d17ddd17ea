import type { Work } from './work.ts';
import type { Account } from '../../domain/account.ts';
import type { ProgrammeKind, Round } from '../../domain/award.ts';
import type { Day, Month } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';
import type { EntryDraft, EntryKind, PartRef, Ref } from '../../domain/entry.ts';
import type { Fund, FundKind, Place, Purpose } from '../../domain/fund.ts';
import type {
  Alias,
  DocumentDraft,
  DocumentKind,
  Donor,
  OperationView,
  SourceDocument,
  StatementBreakDraft,
  StatementDraft,
  StatementLineDraft,
  StatementLineView,
  StatementView,
  Written,
} from './evidence.ts';
import type { EntryView, VoucherDraft, VoucherView } from './entries.ts';
import type { LedgerQuery, LedgerReader, LedgerRow, LowPoint, TurnoverRow } from './ledger.ts';
import type { FinalReader } from './final-accounts.ts';
import type { GoodsReader } from './goods.ts';
import type { HandoverReader } from './handover.ts';
import type { HomeReader } from './homes.ts';
import type { BankReader } from './bank.ts';
import type { CaseReader } from './cases.ts';
import type { CodeReader } from './codes.ts';
import type { CollectedDraft, CollectionReader } from './collection.ts';
import type { FundReader } from './funds.ts';
import type { Acceptance, PeriodReader } from './periods.ts';
import type { PersonReader } from './persons.ts';
import type { CheckReader } from './check.ts';
import type { ExchangeReader } from './exchange.ts';
import type { Erased, Marks, PrivacyReader, Trace } from './privacy.ts';
import type { PaymentReader } from './payments.ts';
import type { CorrectionReader } from './corrections.ts';
import type { DistributionReader } from './distribution.ts';
import type {
  AcknowledgedHow,
  AcknowledgementDraft,
  AwardDraft,
  AwardView,
  DecisionDraft,
} from './awards.ts';
import type { BenefitReader, BenefitWriter } from './benefits.ts';
import type { ReportReader } from './reports.ts';
import type { RoundReader } from './rounds.ts';
import type { CaseHistory } from './case-history.ts';
import type { TreasuryWriter } from './treasury.ts';
import type { UnitReader, UnitWriter } from './units.ts';

/** Whose accounts the book keeps. `above` is the union above it, `town` what stands before the date on papers. */
export interface Entity {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly above: string;
  readonly town: string;
  readonly language: 'vi' | 'en';
  readonly firstMonth: Month;
  readonly series: 'fund' | 'entity';
}

export const OFFICER_ROLES = ['chair', 'accountant', 'cashier', 'inspection', 'preparer'] as const;
export type OfficerRole = (typeof OFFICER_ROLES)[number];

export interface Officer {
  readonly role: OfficerRole;
  readonly name: string;
  readonly from: Day;
  readonly to?: Day | undefined;
}

export const UNIT_KINDS = ['sector', 'grassroots', 'section', 'group'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export interface Unit extends Ref {
  readonly name: string;
  readonly folded: string;
  readonly kind: UnitKind;
  readonly parent?: number | undefined;
  readonly from?: Day | undefined;
  /** The last day of one that was closed, and who took all of it over. */
  readonly to?: Day | undefined;
  readonly successor?: number | undefined;
}

export interface UnitDraft {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parent?: Ref | undefined;
  readonly from?: Day | undefined;
}

/** What a list is matched against: no more of a person than that needs. */
export interface PersonKey extends Ref {
  readonly folded: string;
  readonly unit: number;
  readonly born?: string | undefined;
  /** The record that this one was merged into: it is in no list and not counted. */
  readonly mergedInto?: number | undefined;
}

export interface Beneficiary extends PersonKey {
  readonly kind: 'member' | 'relative' | 'worker';
  readonly name: string;
  readonly sortKey: string;
}

/** Fields of people that lie apart: ID number, a former one, the spouse's, phone, bank account and bank. */
export const PRIVATE_FIELDS = ['id', 'former', 'spouse', 'phone', 'account', 'bank'] as const;
export type PrivateField = (typeof PRIVATE_FIELDS)[number];

export interface BeneficiaryDraft {
  readonly code: string;
  readonly kind: 'member' | 'relative' | 'worker';
  readonly unit: Ref;
  readonly name: string;
  readonly born?: string | undefined;
  readonly staffNo?: string | undefined;
  readonly cardNo?: string | undefined;
  readonly joined?: Day | undefined;
  readonly private?: Readonly<Partial<Record<PrivateField, string | undefined>>> | undefined;
  readonly relativeOf?: Ref | undefined;
}

export interface Holder extends Ref {
  readonly name: string;
}

export interface CashCount {
  readonly id: number;
  readonly place: number;
  readonly day: Day;
  readonly total: Dong;
  /** Sheets by face value in đồng, the largest first; empty where only a total was given. */
  readonly notes: readonly { readonly face: Dong; readonly sheets: number }[];
  readonly by: string;
}

/** What is out with one person under one advance, of one fund. */
export interface AdvanceView {
  readonly id: number;
  readonly entry: number;
  /** The voucher it was paid by: the advance's name on paper. */
  readonly voucher: string;
  readonly holder: Holder;
  readonly fund: number;
  readonly place: number;
  readonly day: Day;
  readonly due?: Day | undefined;
  readonly amount: Dong;
  readonly open: Dong;
  /** Gifts to be handed out: it is accounted for by those who sign for them. */
  readonly handed: boolean;
}

/** A book that is no more: everything in it was handed over. */
export interface Ending {
  readonly on: Day;
  readonly to: string;
  readonly document: string;
}

/** Reads of one entity's book. Reads inside a write see what the write has appended. */
export interface Reader {
  /** The work that reads: long loops count on it and may be stopped by it. */
  readonly work: Work;
  readonly entity: Entity;
  readonly uuid: string;
  accounts(): Promise<readonly Account[]>;
  funds(): Promise<readonly Fund[]>;
  places(): Promise<readonly Place[]>;
  homeFund(place: Place): Promise<Fund | undefined>;
  officers(on: Day): Promise<readonly Officer[]>;
  /** Units that stand or were closed; with a day, under those that they stood under on it. */
  units(on?: Day): Promise<readonly Unit[]>;
  /** What became of units: placements, successors, and where people stood. */
  unitFacts(): Promise<UnitReader>;
  /** Every person as a list is matched against them, records that were merged into others marked. */
  people(): Promise<readonly PersonKey[]>;
  /** People of the lists; by `code` also a record that was merged into another. */
  beneficiaries(filter: {
    readonly unit?: number;
    readonly code?: string;
    readonly id?: number;
  }): Promise<readonly Beneficiary[]>;
  holders(): Promise<readonly Holder[]>;
  /** Where the book ended: its last day, who took it over, and by which paper. */
  ended(): Promise<Ending | undefined>;
  /** The last month that is closed and was not reopened. */
  lastClosed(): Promise<Month | undefined>;
  turnovers(range: { readonly from?: Day; readonly to: Day }): Promise<readonly TurnoverRow[]>;
  /** Where a fund's money in a place falls below zero at the end of a day. */
  negatives(upTo: Day): Promise<readonly LowPoint[]>;
  rounds(kind?: ProgrammeKind): Promise<readonly Round[]>;
  awards(filter: {
    readonly round?: number;
    readonly upTo?: Day;
    readonly people?: readonly number[];
    readonly units?: readonly number[] | undefined;
    readonly codes?: readonly string[] | undefined;
  }): Promise<readonly AwardView[]>;
  /** Approved and not yet paid, by fund; under 0 what no payer is named for. */
  committed(upTo: Day): Promise<ReadonlyMap<number, Dong>>;
  documents(kind: DocumentKind, fund?: Fund): Promise<readonly SourceDocument[]>;
  knownDocument(
    kind: DocumentKind,
    fund: Fund | undefined,
    digest: Uint8Array,
  ): Promise<SourceDocument | undefined>;
  /**
   * Prints of contribution rows of a fund that stand, list by list, with the list's document and the row's entry; nothing
   * else may be asked of the book until the last one is taken.
   */
  fingerprints(
    fund: Fund,
  ): Promise<
    Iterable<{ readonly document: number; readonly entry: number; readonly fingerprint: Uint8Array }>
  >;
  entry(id: number): Promise<EntryView | undefined>;
  entries(filter: {
    readonly from: Day;
    readonly to: Day;
    readonly fund?: Fund | undefined;
    readonly kind?: EntryKind | undefined;
  }): Promise<readonly EntryView[]>;
  /** The entries that an operation wrote. */
  entriesBy(operation: number): Promise<readonly EntryView[]>;
  /** Entries of some days, or that a document brought, read as they are taken: all before anything is written. */
  eachEntry(filter: {
    readonly from?: Day;
    readonly to?: Day;
    readonly fund?: Fund | undefined;
    readonly document?: number;
  }): Promise<Iterable<EntryView>>;
  /** The entries that an imported document brought, in the order of its rows. */
  entriesOf(document: number): Promise<readonly EntryView[]>;
  vouchers(filter: {
    readonly from?: Day;
    readonly to?: Day;
    readonly code?: string;
  }): Promise<readonly VoucherView[]>;
  voucherGaps(): Promise<
    readonly { readonly series: string; readonly after: number; readonly next: number }[]
  >;
  voucherEntries(voucher: number): Promise<readonly EntryView[]>;
  ledger(query: LedgerQuery): Promise<readonly LedgerRow[]>;
  /** The same rows, read as they are taken: all before anything is written. */
  eachLedgerRow(query: LedgerQuery): Promise<Iterable<LedgerRow>>;
  /** Sums that ledgers of many people are made of. */
  ledgers(): Promise<LedgerReader>;
  /** The last day of a range on which money came into or left a place. */
  lastMoved(place: Place, from: Day, to: Day): Promise<Day | undefined>;
  /** Entries booked in a range whose own day lies before it. */
  late(from: Day, to: Day): Promise<{ readonly entries: number; readonly total: Dong }>;
  cashCounts(filter: { readonly from: Day; readonly to: Day }): Promise<readonly CashCount[]>;
  advances(upTo: Day): Promise<readonly AdvanceView[]>;
  acceptances(on: Day): Promise<readonly Acceptance[]>;
  donors(): Promise<readonly Donor[]>;
  aliases(): Promise<readonly Alias[]>;
  /** Donors of whom a gift stands. */
  donorsGiving(): Promise<ReadonlySet<number>>;
  /** Statements that stand, of one place or all, the oldest first. */
  statements(place?: Place): Promise<readonly StatementView[]>;
  /** Lines of a place's standing statements within some days, in the order of writing. */
  statementLines(place: Place, from: Day, to: Day): Promise<Iterable<StatementLineView>>;
  operations(limit: number): Promise<readonly OperationView[]>;
  operation(id: number): Promise<OperationView | undefined>;
  /** What an operation wrote, by the tables that decide whether it can be taken back. */
  written(operation: number): Promise<Written>;
  /** What the bank said, and the entries it explains. */
  bank(): Promise<BankReader>;
  /** Keys of balance_day that differ from the postings; none in a sound book. */
  staleBalances(): Promise<readonly string[]>;
  head(): Promise<Uint8Array>;
  /** Whether any money ever came in restricted: one look at an index. */
  hasRestricted(): Promise<boolean>;
  /** Purposes, restrictions, loans, appeals. */
  treasury(): Promise<FundReader>;
  goods(): Promise<GoodsReader>;
  handover(): Promise<HandoverReader>;
  /** Houses, their papers, and what was reported upward. */
  homes(): Promise<HomeReader>;
  periods(): Promise<PeriodReader>;
  /** What the rules of `reconcile` and `check` ask. */
  check(): Promise<CheckReader>;
  /** What a yearly settlement asks. */
  finals(): Promise<FinalReader>;
  exchange(): Promise<ExchangeReader>;
  privacy(): Promise<PrivacyReader>;
  /** Rules of programmes, and what they look at. */
  benefits(): Promise<BenefitReader>;
  /** Rounds unit by unit. */
  roundFacts(): Promise<RoundReader>;
  /** People as one person with every record they have. */
  persons(): Promise<PersonReader>;
  /** Single cases, what is paid by months, papers that were promised. */
  caseFacts(): Promise<CaseReader>;
  /** How benefits were paid. */
  payments(): Promise<PaymentReader>;
  corrections(): Promise<CorrectionReader>;
  /** All that was recorded of one award. */
  caseHistory(): Promise<CaseHistory>;
  /** Whole books for reports. */
  reports(): Promise<ReportReader>;
  /** What one may type at the prompt. */
  codes(): Promise<CodeReader>;
  /** What is collected of units' books, and what a book tells about itself to whoever collects it. */
  collection(): Promise<CollectionReader>;
  /** What distributors carried. */
  distributions(): Promise<DistributionReader>;
}

/** One write to one entity: everything in it stands or falls together. */
export interface Writer extends Reader, TreasuryWriter, UnitWriter, BenefitWriter {
  addOfficer(officer: Officer): Promise<void>;
  addFund(fund: {
    code: string;
    name: string;
    kind: FundKind;
    owner: string;
    remitBy?: Day | undefined;
    purposes: readonly Purpose[];
    /** The day its purposes hold from. */ from: Day;
  }): Promise<Fund>;
  addPlace(place: {
    code: string;
    name: string;
    kind: 'cash' | 'bank';
    homeFund?: Fund | undefined;
  }): Promise<Place>;
  addUnit(unit: UnitDraft): Promise<Unit>;
  addBeneficiaries(drafts: readonly BeneficiaryDraft[]): Promise<readonly Ref[]>;
  eraseBeneficiary(person: Beneficiary, pseudonym: string): Promise<void>;
  /** Takes away what else is in words of these records, and tells where a person of these marks is still named. */
  eraseTraces(
    people: readonly number[],
    marks: Marks,
  ): Promise<{ readonly erased: Erased; readonly traces: readonly Trace[] }>;
  addHolder(holder: { code: string; name: string }): Promise<Holder>;
  addRound(round: Omit<Round, 'id'>): Promise<Round>;
  addDocument(document: DocumentDraft): Promise<Ref>;
  /** Records that books of units were taken into the view of this one. */
  addCollected(books: readonly CollectedDraft[]): Promise<void>;
  addStatement(statement: StatementDraft): Promise<number>;
  addStatementLines(statement: number, place: Place, lines: Iterable<StatementLineDraft>): Promise<void>;
  addStatementBreaks(statement: number, breaks: readonly StatementBreakDraft[]): Promise<void>;
  addDonor(donor: Omit<Donor, 'id'>): Promise<Donor>;
  addAlias(alias: Alias): Promise<void>;
  /** Records that an operation was taken back, by whom and why. */
  addUndo(operation: number, by: string, reason: string): Promise<void>;
  /** Takes members or units out of every list, as if they had never been entered; their codes may come again. */
  withdraw(register: 'beneficiary' | 'unit', keys: readonly number[]): Promise<void>;
  addVoucher(voucher: VoucherDraft): Promise<Ref>;
  /** Appends entries in order and gives their keys. */
  addEntries(drafts: Iterable<EntryDraft>): Promise<readonly number[]>;
  addAwards(drafts: Iterable<AwardDraft>): Promise<readonly Ref[]>;
  addDecision(decision: DecisionDraft): Promise<number>;
  addAwardEvents(
    kind: 'approve' | 'reject' | 'cancel',
    awards: readonly Ref[],
    decision?: number,
    reason?: string,
    by?: string,
  ): Promise<void>;
  addAdvance(advance: { entry: number; holder: Ref; place: Place; due?: Day | undefined }): Promise<number>;
  addHandouts(parts: readonly PartRef[], advance: number): Promise<void>;
  /** Each rests on the entry that paid it, or on the move of goods that gave it. */
  addDisbursements(
    rows: readonly ({ part: PartRef } & ({ entry: number } | { stock: number }))[],
  ): Promise<readonly number[]>;
  addAcknowledgements(
    rows: readonly AcknowledgementDraft[],
    how: AcknowledgedHow,
    paper?: string,
  ): Promise<void>;
  addCashCount(count: Omit<CashCount, 'id'>): Promise<void>;
  addPeriodEvent(event: {
    month: Month;
    kind: 'close' | 'reopen' | 'lock';
    reason: string;
    by: string;
  }): Promise<Uint8Array>;
  addAcceptance(acceptance: { finding: string; until: Day; by: string; reason: string }): Promise<void>;
  /** The first day this write touched in each fund. */
  touched(): ReadonlyMap<number, Day>;
  /** The lowest points, from the first day touched on, of every fund and place this write touched. */
  lowPoints(): Promise<readonly LowPoint[]>;
}
