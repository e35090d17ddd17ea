import headings from '../../data/headings.json' with { type: 'json' };
import { refuse } from '../domain/failure.ts';
import { fold, tidy } from '../domain/name.ts';
import { isBlank, isNumber, textOf, type Cell, type GridRow } from './cell.ts';
import { LineSorter, type Skipped, type TableLine } from './line-sorter.ts';
import type { OpenedList } from './open.ts';
import type { Profile } from './profile.ts';

export type FieldName = keyof typeof headings;

/** Which fields a heading of this name may hold, by how it is written and by what it folds to: `Nợ` and `No` fold alike and are two things. */
const KNOWN: ReadonlyMap<string, ReadonlySet<FieldName>> = knownNames();

function knownNames(): Map<string, Set<FieldName>> {
  const known = new Map<string, Set<FieldName>>();
  for (const [field, names] of Object.entries(headings))
    for (const name of names.flatMap((each) => [written(each), folded(each)])) {
      const fields = known.get(name) ?? new Set();
      known.set(name, fields.add(field as FieldName));
    }
  return known;
}

/** A heading as it is written: case and punctuation aside. Marked, so that it never equals a folded one. */
function written(text: string): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  return `=${words.trim()}`;
}

function folded(text: string): string {
  return `~${fold(text)}`;
}

/** How far down a heading may stand. */
const PREAMBLE_ROWS = 40;

/** How many headings a refusal repeats. */
const FOUND_MAX = 30;

/** Headings stand in the first columns: a sheet with a cell in its last one has no thousands of them. */
const HEADINGS_MAX = 1000;

/** What a list is looked through for. */
export interface Wanted {
  readonly fields: readonly FieldName[];
  /** Alternatives, one of which must be there. */
  readonly anyOf: readonly (readonly FieldName[])[];
  /** Codes that may head columns of amounts: what each fund pays. */
  readonly amountHeadings?: readonly string[];
}

/** A list's heading and the lines below it, read anew each time. */
export interface Table {
  readonly list: OpenedList;
  /** The heading's last row: lines come after it. */
  readonly headingRow: number;
  /** The heading's text over each column; two lines joined. */
  readonly headings: readonly string[];
  /** Lines over the heading: titles, periods, control totals. */
  readonly preamble: readonly GridRow[];
  /** Where each field stands; fields that the list does not have are absent. */
  readonly columns: ReadonlyMap<FieldName, number>;
  readonly byHeading: ReadonlyMap<string, number>;
  readonly skipped: Skipped;
  lines(): AsyncIterable<readonly TableLine[]>;
}

/** The rows among which a heading is looked for. */
async function firstRows(list: OpenedList): Promise<readonly GridRow[]> {
  const rows: GridRow[] = [];
  for await (const batch of list.rows()) {
    for (const row of batch) {
      if (row.row > PREAMBLE_ROWS + 2) return rows;
      rows.push(row.cells.length > HEADINGS_MAX ? { ...row, cells: row.cells.slice(0, HEADINGS_MAX) } : row);
    }
  }
  return rows;
}

/** Finds the heading, in one row or two, or refuses the list with what is missing. */
export async function findTable(list: OpenedList, wanted: Wanted): Promise<Table> {
  const { profile } = list.how;
  const rows = await firstRows(list);
  const found = headingIn(rows, wanted, profile);
  if (found === undefined && profile !== undefined) return refuseProfile(list.file, rows, profile);
  if (found === undefined) return refuseHeading(list.file, rows, wanted);
  mustBeOne(list.file, found, profile);
  return tableBelow(list, rows, found, wanted);
}

interface Heading {
  /** The heading's last row. */
  readonly row: number;
  readonly texts: readonly string[];
  /** The lines it stands on, as they may be repeated on each page. */
  readonly lines: readonly (readonly string[])[];
  readonly columns: ReadonlyMap<FieldName, number>;
}

/** The first heading that has every needed field; a heading of two rows that has more fields than one of them wins. */
function headingIn(rows: readonly GridRow[], wanted: Wanted, profile?: Profile): Heading | undefined {
  const whole = (heading: Heading) =>
    wanted.anyOf.every((fields) => fields.some((field) => heading.columns.has(field)));
  for (const [at, row] of rows.slice(0, PREAMBLE_ROWS).entries()) {
    const below = rows[at + 1];
    const one = headingOf(row.row, row.cells.map(headingText), wanted, profile);
    const alone =
      below === undefined ? undefined : headingOf(below.row, below.cells.map(headingText), wanted, profile);
    // A line over a whole heading is a title, whatever words it has.
    if (!whole(one) && alone !== undefined && whole(alone)) continue;
    const two =
      below === undefined || !isHeadingLike(below)
        ? undefined
        : headingOf(below.row, joined(row, below), wanted, profile);
    // The second line repeats the first in another language, or parts it: it belongs to the heading either way.
    if (
      two !== undefined &&
      whole(two) &&
      (!whole(one) || two.columns.size > one.columns.size || isNamed(below))
    )
      return { ...two, lines: [row.cells.map(textOf), (below?.cells ?? []).map(textOf)] };
    // Words under the columns that are none of ours only: `Nam | Nữ` under `Năm sinh`.
    if (whole(one) && below !== undefined && isHeadingLike(below) && goesUnder(below, one))
      return { ...one, row: below.row };
    if (whole(one)) return one;
  }
  return undefined;
}

