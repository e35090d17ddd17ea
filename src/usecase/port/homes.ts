import type { Ref } from '../../domain/entry.ts';
import type { AwardStage, ProgrammeKind } from '../../domain/award.ts';
import type { Day } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';
import type { PaperKind } from '../../domain/paper.ts';

/** A part of a house's money, in đồng, as it stands on a day. */
interface HousePart {
  readonly line: number;
  readonly amount: Dong;
  /** Given by somebody outside: counted, never posted. */
  readonly outside: boolean;
  readonly needs?: PaperKind | undefined;
  readonly paidOn?: Day | undefined;
}

export interface HousePaper {
  readonly kind: PaperKind;
  readonly number: string;
  readonly day: Day;
  /** Only promised, until this day. */
  readonly due?: Day | undefined;
}

/** A Union Home that was neither rejected nor cancelled. */
export interface HouseFact {
  readonly award: string;
  readonly round: string;
  readonly unit: string;
  readonly name: string;
  readonly category: string;
  readonly area: string;
  readonly decidedOn?: Day | undefined;
  readonly parts: readonly HousePart[];
  /** In the order of their days. */
  readonly papers: readonly HousePaper[];
  /** Codes of rules that it may break. */
  readonly waived: ReadonlySet<string>;
}

/** What was last reported of an award, against what the book has of it; all in đồng. */
export interface ReportedFact {
  readonly award: string;
  readonly kind: ProgrammeKind;
  readonly round: string;
  readonly day: Day;
  readonly state: AwardStage;
  readonly reported: Dong;
  readonly paid: Dong;
  /** Undefined where nobody signed. */
  readonly signed?: Dong | undefined;
  readonly outside: Dong;
}

/** A round of which something was reported. */
export interface ReportedRound {
  readonly round: string;
  readonly kind: ProgrammeKind;
  readonly day: Day;
  /** People in the reports, those without an award among them. */
  readonly reported: number;
  readonly paid: number;
  /** Rows of people who have no award, by their lists and rows. */
  readonly unknown: readonly string[];
}

/** What rules and reports ask of houses and of what was reported upward; each answer is as of a day. */
export interface HomeReader {
  houses(upTo: Day, round?: number): Promise<readonly HouseFact[]>;
  /** Homes decided in these days whose person, or the spouse by ID number, has another home. */
  couples(span: {
    readonly from: Day;
    readonly to: Day;
  }): Promise<readonly { award: string; other: string; round: string; day: Day }[]>;
  reported(upTo: Day): Promise<readonly ReportedFact[]>;
  reportedRounds(upTo: Day): Promise<readonly ReportedRound[]>;
  /** What came back of an award's payments without making it unpaid again: in đồng, and by which entries. */
  handedBack(
    awards: readonly Ref[],
    upTo: Day,
  ): Promise<ReadonlyMap<number, { readonly total: Dong; readonly entries: readonly number[] }>>;
}
