import type { Day } from './day.ts';
import type { Dong } from './dong.ts';
import { canonical } from './form.ts';
import type { FundKind } from './fund.ts';

/** Money of one fund that goes from a book that ends to the union that takes it over; in đồng. */
export interface HandedMoney {
  readonly fund: string;
  readonly name: string;
  readonly kind: FundKind;
  /** Whose money a held fund keeps; empty for an own one. */
  readonly owner: string;
  readonly place: 'cash' | 'bank';
  readonly amount: Dong;
  /** What its givers set it apart for. */
  readonly restriction?: string | undefined;
  readonly voucher: string;
}

export interface HandedGoods {
  readonly item: string;
  readonly name: string;
  readonly measure: string;
  readonly fund: string;
  readonly quantity: number;
  readonly cost: Dong;
  readonly voucher: string;
}

/** What a book that ends hands over, as the file says it that goes to the other side. */
export interface HandedOver {
  readonly from: { readonly uuid: string; readonly code: string; readonly name: string };
  readonly to: string;
  readonly on: Day;
  readonly document: string;
  readonly money: readonly HandedMoney[];
  readonly goods: readonly HandedGoods[];
}

/** The text from whose digest a handover's control code is made: one figure changed is another text. */
export function handoverText({ from, to, on, document, money, goods }: HandedOver): string {
  return canonical('handover', [
    from.uuid,
    from.code,
    from.name,
    to,
    on,
    document,
    money.length,
    ...money.flatMap((each) => [
      each.fund,
      each.name,
      each.kind,
      each.owner,
      each.place,
      each.amount,
      each.restriction,
      each.voucher,
    ]),
    goods.length,
    ...goods.flatMap((each) => [
      each.item,
      each.name,
      each.measure,
      each.fund,
      each.quantity,
      each.cost,
      each.voucher,
    ]),
  ]);
}
