import lists from '../../data/lists.json' with { type: 'json' };
import { fold } from '../domain/name.ts';
import { textOf, type Cell } from './cell.ts';

/** A label without what follows a colon or a bracket, nor a page's or a day's number. */
function labelOf(cell: Cell | undefined): string {
  return fold(textOf(cell).replace(/[:(/].*$/, '')).replace(/ \d+( [a-z]+)?$/, '');
}

/** Whether a cell is the label of a total row, and not a name that happens to begin like one (`Tổng công ty …`). */
export function isTotalLabel(cell: Cell | undefined): boolean {
  return TOTALS.has(labelOf(cell));
}

/** A total of a part, named by it: `Cộng Khoa Nội`, `Tổng CĐCS Bệnh viện A`. Only where the row is no donor's otherwise. */
export function isPartTotalLabel(cell: Cell | undefined): boolean {
  const text = textOf(cell).toLowerCase();
  return (
    lists.partTotals.some((word) => text.startsWith(`${word} `)) &&
    !lists.notPartTotals.some((word) => text.startsWith(word))
  );
}

export function isWordsLabel(cell: Cell | undefined): boolean {
  const label = fold(textOf(cell));
  return WORDS.some((words) => label.startsWith(words));
}

export function isOpeningLabel(cell: Cell | undefined): boolean {
  return OPENINGS.has(labelOf(cell));
}

export function isClosingLabel(cell: Cell | undefined): boolean {
  return CLOSINGS.has(labelOf(cell));
}

/** `Trang 2/5`, `Page 2 of 3`. */
export function isPageLabel(cell: Cell | undefined): boolean {
  return PAGE.test(textOf(cell));
}

const PAGE = new RegExp(
  `^(${lists.pages.join('|')})\\s*\\d+(\\s*(/|${lists.pageOf.join('|')})\\s*\\d+)?$`,
  'iu',
);
const TOTALS = new Set(lists.totals.map(fold));
const WORDS = lists.words.map(fold);
const OPENINGS = new Set(lists.openings.map(fold));
const CLOSINGS = new Set(lists.closings.map(fold));
