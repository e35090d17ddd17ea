import { LAST_DAY, type Day } from './day.ts';
import { add, subtract, sum, ZERO, type Dong } from './dong.ts';
import { isCode, PURPOSES, type Purpose } from './fund.ts';

/** What a giver set money apart for: one named case, a unit's people, or one purpose; the most special first. */
const KINDS = ['case', 'unit', 'purpose'] as const;

interface Restriction {
  readonly kind: (typeof KINDS)[number];
  readonly code: string;
}

/** Reads `purpose=home`, `unit=BVA` or `case=mai-am-2024/0001`. */
export function readRestriction(text: string): Restriction | undefined {
  const at = text.indexOf('=');
  const kind = KINDS.find((each) => each === text.slice(0, Math.max(at, 0)));
  const code = text.slice(at + 1).trim();
  if (kind === undefined) return undefined;
  if (kind === 'purpose') return PURPOSES.some((each) => each === code) ? { kind, code } : undefined;
  const parts = code.split('/');
  return parts.length === (kind === 'case' ? 2 : 1) && parts.every(isCode) ? { kind, code } : undefined;
}

/** A restriction as a posting carries it. */
export function restrictionText({ kind, code }: Restriction): string {
  return `${kind}=${code}`;
}

/** What a payment is for: an award of a unit's person under a programme, or a cost of one purpose. */
export interface Aim {
  readonly case?: string | undefined;
  readonly unit?: string | undefined;
  readonly purpose: Purpose;
}

/** A part that is approved and not yet paid from `fund`; in đồng. */
export interface Claim extends Aim {
  readonly fund: number;
  readonly amount: Dong;
  /** Whether its money is already in a distributor's hands. */
  readonly handed: boolean;
}

interface Heir {
  readonly unit: string;
  readonly from: Day;
}

/** Restricted money that came into a fund (above zero) or was spent (below) on a day. */
export interface RestrictedMove {
  /** Of money for a unit's people: units that took all of it over, each from a day on; theirs may have it then. */
  readonly heirs?: readonly Heir[] | undefined;
  readonly fund: number;
  readonly restriction: string;
  readonly day: Day;
  readonly amount: Dong;
}

/** The restrictions that a payment fulfils, the most special first. */
function fulfilled(aim: Aim): string[] {
  return KINDS.flatMap((kind) => (aim[kind] === undefined ? [] : [`${kind}=${aim[kind]}`]));
}

/** A part of a payment: out of the money of one restriction, or out of free money. */
export interface Piece {
  readonly restriction?: string | undefined;
  readonly amount: Dong;
}

/** What one fund has left under each restriction, used up as payments are drawn from it. */
export class RestrictedMoney {
  readonly #left: Map<string, Dong>;
  /** By unit, the restrictions to units that it took over. */
  readonly #inherited: ReadonlyMap<string, readonly string[]>;

  private constructor(left: Map<string, Dong>, inherited: ReadonlyMap<string, readonly string[]>) {
    this.#left = left;
    this.#inherited = inherited;
  }

  /**
   * What a payment on `day` may draw: the least that stands on that day or any later one, so that what is paid
   * already stays paid.
   */
  static on(day: Day, fund: number, moves: readonly RestrictedMove[]): RestrictedMoney {
    const left = new Map<string, Dong>();
    const own = moves.filter((move) => move.fund === fund);
    for (const [restriction, each] of Map.groupBy(own, (move) => move.restriction)) {
      left.set(restriction, leastFrom(day, each));
    }
    return new RestrictedMoney(left, inheritedOn(own, day));
  }

  /** What stands at the end of all days. */
  static of(fund: number, moves: readonly RestrictedMove[]): RestrictedMoney {
    const left = new Map<string, Dong>();
    for (const { fund: of, restriction, amount } of moves)
      if (of === fund) left.set(restriction, add(left.get(restriction) ?? ZERO, amount));
    return new RestrictedMoney(left, inheritedOn(moves, LAST_DAY));
  }

  get total(): Dong {
    return sum(this.#left.values());
  }

  /** What is left, by restriction; none of it zero. */
  get left(): readonly { readonly restriction: string; readonly amount: Dong }[] {
    return [...this.#left]
      .map(([restriction, amount]) => ({ restriction, amount }))
      .filter(({ amount }) => amount !== 0);
  }

  /** Takes a payment out of matching restricted money first, the rest out of free money. */
  draw(amount: Dong, aim: Aim): Piece[] {
    const inherited = aim.unit === undefined ? [] : (this.#inherited.get(aim.unit) ?? []);
    const [purpose, ...special] = fulfilled(aim).toReversed();
    return this.take(amount, [
      ...special.toReversed(),
      ...inherited,
      ...(purpose === undefined ? [] : [purpose]),
    ]);
  }

  /** Takes an amount out of these restrictions in order; what they do not have is free money. */
  take(amount: Dong, restrictions: readonly string[]): Piece[] {
    const pieces: Piece[] = [];
    let rest = amount;
    for (const restriction of restrictions) {
      const has = this.#left.get(restriction) ?? ZERO;
      const taken = has < rest ? has : rest;
      if (taken <= 0) continue;
      this.#left.set(restriction, subtract(has, taken));
      pieces.push({ restriction, amount: taken });
      rest = subtract(rest, taken);
    }
    if (rest > 0) pieces.push({ amount: rest });
    return pieces;
  }
}

/** By unit, the restrictions to units that it had taken over by a day. */
function inheritedOn(moves: readonly RestrictedMove[], day: Day): Map<string, string[]> {
  const inherited = new Map<string, string[]>();
  for (const { restriction, heirs = [] } of moves)
    for (const { unit, from } of heirs) {
      const known = inherited.get(unit) ?? [];
      if (from <= day && !known.includes(restriction)) inherited.set(unit, [...known, restriction]);
    }
  return inherited;
}

function leastFrom(day: Day, moves: readonly RestrictedMove[]): Dong {
  const sorted = moves.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  let running: Dong = ZERO;
  let at = 0;
  for (; at < sorted.length && (sorted[at]?.day ?? day) <= day; at++)
    running = add(running, sorted[at]?.amount ?? ZERO);
  let least = running;
  while (at < sorted.length) {
    const today = sorted[at]?.day;
    for (; at < sorted.length && sorted[at]?.day === today; at++)
      running = add(running, sorted[at]?.amount ?? ZERO);
    if (running < least) least = running;
  }
  return least < 0 ? ZERO : least;
}

/** The least that a restriction comes to at the end of any day: below zero only where a gift was taken back after it was spent. */
export function leastEver(moves: readonly RestrictedMove[]): Dong {
  let [running, least]: [Dong, Dong] = [ZERO, ZERO];
  for (const [, each] of [...Map.groupBy(moves, (move) => move.day)].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    running = add(running, sum(each.map((move) => move.amount)));
    if (running < least) least = running;
  }
  return least;
}

/** What a fund keeps for givers' aims that nothing decided covers yet: not there for anything else. */
export function idle(fund: number, moves: readonly RestrictedMove[], claims: readonly Claim[]): Dong {
  const money = RestrictedMoney.of(fund, moves);
  for (const claim of claims) if (claim.fund === fund) money.draw(claim.amount, claim);
  return money.total;
}
