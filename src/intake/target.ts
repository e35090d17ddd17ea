import type { Dong } from '../domain/dong.ts';
import { fold } from '../domain/name.ts';
import type { GridRow } from './cell.ts';
import { NormalForm } from './normal.ts';
import type { OpenedList } from './open.ts';
import { RowReader } from './reader.ts';

/** What a list asks of one unit, and what the unit promised; in đồng. */
export interface TargetRow {
  readonly source: GridRow;
  readonly code: string;
  readonly unit: string;
  /** Undefined where it cannot be read, which is a fault. */
  readonly target: Dong | undefined;
  readonly pledged: Dong | undefined;
}

/** Reads a list of units with what an appeal asks of each; printed totals are held against the rows. */
export async function readTargets(
  list: OpenedList,
): Promise<{ reader: RowReader; rows: readonly TargetRow[]; normalDigest: Buffer }> {
  const reader = await RowReader.over(
    list,
    { fields: ['code', 'unit', 'target', 'pledged'], anyOf: [['code', 'unit'], ['target']] },
    [],
  );
  const [targetAt = -1, pledgedAt] = [
    reader.table.columns.get('target'),
    reader.table.columns.get('pledged'),
  ];
  const amountsAt = [targetAt, ...(pledgedAt === undefined ? [] : [pledgedAt])];
  const normal = new NormalForm();
  const rows: TargetRow[] = [];
  for await (const lines of reader.lines()) {
    for (const line of lines) {
      const source = line.row;
      if (line.kind !== 'row') {
        reader.prove(line, amountsAt);
        continue;
      }
      const [code, unit] = [reader.text(source, 'code'), reader.text(source, 'unit')];
      if (code === '' && unit === '') reader.fault(source, 'unit', 'unit.missing');
      const target = reader.amount(source, targetAt);
      const pledged = reader.optionalAmount(source, pledgedAt);
      if (target !== undefined) reader.count(targetAt, target);
      if (pledged !== undefined && pledgedAt !== undefined) reader.count(pledgedAt, pledged);
      normal.add([fold(code), fold(unit), target, pledged]);
      rows.push({ source, code, unit, target, pledged });
    }
  }
  return { reader, rows, normalDigest: normal.digest() };
}
