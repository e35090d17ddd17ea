import type { Day } from '../domain/day.ts';
import { negate, subtract, ZERO, type Dong } from '../domain/dong.ts';
import { debit, type Posting } from '../domain/entry.ts';
import { refuse } from '../domain/failure.ts';
import type { Role } from '../domain/account.ts';
import type { Fund } from '../domain/fund.ts';
import {
  idle,
  leastEver,
  RestrictedMoney,
  type Aim,
  type Claim,
  type Piece,
  type RestrictedMove,
} from '../domain/restriction.ts';
import type { Apart, FundReader } from './port/funds.ts';
import type { Reader, Writer } from './port/ports.ts';

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
 * What givers set apart is there until it is spent for its aim: from the first day a write touches, at the end of each
 * day its funds hold no less than that; and no restriction is ever spent below zero.
 */
export async function mustKeepRestricted(writer: Writer): Promise<void> {
  if (!(await writer.hasRestricted())) return;
  const treasury = await writer.treasury();
  const moves = await treasury.restrictedMoves();
  const touched = writer.touched();
  for (const { id, code } of await writer.funds()) {
    const own = moves.filter((move) => move.fund === id);
    const from = touched.get(id);
    if (from === undefined || own.length === 0) continue;
    for (const [restriction, each] of Map.groupBy(own, (move) => move.restriction)) {
      const least = leastEver(each);
      if (least < 0) refuse('restriction.spent', { fund: code, restriction, short: negate(least) });
    }
    for (const apart of await treasury.apart(id, from)) {
      const kept = await keptOn(treasury, id, apart, own);
      if (apart.money >= kept) continue;
      const { day, money } = apart;
      refuse('fund.restricted', { fund: code, short: subtract(kept, money), money, restricted: kept, day });
    }
  }
}

/** Where a fund holds less at a day's end than was set apart in it, by a fund's code. */
export async function lacking(
  reader: Reader,
  day: Day,
): Promise<readonly { fund: string; money: Dong; restricted: Dong }[]> {
  if (!(await reader.hasRestricted())) return [];
  const treasury = await reader.treasury();
  const moves = await treasury.restrictedMoves();
  const found = [];
  for (const { id, code } of await reader.funds()) {
    const [apart] = await treasury.apart(id, day);
    if (apart === undefined) continue;
    const restricted = await keptOn(treasury, id, apart, moves);
    if (apart.money < restricted) found.push({ fund: code, money: apart.money, restricted });
  }
  return found;
}

/** What a fund must hold at a day's end: what is set apart in it, less what distributors carry to people it is for. */
async function keptOn(
  treasury: FundReader,
  fund: number,
  { day, money, restricted }: Apart,
  moves: readonly RestrictedMove[],
): Promise<Dong> {
  if (money >= restricted) return restricted;
  const carried = (await treasury.claims(day)).filter(({ handed }) => handed);
  return idle(
    fund,
    moves.filter((move) => move.day <= day),
    carried,
  );
}

/** What an owner's money goes back as: free money first, then what is restricted, which keeps its aim with its owner. */
export async function backToOwner(reader: Reader, fund: Fund, day: Day, amount: Dong): Promise<Piece[]> {
  const bound = await restrictedMoney(reader, fund, day);
  if (bound.total === 0) return [{ amount }];
  const days = await (await reader.treasury()).apart(fund.id, day);
  // What is free on a day is still free at the end of every later one.
  const free = days
    .map(({ money, restricted }) => subtract(money, restricted))
    .reduce((least, each) => (each < least ? each : least), amount);
  if (free >= amount) return [{ amount }];
  const aims = bound.left.map(({ restriction }) => restriction);
  return free > 0
    ? [{ amount: free }, ...bound.take(subtract(amount, free), aims)]
    : bound.take(amount, aims);
}
