import type { HelpGroup, Topic } from '../render/help.ts';
import type { CommandName } from './commands.ts';

type NounOf<Name extends string> = Name extends `${infer First} ${string}` ? First : Name;
/** The first word of a command: what its verbs are verbs of. */
type Noun = NounOf<CommandName>;

/** Where each noun stands in the general help and the reference; a noun without a group is an error of the compiler. */
const GROUP_OF: Readonly<Record<Noun, HelpGroup>> = {
  init: 'setup',
  fund: 'setup',
  place: 'setup',
  officer: 'setup',
  unit: 'setup',
  member: 'setup',
  donor: 'setup',
  appeal: 'setup',
  programme: 'setup',
  rule: 'setup',
  setting: 'setup',
  goods: 'setup',
  opening: 'setup',
  history: 'setup',
  contribution: 'moneyIn',
  allocation: 'moneyIn',
  receipt: 'moneyIn',
  statement: 'moneyIn',
  gift: 'benefits',
  hardship: 'benefits',
  visit: 'benefits',
  home: 'benefits',
  explain: 'benefits',
  expense: 'moneyOut',
  move: 'moneyOut',
  transfer: 'moneyOut',
  remit: 'moneyOut',
  loan: 'moneyOut',
  advance: 'moneyOut',
  entry: 'corrections',
  operation: 'corrections',
  status: 'monthEnd',
  'month-end': 'monthEnd',
  cash: 'monthEnd',
  reconcile: 'monthEnd',
  check: 'monthEnd',
  close: 'monthEnd',
  reopen: 'monthEnd',
  lock: 'monthEnd',
  balance: 'monthEnd',
  ledger: 'paper',
  report: 'paper',
  voucher: 'paper',
  attach: 'paper',
  handover: 'paper',
  book: 'monthEnd',
  verify: 'keeping',
  access: 'keeping',
  backup: 'keeping',
  restore: 'keeping',
  collect: 'keeping',
  collection: 'keeping',
  export: 'keeping',
  'import-book': 'keeping',
  role: 'keeping',
  migrate: 'keeping',
  private: 'keeping',
  config: 'keeping',
  completion: 'keeping',
  doctor: 'keeping',
  demo: 'keeping',
};

/** Commands of every day, in the order of the work: what the general help shows of each group. */
export const EVERYDAY = {
  setup: ['init', 'member import', 'programme add'],
  moneyIn: ['contribution add', 'contribution import', 'allocation', 'statement import'],
  benefits: [
    'gift import',
    'gift approve',
    'gift pay',
    'gift sign',
    'hardship open',
    'home open',
    'visit add',
  ],
  moneyOut: ['expense add', 'move', 'remit', 'advance pay'],
  corrections: ['entry correct', 'entry reverse', 'operation undo'],
  monthEnd: ['status', 'month-end', 'balance', 'cash count', 'reconcile', 'close'],
  paper: ['ledger fund', 'report disbursements', 'voucher print'],
  keeping: ['verify', 'demo'],
} as const satisfies Readonly<Record<HelpGroup, readonly CommandName[]>>;
export type EverydayName = (typeof EVERYDAY)[HelpGroup][number];

/** The topic that tells a noun's whole story. */
const TOPIC_OF: Readonly<Partial<Record<Noun, Topic>>> = {
  fund: 'funds',
  place: 'funds',
  transfer: 'funds',
  move: 'funds',
  remit: 'funds',
  loan: 'funds',
  allocation: 'funds',
  programme: 'rounds',
  gift: 'rounds',
  hardship: 'rounds',
  home: 'rounds',
  visit: 'rounds',
  rule: 'rounds',
  contribution: 'imports',
  statement: 'imports',
  member: 'imports',
  unit: 'imports',
  opening: 'imports',
  history: 'imports',
  status: 'closing',
  'month-end': 'closing',
  cash: 'closing',
  reconcile: 'closing',
  check: 'closing',
  close: 'closing',
  reopen: 'closing',
  lock: 'closing',
  entry: 'corrections',
  operation: 'corrections',
  balance: 'periods',
  ledger: 'periods',
  report: 'files',
  voucher: 'files',
  attach: 'files',
  'import-book': 'files',
  book: 'files',
  backup: 'files',
  restore: 'files',
  export: 'scripts',
  verify: 'scripts',
  config: 'scripts',
  completion: 'scripts',
};

export function nounOf(name: string): string {
  return name.split(' ')[0] ?? '';
}

export function groupOf(name: CommandName): HelpGroup {
  return GROUP_OF[nounOf(name) as Noun];
}

export function topicOf(name: string): Topic | undefined {
  return TOPIC_OF[nounOf(name) as Noun];
}
