import type { Cell } from './link.ts';

const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** Rows in COPY's text form: a line a row, tabs between values, `\N` for nothing. */
export function copyText(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cellText).join('\t')}\n`).join('');
}

function cellText(cell: Cell): string {
  if (cell === null) return '\\N';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'string') return cell.replaceAll(/[\\\t\n\r]/g, (letter) => ESCAPED[letter] ?? letter);
  return `\\\\x${Buffer.from(cell).toString('hex')}`;
}
