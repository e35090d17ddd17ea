import type { Day } from '../domain/day.ts';
import type { Span } from '../domain/span.ts';
import { standingOn } from '../domain/unit-tree.ts';
import { unitTreeReport, type UnitMove } from '../report/papers/unit-tree.ts';
import { giversOf } from './givers.ts';
import { letterheadOf } from './papers.ts';
import type { Reader } from './port/ports.ts';
import { givenIn } from './report-recipients.ts';
import { daysOf, type Reported } from './report-value.ts';

export interface UnitScope {
  readonly period: Span | undefined;
  /** Units as they were, or those that took them over. */
  readonly tree: 'old' | 'new';
  /** The day of the new tree. */
  readonly asOf: Day;
}

/**
 * Gifts and support by unit, rolled up the tree. In the new tree what belonged to a unit that is closed belongs to its
 * successor; support of somebody who was moved out of it, to the unit in which they stand. Both trees have the same totals.
 */
export async function unitsReported(reader: Reader, scope: UnitScope, today: Day): Promise<Reported> {
  const { from, to } = daysOf(scope.period, today);
  const { tree } = scope;
  const given = await givenIn(reader, { period: scope.period }, today);
  const funds = new Map((await reader.funds()).map((fund) => [fund.id, fund]));
  const reports = await reader.reports();
  const dated = await (await reader.roundFacts()).units();
  const closed = new Set(
    dated.flatMap(({ id, to: last }) => (last !== undefined && last < scope.asOf ? [id] : [])),
  );
  const placed = tree === 'new' ? reports.placed(scope.asOf) : new Map<number, number>();
  const standing = tree === 'new' ? standingOn(dated, scope.asOf) : (unit: number) => unit;
  const records = new Map((await reader.people()).map(({ id, mergedInto }) => [id, mergedInto ?? id]));
  const moves: UnitMove[] = [];
  const givers = await giversOf(reader);
  for (const gift of reports.gifts({ from, to })) {
    const what = funds.get(gift.fund)?.kind === 'held' ? 'heldGifts' : 'gifts';
    const unit = givers.unitOf(gift);
    moves.push({ unit: unit === undefined ? undefined : standing(unit), what, amount: gift.amount });
  }
  for (const { award, amount, fund } of given.gifts) {
    const person = records.get(award.beneficiary.id) ?? award.beneficiary.id;
    const then = award.unit.id;
    const now = closed.has(then) ? (placed.get(person) ?? then) : then;
    moves.push({ unit: standing(now), what: fund?.kind ?? 'outside', amount, person });
  }
  const report = unitTreeReport({
    letterhead: letterheadOf(reader),
    from,
    to,
    asOf: tree === 'new' ? scope.asOf : undefined,
    moves,
    units: await reader.units(),
    officers: await reader.officers(to),
  });
  const { paper, ...data } = report;
  return { paper, data: { from, to, tree, ...data }, covered: { from, to } };
}
