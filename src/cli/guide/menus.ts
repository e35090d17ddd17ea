import type { MenuName, TaskName } from '../../render/guide/task-texts.ts';

/** A line of a menu: another menu, or a task. */
export type Item = { readonly menu: Exclude<MenuName, 'main' | 'noBook'> } | { readonly task: TaskName };

const tasks = (...names: readonly TaskName[]): readonly Item[] => names.map((task) => ({ task }));

/** What each menu offers, in the order of the work. The way back is added to each. */
export const MENUS: { readonly [M in Exclude<MenuName, 'noBook'>]: readonly Item[] } = {
  main: [
    { menu: 'moneyIn' },
    { menu: 'bank' },
    { menu: 'gifts' },
    { menu: 'hardship' },
    { menu: 'visits' },
    { menu: 'homes' },
    { menu: 'moneyOut' },
    { task: 'count' },
    { task: 'monthEnd' },
    { menu: 'papers' },
    { menu: 'corrections' },
    { menu: 'people' },
    { menu: 'settings' },
    { task: 'help' },
  ],
  moneyIn: tasks('contribution', 'donorList', 'allocation', 'receipt', 'appealAdd', 'appeals'),
  bank: tasks('statement', 'match', 'queue', 'identify', 'fee', 'interest', 'bankBalance'),
  gifts: tasks(
    'giftRound',
    'giftImport',
    'giftApprove',
    'giftSheet',
    'giftPay',
    'giftSign',
    'giftReturn',
    'giftProgress',
  ),
  hardship: tasks(
    'hardshipOpen',
    'hardshipImport',
    'hardshipPaper',
    'hardshipApprove',
    'hardshipPay',
    'hardshipSign',
    'hardshipList',
  ),
  visits: tasks('visitAdd', 'visitPrint', 'visitList'),
  homes: tasks(
    'homeOpen',
    'homeImport',
    'homePaper',
    'homeApprove',
    'homePay',
    'homeSign',
    'homeMilestone',
    'homeStages',
  ),
  moneyOut: tasks('expense', 'move', 'remit', 'advance', 'settle', 'transfer', 'balance'),
  papers: [
    { menu: 'ledgers' },
    ...tasks(
      'voucherPrint',
      'giftSheet',
      'reportMonth',
      'reportDisbursements',
      'reportContributions',
      'reportThanks',
      'reportDecision',
    ),
  ],
  ledgers: tasks('ledgerCash', 'ledgerBank', 'ledgerFund', 'ledgerJournal', 'ledgerMember'),
  corrections: tasks('undo', 'entryShow', 'reverse', 'correct', 'describe'),
  people: tasks(
    'memberShow',
    'memberAdd',
    'memberImport',
    'memberMove',
    'memberStatus',
    'unitList',
    'unitAdd',
    'unitImport',
  ),
  settings: tasks('officer', 'place', 'fund', 'setting', 'check', 'verify'),
};
