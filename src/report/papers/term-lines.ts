import type { Day } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';
import type { TermKind, TermSource } from '../term.ts';

type None = Readonly<Record<string, never>>;

/** A figure as a sentence says it; `mark` is its number in the table and the annex. */
export interface SaidFigure {
  readonly mark: number;
  readonly count: number;
  readonly amount: Dong;
  readonly sources: readonly TermSource[];
  /** Where it is counted from another day than the report is. */
  readonly since?: Day | undefined;
  /** A round's or fund's name, where the figure is of one. */
  readonly name: string;
  /** The lunar year whose Tet a round is for. */
  readonly tet?: number | undefined;
}

export interface TermLines {
  termTitle: None;
  termNumber: { number: string | undefined };
  termPart: { part: 'narrative' | 'table' };
  /** What was given in all, by the span's label. */
  termCare: { label: string; called?: string | undefined; name: string; figure: SaidFigure };
  termRound: { figure: SaidFigure };
  /** Hardship support and visits, either of which there may be. */
  termHelp: { hardship: SaidFigure | undefined; visit: SaidFigure | undefined };
  termHomes: { figure: SaidFigure };
  termGiven: { figures: readonly SaidFigure[] };
  termAllocated: { figures: readonly SaidFigure[] };
  termRemitted: { above: string; figures: readonly SaidFigure[] };
  termNothing: { label: string; called?: string | undefined; name: string };
  termMarks: None;
  /** The period, by what the union calls it. */
  termCalled: { label: string; called: string | undefined };
  termBookFrom: { day: Day };
  /** Benefits of the time before the book, which are left out. */
  termPast: { count: number; amount: Dong; from: Day; to: Day };
  termUpTo: { day: Day };
  termPrevious: { from: Day; to: Day };
  termNoPrevious: None;
  /** What a figure is of: a kind, with the round or fund it is of. */
  termWhat: { kind: TermKind; name: string };
  termMeasure: { kind: TermKind };
  termDays: { from: Day; to: Day };
  termAnnex: None;
  termAnnexTab: None;
  termAnnexOf: { mark: number; kind: TermKind; name: string; from: Day; to: Day };
  termAnnexSum: { mark: number };
  termDecision: { number: string };
  termSources: { sources: readonly TermSource[] };
  termCopies: None;
  termCopyTo: { name: string };
  termCopyKept: None;
}

/** Columns of a term report. */
export type TermColumn =
  | 'termWhat'
  | 'termDays'
  | 'termMeasure'
  | 'termCount'
  | 'termSources'
  | 'termCountBefore'
  | 'termAmountBefore'
  | 'termChange'
  | 'termEntries'
  | 'termAwards';
