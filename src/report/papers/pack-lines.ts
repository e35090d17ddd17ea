import type { Severity } from '../../domain/finding.ts';

type None = Readonly<Record<string, never>>;

/** What lies in a month's pack, by what it is. */
export type PackName =
  | 'cashBook'
  | 'bankBook'
  | 'fundLedger'
  | 'trialBalance'
  | 'journal'
  | 'disbursements'
  | 'recipients'
  | 'contributions'
  | 'cashCount'
  | 'signing'
  | 'exceptions'
  | 'closing'
  | 'monthPage'
  | 'index'
  | 'page'
  | 'sums';

export interface PackLines {
  packTitle: { part: 'contributions' | 'signing' | 'exceptions' | 'index' };
  /** Stands on every paper of a month that is not closed. */
  packDraft: None;
  packName: { name: PackName; subject: string };
  packSigned: { signed: number; awards: number };
  packUnsigned: { awards: number };
  packSeverity: { severity: Severity };
  packOpen: { findings: number };
  packAccepted: { findings: number };
  packAcceptedBy: { by: string; reason: string };
  packNoFindings: None;
  packBook: { name: string; book: string };
  packHead: { head: string };
  packMonthHead: { month: string; head: string };
  packPages: { sheets: number; pages: number | undefined };
  packCheck: None;
}

export type PackColumn =
  'packFile' | 'packWhat' | 'packExtent' | 'packDigest' | 'packSeverity' | 'packFinding' | 'packMend';
