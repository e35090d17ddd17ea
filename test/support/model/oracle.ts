import { Benefits } from './benefits.ts';
import { sum, type Award, type Entry } from './facts.ts';
import { lastDay, refuse } from './ledger.ts';
import { receiptPaper } from './treasury.ts';

/** What is taken in from lists and banks, taken back as a whole, and what keeps a month open. */
export class Oracle extends Benefits {
  /** How many operations made the book before the sequence began. */
  began = 0;

  /** Opens the book: as many operations as its setting up took, the first of which posted the opening. */
  begin(operations: number, opening: readonly { fund: string; place: string; amount: number }[]): void {
    for (let at = 0; at < operations; at++) this.facts.operations.push({ command: 'init', number: at + 1 });
    const posts = opening.flatMap(({ fund, place, amount }) => [
      { fund, role: place, place, amount },
      { fund, role: 'opening', amount: -amount },
    ]);
    this.facts.entries.push({
      number: 1,
      kind: 'opening',
      day: '2023-12-31',
      voucher: '',
      operation: 1,
      posts,
    });
    this.began = operations;
  }

  /** Rows are held against what the fund's earlier lists brought, each as often as it stands (accounting.md 16). */
  importGifts(input: {
    fund: string;
    place: string;
    text: string;
    supplements?: number | undefined;
    receivedOn?: string | undefined;
  }) {
    const fund = this.fund(input.fund);
    if (fund === 'CHO') refuse('fund.held');
    const place = this.place(input.place);
    const { supplements, receivedOn, text } = input;
    const rows = text.split('\n');
    const lists = this.facts.lists.filter(
      (list) => list.kind === 'contribution' && list.fund === fund && this.stands(list.operation),
    );
    const again = lists.some((list) => list.text === text);
    if (again && supplements === undefined) return this.nothing({ accepted: 0, posted: 0, vouchers: [] });
    const standing = this.standing().filter(({ list }) => lists.some(({ number }) => number === list));
    let taken = rows;
    if (supplements === undefined) {
      for (const { number } of lists) {
        const there = standing.filter(({ list }) => list === number).map(({ row }) => row);
        const shared = rows.filter((row) => there.includes(row)).length;
        if (shared * 2 > Math.min(rows.length, there.length)) refuse('input.overlap');
      }
    } else {
      if (!lists.some(({ number }) => number === supplements)) refuse('missing');
      taken = rows.filter((row) => !standing.some((entry) => entry.row === row));
    }
    const list = this.list('contribution', fund, text, rows.length, taken.length, supplements);
    const gifts = taken.map((row) => {
      const [day = '', , amount = ''] = row.split(',');
      return { row, day: receivedOn ?? day, amount: Number(amount) };
    });
    const vouchers = new Map(
      [...new Set(gifts.map(({ day }) => day))]
        .toSorted()
        .map((day) => [day, this.voucher(receiptPaper(place), fund, this.day(day))]),
    );
    for (const { row, day, amount } of gifts) {
      const posts = this.moved({ fund, place, amount }, 'contribution', 'in');
      this.post('', fund, { kind: 'contribution', day, posts, list, row }, vouchers.get(day));
    }
    const posted = sum(gifts.map(({ amount }) => amount));
    return { accepted: taken.length, posted, vouchers: [...vouchers.values()] };
  }

  /** What an entry moved in the bank account. */
  atBank({ posts }: Entry): number {
    return sum(posts.filter(({ place }) => place === 'bank').map(({ amount }) => amount));
  }

  /** A bank's lines are evidence: they post nothing. */
  importStatement(account: string, rows: readonly { day: string; amount: number; balance: number }[]) {
    if (this.place(account) === 'cash') refuse('place.cash');
    this.list('statement', '', JSON.stringify(rows), rows.length, rows.length);
    for (const { day, amount } of rows) {
      const number = this.facts.lines.length + 1;
      this.facts.lines.push({ number, operation: this.operation, day, amount });
    }
    const [first, last] = [rows[0], rows.at(-1)];
    if (first === undefined || last === undefined) throw new TypeError('a statement of no lines');
    const [opening, closing] = [first.balance - first.amount, last.balance];
    this.facts.statements.push({
      operation: this.operation,
      from: first.day,
      to: last.day,
      opening,
      closing,
    });
    return { accepted: rows.length, opening, closing };
  }

