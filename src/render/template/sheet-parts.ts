import type { XmlPart } from './book.ts';
import {
  columnLetters,
  movedEnd,
  movedReference,
  movedRow,
  readArea,
  ROWS_MAX,
  type Area,
  type Growth,
} from './reference.ts';
import { attributeEdit, edited, textEdit, within, type Edit, type Node } from './xml.ts';

/** `A10:F10` and the like with the rows put in: a range that has the repeated row has all its copies. */
export function movedSpans(text: string, growths: readonly Growth[]): string {
  return text
    .split(' ')
    .map((each) => {
      const area = readArea(each);
      if (area === undefined || area.bottom === ROWS_MAX || /^\$?\d/.test(each)) return each;
      const [top, bottom] = [movedRow(area.top, growths), movedEnd(area.bottom, growths)];
      if (top === area.top && bottom === area.bottom) return each;
      const first = `${columnLetters(area.left)}${top}`;
      const last = `${columnLetters(area.right)}${bottom}`;
      return first === last ? first : `${first}:${last}`;
    })
    .join(' ');
}

/** Attributes that tell cells in any part, and whether they tell a span that grows or one cell that moves. */
const CELLS: Readonly<Record<string, 'span' | 'cell'>> = {
  ref: 'span',
  sqref: 'span',
  activeCell: 'cell',
  topLeftCell: 'cell',
};

/** What stands in a sheet besides its cells, where it tells rows: merges, conditions, checks, links, breaks, the view. */
export function besidesCells(
  { root, source }: XmlPart,
  growths: readonly Growth[],
  formula: (text: string) => string,
  unmergeable: (area: Area) => never,
): Edit[] {
  const edits: Edit[] = [];
  const moves = growths.some(({ rows }) => rows > 1);
  for (const child of root.children) {
    if (child.name === 'sheetData') continue;
    if (child.name === 'mergeCells') {
      if (moves) edits.push(...merges(source, child, growths, unmergeable));
    } else for (const node of within(child)) edits.push(...spanEdits(source, node, growths, formula));
  }
  return edits;
}

/** Elements whose text is a formula. */
const FORMULAS = new Set(['f', 'formula', 'formula1', 'formula2']);

function spanEdits(
  source: string,
  node: Node,
  growths: readonly Growth[],
  formula: (text: string) => string,
): Edit[] {
  const edits: Edit[] = [];
  const put = (name: string, moved: string): void => {
    if (moved !== node.attributes[name]) edits.push(...attributeEdit(source, node, name, moved));
  };
  for (const [name, kind] of Object.entries(CELLS)) {
    const value = node.attributes[name];
    if (value === undefined) continue;
    put(name, kind === 'span' ? movedSpans(value, growths) : movedReference(value, growths));
  }
  if (node.name === 'brk' && node.attributes['id'] !== undefined && node.attributes['max'] !== ROWS_LAST)
    put('id', String(movedEnd(Number(node.attributes['id']), growths)));
  if (node.name === 'hyperlink' && node.attributes['location'] !== undefined)
    put('location', formula(node.attributes['location']));
  if (node.children.length === 0 && node.text !== '') {
    const moved = FORMULAS.has(node.name)
      ? formula(node.text)
      : node.name === 'sqref'
        ? movedSpans(node.text, growths)
        : node.text;
    if (moved !== node.text) edits.push(textEdit(source, node, moved));
  }
  if (node.name === 'anchor') edits.push(...anchorEdits(source, node, growths));
  return edits;
}

/** Column breaks end at the last row, row breaks at the last column. */
const ROWS_LAST = String(ROWS_MAX - 1);

/** Merges below move; those within a repeated row are repeated with it. */
function merges(
  source: string,
  node: Node,
  growths: readonly Growth[],
  unmergeable: (area: Area) => never,
): Edit[] {
  const edits: Edit[] = [];
  let count = 0;
  for (const child of node.children) {
    const area = readArea(child.attributes['ref'] ?? '');
    if (area === undefined) continue;
    const touched = growths.find(({ row, rows }) => rows > 1 && row >= area.top && row <= area.bottom);
    const copies = touched?.rows ?? 1;
    if (touched !== undefined && area.top !== area.bottom) unmergeable(area);
    const top = movedRow(area.top, growths);
    const refs = Array.from({ length: copies }, (_, at) => {
      const [from, to] = [top + at, top + at + area.bottom - area.top];
      return `${columnLetters(area.left)}${from}:${columnLetters(area.right)}${to}`;
    });
    count += refs.length;
    const text = refs
      .map((ref) => edited(source, attributeEdit(source, child, 'ref', ref), child.start, child.end))
      .join('');
    edits.push({ from: child.start, to: child.end, text });
  }
  if (node.attributes['count'] !== undefined)
    edits.push(...attributeEdit(source, node, 'count', String(count)));
  return edits;
}

/** Where pictures and charts stand. Rows are counted from 0; one that keeps its size moves as a whole. */
export function anchorEdits(source: string, anchor: Node, growths: readonly Growth[]): Edit[] {
  const rowIn = (name: string): Node | undefined =>
    anchor.children.find((each) => each.name === name)?.children.find((each) => each.name === 'row');
  const [from, to] = [rowIn('from'), rowIn('to')];
  const edits: Edit[] = [];
  const at = (node: Node): number => Number(node.text.trim());
  const moved = (row: number): number => movedRow(row + 1, growths) - 1;
  if (from !== undefined && moved(at(from)) !== at(from))
    edits.push(textEdit(source, from, String(moved(at(from)))));
  if (from !== undefined && to !== undefined) {
    const keeps = ['oneCell', 'absolute'].includes(anchor.attributes['editAs'] ?? '');
    const row = keeps ? at(to) + moved(at(from)) - at(from) : moved(at(to));
    if (row !== at(to)) edits.push(textEdit(source, to, String(row)));
  }
  return edits;
}
