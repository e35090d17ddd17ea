import type { ProgrammeKind } from '../../domain/award.ts';
import type { Day } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';
import type { HouseStage } from '../../domain/house.ts';

type None = Readonly<Record<string, never>>;

/** By what a report on gifts is divided. */
export const GIFTS_BY = ['donor', 'unit', 'appeal', 'day'] as const;
export type GiftsBy = (typeof GIFTS_BY)[number];

/** What a gift's money became, as a letter tells it. */
export type UseKind = 'award' | 'goods' | 'remittance' | 'transfer' | 'cost' | 'refund';

/** Sentences of the reports on gifts, recipients, appeals, houses and units. */
export interface ReportLines {
  contributionReport: { by: GiftsBy };
  recipientReport: None;
  appealReport: None;
  homeReport: None;
  unitReport: None;
  unitsAsThen: None;
  unitsAsNow: { day: Day };
  unitNow: { name: string; codes: readonly string[] };
  /** A report cut down to these funds, units, programmes or appeals. */
  reportOnly: { what: 'fund' | 'unit' | 'kind' | 'appeal'; codes: readonly string[] };
  reportDays: { from: Day; to: Day };
  reportUpTo: { day: Day };
  fundOf: { code: string; name: string; owner: string };
  unnamed: None;
  noUnit: None;
  noAppeal: None;
  ownGifts: None;
  heldGifts: None;
  allGifts: None;
  giftNote: { gifts: number; givers: number };
  refundNote: None;
  recipientNote: { people: number; awards: number };
  consolidatedReport: None;
  consolidatedSheet: { kind: 'own' | 'held' };
  consolidatedTotal: None;
  consolidatedIdentity: { kind: 'own' | 'held' };
  eliminated: { what: 'grants' | 'remittances' };
  openBook: None;
  /** Units whose figures are not in the report, and those whose months end before it. */
  absentUnits: { units: readonly string[] };
  behindUnits: { units: readonly string[] };
  unmatchedPassed: { amount: Dong };
  countedOnce: None;
  branch: { code: string; name: string };
  branchTotal: { name: string };
  appealOf: { code: string; name: string };
  appealFigure: { figure: 'goal' | 'collected' | 'ours' | 'owner' | 'remitted' | 'owed'; name: string };
  homeStage: { stage: HouseStage };
  homeStageTotal: { stage: HouseStage; houses: number };
  housesTotal: { houses: number };
  stalledNote: { houses: number; days: number };
  stalledMark: None;
  thanks: None;
  thanksNumber: None;
  thanksTo: { name: string };
  thanksOpening: { union: string; gifts: number; amount: Dong; from: Day; to: Day };
  thanksReceived: None;
  thanksReceivedSum: None;
  thanksUsed: { day: Day };
  thanksUsedSum: None;
  thanksLeft: None;
  thanksLeftSum: None;
  thanksLeftIn: { name: string };
  thanksGift: { fund: string; appeal: string; restricted: boolean; refund: boolean };
  /** `unit` is empty where naming it could tell who it was. */
  thanksUse: {
    use: UseKind;
    kind?: ProgrammeKind | undefined;
    round: string;
    unit: string;
    people: number;
    to: string;
    /** What the payments came to, where they were made of other gifts too. */
    whole: Dong | undefined;
  };
  thanksRule: { restricted: boolean };
  thanksClosing: { union: string };
}

/** Columns of these reports. */
export type ReportColumn =
  | 'party'
  | 'gifts'
  | 'gross'
  | 'refunded'
  | 'net'
  | 'restricted'
  | 'gift'
  | 'hardship'
  | 'visit'
  | 'home'
  | 'own'
  | 'held'
  | 'outside'
  | 'awards'
  | 'unitName'
  | 'target'
  | 'pledged'
  | 'received'
  | 'outstanding'
  | 'rate'
  | 'stage'
  | 'since'
  | 'age'
  | 'ours'
  | 'paid'
  | 'open'
  | 'people'
  | 'heldGifts'
  | 'vouchersGiven'
  | 'cashOutside'
  | 'closedTo'
  | 'allocationsOut'
  | 'decided'
  | 'signedFor';
