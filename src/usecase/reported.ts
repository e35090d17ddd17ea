import type { ProgrammeKind } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import { add, ZERO, type Dong } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import { fold } from '../domain/name.ts';
import type { OpenedList } from '../intake/open.ts';
import { readReported, type ReportedRow } from '../intake/reported.ts';
import { roundDigest } from './benefit-import.ts';
import { alreadyImported, listDocument, nothingNew, UnitFinder, type ListAnswer } from './lists.ts';
import type { AwardView } from './port/awards.ts';
import { stands } from './proposal.ts';
import { roundOf } from './round-add.ts';
import { operate, type Session } from './session.ts';

export interface ReportedInput {
  readonly round: string;
  /** The day of the report. */
  readonly on: Day;
}

export interface ReportedAnswer extends ListAnswer {
  readonly round: string;
  readonly total: Dong;
  /** Rows of people who have no award in the round. */
  readonly unknown: readonly number[];
}

/**
 * Takes in a copy of what was reported upward of a round. Nothing is posted: each row is held against the award of its
 * person, and one of a person without any award is kept by its name.
 */
export function importReported(
  session: Session,
  kind: ProgrammeKind,
  list: OpenedList,
  input: ReportedInput,
): Promise<ReportedAnswer> {
  return operate(session, `${kind} reported`, async (writer) => {
    const { on: day } = input;
    if (day > session.today) refuse('day.future', { day, today: session.today });
    const round = await roundOf(writer, kind, input.round);
    const { reader, rows, normalDigest } = await readReported(list);
    const digest = roundDigest(normalDigest, round);
    const known = await alreadyImported(writer, 'reported', undefined, digest);
    if (known !== undefined)
      return { ...nothingNew(known, rows.length, reader), round: round.code, total: ZERO, unknown: [] };
    const awards = new AwardFinder(await writer.awards({ round: round.id }));
    const units = new UnitFinder(await writer.units());
    const taken = new Set<number>();
    const found = rows.map((row) => {
      const unit = row.unit === '' ? undefined : units.find(row.unit);
      const award = awards.find(row, unit !== undefined && 'found' in unit ? unit.found.id : undefined);
      if (award === 'ambiguous') reader.fault(row.source, 'name', 'person.ambiguous');
      else if (award !== undefined && taken.has(award.id))
        reader.fault(row.source, row.name === '' ? 'code' : 'name', 'person.repeated');
      else if (award !== undefined) taken.add(award.id);
      return { row, award: award === 'ambiguous' ? undefined : award };
    });
    reader.finish();
    const good = found.filter(({ row }) => !reader.isBad(row.source));
    const total = good.reduce<Dong>((sum, { row }) => add(sum, row.amount), ZERO);
    const counts = { rows: rows.length, accepted: good.length, rejected: reader.rejected };
    const document = await listDocument(writer, 'reported', undefined, list, {
      ...counts,
      normalDigest: digest,
      total,
    });
    await writer.addReported(
      good.map(({ row, award }) => ({
        round: round.id,
        award,
        amount: row.amount,
        day,
        name: award === undefined ? row.name || row.code : undefined,
        document,
        row: row.source.row,
      })),
    );
    return {
      ...counts,
      duplicates: 0,
      document: document.code,
      reading: reader.reading(),
      round: round.code,
      total,
      unknown: good.flatMap(({ row, award }) => (award === undefined ? [row.source.row] : [])),
    };
  });
}

/** The awards of a round by their people: by code, or by name within a unit; one that stands before one that does not. */
class AwardFinder {
  readonly #byKey = new Map<string, AwardView[]>();

  constructor(awards: readonly AwardView[]) {
    // Of one person's awards the last that stands counts, else the last of all.
    const ofPerson = new Map<number, AwardView>();
    for (const award of awards) {
      const known = ofPerson.get(award.beneficiary.id);
      if (known === undefined || stands(award) || !stands(known)) ofPerson.set(award.beneficiary.id, award);
    }
    for (const award of ofPerson.values()) {
      const name = fold(award.beneficiaryName);
      for (const key of [
        `#${award.beneficiary.code.toLowerCase()}`,
        `#${award.code.toLowerCase()}`,
        name,
        `${name}@${award.unit.id}`,
      ]) {
        const list = this.#byKey.get(key);
        if (list === undefined) this.#byKey.set(key, [award]);
        else list.push(award);
      }
    }
  }

  /** Of a row's person; undefined where they have none, and never one of several. */
  find(row: ReportedRow, unit: number | undefined): AwardView | 'ambiguous' | undefined {
    if (row.code !== '') {
      const [award] = this.#byKey.get(`#${row.code.toLowerCase()}`) ?? [];
      // A code with another person's name is two readings of one row.
      const other = row.name !== '' && award !== undefined && fold(row.name) !== fold(award.beneficiaryName);
      return other ? 'ambiguous' : award;
    }
    // A unit that the book does not have leaves the name alone to tell.
    const named = this.#byKey.get(unit === undefined ? fold(row.name) : `${fold(row.name)}@${unit}`) ?? [];
    return named.length > 1 ? 'ambiguous' : named[0];
  }
}
