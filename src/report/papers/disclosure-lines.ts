import type { ProgrammeKind } from '../../domain/award.ts';
import type { Day } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';
import type { DisclosureLevel } from '../disclosure.ts';

type None = Readonly<Record<string, never>>;

export interface DisclosureLines {
  disTitle: { level: DisclosureLevel };
  disPart: { part: DisclosurePart };
  disTab: { part: DisclosurePart };
  disWhy: { why: string };
  disSource: { source: string };
  disProgramme: {
    kinds: readonly ProgrammeKind[];
    people: number | undefined;
    amount: Dong | undefined;
    least: number;
  };
  disKinds: { kinds: readonly ProgrammeKind[] };
  /** What stands for the count of a unit that is put together with others. */
  disHidden: None;
  disRest: None;
  disFew: { least: number };
  disGroupedNote: { least: number };
  disGiver: { name: string; amount: Dong; last: boolean };
  disOthers: { amount: Dong };
  disGiversTotal: { amount: Dong };
  disMasked: None;
  disHead: { month: string; head: string };
  disOpenMonth: { month: string };
  disFundsTotal: { kind: 'own' | 'held' };
  disDates: { from: Day; to: Day };
}

export type DisclosurePart = 'funds' | 'units' | 'people' | 'givers' | 'inspection' | 'findings' | 'heads';

export type DisclosureColumn = 'disIn' | 'disOut';
