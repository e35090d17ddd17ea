import { daysBetween, dayNumber, type Day } from './day.ts';
import { add, ZERO, type Dong } from './dong.ts';
import { likenessKey } from './likeness.ts';
import { fold } from './name.ts';
import { inOrder } from './order.ts';

/** A line of a bank's statement; `taken` where a match stands already. Amounts in đồng: money in above zero, money out below. */
export interface Line {
  readonly id: number;
  readonly day: Day;
  readonly amount: Dong;
  readonly reference: string;
  /** What kind of line the bank wrote. */
  readonly kind: string;
  readonly party: string;
  readonly content: string;
  readonly taken?: boolean;
}

/** An entry that touches the account; `net` is what it brought into it, in đồng. */
export interface Entry {
  readonly id: number;
  readonly bookedOn: Day;
  /** The gift's or the bank's own day where it differs. */
  readonly ownDay?: Day | undefined;
  readonly net: Dong;
  readonly documentNo?: string | undefined;
  readonly voucher?: { readonly id: number; readonly code: string } | undefined;
  readonly party: string;
  readonly taken?: boolean;
}

/**
 * Why lines and entries are one. `reference`, `voucher`: the same number stands on both. `name`, `day`: the amount, and the
 * payer or the day. `near`: the amount alone within a few days. `sum`: several together come to the other side's amount.
 */
export type MatchReason =
  'reference' | 'voucher' | 'name' | 'day' | 'near' | 'near-name' | 'sum' | 'near-sum';

export interface Suggestion {
  readonly lines: readonly number[];
  readonly entries: readonly number[];
  readonly reason: MatchReason;
  /** Only what is sure is recorded unasked. */
  readonly sure: boolean;
}

/** A line that may be one of several entries, or competes with other lines for them. */
export interface Doubt {
  readonly line: number;
  readonly entries: readonly number[];
}

/** How far apart a bank and a book write the same movement, in days. */
const NEAR = 3;
/** How far apart the same number still means the same movement: banks begin their numbers anew. */
const REFERENCE_DAYS = 31;
/** A shorter number may stand on anything. */
const REFERENCE_MIN = 4;
/** How many readings of a doubtful line are shown. */
const READINGS = 5;

/**
 * Pairs lines with entries by amount and day through indexes, never each with each. No line and no entry is in two
 * suggestions, and both sides of each come to the same amount. What has two readings is left as a doubt.
 */
export function match(
  lines: readonly Line[],
  entries: readonly Entry[],
): { readonly suggestions: readonly Suggestion[]; readonly doubts: readonly Doubt[] } {
  const matcher = new Matcher(lines, entries);
  matcher.byReference();
  matcher.byVoucher();
  matcher.byDay();
  matcher.bySum();
  matcher.byNearness();
  return { suggestions: matcher.suggestions, doubts: matcher.doubts() };
}

class Matcher {
  readonly suggestions: Suggestion[] = [];
  readonly #lines: readonly Line[];
  readonly #entries: readonly Entry[];
  readonly #usedLines = new Set<number>();
  readonly #usedEntries = new Set<number>();
  readonly #names = new Map<string, string>();

  constructor(lines: readonly Line[], entries: readonly Entry[]) {
    // In the order of days, whatever order they came in: the same book gives the same pairs.
    this.#lines = lines.toSorted((a, b) => inOrder(a.day, b.day) || a.id - b.id);
    this.#entries = entries.toSorted((a, b) => inOrder(a.bookedOn, b.bookedOn) || a.id - b.id);
    for (const { id, taken } of lines) if (taken === true) this.#usedLines.add(id);
    for (const { id, taken } of entries) if (taken === true) this.#usedEntries.add(id);
  }

