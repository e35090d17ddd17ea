import type { Day } from '../domain/day.ts';
import { dayBefore } from '../domain/day.ts';
import type { Ref } from '../domain/entry.ts';
import type * as Port from '../usecase/port/units.ts';
import { atOnce, prepared } from './statements.ts';
import type { Tables } from './tables.ts';
import { TreasuryWriter } from './treasury-writer.ts';

/** What becomes of units: facts with their days, and the registers as they stand after the last of them. */
export class UnitsWriter extends TreasuryWriter implements Port.UnitWriter {
  endUnit(
    unit: Ref,
    { day, successors, document }: Parameters<Port.UnitWriter['endUnit']>[1],
  ): Promise<void> {
    const [only, ...more] = successors;
    // What belongs to the unit alone is one successor's where there is one, and nobody's by guess where there are more.
    const successor = more.length === 0 ? (only?.id ?? null) : null;
    for (const to of successors.length === 0 ? [undefined] : successors)
      this.#succeed({ unit: unit.id, successor: to?.id ?? null, day, ended: 1, document: document ?? null });
    this.amend('unit', this.row('unit', unit.id), { to_day: dayBefore(day), successor });
    return Promise.resolve();
  }

  partUnit(
    unit: Ref,
    { day, successor, document }: Parameters<Port.UnitWriter['partUnit']>[1],
  ): Promise<void> {
    this.#succeed({ unit: unit.id, successor: successor.id, day, ended: 0, document: document ?? null });
    return Promise.resolve();
  }

  #succeed(facts: Parameters<typeof this.append<'succession'>>[1]): void {
    this.append('succession', facts);
  }

  placeUnit(
    unit: Ref,
    { day, parent, document }: Parameters<Port.UnitWriter['placeUnit']>[1],
  ): Promise<void> {
    const row = this.row('unit', unit.id);
    const [under, former] = [parent?.id ?? null, row.parent];
    this.append('placement', { unit: unit.id, parent: under, former, day, document: document ?? null });
    this.amend('unit', row, { parent: under });
    return Promise.resolve();
  }

  movePeople(
    people: readonly { readonly id: number; readonly day: Day }[],
    to: Ref,
    document: string | undefined,
  ): Promise<void> {
    const rows = this.#people(people.map(({ id }) => id));
    const moves = people.map(({ id, day }) =>
      this.sealed('status', {
        beneficiary: id,
        state: 'moved',
        unit: to.id,
        day,
        document: document ?? null,
      }),
    );
    this.insert('status', moves);
    const units = new Map(rows.map(({ id, unit }) => [id, unit]));
    this.insert(
      'departure',
      moves.map(({ id, beneficiary }) =>
        this.sealed('departure', { status: id, unit: units.get(beneficiary) ?? to.id }),
      ),
    );
    this.amendAll('beneficiary', rows, { unit: to.id });
    return Promise.resolve();
  }

  /** Rows of people, many by one statement. */
  #people(keys: readonly number[]): Tables['beneficiary'][] {
    const rows: Tables['beneficiary'][] = [];
    const size = atOnce(this.db);
    for (let at = 0; at < keys.length; at += size) {
      const some = keys.slice(at, at + size);
      const sql = `select * from beneficiary where entity = ? and id in (${some.map(() => '?').join(', ')}) order by id`;
      rows.push(...prepared<Tables['beneficiary']>(this.db, sql).all(this.entity.id, ...some));
    }
    return rows;
  }

  endBook({ on, to, document, content }: Parameters<Port.UnitWriter['endBook']>[0]): Promise<void> {
    this.append('ending', { day: on, document, wording: this.wording({ party: to, content }) });
    return Promise.resolve();
  }

  putBack(operation: number): Promise<void> {
    const left = this.all<{ person: number; unit: number }>(
      `select s.beneficiary as person, d.unit from departure d
         join status s on s.entity = d.entity and s.id = d.status
        where d.entity = ? and d.operation = ? order by d.id`,
      operation,
    );
    for (const [unit, people] of Map.groupBy(left, (each) => each.unit))
      this.amendAll('beneficiary', this.#people(people.map(({ person }) => person)), { unit });
    const ended = this.all<{ unit: number }>(
      'select distinct unit from succession where entity = ? and operation = ? and ended = 1 order by unit',
      operation,
    );
    for (const { unit } of ended)
      this.amend('unit', this.row('unit', unit), { to_day: null, successor: null });
    const placed = this.all<{ unit: number; former: number | null }>(
      'select unit, former from placement where entity = ? and operation = ? order by id desc',
      operation,
    );
    for (const { unit, former } of placed) this.amend('unit', this.row('unit', unit), { parent: former });
    return Promise.resolve();
  }
}
