import { totalOf, type PartState } from '../domain/award.ts';
import { CONTROL_CODE } from '../domain/control-code.ts';
import type { Day } from '../domain/day.ts';
import { refuse, Refusal } from '../domain/failure.ts';
import { fold } from '../domain/name.ts';
import type { RowFault } from '../domain/row-fault.ts';
import { textOf } from '../intake/cell.ts';
import { columnName } from '../intake/columns.ts';
import type { OpenedList } from '../intake/open.ts';
import { readSignatures, type PeopleList, type SignedRow } from '../intake/people.ts';
import { partKey, type ListedSheet } from '../report/papers/listed.ts';
import type { AwardView } from './port/awards.ts';

/** Who signed for another, the relation, and the paper that allows it. */
export interface Proxy {
  readonly name: string;
  readonly relation: string;
  readonly paper?: string | undefined;
}

/** A mark on a returned list: the day it was made where the list says so, and by whom where it was another. */
export interface SignedMark {
  readonly day?: Day | undefined;
  readonly proxy?: Proxy | undefined;
  /** The control code of the sheet it stands on. */
  readonly control?: string | undefined;
}

export interface SignedList {
  /** Marks by `award/line` of the part signed for. */
  readonly marks: ReadonlyMap<string, SignedMark>;
  /** The parts that the sheets are about, by the same keys; undefined where no sheet carries a code. */
  readonly scope: ReadonlySet<string> | undefined;
  /** Codes of awards that a sheet was printed with and has no row of any more. */
  readonly removed: readonly string[];
}

const LABEL = /^(ma kiem soat|control code)/;
/** How many bad cells a refusal carries; the rest are counted. */
const FAULTS_MAX = 1000;

/**
 * Reads every sheet of a list that came back. A sheet with a control code must be one that could be printed of the round as
 * it stands: where awards changed since, it is refused by its name. Faults of all sheets are told at once, each by its cell.
 */
export async function readSignedList(
  sheets: readonly OpenedList[],
  awards: readonly AwardView[],
  possible: () => Promise<ReadonlyMap<string, ListedSheet>>,
  today: Day,
): Promise<SignedList> {
  const marks = new Map<string, SignedMark>();
  const scope = new Set<string>();
  const removed: string[] = [];
  const faults: RowFault[] = [];
  const read: { sheet: OpenedList; list: PeopleList<SignedRow>; control: string | undefined }[] = [];
  for (const sheet of sheets) {
    const list = await readSignatures(sheet);
    read.push({ sheet, list, control: controlIn(list) });
  }
  const coded = read.some(({ control }) => control !== undefined);
  const known = coded ? await possible() : new Map<string, ListedSheet>();
  const seen = new Set<string>();
  for (const { sheet, list, control } of read) {
    const printed = known.get(control ?? '');
    if (coded && printed === undefined)
      refuse('sheet.control', { file: sheet.file, sheet: sheet.name ?? '', control: control ?? '' });
    if (control !== undefined && seen.has(control))
      refuse('sheet.repeated', { file: sheet.file, sheet: sheet.name ?? '', control });
    if (control !== undefined) seen.add(control);
    const listed =
      printed === undefined ? partsOf(awards) : new Map(printed.rows.map((row) => [row.award.code, row]));
    const met = readSheet(list, listed, printed, today, marks);
    for (const { award, parts } of printed?.rows ?? []) {
      for (const part of parts) scope.add(partKey(part));
      if (!met.has(award.id)) removed.push(award.code);
    }
    faults.push(...faultsOf(list, sheet));
  }
  if (faults.length > 0) {
    const file = sheets[0]?.file ?? '';
    const more = Math.max(0, faults.length - FAULTS_MAX);
    refuse('input.rows', { file, rows: faults.slice(0, FAULTS_MAX), more });
  }
  return { marks, scope: coded ? scope : undefined, removed };
}

type ByCode = ReadonlyMap<string, { readonly award: AwardLike; readonly parts: readonly PartState[] }>;
type AwardLike = Pick<AwardView, 'id' | 'code' | 'beneficiaryName'>;

/** A list of another make: by the award's or the person's code, whatever of it is paid. */
function partsOf(awards: readonly AwardView[]): ByCode {
  return new Map(
    awards.flatMap((award) => {
      const row = { award, parts: award.parts.filter((part) => part.signedOn === undefined && isOut(part)) };
      return [[award.code, row] as const, [award.beneficiary.code, row] as const];
    }),
  );
}

function isOut(part: PartState): boolean {
  return part.paid !== undefined || part.handed !== undefined;
}

/** The code that a sheet carries over its heading. */
function controlIn({ reader }: PeopleList<SignedRow>): string | undefined {
  const texts = reader.table.preamble.flatMap((row) => row.cells.map(textOf));
  const line = texts.find((text) => LABEL.test(fold(text)));
  return line === undefined ? undefined : (CONTROL_CODE.exec(line.toUpperCase())?.[0] ?? '');
}

/** Reads one sheet's marks into `marks`; gives the awards that have a row. */
function readSheet(
  { reader, rows }: PeopleList<SignedRow>,
  listed: ByCode,
  printed: ListedSheet | undefined,
  today: Day,
  marks: Map<string, SignedMark>,
): ReadonlySet<number> {
  const met = new Set<number>();
  for (const row of rows) {
    const found = listed.get(row.code);
    if (found === undefined) {
      reader.fault(row.source, 'code', 'award.unknown');
      continue;
    }
    const { award, parts } = found;
    if (met.has(award.id)) reader.fault(row.source, 'code', 'code.repeated');
    met.add(award.id);
    if (row.name !== '' && fold(row.name) !== fold(award.beneficiaryName))
      reader.fault(row.source, 'name', 'person.ambiguous');
    if (!row.signed) continue;
    if (parts.length === 0 || !parts.every(isOut)) reader.fault(row.source, 'signed', 'award.unpaid');
    if (row.amount !== undefined && row.amount !== totalOf(parts))
      reader.fault(row.source, 'amount', 'award.amount');
    const out = parts.flatMap((part) => part.paid?.day ?? part.handed?.day ?? []);
    if (row.day !== undefined && row.day > today) reader.fault(row.source, 'day', 'day.future');
    if (row.day !== undefined && out.some((day) => day > (row.day ?? day)))
      reader.fault(row.source, 'day', 'signed.early');
    const mark = { day: row.day, proxy: row.proxy, control: printed?.control };
    for (const part of parts) marks.set(partKey(part), mark);
  }
  return met;
}

/** A sheet's faults, each with the sheet and the cell it stands in. */
function faultsOf({ reader }: PeopleList<SignedRow>, sheet: OpenedList): RowFault[] {
  try {
    reader.finish();
    return [];
  } catch (error) {
    if (!(error instanceof Refusal) || error.failure.code !== 'input.rows') throw error;
    const { headings } = reader.table;
    return error.failure.facts.rows.map((fault) => {
      const at = fault.column === '' ? -1 : headings.indexOf(fault.column);
      return {
        ...fault,
        ...(sheet.name === undefined ? {} : { sheet: sheet.name }),
        ...(at < 0 ? {} : { cell: `${columnName(at)}${fault.row}` }),
      };
    });
  }
}
