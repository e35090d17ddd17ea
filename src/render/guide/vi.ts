import type { GuideTexts } from './texts.ts';

export const vi: GuideTexts = {
  sameAs: 'Lệnh tương đương:',
  inDong: (figures) => `${figures} đ`,
};
