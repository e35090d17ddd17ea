import type { Exit, HelpGroup, Topic } from '../help.ts';

export const groups: Readonly<Record<HelpGroup, string>> = {
  setup: 'Setting up',
  moneyIn: 'Money in',
  benefits: 'Gifts and support',
  moneyOut: 'Other payments, moving money',
  corrections: 'Corrections',
  monthEnd: "The month's end",
  paper: 'Books, reports, papers',
  keeping: 'Keeping the book',
};

export const topicTitles: Readonly<Record<Topic, string>> = {
  funds: 'Funds and places',
  rounds: 'Rounds of gifts, hardship, visits, Union Homes: from proposal to signature',
  imports: 'Taking in lists and statements from CSV and Excel',
  closing: 'Reconciling and closing a month',
  corrections: 'Putting a mistake right',
  periods: 'How days, months and periods are written',
  files: 'Files: the book, papers, templates, backups',
  scripts: 'From another program: JSON, exit codes, environment',
};

export const more: readonly (readonly [string, string])[] = [
  ['phucloi gift --help', 'the commands for gifts'],
  ['phucloi gift pay --help', 'examples and options of one command'],
  ['phucloi help commands', 'every command, by group'],
];

export const exit: Readonly<Record<Exit, string>> = {
  0: 'done',
  1: 'looked, and found something to mend',
  2: 'the command line is not right; nothing was done',
  3: 'a rule does not allow it; nothing was written',
  4: 'the file cannot be taken in; no row was written',
  5: 'book, file or code not found',
  6: 'a book or file is busy; safe to run again',
  7: 'the book is damaged, or no book of phucloi',
  70: 'a defect of the program; the book is as it was',
  130: 'stopped by the user; nothing was written',
  143: 'stopped by the system (shutting down, out of time); nothing half-written',
};

export const everyday = {
  init: 'make a new book',
  'member import': 'take in the roll of members',
  'programme add': 'open a round of gifts or support',
  'contribution add': 'post one contribution',
  'contribution import': 'take in a donor list',
  allocation: 'post money given by the union above',
  'statement import': "record a bank's statement as evidence",
  'gift import': 'take in the recipients of a round',
  'gift approve': 'approve gifts by a decision',
  'gift pay': 'pay gifts: one voucher a run',
  'gift sign': 'record who signed',
  'hardship open': 'open a hardship case',
  'home open': 'open a Union Home case',
  'visit add': 'record a visit',
  'expense add': 'post a cost (fees, wreaths, transport)',
  move: 'take cash out of the bank, or pay it in',
  remit: 'pass money to the union above',
  'advance pay': 'pay an advance',
  'entry correct': 'put an entry right: reversed, entered again',
  'entry reverse': 'take a mistaken entry back',
  'operation undo': 'take back a whole import or payment',
  status: 'what is due, overdue, blocking',
  'month-end': "walk through the month's end",
  balance: 'what each fund has',
  'cash count': 'record a count of the cash box',
  reconcile: 'reconcile a month, and see what to mend',
  close: 'close a month',
  'ledger fund': "a fund's ledger: in, out, balance",
  'report disbursements': 'what was given to whom',
  'voucher print': 'write vouchers to sign',
  verify: 'see whether the book was altered',
  demo: 'play the sample book',
};
