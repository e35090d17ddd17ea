import { isOurs, keptOf, type AwardState, type PartState } from '../../domain/award.ts';
import type { Day } from '../../domain/day.ts';
import { negate, type Dong } from '../../domain/dong.ts';
import type { Fund } from '../../domain/fund.ts';

/** An award with the names that a list prints. */
export interface PrintedAward extends AwardState {
  readonly beneficiaryName: string;
  readonly sortKey: string;
  readonly decisionNo?: string | undefined;
}

export interface PrintedUnit {
  readonly id: number;
  readonly code: string;
  readonly name: string;
}

export interface PrintedVoucher {
  readonly id: number;
  readonly code: string;
  readonly fund: number;
}

/** One part of an award that was given, and who gave it; negative (đồng) where a payment was taken back. */
export interface Gift {
  readonly award: PrintedAward;
  readonly part: PartState;
  readonly amount: Dong;
  /** The fund that paid, or should have; undefined for what came from outside. */
  readonly fund: Fund | undefined;
  readonly voucher: string;
  readonly paidOn: Day | undefined;
}

/**
 * What has been given by the day the awards were read on. A part that goes through our hands counts when it is paid.
 * What others give is never posted: it counts with the award's first payment, or, where nothing of it is ours, with the
 * decision.
 */
function givenParts(award: PrintedAward): PartState[] {
  const ours = award.parts.filter(isOurs);
  const begun = ours.length === 0 ? award.state === 'approved' : ours.some((part) => part.paid !== undefined);
  return award.parts.filter((part) => (isOurs(part) ? part.paid !== undefined && keptOf(part) > 0 : begun));
}

/** The awards of which something is given. */
export function givenAwards(awards: readonly PrintedAward[]): ReadonlySet<number> {
  return new Set(awards.filter((award) => givenParts(award).length > 0).map(({ id }) => id));
}

/** A payment of which a part came back is another than before. */
function nameOf(part: PartState): string {
  return `${part.award}/${part.line}/${part.paid?.disbursement ?? ''}/${keptOf(part)}`;
}

/**
 * What was given between two days: given by the second and not by the first, less what was given by the first and is no
 * more. Over consecutive periods these add up to what the ledger has, whenever a payment is taken back.
 */
export function giftsBetween(
  before: readonly PrintedAward[],
  now: readonly PrintedAward[],
  funds: readonly Fund[],
  vouchers: readonly PrintedVoucher[],
): Gift[] {
  const fundsById = new Map(funds.map((fund) => [fund.id, fund]));
  const vouchersById = new Map(vouchers.map((voucher) => [voucher.id, voucher]));
  const gifts = (
    awards: readonly PrintedAward[],
    but: ReadonlySet<string>,
    sign: (amount: Dong) => Dong,
  ): Gift[] =>
    awards.flatMap((award) =>
      givenParts(award)
        .filter((part) => !but.has(nameOf(part)))
        .map((part): Gift => {
          const voucher = vouchersById.get(part.paid?.voucher ?? 0);
          const payer = part.outside === undefined ? (voucher?.fund ?? part.payer) : undefined;
          return {
            award,
            part,
            amount: sign(keptOf(part)),
            fund: fundsById.get(payer ?? 0),
            voucher: voucher?.code ?? '',
            paidOn: part.paid?.day,
          };
        }),
    );
  const names = (awards: readonly PrintedAward[]) => new Set(awards.flatMap(givenParts).map(nameOf));
  return [...gifts(now, names(before), (amount) => amount), ...gifts(before, names(now), negate)];
}

/**
 * What gifts of one award leave on paper: their vouchers one under another (a code is not to be broken), the last day
 * something was paid, and the last day somebody signed, once all that went through our hands is signed for.
 */
export function tracesOf(gifts: readonly Gift[]): {
  readonly voucher: string;
  readonly paidOn: Day | undefined;
  readonly signedOn: Day | undefined;
} {
  const ours = gifts.filter(({ part, amount }) => isOurs(part) && amount > 0);
  const signed = ours.flatMap(({ part }) => part.signedOn ?? []);
  return {
    voucher: [...new Set(gifts.map(({ voucher }) => voucher))].filter(Boolean).join('\n'),
    paidOn: lastOf(gifts.flatMap(({ paidOn }) => paidOn ?? [])),
    signedOn: signed.length < ours.length ? undefined : lastOf(signed),
  };
}

function lastOf(days: readonly Day[]): Day | undefined {
  return days.toSorted().at(-1);
}
