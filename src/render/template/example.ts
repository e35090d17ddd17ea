import type { Paper } from '../../report/papers/paper.ts';
import type { ColumnType } from '../../report/table.ts';
import { spread } from '../papers/layout.ts';
import { headingOf, PAPER_TEXTS, type PaperTexts } from '../papers/texts.ts';
import { fieldsOf, type Lines, type Place } from './fields.ts';
import { areAlike } from './fill.ts';
import { columnLetters } from './reference.ts';
import { escapeXml } from './xml.ts';
import { zipParts } from './zip.ts';

/** A workbook to begin a template from: the paper's own facts where the paper has them, each by its name. */
export async function exampleTemplate(paper: Paper): Promise<Uint8Array> {
  const texts = PAPER_TEXTS[paper.language];
  const sheets = areAlike(paper.sheets) ? paper.sheets.slice(0, 1) : paper.sheets;
  const { places, tables } = await fieldsOf(paper, sheets, texts);
  const drawn = sheets.map(({ wide }, at) => drawSheet(places[at] ?? [], tables, texts, wide));
  const names = drawn.flatMap(({ names, heading }, at) => [
    ...(heading === undefined
      ? []
      : [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${tab(at)}'!$${heading}:$${heading}</definedName>`,
        ]),
    ...names.map(
      ({ name, cells }) => `<definedName name="phucloi_${name}">'${tab(at)}'!${cells}</definedName>`,
    ),
  ]);
  const part = (name: string, xml: string) => ({
    name,
    bytes: Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`, 'utf8'),
  });
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/relationships/${kind}" Target="${target}"/>`;
  const of = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return zipParts(
    [
      part(
        '[Content_Types].xml',
        `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${of}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${of}.styles+xml"/>${drawn.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${of}.worksheet+xml"/>`).join('')}</Types>`,
      ),
      part(
        '_rels/.rels',
        `<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
      ),
      part(
        'xl/workbook.xml',
        `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets>${drawn.map((_, at) => `<sheet name="${tab(at)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets>${names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`}</workbook>`,
      ),
      part(
        'xl/_rels/workbook.xml.rels',
        `<Relationships xmlns="${PACKAGE}/relationships">${drawn.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('')}${relation('rIdS', 'styles', 'styles.xml')}</Relationships>`,
      ),
      part('xl/styles.xml', STYLES),
      ...drawn.map(({ xml }, at) => part(`xl/worksheets/sheet${at + 1}.xml`, xml)),
    ],
    paper.date,
  );
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

function tab(at: number): string {
  return at === 0 ? 'Mau' : `Mau ${at + 1}`;
}

/** Cell styles by what they are for; the numbers are their places in STYLES. */
const LOOKS = {
  plain: 0,
  bold: 1,
  title: 2,
  centred: 3,
  heading: 4,
  text: 5,
  dong: 6,
  day: 7,
  total: 8,
  totalText: 9,
  amount: 10,
  date: 11,
  office: 12,
  italic: 13,
} as const;

const FONTS = ['', '<b/>', '<b/>', '<i/>'].map(
  (mark, at) =>
    `<font>${mark}<sz val="${at === 2 ? 15 : 12}"/><name val="Times New Roman"/><family val="1"/></font>`,
);

const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="4">${FONTS.join('')}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEDEDED"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"><color auto="1"/></${side}>`).join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="14">${[
  look(0, 0, 0, 'left'),
  look(0, 1, 0, 'left'),
  look(0, 2, 0, 'center'),
  look(0, 0, 0, 'center'),
  look(0, 1, 1, 'center', 2),
  look(0, 0, 1, 'left'),
  look(3, 0, 1, 'right'),
  look(164, 0, 1, 'center'),
  look(3, 1, 1, 'right'),
  look(0, 1, 1, 'left'),
  look(3, 1, 0, 'left'),
  look(164, 0, 0, 'left'),
  look(0, 1, 0, 'center'),
  look(0, 3, 0, 'left'),
].join('')}</cellXfs></styleSheet>`;

function look(format: number, font: number, border: number, align: string, fill = 0): string {
  return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${align}" vertical="center" wrapText="1"/></xf>`;
}

const WIDTHS: { readonly [T in ColumnType]: number } = {
  count: 8,
  code: 19,
  day: 13,
  dong: 17,
  person: 28,
  text: 22,
};
/** Columns of a paper without a table. */
const GRID = [14, 14, 14, 14, 14, 14];

interface Drawn {
  readonly xml: string;
  readonly names: readonly { readonly name: string; readonly cells: string }[];
  /** The row that is repeated at the head of each page. */
  readonly heading: number | undefined;
}

/** One sheet: its facts in the order of the paper, each in braces. */
function drawSheet(
  places: readonly Place[],
  tables: readonly Lines[],
  texts: PaperTexts,
  wide: boolean,
): Drawn {
  const table = places.find((place) => place.table !== undefined)?.table;
  const widths = table === undefined ? GRID : table.columns.map(({ type }) => WIDTHS[type]);
  const all = widths.length;
  const half = Math.max(1, Math.floor(all / 2));
  const rows: string[] = [];
  const merges: string[] = [];
  const names: { name: string; cells: string }[] = [];
  const put = (row: number, from: number, to: number, text: string, style: keyof typeof LOOKS): string => {
    if (to > from) merges.push(`${columnLetters(from)}${row}:${columnLetters(to)}${row}`);
    return cell(row, from, text, style);
  };
  const line = (height: number, ...cells: readonly ((row: number) => string)[]): void => {
    const row = rows.length + 1;
    rows.push(
      `<row r="${row}" ht="${height}" customHeight="1">${cells.map((each) => each(row)).join('')}</row>`,
    );
  };
  const over = (name: string): string => `{{${name}}}`;
  const right = places.filter(({ kind }) => kind === 'right' || kind === 'side');
  const sides = right.slice(2);
  const third = Math.floor(all / 3);
  const sided = sides.length > 0 && third > 0;
  let titled = false;
  let heading: number | undefined;
  let signers: Place[] = [];
  const sign = (): void => {
    // No more side by side than there are columns.
    const beside = signers.slice(0, all);
    signers = signers.slice(all);
    if (beside.length === 0) return;
    const spans = spread(
      widths,
      beside.map(() => ({ share: 1, needs: 0 })),
    );
    const across = (text: (place: Place) => string) =>
      beside.map((place, at) => (row: number) => put(row, ...(spans[at] ?? [1, 1]), text(place), 'office'));
    line(64, ...across(({ label = '' }) => label));
    line(60);
    line(20, ...across(({ name }) => over(name)));
    sign();
  };
  for (const place of places) {
    const { kind, name, type, label = '' } = place;
    if (kind !== 'signer') sign();
    // Side lines for which there are too few lines of title.
    if (kind !== 'title' && kind !== 'side' && kind !== 'above' && kind !== 'name' && kind !== 'right')
      for (const left of titled ? sides.splice(0) : [])
        line(20, (row) => put(row, Math.max(1, all - third + 1), all, over(left.name), 'plain'));
    if (kind === 'title') titled = true;
    if (kind === 'above' || kind === 'name') {
      const beside = right[kind === 'above' ? 0 : 1];
      line(
        32,
        (row) => put(row, 1, half, over(name), kind === 'name' ? 'bold' : 'plain'),
        ...(beside === undefined || half === all
          ? []
          : [(row: number) => put(row, half + 1, all, over(beside.name), 'centred')]),
      );
    } else if (kind === 'title') {
      // What stands beside the title, a line each, takes the right of the page.
      const beside = sides.shift();
      const last = sided ? Math.max(1, all - third) : all;
      line(
        26,
        (row) =>
          put(row, sided ? third + 1 : 1, last, over(name), name.endsWith('title') ? 'title' : 'centred'),
        ...(beside === undefined
          ? []
          : [(row: number) => put(row, last + 1, all, over(beside.name), 'plain')]),
      );
    } else if (kind === 'note') line(20, (row) => put(row, 1, all, over(name), 'italic'));
    else if (kind === 'date')
      line(20, (row) => put(row, Math.min(all, half + 1), all, over(name), 'centred'));
    else if (kind === 'form' && label !== '')
      line(
        24,
        (row) => put(row, 1, half, label, 'plain'),
        (row) =>
          put(
            row,
            Math.min(all, half + 1),
            all,
            over(name),
            type === 'dong' ? 'amount' : type === 'day' ? 'date' : 'plain',
          ),
      );
    else if (kind === 'signer') signers.push(place);
    else if (place.table !== undefined) {
      const own = tables.find((each) => each.name === name);
      heading = rows.length + 1;
      const cells = drawTable(place.table, own?.columns ?? [], { heading, merges, texts, line });
      names.push({ name, cells });
    }
  }
  sign();
  const cols = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const xml = `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><cols>${cols.join('')}</cols><sheetData>${rows.join('')}</sheetData>${merged === '' ? '' : `<mergeCells count="${merges.length}">${merged}</mergeCells>`}<printOptions horizontalCentered="1"/><pageMargins left="0.6" right="0.4" top="0.5" bottom="0.6" header="0.2" footer="0.3"/><pageSetup paperSize="9" orientation="${wide ? 'landscape' : 'portrait'}" fitToHeight="0"/></worksheet>`;
  return { xml, names, heading };
}

/** A heading, the row that is repeated, and its sums; gives the cells of the repeated row. */
function drawTable(
  table: NonNullable<Place['table']>,
  columns: readonly { readonly name: string }[],
  on: {
    readonly heading: number;
    readonly merges: string[];
    readonly texts: PaperTexts;
    readonly line: (height: number, ...cells: readonly ((row: number) => string)[]) => void;
  },
): string {
  const { heading, merges, texts, line } = on;
  const row = heading + 1;
  const styled = (type: ColumnType): keyof typeof LOOKS =>
    type === 'dong' ? 'dong' : type === 'day' ? 'day' : 'text';
  line(
    34,
    ...table.columns.map(
      (column, at) => (to: number) => cell(to, at + 1, headingOf(column, texts), 'heading'),
    ),
  );
  line(
    table.tall ? 30 : 21,
    ...table.columns.map(
      ({ type }, at) =>
        (to: number) =>
          cell(to, at + 1, `{{${columns[at]?.name ?? ''}}}`, styled(type)),
    ),
  );
  const summed = ({ key, type }: (typeof table.columns)[number]): boolean =>
    table.sums.includes(key) && (type === 'dong' || type === 'count');
  const first = table.columns.findIndex(summed);
  if (first > 0) {
    merges.push(`A${row + 1}:${columnLetters(first)}${row + 1}`);
    line(
      24,
      ...table.columns.map((column, at) => (to: number) => {
        const letters = columnLetters(at + 1);
        if (!summed(column))
          return cell(to, at + 1, at === 0 ? texts.lines.sheetsTotal({}) : '', 'totalText');
        return `<c r="${letters}${to}" s="${LOOKS.total}"><f>SUM(${letters}${row}:${letters}${row})</f></c>`;
      }),
    );
  }
  return `$A$${row}:$${columnLetters(table.columns.length)}$${row}`;
}

function cell(row: number, column: number, text: string, style: keyof typeof LOOKS): string {
  const open = `<c r="${columnLetters(column)}${row}" s="${LOOKS[style]}"`;
  return text === ''
    ? `${open}/>`
    : `${open} t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}
