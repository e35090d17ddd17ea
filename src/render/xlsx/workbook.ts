import type { Day } from '../../domain/day.ts';
import type { StyleName } from '../papers/workbook.ts';
import { Archive, NO_DAY } from './archive.ts';
import { Styles } from './styles.ts';
import { Worksheet, type SheetShape } from './worksheet.ts';
import { escapeXml } from './xml.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const CORE = 'application/vnd.openxmlformats-package.core-properties+xml';

/** A workbook of sheets that are written one after another, each row once. */
export class Workbook {
  readonly styles: Styles;
  readonly #archive: Archive;
  readonly #sheets: Worksheet[] = [];
  readonly #taken = new Set<string>();

  constructor(archive: Archive, names?: { readonly [K in StyleName]: string }) {
    this.#archive = archive;
    this.styles = new Styles(names);
  }

  /** A further sheet; the one before it has ended. */
  sheet(wished: string, shape: SheetShape): Worksheet {
    const name = sheetName(wished, this.#taken);
    const entry = this.#archive.open(`xl/worksheets/sheet${this.#sheets.length + 1}.xml`);
    const sheet = new Worksheet(name, entry, shape);
    this.#sheets.push(sheet);
    return sheet;
  }

  begin(day: Day | undefined): void {
    this.#archive.put('_rels/.rels', relations(['officeDocument', 'xl/workbook.xml'], day !== undefined));
    if (day !== undefined) this.#archive.put('docProps/core.xml', core(day));
  }

  end(day: Day | undefined): void {
    const sheets = this.#sheets.map(
      ({ name }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
    );
    const names = this.#sheets.flatMap((sheet, at) =>
      sheet
        .names()
        .map(
          ({ name, ref, hidden }) =>
            `<definedName name="${name}" localSheetId="${at}"${hidden === true ? ' hidden="1"' : ''}>${escapeXml(ref)}</definedName>`,
        ),
    );
    this.#archive.put(
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews>` +
        `<sheets>${sheets.join('')}</sheets>${names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`}<calcPr calcId="191029"/></workbook>`,
    );
    this.#archive.put('xl/styles.xml', this.styles.xml());
    this.#archive.put(
      'xl/_rels/workbook.xml.rels',
      `${XML}<Relationships xmlns="${RELATIONS}">${this.#sheets
        .map(
          (_, at) =>
            `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
        )
        .join(
          '',
        )}<Relationship Id="rId${this.#sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    );
    this.#archive.put(
      '[Content_Types].xml',
      `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
        part('/xl/workbook.xml', `${TYPE}.sheet.main+xml`) +
        this.#sheets
          .map((_, at) => part(`/xl/worksheets/sheet${at + 1}.xml`, `${TYPE}.worksheet+xml`))
          .join('') +
        part('/xl/styles.xml', `${TYPE}.styles+xml`) +
        (day === undefined ? '' : part('/docProps/core.xml', CORE)) +
        '</Types>',
    );
  }
}

/**
 * A workbook's bytes while `fill` writes its sheets. The day is what its file carries; nothing comes from the clock.
 */
export function workbookBytes(
  fill: (book: Workbook) => Promise<void>,
  day?: Day,
  names?: { readonly [K in StyleName]: string },
): AsyncGenerator<Uint8Array> {
  const archive = new Archive(day ?? NO_DAY);
  const book = new Workbook(archive, names);
  return archive.bytes(async () => {
    book.begin(day);
    await fill(book);
    book.end(day);
  });
}

/** A name that Excel takes: 31 letters at most, none of []:*?/\, no two alike whatever their case. */
export function sheetName(wished: string, taken: Set<string>): string {
  const legal = wished.replace(/[[\]:*?/\\\p{Cc}\p{Cs}\ufffe\uffff]+/gu, ' ').replace(/\s+/gu, ' ');
  for (let number = 1; ; number++) {
    const tail = number === 1 ? '' : ` (${number})`;
    const cut = legal.slice(0, 31 - tail.length).replace(/\p{Cs}$/u, '');
    const name = `${cut.replace(/^['\s]+|['\s]+$/gu, '') || '1'}${tail}`;
    if (name.toLowerCase() === 'history' || taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

function part(name: string, type: string): string {
  return `<Override PartName="${name}" ContentType="${type}"/>`;
}

function relations([type, target]: readonly [string, string], dated: boolean): string {
  const properties = dated
    ? '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    : '';
  return `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/>${properties}</Relationships>`;
}

function core(day: Day): string {
  const at = `${day}T00:00:00Z`;
  return (
    `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
    '<dc:creator>phucloi</dc:creator><cp:lastModifiedBy>phucloi</cp:lastModifiedBy>' +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`
  );
}
