import { FUNDS, OWN, PLACES, PURPOSES, sum, TODAY, UNITS, type Entry, type Post } from './facts.ts';
import { lastDay, Ledger, refuse } from './ledger.ts';

/** A single movement of money, as its command line says it. */
export interface Movement {
  readonly fund: string;
  readonly place: string;
  readonly amount: number;
  readonly on: string;
}

type Said = Readonly<Record<string, unknown>>;

export const receiptPaper = (place: string): string => (place === 'cash' ? 'PT' : 'BC');
export const paymentPaper = (place: string): string => (place === 'cash' ? 'PC' : 'BN');

/** Commands that move money, put right and close, each as accounting.md says it; all answer with what the program prints. */
export class Treasury extends Ledger {
  fund(code: string): string {
    return FUNDS.find((each) => each.toLowerCase() === code.toLowerCase()) ?? refuse('missing');
  }

  place(code: string): string {
    return PLACES.find((each) => each === code) ?? refuse('missing');
  }

  unit(code: string): string {
    return UNITS.find((each) => each === code) ?? refuse('missing');
  }

  /** A fund's purposes hold from the book's first day on. */
  mustPay(fund: string, purpose: string, day: string): void {
    if (day < '2024-01-01' || !(PURPOSES[fund] ?? []).includes(purpose)) refuse('fund.purpose');
  }

  /** The day a receipt or cost is booked on: its own, or another of the first open month (accounting.md 10). */
  booking(on: string, bookOn: string | undefined): string {
    if (on > TODAY) refuse('day.future');
    if (bookOn === undefined || on.slice(0, 7) >= this.openMonth()) return this.day(on);
    if (bookOn.slice(0, 7) !== this.openMonth()) refuse('day.book-on');
    return this.day(bookOn);
  }

  /** A debit of the place against reasons, or reasons against a credit of the place. */
  moved(
    { fund, place, amount }: Omit<Movement, 'on'>,
    role: string,
    kind: 'in' | 'out',
    more: Partial<Post> = {},
  ): Post[] {
    const sign = kind === 'in' ? 1 : -1;
    return [
      { fund, role: place, place, amount: sign * amount },
      { fund, role, amount: -sign * amount, ...more },
    ];
  }

  said({ voucher, number, day }: Entry, fund: string, amount: number): Said {
    return { voucher, entry: number, fund, amount, bookedOn: day };
  }

  gift(input: Movement & { restrict?: string | undefined; bookOn?: string | undefined }): Said {
    const place = this.place(input.place);
    const day = this.booking(input.on, input.bookOn);
    const fund = this.fund(input.fund);
    if (fund === 'CHO') refuse('fund.held');
    const [kind, code = ''] = input.restrict?.split('=') ?? [];
    if (kind === 'unit') this.unit(code);
    if (kind === 'purpose') this.mustPay(fund, code, day);
    const posts = this.moved({ ...input, fund, place }, 'contribution', 'in', { set: input.restrict });
    return this.said(
      this.post(receiptPaper(place), fund, { kind: 'contribution', day, posts }),
      fund,
      input.amount,
    );
  }

  receive(kind: 'allocation' | 'receipt', input: Movement): Said {
    const place = this.place(input.place);
    const fund = this.fund(input.fund);
    if (kind === 'allocation' && fund === 'CHO') refuse('fund.held');
    const day = this.day(input.on);
    const role = kind === 'allocation' ? kind : 'otherIn';
    const posts = this.moved({ ...input, fund, place }, role, 'in');
    return this.said(this.post(receiptPaper(place), fund, { kind, day, posts }), fund, input.amount);
  }

