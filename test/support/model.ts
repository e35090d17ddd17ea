/** What a command ends with: the code of its refusal, or the figures of its answer that are compared. */
export type Outcome = { readonly refused: string } | { readonly said: Readonly<Record<string, unknown>> };

interface Part {
  readonly fund: string;
  readonly amount: number;
  /** The entry that paid it, on which day, out of which place; with whether somebody signed. */
  paid?: { entry: number; day: number; place: string; signed: boolean } | undefined;
  /** The last advance it was handed out in. */
  advance?: Advance | undefined;
}

interface Award {
  readonly code: string;
  readonly member: string;
  readonly parts: readonly Part[];
  state: 'proposed' | 'approved' | 'rejected' | 'cancelled';
  decided: number;
  /** Whether somebody signed that it may be more than the rule allows. */
  waived: boolean;
}

interface Advance {
  readonly voucher: string;
  readonly entry: number;
  readonly holder: string;
  readonly fund: string;
  readonly place: string;
  readonly day: number;
  readonly due: number;
  readonly amount: number;
  reversed: boolean;
}

/** What one entry did, as far as taking it back needs it. */
interface Entry {
  readonly kind: 'opening' | 'in' | 'benefit' | 'advance' | 'settlement' | 'return' | 'reversal';
  readonly day: number;
  readonly move?: { readonly fund: string; readonly place: string; readonly amount: number } | undefined;
  readonly part?: Part | undefined;
  readonly award?: Award | undefined;
  /** The advance it pays or settles, and how much it takes off. */
  readonly advance?: Advance | undefined;
  readonly settles?: number | undefined;
  /** Of a return: the payment that came back. */
  readonly clears?: {
    readonly entry: number;
    readonly signed: boolean;
    readonly day: number;
    readonly place: string;
  };
  reversed: boolean;
}

export interface Which {
  readonly award?: string | undefined;
  readonly except?: string | undefined;
}

const LAST = 31;
/** What a gift may be at most, by a rule that holds from this day on. */
export const CAP = { amount: 600_000, from: 5 };
const OWN = new Set(['XHTT', 'TET', 'TCCD']);

/**
 * A plain model of one round of gifts in one month: arrays and loops, nothing shared with the program. Days are days of
 * that month, amounts đồng. Each method is one command and changes nothing where it refuses.
 */
export class Model {
  readonly awards: Award[] = [];
  readonly entries: Entry[] = [];
  readonly #advances: Advance[] = [];
  readonly #lists = new Set<string>();

  constructor(
    opening: readonly { readonly fund: string; readonly place: string; readonly amount: number }[],
  ) {
    // One entry opens the book, whatever it holds.
    this.entries.push({ kind: 'opening', day: 0, reversed: false });
    this.#opening = opening;
  }
  readonly #opening: readonly { readonly fund: string; readonly place: string; readonly amount: number }[];

  give(fund: string, place: string, amount: number, day: number): Outcome {
    this.entries.push({ kind: 'in', day, move: { fund, place, amount }, reversed: false });
    return { said: { amount } };
  }