/** A heading's text, its lines kept apart: banks write two languages in one cell. */
function headingText(cell: Cell | undefined): string {
  if (typeof cell !== 'string') return textOf(cell);
  return cell.split(/\r?\n/).map(tidy).filter(Boolean).join('\n');
}

/** Whether a row stands only under what spans several columns, or under none of those that were found. */
function goesUnder(below: GridRow, { columns, texts }: Heading): boolean {
  const found = new Set(columns.values());
  const filled = below.cells.flatMap((cell, at) => (isBlank(cell) ? [] : [at]));
  const spans = (at: number) => texts[at] !== '' && texts[at + 1] === '';
  return filled.length > 1 && filled.every((at) => !found.has(at) || spans(at));
}

/** A row of words alone: no figures, which data has. */
function isHeadingLike(row: GridRow): boolean {
  return (
    row.cells.every((cell) => !isNumber(cell) && !/\d{3}/.test(textOf(cell))) && !row.cells.every(isBlank)
  );
}

function isNamed(row: GridRow | undefined): boolean {
  const known = (row?.cells ?? []).filter((cell) => !isBlank(cell));
  return known.length > 1 && known.every((cell) => isKnownHeading(textOf(cell)));
}

function isKnownHeading(text: string): boolean {
  return knownIn(text) !== undefined;
}

/** What of a cell is known as a heading: a cell may hold more than that, and somebody's name with it. */
function knownIn(text: string): string | undefined {
  return partsOf(text).find((part) => KNOWN.has(folded(part)));
}

/** Two lines of one heading: a merged cell's text stands over the columns it spans. */
function joined(upper: GridRow, lower: GridRow): string[] {
  const width = Math.max(upper.cells.length, lower.cells.length);
  let over = '';
  return Array.from({ length: width }, (_, at) => {
    const [above, below] = [textOf(upper.cells[at]), textOf(lower.cells[at])];
    if (above !== '') over = above;
    if (below === '') return above;
    return above === '' && at > 0 ? `${over} / ${below}` : above === '' ? below : `${above} / ${below}`;
  });
}

/**
 * What a heading may be known by: itself, itself without its unit in brackets, and its first part (`Nợ/Dr`). Of two lines
 * that are one heading, the lower is its own name and the upper what it belongs to.
 */
function partsOf(text: string): string[] {
  if (text === '') return [];
  const bare = text.replace(/\([^)]*\)/g, ' ');
  const lines = bare.split(' / ');
  const firsts = lines
    .toReversed()
    .flatMap((line) => line.split('\n'))
    .map((line) => line.split(/[/|;]| - /)[0] ?? '');
  return [text, bare, ...firsts].filter((part) => fold(part) !== '');
}

function headingOf(row: number, texts: readonly string[], wanted: Wanted, profile?: Profile): Heading {
  const columns = profile === undefined ? columnsOf(texts, wanted) : profile.columnsIn(texts, wanted.fields);
  return { row, texts, lines: [texts], columns };
}

function columnsOf(texts: readonly string[], wanted: Wanted): Map<FieldName, number> {
  const columns = new Map<FieldName, number>();
  const taken = new Set<number>();
  const parts = texts.map(partsOf);
  // The whole heading before a part of it, and as it is written before what it folds to.
  for (const depth of [1, Infinity]) {
    for (const form of [written, folded]) {
      const places = placesOf(parts, depth, form);
      for (const field of [...wanted.fields, 'ordinal'] as const) {
        if (columns.has(field)) continue;
        const at = places.get(field)?.find((column) => !taken.has(column));
        if (at === undefined) continue;
        columns.set(field, at);
        taken.add(at);
      }
    }
  }
  return postedAsDay(texts, wanted, debitWithoutMarks(texts, wanted, columns));
}

/** The columns whose headings may be a field's. */
function placesOf(
  parts: readonly (readonly string[])[],
  depth: number,
  form: (text: string) => string,
): ReadonlyMap<FieldName, readonly number[]> {
  const places = new Map<FieldName, number[]>();
  for (const [column, each] of parts.entries()) {
    const fields = new Set(each.slice(0, depth).flatMap((part) => [...(KNOWN.get(form(part)) ?? [])]));
    for (const field of fields) places.set(field, [...(places.get(field) ?? []), column]);
  }
  return places;
}

/** `NO` beside `CO` is money out, in a statement without marks; elsewhere it is a number. */
function debitWithoutMarks(
  texts: readonly string[],
  wanted: Wanted,
  columns: Map<FieldName, number>,
): Map<FieldName, number> {
  const [credit, ordinal] = [columns.get('credit'), columns.get('ordinal')];
  if (!wanted.fields.includes('debit') || columns.has('debit')) return columns;
  if (credit === undefined || ordinal === undefined) return columns;
  const says = (at: number, word: string) => partsOf(texts[at] ?? '').some((part) => fold(part) === word);
  if (says(credit, 'co') && says(ordinal, 'no')) {
    columns.set('debit', ordinal);
    columns.delete('ordinal');
  }
  return columns;
}

