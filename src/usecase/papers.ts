import forms from '../../data/vouchers.json' with { type: 'json' };
import type { Day } from '../domain/day.ts';
import { add, asDong, subtract, ZERO, type Dong } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import type { Fund, Place } from '../domain/fund.ts';
import { readSerials, writeSerials } from '../domain/stock.ts';
import { countSheet } from '../report/papers/count.ts';
import type { PrintedAward } from '../report/papers/given.ts';
import type { Letterhead, Paper, Spelling } from '../report/papers/paper.ts';
import type { VoucherKind } from '../domain/voucher.ts';
import { voucherSheets, type VoucherFacts, type VoucherGoods } from '../report/papers/voucher.ts';
import type { VoucherView } from './port/entries.ts';
import type { Officer, Reader } from './port/ports.ts';
import { placeBy } from './session.ts';
import { Settings } from './check/settings.ts';

/** Vouchers to print, one sheet each, in the order asked for. */
export async function voucherPaper(reader: Reader, codes: readonly string[], twoUp = false): Promise<Paper> {
  if (codes.length === 0) refuse('usage.missing', { option: 'CODE' });
  const settings = new Settings(await (await reader.check()).settings());
  const [funds, places] = [await reader.funds(), await reader.places()];
  const officers = new Map<Day, readonly Officer[]>();
  const vouchers: VoucherFacts[] = [];
  for (const code of new Set(codes)) {
    const voucher = await voucherBy(reader, code);
    const { day } = voucher;
    const inOffice = officers.get(day) ?? (await reader.officers(day));
    officers.set(day, inOffice);
    const form = formOn(day, voucher.kind, reader.entity.language, settings.text('voucher.circular'));
    vouchers.push(await voucherFacts(reader, voucher, { funds, places, officers: inOffice, form }));
  }
  const head = { budgetCode: settings.text('header.budget') };
  return voucherSheets(letterheadOf(reader), await reader.accounts(), vouchers, head, twoUp);
}

/** The form of a kind of voucher on a day, and the act it is printed with: the union's own words where it has set them. */
function formOn(day: Day, kind: VoucherKind, language: 'vi' | 'en', circular: string): VoucherFacts['form'] {
  const form = forms.forms.find(({ from = '', to = '9999' }) => from <= day && day <= to);
  const number = (form?.numbers as { readonly [K in VoucherKind]?: string } | undefined)?.[kind];
  return form === undefined || number === undefined
    ? undefined
    : { number, act: circular === '' ? form.act[language] : circular.split(/\s*\|\s*/) };
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

/** How the union spells amounts on its papers. */
export async function spellingOf(reader: Reader): Promise<Spelling> {
  const settings = new Settings(await (await reader.check()).settings());
  return { odd: settings.text('words.odd'), thousand: settings.text('words.thousand') };
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

/** What a voucher is printed with besides its own. */
interface VoucherSetting extends Pick<VoucherFacts, 'officers' | 'form'> {
  readonly funds: readonly Fund[];
  readonly places: readonly Place[];
}

async function voucherFacts(
  reader: Reader,
  voucher: VoucherView,
  { funds, places, ...printed }: VoucherSetting,
): Promise<VoucherFacts> {
  const { code, kind, day, paperNo, papers, wording, cancelled } = voucher;
  const fund = funds.find((each) => each.id === voucher.fund);
  if (fund === undefined) throw new TypeError('a voucher of no fund');
  const place = places.find((each) => each.id === voucher.place);
  const entries = await reader.voucherEntries(voucher.id);
  const postings = entries.flatMap((entry) => entry.postings);
  const bankPapers = [...new Set(entries.flatMap(({ documentNo }) => documentNo ?? []))];
  const goods = kind === 'NK' || kind === 'XK' ? await goodsOf(reader, voucher) : [];
  return {
    code,
    kind,
    day,
    fund,
    place,
    paperNo,
    papers,
    wording,
    cancelled,
    postings,
    goods,
    bankPapers,
    ...printed,
  };
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
