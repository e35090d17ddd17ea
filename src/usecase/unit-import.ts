import { fold } from '../domain/name.ts';
import { isCode } from '../domain/fund.ts';
import { refuse } from '../domain/failure.ts';
import type { OpenedList } from '../intake/open.ts';
import { readUnits } from '../intake/people.ts';
import type { UnitKind } from './port/ports.ts';
import { freeCode } from './registers.ts';
import { operate, type Session } from './session.ts';
import { alreadyImported, listDocument, nothingNew, type ListAnswer } from './lists.ts';

/** Takes in the units of a list with the tree they stand in; a unit that is known by its code is left as it is. */
export function importUnits(session: Session, list: OpenedList): Promise<ListAnswer> {
  return operate(session, 'unit import', async (writer) => {
    const { reader, rows, normalDigest } = await readUnits(list);
    const known = await alreadyImported(writer, 'unit', undefined, normalDigest);
    if (known !== undefined) return nothingNew(known, rows.length, reader);
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
    // A list names the union itself as what its units stand under; in its own book that is the root.
    const isRoot = (text: string) =>
      [writer.entity.name, writer.entity.code].some((own) => fold(own) === fold(text));
    const parentOf = (row: (typeof rows)[number]) => (isRoot(row.parent) ? '' : row.parent);
    const named = (text: string) => (unit: { code: string; name: string }) =>
      unit.code === text || fold(unit.name) === fold(text);
    for (const { row } of fresh) {
      const inList = fresh.some(({ code, row: other }) => named(parentOf(row))({ code, name: other.name }));
      if (parentOf(row) !== '' && !inList && !units.some(named(parentOf(row)))) {
        reader.fault(row.source, 'parent', 'parent.unknown');
      }
    }
    reader.finish();
    const good = fresh.filter(({ row }) => !reader.isBad(row.source));
    const { rejected } = reader;
    const counts = { rows: rows.length, accepted: good.length, rejected };
    const document = await listDocument(session, writer, 'unit', undefined, list, {
      ...counts,
      normalDigest,
    });
    for (let left = good; left.length > 0;) {
      const later: typeof fresh = [];
      for (const each of left) {
        const parent = parentOf(each.row) === '' ? undefined : units.find(named(parentOf(each.row)));
        if (parentOf(each.row) !== '' && parent === undefined) later.push(each);
        else {
          const kind = each.row.kind as UnitKind;
          units.push(await writer.addUnit({ code: each.code, name: each.row.name, kind, parent }));
        }
      }
      if (later.length === left.length) {
        // What stands under itself, or under a unit that was left out, has no place in the tree.
        refuse('unit.tree', { file: list.file, rows: later.map(({ row }) => row.source.row) });
      }
      left = later;
    }
    return { ...counts, duplicates, document: document.code, reading: reader.reading() };
  });
}
