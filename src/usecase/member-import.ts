import type { Day } from '../domain/day.ts';
import { isCode } from '../domain/fund.ts';
import { birthYear, idDoubts, mendedId, type IdDoubt, type IdOwner } from '../domain/identity.ts';
import { fold } from '../domain/name.ts';
import { NormalForm } from '../intake/normal.ts';
import type { OpenedList } from '../intake/open.ts';
import { readMembers, type MemberRow, type Roll } from '../intake/people.ts';
import type { FieldName } from '../intake/table.ts';
import { KnownPeople } from './known-people.ts';
import { alreadyImported, listDocument, nothingNew, UnitFinder, type ListAnswer } from './lists.ts';
import type { BeneficiaryDraft, Unit, Writer } from './port/ports.ts';
import { freeCode } from './registers.ts';
import { operate, type Session } from './session.ts';

export interface MemberImportAnswer extends ListAnswer {
  readonly units: number;
  /** Cells that were kept as written though they may be wrong, by row and heading. */
  readonly doubts: readonly CellDoubt[];
}

interface CellDoubt {
  readonly row: number;
  readonly column: string;
  /** `born`: no birth date or one to come; `mended`: zeros were put in front, as was asked. */
  readonly doubt: IdDoubt | 'born' | 'mended';
}

export interface MemberImportInput {
  /** Makes units that the book does not have. */
  readonly createUnits: boolean;
  /** Puts back the zeros that ID numbers lost at their front. */
  readonly mendIds: boolean;
}

/**
 * Takes in a roll. A person is known by the code, else by name, unit and birth date, counted: a roll that names two of
 * one name where the book has one adds one. Units must exist, or are made where `createUnits` says so.
 */
export function importMembers(
  session: Session,
  list: OpenedList,
  { createUnits, mendIds }: MemberImportInput,
): Promise<MemberImportAnswer> {
  return operate(session, 'member import', async (writer) => {
    const roll = await readMembers(list);
    const { reader } = roll;
    const normal = new NormalForm();
    const judged = await judge(writer, roll, normal, { createUnits, mendIds, today: session.today });
    const { rows, fresh, duplicates, doubts, newUnits } = judged;
    const normalDigest = normal.digest();
    const known = await alreadyImported(writer, 'member', undefined, normalDigest);
    if (known !== undefined) {
      const said = { ...nothingNew(known, rows, reader), rejected: judged.malformed };
      return { ...said, units: 0, doubts: [] };
    }
    reader.finish();
    const accepted = fresh.reduce((sum, each) => sum + (typeof each === 'object' ? 1 : 0), 0);
    const counts = { rows, accepted, rejected: reader.rejected };
    const reading = reader.reading();
    const document = await listDocument(session, writer, 'member', undefined, list, {
      ...counts,
      normalDigest,
    });
    await add(writer, roll, judged, { mendIds, today: session.today });
    return { ...counts, duplicates, document: document.code, reading, units: newUnits.length, doubts };
  });
}

type Fresh = Unit | 'left out' | undefined;

/** What a first reading of a roll found; the second enters the people who are new. */
interface Judged {
  readonly rows: number;
  /** Of each row that is a person more than the book has, the unit; or that the row is left out. */
  readonly fresh: readonly Fresh[];
  /** Rows of the list's form alone that cannot be taken. */
  readonly malformed: number;
  readonly duplicates: number;
  readonly doubts: readonly CellDoubt[];
  readonly known: KnownPeople;
  /** Codes of the roll. */
  readonly codes: ReadonlySet<string>;
  /** Units to be made, in the order in which they are met; until then a key below zero stands for each. */
  readonly newUnits: readonly Unit[];
}

