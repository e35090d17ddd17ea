import lists from '../../data/lists.json' with { type: 'json' };
import { fold } from '../domain/name.ts';
import { textOf, type Cell } from './cell.ts';

/** Whether a cell is the label of a total row, and not a name that happens to begin like one (`Tổng công ty …`). */
export function isTotalLabel(cell: Cell | undefined): boolean {
  const label = fold(textOf(cell).replace(/[:(].*$/, '')).replace(/ \d+( [a-z]+)?$/, '');
  return label !== '' && TOTALS.has(label);
}

export function isWordsLabel(cell: Cell | undefined): boolean {
  const label = fold(textOf(cell));
  return WORDS.some((words) => label.startsWith(words));
}

const TOTALS = new Set(lists.totals.map(fold));
const WORDS = lists.words.map(fold);
