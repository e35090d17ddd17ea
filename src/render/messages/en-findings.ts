import { counted } from '../figures.ts';
import { VISITS } from './en-cases.ts';
import { negate } from '../../domain/dong.ts';
import { alteredRow } from './en-altered.ts';
import type { FindingTexts } from './findings.ts';
import { PAPER_NAMES } from './en-papers.ts';
import { d, day } from './en-terms.ts';
import { collectFindings } from './en-collect.ts';
import { homeFindings } from './en-home-findings.ts';
import { cap } from './en-rule-terms.ts';

const PURPOSES: Readonly<Record<string, string>> = {
  gift: 'gifts',
  hardship: 'hardship support',
  visit: 'visits',
  home: 'Union Homes',
};

const HEADER: Readonly<Record<string, string>> = {
  'header.employees': 'number of employees',
  'header.members': 'number of members',
  'header.payroll': 'wage fund',
};

const SAME = {
  id: 'the same ID',
  born: 'the same name and birth date',
  code: 'one code',
  phone: 'the same telephone',
  account: 'the same bank account',
  staff: 'the same staff number',
  card: 'the same card number',
} as const;

export const en: FindingTexts = {
  findings: {
    ...homeFindings,
    ...collectFindings,
    'list.reversed': (f) =>
      `List ${f.document} adds up to ${d(f.total)}; ${d(f.standing)} of it stands: ${counted(f.rows, 'row was', 'rows were')} reversed alone.`,
    'words.differ': (f) => `Voucher ${f.voucher}: ${d(f.written)} in words, ${d(f.amount)} in figures.`,
    'award.unsigned': (f) =>
      `Award ${f.award} (${f.unit}): ${d(f.total)} paid on ${day(f.paidOn)}, not signed for.`,
    'award.proxies': (f) =>
      `Round ${f.round}, ${f.unit}: ${f.proxies} of ${counted(f.signed, 'award was', 'awards were')} signed for by others, over ${f.limit} %.`,
    'award.amounts': (f) =>
      `Award ${f.award}: ${d(f.decided)} decided, ${d(f.paid)} paid, ${d(f.signed)} signed for.`,
    'award.unpaid': (f) =>
      `Round ${f.round}: ${counted(f.people, 'award')} decided and unpaid, ${d(f.total)}.`,
    'award.late': (f) =>
      `Round ${f.round}: ${counted(f.people, 'award')}, ${d(f.total)}, decided since ${day(f.since)} and unpaid for more than ${counted(f.days, 'day')}.`,
    'award.phantom': (f) =>
      `Award ${f.award} (${f.unit}): ${d(f.total)} signed for on ${day(f.signedOn)}, and no payment stands.`,
    'person.twice': (f) => `Awards ${f.award} and ${f.other} are one person's (${SAME[f.by]}).`,
    'person.elsewhere': (f) =>
      `Award ${f.award}: the person also has ${f.other} in the round ${f.round} of the same season.`,
    'person.namesake': (f) =>
      `Awards ${f.award} and ${f.other}: one name, one unit ${f.unit}. If these are two people, accept it once.`,
    'household.twice': (f) =>
      `Homes ${f.award} and ${f.other}: ${f.by === 'phone' ? 'the same telephone' : 'relatives'}.`,
    'recipient.left': (f) =>
      `Award ${f.award}: paid on ${day(f.paidOn)} to somebody who had left on ${day(f.left)}.`,
    'unit.closed': (f) =>
      `Award ${f.award}: paid on ${day(f.paidOn)} in unit ${f.unit}, whose last day was ${day(f.closed)}.`,
    'level.differs': (f) =>
      `Award ${f.award}: ${d(f.total)}; the round's level for ${VISITS[f.category] ?? f.category} is ${d(f.level)}.`,
    'level.cap': (f) => `Award ${f.award}: ${d(f.total)}, above the cap of ${d(f.cap)}.`,
    'level.norm': (f) =>
      `Award ${f.award}: ${d(f.total)}, outside rule ${f.rule} (${cap(f.allowed)}), and no decision lets it stand.`,
    'level.advised': (f) =>
      `Award ${f.award}: ${d(f.total)}, outside the advised ${f.rule} (${cap(f.allowed)}).`,
    'level.waived': (f) =>
      `Award ${f.award}: ${d(f.total)}, outside rule ${f.rule} (${cap(f.allowed)}), by decision ${f.decision}.`,
    'level.times': (f) =>
      `${f.beneficiary} was supported ${f.times} times in ${f.year}; the rules allow ${f.limit}.`,
    'paper.overdue': (f) =>
      `Award ${f.award}: ${PAPER_NAMES[f.paper]} was promised by ${day(f.due)} and is not there.`,
    'home.second': (f) =>
      `Home ${f.award}: the person had one before (${caseOrDay(f.other)}); there is one in a life.`,
    'home.above': (f) => `Home ${f.award}: ${d(f.total)} in all, above the round's level of ${d(f.level)}.`,
    'fund.purpose': (f) =>
      `${f.voucher}: ${d(f.amount)} for ${PURPOSES[f.purpose] ?? f.purpose} out of fund ${f.fund}, which did not pay for that on ${day(f.day)}.`,
    'restriction.spent': (f) =>
      `Fund ${f.fund} holds ${d(f.money)}, less than the ${d(f.restricted)} of restricted gifts not yet used: they were spent elsewhere.`,
    'money.negative': (f) => `Fund ${f.fund} in ${f.place} is ${d(f.balance)} at the end of ${day(f.day)}.`,
    'place.uncounted': (f) => `${f.place} is not counted; the book says ${d(f.balance)}.`,
    'place.difference': (f) =>
      `${f.place} on ${day(f.day)}: counted ${d(f.counted)}, the book says ${d(f.balance)}, ${f.difference > 0 ? `${d(f.difference)} over` : `${d(negate(f.difference))} short`}.`,
    'cash.limit': (f) =>
      `${f.place}: above the limit of ${d(f.limit)} on ${counted(f.days, 'day')}, at most ${d(f.balance)} on ${day(f.day)}.`,
    'cash.daily': (f) =>
      `${f.place}: ${counted(f.days, 'day')} with movements and no count, the first ${day(f.day)}.`,
    'voucher.gap': (f) => `Vouchers ${f.series}: number ${f.next} follows ${f.after}.`,
    'voucher.order': (f) =>
      `${f.voucher} is of ${day(f.day)}, and the number before it, ${f.before}, of ${day(f.beforeDay)}.`,
    'voucher.future': (f) => `${f.voucher} is of ${day(f.day)}, a day to come.`,
    'fund.unremitted': (f) => `Fund ${f.fund}: was due above on ${day(f.due)}; ${d(f.owed)} still owed.`,
    'appeal.unremitted': (f) =>
      `Appeal ${f.appeal}: was due on ${day(f.due)}; fund ${f.fund} still owes ${d(f.owed)}.`,
    'remittance.twice': (f) =>
      `Entries ${f.first} and ${f.second}: two units report one paper ${f.document} and one amount, ${d(f.amount)}.`,
    'bank.difference': (f) =>
      `${f.place} on ${day(f.day)}: ${d(f.bank)} by the bank, ${d(f.book)} by the book, ${d(f.difference)} apart.`,
    'bank.unproved': (f) =>
      `${f.place}: no statement and no confirmed balance this month; the book says ${d(f.balance)}.`,
    'line.unmatched': (f) =>
      `${f.place}: ${f.lines} statement lines since ${day(f.since)} that no entry explains, ${d(f.total)} together.`,
    'unidentified.open': (f) => `${d(f.balance)} still unidentified.`,
    'appeal.targets': (f) =>
      `Appeal ${f.appeal}: the units' targets add up to ${d(f.targets)}, its goal is ${d(f.goal)}.`,
    'allocation.twice': (f) =>
      `Entries ${f.first} and ${f.second}: one paper ${f.document}, one amount ${d(f.amount)}; perhaps entered twice.`,
    'fund.difference': (f) =>
      `Fund ${f.fund}: ${d(f.closing)} by its reasons, ${d(f.money)} there, ${d(f.difference)} apart.`,
    'statement.opening': (f) =>
      `${f.place}: the statement from ${day(f.day)} begins with ${d(f.opening)}, the one before it ended with ${d(f.closing)}.`,
    'share.short': (f) => `${f.year}: ${d(f.care)} of care, short of ${f.percent} % of ${d(f.dues)} in dues.`,
    'row.magnitude': (f) =>
      `List ${f.document}: ${counted(f.rows, 'row')} with an unlikely amount, perhaps in thousands; posted as printed.`,
    'award.magnitude': (f) =>
      `Award ${f.award}: ${d(f.total)}, more than ten times the middle of its round (${d(f.median)}).`,
    'header.missing': (f) =>
      `The ${HEADER[f.setting] ?? f.setting} that heads the yearly settlement is not set.`,
    'period.late': (f) =>
      `Of earlier periods, booked in this one: ${counted(f.entries, 'entry', 'entries')}, ${d(f.total)}.`,
    'period.year': (f) =>
      `${counted(f.entries, 'entry', 'entries')}, ${d(f.total)}, happened in ${f.year} and count in this month.`,
    'officer.same': (f) => `One person is both ${f.first} and ${f.second}.`,
    'advance.overdue': (f) => `Advance ${f.voucher} of ${f.holder} was due ${day(f.due)}; ${d(f.open)} open.`,
    'handout.unsigned': (f) =>
      `Award ${f.award} (${f.unit}): ${d(f.total)} went out by ${f.voucher}, and nobody signed for it.`,
    'handout.differs': (f) =>
      `Distribution ${f.voucher}: unsigned awards come to ${d(f.unsigned)}, ${d(f.open)} is still out, ${d(f.returned)} came back.`,
    'content.sensitive': (f) =>
      `${f.voucher}: its content speaks of somebody's health; a public ledger prints it.`,
    'book.altered': (f) => `Altered outside the program: ${alteredRow(f)}.`,
    'balance.stale': (f) => `The day balance ${f.key} is not what the postings say.`,
    'goods.negative': (f) =>
      `${f.item} of fund ${f.fund}: ${f.quantity} at the end of ${day(f.day)}, more went out than came in.`,
    'goods.cost': (f) =>
      `${f.item} of fund ${f.fund}: ${f.quantity} left at a cost of ${d(f.cost)}; quantity and cost do not go together.`,
    'loan.overdue': (f) =>
      `Fund ${f.fund} lent (entry ${f.entry}), due back ${day(f.due)}; ${d(f.open)} still out.`,
  },
  groups: {
    book: 'The book',
    funds: 'Funds and what they pay for',
    cash: 'Cash',
    vouchers: 'Vouchers',
    lists: 'Donor lists – receipts – bank',
    benefits: 'Decided – paid – signed for',
    remittances: 'Appeals and remittances',
    goods: 'Goods',
    people: 'Who holds the money and who signs',
    period: 'Periods of figures',
  },
  owners: { cashier: 'cashier', accountant: 'accountant', chair: 'chair' },
  age: (days) => `${counted(days, 'day')} old`,
  inspector: {
    own: (f) => `Decisions signed by a recipient or by whoever entered them: ${f.count}.`,
    round: (f) => `Payments of whole millions: ${f.count}, ${d(f.total)}.`,
    holiday: (f) => `Payments on Sundays and holidays: ${f.count}, ${d(f.total)}.`,
    papers: (f) => `Vouchers without a paper in the book: ${f.count}, ${d(f.total)}.`,
    bulk: (f) => `Signed for in bulk, not checked against a signed list: ${f.count}, ${d(f.total)}.`,
    proxy: (f) => `Signed for by somebody else: ${f.count}, ${d(f.total)}.`,
  },
  sample: (a) =>
    `Call back ${a.count} of ${a.of} paid awards, chosen by the chain's head ${a.head}: whoever computes it again gets this list.`,
};

/** A case's code, or the day of a benefit of the time before the book. */
function caseOrDay(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? day(text) : text;
}
