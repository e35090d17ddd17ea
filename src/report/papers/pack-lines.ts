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
  | 'units'
  | 'homes'
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

/** Under what a committee looks for it. */
export type PackGroup = 'books' | 'reports' | 'lists' | 'minutes' | 'index';

export const PACK_GROUPS: { readonly [N in PackName]: PackGroup } = {
  cashBook: 'books',
  bankBook: 'books',
  fundLedger: 'books',
  trialBalance: 'books',
  journal: 'books',
  disbursements: 'reports',
  units: 'reports',
  homes: 'reports',
  exceptions: 'reports',
  monthPage: 'reports',
  recipients: 'lists',
  contributions: 'lists',
  signing: 'lists',
  cashCount: 'minutes',
  closing: 'minutes',
  index: 'index',
  page: 'index',
  sums: 'index',
};

export interface PackLines {
  packTitle: { part: 'signing' | 'exceptions' | 'index' };
  /** Stands on every paper of a month that is not closed. */
  packDraft: None;
  packName: { name: PackName; subject: string };
  packGroup: { group: PackGroup };
  /** What a file is for. */
  packUse: { name: PackName };
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
  | 'packFile'
  | 'packWhat'
  | 'packUse'
  | 'packExtent'
  | 'packDigest'
  | 'packSeverity'
  | 'packFinding'
  | 'packMend';
