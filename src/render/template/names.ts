import { fold } from '../../domain/name.ts';

/** How what a template may be filled with is named: letters without marks, digits and `_`. */

/** A word of the catalogue or a key of the program as a name: `Họ và tên` is `ho_va_ten`, `inWords` is `in_words`. */
export function nameOf(text: string): string {
  const split = text.replace(/^list:/u, '').replace(/([a-z])([A-Z])/gu, '$1_$2');
  const plain = fold(split)
    .replace(/[^a-z0-9]+/gu, '_')
    .replace(/^_+|_+$/gu, '');
  return /^\d/.test(plain) ? `_${plain}` : plain;
}

/** A name of a workbook without the mark that says it is ours. */
export function bareName(name: string): string {
  return nameOf(name).replace(/^(phucloi|pl)_(?=.)/u, '');
}

/** The row that is repeated, and those of further tables: `rows`, `rows_2`, … */
export function rowsName(name: string): string | undefined {
  const [, number = ''] = /^(?:rows|cac_dong)(_\d+)?$/u.exec(bareName(name)) ?? [];
  return /^(?:rows|cac_dong)(_\d+)?$/u.test(bareName(name)) ? `rows${number}` : undefined;
}

/** Vietnamese names without marks for what every paper or many papers have; of several the first that is there. */
export const ALIASES: Readonly<Record<string, readonly string[]>> = {
  cap_tren: ['above'],
  ten_don_vi: ['name'],
  don_vi: ['unit', 'name'],
  tieu_de: ['title'],
  mau_so: ['form'],
  ky: ['month', 'period'],
  tu_ngay: ['provenance_from'],
  den_ngay: ['provenance_to'],
  dot: ['round'],
  ten_dot: ['round_name'],
  ma_dot: ['round_code'],
  quyet_dinh: ['decision', 'decisions'],
  ngay_lap: ['on_day', 'dateline_day', 'paper_date'],
  dia_danh_ngay: ['dateline'],
  dia_danh: ['dateline_town'],
  ngay: ['day', 'on_day_dd', 'dateline_day_dd', 'paper_date_dd'],
  thang: ['on_day_mm', 'dateline_day_mm', 'paper_date_mm'],
  nam: ['on_day_yyyy', 'dateline_day_yyyy', 'paper_date_yyyy'],
  so_phieu: ['number_code', 'voucher'],
  so_tay: ['number_paper_no'],
  tk_no: ['debit_accounts'],
  tk_co: ['credit_accounts'],
  ho_ten: ['person', 'party'],
  nguoi_nop: ['party'],
  nguoi_nhan: ['party'],
  dia_chi: ['address'],
  noi_dung: ['content'],
  ly_do: ['content'],
  quy: ['fund', 'purse'],
  so_tien: ['amount', 'sum'],
  bang_chu: ['in_words', 'sum_in_words_words', 'total_amount_words', 'total_sum_words'],
  kem_theo: ['papers'],
  so_dong: ['rows_count'],
  tong_cong: ['total_sum', 'total_amount', 'total_value'],
  tong_so_nguoi: ['total_people', 'people_people', 'recipients_people'],
  chu_tich: ['signer_chair', 'signer_committee', 'signer_head', 'signer_approving'],
  ke_toan: ['signer_accountant'],
  thu_quy: ['signer_cashier'],
  nguoi_lap: ['signer_preparer'],
  ma_kiem_soat: ['control_code', 'controls_code'],
  dau_chuoi: ['provenance_head'],
  lenh: ['provenance_query'],
  ma_so: ['provenance_book'],
};

/** The same of the columns of a table only. */
export const COLUMN_ALIASES: Readonly<Record<string, readonly string[]>> = {
  stt: ['number', 'row_number'],
  nhom: ['group'],
};
