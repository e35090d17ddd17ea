import type { Day } from '../domain/day.ts';
import { asDong } from '../domain/dong.ts';
import type * as Port from '../usecase/port/goods.ts';
import type { Item } from '../usecase/port/treasury.ts';
import { EntityQueries, maybe, standing } from './queries.ts';
import type { Tables } from './tables.ts';

/** Goods and their moves; counts of cash with what became of them. */
export class GoodsQueries extends EntityQueries implements Port.GoodsReader {
  items(): Promise<Item[]> {
    const rows = this.all<Tables['item']>('select * from item where entity = ? order by code');
    return Promise.resolve(
      rows.map(({ id, code, name, measure, face }) => ({
        id,
        code,
        name,
        measure,
        face: face === null ? undefined : asDong(face),
      })),
    );
  }

  moves(filter: { item?: number; fund?: number; voucher?: string }): Promise<Port.MoveView[]> {
    const rows = this.named<
      Tables['stock'] & {
        code: string | null;
        party: string | null;
        content: string | null;
        reversed_by: number | null;
      }
    >(
      `select s.*, v.code, w.party, w.content,
              (select r.id from stock r where r.entity = s.entity and r.reverses = s.id) as reversed_by
         from stock s left join voucher v on v.entity = s.entity and v.id = s.voucher
         left join wording w on w.entity = v.entity and w.id = v.wording
        where s.entity = @entity and (@item = 0 or s.item = @item) and (@fund = 0 or s.fund = @fund)
          and (@voucher = '' or v.code = @voucher) and ${standing('s')} order by s.day, s.quantity < 0, s.id`,
      { item: filter.item ?? 0, fund: filter.fund ?? 0, voucher: filter.voucher ?? '' },
    );
    return Promise.resolve(
      rows.map((row) => ({
        id: row.id,
        item: row.item,
        fund: row.fund,
        voucher: row.code ?? '',
        party: row.party ?? '',
        content: row.content ?? '',
        day: row.day as Day,
        quantity: row.quantity,
        cost: asDong(row.cost),
        entry: maybe(row.entry),
        award: maybe(row.award),
        part: maybe(row.part),
        serials: maybe(row.serials),
        reverses: maybe(row.reverses),
        reversedBy: maybe(row.reversed_by),
      })),
    );
  }

  stock(upTo: Day): Promise<Port.StockView[]> {
    const rows = this.named<{ fund: number; item: number; quantity: number; cost: number }>(
      `select s.fund, s.item, sum(s.quantity) as quantity, sum(s.cost) as cost from stock s
        where s.entity = @entity and s.day <= @upTo and ${standing('s')}
        group by s.fund, s.item having sum(s.quantity) <> 0 or sum(s.cost) <> 0 order by s.fund, s.item`,
      { upTo },
    );
    return Promise.resolve(rows.map((row) => ({ ...row, cost: asDong(row.cost) })));
  }

  counts(range: { from: Day; to: Day }): Promise<Port.CountView[]> {
    const rows = this.named<
      Tables['cash_count'] & { party: string | null; undone_by: number | null; settled: number }
    >(
      `select c.*, w.party,
              (select u.operation from undo u where u.entity = c.entity and u.undone = c.operation) as undone_by,
              (select coalesce(sum(case p.side when 'debit' then p.amount else -p.amount end), 0)
                 from entry e join posting p on p.entity = e.entity and p.entry = e.id and p.place = c.place
                where e.entity = c.entity and e.booked_on = c.day and e.operation = c.operation) as settled
         from cash_count c join wording w on w.entity = c.entity and w.id = c.wording
        where c.entity = @entity and c.day between @from and @to order by c.day, c.id`,
      { from: range.from, to: range.to },
    );
    return Promise.resolve(
      rows.map((row) => ({
        id: row.id,
        place: row.place,
        day: row.day as Day,
        total: asDong(row.total),
        notes: notesOf(row.notes),
        by: row.party ?? '',
        operation: row.operation,
        settled: asDong(row.settled),
        undoneBy: maybe(row.undone_by),
      })),
    );
  }
}

/** Sheets by face value, as they are written: `500000x12 200000x3`. */
export function notesOf(written: string): Port.CountView['notes'] {
  return written
    .split(' ')
    .filter(Boolean)
    .map((note) => {
      const [face, sheets] = note.split('x').map(Number);
      return { face: asDong(face ?? 0), sheets: sheets ?? 0 };
    });
}
