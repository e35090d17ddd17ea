import type { Day } from '../domain/day.ts';
import type { Span } from '../domain/span.ts';
import { unitTreeReport, type UnitMove } from '../report/papers/unit-tree.ts';
import { giversOf } from './givers.ts';
import { letterheadOf } from './papers.ts';
import type { Reader } from './port/ports.ts';
import { givenIn } from './report-recipients.ts';
import { daysOf, type Reported } from './report-value.ts';
import { unitView, type TreeScope } from './unit-view.ts';

export interface UnitScope extends TreeScope {
  readonly period: Span | undefined;
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
  const view = await unitView(reader, scope, from);
  const records = new Map((await reader.people()).map(({ id, mergedInto }) => [id, mergedInto ?? id]));
  const moves: UnitMove[] = [];
  const givers = await giversOf(reader);
  for (const gift of reports.gifts({ from, to })) {
    const what = funds.get(gift.fund)?.kind === 'held' ? 'heldGifts' : 'gifts';
    const unit = givers.unitOf(gift);
    moves.push({ unit: unit === undefined ? undefined : view.ofUnit(unit), what, amount: gift.amount });
  }
  for (const { award, amount, fund } of given.gifts) {
    const person = records.get(award.beneficiary.id) ?? award.beneficiary.id;
    const unit = view.ofPerson(award.unit.id, person);
    moves.push({ unit, what: fund?.kind ?? 'outside', amount, person });
  }
  const report = unitTreeReport({
    letterhead: letterheadOf(reader),
    from,
    to,
    asOf: tree === 'new' ? scope.asOf : undefined,
    moves,
    units: view.units,
    officers: await reader.officers(to),
  });
  const { paper, ...data } = report;
  return { paper, data: { from, to, tree, ...data }, covered: { from, to } };
}
