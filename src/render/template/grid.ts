import type { XmlPart } from './book.ts';
import { transposed } from './formula.ts';
import { columnNumber, readArea, type Area } from './reference.ts';
import { childOf, type Node } from './xml.ts';

export interface GridCell {
  readonly column: number;
  readonly node: Node;
  /** The text of the part that the cell stands in. */
  readonly source: string;
  readonly type: string;
  readonly style: string | undefined;
  /** As it reads in this cell: a shared formula is told anew for each of its cells. */
  readonly formula: string | undefined;
  /** How the formula is kept: `array`, `dataTable`; undefined for a plain one. */
  readonly formulaKind: string | undefined;
  /** The cells that an array formula fills. */
  readonly formulaArea: Area | undefined;
  readonly wasShared: boolean;
}

export interface GridRow {
  readonly row: number;
  readonly node: Node;
  readonly cells: readonly GridCell[];
}

/** A sheet's cells as they are written, and what is merged. */
export interface Grid {
  readonly data: Node | undefined;
  readonly rows: readonly GridRow[];
  readonly merges: readonly Area[];
}

export function gridOf({ root, source }: XmlPart): Grid {
  const data = childOf(root, 'sheetData');
  const masters = new Map<string, { row: number; column: number; formula: string }>();
  const rows: GridRow[] = [];
  for (const node of data?.children ?? []) {
    if (node.name !== 'row') continue;
    // Rows and cells that do not say where they are follow the one before.
    const row = Number(node.attributes['r'] ?? (rows.at(-1)?.row ?? 0) + 1);
    const cells: GridCell[] = [];
    for (const cell of node.children) {
      if (cell.name !== 'c') continue;
      const letters = /^[A-Z]+/i.exec(cell.attributes['r'] ?? '')?.[0];
      const column = letters === undefined ? (cells.at(-1)?.column ?? 0) + 1 : columnNumber(letters);
      cells.push(cellOf(cell, row, column, source, masters));
    }
    rows.push({ row, node, cells });
  }
  const merges = (childOf(root, 'mergeCells')?.children ?? []).flatMap(
    ({ attributes }) => readArea(attributes['ref'] ?? '') ?? [],
  );
  return { data, rows, merges };
}

function cellOf(
  node: Node,
  row: number,
  column: number,
  source: string,
  masters: Map<string, { row: number; column: number; formula: string }>,
): GridCell {
  const f = childOf(node, 'f');
  const kind = f?.attributes['t'];
  let formula = f?.text;
  if (f !== undefined && kind === 'shared') {
    const id = f.attributes['si'] ?? '';
    const master = masters.get(id);
    if (f.text !== '') masters.set(id, { row, column, formula: f.text });
    else if (master !== undefined)
      formula = transposed(master.formula, row - master.row, column - master.column);
  }
  return {
    column,
    node,
    source,
    type: node.attributes['t'] ?? 'n',
    style: node.attributes['s'],
    formula,
    formulaKind: kind === 'array' || kind === 'dataTable' ? kind : undefined,
    formulaArea: readArea(f?.attributes['ref'] ?? ''),
    wasShared: kind === 'shared',
  };
}
