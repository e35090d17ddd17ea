import { never, type Rule } from './rule.ts';

/** The chain: proved by the book itself before any rule is asked, so that this rule only names what was found. */
export const r25: Rule = {
  code: 'R25',
  group: 'book',
  scope: 'book',
  kinds: { 'book.altered': never('accountant') },
  look: async () => [],
};
