import type { Block, Figures, Form, Head, Note, Signatures, Title } from '../../report/papers/paper.ts';
import { BOLD, lineCount, measure, sentence, shown, spread, widthOf } from '../papers/layout.ts';
import {
  address,
  AMOUNT,
  FACE,
  heighten,
  merged,
  putRuns,
  putText,
  skip,
  whole,
  type Pen,
  type Span,
} from './pen.ts';
import { putTable } from './table.ts';

/** Puts one block of a paper below the last. */
export async function putBlock(pen: Pen, block: Block): Promise<void> {
  switch (block.kind) {
    case 'head':
      return putHead(pen, block);
    case 'title':
      return putTitle(pen, block);
    case 'note':
      return putNote(pen, block);
    case 'paragraph':
      return putNote(pen, { kind: 'note', line: block.line, at: 'left', strong: block.strong });
    case 'table':
      return putTable(pen, block);
    case 'form':
      return putForm(pen, block);
    case 'figures':
      return putFigures(pen, block);
    case 'signatures':
      return putSignatures(pen, block);
  }
}

/** Both halves in one row, so that a long name on the left does not pull the motto apart. Names in capitals, as custom has it. */
function putHead(pen: Pen, head: Head): void {
  const [above, name] = [head.above, head.name].map((text) => text.toLocaleUpperCase('vi'));
  const left = [above ?? '', name ?? ''].filter((text) => text !== '');
  const right = head.right.map((line) => sentence(line, pen.texts));
  const needs = (lines: readonly string[]) =>
    Math.max(0, ...lines.map((text) => measure(text, 12) * BOLD + 1));
  const spans = spread(pen.widths, [
    { share: 46, needs: needs(left) },
    { share: 54, needs: needs(right), whole: head.right[0]?.line === 'motto1' },
  ]);
  for (const [at, texts] of [left, right].entries()) {
    const span = spans[at] ?? whole(pen);
    // The last line of a name or motto is underlined; a form's number is plain.
    const strong = at === 0 || head.right[0]?.line === 'motto1';
    const last = texts.length - 1;
    putRuns(
      pen,
      span,
      texts.map((text, line) => ({
        text: line === last ? text : `${text}\n`,
        bold: strong && (at === 1 || line === last),
        underline: strong && line === last,
      })),
    );
    heighten(pen, pen.row, lineCount(texts.join('\n'), widthOf(pen.widths, span) / BOLD, 12));
  }
  pen.row += 1;
  skip(pen);
}

const THIRDS = [33, 34, 33].map((share) => ({ share, needs: 0 }));
const FORM = [30, 70].map((share) => ({ share, needs: 0 }));

function putTitle(pen: Pen, title: Title): void {
  const lines = title.lines.map((line) => sentence(line, pen.texts));
  const side = (title.side ?? []).map((line) => sentence(line, pen.texts));
  const [, middle = whole(pen), right] = side.length === 0 ? [] : spread(pen.widths, THIRDS);
  for (let at = 0; at < Math.max(lines.length, side.length); at++) {
    const size = at === 0 ? 15 : 12;
    const style = { size, bold: at === 0, italic: at > 0, align: 'center' } as const;
    const text = lines[at] ?? '';
    heighten(pen, pen.row, putText(pen, pen.row, middle, text, style), size);
    if (right !== undefined)
      heighten(pen, pen.row, putText(pen, pen.row, right, side[at] ?? '', { size: 11 }), 11);
    pen.row += 1;
  }
  if (title.stamp !== undefined) {
    putText(pen, pen.row, whole(pen), sentence(title.stamp, pen.texts), {
      size: 28,
      bold: true,
      align: 'center',
    });
    const cell = pen.sheet.getCell(pen.row, 1);
    cell.font = { ...cell.font, color: { argb: 'FFC00000' } };
    heighten(pen, pen.row, 1, 28);
    pen.row += 1;
  }
  skip(pen);
}

function putNote(pen: Pen, note: Note): void {
  const text = sentence(note.line, pen.texts);
  const style = { ...(note.strong === true ? { bold: true } : { italic: true }), align: note.at };
  heighten(pen, pen.row, putText(pen, pen.row, whole(pen), text, style));
  pen.row += 1;
}

