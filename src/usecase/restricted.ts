import { fundMoney, type FundTurnover } from '../domain/balance.ts';
import { LAST_DAY, type Day } from '../domain/day.ts';
import { negate, subtract, sum, ZERO, type Dong } from '../domain/dong.ts';
import { debit, type Posting } from '../domain/entry.ts';
import { refuse } from '../domain/failure.ts';
import type { Role } from '../domain/account.ts';
import type { Fund } from '../domain/fund.ts';
import { idle, leastEver, RestrictedMoney, type Aim, type Claim, type Piece } from '../domain/restriction.ts';
import type { Reader } from './port/ports.ts';

/** What a fund's payments on a day may draw for their aims; nothing where no money ever came in restricted. */
export async function restrictedMoney(reader: Reader, fund: Fund, day: Day): Promise<RestrictedMoney> {
  const moves = (await reader.hasRestricted()) ? await (await reader.treasury()).restrictedMoves() : [];
  return RestrictedMoney.on(day, fund.id, moves);
}

/** The debits of a payment, one for each restriction its money is drawn from. */
export function debits(
  fund: Fund,
  role: Role,
  pieces: readonly Piece[],
  about: Partial<Posting> = {},
): Posting[] {
  return pieces.map(({ amount, restriction }) => debit(fund, role, amount, { ...about, restriction }));
}

/** What each fund keeps, on a day, for aims that nothing decided covers yet; funds that keep nothing are absent. */
export async function keptAside(
  reader: Reader,
  upTo: Day,
  more: readonly Claim[] = [],
): Promise<ReadonlyMap<number, Dong>> {
  if (!(await reader.hasRestricted())) return new Map();
  const treasury = await reader.treasury();
  const moves = (await treasury.restrictedMoves()).filter(({ day }) => day <= upTo);
  const claims = [...(await treasury.claims(upTo)), ...more];
  const funds = new Set(moves.map(({ fund }) => fund));
  return new Map([...funds].map((fund) => [fund, idle(fund, moves, claims)]));
}

/** The same for one fund after it has paid an amount for an aim. */
export async function keptAfter(
  reader: Reader,
  today: Day,
  fund: Fund,
  amount: Dong,
  aim: Aim | undefined,
): Promise<Dong> {
  if (!(await reader.hasRestricted())) return ZERO;
  const treasury = await reader.treasury();
  const moves = await treasury.restrictedMoves();
  const pieces = aim === undefined ? [] : RestrictedMoney.on(today, fund.id, moves).draw(amount, aim);
  const drawn = pieces.flatMap(({ restriction, amount: piece }) =>
    restriction === undefined ? [] : [{ fund: fund.id, restriction, day: today, amount: negate(piece) }],
  );
  return idle(fund.id, [...moves, ...drawn], await treasury.claims(today));
}

/**
 * What givers set apart is there until it is spent for its aim: each fund's money, with what distributors carry to
 * people it is for, is never less than that; and no restriction is ever spent below zero.
 */
export async function mustKeepRestricted(reader: Reader, turnovers: readonly FundTurnover[]): Promise<void> {
  if (!(await reader.hasRestricted())) return;
  const treasury = await reader.treasury();
  const moves = await treasury.restrictedMoves();
  const money = fundMoney(turnovers);
  for (const fund of await reader.funds()) {
    const own = moves.filter((move) => move.fund === fund.id);
    for (const [restriction, each] of Map.groupBy(own, (move) => move.restriction)) {
      const least = leastEver(each);
      if (least < 0) refuse('restriction.spent', { fund: fund.code, restriction, short: negate(least) });
    }
    const restricted = sum(own.map(({ amount }) => amount));
    const has = money.get(fund.id) ?? ZERO;
    if (has >= restricted) continue;
    const carried = (await treasury.claims(LAST_DAY)).filter(({ handed }) => handed);
    const kept = idle(fund.id, own, carried);
    if (has < kept) {
      const needed = subtract(kept, has);
      refuse('fund.restricted', { fund: fund.code, short: needed, money: has, restricted: kept });
    }
  }
}

/** What an owner's money goes back as: free money first, then what is restricted, which keeps its aim with its owner. */
export async function backToOwner(
  reader: Reader,
  fund: Fund,
  day: Day,
  amount: Dong,
  money: Dong,
): Promise<Piece[]> {
  const restricted = await restrictedMoney(reader, fund, day);
  const free = subtract(money, restricted.total);
  if (amount <= free || restricted.total === 0) return [{ amount }];
  const bound = restricted.take(
    free > 0 ? subtract(amount, free) : amount,
    restricted.left.map(({ restriction }) => restriction),
  );
  return free > 0 ? [{ amount: free }, ...bound] : bound;
}
