/** What a workbook says of itself: the names of its styles, and the sheet that tells where its figures come from. */
export interface WorkbookTexts {
  readonly styles: { readonly [K in StyleName]: string };
  /** The name of the sheet, and its title. */
  readonly provenance: string;
  readonly provenanceTitle: string;
  readonly book: string;
  readonly uuid: string;
  readonly from: string;
  readonly to: string;
  readonly query: string;
  readonly version: string;
  readonly head: string;
  readonly sealed: string;
  /** How a month is written: 01/2024. */
  readonly sealedHead: (month: string, head: string) => string;
  /** For the foot of each page. */
  readonly foot: (month: string | undefined, head: string) => string;
  readonly again: string;
}

/** The named styles of a paper: a person changes one and all its cells follow. */
export type StyleName =
  | 'letterhead'
  | 'title'
  | 'subtitle'
  | 'stamp'
  | 'heading'
  | 'mark'
  | 'text'
  | 'code'
  | 'day'
  | 'amount'
  | 'count'
  | 'group'
  | 'stated'
  | 'subtotal'
  | 'total'
  | 'note'
  | 'paragraph'
  | 'field'
  | 'signature';

export const workbookVi: WorkbookTexts = {
  styles: {
    letterhead: 'Quốc hiệu, tên đơn vị',
    title: 'Tên báo cáo',
    subtitle: 'Dòng dưới tên báo cáo',
    stamp: 'Dấu hủy',
    heading: 'Tiêu đề cột',
    mark: 'Ký hiệu cột',
    text: 'Chữ',
    code: 'Mã số',
    day: 'Ngày',
    amount: 'Số tiền',
    count: 'Số lượng',
    group: 'Tên nhóm',
    stated: 'Số dư',
    subtotal: 'Cộng nhóm',
    total: 'Tổng cộng',
    note: 'Ghi chú thêm',
    paragraph: 'Đoạn văn',
    field: 'Dòng kê khai',
    signature: 'Chữ ký',
  },
  provenance: 'Nguồn số liệu',
  provenanceTitle: 'NGUỒN SỐ LIỆU',
  book: 'Sổ của:',
  uuid: 'Mã sổ:',
  from: 'Từ ngày:',
  to: 'Đến ngày:',
  query: 'Lệnh in:',
  version: 'Phiên bản chương trình:',
  head: 'Mã niêm phong của sổ khi in:',
  sealed: 'Mã niêm phong tháng đã khóa:',
  sealedHead: (month, head) => `tháng ${month}: ${head}`,
  foot: (month, head) =>
    month === undefined ? `Mã niêm phong: ${head}` : `Mã niêm phong tháng ${month}: ${head}`,
  again: 'Ai có sổ này thì in lại được đúng các số liệu này bằng lệnh trên.',
};

export const workbookEn: WorkbookTexts = {
  styles: {
    letterhead: 'Letterhead',
    title: 'Paper title',
    subtitle: 'Paper subtitle',
    stamp: 'Void stamp',
    heading: 'Column heading',
    mark: 'Column mark',
    text: 'Words',
    code: 'Code',
    day: 'Day',
    amount: 'Amount',
    count: 'Count',
    group: 'Group heading',
    stated: 'Stated balance',
    subtotal: 'Subtotal',
    total: 'Grand total',
    note: 'Remark',
    paragraph: 'Paragraph',
    field: 'Form field',
    signature: 'Signature',
  },
  provenance: 'Source of figures',
  provenanceTitle: 'SOURCE OF FIGURES',
  book: 'Book of:',
  uuid: 'Book ID:',
  from: 'From:',
  to: 'To:',
  query: 'Printed by:',
  version: 'Program version:',
  head: "Head of the book's chain when printed:",
  sealed: 'Head of the closed month:',
  sealedHead: (month, head) => `month ${month}: ${head}`,
  foot: (month, head) =>
    month === undefined ? `Head of the chain: ${head}` : `Head of month ${month}: ${head}`,
  again: 'Whoever has this book can print the same figures again with the command above.',
};
