import { noFacts, FUNDS, OWN, sum, TODAY, type Award, type Entry, type Facts, type Post } from './facts.ts';

export type Outcome = { readonly refused: string } | { readonly said: Readonly<Record<string, unknown>> };

class Refused extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

export function refuse(code: string): never {
  throw new Refused(code);
}

const IN = ['contribution', 'allocation', 'transferIn', 'otherIn'];
const OUT = ['disbursement', 'remittance', 'transferOut', 'otherOut'];
const ASSETS = ['cash', 'bank', 'advance', 'lent', 'borrowed'];

/** What a payment is for; claims are what is approved and not paid. */
interface Aim {
  readonly case?: string | undefined;
  readonly unit?: string | undefined;
  readonly purpose: string;
}

export type Draft = Omit<Entry, 'number' | 'voucher' | 'operation'>;

/** The facts of a book and the sums over all of them: each question adds everything up anew (accounting.md 6, 7). */
export class Ledger {
  readonly facts: Facts = noFacts();

  /** One command: refused, or rehearsed, it leaves the facts as they were. */
  command(name: string, dry: boolean, work: () => Readonly<Record<string, unknown>>): Outcome {
    const lengths = Object.entries(this.facts).map(([key, all]) => [key, (all as unknown[]).length] as const);
    const back = () => {
      for (const [key, length] of lengths) (this.facts[key as keyof Facts] as unknown[]).length = length;
    };
    this.facts.operations.push({ command: name, number: this.operation + 1 });
    try {
      const said = work();
      this.#mustHold();
      // What appends nothing (nobody of those named had anything to sign) is no operation.
      const idle = lengths.every(
        ([key, length]) =>
          key === 'operations' || (this.facts[key as keyof Facts] as unknown[]).length === length,
      );
      if (dry || idle) back();
      return { said };
    } catch (error) {
      back();
      if (error instanceof Refused) return { refused: error.code };
      throw error;
    }
  }

  get operation(): number {
    return this.facts.operations.length;
  }

  /** Posts one entry under a voucher of its own, or one that others have already. */
  post(kind: string, fund: string, draft: Draft, voucher = this.voucher(kind, fund, draft.day)): Entry {
    const counted = this.lastCount();
    if (counted !== undefined && counted >= draft.day && draft.posts.some(({ place }) => place === 'cash'))
      refuse('place.counted');
    const number = this.facts.entries.length + 1;
    const entry = { ...draft, number, voucher, operation: this.operation };
    this.facts.entries.push(entry);
    return entry;
  }

  /** Numbered without gaps per kind, fund and year. */
  voucher(kind: string, fund: string, day: string): string {
    const series = `${kind}-${fund}-${day.slice(0, 4)}-`;
    const before = this.facts.vouchers.filter((code) => code.startsWith(series)).length;
    const code = `${series}${String(before + 1).padStart(4, '0')}`;
    this.facts.vouchers.push(code);
    return code;
  }

  /** Every posting with its entry's day. */
  posts(): (Post & { readonly day: string })[] {
    return this.facts.entries.flatMap(({ day, posts }) => posts.map((post) => ({ ...post, day })));
  }

  money(fund: string | undefined, place?: string, to = TODAY, from = ''): number {
    return sum(
      this.posts()
        .filter((post) => post.place !== undefined && (fund === undefined || post.fund === fund))
        .filter((post) => (place === undefined || post.place === place) && post.day <= to && post.day >= from)
        .map(({ amount }) => amount),
    );
  }

  /** What a role of a fund comes to: debits less credits. */
  role(fund: string, roles: readonly string[], to: string, from = ''): number {
    return sum(
      this.posts()
        .filter(
          (post) => post.fund === fund && roles.includes(post.role) && post.day <= to && post.day >= from,
        )
        .map(({ amount }) => amount),
    );
  }

  /** A fund's line of `balance`. */
  balance(fund: string, to: string) {
    const held = !OWN.includes(fund);
    const opening = -this.role(fund, ['opening'], to);
    const into = -this.role(fund, IN, to);
    const out = this.role(fund, OUT, to);
    const closing = opening + into - out;
    const committed = this.committed(fund, to);
    const available = this.money(fund, undefined, to) - committed - this.kept(fund, to);
    return { code: fund, opening, in: into, out, closing, committed, available, held: held ? closing : 0 };
  }

  /** A fund's line of `reconcile`. */
  identity(fund: string, from: string, to: string) {
    const [before, flow] = [dayBefore(from), (role: string) => -this.role(fund, [role], to, from)];
    const opening = -this.role(fund, ['opening', ...IN, ...OUT], before) + flow('opening');
    return {
      code: fund,
      opening,
      contributions: flow('contribution'),
      allocations: flow('allocation'),
      transfersIn: flow('transferIn'),
      otherIn: flow('otherIn'),
      disbursements: -flow('disbursement'),
      remittances: -flow('remittance'),
      transfersOut: -flow('transferOut'),
      otherOut: -flow('otherOut'),
      closing: this.role(fund, ASSETS, to),
      difference: 0,
    };
  }