  /** The same number on both, and the same amount. */
  byReference(): void {
    const key = (text: string | undefined) => {
      const folded = fold(text ?? '').replaceAll(' ', '');
      return folded.length < REFERENCE_MIN ? undefined : folded;
    };
    const entries = groupBy(this.#freeEntries(), ({ documentNo }) => key(documentNo));
    for (const [reference, lines] of groupBy(this.#freeLines(), (line) => key(line.reference)))
      this.#settle(lines, entries.get(reference) ?? [], 'reference');
  }

  /** The memo names the voucher. */
  byVoucher(): void {
    const codes = groupBy(this.#freeEntries(), ({ voucher }) =>
      voucher === undefined ? undefined : fold(voucher.code),
    );
    const named = groupBy(this.#freeLines(), ({ content }) => voucherIn(fold(content), codes));
    for (const [code, lines] of named) this.#settle(lines, codes.get(code) ?? [], 'voucher');
  }

  /** Lines and entries that share a number: as a whole, else each amount that stands once on both sides. */
  #settle(lines: readonly Line[], entries: readonly Entry[], reason: 'reference' | 'voucher'): void {
    const [first, last] = [lines[0], lines.at(-1)];
    if (first === undefined || last === undefined) return;
    const near = entries.filter((entry) =>
      [entry.bookedOn, dayOf(entry)].some(
        (day) =>
          daysBetween(day, first.day) <= REFERENCE_DAYS && daysBetween(last.day, day) <= REFERENCE_DAYS,
      ),
    );
    if (near.length === 0) return;
    const byAmount = groupBy(lines, ({ amount }) => String(amount));
    for (const [amount, same] of groupBy(near, ({ net }) => String(net))) {
      const [line, ...more] = byAmount.get(amount) ?? [];
      const [entry] = same;
      if (line !== undefined && more.length === 0 && same.length === 1 && entry !== undefined)
        this.#take([line], [entry], reason, true);
    }
    const [ofLines, ofEntries] = [this.#freeOf(lines), this.#freeOf(near)];
    if (total(ofLines) === total(ofEntries)) this.#take(ofLines, ofEntries, reason, true);
  }

  /** The same amount on the same day: by name, then what is left where it is as many lines as entries. */
  byDay(): void {
    const vouchers = new Set(this.#vouchers().map((group) => `${group.day} ${group.total}`));
    const entries = groupBy(this.#freeEntries(), (entry) => `${dayOf(entry)} ${entry.net}`);
    for (const [key, lines] of groupBy(this.#freeLines(), ({ day, amount }) => `${day} ${amount}`)) {
      const same = entries.get(key) ?? [];
      this.#byName(lines, same, 'name', true);
      const [ofLines, ofEntries] = [this.#freeOf(lines), this.#freeOf(same)];
      const alone = lines.length === 1 && same.length === 1 && !vouchers.has(key);
      const [line] = ofLines;
      const [entry] = ofEntries;
      if (line === undefined || entry === undefined || ofLines.length !== ofEntries.length) continue;
      // Several of one amount are one set: which of them is which need not be told, unless names say otherwise.
      const named = (all: readonly { party: string }[]) =>
        all.some(({ party }) => this.#name(party) !== undefined);
      if (ofLines.length > 1 && line.amount > 0 && named(ofLines) && named(ofEntries)) continue;
      this.#take(ofLines, ofEntries, 'day', alone && !this.#contradict(line, entry));
    }
  }

  /** Within lines and entries of one amount: those whose payer's name is the same. */
  #byName(
    lines: readonly Line[],
    entries: readonly Entry[],
    reason: 'name' | 'near-name',
    sure: boolean,
  ): void {
    const named = groupBy(entries, ({ party }) => this.#name(party));
    for (const [name, ofLines] of groupBy(lines, ({ party }) => this.#name(party))) {
      const ofEntries = named.get(name) ?? [];
      if (ofLines.length === ofEntries.length) this.#take(ofLines, ofEntries, reason, sure);
    }
  }

  /** One credit for all entries of a voucher; one entry for all lines of a day, or a kind's lines of a month. */
  bySum(): void {
    this.#sums(this.#vouchers(), this.#freeLines(), (entries, line, sure) => {
      this.#take([line], entries, sure ? 'sum' : 'near-sum', sure);
    });
    const sign = ({ amount }: Line) => (amount > 0 ? '+' : '-');
    const ways = [
      { by: (line: Line) => `${line.day} ${sign(line)}`, month: false },
      { by: (line: Line) => `${line.day} ${sign(line)} ${line.kind}`, month: false },
      { by: (line: Line) => `${line.day.slice(0, 7)} ${sign(line)} ${line.kind}`, month: true },
    ];
    for (const { by, month } of ways)
      this.#sums(this.#groups(this.#lines, by, month), this.#freeEntries(), (lines, entry, sure) => {
        this.#take(lines, [entry], sure ? 'sum' : 'near-sum', sure);
      });
  }

  /** Entries by voucher, where it has several. */
  #vouchers(): Group<Entry>[] {
    return this.#groups(this.#entries, ({ voucher }) => voucher && String(voucher.id), false);
  }

  /** What is free of each group of several; `whole` where nothing of it is taken. A month's group has its last day. */
  #groups<T extends Line | Entry>(
    all: readonly T[],
    by: (each: T) => string | undefined,
    month: boolean,
  ): Group<T>[] {
    return [...groupBy(all, by).values()].flatMap((group) => {
      const free = this.#freeOf(group);
      const last = free.at(-1);
      if (last === undefined || free.length < 2) return [];
      const day = 'net' in last ? last.bookedOn : last.day;
      return [{ group: free, day, total: total(free), whole: !month && free.length === group.length }];
    });
  }

  /** Groups beside single ones of the same amount, on the same day, else within a few: where each is the other's only one. */
  #sums<G extends Line | Entry, O extends Line | Entry>(
    groups: readonly Group<G>[],
    ones: readonly O[],
    take: (group: readonly G[], one: O, sure: boolean) => void,
  ): void {
    const day = (one: O) => ('net' in one ? one.bookedOn : one.day);
    const known = groupBy(ones, (one) => String(amountOf(one)));
    for (const [amount, rivals] of groupBy(groups, (group) => String(group.total))) {
      const fits = new Days(known.get(amount) ?? [], day, (one) => this.#isFree(one));
      const others = new Days(
        rivals,
        (each) => each.day,
        (each) => each.group.every((one) => this.#isFree(one)),
      );
      for (const reach of [0, NEAR]) {
        for (const { group, day: at, whole } of rivals) {
          if (!group.every((each) => this.#isFree(each))) continue;
          const [one, second] = fits.near(at, { reach });
          if (one === undefined || second !== undefined) continue;
          if (others.near(day(one), { reach }).length === 1) take(group, one, whole && reach === 0);
        }
      }
    }
  }

  /** The same amount within a few days: the payer's name once on both sides, else the amount once on both sides. */
  byNearness(): void {
    for (const name of [true, false]) {
      const key = (amount: Dong, party: string): string | undefined => {
        const known = name ? this.#name(party) : '';
        return known === undefined ? undefined : `${amount} ${known}`;
      };
      const lines = groupBy(this.#freeLines(), ({ amount, party }) => key(amount, party));
      const entries = groupBy(this.#freeEntries(), ({ net, party }) => key(net, party));
      for (const [each, ofLines] of lines) {
        const days = new Days(ofLines, (line) => line.day);
        const others = new Days(entries.get(each) ?? [], dayOf);
        for (const line of ofLines) {
          const [entry, second] = others.near(line.day);
          if (entry === undefined || second !== undefined || days.near(dayOf(entry)).length > 1) continue;
          // Another name and another day: no more than a reading.
          if (this.#contradict(line, entry)) continue;
          this.#take([line], [entry], name ? 'near-name' : 'near', false);
        }
      }
    }
  }

  doubts(): Doubt[] {
    const entries = groupBy(this.#freeEntries(), ({ net }) => String(net));
    const indexed = new Map([...entries].map(([key, same]) => [key, new Days(same, dayOf)]));
    return this.#freeLines().flatMap((line) => {
      const near = indexed.get(String(line.amount))?.near(line.day, { most: READINGS }) ?? [];
      return near.length === 0 ? [] : [{ line: line.id, entries: near.map(({ id }) => id) }];
    });
  }

  #take(lines: readonly Line[], entries: readonly Entry[], reason: MatchReason, sure: boolean): void {
    if (lines.length === 0 || entries.length === 0) return;
    if (this.#freeOf(lines).length < lines.length || this.#freeOf(entries).length < entries.length) return;
    for (const { id } of lines) this.#usedLines.add(id);
    for (const { id } of entries) this.#usedEntries.add(id);
    const keys = (all: readonly { id: number }[]) => all.map(({ id }) => id);
    this.suggestions.push({ lines: keys(lines), entries: keys(entries), reason, sure });
  }

  #freeLines(): readonly Line[] {
    return this.#freeOf(this.#lines);
  }

  #freeEntries(): readonly Entry[] {
    return this.#freeOf(this.#entries);
  }

  #freeOf<T extends Line | Entry>(all: readonly T[]): readonly T[] {
    return all.filter((each) => this.#isFree(each));
  }

  #isFree(each: Line | Entry): boolean {
    return !('net' in each ? this.#usedEntries : this.#usedLines).has(each.id);
  }

  /** The name as it is compared; undefined where none is written. */
  #name(party: string): string | undefined {
    let key = this.#names.get(party);
    if (key === undefined) this.#names.set(party, (key = likenessKey(party)));
    return key === '' ? undefined : key;
  }

  /** Two people: both payers are named, and neither name stands in what the other side says. Payments name anybody. */
  #contradict(line: Line, entry: Entry): boolean {
    const [theirs, ours] = [this.#name(line.party), this.#name(entry.party)];
    if (line.amount < 0 || theirs === undefined || ours === undefined || theirs === ours) return false;
    return !fold(line.content).replaceAll(' ', '').includes(ours);
  }
}

/** Free lines or entries that may be one movement on the other side. */
interface Group<T> {
  readonly group: readonly T[];
  readonly day: Day;
  readonly total: Dong;
  readonly whole: boolean;
}

/** Finds what lies within a few days of a day. */
class Days<T> {
  readonly #byDay: ReadonlyMap<number, readonly T[]>;
  readonly #fits: (each: T) => boolean;

  constructor(all: readonly T[], day: (each: T) => Day, fits: (each: T) => boolean = () => true) {
    this.#byDay = Map.groupBy(all, (each) => dayNumber(day(each)));
    this.#fits = fits;
  }

  /** At most `most`, the nearest days first. */
  near(day: Day, { most = 2, reach = NEAR } = {}): T[] {
    const found: T[] = [];
    const at = dayNumber(day);
    for (let far = 0; far <= reach && found.length < most; far++)
      for (const side of far === 0 ? [at] : [at - far, at + far])
        for (const each of this.#byDay.get(side) ?? [])
          if (this.#fits(each) && found.push(each) === most) return found;
    return found;
  }
}

const VOUCHER_WORD = /\b(?:pt|pc|bc|bn|pkt) /g;
/** A folded voucher code has its kind, its series' words, its year and its number. */
const CODE_WORDS = 7;

function voucherIn(memo: string, codes: ReadonlyMap<string, unknown>): string | undefined {
  for (const { index } of memo.matchAll(VOUCHER_WORD)) {
    const words = memo.slice(index).split(' ', CODE_WORDS);
    for (let count = words.length; count >= 3; count--) {
      const code = words.slice(0, count).join(' ');
      if (codes.has(code)) return code;
    }
  }
  return undefined;
}

function amountOf(each: Line | Entry): Dong {
  return 'net' in each ? each.net : each.amount;
}

function total(all: readonly (Line | Entry)[]): Dong {
  return all.reduce((sum, each) => add(sum, amountOf(each)), ZERO);
}

function dayOf({ bookedOn, ownDay }: Entry): Day {
  return ownDay ?? bookedOn;
}

/** By key; what has none is left out. */
function groupBy<T>(all: Iterable<T>, key: (each: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const found = key(each);
    if (found === undefined) continue;
    const group = groups.get(found);
    if (group === undefined) groups.set(found, [each]);
    else group.push(each);
  }
  return groups;
}
