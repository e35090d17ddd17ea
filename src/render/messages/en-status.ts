import { PAPER_NAMES } from './en-papers.ts';
import { counted } from '../figures.ts';
import { d, day } from './en-terms.ts';
import type { StatusTexts } from './status.ts';

export const en: StatusTexts = {
  title: (a) =>
    `What waits on ${day(a.today)}. ${day(a.month)} ${a.ended ? 'has ended and is not closed' : `runs until ${day(a.last)}`}.`,
  states: {
    overdue: () => 'Overdue',
    blocking: (month) => `In the way of closing ${day(month)}`,
    due: () => 'To do',
  },
  due: {
    'month.close': (f) => `Close ${day(f.month)}`,
    'cash.count': (f) => `Count ${f.place} at the end of ${day(f.month)}; the book has ${d(f.balance)}`,
    'cash.difference': (f) =>
      `${f.place}: ${d(f.counted)} counted, the book has ${d(f.balance)}, ${d(Math.abs(f.difference))} ${f.difference > 0 ? 'too much' : 'short'}`,
    'bank.statement': (f) => `No statement of ${f.place} for ${day(f.month)}; the book has ${d(f.balance)}`,
    'bank.difference': (f) =>
      `${f.place}: the bank says ${d(f.bank)}, the book has ${d(f.book)}, ${d(Math.abs(f.difference))} apart`,
    'bank.lines': (f) =>
      `${f.place}: ${counted(f.lines, 'bank line is', 'bank lines are')} matched with nothing`,
    'bank.unidentified': (f) =>
      `${counted(f.receipts, 'receipt waits', 'receipts wait')} to be identified, ${d(f.total)}`,
    'round.list': (f) =>
      `Round ${f.round}: ${f.units === 0 ? 'no list has come' : `${counted(f.units, 'unit has', 'units have')} sent no list`}`,
    'round.pay': (f) =>
      `Round ${f.round}: ${counted(f.people, 'award')} approved and not paid, ${d(f.total)}`,
    'round.sign': (f) =>
      `Round ${f.round}: ${counted(f.people, 'award')} paid and not signed for, ${d(f.total)}`,
    'advance.settle': (f) => `Advance ${f.voucher} of ${f.holder} is not settled, ${d(f.open)} open`,
    'advance.handed': (f) =>
      `Money handed to ${f.holder} to give out (${f.voucher}) is not accounted for, ${d(f.open)} open`,
    remit: (f) =>
      `Fund ${f.fund}${f.appeal === undefined ? '' : `, appeal ${f.appeal}`}: ${d(f.owed)} still to be remitted to ${f.owner}`,
    'loan.repay': (f) => `Fund ${f.fund} lent to another fund (${f.voucher}), ${d(f.open)} not repaid`,
    'paper.promised': (f) => `Award ${f.award}: the ${PAPER_NAMES[f.paper]} is still owed`,
    'home.stalled': (f) => `House ${f.award}: ${d(f.paid)} paid, no news for a long time`,
    'acceptance.ends': (f) => `An accepted error soon runs out: ${f.finding}`,
  },
  by: ({ day: by, since, days = 0 }) => {
    const count = counted(Math.abs(days), 'day');
    if (since !== undefined) return days <= 0 ? `since ${day(since)}` : `since ${day(since)}, ${count}`;
    if (by === undefined) return '';
    const left = days === 0 ? 'today' : days > 0 ? `${count} ago` : `${count} left`;
    return `due ${day(by)}, ${left}`;
  },
  more: (count) => `… and ${count} more like these`,
  nothing: (a) => `Nothing is due. After ${day(a.last)}: phucloi reconcile --period ${a.month}`,
};