/** A bank that prints only the day it posted a line. */
function postedAsDay(
  texts: readonly string[],
  wanted: Wanted,
  columns: Map<FieldName, number>,
): Map<FieldName, number> {
  if (!wanted.fields.includes('day') || columns.has('day')) return columns;
  const at = texts.findIndex((text) => partsOf(text).some((part) => isNameOf('posted', written(part))));
  if (at >= 0) columns.set('day', at);
  return columns;
}

function isNameOf(field: FieldName, name: string): boolean {
  return KNOWN.get(name)?.has(field) === true;
}

const IN_WORDS = /bang chu/;

/** Two columns of amounts, or two of days, are two readings of the list: neither is chosen. */
function mustBeOne(file: string, { texts, columns }: Heading, profile?: Profile): void {
  if (profile !== undefined) return;
  const others = new Map([...columns].map(([field, at]) => [at, field]));
  for (const field of ['amount', 'day'] as const) {
    if (!columns.has(field)) continue;
    const same = texts.filter(
      (text, at) =>
        (others.get(at) ?? field) === field &&
        !IN_WORDS.test(fold(text)) &&
        partsOf(text).some((part) => isNameOf(field, folded(part))),
    );
    if (same.length > 1) refuse('input.columns', { file, field, columns: same });
  }
}

/** A heading that is not what the profile was made from: the difference to the row that has most in common with it. */
function refuseProfile(file: string, rows: readonly GridRow[], profile: Profile): never {
  // The headings are the profile's own, and it names no column for what is needed.
  if (rows.some((row) => profile.difference(row.cells.map(textOf)).length === 0))
    return refuse('profile.unfit', { profile: profile.name, key: 'columns' });
  const [difference = []] = rows
    .slice(0, PREAMBLE_ROWS)
    .map((row) => profile.difference(row.cells.map(textOf)))
    .sort((a, b) => a.length - b.length);
  return refuse('input.profile', {
    file,
    profile: profile.name,
    // What is no known heading may be somebody's name.
    difference: difference.map((text) =>
      text.startsWith('-') || isKnownHeading(text.slice(2)) ? text : '+ …',
    ),
  });
}

function refuseHeading(file: string, rows: readonly GridRow[], wanted: Wanted): never {
  const best = rows
    .slice(0, PREAMBLE_ROWS)
    .map((row) => headingOf(row.row, row.cells.map(textOf), wanted))
    .reduce<Heading | undefined>(
      (most, each) => (each.columns.size > (most?.columns.size ?? 0) ? each : most),
      undefined,
    );
  const missing = wanted.anyOf.filter((fields) => !fields.some((field) => best?.columns.has(field)));
  return refuse('input.heading', {
    file,
    missing: missing.map((fields) => fields[0] ?? ''),
    // Only words that are known as headings: what is none may be somebody's name.
    found: [...new Set(best?.texts.flatMap((text) => knownIn(text) ?? []))].slice(0, FOUND_MAX),
  });
}

/** A list is read more than once, and its lines are told once: those that are no data are remembered, unless they are very many. */
const OTHERS_MAX = 10_000;

function tableBelow(
  list: OpenedList,
  first: readonly GridRow[],
  { row: headingRow, texts, lines, columns }: Heading,
  { amountHeadings = [] }: Wanted,
): Table {
  const byHeading = new Map<string, number>();
  for (const [at, text] of texts.entries()) {
    const code = amountHeadings.find((each) => each.toUpperCase() === text.toUpperCase());
    if (code !== undefined && !byHeading.has(code)) byHeading.set(code, at);
  }
  const places = (['amount', 'debit', 'credit', 'balance'] as const).flatMap(
    (field) => columns.get(field) ?? [],
  );
  const sorter = new LineSorter([texts, ...lines], columns, [...places, ...byHeading.values()]);
  let known: ReadonlyMap<number, TableLine['kind'] | undefined> | undefined;
  return {
    list,
    headingRow,
    headings: texts.map((text) => text.replace(/\n/g, ' ')),
    preamble: first.filter((row) => row.row < headingRow),
    columns,
    byHeading,
    skipped: sorter.skipped,
    async *lines() {
      const told = known;
      const others = new Map<number, TableLine['kind'] | undefined>();
      if (told === undefined) sorter.begin();
      for await (const batch of list.rows()) {
        const found: TableLine[] = [];
        for (const row of batch) {
          if (row.row <= headingRow) continue;
          const kind = told === undefined ? sorter.sort(row) : told.has(row.row) ? told.get(row.row) : 'row';
          if (kind !== 'row' && told === undefined && others.size <= OTHERS_MAX) others.set(row.row, kind);
          if (kind !== undefined) found.push({ kind, row });
        }
        yield found;
      }
      if (others.size <= OTHERS_MAX) known ??= others;
    },
  };
}
