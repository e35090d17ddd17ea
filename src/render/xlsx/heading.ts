import type { PaperColumn, PaperTable } from '../../report/papers/paper.ts';
import { BOLD, lineCount, sentence, widthOf } from '../papers/layout.ts';
import { headingOf } from '../papers/texts.ts';
import type { Pen } from './pen.ts';
import type { Look } from './styles.ts';

const HEADING: Look = { style: 'heading', size: 11, bold: true };
const LEAST = 24;
const MARK_HEIGHT = 15;

/**
 * The columns' headings, in two rows where some stand below a common one, and the letters that a form gives its columns.
 * Repeated on every page and kept in sight.
 */
export function putHeading(pen: Pen, { columns }: PaperTable): void {
  const first = pen.row;
  const over = columns.map((column) => (column.over === undefined ? '' : sentence(column.over, pen.texts)));
  if (over.some((text) => text !== '')) putTwo(pen, columns, over);
  else putOne(pen, columns);
  if (columns.some(({ mark }) => mark !== undefined)) {
    for (const [at, { mark = '' }] of columns.entries())
      pen.text([at + 1, at + 1], mark, { style: 'mark', size: 9 });
    pen.heighten(1, 9, MARK_HEIGHT);
    pen.next();
  }
  pen.heading = [first, pen.row - 1];
  pen.sheet.repeated = pen.heading;
  pen.sheet.frozen = pen.row - 1;
}

function putOne(pen: Pen, columns: readonly PaperColumn[]): void {
  for (const [at, column] of columns.entries())
    pen.heighten(pen.text([at + 1, at + 1], headingOf(column, pen.texts), HEADING), 11, LEAST);
  pen.next();
}

/** A column with nothing over it has both rows. */
function putTwo(pen: Pen, columns: readonly PaperColumn[], over: readonly string[]): void {
  const top = pen.row;
  let whole = 1;
  for (let at = 0; at < columns.length;) {
    const [column, text = ''] = [columns[at], over[at]];
    const end = text === '' ? at + 1 : over.findIndex((other, next) => next > at && other !== text);
    const last = (end < 0 ? columns.length : end) - 1;
    if (text === '' && column !== undefined) {
      const heading = headingOf(column, pen.texts);
      pen.text([at + 1, at + 1], heading, HEADING);
      pen.merge(top, at + 1, top + 1, at + 1);
      whole = Math.max(whole, lineCount(heading, widthOf(pen.widths, [at + 1, at + 1]) / BOLD, 11));
    } else pen.heighten(pen.text([at + 1, last + 1], text, HEADING), 11, MARK_HEIGHT);
    at = last + 1;
  }
  pen.heighten(1, 11, MARK_HEIGHT);
  pen.next();
  for (const [at, column] of columns.entries()) {
    if (over[at] === '') pen.blank([at + 1, at + 1], HEADING);
    else pen.heighten(pen.text([at + 1, at + 1], headingOf(column, pen.texts), HEADING), 11, LEAST);
  }
  pen.heighten(Math.max(1, whole - 1), 11, LEAST);
  pen.next();
}