  open(member: string, fund: string, amount: number): Outcome {
    if (this.#standing(member)) return { refused: 'award.second' };
    this.#propose(member, [{ fund, amount }]);
    return { said: { total: amount } };
  }

  import(
    rows: readonly { readonly member: string; readonly parts: readonly { fund: string; amount: number }[] }[],
  ): Outcome {
    const list = JSON.stringify(rows);
    if (this.#lists.has(list)) return { said: { people: 0, total: 0, own: 0 } };
    // A list is judged on the day it is taken in, when the rule holds.
    if (rows.some(({ member, parts }) => this.#standing(member) || sumOf(parts) > CAP.amount))
      return { refused: 'input.rows' };
    this.#lists.add(list);
    for (const { member, parts } of rows) this.#propose(member, parts);
    const parts = rows.flatMap((row) => row.parts);
    return { said: { people: rows.length, total: sumOf(parts), own: sumOf(ownOf(parts)) } };
  }

  approve(which: Which, day: number): Outcome {
    const named = this.#chosen(which);
    if (named === undefined) return { refused: 'missing' };
    if (which.award !== undefined && named.some(({ state }) => state !== 'proposed'))
      return { refused: 'award.state' };
    const proposed = named.filter(({ state }) => state === 'proposed');
    if (proposed.length === 0) return { refused: 'award.none' };
    if (day >= CAP.from && proposed.some((award) => sumOf(award.parts) > CAP.amount && !award.waived))
      return { refused: 'rule.broken' };
    const parts = proposed.flatMap((award) => award.parts);
    for (const fund of new Set(parts.map((part) => part.fund))) {
      const needed = sumOf(parts.filter((part) => part.fund === fund));
      if (needed > this.money(fund) - this.#committed(fund)) return { refused: 'fund.committed' };
    }
    for (const award of proposed) Object.assign(award, { state: 'approved', decided: day });
    return { said: { people: proposed.length, total: sumOf(parts), own: sumOf(ownOf(parts)) } };
  }

  /** Above a norm only by a decision. */
  waive(code: string, decision: boolean): Outcome {
    const award = this.#named(code);
    if (award === undefined) return { refused: 'missing' };
    if (!decision) return { refused: 'waiver.decision' };
    award.waived = true;
    return { said: { cases: [code] } };
  }

  reject(which: Which): Outcome {
    const named = this.#chosen(which);
    if (named === undefined) return { refused: 'missing' };
    if (which.award !== undefined && named.some(({ state }) => state !== 'proposed'))
      return { refused: 'award.state' };
    const proposed = named.filter(({ state }) => state === 'proposed');
    if (proposed.length === 0) return { refused: 'award.none' };
    for (const award of proposed) award.state = 'rejected';
    return { said: { people: proposed.length, total: sumOf(proposed.flatMap(({ parts }) => parts)) } };
  }

  cancel(code: string, decision: number | undefined): Outcome {
    const award = this.#named(code);
    if (award === undefined) return { refused: 'missing' };
    if (award.state !== 'proposed' && award.state !== 'approved') return { refused: 'award.state' };
    if (award.parts.some((part) => part.paid !== undefined || this.isOut(award, part)))
      return { refused: 'award.out' };
    if (award.state === 'approved') {
      if (decision === undefined) return { refused: 'award.decided' };
      if (decision < award.decided) return { refused: 'award.day' };
    }
    award.state = 'cancelled';
    return { said: { people: 1, total: sumOf(award.parts) } };
  }

  pay(
    which: Which,
    fund: string,
    place: string,
    day: number,
    handed: { readonly holder: string; readonly due: number } | undefined,
    voucher: string,
  ): Outcome {
    const named = this.#chosen(which);
    if (named === undefined) return { refused: 'missing' };
    const payable = this.#partsOf(named).filter(
      ({ award, part }) =>
        award.state === 'approved' &&
        part.fund === fund &&
        part.paid === undefined &&
        !this.isOut(award, part),
    );
    if (payable.length === 0) return { refused: 'award.none' };
    if (payable.some(({ award }) => day < award.decided)) return { refused: 'award.day' };
    if (
      handed !== undefined &&
      this.#advances.some(
        (each) => each.holder === handed.holder && each.due < day && this.#openOn(each, day) > 0,
      )
    )
      return { refused: 'advance.overdue' };
    const total = sumOf(payable.map(({ part }) => part));
    if (this.#lowest(fund, place, { day, amount: -total }) < 0) return { refused: 'fund.short' };
    if (handed === undefined) {
      for (const { award, part } of payable) {
        part.paid = { entry: this.entries.length + 1, day, place, signed: false };
        const move = { fund, place, amount: -part.amount };
        this.entries.push({ kind: 'benefit', day, move, part, award, reversed: false });
      }
    } else {
      const entry = this.entries.length + 1;
      const advance = { ...handed, voucher, entry, fund, place, day, amount: total, reversed: false };
      this.#advances.push(advance);
      for (const { part } of payable) part.advance = advance;
      this.entries.push({
        kind: 'advance',
        day,
        move: { fund, place, amount: -total },
        advance,
        reversed: false,
      });
    }
    return { said: { people: payable.length, total, advance: handed !== undefined } };
  }

  /** Everybody paid or handed to has signed, but for the excepted; `counted` is what the paper says. */
  sign(
    which: Which & { readonly proxy?: string | undefined },
    day: number | undefined,
    counted: { count: number; total: number } | undefined,
  ): Outcome {
    const named = this.#chosen({ award: which.award });
    if (named === undefined) return { refused: 'missing' };
    const open = this.#partsOf(named).filter(({ award, part }) =>
      part.paid === undefined ? this.isOut(award, part) : !part.paid.signed,
    );
    if (open.length === 0) return { refused: 'award.none' };
    if (which.except !== undefined && !named.some((award) => award.member === which.except))
      return { refused: 'missing' };
    const { proxy } = which;
    if (proxy !== undefined && !named.some((award) => award.member === proxy)) return { refused: 'missing' };
    if (proxy === which.except && open.some(({ award }) => award.member === proxy))
      return { refused: 'usage.conflict' };
    const signing = open.filter(({ award }) => award.member !== which.except);
    const total = sumOf(signing.map(({ part }) => part));
    const signed = new Set(signing.map(({ award }) => award)).size;
    if (counted !== undefined && (counted.count !== signed || counted.total !== total))
      return { refused: 'sign.mismatch' };
    const dayOf = (part: Part) => part.paid?.day ?? part.advance?.day ?? 0;
    if (day !== undefined && signing.some(({ part }) => day < dayOf(part))) return { refused: 'award.day' };
    const carried = Map.groupBy(
      signing.filter(({ part }) => part.paid === undefined),
      ({ part }) => part.advance,
    );
    for (const [advance, of] of carried)
      if (advance === undefined || sumOf(of.map(({ part }) => part)) > this.#openOn(advance, LAST))
        return { refused: 'advance.settled' };
    for (const { part } of signing) if (part.paid !== undefined) part.paid.signed = true;
    for (const [advance, of] of carried)
      for (const { award, part } of of) {
        const on = day ?? advance?.day ?? 0;
        part.paid = { entry: this.entries.length + 1, day: on, place: 'cash', signed: true };
        this.entries.push({
          kind: 'benefit',
          day: on,
          part,
          award,
          advance,
          settles: part.amount,
          reversed: false,
        });
      }
    const unsigned = new Set(
      open.filter(({ award }) => award.member === which.except).map(({ award }) => award),
    );
    const proxies = new Set(signing.filter(({ award }) => award.member === proxy).map(({ award }) => award));
    return { said: { signed, total, unsigned: unsigned.size, proxies: proxies.size } };
  }

  settle(voucher: string, amount: number, day: number): Outcome {
    const advance = this.#advances.find((each) => each.voucher === voucher && !each.reversed);
    if (advance === undefined) return { refused: 'missing' };
    const open = this.#openOn(advance, LAST) - amount;
    if (open < 0) return { refused: 'advance.settled' };
    if (day < advance.day) return { refused: 'usage.value' };
    const move = { fund: advance.fund, place: advance.place, amount };
    this.entries.push({ kind: 'settlement', day, move, advance, settles: amount, reversed: false });
    return { said: { open } };
  }

  giveBack(code: string, day: number): Outcome {
    const award = this.#named(code);
    if (award === undefined) return { refused: 'missing' };
    const paid = award.parts.filter((part) => part.paid !== undefined);
    if (paid.length === 0) return { refused: 'award.none' };
    if (paid.some((part) => day < (part.paid?.day ?? 0))) return { refused: 'award.day' };
    for (const part of paid) {
      if (part.paid === undefined) continue;
      const move = { fund: part.fund, place: part.paid.place, amount: part.amount };
      this.entries.push({ kind: 'return', day, move, part, award, clears: part.paid, reversed: false });
      part.paid = undefined;
    }
    return { said: { total: sumOf(paid) } };
  }

  reverse(number: number): Outcome {
    const entry = this.entries[number - 1];
    if (entry === undefined) return { refused: 'missing' };
    if (entry.kind === 'reversal') return { refused: 'entry.reversal' };
    if (entry.reversed) return { refused: 'entry.reversed' };
    if (entry.kind === 'opening') return { refused: 'entry.opening' };
    const { advance, part, award } = entry;
    const answered = this.entries.some((each) => !each.reversed && each.clears?.entry === number);
    if (answered) return { refused: 'entry.cleared' };
    if (entry.kind === 'return' && part !== undefined && award !== undefined) {
      if (part.paid !== undefined || this.isOut(award, part)) return { refused: 'entry.cleared' };
      if (award.state !== 'approved') return { refused: 'award.state' };
    }
    if (entry.kind === 'advance' && advance !== undefined && this.#openOn(advance, LAST) !== advance.amount)
      return { refused: 'entry.settled' };
    const { move } = entry;
    if (move !== undefined) {
      const back = { day: entry.day, amount: -move.amount };
      if (this.#lowest(move.fund, move.place, back) < 0) return { refused: 'fund.short' };
    }
    entry.reversed = true;
    if (entry.kind === 'benefit' && part !== undefined) part.paid = undefined;
    if (entry.kind === 'return' && part !== undefined && entry.clears !== undefined)
      part.paid = { ...entry.clears };
    if (entry.kind === 'advance' && advance !== undefined) advance.reversed = true;
    this.entries.push({ kind: 'reversal', day: entry.day, reversed: false });
    return { said: { reverses: number } };
  }

  /** What lies in a place of a fund, or in all of its places, in the end. */
  money(fund: string, place?: string): number {
    return this.#moves(fund, place).reduce((sum, { amount }) => sum + amount, 0);
  }

  /** What distributors hold of a fund in the end. */
  out(fund: string): number {
    return this.#advances
      .filter((advance) => advance.fund === fund)
      .reduce((sum, advance) => sum + this.#openOn(advance, LAST), 0);
  }

  /** Whether a distributor carries the part. */
  isOut(award: Award, part: Part): boolean {
    return (
      award.state === 'approved' &&
      part.paid === undefined &&
      part.advance !== undefined &&
      !part.advance.reversed &&
      this.#openOn(part.advance, LAST) > 0
    );
  }

  stageOf(award: Award): string {
    if (award.state !== 'approved') return award.state;
    if (award.parts.every((part) => part.paid?.signed)) return 'signed';
    if (award.parts.every((part) => part.paid !== undefined)) return 'paid';
    return award.parts.every((part) => part.paid !== undefined || this.isOut(award, part))
      ? 'handed'
      : 'approved';
  }

  /** Vouchers of advances, for commands that name one. */
  vouchers(): string[] {
    return this.#advances.map(({ voucher }) => voucher);
  }

  #propose(member: string, parts: readonly { readonly fund: string; readonly amount: number }[]): void {
    const code = `tet/${String(this.awards.length + 1).padStart(4, '0')}`;
    this.awards.push({
      code,
      member,
      parts: parts.map((part) => ({ ...part })),
      state: 'proposed',
      decided: 0,
      waived: false,
    });
  }

  #standing(member: string): boolean {
    return this.awards.some(
      (award) => award.member === member && (award.state === 'proposed' || award.state === 'approved'),
    );
  }

  #named(code: string): Award | undefined {
    return this.awards.find((award) => award.code === code);
  }

  /** The awards meant; undefined where a code names none. */
  #chosen({ award, except }: Which): Award[] | undefined {
    if (award !== undefined && this.#named(award) === undefined) return undefined;
    if (except !== undefined && !this.awards.some(({ member }) => member === except)) return undefined;
    return this.awards.filter(
      ({ code, member }) => (award === undefined || code === award) && member !== except,
    );
  }

  #partsOf(awards: readonly Award[]): { award: Award; part: Part }[] {
    return awards.flatMap((award) => award.parts.map((part) => ({ award, part })));
  }

  #committed(fund: string): number {
    const waiting = this.#partsOf(this.awards).filter(
      ({ award, part }) =>
        award.state === 'approved' &&
        part.fund === fund &&
        part.paid === undefined &&
        !this.isOut(award, part),
    );
    return sumOf(waiting.map(({ part }) => part));
  }

  /** What is open of an advance by the end of a day. */
  #openOn(advance: Advance, day: number): number {
    if (advance.reversed || advance.day > day) return 0;
    const settled = this.entries.filter(
      (entry) =>
        !entry.reversed && entry.settles !== undefined && entry.advance === advance && entry.day <= day,
    );
    return advance.amount - settled.reduce((sum, { settles = 0 }) => sum + settles, 0);
  }

  #moves(fund: string, place?: string): { day: number; amount: number }[] {
    const opened = this.#opening.map(({ amount, ...of }) => ({ ...of, day: 0, amount }));
    const moved = this.entries.flatMap(({ move, day, reversed }) =>
      move === undefined || reversed ? [] : [{ ...move, day }],
    );
    return [...opened, ...moved].filter(
      (move) => move.fund === fund && (place === undefined || move.place === place),
    );
  }

  /** The least that lies there at the end of any day, with one move more. */
  #lowest(fund: string, place: string, more: { readonly day: number; readonly amount: number }): number {
    const moves = [...this.#moves(fund, place), more];
    const days = Array.from({ length: LAST + 1 }, (_, day) => day);
    return Math.min(
      ...days.map((end) => moves.reduce((sum, { day, amount }) => (day <= end ? sum + amount : sum), 0)),
    );
  }
}

function sumOf(parts: readonly { readonly amount: number }[]): number {
  return parts.reduce((sum, { amount }) => sum + amount, 0);
}

function ownOf<P extends { readonly fund: string }>(parts: readonly P[]): P[] {
  return parts.filter(({ fund }) => OWN.has(fund));
}
