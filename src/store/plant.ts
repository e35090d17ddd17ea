import { randomBytes, randomUUID } from 'node:crypto';
import type { EntityDraft, OperationHeader } from '../usecase/book.ts';
import { saltSource } from './chain.ts';
import type { Connection } from './connection.ts';
import type { Register } from './schema.ts';
import { insertRows } from './statements.ts';
import type { Tables } from './tables.ts';

/** An entity's own row of origin, itself, its chart and settings: what a writer needs to stand on. */
export function plant(db: Connection, entity: number, draft: EntityDraft, header: OperationHeader): void {
  const salt = saltSource();
  db.prepare('insert into book (id, uuid, key, created_at) values (?, ?, ?, ?)').run(
    entity,
    randomUUID(),
    randomBytes(32),
    header.recordedAt,
  );
  const insert = <R extends Register>(register: R, row: Omit<Tables[R], 'salt' | 'entity'>): void => {
    const whole = { ...row, entity, salt: salt() } as unknown as Tables[R];
    insertRows(db, register, [whole]);
  };
  insert('entity', {
    id: 1,
    code: draft.code,
    name: draft.name,
    above: draft.above,
    town: draft.town,
    language: draft.language,
    first_month: draft.firstMonth,
    series: draft.series,
  });
  draft.accounts.forEach((account, index) => {
    const { role, held, number, name } = account;
    insert('account', { id: index + 1, role, held: held ? 1 : 0, number, name });
  });
  [...draft.nextNumbers].forEach(([series, next], index) => {
    insert('setting', { id: index + 1, name: `next ${series}`, value: String(next) });
  });
}
