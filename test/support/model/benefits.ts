import { OWN, sum, TODAY, type Award, type Entry, type Post } from './facts.ts';
import { refuse } from './ledger.ts';
import { paymentPaper, receiptPaper, Treasury } from './treasury.ts';

/** What a gift may be at most without a waiver, by a rule that holds from this day on. */
export const CAP = { amount: 600_000, from: '2024-01-05' };
export const ROUNDS: Readonly<Record<string, string>> = { gift: 'tet', hardship: 'kho-khan', home: 'mai-am' };
const MEMBERS: Readonly<Record<string, string>> = { M1: 'BVA', M2: 'BVA', M3: 'TTB', M4: 'TTB' };

/** The awards of one round that a command means: one by its code, or all of them. */
export interface Which {
  readonly kind: string;
  readonly award?: string | undefined;
  readonly except?: string | undefined;
}

type PartNow = ReturnType<Treasury['parts']>[number];

/** Decided, paid and signed for: parts by payer, money in a distributor's hands, what came back (accounting.md 18 to 23). */
export class Benefits extends Treasury {
  propose(kind: string, rows: readonly { member: string; parts: Award['parts'] }[]): void {
    for (const { member, parts } of rows) {
      const round = ROUNDS[kind] ?? '';
      const ordinal = this.facts.awards.filter((award) => award.kind === kind).length + 1;
      const code = `${round}/${String(ordinal).padStart(4, '0')}`;
      this.facts.awards.push({
        code,
        kind,
        member,
        unit: MEMBERS[member] ?? '',
        operation: this.operation,
        parts,
      });
    }
  }

  has(kind: string, member: string): boolean {
    const standing = new Set(['proposed', 'approved']);
    return this.facts.awards.some(
      (award) => award.kind === kind && award.member === member && standing.has(this.state(award)),
    );
  }

  openAward(input: { kind: string; member: string; fund: string; amount: number; on: string }) {
    const { kind, member, amount, on } = input;
    if (on > TODAY) refuse('day.future');
    if (MEMBERS[member] === undefined) refuse('missing');
    if (kind !== 'hardship' && this.has(kind, member)) refuse('award.second');
    const fund = this.fund(input.fund);
    this.mustPay(fund, kind, on);
    if (kind === 'gift' && on >= CAP.from && amount > CAP.amount) refuse('rule.broken');
    this.propose(kind, [{ member, parts: [{ fund, amount }] }]);
    return { case: this.facts.awards.at(-1)?.code, total: amount };
  }

  importAwards(text: string, rows: readonly { member: string; parts: Award['parts'] }[]) {
    const again = this.facts.lists.some(
      (list) => list.kind === 'gift' && list.text === text && this.stands(list.operation),
    );
    if (again) return this.nothing({ people: 0, total: 0, own: 0 });
    if (rows.some(({ member, parts }) => this.has('gift', member) || totalOf(parts) > CAP.amount))
      refuse('input.rows');
    this.list('gift', '', text, rows.length, rows.length);
    this.propose('gift', rows);
    const parts = rows.flatMap((row) => row.parts);
    return { people: rows.length, total: totalOf(parts), own: totalOf(ownOf(parts)) };
  }

  /** A command that wrote nothing is no operation. */
  nothing<S>(said: S): S {
    this.facts.operations.pop();
    return said;
  }

  list(kind: string, fund: string, text: string, rows: number, taken: number, supplements?: number): number {
    const number = this.facts.lists.length + 1;
    this.facts.lists.push({ number, kind, fund, operation: this.operation, text, rows, taken, supplements });
    return number;
  }

  chosen({ kind, award, except }: Which): Award[] {
    const all = this.facts.awards.filter((each) => each.kind === kind);
    if (award !== undefined && !all.some(({ code }) => code === award)) refuse('missing');
    if (except !== undefined && !all.some(({ member }) => member === except)) refuse('missing');
    return all.filter(({ code, member }) => (award === undefined || code === award) && member !== except);
  }

