import { isCode } from '../domain/fund.ts';
import { fold } from '../domain/name.ts';
import type { GridRow } from '../intake/cell.ts';
import type { OpenedList } from '../intake/open.ts';
import { readMembers } from '../intake/people.ts';
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
}

/**
 * Takes in a roll. A person is known by the code, else by name, unit and birth date, counted: a roll that names two of
 * one name where the book has one adds one. Units must exist, or are made where `createUnits` says so.
 */
export function importMembers(
  session: Session,
  list: OpenedList,
  createUnits: boolean,
): Promise<MemberImportAnswer> {
  return operate(session, 'member import', async (writer) => {
    const { reader, rows, normalDigest } = await readMembers(list);
    const known = await alreadyImported(writer, 'member', undefined, normalDigest);
    if (known !== undefined) return { ...nothingNew(known, rows.length, reader), units: 0 };
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
        private: { id: row.idNumber || undefined, phone: row.phone || undefined },
      });
    }
    reader.finish();
    const good = drafts.filter(({ source }) => !reader.isBad(source));
    const counts = { rows: rows.length, accepted: good.length, rejected: reader.rejected };
    const document = await listDocument(writer, 'member', undefined, list, { ...counts, normalDigest });
    await writer.addBeneficiaries(good);
    return { ...counts, duplicates, document: document.code, reading: reader.reading(), units: made };
  });
}
