import { firstDay } from '../domain/day.ts';
import { fold } from '../domain/name.ts';
import type { OpenedList } from '../intake/open.ts';
import { readHistory } from '../intake/opening.ts';
import {
  alreadyImported,
  listDocument,
  nothingNew,
  PersonFinder,
  UnitFinder,
  type ListAnswer,
} from './lists.ts';
import type { HistoryDraft } from './port/treasury.ts';
import { operate, type Session } from './session.ts';

/**
 * Takes in benefits of the time before the book: never posted, counted by the rules for each year and life. A row that
 * stands already (person, kind, day, amount, words) adds nothing; two that are alike in one list are two.
 */
export function importHistory(session: Session, list: OpenedList): Promise<ListAnswer> {
  return operate(session, 'history import', async (writer) => {
    const { reader, rows, normalDigest } = await readHistory(list);
    const known = await alreadyImported(writer, 'history', undefined, normalDigest);
    if (known !== undefined) return nothingNew(known, rows.length, reader);
    const first = firstDay(writer.entity.firstMonth);
    const units = new UnitFinder(await writer.units());
    const people = new PersonFinder(await writer.people());
    const left = new Map<string, number>();
    const keyOf = (row: Omit<HistoryDraft, 'source'>) =>
      [row.beneficiary.id, row.kind, row.day, row.amount, fold(row.content)].join(' ');
    for (const past of await (await writer.corrections()).pastBenefits()) {
      const key = keyOf(past);
      left.set(key, (left.get(key) ?? 0) + 1);
    }
    let duplicates = 0;
    const found = rows.flatMap(({ source, code, name, unit: written, kind, day, amount, content }) => {
      const unit = written === '' ? undefined : units.find(written);
      if (unit !== undefined && 'fault' in unit) {
        reader.fault(source, 'unit', unit.fault);
        return [];
      }
      const person = people.find(code, name, unit?.found);
      if ('fault' in person) {
        reader.fault(source, code === '' ? 'name' : 'code', person.fault);
        return [];
      }
      if (day >= first) reader.fault(source, 'day', 'day.outside', day);
      const draft = { beneficiary: person.found, kind, day, amount, content };
      const key = keyOf(draft);
      const count = left.get(key) ?? 0;
      if (count === 0) return [{ source, draft }];
      left.set(key, count - 1);
      duplicates += 1;
      return [];
    });
    reader.finish();
    const good = found.filter(({ source }) => !reader.isBad(source));
    const counts = { rows: rows.length, accepted: good.length, rejected: reader.rejected };
    const document = await listDocument(session, writer, 'history', undefined, list, {
      ...counts,
      normalDigest,
    });
    await writer.addHistory(
      good.map(({ source, draft }) => ({ ...draft, source: { document, row: source.row } })),
    );
    return { ...counts, duplicates, document: document.code, reading: reader.reading() };
  });
}
