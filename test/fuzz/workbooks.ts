import fc from 'fast-check';
import { bookOf, zipOf, type ZipEntry } from '../support/zip.ts';
import { grid } from './grids.ts';
import { changed } from './mutate.ts';
import { Random } from './random.ts';
import { XML_TOKENS } from './words.ts';

/** Workbooks as their senders make them, and with one part of them changed: by cell, by XML, by the zip's directory. */

const STYLES =
  '<numFmts count="1"><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><name val="Arial"/></font><font><name val=".VnTime"/></font></fonts><cellXfs count="4"><xf numFmtId="0" fontId="0"/><xf numFmtId="14" fontId="0"/><xf numFmtId="170" fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs>';

const escaped = (text: string) =>
  text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\p{Cs}]/gu, '?')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** How a cell is written: as text of one kind or another, as a number where it is one, as a day's number. */
type Writing = 'inline' | 'shared' | 'str' | 'number' | 'day' | 'old';

function columnOf(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : `A${String.fromCharCode(65 + (at % 26))}`;
}

/** The entries of a workbook of some sheets. */
function entriesOf(
  sheets: readonly { readonly rows: readonly (readonly string[])[]; readonly state?: string }[],
  writing: readonly Writing[],
): ZipEntry[] {
  const shared: string[] = [];
  const cell = (text: string, reference: string, how: Writing): string => {
    const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
    if (text === '') return '';
    if (how === 'number' && /^\d{1,3}(\.\d{3})+$|^\d+$/.test(text))
      return `<c r="${reference}"><v>${text.replaceAll('.', '')}</v></c>`;
    if (how === 'day' && year !== undefined) {
      const serial = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25_569;
      return `<c r="${reference}" s="1"><v>${serial}</v></c>`;
    }
    if (how === 'shared') return `<c r="${reference}" t="s"><v>${shared.push(escaped(text)) - 1}</v></c>`;
    if (how === 'str') return `<c r="${reference}" t="str"><f>A1</f><v>${escaped(text)}</v></c>`;
    return `<c r="${reference}" t="inlineStr"${how === 'old' ? ' s="3"' : ''}><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
  };
  const parts = sheets.map(({ rows, state }) => ({
    ...(state === undefined ? {} : { state }),
    xml: `<sheetData>${rows
      .map((cells, row) => {
        const written = cells.map((text, at) =>
          cell(text, `${columnOf(at)}${row + 1}`, writing[(row * 7 + at) % writing.length] ?? 'inline'),
        );
        return `<row r="${row + 1}">${written.join('')}</row>`;
      })
      .join('')}</sheetData><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>`,
  }));
  return bookOf({
    sheets: parts,
    styles: STYLES,
    strings: shared.map((text) => `<si><t>${text}</t></si>`).join(''),
  });
}

const writing = fc.array(
  fc.constantFrom<Writing>('inline', 'inline', 'shared', 'str', 'number', 'number', 'day', 'old'),
  { minLength: 3, maxLength: 11 },
);

const entries: fc.Arbitrary<readonly ZipEntry[]> = fc
  .tuple(
    fc.array(grid, { minLength: 1, maxLength: 2 }),
    writing,
    fc.constantFrom(undefined, undefined, 'hidden'),
  )
  .map(([grids, how, state]) =>
    entriesOf(
      grids.map(({ rows }, at) => ({ rows, ...(at > 0 && state !== undefined ? { state } : {}) })),
      how,
    ),
  );

const XML = XML_TOKENS.map((token) => Buffer.from(token as string));

/** One part's XML changed, and packed again with the size and checksum it then has. */
const byXml: fc.Arbitrary<readonly ZipEntry[]> = fc
  .tuple(entries, fc.nat(), fc.nat())
  .map(([all, which, seed]) =>
    all.map((entry, at) => {
      if (at !== which % all.length) return entry;
      const bytes = Buffer.from(entry.data as string);
      return { ...entry, data: changed(new Random(seed), bytes, 5, XML, [bytes]) };
    }),
  );

/** Entries that lie about themselves, stand twice, or are called what no part is. */
const byEntry: fc.Arbitrary<readonly ZipEntry[]> = fc
  .tuple(
    entries,
    fc.nat(),
    fc.oneof(
      fc.record({ size: fc.constantFrom(0, 1, 0x7fff_ffff, 0xffff_fffe) }),
      fc.record({ crc: fc.nat() }),
      fc.record({ encrypted: fc.constant(true) }),
      fc.record({
        name: fc.constantFrom(
          '../../etc/passwd',
          '/tmp/x',
          'C:\\x',
          'xl\\workbook.xml',
          'a\0b',
          'xl/workbook.xml',
          'XL/WORKBOOK.XML',
          'mimetype',
          'word/document.xml',
          'xl/workbook.bin',
          'xl/',
          'n\nm',
          '\u202e.xml',
          'CON',
          'x'.repeat(3000),
        ),
      }),
    ),
    fc.boolean(),
  )
  .map(([all, which, lie, again]) =>
    all.flatMap((entry, at) => {
      if (at !== which % all.length) return [entry];
      return again ? [entry, { ...entry, ...lie }] : [{ ...entry, ...lie }];
    }),
  );

const pack = (kinds: fc.Arbitrary<readonly ZipEntry[]>): fc.Arbitrary<Buffer> =>
  fc
    .tuple(kinds, fc.integer({ min: 0, max: 3 }))
    .map(([all, how]) => zipOf(all.map((entry) => ({ ...entry, stored: how !== 0 }))));

export const workbooks = { cells: pack(entries), xml: pack(byXml), entries: pack(byEntry) };

/** A small workbook of a kind of list. */
export function workbookOf(rows: readonly (readonly string[])[]): Buffer {
  return zipOf(entriesOf([{ rows }], ['inline', 'number', 'shared', 'day']));
}