  /** Debits and credits by account of the chart: a role of all own or of all held funds. */
  turnover(roles: readonly string[], funds: readonly string[], from: string, to: string) {
    const of = this.posts().filter((post) => funds.includes(post.fund) && roles.includes(post.role));
    const within = of.filter(({ day }) => day >= from && day <= to);
    return { before: sum(of.filter(({ day }) => day < from).map(({ amount }) => amount)), within };
  }

  stands(operation: number): boolean {
    return !this.facts.undone.includes(operation);
  }

  reversal({ number }: Entry): Entry | undefined {
    return this.facts.entries.find((entry) => entry.reverses === number);
  }

  /** Entries that are no reversals and were not reversed. */
  standing(): Entry[] {
    return this.standingOn('9999-12-31');
  }

  /** The same as the books stood at the end of a day. */
  standingOn(to: string): Entry[] {
    const reversed = new Set(
      this.facts.entries.filter(({ day }) => day <= to).map(({ reverses }) => reverses),
    );
    return this.facts.entries.filter(
      ({ number, day, reverses }) => reverses === undefined && day <= to && !reversed.has(number),
    );
  }

  /** What answers an entry and stands: a refund, a repayment, a return. */
  answers({ number }: Entry): Entry[] {
    return this.standing().filter((entry) => entry.clears === number);
  }

  /** What is open of an advance or a loan at the end of a day. */
  open(entry: Entry, to = TODAY): number {
    return sum(
      this.posts()
        .filter(
          (post) => post.of === entry.number && ['advance', 'lent'].includes(post.role) && post.day <= to,
        )
        .map(({ amount }) => amount),
    );
  }

  /** The month that can be booked into: after the last that was closed and not reopened. */
  openMonth(): string {
    const closed = this.closed();
    return nextMonth(closed.at(-1) ?? '2023-12');
  }

  closed(): string[] {
    const months: string[] = [];
    for (const { month, kind } of this.facts.months)
      if (kind === 'close') months.push(month);
      else months.pop();
    return months;
  }

  lastCount(): string | undefined {
    return this.facts.counts
      .filter(({ operation }) => this.stands(operation))
      .map(({ day }) => day)
      .toSorted()
      .at(-1);
  }

  day(day: string): string {
    if (day > TODAY) refuse('day.future');
    if (day < '2024-01-01') refuse('day.before-book');
    if (day.slice(0, 7) < this.openMonth()) refuse('period.closed');
    return day;
  }

  /** What of an award is where: each part unpaid, out with a distributor, paid, signed. */
  parts(award: Award, to = TODAY) {
    const standing = this.standingOn(to);
    return award.parts.map((part, at) => {
      const mine = ({ award: code, part: line }: { award?: string | undefined; part?: number | undefined }) =>
        code === award.code && line === at + 1;
      const paid = standing.findLast(
        (entry) =>
          entry.kind === 'benefit' && mine(entry) && !standing.some(({ clears }) => clears === entry.number),
      );
      const carried = this.facts.handouts
        .filter((each) => mine(each) && this.stands(each.operation))
        .map(({ entry }) => this.facts.entries[entry - 1] as Entry)
        .findLast((entry) => standing.includes(entry));
      const out =
        paid === undefined &&
        carried !== undefined &&
        this.open(carried, to) > 0 &&
        this.state(award) === 'approved'
          ? carried
          : undefined;
      const signed = this.facts.signatures.find(
        (each) => each.entry === paid?.number && this.stands(each.operation) && each.day <= to,
      );
      return { ...part, award, line: at + 1, paid, out, signed };
    });
  }

  decided({ code }: Award) {
    return this.facts.events.findLast((event) => event.award === code && this.stands(event.operation));
  }

  state(award: Award): string {
    if (!this.stands(award.operation)) return 'cancelled';
    return this.decided(award)?.state ?? 'proposed';
  }

  stage(award: Award): string {
    const state = this.state(award);
    if (state !== 'approved') return state;
    const parts = this.parts(award);
    if (parts.every(({ signed }) => signed !== undefined)) return 'signed';
    if (parts.every(({ paid }) => paid !== undefined)) return 'paid';
    return parts.every(({ paid, out }) => paid !== undefined || out !== undefined) ? 'handed' : 'approved';
  }

  /** Parts that are approved by a day and not paid; those that are carried are no longer committed. */
  claims(fund: string, to = TODAY) {
    return this.facts.awards
      .filter((award) => this.state(award) === 'approved' && (this.decided(award)?.day ?? '') <= to)
      .flatMap((award) => this.parts(award, to))
      .filter((part) => part.fund === fund && part.paid === undefined);
  }

