import type { Source } from '../files/read.ts';
import { SharedStrings, sharedStringsHandler } from './shared-strings.ts';
import { SheetRows, type SheetContext, type SheetTally } from './sheet-xml.ts';
import type { GridRow, Sheet } from './cell.ts';
import { columnName } from './columns.ts';
import { findParts, PART_MAX, type SheetPart, type WorkbookParts } from './workbook-parts.ts';
import { Styles } from './workbook-styles.ts';
import { readXml, XmlPush } from './workbook-xml.ts';
import { unpack, Zip } from './workbook-zip.ts';

/** Bytes that a sheet, or the list of shared strings, may unpack to. */
const SHEET_MAX = 1024 * 1024 * 1024;

const BATCH_ROWS = 500;
const BATCH_CELLS = 64 * 1024;

/** What was met while reading a sheet that a treasurer should know. Filled while rows() runs through. */
export interface WorkbookNotes {
  /** Rows, and the letters of columns, that are hidden and hold a value. */
  readonly hiddenRows: number;
  readonly hiddenColumns: readonly string[];
  /** Cells converted from an old Vietnamese encoding because their font is one of it. */
  readonly oldFonts: number;
}

export interface WorkbookSheet extends Sheet {
  readonly name: string;
  /** Of the latest rows(). */
  readonly notes: WorkbookNotes;
}

/**
 * The visible sheets of an .xlsx workbook that hold any value, in the workbook's order; `file` is its name for errors.
 * Nothing but the shared strings is held; each rows() reads the file anew.
 * Refuses input.format {found: zip, xlsx, ods, docx, xlsb}, input.hostile {what: entity, path, cell, rows} and
 * input.size, some of them not before the rows are read.
 */
export async function openWorkbook(file: string, source: Source): Promise<readonly WorkbookSheet[]> {
  const parts = await partsOf(file, source);
  // First the sizes, which cost least to tell: every sheet is unpacked once, unparsed.
  for (const sheet of parts.sheets) await drain(unpack(sheet.part, SHEET_MAX));
  const context = await contextOf(file, parts);
  const sheets: WorkbookSheet[] = [];
  for (const part of parts.sheets) {
    const sheet = new SheetOfWorkbook(part, context);
    if (await sheet.hasValue()) sheets.push(sheet);
  }
  return sheets;
}

/** Runs through a part to its end: its size and checksum are judged on the way. */
async function drain(bytes: AsyncIterable<Buffer>): Promise<void> {
  for await (const _ of bytes);
}

async function partsOf(file: string, source: Source): Promise<WorkbookParts> {
  const zip = await Zip.open(file, source);
  try {
    return await findParts(file, zip);
  } finally {
    zip.close();
  }
}

async function contextOf(file: string, parts: WorkbookParts): Promise<SheetContext> {
  const styles = new Styles(file);
  if (parts.styles !== undefined) await readXml(file, unpack(parts.styles, PART_MAX), styles);
  let strings: SharedStrings | undefined;
  if (parts.strings !== undefined) {
    strings = new SharedStrings(file);
    await readXml(file, unpack(parts.strings, SHEET_MAX), sharedStringsHandler(file, strings));
  }
  return { file, styles, strings, from1904: parts.from1904 };
}

class SheetOfWorkbook implements WorkbookSheet {
  readonly name: string;
  readonly #sheet: SheetPart;
  readonly #context: SheetContext;
  #tally: SheetTally = emptyTally();

  constructor(sheet: SheetPart, context: SheetContext) {
    this.name = sheet.name;
    this.#sheet = sheet;
    this.#context = context;
  }

  get notes(): WorkbookNotes {
    const { hiddenRows, hiddenColumns, oldFonts } = this.#tally;
    const columns = [...hiddenColumns].toSorted((a, b) => a - b);
    return { hiddenRows, hiddenColumns: columns.map(columnName), oldFonts };
  }

  async *rows(): AsyncGenerator<readonly GridRow[]> {
    this.#tally = emptyTally();
    yield* this.#read(this.#tally);
  }

  async hasValue(): Promise<boolean> {
    for await (const rows of this.#read(emptyTally())) if (rows.length > 0) return true;
    return false;
  }

  async *#read(tally: SheetTally): AsyncGenerator<readonly GridRow[]> {
    const rows = new SheetRows(this.#context, tally);
    const xml = new XmlPush(this.#context.file, rows);
    for await (const chunk of unpack(this.#sheet.part, SHEET_MAX)) {
      // Behind the rows stand validations, formats and drawings: unpacked for the checksum, not parsed.
      if (rows.done) continue;
      xml.write(chunk);
      while (rows.gathered >= BATCH_ROWS) yield rows.take(BATCH_ROWS, BATCH_CELLS);
    }
    if (!rows.done) xml.end();
    while (rows.gathered > 0) yield rows.take(BATCH_ROWS, BATCH_CELLS);
  }
}

function emptyTally(): SheetTally {
  return { hiddenRows: 0, hiddenColumns: new Set(), oldFonts: 0 };
}
