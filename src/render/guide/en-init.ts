import type { InitTexts } from './init-texts.ts';

export const en: InitTexts = {
  intro:
    'A new book: a few questions, then everything is shown once more before it is made.\nType < and Enter at any question to stop; nothing is recorded before you say yes.',
  name: {
    why: 'The full name as on the seal; it heads every paper. As: Công đoàn ngành Y tế tỉnh Nam Sơn',
    ask: 'Name of the union that keeps the book:',
  },
  above: {
    why: 'Stands above your own name, and is where money is remitted to.',
    ask: 'The union above (Enter if there is none):',
  },
  town: {
    why: 'Stands before the date on papers: "Nam Sơn, ngày …".',
    ask: 'Town (Enter to leave it out):',
  },
  from: {
    why: 'The book begins on its first day; what was there the day before is the opening balance. As: 01/2024',
    ask: 'First month of the book:',
  },
  officers: 'Who signs vouchers and reports; whoever is missing can be added later.',
  chair: 'Chair (Enter skips):',
  accountant: 'Accountant (Enter skips):',
  cashier: 'Cashier (Enter skips):',
  opening: (day) =>
    `What each fund had at the end of ${day}, by the old book. Enter for none. Type as 36590000 or 36.590.000.`,
  fund: ({ name, purposes, owner }) =>
    owner === ''
      ? `${name} – pays for: ${purposes}.`
      : `${name} (held for ${owner}) – pays for: ${purposes}.`,
  cash: '  cash in the box:',
  bank: '  money at the bank:',
  sum: (sum) => `Opening balances together: ${sum} đ`,
  another: 'Is there another fund to add?',
  next: [
    'Next: on the first screen (type phucloi) choose "Members and units"',
    'to bring in the lists of units and members (the Excel file you use will do).',
  ],
};