  committed(fund: string, to = TODAY): number {
    return sum(
      this.claims(fund, to)
        .filter(({ out }) => out === undefined)
        .map(({ amount }) => amount),
    );
  }

  /** What is left of a fund's money under each restriction: at the end of all days, or the least from a day on. */
  left(fund: string, from?: string, to = TODAY): Map<string, number> {
    const all = this.posts().filter((post) => post.set !== undefined && post.fund === fund && post.day <= to);
    const left = new Map<string, number>();
    for (const set of new Set(all.map((post) => post.set as string))) {
      const own = all.filter((post) => post.set === set);
      const at = (day: string) => sum(own.filter((post) => post.day <= day).map(({ amount }) => -amount));
      const days =
        from === undefined ? [TODAY] : [from, ...own.map(({ day }) => day).filter((day) => day > from)];
      left.set(set, Math.max(from === undefined ? -Infinity : 0, Math.min(...days.map(at))));
    }
    return left;
  }

  /** Takes a payment out of what is set apart for it, the most special first; gives the pieces. */
  draw(left: Map<string, number>, amount: number, aim: Aim | undefined): { set?: string; amount: number }[] {
    const pieces: { set?: string; amount: number }[] = [];
    let rest = amount;
    for (const set of aim === undefined
      ? []
      : [`case=${aim.case}`, `unit=${aim.unit}`, `purpose=${aim.purpose}`]) {
      const taken = Math.min(rest, left.get(set) ?? 0);
      if (taken <= 0) continue;
      left.set(set, (left.get(set) ?? 0) - taken);
      pieces.push({ set, amount: taken });
      rest -= taken;
    }
    return rest > 0 ? [...pieces, { amount: rest }] : pieces;
  }

  aim({ code, unit, kind }: Award): Aim {
    return { case: code, unit, purpose: kind };
  }

  /** What a fund keeps for its givers' aims that nothing approved covers. */
  kept(
    fund: string,
    to = TODAY,
    more: readonly { award: Award; amount: number }[] = [],
    left = this.left(fund, undefined, to),
  ) {
    for (const { award, amount } of [...this.claims(fund, to), ...more])
      this.draw(left, amount, this.aim(award));
    return sum([...left.values()]);
  }

  /** Refuses what is promised or set apart for something else. */
  mustBeFree(fund: string, amount: number, purpose?: string): void {
    const money = this.money(fund);
    this.mustBeUnpromised(fund, amount);
    if (amount > money) return;
    const left = this.left(fund);
    const from = this.left(fund, TODAY);
    for (const piece of this.draw(from, amount, purpose === undefined ? undefined : { purpose }))
      if (piece.set !== undefined) left.set(piece.set, (left.get(piece.set) ?? 0) - piece.amount);
    const kept = this.kept(fund, TODAY, [], left);
    if (kept > 0 && amount > money - this.committed(fund) - kept) refuse('fund.restricted');
  }

  /** Whether a fund holds less at a day's end than what is set apart in it and not carried to its people. */
  lacks(fund: string, day: string): boolean {
    const left = this.left(fund, undefined, day);
    for (const { out, amount, award } of this.claims(fund, day))
      if (out !== undefined) this.draw(left, amount, this.aim(award));
    return this.money(fund, undefined, day) < sum([...left.values()]);
  }

  mustBeUnpromised(fund: string, amount: number): void {
    const committed = this.committed(fund);
    if (committed !== 0 && amount > this.money(fund) - committed) refuse('fund.committed');
  }

  /** No fund's money in any place is below zero at the end of any day, and what is set apart is there. */
  #mustHold(): void {
    const posts = this.posts();
    for (const fund of FUNDS)
      for (const place of ['cash', 'bank']) {
        const own = posts.filter((post) => post.fund === fund && post.place === place);
        for (const { day } of own)
          if (sum(own.filter((post) => post.day <= day).map(({ amount }) => amount)) < 0)
            refuse('fund.short');
      }
    for (const fund of FUNDS) {
      const set = posts.filter((post) => post.fund === fund && post.set !== undefined);
      for (const { day, set: name } of set)
        if (sum(set.filter((post) => post.set === name && post.day <= day).map(({ amount }) => -amount)) < 0)
          refuse('restriction.spent');
      for (const day of new Set(posts.filter((post) => post.fund === fund).map((post) => post.day)))
        if (this.lacks(fund, day)) refuse('fund.restricted');
    }
  }
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

function nextMonth(month: string): string {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1)).toISOString().slice(0, 7);
}

export function lastDay(month: string): string {
  return dayBefore(`${nextMonth(month)}-01`);
}
