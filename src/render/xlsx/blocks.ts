import type { Day } from '../../domain/day.ts';
import type { Figures, Form, Head, Note, Paragraph, Signatures, Title } from '../../report/papers/paper.ts';
import { BOLD, lineCount, measure, sentence, shown, spread, widthOf } from '../papers/layout.ts';
import type { Pen, Ref, Run, Span } from './pen.ts';
import { AMOUNT, DAY, type Look } from './styles.ts';
import { serial } from './xml.ts';

const LETTERHEAD: Look = { style: 'letterhead' };

/**
 * Both halves in one row, so that a long name on the left does not pull the motto apart. Names in capitals, as custom has
 * it. Below them the paper's number, and the place and date.
 */
export async function putHead(pen: Pen, head: Head): Promise<void> {
  await pen.room(3);
  const [above, name] = [head.above, head.name].map((text) => text.toLocaleUpperCase('vi'));
  const left = [above ?? '', name ?? ''].filter((text) => text !== '');
  const right = head.right.map((line) => sentence(line, pen.texts));
  const below = [head.number, head.dateline].map((line) =>
    line === undefined ? '' : sentence(line, pen.texts),
  );
  const { spans, size } = halves(pen, left, [...right, below[1] ?? ''], head.right[0]?.line === 'motto1');
  for (const [at, texts] of [left, right].entries()) {
    const span = spans[at] ?? pen.whole;
    // The last line of a name or motto is underlined; a form's number is plain.
    const strong = at === 0 || head.right[0]?.line === 'motto1';
    const last = texts.length - 1;
    const runs = texts.map((text, line) => ({
      text: line === last ? text : `${text}\n`,
      bold: strong && (at === 1 || line === last),
      underline: strong && line === last,
      size,
    }));
    pen.runs(span, runs, LETTERHEAD);
    pen.heighten(lineCount(texts.join('\n'), widthOf(pen.widths, span) / BOLD, size));
  }
  pen.next();
  if (below.some((text) => text !== '')) {
    for (const [at, text] of below.entries())
      pen.heighten(pen.text(spans[at] ?? pen.whole, text, { ...LETTERHEAD, italic: at === 1 }));
    pen.next();
  }
  pen.skip();
}

/** A head's letters, in points: smaller where the columns below part the page so that a half would be broken. */
const HEAD_SIZES = [12, 11, 10] as const;

/** Where a head's halves stand, and how large they are written. */
function halves(
  pen: Pen,
  left: readonly string[],
  right: readonly string[],
  motto: boolean,
): { readonly spans: readonly Span[]; readonly size: number } {
  const at = (size: number) => {
    const needs = (lines: readonly string[]) =>
      Math.max(0, ...lines.map((text) => measure(text, size) * BOLD + 1));
    const asked = [needs(left), needs(right)] as const;
    // A motto is never broken; neither is a form's number, unless its act is one long line.
    const short = asked[1] <= widthOf(pen.widths, pen.whole) * 0.6;
    const spans = spread(pen.widths, [
      { share: 46, needs: asked[0] },
      { share: 54, needs: asked[1], whole: short || motto },
    ]);
    const fits = spans.every((span, half) => widthOf(pen.widths, span) >= (asked[half] ?? 0));
    return { spans, size, fits };
  };
  const tried = HEAD_SIZES.map(at);
  return tried.find(({ fits }) => fits) ?? at(HEAD_SIZES[0]);
}

const THIRDS = [33, 34, 33].map((share) => ({ share, needs: 0 }));
const FORM = [30, 70].map((share) => ({ share, needs: 0 }));

export async function putTitle(pen: Pen, title: Title): Promise<void> {
  const lines = title.lines.map((line) => sentence(line, pen.texts));
  const side = (title.side ?? []).map((line) => sentence(line, pen.texts));
  await pen.room(Math.max(lines.length, side.length) + 2);
  const [, middle = pen.whole, right] = side.length === 0 ? [] : spread(pen.widths, THIRDS);
  for (let at = 0; at < Math.max(lines.length, side.length); at++) {
    const size = at === 0 ? 15 : 12;
    const look = { style: at === 0 ? 'title' : 'subtitle', size, bold: at === 0, italic: at > 0 } as const;
    pen.heighten(pen.text(middle, lines[at] ?? '', look), size);
    if (right !== undefined) pen.heighten(pen.text(right, side[at] ?? '', { style: 'field', size: 11 }), 11);
    pen.next();
  }
  if (title.stamp !== undefined) {
    pen.text(pen.whole, sentence(title.stamp, pen.texts), { style: 'stamp' });
    pen.heighten(1, 28);
    pen.next();
  }
  pen.skip();
}

export async function putNote(pen: Pen, note: Note): Promise<void> {
  await pen.room(1);
  const bold = note.strong === true;
  const look = { style: 'note', bold, italic: !bold, horizontal: note.at } as const;
  pen.heighten(pen.text(pen.whole, sentence(note.line, pen.texts), look));
  pen.next();
}

/** Blanks that no justifying widens, before a paragraph's first word. */
const INDENT = '\u2003\u2003';

export async function putParagraph(pen: Pen, { line, strong }: Paragraph): Promise<void> {
  await pen.room(1);
  const bold = strong === true;
  const text = `${bold ? '' : INDENT}${sentence(line, pen.texts)}`;
  pen.heighten(
    pen.text(pen.whole, text, { style: 'paragraph', bold, horizontal: bold ? 'left' : 'justify' }),
  );
  pen.next();
}

