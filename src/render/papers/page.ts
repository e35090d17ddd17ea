import { formatDay } from '../figures.ts';
import type { PageLines } from '../../report/papers/page-lines.ts';

type PageTexts = { readonly [K in keyof PageLines]: (facts: PageLines[K]) => string };

export const pageVi: PageTexts = {
  carriedForward: () => 'Cộng chuyển sang trang sau',
  broughtForward: () => 'Số trang trước chuyển sang',
  sealedFoot: (f) => `Đã khóa tháng ${formatDay(f.month)}: ${f.head}`,
};

export const pageEn: PageTexts = {
  carriedForward: () => 'Carried forward',
  broughtForward: () => 'Brought forward',
  sealedFoot: (f) => `Month ${formatDay(f.month)} closed: ${f.head}`,
};
