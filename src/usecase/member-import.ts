import type { Day } from '../domain/day.ts';
import { isCode } from '../domain/fund.ts';
import { birthYear, idDoubts, mendedId, type IdDoubt, type IdOwner } from '../domain/identity.ts';
import { fold } from '../domain/name.ts';
import type { GridRow } from '../intake/cell.ts';
import type { OpenedList } from '../intake/open.ts';
import { readMembers, type MemberRow } from '../intake/people.ts';
import type { FieldName } from '../intake/table.ts';
import {
  alreadyImported,
  listDocument,
  nothingNew,
  PersonFinder,
  UnitFinder,
  type ListAnswer,
} from './lists.ts';
import type { BeneficiaryDraft, Unit } from './port/ports.ts';
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
    const { reader, rows, normalDigest } = await readMembers(list);
    const known = await alreadyImported(writer, 'member', undefined, normalDigest);
    if (known !== undefined) return { ...nothingNew(known, rows.length, reader), units: 0, doubts: [] };
    const allUnits = await writer.units();
    const units = new UnitFinder(allUnits);
    const unitCodes = new Set(allUnits.map((unit) => unit.code));
    const people = await writer.people();
    const finder = new PersonFinder(people);
    const taken = new Set(people.map((person) => person.code));
    const left = new Map<string, number>();
    for (const { folded, unit, born } of people) {
      const key = `${folded}@${unit}@${born ?? ''}`;
      left.set(key, (left.get(key) ?? 0) + 1);
    }
    const drafts: (BeneficiaryDraft & { readonly source: GridRow })[] = [];
    const codesHere = new Set<string>();
    const doubts: CellDoubt[] = [];
    let duplicates = 0;
    let made = 0;
    for (const row of rows) {
      if (row.unit === '' || row.name === '') continue;
      const found = units.find(row.unit);
      let unit: Unit;
      if ('found' in found) unit = found.found;
      else if (createUnits && found.fault === 'unit.unknown') {
        const code = freeCode('DV', unitCodes);
        unitCodes.add(code);
        unit = await writer.addUnit({ code, name: row.unit, kind: 'grassroots' });
        units.add(unit);
        made += 1;
      } else {
        reader.fault(row.source, 'unit', found.fault);
        continue;
      }
      const key = `${fold(row.name)}@${unit.id}@${row.born}`;
      if (row.code !== '') {
        if (codesHere.has(row.code)) reader.fault(row.source, 'code', 'code.repeated', row.code);
        codesHere.add(row.code);
        const same = finder.byCode(row.code);
        if (same !== undefined) {
          if (same.folded === fold(row.name)) duplicates += 1;
          else reader.fault(row.source, 'code', 'code.taken', row.code);
          continue;
        }
        if (!isCode(row.code)) reader.fault(row.source, 'code', 'code.unfit');
      } else if ((left.get(key) ?? 0) > 0) {
        left.set(key, (left.get(key) ?? 0) - 1);
        duplicates += 1;
        continue;
      }
      const code = row.code === '' ? freeCode('TV', taken) : row.code;
      taken.add(code);
      const doubt = (field: FieldName, what: CellDoubt['doubt']) => {
        const column = reader.table.headings[reader.table.columns.get(field) ?? -1] ?? field;
        doubts.push({ row: row.source.row, column, doubt: what });
      };
      drafts.push({
        source: row.source,
        code,
        kind: 'member',
        unit,
        name: row.name,
        born: row.born || undefined,
        staffNo: row.staffNo || undefined,
        cardNo: row.cardNo || undefined,
        joined: row.joined,
        private: privateOf(row, { mendIds, today: session.today, doubt }),
      });
    }
    reader.finish();
    const good = drafts.filter(({ source }) => !reader.isBad(source));
    const counts = { rows: rows.length, accepted: good.length, rejected: reader.rejected };
    const document = await listDocument(session, writer, 'member', undefined, list, {
      ...counts,
      normalDigest,
    });
    await writer.addBeneficiaries(good);
    return { ...counts, duplicates, document: document.code, reading: reader.reading(), units: made, doubts };
  });
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
