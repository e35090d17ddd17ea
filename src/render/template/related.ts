import type { Book, Part, XmlPart } from './book.ts';
import { relationsOf, xmlPart } from './book.ts';
import { movedFormula, type Growths } from './formula.ts';
import { movedEnd, movedRow, type Growth } from './reference.ts';
import { anchorEdits, movedSpans } from './sheet-parts.ts';
import { attributeEdit, childOf, edited, textEdit, within, type Edit, type Node } from './xml.ts';

/** Parts beside the sheets that tell rows, with the rows put in; only those that change. */
export function relatedParts(book: Book, growths: Growths): Map<string, string> {
  const changed = new Map<string, string>();
  const keep = (part: XmlPart | undefined, edits: readonly Edit[]): void => {
    if (part !== undefined && edits.length > 0) changed.set(part.name, edited(part.source, edits));
  };
  for (const sheet of book.sheets) {
    const grown = growths.get(sheet.name.toLowerCase()) ?? [];
    if (grown.every(({ rows }) => rows === 1)) continue;
    for (const { kind, target } of relationsOf(book.file, book.parts, sheet.part.name).values()) {
      if (kind === 'vmlDrawing') {
        const part = book.parts.find(({ name }) => name === target);
        const text = part === undefined ? '' : Buffer.from(part.bytes).toString('utf8');
        if (part !== undefined && movedVml(text, grown) !== text)
          changed.set(part.name, movedVml(text, grown));
      } else if (MOVED.has(kind)) {
        const part = xmlPart(book.file, book.parts, target);
        keep(part, part === undefined ? [] : movedPart(part, grown, sheet.name.toLowerCase(), growths));
      }
    }
  }
  for (const each of book.parts.filter(({ name }) => /^xl\/charts\/[^/]*\.xml$/i.test(name)))
    keep(...chartEdits(book, each, growths));
  for (const each of book.parts.filter(({ name }) => /\/pivotCacheDefinition\d*\.xml$/i.test(name)))
    keep(...pivotEdits(book, each, growths));
  return changed;
}

const MOVED = new Set(['drawing', 'comments', 'threadedComment', 'table', 'pivotTable']);

/** Tables and pivot tables grow by their range, a comment goes with its cell, a picture with its rows. */
function movedPart(
  { root, source }: XmlPart,
  grown: readonly Growth[],
  own: string,
  growths: Growths,
): Edit[] {
  const edits: Edit[] = [];
  for (const node of within(root)) {
    const { ref, textlink } = node.attributes;
    if (ref !== undefined && movedSpans(ref, grown) !== ref) {
      // A comment on the repeated row stays with the first copy.
      const moved = movedSpans(ref, grown);
      const to = node.name === 'comment' || node.name === 'threadedComment' ? moved.split(':')[0] : moved;
      if (to !== ref) edits.push(...attributeEdit(source, node, 'ref', to));
    }
    if (textlink !== undefined) {
      const moved = movedFormula(textlink, own, growths);
      if (moved !== textlink) edits.push(...attributeEdit(source, node, 'textlink', moved));
    }
    if (/^(two|one)CellAnchor$/.test(node.name)) edits.push(...anchorEdits(source, node, grown));
  }
  return edits;
}

const DATA = new Set(['val', 'cat', 'xVal', 'yVal', 'bubbleSize']);

/** A chart's ranges grow; what it remembered of its figures is made anew from the cells. */
function chartEdits(book: Book, each: Part, growths: Growths): [XmlPart | undefined, Edit[]] {
  const part = xmlPart(book.file, book.parts, each.name);
  if (part === undefined) return [part, []];
  const edits: Edit[] = [];
  const visit = (node: Node, parent: string): void => {
    const f = childOf(node, 'f');
    // What a series shows is all of the row's copies, also where it was one cell; a title is one cell.
    const text =
      f !== undefined && DATA.has(parent) ? f.text.replace(/!(\$?[A-Z]+\$?\d+)$/i, '!$1:$1') : f?.text;
    const moved = text === undefined ? '' : movedFormula(text, '', growths).replace(/!([^!:]+):\1$/, '!$1');
    if (f !== undefined && moved !== f.text) {
      edits.push(textEdit(part.source, f, moved));
      for (const cache of node.children.filter(({ name }) => /^(num|str|multiLvlStr)Cache$/.test(name)))
        edits.push({ from: cache.start, to: cache.end, text: '' });
    } else for (const child of node.children) visit(child, node.name);
  };
  visit(part.root, '');
  return [part, edits];
}

function pivotEdits(book: Book, each: Part, growths: Growths): [XmlPart | undefined, Edit[]] {
  const part = xmlPart(book.file, book.parts, each.name);
  if (part === undefined) return [part, []];
  const edits: Edit[] = [];
  for (const node of within(part.root)) {
    const { ref, sheet } = node.attributes;
    const grown = growths.get((sheet ?? '').toLowerCase());
    if (node.name !== 'worksheetSource' || ref === undefined || grown === undefined) continue;
    if (movedSpans(ref, grown) === ref) continue;
    edits.push(
      ...attributeEdit(part.source, node, 'ref', movedSpans(ref, grown)),
      ...attributeEdit(part.source, part.root, 'refreshOnLoad', '1'),
    );
  }
  return [part, edits];
}

/** The boxes of comments, in a form that is not always well-formed XML: rows are counted from 0. */
function movedVml(text: string, grown: readonly Growth[]): string {
  const moved = (row: string): number => movedRow(Number(row) + 1, grown) - 1;
  return text
    .replace(/(<x:Row>)(\d+)(<\/x:Row>)/g, (_, open: string, row: string, close: string) => {
      return `${open}${moved(row)}${close}`;
    })
    .replace(/(<x:Anchor>)([^<]*)(<\/x:Anchor>)/g, (all, open: string, list: string, close: string) => {
      const numbers = list.split(',').map((each) => each.trim());
      const [top, bottom] = [numbers[2], numbers[6]];
      if (top === undefined || bottom === undefined || !/^\d+$/.test(top + bottom)) return all;
      const by = movedEnd(Number(top) + 1, grown) - 1 - Number(top);
      numbers[2] = String(Number(top) + by);
      numbers[6] = String(Number(bottom) + by);
      return `${open}${numbers.join(', ')}${close}`;
    });
}
