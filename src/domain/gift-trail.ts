import type { Day } from './day.ts';
import { add, negate, subtract, ZERO, type Dong } from './dong.ts';

/**
 * Where the money of each gift went. Money in a fund is pooled; which gift a payment was made of is said by rule:
 *
 * 1. What was taken back counts as never there: a reversal, refund or return lessens the very move that it answers.
 * 2. A payment that names a restriction is made of gifts with that restriction, one that names an appeal of that appeal's.
 * 3. Any other payment is made of money that nobody set apart, in the order in which it came in: by day, entry and line.
 *
 * Every đồng of a move in goes to payments or is left; no payment is made of more than it is. What a payment was made of
 * when nothing was left to make it of was borrowed, and is `uncovered`.
 */

/** Money that came into a fund or went out of it for a reason; `amount` in đồng, below zero where it takes something back. */
export interface FundMove {
  readonly entry: number;
  readonly line: number;
  readonly fund: number;
  readonly day: Day;
  readonly way: 'in' | 'out';
  readonly amount: Dong;
  /** The entry that this one reverses. */
  readonly reverses?: number | undefined;
  /** The entry that a refund or return answers. */
  readonly clears?: number | undefined;
  readonly restriction?: string | undefined;
  readonly appeal?: string | undefined;
  /** The part of an award that it pays or brings back. */
  readonly part?: string | undefined;
}

/** So much of one move in went into one move out. */
interface TrailPiece<M extends FundMove> {
  readonly gift: M;
  readonly use: M;
  readonly amount: Dong;
}

/** A move with what of it stands once all that answers it is taken off. */
interface Standing<M extends FundMove> {
  readonly move: M;
  readonly stands: Dong;
}

export interface Trail<M extends FundMove> {
  readonly gifts: readonly (Standing<M> & { readonly left: Dong })[];
  readonly uses: readonly (Standing<M> & { readonly uncovered: Dong })[];
  readonly pieces: readonly TrailPiece<M>[];
}

interface Open<M> {
  readonly move: M;
  stands: Dong;
  left: Dong;
}

export function giftTrail<M extends FundMove>(moves: readonly M[]): Trail<M> {
  const open = netted(moves.toSorted(inOrder));
  // What takes back more than there was is money that went the other way.
  const into = open.filter(({ move, stands }) => (move.way === 'in') === stands > 0 && stands !== 0);
  const out = open.filter(({ move, stands }) => (move.way === 'out') === stands > 0 && stands !== 0);
  for (const each of open) each.left = each.stands < 0 ? negate(each.stands) : each.stands;
  const pieces: TrailPiece<M>[] = [];
  const draw = (use: Open<M>, pool: Queue<M> | undefined) => {
    for (const { gift, amount } of pool?.take(use) ?? [])
      pieces.push({ gift: gift.move, use: use.move, amount });
  };
  const restricted = queues(into, ({ fund, restriction }) => restriction && `${fund} ${restriction}`);
  for (const use of out) draw(use, restricted.get(`${use.move.fund} ${use.move.restriction ?? ''}`));
  const free = into.filter(({ move }) => move.restriction === undefined);
  const appeals = queues(free, ({ fund, appeal }) => appeal && `${fund} ${appeal}`);
  for (const use of out) draw(use, appeals.get(`${use.move.fund} ${use.move.appeal ?? ''}`));
  const pooled = queues(free, ({ fund }) => String(fund));
  for (const use of out) draw(use, pooled.get(String(use.move.fund)));
  return {
    gifts: into.map(({ move, stands, left }) => ({ move, stands: magnitude(stands), left })),
    uses: out.map(({ move, stands, left }) => ({ move, stands: magnitude(stands), uncovered: left })),
    pieces: pieces.toSorted((a, b) => inOrder(a.gift, b.gift) || inOrder(a.use, b.use)),
  };
}

/** Moves with what takes them back taken off: first by the entry that is named, then by the part of an award. */
function netted<M extends FundMove>(moves: readonly M[]): Open<M>[] {
  const all = moves.map((move): Open<M> => ({ move, stands: move.amount, left: ZERO }));
  const byEntry = Map.groupBy(all, ({ move }) => move.entry);
  const byPart = Map.groupBy(all, ({ move }) => move.part);
  // A reversed refund takes nothing back: reversals come before what else answers an entry.
  for (const name of ['reverses', 'clears'] as const) {
    for (const each of all) {
      const answered = each.move[name];
      if (answered === undefined || (name === 'clears' && each.stands >= 0)) continue;
      const there = (byEntry.get(answered) ?? []).filter(({ move }) => alike(move, each.move));
      for (const close of [sameAim, samePart, () => true])
        for (const other of there) if (close(other.move, each.move)) cancel(each, other);
    }
  }
  for (const each of all) {
    if (each.stands >= 0 || each.move.part === undefined) continue;
    for (const other of (byPart.get(each.move.part) ?? []).toReversed())
      if (alike(other.move, each.move)) cancel(each, other);
  }
  return all;
}

/** Takes as much of one off the other as both have, where one is above zero and the other below. */
function cancel<M>(one: Open<M>, other: Open<M>): void {
  if (one === other || one.stands === 0 || one.stands > 0 === other.stands > 0 || other.stands === 0) return;
  const less =
    magnitude(one.stands) < magnitude(other.stands) ? magnitude(one.stands) : magnitude(other.stands);
  for (const each of [one, other])
    each.stands = each.stands > 0 ? subtract(each.stands, less) : add(each.stands, less);
}

function alike(a: FundMove, b: FundMove): boolean {
  return a.fund === b.fund && a.way === b.way;
}

function samePart(a: FundMove, b: FundMove): boolean {
  return a.part === b.part;
}

function sameAim(a: FundMove, b: FundMove): boolean {
  return samePart(a, b) && a.restriction === b.restriction && a.appeal === b.appeal;
}

function magnitude(amount: Dong): Dong {
  return amount < 0 ? negate(amount) : amount;
}

function inOrder(a: FundMove, b: FundMove): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : a.entry - b.entry || a.line - b.line;
}

/** Money in the order in which it came in: what came first goes first. */
class Queue<M> {
  readonly #gifts: readonly Open<M>[];
  #at = 0;

  constructor(gifts: readonly Open<M>[]) {
    this.#gifts = gifts;
  }

  /** Makes a payment of what is there, as far as that goes. */
  take(use: Open<M>): { readonly gift: Open<M>; readonly amount: Dong }[] {
    const taken: { gift: Open<M>; amount: Dong }[] = [];
    while (use.left > 0) {
      const gift = this.#gifts[this.#at];
      if (gift === undefined) break;
      if (gift.left === 0) {
        this.#at += 1;
        continue;
      }
      const amount = gift.left < use.left ? gift.left : use.left;
      gift.left = subtract(gift.left, amount);
      use.left = subtract(use.left, amount);
      taken.push({ gift, amount });
    }
    return taken;
  }
}

function queues<M extends FundMove>(
  gifts: readonly Open<M>[],
  nameOf: (move: M) => string | undefined,
): ReadonlyMap<string, Queue<M>> {
  const groups = Map.groupBy(gifts, ({ move }) => nameOf(move));
  return new Map(
    [...groups].flatMap(([name, each]) => (name === undefined ? [] : [[name, new Queue(each)]])),
  );
}
