import { refuse } from '../../domain/failure.ts';
import { readArea, type Area } from './reference.ts';
import { sheetOf } from './formula.ts';
import { childOf, readNodes, UnreadableXml, within, type Node } from './xml.ts';

/** One file of a workbook, by its name in the zip. */
export interface Part {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A part that was read: its letters, and its elements by where they stand in them. */
export interface XmlPart {
  readonly name: string;
  readonly source: string;
  readonly root: Node;
}

export interface BookSheet {
  readonly name: string;
  readonly part: XmlPart;
}

/** A name of the workbook: where it leads, if to cells of one sheet. */
export interface BookName {
  readonly name: string;
  readonly node: Node;
  readonly sheet: string | undefined;
  readonly area: Area | undefined;
}

/** A workbook to be filled. */
export interface Book {
  /** For messages. */
  readonly file: string;
  readonly parts: readonly Part[];
  readonly main: XmlPart;
  readonly sheets: readonly BookSheet[];
  readonly names: readonly BookName[];
  /** The shared texts, and the part they stand in. */
  readonly strings: { readonly part: XmlPart; readonly items: readonly Node[] } | undefined;
  /** Numbers of the formats that show a number as a day, by a cell's style. */
  readonly dated: (style: string | undefined) => boolean;
  readonly from1904: boolean;
}

/** Reads a workbook's parts. Refuses one that is damaged or may not be changed (template.file). */
export function readBook(file: string, parts: readonly Part[]): Book {
  const main = xmlPart(file, parts, mainName(file, parts));
  if (main === undefined) return refuse('template.file', { file, found: 'xlsx' });
  if (
    /macroEnabled/i.test(
      textOf(
        file,
        parts.find(({ name }) => name === '[Content_Types].xml'),
      ),
    )
  )
    refuse('template.file', { file, found: 'xlsm' });
  if (isLocked(childOf(main.root, 'workbookProtection'), 'lockStructure', 'lockWindows'))
    refuse('template.file', { file, found: 'protected' });
  const relations = relationsOf(file, parts, main.name);
  const sheets: BookSheet[] = [];
  const order: string[] = [];
  for (const node of childOf(main.root, 'sheets')?.children ?? []) {
    const id = Object.entries(node.attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
    const relation = relations.get(id);
    order.push(node.attributes['name'] ?? '');
    if (relation?.kind !== 'worksheet') continue;
    const part = xmlPart(file, parts, relation.target);
    if (part !== undefined) sheets.push({ name: node.attributes['name'] ?? '', part });
  }
  const named = (kind: string): XmlPart | undefined => {
    const target = [...relations.values()].find((relation) => relation.kind === kind)?.target;
    return target === undefined ? undefined : xmlPart(file, parts, target);
  };
  const strings = named('sharedStrings');
  const flag = childOf(main.root, 'workbookPr')?.attributes['date1904'];
  return {
    file,
    parts,
    main,
    sheets,
    names: (childOf(main.root, 'definedNames')?.children ?? []).map((node) => nameAt(node)),
    strings: strings && { part: strings, items: strings.root.children.filter(({ name }) => name === 'si') },
    dated: datedStyles(named('styles')?.root),
    from1904: flag === '1' || flag === 'true',
  };
}

/** Some programs write the element and lock nothing by it. */
export function isLocked(node: Node | undefined, ...locks: readonly string[]): boolean {
  return locks.some((lock) => ['1', 'true'].includes(node?.attributes[lock] ?? ''));
}

function nameAt(node: Node): BookName {
  const name = node.attributes['name'] ?? '';
  const text = node.text.trim();
  const split = text.lastIndexOf('!') + 1;
  const area = split > 0 && !text.includes(',') ? readArea(text.slice(split)) : undefined;
  const hidden = ['1', 'true'].includes(node.attributes['hidden'] ?? '') || name.startsWith('_xlnm.');
  const sheet = split > 0 ? sheetOf(text.slice(0, split)) : undefined;
  return { name, node, sheet, area: hidden ? undefined : area };
}

/** The part with the list of sheets. */
function mainName(file: string, parts: readonly Part[]): string {
  const found = [...relationsOf(file, parts, '').values()].find(({ kind }) => kind === 'officeDocument');
  return found?.target ?? 'xl/workbook.xml';
}

export interface Relation {
  readonly kind: string;
  readonly target: string;
  readonly node: Node;
}

export function relationsName(of: string): string {
  const slash = of.lastIndexOf('/') + 1;
  return `${of.slice(0, slash)}_rels/${of.slice(slash)}.rels`;
}

/** What a part leads to, by id; the workbook itself where `of` is empty. */
export function relationsOf(file: string, parts: readonly Part[], of: string): ReadonlyMap<string, Relation> {
  const part = xmlPart(file, parts, relationsName(of));
  const folder = of.slice(0, of.lastIndexOf('/') + 1);
  const relations = new Map<string, Relation>();
  for (const node of part?.root.children ?? []) {
    const { Id = '', Type = '', Target = '', TargetMode } = node.attributes;
    if (TargetMode === 'External') continue;
    relations.set(Id, { kind: Type.slice(Type.lastIndexOf('/') + 1), target: joined(folder, Target), node });
  }
  return relations;
}

function joined(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** Reads a part as XML; undefined where the workbook has none of that name. */
export function xmlPart(file: string, parts: readonly Part[], name: string): XmlPart | undefined {
  const part = parts.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (part === undefined) return undefined;
  const source = textOf(file, part);
  try {
    return { name: part.name, source, root: readNodes(source) };
  } catch (error) {
    if (error instanceof UnreadableXml) refuse('template.file', { file, found: 'xlsx' });
    throw error;
  }
}

/** Excel and LibreOffice write UTF-8. */
function textOf(file: string, part: Part | undefined): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(part?.bytes ?? new Uint8Array());
  } catch {
    return refuse('template.file', { file, found: 'xlsx' });
  }
}

/** Formats that every spreadsheet has for days and times. */
const BUILT_IN = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 36, 45, 46, 47, 50, 57]);

function datedStyles(styles: Node | undefined): (style: string | undefined) => boolean {
  const own = new Map<string, boolean>();
  for (const node of styles === undefined ? [] : within(styles))
    if (node.name === 'numFmt')
      own.set(node.attributes['numFmtId'] ?? '', isDayFormat(node.attributes['formatCode'] ?? ''));
  const formats = (styles === undefined ? undefined : childOf(styles, 'cellXfs'))?.children.map(
    ({ attributes }) => attributes['numFmtId'] ?? '0',
  );
  return (style) => {
    const format = formats?.[Number(style ?? '0')] ?? '0';
    return own.get(format) ?? BUILT_IN.has(Number(format));
  };
}

function isDayFormat(code: string): boolean {
  return /[dy]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./gu, ''));
}
