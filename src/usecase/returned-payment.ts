import type { Day } from '../domain/day.ts';
import type { Dong } from '../domain/dong.ts';
import type { Ref } from '../domain/entry.ts';
import type { Place } from '../domain/fund.ts';
import { receiptKind } from '../domain/voucher.ts';
import type { OpenedList } from '../intake/open.ts';
import { refOf } from './benefit-pay.ts';
import type { Cases } from './benefit-cases.ts';
import type { EntryView } from './port/entries.ts';
import type { Writer } from './port/ports.ts';
import type { Session } from './session.ts';

export interface ReturnInput extends Cases {
  /** The bank's list of transfers that failed, a sheet or several; empty where cases are named. */
  readonly list: readonly OpenedList[];
  readonly on: Day;
  /** Where the money came back to; left out, where it was paid from. */
  readonly to: string | undefined;
  readonly reason: string;
  /** How much came back; left out, all of it. */
  readonly amount?: Dong | undefined;
  /** Whether the case ends here: it is cancelled, and nothing of it is paid any more. */
  readonly close?: boolean | undefined;
  /** The number of the minutes by which it came back. */
  readonly minutes?: string | undefined;
}

export interface ReturnAnswer {
  /** The first of them, and all. */
  readonly case: string;
  readonly cases: readonly string[];
  readonly vouchers: readonly string[];
  readonly total: Dong;
  /** What stays paid, in đồng. */
  readonly left: Dong;
  readonly closed: boolean;
}

/** The entry that paid a part; none where it was paid before the book. */
export async function paymentOf(
  writer: Writer,
  award: Ref,
  part: { readonly line: number; readonly paid?: { readonly voucher?: number | undefined } | undefined },
): Promise<EntryView | undefined> {
  const { award: of, line } = refOf({ award, part });
  const entries = await writer.voucherEntries(part.paid?.voucher ?? 0);
  const paying = entries.filter(
    (entry) =>
      entry.kind === 'benefit' &&
      entry.reversedBy === undefined &&
      entry.postings.some((posting) => posting.part?.award.id === of.id && posting.part.line === line),
  );
  return paying.at(-1);
}

/** One receipt for each fund and place. */
export async function voucherFor(
  session: Session,
  writer: Writer,
  vouchers: Map<string, Ref>,
  payment: EntryView,
  place: Place,
  day: Day,
  reason: string,
): Promise<Ref> {
  const fund = payment.postings[0]?.fund;
  if (fund === undefined) throw new TypeError('an entry without postings');
  const key = `${fund.id} ${place.id}`;
  const known = vouchers.get(key);
  if (known !== undefined) return known;
  const phrases = session.phrases(writer.entity.language);
  const content = phrases.givenBack({ voucher: payment.voucher?.code ?? '', reason });
  const wording = { party: '', content };
  const voucher = await writer.addVoucher({
    kind: receiptKind(place.kind),
    day,
    fund,
    place,
    papers: 0,
    wording,
  });
  vouchers.set(key, voucher);
  return voucher;
}
