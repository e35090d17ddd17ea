import { refuse } from '../../domain/failure.ts';
import type { RoleDraft, Roles, RoleView } from '../../usecase/port/roles.ts';
import { codeOf } from '../patience.ts';
import type { PostgresConnection } from './connection.ts';

interface Row {
  readonly login: string;
  readonly kind: RoleView['kind'];
  readonly entity: number;
  readonly unit: string | null;
  readonly given_by: string;
  readonly given_at: string;
  readonly ended_by: string | null;
  readonly ended_at: string | null;
}

/** What the server's own table of permissions says of one entity, and how it is changed (roles.ts). */
export class ServerRoles implements Roles {
  readonly login: string | undefined;
  readonly #db: PostgresConnection;
  readonly #within: <T>(begin: string, fn: () => T, keep: boolean) => T;

  constructor(
    db: PostgresConnection,
    login: string | undefined,
    within: <T>(begin: string, fn: () => T, keep: boolean) => T,
  ) {
    this.#db = db;
    this.login = login;
    this.#within = within;
  }

  list(): Promise<readonly RoleView[]> {
    const rows = this.#within(
      'begin read only',
      () =>
        this.#db
          .prepare<[number], Row>(
            `select p.login, p.kind, p.entity, u.code as unit, p.given_by, p.ended_by,
                    to_char(p.given_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD"T"HH24:MI:SS"+07:00"') as given_at,
                    to_char(p.ended_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD"T"HH24:MI:SS"+07:00"') as ended_at
               from permissions_of(?) p left join unit u on u.entity = p.entity and u.id = p.unit
              order by p.given_at, p.login, p.kind`,
          )
          .all(this.#db.entity),
      false,
    );
    return Promise.resolve(
      rows.map((row) => ({
        login: row.login,
        kind: row.kind,
        all: row.entity === 0,
        unit: row.unit ?? undefined,
        givenBy: row.given_by,
        givenAt: row.given_at,
        endedBy: row.ended_by ?? undefined,
        endedAt: row.ended_at ?? undefined,
      })),
    );
  }

  change(
    { ended, given }: { readonly ended: readonly string[]; readonly given: readonly RoleDraft[] },
    dryRun: boolean,
  ): Promise<{ readonly reading: readonly string[] }> {
    const [db, entity] = [this.#db, this.#db.entity];
    const change = () => {
      // Given first: whoever hands over gives away what lets them give.
      for (const { login, kind, all = false, unit } of given) this.#give(login, all ? 0 : entity, kind, unit);
      const everywhere = db.prepare<[number, string]>(
        'select 1 from permissions_of(?) where login = ? and entity = 0 and ended_at is null',
      );
      const reading = ended.filter(
        (login) => this.login !== undefined && everywhere.get(entity, login) !== undefined,
      );
      const end = db.prepare<[string, number], { ended: number }>('select end_permission(?, ?) as ended');
      for (const login of ended) if (end.get(login, entity)?.ended === 0) refuse('role.none', { login });
      return reading;
    };
    return Promise.resolve({ reading: this.#within('begin', change, !dryRun) });
  }

  #give(login: string, entity: number, kind: RoleView['kind'], unit: number | undefined): void {
    try {
      this.#db.prepare('select give_permission(?, ?, ?, ?)').all(login, entity, unit ?? null, kind);
    } catch (error) {
      if (codeOf(error, /^PostgresError$/) === '42704') refuse('role.missing', { login });
      throw error;
    }
  }
}
