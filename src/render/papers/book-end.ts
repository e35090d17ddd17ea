import type { EndPart } from '../../report/papers/book-end.ts';
import type { BookEndLines } from '../../report/papers/book-end-lines.ts';

type Texts = { readonly [K in keyof BookEndLines]: (facts: BookEndLines[K]) => string };
type Parts = { readonly [P in EndPart]: readonly [heading: string, tab: string] };

const PARTS_VI: Parts = {
  money: ['Tiền của từng quỹ bàn giao', 'Biên bản'],
  goods: ['PHỤ LỤC 1. HIỆN VẬT BÀN GIAO', 'Hiện vật'],
  units: ['PHỤ LỤC 2. ĐƠN VỊ VÀ SỐ NGƯỜI BÀN GIAO', 'Đơn vị'],
  unpaid: ['PHỤ LỤC 3. ĐÃ DUYỆT, CHƯA CHI', 'Chưa chi'],
  unsigned: ['PHỤ LỤC 4. ĐÃ CHI, CHƯA CÓ KÝ NHẬN', 'Chưa ký nhận'],
  series: ['PHỤ LỤC 5. SỐ CHỨNG TỪ CUỐI TRONG NĂM', 'Số chứng từ'],
  papers: ['PHỤ LỤC 6. GIẤY TỜ LƯU KÈM SỔ', 'Giấy tờ'],
};

const PARTS_EN: Parts = {
  money: ["Each fund's money that is handed over", 'Minutes'],
  goods: ['ANNEX 1. GOODS', 'Goods'],
  units: ['ANNEX 2. UNITS AND THEIR PEOPLE', 'Units'],
  unpaid: ['ANNEX 3. APPROVED AND NOT PAID', 'Not paid'],
  unsigned: ['ANNEX 4. PAID AND NOT SIGNED FOR', 'Not signed'],
  series: ["ANNEX 5. THE YEAR'S LAST VOUCHERS", 'Vouchers'],
  papers: ['ANNEX 6. PAPERS KEPT WITH THE BOOK', 'Papers'],
};

const APART_VI: Readonly<Record<string, string>> = { unit: 'đơn vị', case: 'hồ sơ', purpose: 'mục đích' };
const APART_EN: Readonly<Record<string, string>> = { unit: 'unit', case: 'case', purpose: 'purpose' };

/** What a giver set money apart for: `unit=BVA` in words. */
function apart(restriction: string, kinds: Readonly<Record<string, string>>): string {
  const [kind = '', code = ''] = restriction.split('=', 2);
  return `${kinds[kind] ?? kind} ${code}`;
}

export const bookEndVi: Texts = {
  bookEnd: () => 'BIÊN BẢN BÀN GIAO TÀI CHÍNH, TÀI SẢN KHI KẾT THÚC HOẠT ĐỘNG',
  bookEndOf: (f) => `Theo ${f.document}`,
  endPart: (f) => PARTS_VI[f.part][0],
  endTab: (f) => PARTS_VI[f.part][1],
  endControl: () => 'Mã kiểm soát của tệp bàn giao:',
  endMoney: (f) =>
    [
      f.kind === 'own' ? 'quỹ của đơn vị' : `tiền giữ hộ ${f.owner}`,
      ...(f.restriction === undefined ? [] : [`dành riêng: ${apart(f.restriction, APART_VI)}`]),
    ].join('; '),
  endPlace: (f) => (f.place === 'cash' ? 'tiền mặt' : 'tiền gửi'),
  endAgreed: (f) =>
    `Hai bên đã đối chiếu và thống nhất số liệu trên cùng ${f.annexes} phụ lục kèm theo (${f.goods} loại hiện vật, ${f.people} người). Sổ khóa hẳn từ ngày bàn giao. Biên bản lập thành 03 bản, mỗi bên giữ 01 bản, lưu 01 bản.`,
};

export const bookEndEn: Texts = {
  bookEnd: () => 'MINUTES OF THE HANDOVER OF MONEY AND GOODS AT THE END OF THE BOOK',
  bookEndOf: (f) => `By ${f.document}`,
  endPart: (f) => PARTS_EN[f.part][0],
  endTab: (f) => PARTS_EN[f.part][1],
  endControl: () => 'Control code of the file:',
  endMoney: (f) =>
    [
      f.kind === 'own' ? 'own fund' : `held for ${f.owner}`,
      ...(f.restriction === undefined ? [] : [`set apart: ${apart(f.restriction, APART_EN)}`]),
    ].join('; '),
  endPlace: (f) => (f.place === 'cash' ? 'cash' : 'bank'),
  endAgreed: (f) =>
    `Both sides compared these figures and the ${f.annexes} annexes (kinds of goods: ${f.goods}; people: ${f.people}) and agree on them. The book is locked from this day on. Made in three copies: one for each side, one to be kept.`,
};
