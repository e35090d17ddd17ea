import type { Messages, Refusals } from '../messages.ts';
import type { UnitsDone } from './units.ts';
import { counted } from '../figures.ts';
import { d, day, list } from './en-terms.ts';

const OPEN: Readonly<Record<string, string>> = {
  proposed: 'proposals that wait',
  unpaid: 'awards not paid',
  unsigned: 'gifts not signed for',
  advance: 'awards still with distributors',
  target: 'appeal targets not met',
  quota: 'quotas of rounds still to come',
};

export const unitsDone = (): UnitsDone => ({
  unitClosed: (a) =>
    `Closed ${a.code} after ${day(a.on)}${a.successor === undefined ? '' : `; ${a.successor} takes its place${a.moved > 0 ? `, with ${counted(a.moved, 'person', 'people')} who keep their codes, cards and all they received` : ''}`}.${a.members > 0 ? ` ${counted(a.members, 'person still stands', 'people still stand')} in it.` : ''}`,
  unitMerged: (a) =>
    [
      `From ${day(a.on)} on, by ${a.document}: ${list(a.ended)} merged into ${a.into}${a.made ? ' (a new unit)' : ''}.`,
      `Moved ${counted(a.moved, 'person', 'people')}; codes, cards and all they received stay.${a.placed.length > 0 ? ` Now under ${a.into}: ${list(a.placed)}.` : ''}`,
    ].join('\n'),
  unitSplit: (a) =>
    [
      `From ${day(a.on)} on, by ${a.document}: ${a.ended ? `${a.code} was split into` : `a part of ${a.code} went:`} ${a.into.map(({ unit, people }) => `${unit} (${counted(people, 'person', 'people')})`).join(', ')}.`,
      `Everybody's codes, cards and all they received stay.${a.placed.length > 0 ? ` Lower units went along: ${list(a.placed)}.` : ''}`,
    ].join('\n'),
  bookEnded: (a) =>
    [
      `The book ended on ${day(a.on)} by ${a.document}; handed over to ${a.to}:`,
      ...a.money.map((each) => `  ${each.voucher}: fund ${each.fund}, ${each.place}, ${d(each.amount)}`),
      ...a.goods.map((each) => `  ${each.voucher}: ${each.quantity} ${each.measure} ${each.item}`),
      `${d(a.total)} in all; ${counted(a.people, 'person', 'people')}${a.open > 0 ? `; ${counted(a.open, 'gift')} not done with` : ''}. The book is locked.`,
      `Minutes for both to sign: ${a.path}. File for the other side: ${a.file} (control code ${a.control}).`,
    ].join('\n'),
  bookReceived: (a) =>
    a.known
      ? `The handover of ${a.from} (${a.document}) is there already; nothing new.`
      : [
          `Taken over from ${a.from} by ${a.document}, ${day(a.on)}; transfers in, no gifts:`,
          ...a.lines.map((each) => `  ${each.voucher}: fund ${each.fund}, ${each.place}, ${d(each.amount)}`),
          ...a.goods.map((each) => `  ${each.voucher}: ${each.quantity} ${each.item}`),
          `${d(a.total)} in all.`,
        ].join('\n'),
  unitPlaced: (a) => {
    const below = a.units - a.moved.length;
    const moved = a.moved.map(({ unit, from }) => `${unit} (${from === '' ? 'the top' : from})`);
    return `From ${day(a.on)} on, by ${a.document}: ${list(moved)}${below > 0 ? ` with ${counted(below, 'lower unit')}` : ''} moved to ${a.to === '' ? 'the top' : a.to}.`;
  },
});

export const unitOpen: Messages['warnings']['unit.open'] = ({ unit, into, what, codes, more }) =>
  `${unit} leaves ${OPEN[what] ?? what}: ${list(codes)}${more > 0 ? `, … (${codes.length + more} in all)` : ''}.${into === '' ? '' : ` Follow them up with ${into}.`}`;

const UNSETTLED: Readonly<Record<string, string>> = {
  advance: 'advances not settled',
  loan: 'loans between funds not repaid',
  receipt: 'money of nobody yet',
  later: 'entries after its last day',
  month: 'months that are not closed',
  finding: 'errors of its last month',
  balance: 'balances',
};

export const unitFailures = {
  'book.ended': ({ on, to, document }) => [
    `This book ended on ${day(on)} by ${document}; ${to} took everything over.`,
    'A book that ended is only looked at, printed and exported.',
    'Enter it in the book of whoever took over.',
  ],
  'book.open': ({ what, codes, more }) => [
    `The book cannot end yet, for ${UNSETTLED[what] ?? what}: ${list(codes)}${more > 0 ? `, … (${codes.length + more} in all)` : ''}.`,
    'Before a handover everything open is settled and the months before are closed.',
    'Settle them one by one and run it again; see: phucloi reconcile',
  ],
  'handover.file': ({ file, why, fund }) => [
    why === 'control'
      ? `${file}: its figures do not fit its control code.`
      : why === 'own'
        ? `${file}: it is this book's own handover.`
        : why === 'kind'
          ? `${file}: fund ${fund ?? ''} is somebody else's money in one book and not in the other.`
          : `${file}: no file of a handover.`,
    why === 'kind'
      ? "Somebody's money stays theirs: say which fund takes it."
      : 'The file is written by phucloi book end and never changed.',
    why === 'kind'
      ? `Name the fund: --as ${fund ?? ''}=FUND`
      : 'Ask for the file again, or type the minutes: --from BODY --document NO --line FUND:PLACE=AMOUNT',
  ],
  'unit.ended': ({ code, on, into }) => [
    `Unit ${code} ended after ${day(on)}${into.length === 0 ? '' : `; ${list(into)} took its place`}.`,
    'A unit that ended takes no people, gifts, money or targets dated later.',
    into.length === 0
      ? 'Name another unit; see: phucloi unit list'
      : `Run it again with ${into.length === 1 ? (into[0] ?? '') : 'the right one of these'}; see: phucloi unit list`,
  ],
  'unit.ring': ({ code, parent, on }) => [
    `On ${day(on)}, ${code} would stand under itself, by way of ${parent}.`,
    'The tree has no ring: a unit does not stand under one that stands under it.',
    'Look at the tree and correct it: phucloi unit list',
  ],
  'unit.placed': ({ code, day: on, last }) => [
    `${code} moved on ${day(last)} already; ${day(on)} lies before that.`,
    'Moves of a unit are entered in the order of their days.',
    'Take the later one back and enter both: phucloi operation list',
  ],
  'unit.left': ({ code, what, codes, more }) => [
    `Splitting ${code}: it is not said where ${what === 'member' ? counted(codes.length + more, 'person goes', 'people go') : counted(codes.length + more, 'lower unit goes', 'lower units go')}: ${list(codes)}${more > 0 ? ', …' : ''}.`,
    'Where everybody goes is said, never guessed.',
    what === 'member'
      ? 'Add them to the list (--list), or name who takes the rest: --rest UNIT'
      : 'Move them first (phucloi unit move), or name who takes the rest: --rest UNIT',
  ],
} satisfies Partial<Refusals['failures']>;

/** Columns of lists of units and of their books. */
export const UNIT_COLUMNS = {
  unit: 'Unit',
  closedTo: 'Closed up to',
  seal: 'Head',
  collectedOn: 'Collected on',
  parent: 'Under',
  endedOn: 'Ended',
  successor: 'Now',
  members: 'Members',
};
