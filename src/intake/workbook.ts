import ExcelJS from 'exceljs';
import { dayOf } from '../domain/day.ts';
import { refuse } from '../domain/failure.ts';
import type { Cell, Grid, GridRow } from './cell.ts';

/** A workbook may unpack to at most this many bytes: exceljs holds all of it in memory. */
const UNPACKED_BYTES_MAX = 256 * 1024 * 1024;

/** Parts of a sheet that say nothing about its cells; exceljs hangs on some of them when they span whole columns. */
const IGNORED = [
  'dataValidations',
  'conditionalFormatting',
  'extLst',
  'drawing',
  'picture',
  'hyperlinks',
  'sheetProtection',
];

/** Reads every visible sheet of a workbook that has any cell. */
export async function readWorkbook(file: string, bytes: Buffer): Promise<Grid[]> {
  const unpacked = unpackedBytes(bytes);
  if (unpacked === undefined) return refuse('input.format', { file, found: 'zip' });
  if (unpacked > UNPACKED_BYTES_MAX) {
    refuse('input.size', { file, bytes: unpacked, limit: UNPACKED_BYTES_MAX });
  }
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(toArrayBuffer(bytes), { ignoreNodes: IGNORED });
  } catch {
    refuse('input.format', { file, found: 'xlsx' });
  }
  return workbook.worksheets
    .filter((sheet) => sheet.state === 'visible' && sheet.actualRowCount > 0)
    .map((sheet) => ({ file, sheet: sheet.name, format: 'xlsx', rows: rowsOf(sheet) }));
}

function rowsOf(sheet: ExcelJS.Worksheet): GridRow[] {
  const rows: GridRow[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    const cells: Cell[] = [];
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      // A merged cell repeats its master's value; only the master says something.
      cells[column - 1] = cell.isMerged && cell.master !== cell ? '' : valueOf(cell.value, cell.result);
    });
    rows.push({ row: number, cells: Array.from(cells, (cell) => cell ?? '') });
  });
  return rows;
}

/** `result` is a formula's stored value: exceljs leaves it out of the value itself where it is 0. */
function valueOf(value: ExcelJS.CellValue | undefined, result?: ExcelJS.CellValue): Cell {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 'x' : '';
  if (value instanceof Date) {
    // exceljs gives the serial as midnight UTC; the calendar day is what the cell shows.
    const day = dayOf(value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate());
    return day === undefined ? '' : { day };
  }
  if ('richText' in value) return value.richText.map((run) => run.text).join('');
  if ('text' in value) return valueOf(value.text);
  if ('error' in value) return value.error;
  if ('formula' in value || 'sharedFormula' in value) {
    const computed = result !== undefined && result !== '';
    return computed ? valueOf(result) : { formula: 'formula' in value ? value.formula : '' };
  }
  return '';
}

/** The sum of uncompressed sizes that the zip's own directory states; undefined where it is no whole zip. */
function unpackedBytes(bytes: Buffer): number | undefined {
  const end = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (end < 0 || end + 22 > bytes.length) return undefined;
  let at = bytes.readUInt32LE(end + 16);
  let total = 0;
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return undefined;
    total += bytes.readUInt32LE(at + 24);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return total;
}

function toArrayBuffer(bytes: Buffer): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length);
  bytes.copy(new Uint8Array(copy));
  return copy;
}
