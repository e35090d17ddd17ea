import type { Day } from '../domain/day.ts';
import { add, asDong, subtract, ZERO, type Dong } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import { readSerials, writeSerials } from '../domain/stock.ts';
import { countSheet } from '../report/papers/count.ts';
import type { PrintedAward } from '../report/papers/given.ts';
import type { Letterhead, Paper } from '../report/papers/paper.ts';
import { voucherSheets, type VoucherFacts, type VoucherGoods } from '../report/papers/voucher.ts';
import type { Officer, Reader, VoucherView } from './port/ports.ts';
import { placeBy } from './session.ts';

/** Vouchers to print, one sheet each, in the order asked for. */
export async function voucherPaper(reader: Reader, codes: readonly string[]): Promise<Paper> {
  if (codes.length === 0) refuse('usage.missing', { option: 'CODE' });
  const officers = new Map<Day, readonly Officer[]>();
  const vouchers: VoucherFacts[] = [];
  for (const code of new Set(codes)) {
    const voucher = await voucherBy(reader, code);
    const { day } = voucher;
    const inOffice = officers.get(day) ?? (await reader.officers(day));
    officers.set(day, inOffice);
    vouchers.push(await voucherFacts(reader, voucher, inOffice));
  }
  return voucherSheets(letterheadOf(reader), await reader.accounts(), vouchers);
}

/** The count of a place on a day: the last one of that day, or a form to fill in where nothing was counted. */
export async function countPaper(reader: Reader, placeCode: string, day: Day): Promise<Paper> {
  const place = await placeBy(reader, placeCode);
  const counts = await reader.cashCounts({ from: day, to: day });
  const money = new Map<number, Dong>();
  for (const row of await reader.turnovers({ to: day })) {
    if (row.place !== place.id) continue;
    money.set(row.fund, add(money.get(row.fund) ?? ZERO, subtract(row.debit, row.credit)));
  }
  const balances = (await reader.funds())
    .map((fund) => ({ fund, balance: money.get(fund.id) ?? ZERO }))
    .filter(({ balance }) => balance !== 0);
  const count = counts.findLast((each) => each.place === place.id);
  const officers = await reader.officers(day);
  return countSheet({ letterhead: letterheadOf(reader), place, day, count, balances, officers });
}

/** Whose paper it is. */
export function letterheadOf({ entity }: Reader): Letterhead {
  const { above, name, town, language } = entity;
  return { above, name, town, language };
}

/** The vouchers that paid the awards: all of the days between their first and last payment, read at once. */
export async function vouchersOf(
  reader: Reader,
  awards: readonly PrintedAward[],
): Promise<readonly VoucherView[]> {
  let from: Day | undefined;
  let to: Day | undefined;
  for (const { parts } of awards) {
    for (const { paid } of parts) {
      if (paid === undefined) continue;
      if (from === undefined || paid.day < from) from = paid.day;
      if (to === undefined || paid.day > to) to = paid.day;
    }
  }
  return from === undefined || to === undefined ? [] : reader.vouchers({ from, to });
}

async function voucherBy(reader: Reader, code: string): Promise<VoucherView> {
  const [voucher] = await reader.vouchers({ code });
  return voucher ?? refuse('missing', { noun: 'voucher', code });
}

async function voucherFacts(
  reader: Reader,
  voucher: VoucherView,
  officers: readonly Officer[],
): Promise<VoucherFacts> {
  const { code, kind, day, paperNo, papers, wording, cancelled } = voucher;
  const fund = (await reader.funds()).find((each) => each.id === voucher.fund);
  if (fund === undefined) throw new TypeError('a voucher of no fund');
  const place = (await reader.places()).find((each) => each.id === voucher.place);
  const postings = (await reader.voucherEntries(voucher.id)).flatMap((entry) => entry.postings);
  const goods = kind === 'NK' || kind === 'XK' ? await goodsOf(reader, voucher) : [];
  return { code, kind, day, fund, place, paperNo, papers, wording, cancelled, postings, goods, officers };
}

/** What a goods voucher moved; out of stock is shown as what was given. */
async function goodsOf(reader: Reader, { code, kind }: VoucherView): Promise<VoucherGoods[]> {
  const goods = await reader.goods();
  const items = await goods.items();
  const sign = kind === 'NK' ? 1 : -1;
  // A voucher may give to many: it names each item once, with all serials.
  const byItem = Map.groupBy(await goods.moves({ voucher: code }), ({ item }) => item);
  return [...byItem].flatMap(([id, moves]) => {
    const item = items.find((each) => each.id === id);
    if (item === undefined) return [];
    const { code: itemCode, name, measure } = item;
    const quantity = sign * moves.reduce((all, move) => all + move.quantity, 0);
    const cost = asDong(sign * moves.reduce((all, move) => all + move.cost, 0));
    const numbers = moves.flatMap(({ serials }) =>
      serials === undefined ? [] : (readSerials(serials) ?? []),
    );
    const serials = numbers.length === 0 ? undefined : writeSerials(numbers);
    return [{ code: itemCode, name, measure, quantity, cost, serials }];
  });
}
