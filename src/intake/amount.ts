import lists from '../../data/lists.json' with { type: 'json' };
import { negate, readDigits, ZERO, type Dong } from '../domain/dong.ts';
import type { RowFaultCode } from '../domain/row-fault.ts';
import { isBlank, isFormula, isNumber, type Cell } from './cell.ts';

/** Which mark parts thousands in a column; the other one is its decimal mark. */
export type Mark = 'dot' | 'comma';

/** How many đồng one of a column's figures stands for. */
export type Scale = 1 | 1_000 | 1_000_000 | 1_000_000_000;

/** What a column's cells say of their thousands mark: shown to the treasurer. */
export interface AmountReading {
  readonly mark: Mark | 'none';
  readonly scale: Scale;
  /** Cells that have the mark. */
  readonly cells: number;
  /** Cells with an amount. */
  readonly of: number;
  readonly why: 'column' | 'given' | 'none';
}

export type ReadAmount =
  { readonly amount: Dong; readonly approximate?: true } | { readonly fault: RowFaultCode };

/** What a figure is worth under one mark, without its sign; or why it is worth nothing. */
type Value = Dong | 'fraction' | 'unreadable' | 'ambiguous';

/** A cell's figure under each mark its column may turn out to have. */
interface Figure {
  readonly values: Readonly<Record<Mark | 'none', Value>>;
  readonly negative: boolean;
  readonly approximate: boolean;
  /** Whether it has unit words of its own (`1,5 triệu`): it then says nothing of the column's mark. */
  readonly ownUnit: boolean;
  /** Whether it has a thousands or decimal mark. */
  readonly marked: boolean;
}

/** No amount is written longer than this; what is longer is prose. */
const LONGEST = 80;

const POWER: Readonly<Record<Scale, number>> = { 1: 0, 1_000: 3, 1_000_000: 6, 1_000_000_000: 9 };

/**
 * The first pass over a column of amounts. Its thousands mark is a property of the whole column: guessed cell by cell,
 * it has shrunk 135 billion đồng to 36 million. `given` is what the treasurer says of it; `scale` what a heading says.
 */
export class AmountColumn {
  readonly #given: Mark | undefined;
  readonly #scale: Scale;
  /** Cells that only one mark can read. */
  readonly #proof = { dot: 0, comma: 0 };
  readonly #readable = { dot: 0, comma: 0, none: 0 };
  readonly #total: Record<Mark | 'none', Dong | undefined> = { dot: ZERO, comma: ZERO, none: ZERO };
  /** Cells that both marks can read, differently: plain ones, and ones with unit words of their own. */
  readonly #open = { plain: 0, ownUnit: 0 };

  constructor(given?: Mark, scale: Scale = 1) {
    this.#given = given;
    this.#scale = scale;
  }

