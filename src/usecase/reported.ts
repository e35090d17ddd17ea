import { totalOf, type ProgrammeKind } from '../domain/award.ts';
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
    const inRound = await writer.awards({ round: round.id });
    const persons = await (await writer.benefits()).persons(inRound.map(({ beneficiary }) => beneficiary.id));
    const awards = new AwardFinder(inRound, persons);
    const units = new UnitFinder(await writer.units());
    const taken = new Set<number>();
    const found = rows.map((row) => {
      const unit = row.unit === '' ? undefined : units.find(row.unit);
      const own = awards.find(row, unit !== undefined && 'found' in unit ? unit.found.id : undefined);
      if (own === 'ambiguous') {
        reader.fault(row.source, 'name', 'person.ambiguous');
        return { row, award: undefined };
      }
      // Where each payer gives an award of its own, each has a row: the one of the same amount first.
      const open = own.filter(({ id }) => !taken.has(id));
      const award = open.find(({ parts }) => totalOf(parts) === row.amount) ?? open[0];
      if (own.length > 0 && award === undefined)
        reader.fault(row.source, row.name === '' ? 'code' : 'name', 'person.repeated');
      if (award !== undefined) taken.add(award.id);
      return { row, award };
    });
    reader.finish();
    const good = found.filter(({ row }) => !reader.isBad(row.source));
    const total = good.reduce<Dong>((sum, { row }) => add(sum, row.amount), ZERO);
    const counts = { rows: rows.length, accepted: good.length, rejected: reader.rejected };
    const document = await listDocument(session, writer, 'reported', undefined, list, {
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

type Own = readonly [AwardView, ...AwardView[]];

/** The awards of a round by their people: by code, or by name within a unit; those that stand before one that does not. */
class AwardFinder {
  readonly #byKey = new Map<string, Own[]>();

  constructor(awards: readonly AwardView[], persons: ReadonlyMap<number, { readonly id: number }>) {
    // Records that were merged are one person, by either code and name.
    const whole = ({ beneficiary }: AwardView) => persons.get(beneficiary.id)?.id ?? beneficiary.id;
    for (const all of Map.groupBy(awards, whole).values()) {
      // Of one person's awards those that stand count, else the last of all.
      const [first = all.at(-1), ...rest] = all.filter(stands);
      if (first === undefined) continue;
      const own: Own = [first, ...rest];
      for (const { code, beneficiary, beneficiaryName, unit } of all) {
        const name = fold(beneficiaryName);
        this.#put(`#${beneficiary.code.toLowerCase()}`, own);
        const named = own.find((award) => award.code === code);
        this.#put(`#${code.toLowerCase()}`, named === undefined ? own : [named]);
        this.#put(name, own);
        this.#put(`${name}@${unit.id}`, own);
      }
    }
  }

  #put(key: string, own: Own): void {
    const list = this.#byKey.get(key);
    if (list === undefined) this.#byKey.set(key, [own]);
    else if (!list.includes(own)) list.push(own);
  }

  /** Of a row's person; empty where they have none, and never those of several people. */
  find(row: ReportedRow, unit: number | undefined): readonly AwardView[] | 'ambiguous' {
    if (row.code !== '') {
      const [own] = this.#byKey.get(`#${row.code.toLowerCase()}`) ?? [];
      // A code with another person's name is two readings of one row.
      const other = row.name !== '' && own !== undefined && fold(row.name) !== fold(own[0].beneficiaryName);
      return other ? 'ambiguous' : (own ?? []);
    }
    // A unit that the book does not have leaves the name alone to tell.
    const named = this.#byKey.get(unit === undefined ? fold(row.name) : `${fold(row.name)}@${unit}`) ?? [];
    return named.length > 1 ? 'ambiguous' : (named[0] ?? []);
  }
}
