import { createHash } from 'node:crypto';
import { refuse } from '../domain/failure.ts';
import { expectManyRows } from '../files/heap.ts';
import { chunksOf, nameOf, sizeOf, type Source } from '../files/read.ts';
import type { GridRow, Sheet } from './cell.ts';
import type { Dialect } from './csv.ts';
import type { RowFault } from '../domain/row-fault.ts';
import type { Mark } from './amount.ts';
import type { TextReading } from './encoding.ts';
import type { Delimiter, Encoding } from './names.ts';
import type { Span } from './period.ts';
import type { Profile } from './profile.ts';
import type { WorkbookNotes, WorkbookSheet } from './workbook.ts';

/** What the command line says of how a list's cells are to be read, and where its faults go. */
export interface Reading {
  readonly thousands?: Mark | undefined;
  /** The days that the list is said to cover; else what its heading says. */
  readonly period?: Span | undefined;
  readonly profile?: Profile | undefined;
  /** Takes the good rows and leaves the bad ones out, instead of refusing the list. */
  readonly acceptGood?: boolean | undefined;
  /** Filled with every fault and where the heading stands, for the file that goes back to the sender. */
  readonly returned?: Returned | undefined;
}

export interface Returned {
  faults: readonly RowFault[];
  headingRow: number;
  headings: readonly string[];
  /** Columns whose days Excel had exchanged: they go back as they were read. */
  swapped: readonly number[];
}

/** What the command line says of a file, before anything is told from its content. */
export interface Opening {
  readonly sheet?: string | undefined;
  readonly encoding?: Encoding | undefined;
  readonly delimiter?: Delimiter | undefined;
  readonly reading?: Reading | undefined;
}

/** How a file was read and why: shown before anything is written. */
export interface SourceReading {
  readonly container: 'text' | 'xlsx' | 'html';
  readonly text?: TextReading | undefined;
  readonly dialect?: Dialect | undefined;
}

/** One sheet of a list that is open for reading, as often as wanted. */
export interface OpenedList extends Sheet {
  /** The file's name, without its folder. */
  readonly file: string;
  /** SHA-256 of the file's bytes. */
  readonly digest: Buffer;
  readonly source: SourceReading;
  readonly how: Reading;
  /** What the reader of a workbook met on the way; complete after the rows were read once. */
  readonly notes?: (() => WorkbookNotes) | undefined;
}

/** A list of more bytes is a long one. */
const LONG_BYTES = 1024 * 1024;

/** How much of a text decides its delimiter. */
const SAMPLE_CHARACTERS = 100_000;

/**
 * Opens a list, told by its content and not by its name: text with a delimiter in any of the encodings of encoding.ts,
 * an Excel workbook, or the HTML table that some banks name `.xls`. Where a workbook has several sheets, `sheet` says
 * which; nothing is taken from one while another is left unread.
 */
export async function openList(source: Source, how: Opening): Promise<OpenedList> {
  const lists = await openSheets(source, how);
  const file = nameOf(source);
  const names = lists.map((list) => list.name ?? '');
  const chosen = how.sheet === undefined ? lists : lists.filter((list) => list.name === how.sheet);
  const [only] = chosen;
  if (only === undefined || chosen.length > 1) return refuse('input.sheets', { file, sheets: names });
  return only;
}

/** Opens every sheet of a list that stands on several, as a signed list does: one a unit. */
export async function openSheets(source: Source, how: Opening): Promise<readonly OpenedList[]> {
  const file = nameOf(source);
  const size = sizeOf(source);
  if (size === 0) return refuse('input.empty', { file });
  if (size > LONG_BYTES) expectManyRows();
  const start = headOf(source);
  const foreign = foreignFormat(start);
  if (foreign !== undefined) refuse('input.format', { file, found: foreign });
  if (start.startsWith('PK')) {
    const { openWorkbook } = await import('./workbook.ts');
    const { reading = {} } = how;
    const digest = digestOf(source);
    const sheets = await openWorkbook(file, source);
    if (sheets.length === 0) refuse('input.empty', { file });
    const sure = () => {
      if (!digestOf(source).equals(digest)) refuse('input.changed', { file });
    };
    return sheets.map((sheet) => ({
      ...described(sheet, sure),
      file,
      digest,
      source: { container: 'xlsx' },
      how: reading,
    }));
  }
  return [await openText(file, source, how)];
}