  spend(input: Movement & { bookOn?: string | undefined; purpose?: string | undefined }): Said {
    const place = this.place(input.place);
    const fund = this.fund(input.fund);
    const day = this.booking(input.on, input.bookOn);
    const { amount, purpose = 'running' } = input;
    this.mustPay(fund, purpose, day);
    this.mustBeFree(fund, amount, purpose);
    const pieces = this.draw(this.left(fund, day), amount, { purpose });
    const posts = [
      ...pieces.map((piece): Post => ({ fund, role: 'otherOut', ...piece })),
      { fund, role: place, place, amount: -amount },
    ];
    return this.said(this.post(paymentPaper(place), fund, { kind: 'expense', day, posts }), fund, amount);
  }

  move(input: Omit<Movement, 'place'> & { from: string; to: string }): Said {
    const fund = this.fund(input.fund);
    const [from, to] = [this.place(input.from), this.place(input.to)];
    if (from === to) refuse('place.same');
    const { amount } = input;
    const posts = [
      { fund, role: to, place: to, amount },
      { fund, role: from, place: from, amount: -amount },
    ];
    const day = this.day(input.on);
    return this.said(this.post(paymentPaper(from), fund, { kind: 'move', day, posts }), fund, amount);
  }

  transfer(input: Omit<Movement, 'fund'> & { from: string; to: string }): Said {
    const [from, to] = [this.fund(input.from), this.fund(input.to)];
    const place = this.place(input.place);
    if (from === to) refuse('fund.same');
    if (!OWN.includes(from) || !OWN.includes(to)) refuse('fund.held');
    const { amount } = input;
    this.mustBeFree(from, amount);
    const posts = [
      ...this.moved({ fund: from, place, amount }, 'transferOut', 'out'),
      ...this.moved({ fund: to, place, amount }, 'transferIn', 'in'),
    ];
    const day = this.day(input.on);
    return this.said(this.post('PKT', from, { kind: 'transfer', day, posts }), from, amount);
  }

  remit(input: Movement): Said {
    const place = this.place(input.place);
    const fund = this.fund(input.fund);
    if (fund === 'CHO') refuse('fund.held');
    const day = this.day(input.on);
    const { amount } = input;
    let pieces: { set?: string; amount: number }[] = [{ amount }];
    if (OWN.includes(fund)) this.mustBeFree(fund, amount);
    else {
      this.mustBeUnpromised(fund, amount);
      // Held money goes back free first, then what its givers set apart.
      const left = this.left(fund, day);
      const days = [day, ...this.posts().map((post) => post.day)].filter((each) => each >= day);
      const apart = (each: string) => sum([...this.left(fund, undefined, each).values()]);
      const free = Math.max(
        0,
        Math.min(...days.map((each) => this.money(fund, undefined, each) - apart(each))),
      );
      if (amount > free && sum([...left.values()]) > 0) {
        pieces = free > 0 ? [{ amount: free }] : [];
        let rest = amount - free;
        for (const [set, has] of left) {
          const taken = Math.min(rest, has);
          if (taken > 0) pieces.push({ set, amount: taken });
          rest -= taken;
        }
        if (rest > 0) pieces.push({ amount: rest });
      }
    }
    const posts = [
      ...pieces.map((piece): Post => ({ fund, role: 'remittance', ...piece })),
      { fund, role: place, place, amount: -amount },
    ];
    return this.said(this.post(paymentPaper(place), fund, { kind: 'remittance', day, posts }), fund, amount);
  }

  support(input: Movement & { unit: string }): Said {
    const fund = this.fund(input.fund);
    const place = this.place(input.place);
    if (fund === 'CHO') refuse('fund.held');
    this.unit(input.unit);
    this.mustBeFree(fund, input.amount);
    const day = this.day(input.on);
    const posts = this.moved({ ...input, fund, place }, 'otherOut', 'out');
    return this.said(
      this.post(paymentPaper(place), fund, { kind: 'allocation', day, posts }),
      fund,
      input.amount,
    );
  }

