import type { Day } from '../../domain/day.ts';
import { say } from '../../report/papers/line.ts';
import { signersOf } from '../../report/papers/officers.ts';
import type {
  Letterhead,
  ListKey,
  OfficeHolder,
  Paper,
  PaperColumn,
  PaperRow,
  PaperValue,
} from '../../report/papers/paper.ts';
import type { Column, ColumnType, Row, RowLabel, Table } from '../../report/table.ts';
import type { Messages } from '../messages.ts';
import { sentence } from './layout.ts';
import { headingOf, PAPER_TEXTS, type PaperTexts } from './texts.ts';

/** More columns than these need the page's long side. */
const UPRIGHT = 6;

/** Whose list it is, of which day, and who signs where it is a ledger. */
interface TableFacts {
  readonly letterhead: Letterhead;
  readonly date: Day;
  readonly officers: readonly OfficeHolder[];
}

/**
 * A table of the screen as a paper to print or to work on, in the language of the catalogue; one that is a ledger has a
 * ledger's head and signatures.
 */
export function paperOfTable(table: Table, m: Messages, facts: TableFacts): Paper {
  const { letterhead, date, officers } = facts;
  const title = m.title(table.name, table.facts);
  const head = m.ledgerHead(table.name, table.facts);
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
          { kind: 'title', lines: (head ?? [title]).map((text) => say('text', { text })) },
          ...(head === undefined ? [] : [{ kind: 'note', line: say('currency', {}), at: 'right' } as const]),
          {
            kind: 'table',
            columns,
            sums: sumsOf(table),
            tall: false,
            filter: true,
            rows: table.rows.map((row) => rowOf(row, m)),
          },
          ...(head === undefined
            ? []
            : [
                {
                  kind: 'signatures',
                  dateline: say('dateline', { town: letterhead.town, day: date }),
                  signers: signersOf(['cashier', 'accountant', 'chair'], officers),
                } as const,
              ]),
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

/** A report's tables as the screen, CSV and JSON show them, in the language of the catalogue; sheets one after another. */
export async function tableOfPaper(paper: Paper, m: Messages): Promise<Table> {
  const texts = PAPER_TEXTS[m.language];
  const heads = paper.sheets.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'title' ? [block] : [])),
  );
  const tables = paper.sheets.flatMap(({ name, blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [{ name, table: block }] : [])),
  );
  const columns = uniqueColumns(
    tables.flatMap(({ table }) => table.columns),
    texts,
  );
  // A label stands where words do, and never among numbers or days.
  const wordy = (types: readonly ColumnType[]) => columns.find(({ type }) => types.includes(type));
  const labels = wordy(['text', 'person']) ?? wordy(['code']) ?? columns[0];
  const said = (value: PaperValue) => (typeof value === 'object' ? sentence(value, texts) : value);
  const rows: Row[] = [];
  for (const { name, table } of tables) {
    if (tables.length > 1)
      rows.push({
        kind: 'group',
        cells: { [labels?.key ?? '']: typeof name === 'string' ? name : sentence(name, texts) },
      });
    for await (const row of table.rows) {
      const cells = Object.fromEntries(
        table.columns.map((column) => [keyOf(column), said(row.cells[column.key])]),
      );
      const label =
        row.label === undefined || labels === undefined ? {} : { [labels.key]: sentence(row.label, texts) };
      rows.push({ kind: row.kind === 'stated' ? 'subtotal' : row.kind, cells: { ...cells, ...label } });
    }
  }
  const lines = paper.sheets.length === 1 ? (heads[0]?.lines ?? []) : (heads[0]?.lines.slice(0, 1) ?? []);
  return {
    name: 'report',
    facts: { title: lines.map((line) => sentence(line, texts)).join('\n') },
    columns,
    rows,
  };
}

/** A column that a paper names itself goes by that name where it is a code. */
function keyOf({ key, title }: PaperColumn): string {
  return typeof title === 'string' ? title : key;
}

function uniqueColumns(columns: readonly PaperColumn[], texts: PaperTexts): Column[] {
  const found = new Map<string, Column>();
  for (const column of columns) {
    const key = keyOf(column);
    found.set(key, { key, type: column.type, title: headingOf(column, texts) });
  }
  return [...found.values()];
}