  match(line: number, number: number) {
    const told = this.facts.lines[line - 1];
    if (told === undefined || !this.stands(told.operation)) return refuse('missing');
    if (this.#joined().some((match) => match.line === line)) refuse('match.taken');
    const entry = this.facts.entries[number - 1];
    // What was taken back moved nothing, and the opening is what the book began with.
    const moved = entry !== undefined && this.standing().includes(entry) && entry.kind !== 'opening';
    if (!moved || this.atBank(entry) === 0) return refuse('missing');
    if (this.matched(entry)) refuse('match.taken');
    if (told.amount !== this.atBank(entry)) refuse('match.sum');
    const match = this.facts.matches.length + 1;
    this.facts.matches.push({ number: match, operation: this.operation, line, entry: number });
    return { recorded: 1 };
  }

  #joined() {
    const { matches, unmatched } = this.facts;
    return matches.filter(({ number, operation }) => this.stands(operation) && !unmatched.includes(number));
  }

  unmatch(number: number) {
    const match = this.#joined().find((each) => each.number === number);
    if (match === undefined) return refuse('missing');
    this.facts.unmatched.push(number);
    return { lines: [match.line], entries: [match.entry] };
  }

  /** Takes a whole operation back, unless something later rests on it. */
  undo(number: number) {
    const operation = this.facts.operations[number - 1];
    if (operation === undefined || number === this.operation) return refuse('missing');
    if (!this.stands(number)) refuse('operation.undone');
    const never = [
      'close',
      'reopen',
      'operation undo',
      'entry reverse',
      'entry correct',
      'statement unmatch',
    ];
    if (never.includes(operation.command)) refuse('operation.kind');
    const entries = this.facts.entries.filter((entry) => entry.operation === number);
    const standing = entries.filter((entry) => this.reversal(entry) === undefined);
    const listed = this.facts.lists.some((list) => list.operation === number);
    if (entries.length > 0 && standing.length === 0 && !listed) refuse('entry.reversed');
    if (this.#restsOn(number, entries)) refuse('operation.rests');
    this.facts.undone.push(number);
    const vouchers = new Map<string, string>();
    for (const entry of standing) {
      const fund = entry.posts[0]?.fund ?? '';
      const day = this.day(this.reversalDay(entry));
      const key = `${day} ${fund}`;
      if (!vouchers.has(key)) vouchers.set(key, this.voucher('PKT', fund, day));
    }
    for (const entry of standing)
      this.takeBack(entry, vouchers.get(`${this.reversalDay(entry)} ${entry.posts[0]?.fund ?? ''}`));
    return { operation: number, reversed: standing.length, vouchers: [...vouchers.values()] };
  }

  /** Whatever came later and stands: payments of what was decided, signatures, settlements, answers, matches, closed months. */
  #restsOn(number: number, entries: readonly Entry[]): boolean {
    const { facts } = this;
    const later = (each: { operation: number }) => each.operation > number && this.stands(each.operation);
    const mine = (entry: number | undefined) => entries.some((each) => each.number === entry);
    const standing = this.standing();
    const decided = [
      ...facts.awards.filter(({ operation }) => operation === number).map(({ code }) => code),
      ...facts.events.filter(({ operation }) => operation === number).map(({ award }) => award),
    ];
    const paidOut = new Set([
      ...decided,
      ...entries.filter(({ kind }) => kind === 'return').map(({ award }) => award ?? ''),
    ]);
    const paid = facts.awards
      .filter(({ code }) => paidOut.has(code))
      .flatMap((award) => this.parts(award))
      .some(({ paid: payment, out }) => (payment?.operation ?? out?.operation ?? 0) > number);
    // What was carried rests on the decision even where all of it came back.
    const carried = facts.handouts.some(
      (each) =>
        decided.includes(each.award) && later(each) && standing.some((entry) => entry.number === each.entry),
    );
    const closed = this.closed()
      .map((month) => ({
        month,
        by: facts.months.findLast((event) => event.month === month)?.operation ?? 0,
      }))
      .filter(({ by }) => by > number);
    const sealed = (day: string) => closed.some(({ month }) => day.slice(0, 7) <= month);
    const papers = [
      facts.counts,
      facts.signatures,
      facts.events.filter(({ state }) => state !== 'rejected'),
    ].flat();
    const lists = facts.lists.filter(({ operation }) => operation === number);
    return (
      paid ||
      carried ||
      facts.events.some((event) => later(event) && decided.includes(event.award)) ||
      facts.signatures.some((signature) => later(signature) && mine(signature.entry)) ||
      standing.some((entry) => entry.operation > number && (mine(entry.settles) || mine(entry.clears))) ||
      this.#joined().some(
        ({ operation, entry, line }) =>
          operation !== number && (mine(entry) || facts.lines[line - 1]?.operation === number),
      ) ||
      entries.some((entry) => {
        const back = this.reversal(entry);
        return back !== undefined && facts.operations[back.operation - 1]?.command === 'entry correct';
      }) ||
      papers.some(({ operation, day }) => operation === number && sealed(day)) ||
      facts.lists.some((list) => later(list) && lists.some((own) => own.number === list.supplements))
    );
  }

  /** Kinds of errors that keep a month open, once each. */
  errors(month: string): string[] {
    const [from, to] = [`${month}-01`, lastDay(month)];
    const found: string[] = [];
    const moves = this.posts().filter((post) => post.place === 'cash' && post.day <= to);
    const within = moves.filter(({ day }) => day >= from).map(({ day }) => day);
    const counts = this.facts.counts.filter(
      ({ operation, day }) => this.stands(operation) && day >= from && day <= to,
    );
    const count = counts.findLast(({ day }) => counts.every((other) => other.day <= day));
    if (sum(moves.map(({ amount }) => amount)) !== 0 || within.length > 0) {
      if (count === undefined || within.some((day) => day > count.day)) found.push('place.uncounted');
      else if (count.total !== this.money(undefined, 'cash', count.day)) found.push('place.difference');
    }
    const statements = this.facts.statements.filter(({ operation }) => this.stands(operation));
    const told = latest(statements.filter((each) => each.to >= from && each.to <= to));
    if (told !== undefined && told.closing !== this.money(undefined, 'bank', told.to))
      found.push('bank.difference');
    for (const next of statements.filter((each) => each.from >= from && each.from <= to)) {
      const within = statements.some((each) => each.from < next.from && each.to >= next.from);
      const before = statements
        .filter((each) => each.to < next.from)
        .toSorted((one, other) =>
          one.to === other.to ? other.from.localeCompare(one.from) : one.to.localeCompare(other.to),
        )
        .at(-1);
      if (!within && before !== undefined && before.closing !== next.opening) found.push('statement.opening');
    }
    const standing = this.standing();
    for (const entry of this.facts.entries) {
      const back = this.reversal(entry);
      if (entry.list === undefined || back === undefined || back.day < from || back.day > to) continue;
      const list = this.facts.lists[entry.list - 1];
      const again = standing.some((each) => each.list === entry.list && each.row === entry.row);
      if (list !== undefined && this.stands(list.operation) && !again) found.push('list.reversed');
    }
    const parts = this.facts.awards.flatMap((award) => this.parts(award, to));
    if (parts.some(({ paid, signed }) => paid !== undefined && signed === undefined))
      found.push('award.unsigned');
    if (parts.some((part) => part.paid === undefined && this.#signedOnce(part, to)))
      found.push('award.phantom');
    for (const entry of this.standingOn(to)) {
      if (entry.due === undefined || entry.due >= to || this.open(entry, to) <= 0) continue;
      found.push(entry.kind === 'loan' ? 'loan.overdue' : 'advance.overdue');
    }
    found.push(...this.#carried(from, to));
    return [...new Set(found)].toSorted();
  }

  /** Whether a part of a decided award was signed for and its payment taken back by a day. */
  #signedOnce({ award, line }: { award: Award; line: number }, to: string): boolean {
    if (this.state(award) !== 'approved') return false;
    return this.facts.signatures.some(({ entry, operation }) => {
      const paid = this.facts.entries[entry - 1];
      const back = paid === undefined ? undefined : this.reversal(paid);
      if (paid === undefined || back === undefined || back.day > to) return false;
      return paid.award === award.code && paid.part === line && this.stands(operation);
    });
  }

  /** What distributors carry: past its day, or other money than the gifts that nobody signed for. */
  #carried(from: string, to: string): string[] {
    const standing = this.standingOn(to);
    return standing.flatMap((advance) => {
      const handed = this.facts.handouts.filter(
        ({ entry, operation }) => entry === advance.number && this.stands(operation),
      );
      if (handed.length === 0) return [];
      const settled = standing.filter(({ settles }) => settles === advance.number);
      const left = handed.filter(
        (each) => !settled.some(({ award, part }) => award === each.award && part === each.part),
      );
      const unsigned = sum(
        left.map(
          ({ award, part }) =>
            this.facts.awards.find(({ code }) => code === award)?.parts[part - 1]?.amount ?? 0,
        ),
      );
      const returned = sum(
        settled.flatMap(({ posts }) => posts.filter(({ place }) => place).map(({ amount }) => amount)),
      );
      const open = this.open(advance, to);
      const moved = this.facts.entries.some(
        ({ number, settles, day }) =>
          (number === advance.number || settles === advance.number) && day >= from && day <= to,
      );
      const late = open > 0 && (advance.due ?? to) < to && left.length > 0;
      const differs = (open > 0 || moved) && unsigned !== (open > 0 ? open : returned);
      return [...(late ? ['handout.unsigned'] : []), ...(differs ? ['handout.differs'] : [])];
    });
  }
}

/** The statement that tells of the latest day; of two of one day the one that came in later. */
function latest<S extends { readonly to: string }>(statements: readonly S[]): S | undefined {
  return statements.findLast(({ to }) => statements.every((other) => other.to <= to));
}