  lend(input: Omit<Movement, 'fund'> & { from: string; to: string; due: string }): Said {
    const [from, to] = [this.fund(input.from), this.fund(input.to)];
    const place = this.place(input.place);
    if (from === to) refuse('fund.same');
    if (!OWN.includes(from) || !OWN.includes(to)) refuse('fund.held');
    const { amount, due } = input;
    if (due < input.on) refuse('usage.value');
    this.mustBeFree(from, amount);
    const day = this.day(input.on);
    const posts = this.#lent(from, to, place, amount, this.facts.entries.length + 1);
    return this.said(this.post('PKT', from, { kind: 'loan', day, due, posts }), from, amount);
  }

  #lent(from: string, to: string, place: string, amount: number, of: number): Post[] {
    return [
      { fund: from, role: 'lent', amount, of },
      { fund: from, role: place, place, amount: -amount },
      { fund: to, role: place, place, amount },
      { fund: to, role: 'borrowed', amount: -amount },
    ];
  }

  repay(input: { loan: string; amount: number; on: string }): Said {
    const loan = this.standing().find((entry) => entry.kind === 'loan' && entry.voucher === input.loan);
    if (loan === undefined) return refuse('missing');
    const { amount } = input;
    if (amount > this.open(loan)) refuse('loan.repaid');
    if (input.on < loan.day) refuse('usage.value');
    const [lender, borrower] = ['lent', 'borrowed'].map(
      (role) => loan.posts.find((post) => post.role === role)?.fund ?? '',
    ) as [string, string];
    const place = loan.posts.find((post) => post.place !== undefined)?.place ?? '';
    this.mustBeFree(borrower, amount);
    const day = this.day(input.on);
    const posts = this.#lent(lender, borrower, place, -amount, loan.number).toReversed();
    const draft = { kind: 'repayment', day, clears: loan.number, posts };
    return { ...this.said(this.post('PKT', borrower, draft), borrower, amount), open: this.open(loan) };
  }

  /** Puts money into somebody's hands; who is late with other money gets none. */
  advance(input: Movement & { holder: string; due: string }): Said {
    const [fund, place] = [this.fund(input.fund), this.place(input.place)];
    if (fund === 'CHO') refuse('fund.held');
    this.mustBeFree(fund, input.amount);
    const day = this.day(input.on);
    const entry = this.handOver({ ...input, fund, place, on: day });
    return { ...this.said(entry, fund, input.amount), holder: this.holder(input.holder) };
  }

  holder(name: string): string {
    if (!this.facts.holders.includes(name)) this.facts.holders.push(name);
    return `NG${String(this.facts.holders.indexOf(name) + 1).padStart(3, '0')}`;
  }

  handOver({ fund, place, amount, on: day, holder, due }: Movement & { holder: string; due: string }): Entry {
    this.holder(holder);
    const late = this.standingOn(day).some(
      (entry) =>
        entry.kind === 'advance' &&
        entry.holder === holder &&
        (entry.due ?? day) < day &&
        entry.day <= day &&
        this.open(entry, day) > 0,
    );
    if (late) refuse('advance.overdue');
    const of = this.facts.entries.length + 1;
    const posts = [
      { fund, role: 'advance', amount, of },
      { fund, role: place, place, amount: -amount },
    ];
    return this.post(paymentPaper(place), fund, { kind: 'advance', day, holder, due, posts });
  }

  settle(input: { advance: string; on: string; returned: number; spent: number }): Said {
    const advance = this.standing().find(
      (entry) => entry.kind === 'advance' && entry.voucher === input.advance,
    );
    if (advance === undefined) return refuse('missing');
    const { returned, spent } = input;
    const open = this.open(advance) - returned - spent;
    if (open < 0 || returned + spent === 0) refuse('advance.settled');
    if (input.on < advance.day) refuse('usage.value');
    const day = this.day(input.on);
    const { fund } = advance.posts[0] as Post;
    const place = advance.posts.find((post) => post.place !== undefined)?.place ?? '';
    const settles = advance.number;
    let voucher = '';
    const off = (amount: number): Post => ({ fund, role: 'advance', amount: -amount, of: settles });
    if (spent > 0) {
      this.mustPay(fund, 'running', day);
      const pieces = this.draw(this.left(fund, day), spent, { purpose: 'running' });
      const posts = [...pieces.map((piece): Post => ({ fund, role: 'otherOut', ...piece })), off(spent)];
      voucher = this.post('PKT', fund, { kind: 'settlement', day, settles, posts }).voucher;
    }
    if (returned > 0) {
      const posts = [{ fund, role: place, place, amount: returned }, off(returned)];
      voucher = this.post(receiptPaper(place), fund, { kind: 'settlement', day, settles, posts }).voucher;
    }
    return { voucher, open };
  }

  refund(input: { entry: number; place: string; on: string; amount?: number | undefined }): Said {
    const gift = this.entry(input.entry);
    const place = this.place(input.place);
    const day = this.day(input.on);
    const { left, fund, role, set } = this.#refundable(gift, place);
    const amount = input.amount ?? left;
    if (amount > left || left <= 0) refuse('refund.more');
    if (day < gift.day) refuse('usage.value');
    this.mustBeFree(fund, amount);
    const posts = this.moved({ fund, place, amount }, role, 'out', { set });
    return this.said(
      this.post(paymentPaper(place), fund, { kind: 'refund', day, clears: gift.number, posts }),
      fund,
      amount,
    );
  }

  /** Money in CHO goes back from where it came to; a gift goes back less what was paid back of it. */
  #refundable(gift: Entry, from: string) {
    const back = sum(
      this.answers(gift).map(({ posts }) => sum(posts.map(({ amount }) => Math.max(0, amount)))),
    );
    const into = gift.posts.find((post) => post.place !== undefined && post.amount > 0);
    if (gift.kind !== 'move' && into?.fund === 'CHO') {
      const left = into.amount - back;
      if (left > 0 && into.place !== from) refuse('usage.value');
      return { left, fund: 'CHO', role: 'otherOut', set: undefined };
    }
    const [, reason] = gift.posts;
    if (gift.kind !== 'contribution' || reason === undefined) return refuse('entry.kind');
    return { left: -reason.amount - back, fund: reason.fund, role: reason.role, set: reason.set };
  }

  entry(number: number): Entry {
    const entry = this.facts.entries[number - 1];
    if (entry === undefined) return refuse('missing');
    if (entry.reverses !== undefined) refuse('entry.reversal');
    if (this.reversal(entry) !== undefined) refuse('entry.reversed');
    return entry;
  }

  /** What later entries rest on stays. */
  mustStandAlone(entry: Entry): void {
    if (entry.kind === 'opening') refuse('entry.opening');
    if (this.answers(entry).length > 0) refuse('entry.cleared');
    if (entry.kind === 'return') {
      const award = this.facts.awards.find(({ code }) => code === entry.award);
      if (award !== undefined && this.state(award) !== 'approved') refuse('award.state');
      const part = award && this.parts(award)[(entry.part ?? 1) - 1];
      if (part?.paid !== undefined || part?.out !== undefined) refuse('entry.cleared');
    }
    if (entry.kind === 'advance' && this.open(entry) !== entry.posts[0]?.amount) refuse('entry.settled');
  }

  matched({ number }: Entry): boolean {
    return this.facts.matches.some(
      (match) =>
        match.entry === number &&
        this.stands(match.operation) &&
        !this.facts.unmatched.includes(match.number),
    );
  }

  /** On the original's day while its month is open and its box was not counted since, else today. */
  reversalDay({ day, posts }: Entry): string {
    const counted = posts.some(({ place }) => place === 'cash') ? this.lastCount() : undefined;
    const still = day.slice(0, 7) >= this.openMonth() && (counted === undefined || counted < day);
    return still ? day : TODAY;
  }

  takeBack(entry: Entry, voucher?: string): Entry {
    if (this.matched(entry)) refuse('entry.matched');
    const day = this.day(this.reversalDay(entry));
    const posts = entry.posts.map((post) => ({ ...post, amount: -post.amount }));
    const { number: reverses, settles, award, part } = entry;
    return this.post(
      'PKT',
      entry.posts[0]?.fund ?? '',
      { kind: 'reversal', day, reverses, settles, award, part, posts },
      voucher,
    );
  }

  reverse(number: number): Said {
    const entry = this.entry(number);
    this.mustStandAlone(entry);
    const back = this.takeBack(entry);
    return { entry: back.number, reverses: number, voucher: back.voucher, bookedOn: back.day };
  }

  correct(input: {
    entry: number;
    amount?: number | undefined;
    fund?: string | undefined;
    on?: string | undefined;
  }): Said {
    const entry = this.entry(input.entry);
    const simple = ['contribution', 'allocation', 'receipt', 'expense', 'remittance', 'move'];
    if (!simple.includes(entry.kind) || entry.posts.length !== 2) refuse('entry.kind');
    this.mustStandAlone(entry);
    const [first] = entry.posts as [Post, Post];
    const fund = input.fund === undefined ? first.fund : this.fund(input.fund);
    const before = Math.abs(first.amount);
    const amount = input.amount ?? before;
    if (fund !== first.fund && fund === 'CHO' && entry.kind !== 'receipt' && entry.kind !== 'move')
      refuse('fund.held');
    if (entry.kind === 'expense' || entry.kind === 'remittance') {
      if (fund !== first.fund && entry.kind === 'expense')
        this.mustPay(fund, 'running', input.on ?? entry.day);
      const more = fund === first.fund ? amount - before : amount;
      if (more > 0) this.mustBeFree(fund, more);
    }
    const back = this.takeBack(entry);
    const day = input.on === undefined ? this.reversalDay(entry) : this.booking(input.on, undefined);
    const posts = entry.posts.map((post) => ({ ...post, fund, amount: Math.sign(post.amount) * amount }));
    const money = posts.filter(({ place }) => place !== undefined);
    const out = entry.kind === 'move' || (money[0]?.amount ?? 0) < 0;
    const place = (entry.kind === 'move' ? money.find((post) => post.amount < 0) : money[0])?.place ?? '';
    const { list, row, kind } = entry;
    const again = this.post((out ? paymentPaper : receiptPaper)(place), fund, {
      kind,
      day,
      posts,
      list,
      row,
    });
    const reversed = {
      entry: back.number,
      reverses: entry.number,
      voucher: back.voucher,
      bookedOn: back.day,
    };
    return { reversed, ...this.said(again, fund, amount) };
  }

  count(input: { place: string; on: string; total: number }): Said {
    const place = this.place(input.place);
    if (place === 'bank') refuse('place.bank');
    const day = this.day(input.on);
    const balance = this.money(undefined, place, day);
    this.facts.counts.push({ operation: this.operation, day, total: input.total });
    return { place, day, counted: input.total, balance, difference: input.total - balance };
  }

  close(month: string, blocked: boolean): Said {
    if (month !== this.openMonth()) refuse('period.order');
    if (lastDay(month) > TODAY) refuse('period.running');
    if (blocked) refuse('period.blocked');
    this.facts.months.push({ month, kind: 'close', operation: this.operation });
    return { month };
  }

  reopen(month: string): Said {
    const closed = this.closed();
    const last = closed.at(-1);
    if (last === undefined || month > last || month < '2024-01') refuse('period.open');
    if (month !== last) refuse('period.last');
    this.facts.months.push({ month, kind: 'reopen', operation: this.operation });
    return { month };
  }

  lock(year: string): Said {
    if (year < '2024') refuse('day.before-book');
    if (this.openMonth() <= `${year}-12`) refuse('period.open');
    return { year };
  }
}
