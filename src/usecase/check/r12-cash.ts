import type { Day } from '../../domain/day.ts';
import { asDong, subtract, ZERO, type Dong } from '../../domain/dong.ts';
import type { Found } from '../../domain/finding.ts';
import type { Place } from '../../domain/fund.ts';
import type { Facts } from './facts.ts';
import { error, never, warning, type Rule } from './rule.ts';

interface BoxDay {
  readonly day: Day;
  readonly balance: Dong;
}

/**
 * Money is never below zero, and each box was counted after its last movement, to the đồng. A limit on what may lie in a
 * box, and a count on every day that moved it, are asked only where the union set them.
 */
export const r12: Rule = {
  code: 'R12',
  group: 'cash',
  scope: 'month',
  kinds: {
    'money.negative': never('accountant'),
    'place.uncounted': never('cashier'),
    'place.difference': error('cashier'),
    'cash.limit': warning('cashier'),
    'cash.daily': warning('cashier', 'check.R12.daily'),
  },
  async look(facts) {
    const below = (await facts.ask.below(facts)).map((low): Found => ({
      kind: 'money.negative',
      subject: `${low.fund}:${low.place}@${low.day}`,
      facts: low,
      day: low.day,
      mend: `phucloi ledger cash --place ${low.place} --fund ${low.fund} --from ${low.day} --to ${low.day}`,
    }));
    const boxDays = await facts.boxDays();
    const counts = await facts.counts();
    const limit = facts.settings.number('check.R12.limit');
    const boxes = (await facts.reader.places()).filter((place) => place.kind === 'cash');
    return [
      ...below,
      ...(await uncounted(facts)),
      ...boxes.flatMap((place): Found[] => {
        const of = boxDays.filter((each) => each.place === place.id);
        const moved = of.filter((each) => each.day !== '');
        const counted = counts.filter((each) => each.place === place.id);
        return [
          ...(limit === undefined ? [] : above(place, moved, asDong(limit))),
          ...uncountedDays(
            place,
            moved.filter(({ day }) => !counted.some((each) => each.day === day)),
          ),
        ];
      }),
    ];
  },
};

/** Every box against its last count. */
export async function uncounted(facts: Facts): Promise<Found[]> {
  const [boxDays, counts] = [await facts.boxDays(), await facts.counts()];
  const boxes = (await facts.reader.places()).filter(({ kind }) => kind === 'cash');
  const homes = await homesOf(facts, boxes);
  return boxes.flatMap((place) => {
    const days = boxDays.filter((each) => each.place === place.id);
    const count = counts.findLast((each) => each.place === place.id);
    return held(place, days, count, { to: facts.to, home: homes.has(place.id) });
  });
}

/** Boxes that have a fund of their own, which a shortage is taken from unless another is named. */
async function homesOf(facts: Facts, boxes: readonly Place[]): Promise<ReadonlySet<number>> {
  const homes = new Set<number>();
  for (const box of boxes) if ((await facts.reader.homeFund(box)) !== undefined) homes.add(box.id);
  return homes;
}

function countCommand(place: Place, day: Day): string {
  return `phucloi cash count --place ${place.code} --on ${day} --notes 500000x…`;
}

/** A box against its last count. */
function held(
  place: Place,
  days: readonly BoxDay[],
  count: { readonly day: Day; readonly total: Dong } | undefined,
  { to, home }: { readonly to: Day; readonly home: boolean },
): Found[] {
  const last = days.at(-1);
  const balance = last?.balance ?? ZERO;
  const moved = last !== undefined && last.day !== '';
  if (balance === 0 && !moved) return [];
  if (count === undefined || (moved && last.day > count.day)) {
    const facts = { place: place.code, day: to, balance };
    return [{ kind: 'place.uncounted', subject: place.code, facts, day: to, mend: countCommand(place, to) }];
  }
  const then = days.findLast(({ day }) => day <= count.day)?.balance ?? ZERO;
  const difference = subtract(count.total, then);
  if (difference === 0) return [];
  const { day, total: counted } = count;
  return [
    {
      kind: 'place.difference',
      subject: `${place.code}@${day}`,
      facts: { place: place.code, day, counted, balance: then, difference },
      day,
      mend: `phucloi cash count --place ${place.code} --on ${day} --total ${counted} --settle${difference < 0 && !home ? ' --fund …' : ''}`,
    },
  ];
}

function above(place: Place, days: readonly BoxDay[], limit: Dong): Found[] {
  const over = days.filter(({ balance }) => balance > limit);
  const worst = over.toSorted((a, b) => b.balance - a.balance)[0];
  if (worst === undefined) return [];
  const { day, balance } = worst;
  return [
    {
      kind: 'cash.limit',
      subject: `${place.code}@${day.slice(0, 7)}`,
      facts: { place: place.code, day, limit, balance, days: over.length },
      day: over[0]?.day,
      mend: `phucloi move --fund … --from ${place.code} --to bank --amount ${balance - limit} --on …`,
    },
  ];
}

function uncountedDays(place: Place, days: readonly BoxDay[]): Found[] {
  const first = days[0];
  if (first === undefined) return [];
  const { day } = first;
  return [
    {
      kind: 'cash.daily',
      subject: `${place.code}@${day.slice(0, 7)}`,
      facts: { place: place.code, day, days: days.length },
      day,
      mend: countCommand(place, day),
    },
  ];
}
