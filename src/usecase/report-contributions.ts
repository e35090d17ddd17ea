import type { Day } from '../domain/day.ts';
import type { GiftRow } from '../domain/gift.ts';
import type { Span } from '../domain/span.ts';
import { unitsUnder } from '../domain/unit-tree.ts';
import { contributionReport } from '../report/papers/contributions.ts';
import { say, type Line } from '../report/papers/line.ts';
import type { GiftsBy } from '../report/papers/report-lines.ts';
import { appealBy } from './gift.ts';
import { giversOf } from './givers.ts';
import { letterheadOf } from './papers.ts';
import type { Reader } from './port/ports.ts';
import { daysOf, type Reported } from './report-value.ts';
import { fundBy, unitBy } from './session.ts';

export interface ContributionScope {
  readonly period: Span | undefined;
  readonly by: GiftsBy;
  readonly funds: readonly string[];
  /** A unit with all units under it. */
  readonly unit: string | undefined;
  readonly appeal: string | undefined;
}

/** What came in from givers in a period, fund by fund as `balance` and `reconcile` have it. */
export async function contributionsReported(
  reader: Reader,
  scope: ContributionScope,
  today: Day,
): Promise<Reported> {
  const { from, to } = daysOf(scope.period, today);
  const { by } = scope;
  const units = await reader.units();
  const funds = await reader.funds();
  const wanted = new Set<number>();
  for (const code of scope.funds) wanted.add((await fundBy(reader, code)).id);
  const unit = scope.unit === undefined ? undefined : await unitBy(reader, scope.unit);
  const under = unit === undefined ? undefined : unitsUnder(units, unit.id);
  const appeal = scope.appeal === undefined ? undefined : await appealBy(reader, scope.appeal);
  const only: Line[] = [
    ...(wanted.size === 0 ? [] : [say('reportOnly', { what: 'fund', codes: scope.funds })]),
    ...(unit === undefined ? [] : [say('reportOnly', { what: 'unit', codes: [unit.code] })]),
    ...(appeal === undefined ? [] : [say('reportOnly', { what: 'appeal', codes: [appeal.code] })]),
  ];
  const facts = {
    letterhead: letterheadOf(reader),
    from,
    to,
    only,
    by,
    givers: await giversOf(reader),
    funds,
    units,
    appeals: await (await reader.treasury()).appeals(),
    officers: await reader.officers(to),
  };
  const all = (await reader.reports()).gifts({ from, to });
  const isMeant = (gift: GiftRow) =>
    (wanted.size === 0 || wanted.has(gift.fund)) &&
    (under === undefined || under.has(facts.givers.unitOf(gift) ?? 0)) &&
    (appeal === undefined || gift.appeal === appeal.code);
  const { paper, lines, own, held } = contributionReport({ ...facts, gifts: meant(all, isMeant) });
  return { paper, data: { from, to, by, lines, own, held }, covered: { from, to } };
}

function* meant(gifts: Iterable<GiftRow>, isMeant: (gift: GiftRow) => boolean): Iterable<GiftRow> {
  for (const gift of gifts) if (isMeant(gift)) yield gift;
}
