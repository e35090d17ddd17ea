import type { ProgrammeKind, Round } from '../../domain/award.ts';
import type { Day } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';
import type { Ref } from '../../domain/entry.ts';
import type { PaperKind } from '../../domain/paper.ts';
import type { PastBenefit, ProgrammeRule } from '../../domain/rule.ts';
import type { State, Status } from '../../domain/status.ts';
import type { NewVault, PrivateState } from '../book.ts';
import type { PrivateField } from './ports.ts';

/** What a round grants a unit at most: people, and đồng. */
export interface Quota {
  readonly unit: number;
  readonly people?: number | undefined;
  readonly amount?: Dong | undefined;
}

/** A paper of an award's dossier; one that was only promised has the day by which it is `due`. */
export interface PaperView {
  readonly award: number;
  readonly kind: PaperKind;
  readonly number: string;
  readonly day: Day;
  readonly due?: Day | undefined;
  /** Who gave or minuted it, and what it says. */
  readonly by: string;
  readonly note: string;
}

/** A rule that somebody let an award break: by name, for a reason, on a decision where one is needed. */
export interface WaiverView {
  readonly award: number;
  readonly rule: string;
  readonly decision?: string | undefined;
  readonly by: string;
  readonly reason: string;
}

/** A line of a report that was sent: of one award, or of a name that no award has. */
export interface ReportedView {
  readonly round: number;
  readonly award?: number | undefined;
  readonly amount: Dong;
  readonly day: Day;
  readonly document: number;
}

/** A person as rules look at them, changes of status in the order of their days. */
export interface PersonFact {
  readonly id: number;
  readonly kind: 'member' | 'relative' | 'worker';
  readonly unit: number;
  readonly joined?: Day | undefined;
  readonly statuses: readonly Status[];
}

/** Two people who may be one, and by what. */
export interface Likeness {
  readonly one: number;
  readonly other: number;
  readonly by: 'id' | 'spouse' | 'phone' | 'account' | 'staff' | 'card' | 'born' | 'relative';
}

/** What benefits are judged by. Each answer is one question to the book, however many people it is about. */
export interface BenefitReader {
  rules(): Promise<readonly ProgrammeRule[]>;
  quotas(round: number): Promise<readonly Quota[]>;
  /** Everybody named, merged records counted as the one they were merged into. */
  persons(people: readonly number[]): Promise<ReadonlyMap<number, PersonFact>>;
  /** Standing benefits of a kind by person, those of their household marked; history of the time before the book included. */
  past(kind: ProgrammeKind, people: readonly number[]): Promise<ReadonlyMap<number, readonly PastBenefit[]>>;
  /** What a voucher paid, or gave a distributor, entry by entry and award by award. */
  paidBy(
    voucher: string,
  ): Promise<readonly { entry: number; award: string; kind: ProgrammeKind; amount: Dong }[]>;
  papers(filter: { readonly round?: number; readonly award?: number }): Promise<readonly PaperView[]>;
  waivers(filter: { readonly round?: number; readonly award?: number }): Promise<readonly WaiverView[]>;
  reported(filter: {
    readonly round?: number;
    readonly from?: Day;
    readonly to?: Day;
  }): Promise<readonly ReportedView[]>;
  /** People who may be one of those named, among all; pairs that somebody told apart are left out. */
  likenesses(people: readonly number[]): Promise<readonly Likeness[]>;
  /** Private values of people, to be shown or written only where a purpose was recorded. */
  secrets(
    owners: readonly number[],
    field: PrivateField,
    register?: 'beneficiary' | 'award',
  ): Promise<ReadonlyMap<number, string>>;
  /** Why awards are given, as private as the above; of a locked book only that there is a reason. */
  reasons(awards: readonly number[]): Promise<ReadonlyMap<number, string>>;
  privateState(): Promise<PrivateState>;
}

/** What benefits append besides awards themselves. */
export interface BenefitWriter {
  addRules(rules: readonly ProgrammeRule[]): Promise<void>;
  /** Ends a rule on a day: `to` is the last it holds. */
  endRule(code: string, to: Day): Promise<void>;
  setQuota(round: number, quota: Quota): Promise<void>;
  /** Sets what a round says from now on; levels that it names are set, the others stay. Awards stay as they are. */
  setRound(round: Round): Promise<void>;
  addPapers(
    papers: readonly {
      readonly award: Ref;
      readonly kind: PaperKind;
      readonly number: string;
      readonly day: Day;
      readonly due?: Day | undefined;
      readonly by?: string | undefined;
      readonly note?: string | undefined;
    }[],
  ): Promise<void>;
  addWaivers(
    awards: readonly Ref[],
    waiver: { rule: string; decision?: string | undefined; by: string; reason: string },
  ): Promise<void>;
  addReported(
    lines: readonly {
      readonly round: number;
      readonly award?: Ref | undefined;
      readonly amount: Dong;
      readonly day: Day;
      /** The name that no award has. */
      readonly name?: string | undefined;
      readonly document: Ref;
      readonly row: number;
    }[],
  ): Promise<void>;
  /** Records what a person is from a day on; one who moved belongs to `unit` from now on. */
  addStatus(
    person: Ref,
    status: { state: State; day: Day; unit?: Ref | undefined; document?: string | undefined },
  ): Promise<void>;
  /** Two records of one person: `from` counts as `into` from now on, with everything it ever received. */
  mergePeople(from: Ref, into: Ref): Promise<void>;
  /** Two people who look like one and are not. */
  addDistinction(one: Ref, other: Ref, by: string, reason: string): Promise<void>;
  /** Sets or takes away a private field of a person. */
  setSecret(person: Ref, field: PrivateField, value: string | undefined): Promise<void>;
  /**
   * Writes every private value anew, encrypted under the key of a vault, or as it is where there is none; gives how many.
   * That it was done stands in the chain, and nothing that opens anything.
   */
  setVault(vault: NewVault | undefined): Promise<number>;
  /** Gives up every private value for good, with the key that opened them; gives how many. */
  forgetPrivate(): Promise<number>;
}