  see(cell: Cell | undefined): void {
    const figure = figureOf(cell, this.#scale);
    if ('fault' in figure) return;
    const { dot, comma, none } = figure.values;
    for (const mark of ['dot', 'comma', 'none'] as const)
      this.#count(mark, figure.values[mark], figure.negative);
    if (figure.ownUnit) {
      if (none === 'ambiguous') this.#open.ownUnit += 1;
    } else if (typeof dot === 'number' && typeof comma === 'number') {
      if (dot !== comma) this.#open.plain += 1;
    } else if (figure.marked && !isShort(cell, this.#scale)) {
      if (typeof dot === 'number' && dot > 0) this.#proof.dot += 1;
      if (typeof comma === 'number' && comma > 0) this.#proof.comma += 1;
    }
  }

  #count(mark: Mark | 'none', value: Value, negative: boolean): void {
    if (typeof value !== 'number' || value === 0) return;
    this.#readable[mark] += 1;
    const total = this.#total[mark];
    this.#total[mark] = total === undefined ? undefined : safe(total + (negative ? negate(value) : value));
  }

  /**
   * The reading; or, where the column speaks for two, both with what each adds up to over the cells it can read (0 where
   * that passes 2^53 − 1). A given mark settles what the cells leave open; one that all cells contradict settles nothing.
   */
  decide(): AmountReading | Readonly<Record<Mark, { readonly cells: number; readonly total: Dong }>> {
    const { dot, comma } = this.#proof;
    if (dot === 0 && comma === 0 && this.#open.plain === 0) {
      if (this.#given !== undefined && this.#open.ownUnit > 0) return this.#reading(this.#given, 'given');
      return { mark: 'none', scale: this.#scale, cells: 0, of: this.#readable.none, why: 'none' };
    }
    const proved = dot > 0 === comma > 0 ? undefined : dot > 0 ? 'dot' : 'comma';
    if (proved === undefined && this.#given !== undefined) return this.#reading(this.#given, 'given');
    if (proved !== undefined && (this.#given ?? proved) === proved) return this.#reading(proved, 'column');
    return { dot: this.#sum('dot'), comma: this.#sum('comma') };
  }

  #reading(mark: Mark, why: 'column' | 'given'): AmountReading {
    return { mark, scale: this.#scale, cells: this.#cells(mark), of: this.#readable[mark], why };
  }

  #sum(mark: Mark): { cells: number; total: Dong } {
    return { cells: this.#cells(mark), total: this.#total[mark] ?? ZERO };
  }

  #cells(mark: Mark): number {
    return this.#proof[mark] + this.#open.plain;
  }
}

/**
 * Reads one cell of a column whose mark and scale are known, in đồng. Đồng has no fractions: a cell that comes to one is
 * a fault; so are blank and zero (`amount.missing`). `signed` allows a minus: one column of a bank statement.
 */
export function readAmount(cell: Cell | undefined, reading: AmountReading, signed = false): ReadAmount {
  const figure = figureOf(cell, reading.scale);
  if ('fault' in figure) return figure;
  const value = figure.values[reading.mark];
  if (value === 0) return { fault: 'amount.missing' };
  if (figure.negative && !signed && value !== 'unreadable') return { fault: 'amount.negative' };
  if (typeof value === 'string') return { fault: `amount.${value}` };
  const amount = figure.negative ? negate(value) : value;
  return figure.approximate ? { amount, approximate: true } : { amount };
}

/**
 * An amount typed at the prompt (`1.500.000`, `500k`, `1,5 triệu`), in đồng, above zero and exact. Undefined where it is
 * none, or has two readings.
 */
export function readTyped(text: string): Dong | undefined {
  const column = new AmountColumn();
  column.see(text);
  const decided = column.decide();
  if (!('mark' in decided)) return undefined;
  const read = readAmount(text, decided);
  return 'amount' in read && read.approximate !== true ? read.amount : undefined;
}

/** Everything a cell may mean, before anything is known of its column. */
function figureOf(cell: Cell | undefined, scale: Scale): Figure | { readonly fault: RowFaultCode } {
  if (cell === undefined || isBlank(cell)) return { fault: 'amount.missing' };
  if (isFormula(cell)) return { fault: 'cell.formula' };
  const power = POWER[scale];
  if (isNumber(cell)) {
    const value = storedValue(cell.number, power);
    return { ...NOTHING, values: same(value), negative: cell.number.startsWith('-') };
  }
  if (typeof cell !== 'string' || cell.trim().length > LONGEST) return { fault: 'amount.unreadable' };
  if (ONLY_FIGURES.test(cell))
    return { ...NOTHING, values: plainValues(cell, power), marked: /\D/.test(cell) };
  const { text, inDong, negative, approximate } = strip(cell);
  if (text === '') return { fault: approximate ? 'amount.unreadable' : 'amount.missing' };
  if (/^\d+([.,]\d+)?e[+-]?\d+$/.test(text)) return { fault: 'amount.rounded' };
  if (ONE_NUMBER.test(text)) {
    // `500.000 đ` under "Đơn vị tính: nghìn đồng" says two things.
    const values = inDong && power > 0 ? same('ambiguous') : plainValues(text, power);
    return { values, negative, approximate, ownUnit: false, marked: /[.,]/.test(text) };
  }
  const values = valuesInWords(text, inDong);
  if (values === undefined)
    return { fault: foreignCurrency(cell) === undefined ? 'amount.unreadable' : 'amount.currency' };
  return { values, negative, approximate, ownUnit: true, marked: false };
}

const NOTHING = { negative: false, approximate: false, ownUnit: false, marked: false } as const;
const ONLY_FIGURES = /^\d+(?:[.,]\d+)*$/;
const NUMBER = String.raw`\d{1,3}(?: \d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*`;
const ONE_NUMBER = new RegExp(`^(?:${NUMBER})$`);

function same(value: Value): Figure['values'] {
  return { dot: value, comma: value, none: value };
}

/** `50.00`: zero decimals of few đồng, or `50.000` with a digit lost. It follows a column's mark but proves none. */
function isShort(cell: Cell | undefined, scale: Scale): boolean {
  return scale === 1 && typeof cell === 'string' && /^\D*\d{1,3}[.,]\d{1,2}\D*$/.test(cell);
}

/** Letters without tone or hat, so that `triệu`, `TRIEU` and a decomposed `triệu` are one word; đ stays its own letter. */
function plain(text: string): string {
  const bare = text
    .normalize('NFD')
    .replace(/[\u0300-\u0303\u0306\u0309\u031b\u0323\u200b\u200e\u200f\u2060\ufeff]/g, '');
  return bare.normalize('NFC').toLowerCase();
}

const anyOf = (words: readonly string[], form = plain) =>
  words
    .map((word) => form(word).replace(/[.$]/g, String.raw`\$&`))
    .sort((a, b) => b.length - a.length)
    .join('|');

const CURRENCY = anyOf(lists.currency);
const BEFORE = new RegExp(`^(?:${CURRENCY})\\s*(?=[-\\u2010-\\u2015\\u2212\\d(]|$)`);
const AFTER = new RegExp(`\\s*(?:${CURRENCY})\\s*\\.?$`);
const QUALIFIER = new RegExp(`^(?:${anyOf(lists.qualifiers)})(?!\\p{L})\\s*`, 'u');

/** Takes the sign, the currency and words such as `khoảng` off a figure; blanks of any width become one kind. */
function strip(cell: string): { text: string; inDong: boolean; negative: boolean; approximate: boolean } {
  // Line breaks stay: `100` above `200` is two amounts, never 100200.
  let text = plain(cell)
    .replace(/[^\S\n\r\t]/g, ' ')
    .trim()
    .replace(/^'\s*/, '');
  let inDong = false;
  let approximate = false;
  let signs = 0;
  for (let before = ''; before !== text && !/^\d[^]*\d$/.test(text);) {
    before = text;
    const bare = text.replace(AFTER, '').replace(BEFORE, '').trim();
    inDong ||= bare !== text;
    const sure = bare.replace(QUALIFIER, '');
    approximate ||= sure !== bare;
    const unsigned = sure
      .replace(/^\((.*)\)$/, '$1')
      .replace(/^[-\u2010-\u2015\u2212]\s*/, '')
      .replace(/(?<=\d)\s?-$/, '');
    if (unsigned !== sure) signs += 1;
    text = unsigned.replace(/^\+\s?(?=\d)/, '').trim();
  }
  // A minus of a minus is nobody's amount.
  return { text: signs > 1 ? '?' : text, inDong, negative: signs === 1, approximate };
}

const GROUPED: Readonly<Record<Mark, RegExp>> = {
  dot: /^(\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:,(\d+))?$/,
  comma: /^(\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:\.(\d+))?$/,
};

/** A figure of one mark times a power of ten, in đồng. */
function valueOf(text: string, mark: Mark, power: number): Value {
  const [, grouped, fraction = ''] = GROUPED[mark].exec(text) ?? [];
  if (grouped === undefined) return 'unreadable';
  const whole = grouped.replace(/[., ]/g, '');
  // A telephone number, or groups that begin with a zero.
  if (/^0\d*[1-9]/.test(whole)) return 'unreadable';
  // A bank prints two zero decimals of a đồng; three would be thousands by another mark.
  if (power === 0 && fraction.length > 2) return 'fraction';
  return shifted(whole, fraction, power);
}

/** `whole.fraction` × 10^power as digits, so that nothing passes through a float. */
function shifted(whole: string, fraction: string, power: number): Value {
  if (/[1-9]/.test(fraction.slice(power))) return 'fraction';
  return readDigits(whole + fraction.slice(0, power).padEnd(power, '0')) ?? 'unreadable';
}

function plainValues(text: string, power: number): Figure['values'] {
  const [dot, comma] = [valueOf(text, 'dot', power), valueOf(text, 'comma', power)];
  if (dot === comma) return same(dot);
  if (dot === 0 || comma === 0) return same(ZERO);
  const isRead = typeof dot === 'number' || typeof comma === 'number';
  return isRead ? { dot, comma, none: 'ambiguous' } : same('fraction');
}

/** A number as a workbook stores it. Its double shows as the 15 digits Excel shows: 180000.00000000003 is 180000. */
function storedValue(text: string, power: number): Value {
  const [, whole = '', fraction = '', sign = '', exponent = '0'] =
    /^-?(\d*)(?:\.(\d*))?(?:[eE]([+-]?)(\d{1,3}))?$/.exec(text) ?? [];
  if (whole + fraction === '') return 'unreadable';
  const digits = (whole + fraction).replace(/^0+/, '');
  const decimals = fraction.length - (readDigits(exponent) ?? 0) * (sign === '-' ? -1 : 1);
  const split = (all: string, places: number): Value =>
    places <= 0
      ? shifted(all + '0'.repeat(-places), '', power)
      : shifted(
          all.padStart(places + 1, '0').slice(0, -places),
          all.padStart(places + 1, '0').slice(-places),
          power,
        );
  if (digits === '') return ZERO;
  const exact = split(digits, decimals);
  if (exact !== 'fraction' || digits.length <= SHOWN) return exact;
  const up = digits.charAt(SHOWN) >= '5' ? 1n : 0n;
  return split(`${BigInt(digits.slice(0, SHOWN)) + up}`, decimals - (digits.length - SHOWN));
}

/** Significant digits that a spreadsheet shows. */
const SHOWN = 15;

const UNITS = new Map(Object.entries(lists.amountUnits).map(([word, power]) => [plain(word), power]));
const PART = new RegExp(`(${NUMBER}) ?(${anyOf([...UNITS.keys()])})(?!\\p{L})(?:\\.(?=$| ))? ?`, 'gu');

/** `1,5 triệu`, `2tr5`, `3 tỷ rưỡi`, `1 tỷ 416 triệu 882 nghìn [500 đồng]`; undefined where it is none of them. */
function valuesInWords(text: string, inDong: boolean): Figure['values'] | undefined {
  const parts: { number: string; power: number }[] = [];
  let at = 0;
  for (const [all, number = '', unit = ''] of text.matchAll(PART)) {
    if (!text.startsWith(all, at)) return undefined;
    parts.push({ number, power: UNITS.get(unit) ?? 0 });
    at += all.length;
  }
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const rest = text.slice(at);
  if (parts.length === 1 && rest === '') return unitValues(first.number, first.power);
  if (rest === 'ruoi') parts.push({ number: '5', power: last.power - 1 });
  else if (/^(\d|\d{3})$/.test(rest) && !text.endsWith(` ${rest}`))
    parts.push({ number: rest, power: last.power - rest.length });
  // `2tr50` is 2,05 or 2,5 triệu.
  else if (/^\d\d$/.test(rest) && !text.endsWith(` ${rest}`)) return same('ambiguous');
  // `882 nghìn 500 đồng`; but `1 triệu 500` leaves a nghìn unsaid.
  else if (/^\d{1,3}$/.test(rest) && inDong && last.power === 3) parts.push({ number: rest, power: 0 });
  else if (rest !== '') return undefined;
  return compound(parts);
}

/** Each part is whole and less than one of the unit before it. */
function compound(parts: readonly { number: string; power: number }[]): Figure['values'] | undefined {
  let total: Dong = ZERO;
  let limit = Number.POSITIVE_INFINITY;
  for (const { number, power } of parts) {
    const value = /^\d+$/.test(number) && power >= 0 ? shifted(number, '', power) : 'unreadable';
    const next =
      typeof value === 'number' && number.length + power <= limit ? safe(total + value) : undefined;
    if (next === undefined) return undefined;
    total = next;
    limit = power;
  }
  return same(total);
}

/** A figure with unit words has decimals of its own; `1.500 triệu` has two readings unless the column's mark decides. */
function unitValues(number: string, power: number): Figure['values'] {
  const [dot, comma] = [valueOf(number, 'dot', power), valueOf(number, 'comma', power)];
  if (dot === comma || comma === 'unreadable') return same(dot);
  if (dot === 'unreadable') return same(comma);
  if (number.includes('.')) return { dot, comma, none: 'ambiguous' };
  // `1,107 tỷ` is how Vietnam writes a decimal; `1,500 nghìn`, or `1,500 triệu` with its idle zero, may be thousands.
  const decimal = power > 3 ? dot : 'ambiguous';
  return { dot: decimal, comma: 'ambiguous', none: number.endsWith('0') ? 'ambiguous' : decimal };
}

/** The sum of two safe integers, undefined where it is none: past 2^53 the float sum is never below it. */
function safe(value: number): Dong | undefined {
  return Number.isSafeInteger(value) ? (value as Dong) : undefined;
}

const SCALES = new Map(Object.entries(lists.scales));
const SCALE_PLACES = scalePlaces();

/** Where a scale may stand; never inside a sentence that names an amount. Marks count: `Đơn vị: Ngân hàng` is none. */
function scalePlaces(): RegExp[] {
  const [words, currency] = [[...SCALES.keys()], anyOf(lists.currency, (word) => word)];
  const letters = words.filter((word) => /\p{L}/u.test(word));
  const alone = letters.filter((word) => word.length > 2).join('|');
  const end = String.raw`(?=$|\.$|[,;)\]/])`;
  const named = (choice: readonly string[]) =>
    `(?:(${anyOf(choice, (word) => word)})\\.? ?(?:${currency})(?![\\p{L}\\d])|(?:${currency})(?: ?(${choice.join('|')}))?${end})`;
  const full = `(?:${named(words)}|(${alone})${end})`;
  return [
    `(?:(?:${lists.scaleLabels.join('|')})[^:;]{0,20}:|(?:${lists.scaleLabelsAlone.join('|')})(?: -)?) ?\\(?${full}`,
    // `(1.000.000 đồng)` over a column is what each was given.
    `[(\\[](?!1[.,]?000[.,]?000)${full}(?=\\.?[)\\]/])`,
    `(?:^|[-,/] ?)${named(letters)}(?=\\.?$)`,
    `^(?!1[.,]?000[.,]?000)${named(words)}(?=\\.?$)`,
  ].map((source) => new RegExp(source, 'u'));
}

/** The scale a heading or a line over the table names ("Đơn vị tính: nghìn đồng", "(triệu đồng)"); undefined where none. */
export function scaleIn(text: string): Scale | undefined {
  const line = text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  for (const place of SCALE_PLACES) {
    const match = place.exec(line);
    if (match === null) continue;
    const power = SCALES.get(match.slice(1).find((word) => word !== undefined) ?? '') ?? 0;
    return ([1, 1_000, 1_000_000, 1_000_000_000] as const).find((scale) => POWER[scale] === power);
  }
  return undefined;
}

const CURRENCIES = Object.entries(lists.currencies).map(([code, names]) => {
  const choices = names.map((name) => {
    const escaped = name.replace(/[.$]/g, String.raw`\$&`);
    return (/^\p{L}/u.test(name) ? '(?<!\\p{L})' : '') + escaped + (/\p{L}$/u.test(name) ? '(?!\\p{L})' : '');
  });
  return { code, pattern: new RegExp(choices.join('|'), 'u') };
});

/** The code of a foreign currency that a heading, line or cell names (USD for `$`); undefined where none. */
export function foreignCurrency(text: string): string | undefined {
  const line = text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ');
  return CURRENCIES.find(({ pattern }) => pattern.test(line))?.code;
}
