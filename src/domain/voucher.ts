import type { MoneyRole } from './account.ts';

/**
 * Voucher kinds by their customary abbreviations: PT phiếu thu, PC phiếu chi (cash); BC báo có, BN báo nợ (bank);
 * PKT phiếu kế toán (other); NK phiếu nhập kho, XK phiếu xuất kho (goods). Numbers run without gaps within kind, year and fund (or entity).
 */
export type VoucherKind = 'PT' | 'PC' | 'BC' | 'BN' | 'PKT' | 'NK' | 'XK';

export function receiptKind(money: MoneyRole): VoucherKind {
  return money === 'cash' ? 'PT' : 'BC';
}

export function paymentKind(money: MoneyRole): VoucherKind {
  return money === 'cash' ? 'PC' : 'BN';
}

/** How a voucher is named on paper and at the prompt: `PC-TET-2024-0007`, or `PC-2024-0007` in an entity-wide series. */
export function voucherCode(kind: VoucherKind, series: string, year: number, number: number): string {
  return [kind, ...(series === '' ? [] : [series]), year, String(number).padStart(4, '0')].join('-');
}