/** A sheet's rows and what is known of it, as plain fields: a class's methods would be left behind by a spread. */
function described(sheet: WorkbookSheet, sure: () => void): Pick<OpenedList, 'name' | 'rows' | 'notes'> {
  const rows = () => {
    sure();
    return sheet.rows();
  };
  return { name: sheet.name, rows: kept(rows), notes: () => sheet.notes };
}

async function openText(file: string, from: Source, how: Opening): Promise<OpenedList> {
  const { reading = {} } = how;
  const { EncodingSniffer, textDecoder } = await import('./encoding.ts');
  const sniffer = new EncodingSniffer(file, how.encoding);
  const hash = createHash('sha256');
  for (const chunk of chunksOf(from)) {
    hash.update(chunk);
    sniffer.write(chunk);
  }
  const text = sniffer.end();
  const digest = hash.digest();
  const pieces = async function* (): AsyncIterable<string> {
    const decoder = textDecoder(text);
    for (const chunk of unchanged(file, from, digest)) yield decoder.write(chunk);
    yield decoder.end();
  };
  let sample = '';
  for await (const piece of pieces()) {
    sample += piece;
    if (sample.length >= SAMPLE_CHARACTERS) break;
  }
  if (sample.trim() === '') return refuse('input.empty', { file });
  if (HTML.test(sample)) {
    const { openHtml } = await import('./html.ts');
    const sheet = await openHtml(file, pieces);
    return {
      rows: kept(() => sheet.rows()),
      file,
      digest,
      source: { container: 'html', text },
      how: reading,
    };
  }
  const { dialectOf, readCsv } = await import('./csv.ts');
  const dialect = dialectOf(sample.slice(0, SAMPLE_CHARACTERS), how.delimiter);
  return {
    rows: kept(() => readCsv(file, pieces(), dialect)),
    file,
    digest,
    source: { container: 'text', text, dialect },
    how: reading,
  };
}

/** A list of at most so many cells is held after its first reading; a longer one is read anew each time. */
const KEPT_CELLS = 100_000;

/** Most lists are short, and reading a workbook takes longer than all that is done with it. */
function kept(read: () => AsyncIterable<readonly GridRow[]>): () => AsyncIterable<readonly GridRow[]> {
  let all: readonly (readonly GridRow[])[] | undefined;
  return async function* () {
    if (all !== undefined) {
      yield* all;
      return;
    }
    let held: (readonly GridRow[])[] | undefined = [];
    let cells = 0;
    for await (const batch of read()) {
      for (const row of batch) cells += row.cells.length;
      if (cells > KEPT_CELLS) held = undefined;
      held?.push(batch);
      yield batch;
    }
    all = held;
  };
}

/** A list is read more than once: what is written must be what was judged. */
function* unchanged(file: string, source: Source, digest: Buffer): Iterable<Buffer> {
  const hash = createHash('sha256');
  for (const chunk of chunksOf(source)) {
    hash.update(chunk);
    yield chunk;
  }
  if (!hash.digest().equals(digest)) refuse('input.changed', { file });
}

function digestOf(source: Source): Buffer {
  const hash = createHash('sha256');
  for (const chunk of chunksOf(source)) hash.update(chunk);
  return hash.digest();
}

function headOf(source: Source): string {
  const [first] = chunksOf(source);
  return (first ?? Buffer.alloc(0)).subarray(0, 512).toString('latin1');
}

const HTML = /^\s*(<!doctype html|<html|<head|<meta|<body|<table|<div|<style)/i;

/** Containers that are known and cannot be read. */
function foreignFormat(start: string): string | undefined {
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'xls';
  if (start.startsWith('%PDF-')) return 'pdf';
  if (/^\s*<\?xml/i.test(start)) return 'xml';
  return undefined;
}
