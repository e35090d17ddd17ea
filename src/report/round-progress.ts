import { awardStage, totalOf, type AwardState, type Part, type Round } from '../domain/award.ts';
import { daysBetween, type Day } from '../domain/day.ts';
import { add, ZERO, type Dong } from '../domain/dong.ts';
import { aboveOf } from '../domain/unit-tree.ts';
import type { Table } from './table.ts';

interface UnitName {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly parent?: number | undefined;
}

/** A round as its progress is told: what stands, what units may have, who joined after the last list. */
export interface ProgressFacts {
  readonly round: Round;
  readonly day: Day;
  readonly awards: readonly AwardState[];
  readonly quotas: readonly {
    readonly unit: number;
    readonly people?: number | undefined;
    readonly amount?: Dong | undefined;
  }[];
  readonly units: readonly UnitName[];
  /** Funds of the entity itself. */
  readonly ownFunds: ReadonlySet<number>;
  /** The day of the last list, and members by unit who joined since. */
  readonly since: Day | undefined;
  readonly joined: ReadonlyMap<number, number>;
  /** Only this unit and those below it. */
  readonly within: number | undefined;
}

const STEPS = ['list', 'pay', 'sign'] as const;
type Step = (typeof STEPS)[number];

/** Counts of awards, cumulative: what was signed was paid, approved and proposed; and đồng of those that stand. */
interface Counts {
  proposed: number;
  approved: number;
  handed: number;
  paid: number;
  signed: number;
  refused: number;
  cancelled: number;
  own: Dong;
  total: Dong;
}

interface UnitProgress extends Readonly<Counts> {
  readonly unit: string;
  readonly quota?: number;
  readonly quotaAmount?: Dong;
  /** Steps whose last day is over and that are not done. */
  readonly late: readonly Step[];
}

export interface RoundProgress {
  readonly round: string;
  readonly day: Day;
  readonly units: readonly UnitProgress[];
  readonly total: Readonly<Counts> & { readonly quota?: number };
  /** Days that are left, below zero where the deadline is over, and the units that are late for it. */
  readonly deadlines: readonly {
    readonly what: Step;
    readonly day: Day;
    readonly left: number;
    readonly units: readonly string[];
  }[];
  /** Members who joined, or came into the book, after the last list and have no award. */
  readonly joined: { readonly since?: Day; readonly people: number };
}

/** A round unit by unit. An award counts for the nearest unit from its own up that has a quota, else for its own. */
export function roundProgress(facts: ProgressFacts): RoundProgress {
  const { round, day, quotas, units } = facts;
  const quotaOf = new Map(quotas.map((quota) => [quota.unit, quota]));
  const above = aboveOf(units);
  const home = (unit: number) => above(unit).find((each) => quotaOf.has(each)) ?? unit;
  const within = (unit: number) => facts.within === undefined || above(unit).includes(facts.within);
  const counts = new Map<number, Counts>(quotas.map(({ unit }) => [unit, none()]));
  const all = none();
  for (const award of facts.awards) {
    if (!within(award.unit.id)) continue;
    const at = home(award.unit.id);
    const mine = counts.get(at) ?? none();
    counts.set(at, mine);
    for (const sum of [mine, all]) take(sum, award, facts.ownFunds);
  }
  const rows = units.flatMap(({ id, code }) => {
    const mine = counts.get(id);
    if (mine === undefined || (!within(id) && mine.proposed + mine.refused + mine.cancelled === 0)) return [];
    const quota = quotaOf.get(id);
    const row: UnitProgress = {
      unit: code,
      ...(quota?.people === undefined ? {} : { quota: quota.people }),
      ...(quota?.amount === undefined ? {} : { quotaAmount: quota.amount }),
      ...mine,
      late: STEPS.filter((step) => isOver(round, step, day) && !isDone(step, mine, quota?.people)),
    };
    return [row];
  });
  const granted = rows.reduce((sum, { quota }) => sum + (quota ?? 0), 0);
  return {
    round: round.code,
    day,
    units: rows,
    total: { ...(rows.some(({ quota }) => quota !== undefined) ? { quota: granted } : {}), ...all },
    deadlines: STEPS.flatMap((what) => {
      const last = lastDayOf(round, what);
      if (last === undefined) return [];
      const late = rows.filter((row) => row.late.includes(what)).map(({ unit }) => unit);
      return [{ what, day: last, left: daysBetween(day, last), units: late }];
    }),
    joined: {
      ...(facts.since === undefined ? {} : { since: facts.since }),
      people: [...facts.joined].reduce((sum, [unit, people]) => sum + (within(unit) ? people : 0), 0),
    },
  };
}

function none(): Counts {
  const counts = { proposed: 0, approved: 0, handed: 0, paid: 0, signed: 0, refused: 0, cancelled: 0 };
  return { ...counts, own: ZERO, total: ZERO };
}

function take(counts: Counts, award: AwardState, ownFunds: ReadonlySet<number>): void {
  const stage = awardStage(award);
  if (stage === 'rejected') counts.refused += 1;
  else if (stage === 'cancelled') counts.cancelled += 1;
  else {
    counts.proposed += 1;
    if (award.state === 'approved') counts.approved += 1;
    if (stage === 'handed') counts.handed += 1;
    if (stage === 'paid' || stage === 'signed') counts.paid += 1;
    if (stage === 'signed') counts.signed += 1;
    const isOwn = ({ payer }: Part) => payer !== undefined && ownFunds.has(payer);
    counts.own = add(counts.own, totalOf(award.parts.filter(isOwn)));
    counts.total = add(counts.total, totalOf(award.parts));
  }
}

function lastDayOf(round: Round, step: Step): Day | undefined {
  return { list: round.listBy, pay: round.payBy, sign: round.signBy }[step];
}

function isOver(round: Round, step: Step, day: Day): boolean {
  const last = lastDayOf(round, step);
  return last !== undefined && day > last;
}

function isDone(step: Step, counts: Counts, quota: number | undefined): boolean {
  if (step === 'list') return counts.proposed > 0 || (quota ?? 0) === 0;
  return (step === 'pay' ? counts.paid : counts.signed) === counts.approved;
}

export function progressTable(
  progress: RoundProgress,
  name: string,
  units: readonly UnitName[],
  words: Readonly<Record<string, string>>,
): Table {
  const names = new Map(units.map((each) => [each.code, each.name]));
  return {
    name: 'progress',
    facts: { round: progress.round, name, asOf: progress.day },
    columns: [
      { key: 'unit', type: 'code' },
      { key: 'name', type: 'text' },
      { key: 'quota', type: 'count' },
      { key: 'proposed', type: 'count' },
      { key: 'approved', type: 'count' },
      { key: 'handed', type: 'count' },
      { key: 'paid', type: 'count' },
      { key: 'signed', type: 'count' },
      { key: 'refused', type: 'count' },
      { key: 'cancelled', type: 'count' },
      { key: 'own', type: 'dong' },
      { key: 'total', type: 'dong' },
      { key: 'late', type: 'text' },
    ],
    rows: [
      ...progress.units.map(({ late, quotaAmount: _amount, ...cells }) => ({
        kind: 'line' as const,
        cells: {
          ...cells,
          name: names.get(cells.unit),
          late: late.map((step) => words[`late.${step}`] ?? step).join(', '),
        },
      })),
      { kind: 'total', label: 'total', cells: { ...progress.total } },
    ],
  };
}
