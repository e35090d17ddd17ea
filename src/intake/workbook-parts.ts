import { refuse } from '../domain/failure.ts';
import type { XmlHandler } from './workbook-xml.ts';
import { readXml } from './workbook-xml.ts';
import { unpack, type Zip, type ZipPart } from './workbook-zip.ts';

/** Bytes that a part may have which is no sheet and no list of strings. */
export const PART_MAX = 64 * 1024 * 1024;

const SHEETS_MAX = 1000;

/** A sheet that the workbook shows, and where its rows are. */
export interface SheetPart {
  readonly name: string;
  readonly part: ZipPart;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  readonly styles: ZipPart | undefined;
  readonly strings: ZipPart | undefined;
  readonly from1904: boolean;
}

interface Relation {
  /** The last word of its type: `worksheet`, `styles`, …; the same in transitional and strict workbooks. */
  readonly kind: string;
  /** The part's name; undefined where it is outside the workbook. */
  readonly target: string | undefined;
}

/** Finds what a workbook consists of. Refuses a zip that is no workbook: input.format ods, docx, xlsb or zip. */
export async function findParts(file: string, zip: Zip): Promise<WorkbookParts> {
  await refuseForeign(file, zip);
  const main = [...(await relationsOf(file, zip, '')).values()].find(({ kind }) => kind === 'officeDocument');
  const book = main?.target ?? 'xl/workbook.xml';
  if (book.toLowerCase().endsWith('.bin')) refuse('input.format', { file, found: 'xlsb' });
  const bookPart = await zip.part(book);
  if (bookPart === undefined) return refuse('input.format', { file, found: 'zip' });
  const { listed, from1904 } = await readBook(file, bookPart);
  const relations = await relationsOf(file, zip, book);
  const sheets: SheetPart[] = [];
  const taken = new Set<string>();
  for (const { name, relation, visible } of listed) {
    const found = relations.get(relation);
    if (found === undefined) return refuse('input.format', { file, found: 'xlsx' });
    if (found.kind !== 'worksheet' || !visible) continue;
    const part = found.target === undefined ? undefined : await zip.part(found.target);
    // Two names of one sheet would count its rows twice.
    if (part === undefined || taken.has(found.target ?? '')) {
      return refuse('input.format', { file, found: 'xlsx' });
    }
    taken.add(found.target ?? '');
    sheets.push({ name, part });
  }
  const first = async (kind: string) => {
    const target = [...relations.values()].find((relation) => relation.kind === kind)?.target;
    return target === undefined ? undefined : zip.part(target);
  };
  return {
    sheets,
    styles: await first('styles'),
    strings: await first('sharedStrings'),
    from1904,
  };
}

const ODS = 'application/vnd.oasis.opendocument.spreadsheet';

async function refuseForeign(file: string, zip: Zip): Promise<void> {
  const mimetype = await zip.part('mimetype');
  if (mimetype !== undefined && mimetype.size < 256) {
    let text = '';
    for await (const chunk of unpack(mimetype, 256)) text += chunk.toString('latin1');
    if (text.trim().startsWith(ODS)) refuse('input.format', { file, found: 'ods' });
  }
  if (zip.has('word/document.xml')) refuse('input.format', { file, found: 'docx' });
  if (zip.has('xl/workbook.bin')) refuse('input.format', { file, found: 'xlsb' });
  if (!zip.has('[Content_Types].xml')) refuse('input.format', { file, found: 'zip' });
}

interface ListedSheet {
  readonly name: string;
  readonly relation: string;
  readonly visible: boolean;
}

async function readBook(
  file: string,
  part: ZipPart,
): Promise<{ listed: readonly ListedSheet[]; from1904: boolean }> {
  const listed: ListedSheet[] = [];
  let from1904 = false;
  let inSheets = false;
  await readXml(file, unpack(part, PART_MAX), {
    open: (name, attributes, depth) => {
      if (depth === 2) {
        inSheets = name === 'sheets';
        if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      } else if (depth === 3 && inSheets && name === 'sheet') {
        if (listed.length >= SHEETS_MAX) refuse('input.format', { file, found: 'xlsx' });
        // The prefix of `r:id` is the writer's choice; `sheetId` has none.
        const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
        listed.push({
          name: attributes['name'] ?? '',
          relation: id ?? '',
          visible: (attributes['state'] ?? 'visible') === 'visible',
        });
      }
    },
    text: () => undefined,
    close: () => undefined,
  } satisfies XmlHandler);
  return { listed, from1904 };
}

/** The relations of a part, by id; of the workbook itself where `of` is empty. None where there is no such part. */
async function relationsOf(file: string, zip: Zip, of: string): Promise<ReadonlyMap<string, Relation>> {
  const slash = of.lastIndexOf('/') + 1;
  const folder = of.slice(0, slash);
  const part = await zip.part(`${folder}_rels/${of.slice(slash)}.rels`);
  const relations = new Map<string, Relation>();
  if (part === undefined) return relations;
  await readXml(file, unpack(part, PART_MAX), {
    open: (name, attributes, depth) => {
      if (depth !== 2 || name !== 'Relationship') return;
      if (relations.size >= 10_000) refuse('input.format', { file, found: 'xlsx' });
      const type = attributes['Type'] ?? '';
      const outside = attributes['TargetMode'] === 'External';
      relations.set(attributes['Id'] ?? '', {
        kind: type.slice(type.lastIndexOf('/') + 1),
        target: outside ? undefined : resolved(file, folder, attributes['Target'] ?? ''),
      });
    },
    text: () => undefined,
    close: () => undefined,
  });
  return relations;
}

/** A target as a part's name: from the zip's root, or from the folder of the part that names it. */
function resolved(file: string, folder: string, target: string): string {
  const parts: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).replaceAll('\\', '/').split('/')) {
    if (step === '..') {
      if (parts.pop() === undefined) refuse('input.hostile', { file, what: 'path' });
    } else if (step !== '' && step !== '.') parts.push(step);
  }
  return parts.join('/');
}
