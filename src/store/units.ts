import type { Day } from '../domain/day.ts';
import type { Placement } from '../domain/unit-tree.ts';
import type * as Port from '../usecase/port/units.ts';
import { EntityQueries, maybe, standing } from './queries.ts';

/** What became of units, and where people stood. */
export class UnitQueries extends EntityQueries implements Port.UnitReader {
  placements(): Promise<Placement[]> {
    const rows = this.all<{ unit: number; parent: number | null; former: number | null; day: Day }>(
      `select p.unit, p.parent, p.former, p.day from placement p where p.entity = ? and ${standing('p')}
        order by p.day, p.id`,
    );
    return Promise.resolve(
      rows.map((row) => ({ ...row, parent: maybe(row.parent), former: maybe(row.former) })),
    );
  }

  successions(): Promise<Port.Succession[]> {
    const rows = this.all<{
      unit: number;
      successor: number | null;
      day: Day;
      ended: number;
      document: string | null;
    }>(
      `select s.unit, s.successor, s.day, s.ended, s.document from succession s
        where s.entity = ? and ${standing('s')} order by s.day, s.id`,
    );
    return Promise.resolve(
      rows.map((row) => ({
        ...row,
        successor: maybe(row.successor),
        document: maybe(row.document),
        ended: row.ended === 1,
      })),
    );
  }

  people(units: readonly number[]): Promise<Port.UnitPerson[]> {
    const moved = new Map(
      this.all<{ person: number; day: Day }>(
        `select s.beneficiary as person, max(s.day) as day from status s
          where s.entity = ? and s.state = 'moved' and ${standing('s')} group by s.beneficiary`,
      ).map(({ person, day }) => [person, day]),
    );
    const rows = units.flatMap((unit) =>
      this.all<Omit<Port.UnitPerson, 'movedOn'>>(
        `select id, code, unit, kind from beneficiary
          where entity = ? and unit = ? and withdrawn = 0 and merged_into is null order by id`,
        unit,
      ),
    );
    return Promise.resolve(rows.map((row) => ({ ...row, movedOn: moved.get(row.id) })));
  }

  standingOn(day: Day): Promise<{ person: number; unit: number }[]> {
    // Where they went by that day; else where they were when they first left; else where they are.
    const moves = this.all<{ person: number; unit: number; day: Day; former: number | null }>(
      `select s.beneficiary as person, s.unit, s.day, d.unit as former from status s
         left join departure d on d.entity = s.entity and d.status = s.id
        where s.entity = ? and s.state = 'moved' and ${standing('s')} order by s.day, s.id`,
    );
    const byPerson = Map.groupBy(moves, ({ person }) => person);
    const people = this.all<{ person: number; unit: number }>(
      `select id as person, unit from beneficiary
        where entity = ? and withdrawn = 0 and merged_into is null order by id`,
    );
    return Promise.resolve(
      people.map(({ person, unit }) => {
        const own = byPerson.get(person) ?? [];
        const last = own.findLast((each) => each.day <= day);
        return { person, unit: last?.unit ?? own[0]?.former ?? unit };
      }),
    );
  }
}
