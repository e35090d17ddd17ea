import type { Paper, PaperSheet } from '../../report/papers/paper.ts';
import { sentence } from '../papers/layout.ts';
import { PAPER_TEXTS } from '../papers/texts.ts';
import { readBook, relationsName, relationsOf, xmlPart, type Book, type Part } from './book.ts';
import { fieldsOf } from './fields.ts';
import type { Filling } from './filling.ts';
import { mentions, movedFormula, type Growths } from './formula.ts';
import { gridOf } from './grid.ts';
import { planOf, type SheetPlan } from './plan.ts';
import { relatedParts } from './related.ts';
import { writtenSheet } from './sheet.ts';
import { attributeEdit, childOf, edited, textEdit, type Edit } from './xml.ts';
import { zipParts } from './zip.ts';

/** A workbook that a paper was filled into. */
export interface Filled {
  /** What the paper's sheet is called, where each sheet of the paper has a workbook of its own. */
  readonly sheet: string | undefined;
  readonly bytes: Uint8Array;
  /** What the template names and the paper has not. */
  readonly unknown: readonly string[];
}

/**
 * Fills a workbook with a paper, leaving its looks alone. A paper of sheets all alike (vouchers, a signing list a unit)
 * gives a workbook for each. Refuses template.file, template.names, template.cell.
 */
export async function* fillTemplate(
  file: string,
  parts: readonly Part[],
  paper: Paper,
): AsyncGenerator<Filled> {
  const book = readBook(file, parts);
  const alike = areAlike(paper.sheets);
  for (const sheets of alike ? paper.sheets.map((sheet) => [sheet]) : [paper.sheets]) {
    const { bytes, unknown } = await fillBook(book, paper, sheets);
    yield { sheet: alike ? nameOf(sheets[0], paper.language) : undefined, bytes, unknown };
  }
}

function nameOf(sheet: PaperSheet | undefined, language: Paper['language']): string {
  const name = sheet?.name ?? '';
  return typeof name === 'string' ? name : sentence(name, PAPER_TEXTS[language]);
}

/** Whether a paper is one form several times over. */
export function areAlike(sheets: readonly PaperSheet[]): boolean {
  const shapes = sheets.map(({ blocks }) => blocks.map(({ kind }) => kind).join(' '));
  return sheets.length > 1 && shapes.every((shape) => shape === shapes[0]);
}

async function fillBook(
  book: Book,
  paper: Paper,
  sheets: readonly PaperSheet[],
): Promise<{ bytes: Uint8Array; unknown: readonly string[] }> {
  const fields = await fieldsOf(paper, sheets, PAPER_TEXTS[paper.language]);
  const plan = planOf(book, fields);
  const lines = new Map<SheetPlan, Map<number, readonly ReadonlyMap<string, Filling>[]>>();
  const growths = new Map<string, { row: number; rows: number }[]>();
  for (const planned of plan.sheets) {
    const own = new Map<number, readonly ReadonlyMap<string, Filling>[]>();
    for (const { row, lines: table } of planned.rows) {
      const held: ReadonlyMap<string, Filling>[] = [];
      for await (const line of table.lines()) held.push(line);
      own.set(row, held);
    }
    lines.set(planned, own);
    growths.set(
      planned.sheet.name.toLowerCase(),
      [...own].map(([row, each]) => ({ row, rows: Math.max(1, each.length) })),
    );
  }
  const changed = relatedParts(book, growths);
  const stale = staleSheets(
    book,
    plan.sheets.map(({ sheet }) => sheet.name.toLowerCase()),
  );
  for (const sheet of book.sheets) {
    const planned = plan.sheets.find((each) => each.sheet === sheet);
    const written = writtenSheet(book, {
      sheet,
      grid: planned?.grid ?? gridOf(sheet.part),
      contents: planned?.contents ?? new Map(),
      lines: (planned && lines.get(planned)) ?? new Map(),
      growths,
      language: paper.language,
      stale: stale.has(sheet.name.toLowerCase()),
    });
    if (written !== sheet.part.source) changed.set(sheet.part.name, written);
  }
  const dropped = wholeBook(book, growths, changed);
  const parts = book.parts
    .filter(({ name }) => !dropped.has(name))
    .map((part) => {
      const text = changed.get(part.name);
      return text === undefined ? part : { name: part.name, bytes: Buffer.from(text, 'utf8') };
    });
  return { bytes: await zipParts(parts, paper.date), unknown: plan.unknown };
}

/** Sheets with values that may rest on what was filled in: those filled, and whatever mentions them, on and on. */
function staleSheets(book: Book, filled: readonly string[]): Set<string> {
  const stale = new Set(filled);
  const said = book.sheets.map((sheet) => {
    const all = gridOf(sheet.part).rows.flatMap(({ cells }) => cells.flatMap(({ formula }) => formula ?? []));
    return { name: sheet.name.toLowerCase(), mentioned: new Set(all.flatMap((each) => [...mentions(each)])) };
  });
  const names = book.names.map(({ name, node }) => ({
    name: name.toLowerCase(),
    mentioned: mentions(node.text),
  }));
  for (let before = -1; before !== stale.size;) {
    before = stale.size;
    for (const { name, mentioned } of [...names, ...said])
      if ([...mentioned].some((each) => stale.has(each))) stale.add(name);
  }
  return stale;
}

/** Names and the order of reckoning: names grow with their rows, and everything is reckoned anew at opening. */
function wholeBook(book: Book, growths: Growths, changed: Map<string, string>): Set<string> {
  const { source, root } = book.main;
  const edits: Edit[] = [];
  for (const { node } of book.names) {
    const moved = movedFormula(node.text, '', growths);
    if (moved !== node.text) edits.push(textEdit(source, node, moved));
  }
  const reckoning = childOf(root, 'calcPr');
  if (reckoning !== undefined) edits.push(...attributeEdit(source, reckoning, 'fullCalcOnLoad', '1'));
  else {
    const before = root.children.findLast(({ name }) => BEFORE_RECKONING.has(name));
    const at = before?.end ?? root.closing;
    const prefix = root.tag.slice(0, root.tag.indexOf(':') + 1);
    edits.push({ from: at, to: at, text: `<${prefix}calcPr fullCalcOnLoad="1"/>` });
  }
  changed.set(book.main.name, edited(source, edits));
  return withoutChain(book, changed);
}

/** What stands before `calcPr` in a workbook, by its schema. */
const BEFORE_RECKONING = new Set([
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
]);

/** The chain of formulas names cells that are elsewhere now; a spreadsheet makes it anew. */
function withoutChain(book: Book, changed: Map<string, string>): Set<string> {
  const chain = [...relationsOf(book.file, book.parts, book.main.name).values()].find(
    ({ kind }) => kind === 'calcChain',
  );
  if (chain === undefined) return new Set();
  const relations = xmlPart(book.file, book.parts, relationsName(book.main.name));
  const types = xmlPart(book.file, book.parts, '[Content_Types].xml');
  const gone = types?.root.children.find(
    ({ attributes }) => attributes['PartName']?.toLowerCase() === `/${chain.target}`.toLowerCase(),
  );
  const remove = ({ start, end }: { start: number; end: number }): Edit[] => [
    { from: start, to: end, text: '' },
  ];
  if (relations !== undefined) changed.set(relations.name, edited(relations.source, remove(chain.node)));
  if (types !== undefined && gone !== undefined) changed.set(types.name, edited(types.source, remove(gone)));
  return new Set(
    book.parts
      .filter(({ name }) => name.toLowerCase() === chain.target.toLowerCase())
      .map(({ name }) => name),
  );
}