/** Holds every row against the book and against those above it; writes nothing. */
async function judge(
  writer: Writer,
  roll: Roll,
  normal: NormalForm,
  { createUnits, mendIds, today }: { createUnits: boolean; mendIds: boolean; today: Day },
): Promise<Judged> {
  const { reader } = roll;
  const allUnits = await writer.units();
  const units = new UnitFinder(allUnits, today);
  const unitCodes = new Set(allUnits.map((unit) => unit.code));
  const newUnits: Unit[] = [];
  const known = new KnownPeople(await writer.persons());
  const fresh: Fresh[] = [];
  const codes = new Set<string>();
  const doubts: CellDoubt[] = [];
  let duplicates = 0;
  let malformed = 0;
  const unitOf = (row: MemberRow): Unit | undefined => {
    const found = units.find(row.unit);
    if ('found' in found) return found.found;
    if (!createUnits || found.fault !== 'unit.unknown') {
      reader.fault(row.source, 'unit', found.fault);
      return undefined;
    }
    const code = freeCode('DV', unitCodes);
    unitCodes.add(code);
    const kind = 'grassroots' as const;
    const unit: Unit = { id: -1 - newUnits.length, code, name: row.unit, folded: fold(row.unit), kind };
    newUnits.push(unit);
    units.add(unit);
    return unit;
  };
  const freshIn = (row: MemberRow): Fresh => {
    if (row.unit === '' || row.name === '') return undefined;
    const unit = unitOf(row);
    if (unit === undefined) return undefined;
    let repeated = false;
    if (row.code !== '') {
      repeated = codes.has(row.code);
      if (repeated) reader.fault(row.source, 'code', 'code.repeated', row.code);
      const same = known.byCode(row.code);
      codes.add(row.code);
      if (same !== undefined) {
        if (same === fold(row.name)) duplicates += 1;
        else reader.fault(row.source, 'code', 'code.taken', row.code);
        return undefined;
      }
      if (!isCode(row.code)) reader.fault(row.source, 'code', 'code.unfit');
    } else if (known.take(row.name, unit.id, row.born)) {
      duplicates += 1;
      return undefined;
    }
    const doubt = (field: FieldName, what: CellDoubt['doubt']) => {
      const column = reader.table.headings[reader.table.columns.get(field) ?? -1] ?? field;
      doubts.push({ row: row.source.row, column, doubt: what });
    };
    privateOf(row, { mendIds, today, doubt });
    if (!reader.isBad(row.source)) return unit;
    // Its code is the one of a row above.
    return repeated ? undefined : 'left out';
  };
  let judged = 0;
  for await (const batch of roll.rows(normal)) {
    malformed += reader.rejected - judged;
    for (const row of batch) fresh.push(freshIn(row));
    judged = reader.rejected;
  }
  return { rows: fresh.length, fresh, malformed, duplicates, doubts, known, codes, newUnits };
}

/** Reads the roll once more and enters who is new. */
async function add(
  writer: Writer,
  roll: Roll,
  { fresh, known, codes, newUnits }: Judged,
  { mendIds, today }: { mendIds: boolean; today: Day },
): Promise<void> {
  const made = new Map<number, Unit>();
  for (const unit of newUnits) {
    const { code, name, kind } = unit;
    made.set(unit.id, await writer.addUnit({ code, name, kind }));
  }
  if (!fresh.some((each) => typeof each === 'object')) return;
  let at = 0;
  for await (const batch of roll.rows()) {
    const drafts: BeneficiaryDraft[] = [];
    for (const row of batch) {
      const unit = fresh[at++];
      if (unit === undefined) continue;
      const code = known.codeFor(row.code, codes);
      if (unit === 'left out') continue;
      drafts.push({
        code,
        kind: 'member',
        unit: made.get(unit.id) ?? unit,
        name: row.name,
        born: row.born || undefined,
        staffNo: row.staffNo || undefined,
        cardNo: row.cardNo || undefined,
        joined: row.joined,
        private: privateOf(row, { mendIds, today, doubt: () => undefined }),
      });
    }
    await writer.addBeneficiaries(drafts);
  }
}

/** Private fields of a row, the numbers looked at: what is doubtful is said and kept as it is written. */
function privateOf(
  row: MemberRow,
  {
    mendIds,
    today,
    doubt,
  }: { mendIds: boolean; today: Day; doubt: (field: FieldName, what: CellDoubt['doubt']) => void },
): BeneficiaryDraft['private'] {
  const year = birthYear(row.born, today);
  if (row.born !== '' && year === undefined) doubt('born', 'born');
  const number = (field: 'idNumber' | 'former' | 'spouse', owner: IdOwner): string | undefined => {
    const written = row[field];
    if (written === '') return undefined;
    const mended = mendIds ? mendedId(written) : undefined;
    if (mended !== undefined) doubt(field, 'mended');
    const kept = mended ?? written;
    for (const each of idDoubts(kept, owner)) doubt(field, each);
    return kept;
  };
  const own = { birthYear: year, sex: row.sex };
  return {
    id: number('idNumber', own),
    former: number('former', own),
    // A spouse's birth year and sex are not in the list.
    spouse: number('spouse', {}),
    phone: row.phone || undefined,
    account: row.account || undefined,
    bank: row.bank || undefined,
  };
}
