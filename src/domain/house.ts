import type { Day } from './day.ts';
import { add, ZERO, type Dong } from './dong.ts';
import { daysBetween } from './finding.ts';
import { MILESTONES, type Milestone, type PaperKind } from './paper.ts';

/** What tells how far a Union Home is; amounts in đồng. */
export interface House {
  readonly decidedOn?: Day | undefined;
  readonly parts: readonly {
    readonly amount: Dong;
    /** Given by somebody outside: it is no money of ours. */
    readonly outside: boolean;
    readonly paidOn?: Day | undefined;
  }[];
  readonly papers: readonly {
    readonly kind: PaperKind;
    readonly day: Day;
    readonly due?: Day | undefined;
  }[];
}

export const HOUSE_STAGES = ['proposed', 'approved', ...MILESTONES] as const;
export type HouseStage = (typeof HOUSE_STAGES)[number];

/**
 * Whether a house had begun as the book knows it of a day: with a paper, a decision or a payment. A proposal alone has no
 * day of its own; it would change what is told of days long past.
 */
export function hasBegun({ decidedOn, parts, papers }: House): boolean {
  return decidedOn !== undefined || papers.length > 0 || parts.some(({ paidOn }) => paidOn !== undefined);
}

/** The milestones reached, each with its day; what was only promised is none. */
export function milestonesOf({ papers }: House): Map<Milestone, Day> {
  const reached = new Map<Milestone, Day>();
  for (const milestone of MILESTONES) {
    const paper = papers.find(({ kind, due }) => kind === milestone && due === undefined);
    if (paper !== undefined) reached.set(milestone, paper.day);
  }
  return reached;
}

export function houseStage(house: House): HouseStage {
  const reached = milestonesOf(house);
  return (
    MILESTONES.findLast((each) => reached.has(each)) ??
    (house.decidedOn === undefined ? 'proposed' : 'approved')
  );
}

/** What passes through our hands: paid, and still to be paid. */
export function houseMoney({ parts }: House): { paid: Dong; open: Dong } {
  let [paid, open] = [ZERO, ZERO];
  for (const { amount, outside, paidOn } of parts) {
    if (outside) continue;
    if (paidOn === undefined) open = add(open, amount);
    else paid = add(paid, amount);
  }
  return { paid, open };
}

/** The last day on which something happened: a milestone, a payment, else the decision. */
export function lastStep(house: House): Day | undefined {
  const days = [...milestonesOf(house).values(), ...house.parts.flatMap(({ paidOn }) => paidOn ?? [])];
  return days.toSorted().at(-1) ?? house.decidedOn;
}

/** The day the last of our money was paid; undefined while some is open, or where there is none. */
export function paidInFull({ parts }: House): Day | undefined {
  const ours = parts.filter(({ outside }) => !outside);
  const days = ours.flatMap(({ paidOn }) => paidOn ?? []);
  return days.length === ours.length ? days.toSorted().at(-1) : undefined;
}

/** Days since the last step of a house that has begun and was not handed over; undefined where it waits for nothing. */
export function idleDays(house: House, on: Day): number | undefined {
  const last = lastStep(house);
  const begun = milestonesOf(house).size > 0 || houseMoney(house).paid > 0;
  if (last === undefined || !begun || houseStage(house) === 'handover') return undefined;
  return Math.max(0, daysBetween(last, on));
}
