import type { Milestone, PaperKind } from '../../domain/paper.ts';

/** What the commands of dossiers, houses and reports say when they are done; each takes the command's answer. */
export interface HomesDone {
  paperKept(a: {
    paper: PaperKind;
    day: string;
    due?: string | undefined;
    cases: readonly string[];
    known: number;
  }): string;
  milestone(a: {
    case: string;
    milestone: Milestone;
    day: string;
    minutes: string;
    skipped: readonly Milestone[];
    photos: number;
  }): string;
  dossier(a: {
    case: string;
    cost?: number | undefined;
    own: number;
    held: number;
    outside: number;
    unnamed: number;
    open?: number | undefined;
    instalments: readonly {
      line: number;
      amount: number;
      needs?: PaperKind | undefined;
      paidOn?: string | undefined;
      signedOn?: string | undefined;
    }[];
    handedBack: number;
    papers: readonly { paper: PaperKind; number: string; day: string; due?: string | undefined }[];
    milestones: readonly { milestone: Milestone; day: string; minutes: string }[];
    missing: readonly PaperKind[];
  }): string;
  reported(a: {
    round: string;
    rows: number;
    accepted: number;
    rejected: number;
    total: number;
    document: string;
    unknown: readonly number[];
  }): string;
}
