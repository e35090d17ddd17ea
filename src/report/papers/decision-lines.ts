import type { ProgrammeKind } from '../../domain/award.ts';
import type { Day } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';

type None = Readonly<Record<string, never>>;

/** Sentences of a decision on support, and of the list behind it. */
export interface DecisionLines {
  /** Undefined while it has none: then it is left open. */
  decisionNo: { number: string | undefined };
  decision: None;
  decisionOn: { kind: ProgrammeKind; round: string };
  decisionBody: { name: string };
  decisionGround: { ground: 'charter' | 'regulation' | 'meeting' | 'proposal' };
  decides: None;
  articleGive: { kind: ProgrammeKind; people: number; round: string };
  articleAmount: { amount: Dong };
  articleSource: None;
  sourceOf: { name: string; code: string; held: boolean; amount: Dong };
  sourceOutside: { name: string; amount: Dong };
  articleDuty: None;
  copiesTo: None;
  copyHere: None;
  copyAbove: { name: string };
  copyUnits: None;
  copyFile: None;
  decisionTab: None;
  decisionList: { kind: ProgrammeKind };
  decisionListTab: None;
  withDecision: { number: string | undefined; day: Day | undefined; name: string };
}