function putForm(pen: Pen, form: Form): void {
  const [left = whole(pen), right = whole(pen)] = spread(pen.widths, FORM);
  for (const field of form.fields) {
    const label = sentence(field.label, pen.texts);
    if (label === '') continue;
    const money = typeof field.value === 'number';
    const lines = putText(pen, pen.row, left, label);
    const taken = putText(pen, pen.row, right, shown(field.value, field, pen.texts), { bold: money });
    if (money) {
      const cell = pen.sheet.getCell(pen.row, right[0]);
      cell.value = field.value;
      cell.numFmt = `${AMOUNT} "${pen.texts.currency}"`;
    }
    underline(pen, right);
    heighten(pen, pen.row, Math.max(lines, taken), 12, 21);
    pen.row += 1;
  }
  skip(pen);
}

function putFigures(pen: Pen, { figures }: Figures): void {
  const [first, last] = pen.amounts;
  for (const figure of figures) {
    const lines = putText(pen, pen.row, [1, first - 1], sentence(figure.label, pen.texts), {
      bold: figure.strong,
    });
    merged(pen, pen.row, pen.amounts);
    pen.cells.set(figure.name, address(pen.row, first));
    underline(pen, [1, last]);
    heighten(pen, pen.row, lines);
    pen.row += 1;
  }
  for (const figure of figures) {
    const cell = pen.sheet.getCell(pen.cells.get(figure.name) ?? '');
    const cells = (names: readonly string[] = []) => names.map((name) => pen.cells.get(name) ?? '0');
    const formula = [cells(figure.plus).join('+'), ...cells(figure.minus)].join('-');
    const made = figure.plus !== undefined && figure.amount !== undefined;
    cell.value = made ? { formula, result: figure.amount } : (figure.amount ?? null);
    cell.numFmt = AMOUNT;
    cell.font = { name: FACE, size: 12, bold: figure.strong };
    cell.alignment = { horizontal: 'right', vertical: 'middle' };
  }
  skip(pen, 6);
}

function underline(pen: Pen, [first, last]: Span): void {
  for (let at = first; at <= last; at++)
    pen.sheet.getCell(pen.row, at).border = { bottom: { style: 'hair' } };
}

/** Blank lines between the office and the name. */
const ROOM = 4;
/** Of three or more signers the last has more of the width: the date stands over it. */
const LAST_SHARE = 36;

/** The whole block in one row, which no page's end can part. */
function putSignatures(pen: Pen, { dateline, signers }: Signatures): void {
  const date = dateline === undefined ? '' : sentence(dateline, pen.texts);
  const blocks = signers.map((signer, at) => {
    const { office, hint } = pen.texts.signers[signer.role];
    const last = at === signers.length - 1;
    // The date may be broken after the place.
    const lines = [...office, hint, signer.name, ...(last ? date.split(', ') : [])];
    const needs = Math.max(...lines.map((text) => measure(text, 12) * BOLD)) + 2;
    const share = last || signers.length < 3 ? LAST_SHARE : (100 - LAST_SHARE) / (signers.length - 1);
    return { office, hint, name: signer.name, last, share, needs };
  });
  const spans = spread(pen.widths, blocks);
  const width = widthOf(pen.widths, spans.at(-1) ?? whole(pen));
  const dated = measure(date, 12) < width - 1 ? date : date.replace(', ', ',\n');
  const dateLines = date === '' ? 0 : dated.split('\n').length;
  const rows = Math.max(...blocks.map(({ office }) => office.length)) + 1;
  let nameLines = 1;
  skip(pen);
  blocks.forEach(({ office, hint, name, last }, at) => {
    const span = spans[at] ?? whole(pen);
    const above = last ? dated : '\n'.repeat(Math.max(0, dateLines - 1));
    nameLines = Math.max(nameLines, lineCount(name, widthOf(pen.widths, span) / BOLD, 12));
    putRuns(pen, span, [
      ...(dateLines === 0 ? [] : [{ text: `${above}\n`, italic: true }]),
      { text: `${office.join('\n')}\n`, bold: true },
      { text: `${hint}\n${'\n'.repeat(rows - office.length - 1 + ROOM)}`, italic: true },
      { text: name === '' ? ' ' : name, bold: true },
    ]);
  });
  heighten(pen, pen.row, dateLines + rows + ROOM + nameLines);
  pen.row += 1;
  skip(pen);
}
