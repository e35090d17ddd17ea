import { add, subtract, ZERO, type Dong } from './dong.ts';
import type { Day } from './day.ts';
import { daysBetween } from './finding.ts';
import type { FundKind } from './fund.ts';
import { fold } from './name.ts';

/** Money that one union passed to another, as one of the two has it in its book. */
export interface PassedSide {
  /** The lower of the two. */
  readonly unit: string;
  readonly entry: number;
  readonly day: Day;
  /** Empty where the entry names none. */
  readonly document: string;
  readonly kind: FundKind;
  /** Whether it names the other of the two: money may also have gone to, or come from, somebody else. */
  readonly named: boolean;
  readonly role: string;
  readonly amount: Dong;
}

/** What belongs together by its document, or where one side names none by its amount and day; one side may be empty. */
export interface PassedPair {
  readonly unit: string;
  readonly document: string;
  readonly sent: readonly PassedSide[];
  readonly taken: readonly PassedSide[];
}

/** How many days money may be under way where no document tells what it is. */
const UNDER_WAY = 45;

const documentOf = ({ unit, document }: PassedSide): string =>
  `${unit} ${fold(document).replace(/\s+/g, '')}`;

/** Joins what was sent with what was taken, in the order of days: by unit and document first, then what names no document. */
export function pairPassed(sent: readonly PassedSide[], taken: readonly PassedSide[]): PassedPair[] {
  const pairs = new Map<string, { sent: PassedSide[]; taken: PassedSide[] }>();
  const pairOf = (side: PassedSide, name = documentOf(side)) => {
    const known = pairs.get(name) ?? { sent: [], taken: [] };
    pairs.set(name, known);
    return known;
  };
  for (const side of sent)
    pairOf(side, side.document === '' ? `#${side.unit} ${side.entry}` : undefined).sent.push(side);
  const loose: PassedSide[] = [];
  for (const side of taken) {
    const known = side.document === '' ? undefined : pairs.get(documentOf(side));
    if (known === undefined) loose.push(side);
    else known.taken.push(side);
  }
  const waiting = Map.groupBy(
    [...pairs.values()].filter((pair) => pair.taken.length === 0 && pair.sent.length === 1),
    (pair) => sumOf(pair.sent[0]),
  );
  for (const side of loose) {
    // Two documents that differ are two payments, whatever they come to.
    const free = waiting
      .get(sumOf(side))
      ?.find((each) =>
        each.sent.some(
          (other) =>
            each.taken.length === 0 &&
            (other.document === '' || side.document === '') &&
            apart(other.day, side.day) <= UNDER_WAY,
        ),
      );
    (free ?? pairOf(side, side.document === '' ? `+${side.unit} ${side.entry}` : undefined)).taken.push(side);
  }
  return [...pairs.values()].map((pair) => {
    const [first] = [...pair.sent, ...pair.taken];
    return { unit: first?.unit ?? '', document: first?.document ?? '', ...pair };
  });
}

const sumOf = (side: PassedSide | undefined): string => `${side?.unit} ${side?.amount}`;

function apart(one: Day, other: Day): number {
  return one < other ? daysBetween(one, other) : daysBetween(other, one);
}

export function amountOf(sides: readonly PassedSide[]): Dong {
  return sides.reduce<Dong>((total, { amount }) => add(total, amount), ZERO);
}

/** What of pairs both books have within some days, of one kind of fund: by the role that took it, in đồng. */
export function passedWithin(
  pairs: readonly PassedPair[],
  { from, to, kind }: { readonly from: Day; readonly to: Day; readonly kind: FundKind },
): ReadonlyMap<string, Dong> {
  const within = (side: PassedSide) => side.kind === kind && from <= side.day && side.day <= to;
  const sums = new Map<string, Dong>();
  for (const pair of pairs) {
    let left = amountOf(pair.sent.filter(within));
    for (const side of pair.taken.filter(within)) {
      const both = left < side.amount ? left : side.amount;
      sums.set(side.role, add(sums.get(side.role) ?? ZERO, both));
      left = subtract(left, both);
    }
  }
  return sums;
}
