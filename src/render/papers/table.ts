import type { Day } from '../../domain/day.ts';
import { say } from '../../report/papers/line.ts';
import type { Letterhead, ListKey, Paper, PaperColumn, PaperRow } from '../../report/papers/paper.ts';
import type { Row, RowLabel, Table } from '../../report/table.ts';
import type { Messages } from '../messages.ts';

/** More columns than these need the page's long side. */
const UPRIGHT = 6;

/** A table of the screen as a paper to print or to work on, in the language of the catalogue. */
export function paperOfTable(table: Table, m: Messages, letterhead: Letterhead, date: Day): Paper {
  const title = m.title(table.name, table.facts);
  const columns = table.columns.map(({ key, type }): PaperColumn => ({
    key: listKey(key),
    type,
    title: m.columns[key] ?? key,
  }));
  return {
    name: table.name,
    language: m.language,
    date,
    sheets: [
      {
        name: title,
        wide: columns.length > UPRIGHT,
        onePage: false,
        blocks: [
          { kind: 'head', above: letterhead.above, name: letterhead.name, right: [] },
          { kind: 'title', lines: [say('text', { text: title })] },
          {
            kind: 'table',
            columns,
            sums: sumsOf(table),
            tall: false,
            filter: true,
            rows: table.rows.map((row) => rowOf(row, m)),
          },
        ],
      },
    ],
  };
}

/** The columns that the total adds up. */
function sumsOf(table: Table): ListKey[] {
  const total = table.rows.find(({ label }) => label === 'total' || label === 'turnover');
  return table.columns
    .filter(({ key, type }) => (type === 'dong' || type === 'count') && total?.cells[key] !== undefined)
    .map(({ key }) => listKey(key));
}

/** Rows whose figures add up the lines above them. */
const SUMS: ReadonlySet<RowLabel> = new Set(['total', 'subtotal', 'turnover']);

function rowOf({ kind, label, cells }: Row, m: Messages): PaperRow {
  const said = Object.entries(cells).map(([key, value]) => [
    listKey(key),
    key === 'category' && typeof value === 'string' ? (m.categories[value] ?? value) : value,
  ]);
  return {
    kind: kind === 'line' || (label !== undefined && SUMS.has(label)) ? kind : 'stated',
    label: label === undefined ? undefined : say('text', { text: m.labels[label] }),
    cells: Object.fromEntries(said) as PaperRow['cells'],
  };
}

function listKey(key: string): ListKey {
  return `list:${key}`;
}
