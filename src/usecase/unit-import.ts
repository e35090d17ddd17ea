import { fold } from '../domain/name.ts';
import { isCode } from '../domain/fund.ts';
import type { OpenedList } from '../intake/open.ts';
import { readUnits } from '../intake/people.ts';
import type { UnitKind } from './ports.ts';
import { freeCode } from './registers.ts';
import { operate, type Session } from './session.ts';
import { alreadyImported, listDocument, nothingNew, type ListAnswer } from './lists.ts';

/** Takes in the units of a list with the tree they stand in; a unit that is known by its code is left as it is. */
export function importUnits(session: Session, list: OpenedList): Promise<ListAnswer> {
  return operate(session, 'unit import', async (writer) => {
    const { reader, rows, normalDigest } = readUnits(list);
    const known = await alreadyImported(writer, 'unit', undefined, normalDigest);
    if (known !== undefined) return nothingNew(known, rows.length);
    const units = [...(await writer.units())];
    const taken = new Set(units.map((unit) => unit.code));
    const fresh: { row: (typeof rows)[number]; code: string }[] = [];
    let duplicates = 0;
    for (const row of rows) {
      const same = units.find((unit) =>
        row.code === '' ? unit.folded === fold(row.name) : unit.code === row.code,
      );
      if (same !== undefined && same.folded === fold(row.name)) {
        duplicates += 1;
        continue;
      }
      const code = row.code === '' ? freeCode('DV', taken) : row.code;
      if (!isCode(code)) reader.fault(row.source, 'code', 'code.unfit');
      else if (taken.has(code)) reader.fault(row.source, 'code', same ? 'code.taken' : 'code.repeated', code);
      taken.add(code);
      fresh.push({ row, code });
    }
    const named = (text: string) => (unit: { code: string; name: string }) =>
      unit.code === text || fold(unit.name) === fold(text);
    for (const { row } of fresh) {
      const inList = fresh.some(({ code, row: other }) => named(row.parent)({ code, name: other.name }));
      if (row.parent !== '' && !inList && !units.some(named(row.parent))) {
        reader.fault(row.source, 'parent', 'parent.unknown');
      }
    }
    reader.finish();
    const document = await listDocument(writer, 'unit', undefined, list, {
      rows: rows.length,
      accepted: fresh.length,
      normalDigest,
    });
    for (let left = fresh; left.length > 0;) {
      const later: typeof fresh = [];
      for (const each of left) {
        const parent = each.row.parent === '' ? undefined : units.find(named(each.row.parent));
        if (each.row.parent !== '' && parent === undefined) later.push(each);
        else {
          const kind = each.row.kind as UnitKind;
          units.push(await writer.addUnit({ code: each.code, name: each.row.name, kind, parent }));
        }
      }
      if (later.length === left.length) {
        for (const { row } of later) reader.fault(row.source, 'parent', 'parent.unknown');
        reader.finish();
      }
      left = later;
    }
    return { rows: rows.length, accepted: fresh.length, rejected: 0, duplicates, document: document.code };
  });
}
