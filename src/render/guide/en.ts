import type { GuideTexts } from './texts.ts';

export const en: GuideTexts = {
  sameAs: 'The same as a command:',
  inDong: (figures) => `${figures} đ`,
};