  #proposed(which: Which): Award[] {
    const named = this.chosen(which);
    const proposed = named.filter((award) => this.state(award) === 'proposed');
    if (which.award !== undefined && proposed.length === 0) refuse('award.state');
    if (proposed.length === 0) refuse('award.none');
    return proposed;
  }

  approve(which: Which, on: string) {
    if (on > TODAY) refuse('day.future');
    const proposed = this.#proposed(which);
    const waived = ({ code }: Award) =>
      this.facts.waivers.some((each) => each.award === code && this.stands(each.operation));
    const capped = (award: Award) => award.kind === 'gift' && on >= CAP.from && !waived(award);
    if (proposed.some((award) => capped(award) && totalOf(award.parts) > CAP.amount)) refuse('rule.broken');
    // Once a round: a cancelled award that came back stands beside the one opened in its place.
    const given = this.facts.awards.filter(
      (award) => award.kind === 'gift' && (this.state(award) === 'approved' || proposed.includes(award)),
    );
    const twice = proposed.some((award) =>
      given.some((other) => other !== award && other.member === award.member),
    );
    if (which.kind === 'gift' && twice) refuse('rule.broken');
    const parts = proposed.flatMap((award) => award.parts.map((part) => ({ ...part, award })));
    for (const fund of ['MAIAM', 'XHTT', 'TET', 'TCCD', 'TINH']) {
      const mine = parts.filter((part) => part.fund === fund);
      if (mine.length === 0) continue;
      this.mustPay(fund, which.kind, on);
      const free = this.money(fund) - this.committed(fund);
      const kept = this.kept(fund, TODAY, mine);
      const short = totalOf(mine) - (free - kept);
      if (short > 0 && kept > 0 && totalOf(mine) <= free) refuse('fund.restricted');
      if (short > 0) refuse('fund.committed');
    }
    this.#decide(proposed, 'approved', on);
    return { people: new Set(proposed).size, total: totalOf(parts), own: totalOf(ownOf(parts)) };
  }

  #decide(awards: readonly Award[], state: 'approved' | 'rejected' | 'cancelled', day: string): void {
    for (const { code } of awards)
      this.facts.events.push({ operation: this.operation, award: code, state, day });
  }

  /** Above a norm only by a decision. */
  waive(code: string, decision: boolean) {
    this.chosen({ kind: 'gift', award: code });
    if (!decision) refuse('waiver.decision');
    this.facts.waivers.push({ operation: this.operation, award: code });
    return { cases: [code] };
  }

  reject(which: Which) {
    const proposed = this.#proposed(which);
    this.#decide(proposed, 'rejected', TODAY);
    const people = new Set(proposed.map(({ member }) => member)).size;
    return { people, total: totalOf(proposed.flatMap(({ parts }) => parts)) };
  }

  cancel(which: Which, decision: string | undefined) {
    if (decision !== undefined && decision > TODAY) refuse('day.future');
    for (const award of this.chosen(which)) {
      const state = this.state(award);
      if (state !== 'proposed' && state !== 'approved') refuse('award.state');
      if (this.parts(award).some(({ paid, out }) => paid !== undefined || out !== undefined))
        refuse('award.out');
      if (state === 'approved' && decision === undefined) refuse('award.decided');
      if (state === 'approved' && (decision ?? '') < (this.decided(award)?.day ?? '')) refuse('award.day');
    }
    const awards = this.chosen(which);
    this.#decide(awards, 'cancelled', decision ?? TODAY);
    return { people: 1, total: totalOf(awards.flatMap(({ parts }) => parts)) };
  }

  pay(which: Which, from: string, place: string, on: string, handed?: { holder: string; due: string }) {
    const fund = this.fund(from);
    this.place(place);
    const day = this.day(on);
    this.mustPay(fund, which.kind, on);
    const payable = this.chosen(which)
      .filter((award) => this.state(award) === 'approved')
      .flatMap((award) => this.parts(award))
      .filter((part) => part.fund === fund && part.paid === undefined && part.out === undefined);
    if (payable.length === 0) refuse('award.none');
    if (payable.some(({ award }) => day < (this.decided(award)?.day ?? ''))) refuse('award.day');
    const total = totalOf(payable);
    const people = new Set(payable.map(({ award }) => award.member)).size;
    const said = { people, total, advance: handed !== undefined };
    if (handed !== undefined) {
      const advance = this.handOver({ fund, place, amount: total, on: day, ...handed });
      for (const { award, line } of payable)
        this.facts.handouts.push({
          operation: this.operation,
          entry: advance.number,
          award: award.code,
          part: line,
        });
      return { ...said, voucher: advance.voucher };
    }
    const voucher = this.voucher(paymentPaper(place), fund, day);
    const left = this.left(fund, day);
    for (const part of payable) {
      const posts = [...this.#given(part, left), { fund, role: place, place, amount: -part.amount }];
      this.post('', fund, { kind: 'benefit', day, award: part.award.code, part: part.line, posts }, voucher);
    }
    return { ...said, voucher };
  }

  #given({ fund, amount, award }: PartNow, left: Map<string, number>): Post[] {
    return this.draw(left, amount, this.aim(award)).map((piece) => ({
      fund,
      role: 'disbursement',
      ...piece,
    }));
  }

  /** Everybody paid or handed to has signed, but for the excepted; `counted` is what the paper says. */
  sign(
    which: Which & { readonly proxy?: string | undefined },
    on: string | undefined,
    counted: { count: number; total: number } | undefined,
  ) {
    const named = this.chosen({ ...which, except: undefined });
    const open = named
      .flatMap((award) => this.parts(award))
      .filter(({ paid, out, signed }) => (paid === undefined ? out !== undefined : signed === undefined));
    if (open.length === 0) refuse('award.none');
    if (which.except !== undefined && !named.some(({ member }) => member === which.except)) refuse('missing');
    const { proxy } = which;
    if (proxy !== undefined && !named.some(({ member }) => member === proxy)) refuse('missing');
    if (proxy === which.except && open.some(({ award }) => award.member === proxy)) refuse('usage.conflict');
    const signing = open.filter(({ award }) => award.member !== which.except);
    const unsigned = open.filter(({ award }) => award.member === which.except);
    const awards = (parts: readonly PartNow[]) => new Set(parts.map(({ award }) => award)).size;
    const [count, total] = [awards(signing), totalOf(signing)];
    if (counted !== undefined && (counted.count !== count || counted.total !== total))
      refuse('sign.mismatch');
    if (on !== undefined && on > TODAY) refuse('day.future');
    for (const { paid, out } of signing) if ((on ?? TODAY) < ((paid ?? out)?.day ?? '')) refuse('award.day');
    for (const { paid } of signing) if (paid !== undefined) this.#signed(paid, on ?? paid.day);
    const carried = signing.filter(({ paid }) => paid === undefined);
    for (const advance of new Set(carried.map(({ out }) => out as Entry)))
      this.#handed(
        advance,
        on ?? advance.day,
        carried.filter(({ out }) => out === advance),
      );
    const proxies = awards(signing.filter(({ award }) => award.member === proxy));
    return { signed: count, total, unsigned: awards(unsigned), proxies };
  }

  #signed({ number }: Entry, day: string): void {
    this.facts.signatures.push({ operation: this.operation, entry: number, day });
  }

  #handed(advance: Entry, on: string, parts: readonly PartNow[]): void {
    const day = this.day(on);
    if (totalOf(parts) > this.open(advance)) refuse('advance.settled');
    const fund = advance.posts[0]?.fund ?? '';
    const voucher = this.voucher('PKT', fund, day);
    const left = this.left(fund, day);
    const entries = parts.map((part) => {
      const posts = [
        ...this.#given(part, left),
        { fund, role: 'advance', amount: -part.amount, of: advance.number },
      ];
      const draft = {
        kind: 'benefit',
        day,
        settles: advance.number,
        award: part.award.code,
        part: part.line,
        posts,
      };
      return this.post('', fund, draft, voucher);
    });
    for (const entry of entries) this.#signed(entry, day);
  }

  /** What was paid came back, in full: the award is unpaid again. */
  giveBack(which: Which, on: string) {
    const awards = this.chosen(which);
    const day = this.day(on);
    const paid = awards.flatMap((award) => this.parts(award)).filter((part) => part.paid !== undefined);
    if (paid.length === 0) refuse('award.none');
    if (paid.some((part) => day < (part.paid?.day ?? ''))) refuse('award.day');
    const vouchers = new Map<string, string>();
    for (const { paid: payment, amount, award, line } of paid) {
      const reasons = payment?.posts.filter(({ role }) => role === 'disbursement') ?? [];
      const fund = reasons[0]?.fund ?? '';
      const place = payment?.posts.find((post) => post.place !== undefined)?.place ?? 'cash';
      const key = `${fund} ${place} ${payment?.voucher}`;
      const voucher = vouchers.get(key) ?? this.voucher(receiptPaper(place), fund, day);
      vouchers.set(key, voucher);
      const posts = [
        { fund, role: place, place, amount },
        ...reasons.map((post) => ({ ...post, amount: -post.amount })),
      ];
      const draft = { kind: 'return', day, clears: payment?.number, award: award.code, part: line, posts };
      this.post('', fund, draft, voucher);
    }
    return { total: totalOf(paid) };
  }
}

export function totalOf(parts: readonly { readonly amount: number }[]): number {
  return sum(parts.map(({ amount }) => amount));
}

function ownOf<P extends { readonly fund: string }>(parts: readonly P[]): P[] {
  return parts.filter(({ fund }) => OWN.includes(fund));
}