export async function putForm(pen: Pen, form: Form): Promise<void> {
  const [left = pen.whole, right = pen.whole] = spread(pen.widths, FORM);
  for (const field of form.fields) {
    const label = sentence(field.label, pen.texts);
    if (label === '') continue;
    await pen.room(2);
    const { value } = field;
    const text = shown(value, field, pen.texts);
    const money = typeof value === 'number';
    const look: Look = { style: 'field', border: 'hair', bold: money };
    const day = field.type === 'day' && typeof value === 'string' ? serial(value as Day) : undefined;
    const taken = pen.text(left, label, { style: 'field' });
    const lines = Math.max(taken, lineCount(text, widthOf(pen.widths, right) / (money ? BOLD : 1), 12));
    if (money) pen.number(right, value, { ...look, format: `${AMOUNT} "${pen.texts.currency}"` });
    else if (day !== undefined) pen.number(right, day, { ...look, format: DAY });
    else pen.text(right, text, look);
    pen.heighten(lines, 12, 21);
    pen.next();
  }
  await pen.room(1);
  pen.skip();
}

/** Figures stand on one sheet: each may be made of any other. */
export async function putFigures(pen: Pen, { figures }: Figures): Promise<void> {
  await pen.room(figures.length + 1);
  const [first] = pen.amounts;
  for (const [at, { name }] of figures.entries()) pen.cells.set(name, pen.ref(pen.row + at, first));
  for (const { label, amount, plus, minus, strong } of figures) {
    const look: Look = { style: 'field', border: 'hair', bold: strong };
    pen.heighten(pen.text([1, first - 1], sentence(label, pen.texts), look));
    const cells = (names: readonly string[] = []) => names.map((name) => termOf(pen, pen.cells.get(name)));
    const formula = [cells(plus).join('+'), ...cells(minus)].join('-');
    const made = plus !== undefined && amount !== undefined;
    const right: Look = { ...look, horizontal: 'right', format: AMOUNT, wrap: false };
    pen.number(pen.amounts, amount, right, made ? formula : undefined);
    pen.next();
  }
  pen.skip(6);
}

function termOf(pen: Pen, ref: Ref | undefined): string {
  return ref === undefined ? '0' : pen.at(ref);
}

/** Blank lines between the office and the name. */
const ROOM = 4;
/** Of three or more signers the last has more of the width: the date stands over it. */
const LAST_SHARE = 36;
const COPIES_SHARE = 34;
/** No narrower than this, in units: a name of a place is not broken inside. */
const COPIES_LEAST = 24;
const SMALL = 11;

/** The whole block in one row, which no page's end can part. */
export async function putSignatures(pen: Pen, { dateline, signers, copies = [] }: Signatures): Promise<void> {
  await pen.room(3);
  const date = dateline === undefined ? '' : sentence(dateline, pen.texts);
  const sent = copies.map((line) => sentence(line, pen.texts));
  const blocks = signers.map((signer, at) => {
    const { office, hint } = pen.texts.signers[signer.role];
    const last = at === signers.length - 1;
    // The date may be broken after the place.
    const lines = [...office, hint, signer.name, ...(last ? date.split(', ') : [])];
    const needs = Math.max(...lines.map((text) => measure(text, 12) * BOLD)) + 2;
    const share = last || signers.length < 3 ? LAST_SHARE : (100 - LAST_SHARE) / (signers.length - 1);
    return { office, hint, name: signer.name, last, share, needs };
  });
  const copied = sent.length === 0 ? [] : [{ share: COPIES_SHARE, needs: COPIES_LEAST }];
  const spans = spread(pen.widths, [...copied, ...blocks]);
  const width = widthOf(pen.widths, spans.at(-1) ?? pen.whole);
  const dated = measure(date, 12) < width - 1 ? date : date.replace(', ', ',\n');
  const dateLines = date === '' ? 0 : dated.split('\n').length;
  const rows = Math.max(...blocks.map(({ office }) => office.length)) + 1;
  let nameLines = 1;
  pen.skip();
  const [beside] = spans;
  if (copied.length > 0 && beside !== undefined) {
    pen.runs(beside, copyRuns(sent), { style: 'signature', horizontal: 'left' });
    pen.heighten(lineCount(sent.join('\n'), widthOf(pen.widths, beside), 12));
  }
  blocks.forEach(({ office, hint, name, last }, at) => {
    const span: Span = spans[at + copied.length] ?? pen.whole;
    const above = last ? dated : '\n'.repeat(Math.max(0, dateLines - 1));
    nameLines = Math.max(nameLines, lineCount(name, widthOf(pen.widths, span) / BOLD, 12));
    pen.runs(
      span,
      [
        ...(dateLines === 0 ? [] : [{ text: `${above}\n`, italic: true }]),
        { text: `${office.join('\n')}\n`, bold: true },
        { text: `${hint}\n${'\n'.repeat(rows - office.length - 1 + ROOM)}`, italic: true },
        { text: name === '' ? ' ' : name, bold: true },
      ],
      { style: 'signature' },
    );
  });
  pen.heighten(dateLines + rows + ROOM + nameLines);
  pen.next();
  pen.skip();
}

/** To whom copies go: a heading, then a line each in small letters. */
function copyRuns([heading = '', ...lines]: readonly string[]): Run[] {
  return [
    { text: lines.length === 0 ? heading : `${heading}\n`, bold: true, italic: true },
    { text: lines.join('\n'), size: SMALL },
  ];
}
