import { once } from '../../domain/once.ts';
import { counted } from '../figures.ts';
import type { Messages } from '../messages.ts';
import { VISITS } from './en-cases.ts';
import { KINDS, day } from './en-terms.ts';

export const phrases = once((): Messages['phrases'] => ({
  opening: () => 'Opening balance',
  listReceipt: (f) => `Contributions by list${f.file === '' ? '' : ` ${f.file}`} (${f.rows})`,
  gift: () => 'Contribution',
  allocated: () => 'Allocation from above',
  advanced: () => 'Advance',
  moved: (f) => `Moved from ${f.from} to ${f.to}`,
  transferred: (f) => `Transferred from ${f.from} to ${f.to}`,
  remitted: (f) => `${f.fund} remitted to ${f.to}`,
  benefit: (f) =>
    `Paid ${KINDS[f.kind]}: ${f.round} (${counted(f.people, 'person', 'people')}, list attached)`,
  visited: (f) => `Visit to a member (${VISITS[f.category] ?? f.category}), case ${f.case}`,
  visitor: () => 'visitor',
  handedOut: (f) => `Handed out: ${f.round} (${counted(f.people, 'person', 'people')})`,
  signedFor: (f) =>
    `Advance settled by the signed list: ${f.round} (${counted(f.people, 'person', 'people')})`,
  spent: (f) => `Spent from advance ${f.voucher}`,
  returned: (f) =>
    f.minutes === undefined
      ? `Advance ${f.voucher} returned`
      : `Not handed out of ${f.voucher}, returned by minutes ${f.minutes}`,
  lent: (f) => `${f.from} lends to ${f.to}`,
  repaid: (f) => `Repayment of loan ${f.voucher}`,
  supported: (f) => `Support to ${f.unit}`,
  goodsBought: (f) => `Bought: ${f.item} (${f.quantity} ${f.measure})`,
  goodsReceived: (f) => `Given to us: ${f.item} (${f.quantity} ${f.measure})`,
  goodsGiven: (f) => `Given out: ${f.item} (${f.quantity} ${f.measure})${f.to === '' ? '' : `: ${f.to}`}`,
  goodsReversed: (f) => `Reversal of ${f.voucher}: ${f.reason}`,
  surplus: (f) => `Surplus found by the count of ${f.place} on ${day(f.day)}`,
  shortage: (f) => `Shortage found by the count of ${f.place} on ${day(f.day)}, owed by the cashier`,
  countAgain: (f) => `${f.place} counted again on ${day(f.day)}`,
  handover: (f) => `Handover of the office of ${f.role}`,
  handedOver: (f) => `${f.fund} handed over to ${f.to} by ${f.document}`,
  tookOver: (f) => `${f.fund} taken over from ${f.from} by ${f.document}`,
  bankFee: () => 'Bank fee',
  bankInterest: () => 'Bank interest',
  paidBack: () => 'Unidentified money paid back to its sender',
  identified: (f) => `Unidentified money of entry ${f.entry} identified`,
  bankLines: (f) =>
    `${{ contribution: 'Contributions', fee: 'Bank fees', interest: 'Bank interest', refund: 'Unidentified money paid back', unidentified: 'Unidentified money' }[f.as]} by statement (${f.lines})`,
  undone: (f) =>
    `${f.list ? 'Import of a list taken back' : 'Operation taken back'} (entries: ${f.entries}${f.of === undefined ? '' : `, of ${day(f.of)}`}): ${f.reason}`,
  reversed: (f) =>
    `Reversal of entry ${f.entry}${f.voucher === '' ? '' : ` (${f.voucher}${f.of === undefined ? '' : ` of ${day(f.of)}`})`}: ${f.reason}`,
  givenBack: (f) => `Money paid by ${f.voucher} came back: ${f.reason}`,
  refunded: (f) => `Contribution paid back${f.voucher === '' ? '' : ` (${f.voucher})`}: ${f.reason}`,
  openedAdvance: () => 'Advance not yet settled, opening balance',
  openedLoan: (f) => `Loan of fund ${f.from} to fund ${f.to}, opening balance`,
  tetRound: (f) => `Tet ${f.year} (${f.name})`,
  yearRound: (f) => `${YEARLY[f.kind]} ${f.year}`,
}));

const YEARLY = {
  gift: 'Gifts',
  hardship: 'Hardship support',
  visit: 'Visits',
  home: 'Union Homes',
} as const;
