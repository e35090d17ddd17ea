import { maskedText } from '../domain/mask.ts';
import type { Day } from '../domain/day.ts';
import { sum, type Dong } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import type { GiftRow, Givers, MoveRow } from '../domain/gift.ts';
import { giftTrail } from '../domain/gift-trail.ts';
import { inOrder } from '../domain/order.ts';
import { spanDays, type Span } from '../domain/span.ts';
import { aboveOf } from '../domain/unit-tree.ts';
import { thanksLetters, type Thanked } from '../report/papers/thanks.ts';
import { Settings } from './check/settings.ts';
import { appealBy } from './gift.ts';
import { giversOf } from './givers.ts';
import { letterheadOf } from './papers.ts';
import type { Reader } from './port/ports.ts';
import type { Reported } from './report-value.ts';

export interface ThanksScope {
  /** A donor by code; a member's or unit's own code finds the donor they are. */
  readonly donor: string | undefined;
  readonly appeal: string | undefined;
  readonly period: Span | undefined;
  /** Only who gave at least this much, in đồng. */
  readonly min: Dong | undefined;
  readonly asOf: Day;
}

/** Letters of thanks with what each giver's money became by a day. */
export async function thanksReported(reader: Reader, scope: ThanksScope): Promise<Reported> {
  const { asOf, period } = scope;
  if (scope.donor === undefined && scope.appeal === undefined && period === undefined)
    refuse('usage.missing', { option: '--donor | --appeal | --period' });
  const givers = await giversOf(reader);
  const appeal = scope.appeal === undefined ? undefined : await appealBy(reader, scope.appeal);
  const days = period === undefined ? undefined : spanDays(period);
  const reports = await reader.reports();
  const meant = (gift: GiftRow) =>
    (appeal === undefined || gift.appeal === appeal.code) &&
    (days === undefined || (gift.day >= days.from && gift.day <= days.to));
  if (scope.donor !== undefined && givers.called(scope.donor).size === 0)
    refuse('missing', { noun: 'donor', code: scope.donor });
  const { thanked: chosen, given } = thankedOf(reports.gifts({ to: asOf }), givers, scope, meant);
  if (chosen.length === 0)
    refuse('thanks.none', {
      donor: scope.donor ?? '',
      appeal: appeal?.code ?? '',
      period: period?.label ?? '',
      min: scope.min,
      gifts: given,
    });
  const funds = [...new Set(chosen.flatMap(({ gifts }) => gifts.map(({ fund }) => fund)))];
  const moves: MoveRow[] = [...reports.moves(funds, asOf)];
  const { paper, letters } = thanksLetters({
    letterhead: letterheadOf(reader),
    asOf,
    thanked: chosen,
    trail: giftTrail(moves),
    funds: await reader.funds(),
    appeals: await (await reader.treasury()).appeals(),
    unitName: await unitNames(reader),
    officers: await reader.officers(asOf),
  });
  return { paper, data: { asOf, letters }, covered: { from: days?.from, to: asOf } };
}

/**
 * Who is thanked: each with the gifts that are meant and with what takes those back, and still a giver of something; and
 * how many gifts were meant, those of nobody who is named too.
 */
function thankedOf(
  gifts: Iterable<GiftRow>,
  givers: Givers,
  scope: ThanksScope,
  meant: (gift: GiftRow) => boolean,
): { readonly thanked: readonly Thanked[]; readonly given: number } {
  const found = new Map<string, { code: string; name: string; gifts: GiftRow[] }>();
  const entries = new Set<number>();
  let given = 0;
  const wanted = scope.donor === undefined ? undefined : givers.called(scope.donor);
  for (const gift of gifts) {
    if (gift.gift === gift.entry ? !meant(gift) : !entries.has(gift.gift)) continue;
    const key = givers.keyOf(gift);
    const { code, name } = givers.of(gift);
    if (wanted?.has(gift.donor ?? 0) === false) continue;
    if (gift.gift === gift.entry) given += 1;
    if (key === 'unnamed') continue;
    entries.add(gift.entry);
    const thanked = found.get(key) ?? { code, name: maskedText(name), gifts: [] };
    found.set(key, thanked);
    thanked.gifts.push(gift);
  }
  const thanked = [...found.values()]
    .filter(({ gifts: own }) => {
      const total = sum(own.map(({ amount }) => amount));
      return total > 0 && total >= (scope.min ?? 0);
    })
    .toSorted((a, b) =>
      a.code === b.code
        ? inOrder(a.name, b.name)
        : a.code === ''
          ? 1
          : b.code === ''
            ? -1
            : inOrder(a.code, b.code),
    );
  return { thanked, given };
}

/** Gives a unit's name, or that of the nearest one above it to which enough people belong; else nothing. */
async function unitNames(reader: Reader): Promise<(unit: number) => string> {
  const settings = new Settings(await (await reader.check()).settings());
  const least = settings.number('thanks.people') ?? 0;
  const units = await reader.units();
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const above = aboveOf(units);
  const people = new Map<number, number>();
  for (const { unit, mergedInto } of await reader.people()) {
    if (mergedInto !== undefined) continue;
    for (const each of above(unit)) people.set(each, (people.get(each) ?? 0) + 1);
  }
  return (unit) => {
    const named = above(unit).find((each) => (people.get(each) ?? 0) >= least);
    return named === undefined ? '' : (names.get(named) ?? '');
  };
}
