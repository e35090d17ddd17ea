import { expect } from 'vitest';
import { LISTED, type Tally } from './clients.ts';

/** Asks the rows of all books, past the program. */
export type Asks = (sql: string) => Promise<readonly Record<string, unknown>[]>;

/** How often each name stands among the words of what was posted. */
async function namesIn(asks: Asks, mark: string): Promise<Map<string, number>> {
  const rows = await asks(
    `select coalesce(w.party, '') || ' ' || coalesce(w.content, '') as words
       from entry e join wording w on w.entity = e.entity and w.id = e.wording`,
  );
  const found = new Map<string, number>();
  const named = new RegExp(String.raw`\b${mark}\d+\b`);
  for (const { words } of rows) {
    const [name] = named.exec(String(words)) ?? [];
    if (name !== undefined) found.set(name, (found.get(name) ?? 0) + 1);
  }
  return found;
}

/** Each acknowledged write stands once, nothing else does; vouchers have no gap; no fund and no place is below zero. */
export async function mustBeWhole(asks: Asks, { done }: Pick<Tally, 'done'>, mark: string): Promise<void> {
  const found = await namesIn(asks, mark);
  expect(done.filter((name) => !found.has(name))).toEqual([]);
  const known = new Set(done);
  expect([...found.keys()].filter((name) => !known.has(name))).toEqual([]);
  expect([...found].filter(([, times]) => times !== 1 && times !== LISTED)).toEqual([]);
  const gaps = await asks(
    `select kind, series, year from voucher group by entity, kind, series, year
     having count(*) <> max(number) or min(number) <> 1`,
  );
  expect(gaps).toEqual([]);
  const below = await asks(
    `select b.fund, b.place, b.day from (
       select entity, fund, place, day,
              sum(debit - credit) over (partition by entity, account, fund, place order by day) as held
         from balance_day where place <> 0) b where b.held < 0`,
  );
  expect(below).toEqual([]);
  const numbers = await asks(
    `select id from operation group by entity, id having count(*) > 1
     union all select o.entity from operation o group by o.entity having count(*) <> max(o.id) - min(o.id) + 1`,
  );
  expect(numbers).toEqual([]);
}
