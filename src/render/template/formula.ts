import { columnLetters, columnNumber, movedReference, type Copy, type Growth } from './reference.ts';

/** Rows put in, by the sheet's name in small letters. */
export type Growths = ReadonlyMap<string, readonly Growth[]>;

/** A formula that names several sheets at once (`Jan:Dec!A1`), one of which has rows put in. */
export class SheetsAtOnce extends Error {}

const SHEET = String.raw`(?:'(?:[^']|'')*'|(?:\[\d+\])?[\p{L}_\\][\p{L}\p{N}_.\\]*(?::[\p{L}_\\][\p{L}\p{N}_.\\]*)?)!`;
const CELLS = String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?`;
const ROWS = String.raw`\$?\d{1,7}:\$?\d{1,7}`;
/** Strings, references with or without their sheet, structured references, and names: whatever begins one is no reference. */
const TOKENS = new RegExp(
  String.raw`"(?:[^"]|"")*"|(?<sheet>${SHEET})?(?<cells>${CELLS}|${ROWS})(?![\p{L}\p{N}_.(!])|${SHEET}|\[[^\]]*\]|[\p{L}_\\][\p{L}\p{N}_.\\]*|\d+(?:\.\d+)?`,
  'gu',
);

/** The name of a sheet as it stands before `!`. */
export function sheetOf(prefix: string): string {
  const name = prefix.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

/** A formula with the rows put in on its own sheet and on those it names. Throws SheetsAtOnce. */
export function movedFormula(formula: string, own: string, growths: Growths, copy?: Copy): string {
  return formula.replace(TOKENS, (token, ...rest) => {
    const { sheet, cells } = rest.at(-1) as { sheet?: string; cells?: string };
    if (cells === undefined) return token;
    const name = sheet === undefined ? own : sheetOf(sheet).toLowerCase();
    if (sheet?.includes(':') === true && severalTouch(name, growths)) throw new SheetsAtOnce();
    const grown = growths.get(name);
    const here = name === own ? copy : undefined;
    if (grown === undefined) return token;
    const [offset, whole] = rest.slice(-3) as [number, string];
    // A spreadsheet writes the sum of one row as SUM(D10), and means all that stands there.
    const alone =
      here === undefined && !cells.includes(':') && isSummed(whole, offset, offset + token.length);
    return `${sheet ?? ''}${movedReference(alone ? `${cells}:${cells}` : cells, grown, here, alone)}`;
  });
}

/** Whether a reference is by itself one of the things that a function adds up or counts. */
function isSummed(formula: string, from: number, to: number): boolean {
  return (
    /\b(?:SUM|SUBTOTAL|COUNTA?|AVERAGE|MAX|MIN)\((?:[^()]*[,;])?\s*$/i.test(formula.slice(0, from)) &&
    /^\s*[),;]/.test(formula.slice(to))
  );
}

/** Which sheets lie between two is the workbook's order; that any has rows put in is enough to be careful. */
function severalTouch(name: string, growths: Growths): boolean {
  return !growths.has(name) && [...growths.values()].some((grown) => grown.some(({ rows }) => rows > 1));
}

/** A formula as it reads so many rows and columns further on: what a shared formula says in another of its cells. */
export function transposed(formula: string, rows: number, columns: number): string {
  const corner = (text: string): string =>
    text.replace(
      /^(\$?)([A-Za-z]{0,3})(\$?)(\d{0,7})$/,
      (_, dollar: string, letters: string, fixed: string, digits: string) => {
        const column =
          dollar === '$' || letters === '' ? letters : columnLetters(columnNumber(letters) + columns);
        const row = fixed === '$' || digits === '' ? digits : String(Number(digits) + rows);
        return `${dollar}${column}${fixed}${row}`;
      },
    );
  return formula.replace(TOKENS, (token, ...rest) => {
    const { sheet = '', cells } = rest.at(-1) as { sheet?: string; cells?: string };
    return cells === undefined ? token : `${sheet}${cells.split(':').map(corner).join(':')}`;
  });
}

/** Names and sheets that a formula mentions, in small letters. */
export function mentions(formula: string): Set<string> {
  const found = new Set<string>();
  for (const match of formula.matchAll(TOKENS)) {
    const [token] = match;
    const sheet = match.groups?.['sheet'] ?? (token.endsWith('!') ? token : undefined);
    if (sheet !== undefined) found.add(sheetOf(sheet).toLowerCase());
    else if (match.groups?.['cells'] === undefined && /^[\p{L}_\\]/u.test(token))
      found.add(token.toLowerCase());
  }
  return found;
}
