import lists from '../../data/lists.json' with { type: 'json' };
import { fold } from '../domain/name.ts';

const MARKED = /[^\0-\x7f]/;
/** Two letters or digits, and no mark after them that belongs to the second. */
const PLAIN_START = /^[a-z0-9]{2}(?:[\0-\x7f]|$)/i;

/** No label is longer, with what follows it; a cell may hold a hundred times as much. */
const LENGTH_MAX = 400;

/** Lower case, one blank between words. */
function written(text: string): string {
  return text.slice(0, LENGTH_MAX).normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** A label without what follows a colon, slash or bracket, and without a page's or a day's number. */
function bare(text: string): string {
  return written(text)
    .replace(/[:(/].*$/u, '')
    .replace(/[^\p{L}\p{N}]+$/u, '')
    .replace(/\s\d+(\s[a-z]+)?$/u, '')
    .trim();
}

/** Labels as they are written. Text without any mark is compared without marks: `Công` is a name, `CONG` may be a sum. */
class Labels {
  readonly #written: ReadonlySet<string>;
  readonly #folded: ReadonlySet<string>;
  readonly #starts: ReadonlySet<string>;

  constructor(labels: readonly string[]) {
    this.#written = new Set(labels);
    this.#folded = new Set(labels.map(fold));
    this.#starts = new Set([...this.#folded].map((label) => label.slice(0, 2)));
  }

  has(text: string): boolean {
    // Most rows begin with letters that no label begins with: what a whole list is asked is not spelt out for each.
    if (PLAIN_START.test(text) && !this.#starts.has(text.slice(0, 2).toLowerCase())) return false;
    const label = bare(text);
    if (label === '') return false;
    return this.#written.has(label) || (!MARKED.test(label) && this.#folded.has(fold(label)));
  }

  /** Whether the text begins with one of the labels, as words of their own. */
  begin(text: string): boolean {
    const label = written(text);
    const marks = MARKED.test(label);
    return [...(marks ? this.#written : this.#folded)].some((each) => {
      const start = marks ? label : fold(label);
      return start.startsWith(each) && !/^[\p{L}\p{N}]/u.test(start.slice(each.length));
    });
  }
}

const TOTALS = new Labels(lists.totals);
const OPENINGS = new Labels(lists.openings);
const CLOSINGS = new Labels(lists.closings);
const WORDS = new Labels(lists.words);
const NOTES = new Labels(lists.notes);
const PARTS = new Labels(lists.partTotals);
const NO_PARTS = new Labels(lists.notPartTotals);
const OUTGO = new Labels(lists.outgo);
const BALANCES = new Labels(lists.balances);
const SIGNERS = new Labels(lists.signers);
const SIGNING = new Labels(lists.signing);
const DATE_LINE = new RegExp(lists.dateLine, 'iu');
const PAGE = new RegExp(
  `^(${lists.pages.join('|')})\\s*\\d+(\\s*(/|${lists.pageOf.join('|')})\\s*\\d+)?$`,
  'iu',
);
const MONEY = new RegExp(`(^|[^\\p{L}])(${lists.moneyUnits.join('|')})([^\\p{L}]|$)`, 'iu');

/** The label of a total row for sure: `Tổng cộng`, `Cộng trang`. One word without marks may be somebody's name. */
export function isTotalLabel(text: string): boolean {
  if (!TOTALS.has(text)) return false;
  const label = bare(text);
  return MARKED.test(label) || label.includes(' ');
}

/** What may be the label of a total: `Total`, or a part's (`Cộng Khoa Nội`); a total only where its amount is the sum. */
export function mayBeTotalLabel(text: string): boolean {
  return TOTALS.has(text) || (PARTS.begin(text) && !NO_PARTS.begin(text));
}

export function isOpeningLabel(text: string): boolean {
  return OPENINGS.has(text);
}

export function isClosingLabel(text: string): boolean {
  return CLOSINGS.has(text);
}

/** Whether a label says something after its colon: `Còn lại: các đoàn viên …` is somebody. */
export function goesOn(text: string): boolean {
  const colon = text.indexOf(':');
  return colon >= 0 && /\p{L}/u.test(text.slice(colon));
}

/** `Số dư …` of any kind. */
export function isBalanceLabel(text: string): boolean {
  return BALANCES.begin(text);
}

/** `Bằng chữ: …`. */
export function isWordsLabel(text: string): boolean {
  return WORDS.begin(text);
}

/** `Ghi chú: …`, with its colon. */
export function isNoteLabel(text: string): boolean {
  return text.includes(':') && NOTES.has(text);
}

/** `Trang 2/5`, `Page 2 of 3`. */
export function isPageLabel(text: string): boolean {
  return PAGE.test(text.slice(0, LENGTH_MAX));
}

/** Who signs, how (`Ký, họ tên`), or a place and date (`…, ngày 31 tháng 01 năm 2024`). */
export function isSignature(text: string): boolean {
  const start = text.slice(0, LENGTH_MAX);
  return SIGNERS.has(start) || SIGNING.begin(start.replace(/^\(/, '')) || DATE_LINE.test(start);
}

/** The title or sum of money paid out, which no list of gifts or people has. */
export function isOutgoLabel(text: string): boolean {
  return OUTGO.has(text);
}

/** Whether a cell speaks of money: digits, or a unit of it in words. */
export function saysMoney(text: string): boolean {
  return /\d/.test(text) || MONEY.test(text);
}
