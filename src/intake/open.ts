import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { refuse } from '../domain/failure.ts';
import { readBytes } from '../files/read.ts';
import type { Grid } from './cell.ts';

export interface OpenedList extends Grid {
  /** SHA-256 of the file's bytes. */
  readonly digest: Buffer;
}

/**
 * Opens a list, told by its content and not by its name: UTF-8 text with a delimiter, or an Excel workbook. Where a
 * workbook has several sheets, `sheet` says which; nothing is taken from one while another is left unread.
 */
export async function openList(path: string, sheet: string | undefined): Promise<OpenedList> {
  const grids = await openSheets(path);
  const file = basename(path);
  const names = grids.map((grid) => grid.sheet ?? '');
  const chosen = sheet === undefined ? grids : grids.filter((grid) => grid.sheet === sheet);
  const [only] = chosen;
  if (only === undefined || chosen.length > 1) return refuse('input.sheets', { file, sheets: names });
  return only;
}

/** Opens every sheet of a list that stands on several, as a signed list does: one a unit. */
export async function openSheets(path: string): Promise<readonly OpenedList[]> {
  const bytes = readBytes(path);
  const file = basename(path);
  const digest = createHash('sha256').update(bytes).digest();
  const foreign = foreignFormat(bytes);
  if (foreign !== undefined) refuse('input.format', { file, found: foreign });
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') {
    const { readWorkbook } = await import('./workbook.ts');
    const grids = await readWorkbook(file, bytes);
    return grids.length === 0 ? refuse('input.empty', { file }) : grids.map((grid) => ({ ...grid, digest }));
  }
  const { readCsv } = await import('./csv.ts');
  const text = decode(file, bytes);
  if (text.trim() === '') refuse('input.empty', { file });
  return [{ ...readCsv(file, text), digest }];
}

function foreignFormat(bytes: Buffer): string | undefined {
  const start = bytes.subarray(0, 512).toString('latin1');
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'xls';
  if (start.startsWith('%PDF-')) return 'pdf';
  if (/^\s*(<!doctype html|<html|<table|<\?xml)/i.test(start)) return 'html';
  if (start.startsWith('\u00ff\u00fe') || start.startsWith('\u00fe\u00ff')) return 'utf-16';
  return undefined;
}

/** Strict UTF-8; a byte that is none names its line. A byte order mark goes, text becomes NFC. */
function decode(file: string, bytes: Buffer): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse('input.encoding', { file, line: firstBadLine(bytes) });
  }
  const bad = text.search(/[\u0000\ufffd]/);
  if (bad >= 0) refuse('input.encoding', { file, line: text.slice(0, bad).split('\n').length });
  return text.normalize('NFC');
}

function firstBadLine(bytes: Buffer): number {
  let line = 1;
  let start = 0;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (;;) {
    const end = bytes.indexOf(0x0a, start);
    try {
      decoder.decode(bytes.subarray(start, end < 0 ? bytes.length : end));
    } catch {
      return line;
    }
    if (end < 0) return line;
    start = end + 1;
    line += 1;
  }
}
