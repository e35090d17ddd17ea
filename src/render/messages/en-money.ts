import { counted } from '../figures.ts';
import { UNIDENTIFIED } from '../../domain/fund.ts';
import type { Refusals } from '../messages.ts';
import { d, day, list } from './en-terms.ts';

const PURPOSES: Readonly<Record<string, string>> = {
  gift: 'gifts',
  hardship: 'hardship support',
  home: 'Union Homes',
  visit: 'visits',
  running: 'running costs (bank fees, transport, wreaths …)',
};

/** Refusals of funds, places, banks, appeals, goods and awards. */
export const moneyFailures = {
  'fund.short': (f) => [
    `Not enough money: fund ${f.fund} in ${f.place} would have ${d(f.balance)} at the end of ${day(f.day)}.`,
    "A fund's money in a place is never below zero at the end of a day, nor on any later day.",
    `Pay less, pay from another place, or bring money there first: phucloi move --fund ${f.fund} --to ${f.place} …`,
  ],
  'fund.purpose': ({ fund, purpose, day: on, allowed }) => [
    `On ${day(on)} fund ${fund} does not pay for ${PURPOSES[purpose] ?? purpose}.`,
    allowed.length > 0
      ? `It pays only for: ${list(allowed.map((each) => PURPOSES[each] ?? each))}.`
      : 'It pays for nothing.',
    'Pay from a fund that has this purpose.',
  ],
  'fund.held': ({ fund }) =>
    fund === UNIDENTIFIED
      ? [
          `${fund} keeps money that nobody can name yet; this cannot be done with it.`,
          'It comes in as another receipt, and leaves when it is identified or goes back to its sender.',
          'See what waits: phucloi statement queue; then statement identify or contribution refund. New money: receipt add --fund CHO',
        ]
      : [
          `${fund} is money held for another; this cannot be done with it.`,
          "Held money is only remitted, returned, or paid on its owner's decision.",
          "Use one of the entity's own funds.",
        ],
  'fund.committed': ({ fund, needed, available }) => [
    `${d(needed)} cannot be approved from ${fund === '*' ? 'own funds' : fund}: only ${d(available)} is not promised yet.`,
    'What is decided and unpaid is never more than the fund has, unless a document promises more.',
    'Approve less, or name the document: --expecting "BODY:AMOUNT" --document NO',
  ],
  'fund.same': ({ fund }) => [
    `Both ends are fund ${fund}.`,
    'A transfer needs two funds.',
    'Correct --from or --to.',
  ],
  'fund.restricted': (f) => [
    f.day === undefined
      ? `Not enough free money in ${f.fund === '*' ? 'own funds' : `fund ${f.fund}`}: of ${d(f.money)} givers set ${d(f.restricted)} apart for something else; ${d(f.short)} is missing.`
      : `Not enough free money: at the end of ${day(f.day)} fund ${f.fund} would have ${d(f.money)}, less than the ${d(f.restricted)} that givers set apart for something else; ${d(f.short)} is missing.`,
    'Money set apart for a purpose, a unit or a case pays for that alone.',
    f.day === undefined
      ? 'Ask for less, or use another fund; what is available: phucloi balance'
      : `Choose a later day, ask for less, or use another fund; what lay there: phucloi balance --as-of ${day(f.day)}`,
  ],
  'restriction.spent': (f) => [
    `Cannot be taken back: money of fund ${f.fund} set apart for ${f.restriction} is spent; ${d(f.short)} would be missing.`,
    'Of a gift that was set apart only what is not spent yet can be taken back.',
    'Reverse the payment first: phucloi entry list',
  ],
  'purpose.kept': ({ fund, purpose }) => [
    `Fund ${fund} pays for ${PURPOSES[purpose] ?? purpose} already.`,
    'A purpose that stands is not added again.',
    `End it after a day: phucloi fund purpose ${fund} --end ${purpose} --to DAY --document NO`,
  ],
  'loan.repaid': (f) => [
    `${d(f.given)} cannot be repaid on loan ${f.loan}: ${d(f.open)} is open.`,
    'No more is repaid than is open.',
    'Correct --amount; see the loans: phucloi loan list',
  ],
  'period.closed': (f) => [
    `${day(f.day)} lies in a closed month.`,
    `Nothing more goes into a closed month; the book is open from ${day(f.open)}.`,
    f.bookOn === true
      ? `Add --book-on DAY (from ${day(f.open)}) to book it in the open month, keeping its own day.`
      : `Give a day from ${day(f.open)} on; to change a closed month: phucloi reopen MONTH --reason "WHY" --by "NAME"`,
  ],
  'thanks.none': ({ donor, appeal, period, min, gifts }) => {
    const within = [
      donor === '' ? '' : `donor ${donor}`,
      appeal === '' ? '' : `appeal ${appeal}`,
      period === '' ? '' : `period ${period}`,
    ].filter(Boolean);
    return [
      `There is no letter of thanks to write: ${gifts} gifts for ${within.join(', ')}, none of them by anybody to thank.`,
      `A letter goes to a named giver whose gifts were not all refunded${min === undefined ? '' : ` and come to ${d(min)} or more`}.`,
      `See who gave: phucloi report contributions --period ${period === '' ? 'PERIOD' : period}`,
    ];
  },
  'appeal.fund': ({ appeal, fund, given }) => [
    fund === ''
      ? `Nothing of appeal ${appeal} can be remitted: its money comes into ${given}, an own fund.`
      : `Fund ${given} is not the fund of appeal ${appeal}.`,
    fund === ''
      ? 'Under an appeal only what is held for the union above is remitted.'
      : `This appeal uses fund ${fund}.`,
    `Correct --fund or --appeal; see: phucloi appeal show ${appeal}`,
  ],
  'remit.over': (f) => [
    `${d(f.given)} of appeal ${f.appeal} cannot be remitted: fund ${f.fund} owes ${d(f.owed)}.`,
    'No more of an appeal is remitted than came in and is not remitted yet.',
    'Correct --amount; see what is owed: phucloi remit list',
  ],
  'place.same': ({ place }) => [
    `Both ends are ${place}.`,
    'A move needs two places.',
    'Correct --from or --to.',
  ],
  'place.counted': ({ place, day: on, counted }) => [
    `${place} was counted on ${day(counted)}: nothing more dated ${day(on)} goes in or out there.`,
    'Once money is counted, the book up to that day stays as it is.',
    `Date it later, or take the count back and count again: phucloi cash list --period ${counted.slice(0, 7)} · phucloi operation undo N --reason "REASON"`,
  ],
  'place.bank': ({ place }) => [
    `${place} is a bank account.`,
    'Cash boxes are counted; a bank account is compared with its statement.',
    'Name a cash box: --place cash',
  ],
  'place.cash': ({ place }) => [
    `${place} is a cash box.`,
    'A statement is of a bank account; a cash box is counted.',
    'Name a bank account: --account bank',
  ],
  'statement.account': ({ document, account }) => [
    `This statement stands as ${document}, of account ${account}.`,
    'A statement is of one account.',
    'Correct --account; if the first import named the wrong one, take it back: phucloi operation list',
  ],
  'entry.matched': ({ entry, match }) => [
    `Entry ${entry} is matched with the bank's statement (match ${match}).`,
    'A matched entry is not reversed: the bank has recorded that movement.',
    `If the match is wrong, take it back first: phucloi statement unmatch ${match} --reason "REASON"`,
  ],
  'match.taken': ({ noun, number, match }) => [
    `${noun === 'line' ? 'Statement line' : 'Entry'} ${number} is in match ${match} already.`,
    'A statement line and an entry are matched once.',
    `If the match is wrong, take it back first: phucloi statement unmatch ${match} --reason "REASON"`,
  ],
  'match.sum': (f) => [
    `The statement lines come to ${d(f.lines)}, the entries to ${d(f.entries)}: a difference of ${d(f.difference)}.`,
    'Both sides must come to the same amount.',
    'Add the line or entry that is missing; see: phucloi statement queue',
  ],
  'line.side': ({ line, amount, as }) => [
    `Statement line ${line} is money ${amount > 0 ? 'in' : 'out'}, ${d(Math.abs(amount))}; it cannot be posted as ${as}.`,
    'Money in is a contribution, interest or unidentified; money out is a fee or a refund.',
    `Choose again: phucloi statement post --line ${line} --as ${amount > 0 ? 'unidentified' : 'fee'}`,
  ],
  'line.open': ({ line }) => [
    `Statement line ${line} is not posted yet.`,
    'Only money that waits in fund CHO is identified; a line without an entry is posted to its fund at once.',
    `Post it: phucloi statement post --line ${line} --as contribution --fund FUND`,
  ],
  'receipt.open': ({ entry, open, needed }) => [
    open > 0
      ? `Of entry ${entry}, ${d(open)} is still unidentified: not enough for ${d(needed)}.`
      : `Nothing of entry ${entry} is unidentified any more.`,
    'No more is identified or paid back than is still open of that receipt.',
    'See what is open: phucloi statement queue',
  ],
  'receipt.several': ({ line, amount, entries }) => [
    entries.length === 0
      ? `Statement line ${line} pays ${d(amount)} back, and no unidentified receipt of that amount is open.`
      : `Statement line ${line} pays ${d(amount)} back; ${counted(entries.length, 'unidentified receipt is', 'unidentified receipts are')} of that amount: entries ${list(entries)}.`,
    'What is paid back is of one unidentified receipt.',
    `Name it: phucloi statement post --line ${line} --as refund --entry ${entries[0] ?? 'N'}`,
  ],
  'stock.short': (f) => [
    `Not enough goods: fund ${f.fund} would have ${f.quantity} ${f.item} at the end of ${day(f.day)}.`,
    'A fund never has fewer than none at the end of a day, later ones included.',
    `Look at the ledger: phucloi goods ledger ${f.item} --fund ${f.fund}`,
  ],
  'stock.order': (f) => [
    `The cost of ${f.item} in fund ${f.fund} up to ${day(f.last)} would no longer fit its quantity.`,
    'Cost is averaged in the order of days; where no goods are left, no cost is.',
    `Date it ${day(f.last)} or later, or reverse what was given since: phucloi goods ledger ${f.item}`,
  ],
  'stock.reversed': ({ voucher }) => [
    `${voucher} is reversed already.`,
    'A move of goods is reversed once.',
    'Look at the ledger: phucloi goods ledger CODE',
  ],
  'stock.reversal': ({ voucher }) => [
    `${voucher} is a reversal.`,
    'A reversal is not reversed.',
    'Record the right move: phucloi goods give … or phucloi goods receive …',
  ],
  'serials.count': (f) => [
    `${counted(f.serials, 'serial')} for ${counted(f.quantity, 'unit')}.`,
    'Each unit has one serial.',
    'Mend --serials or --quantity.',
  ],
  'serials.held': ({ item, serials, gone }) => [
    gone
      ? `Serials that the fund does not have in stock (${item}): ${list(serials)}.`
      : `Serials that are in stock already (${item}): ${list(serials)}.`,
    'A serial comes in once and goes out once, from the fund that holds it.',
    `Look at the ledger: phucloi goods ledger ${item}`,
  ],
  'advance.overdue': ({ holder, due }) => [
    `${holder} has an advance overdue since ${day(due)}.`,
    'No second advance to somebody overdue without a document.',
    'Settle it: phucloi advance settle …; or name the document with --document.',
  ],
  'advance.settled': (f) => [
    `${d(f.given)} cannot be settled for ${f.holder}: ${d(f.open)} is open.`,
    'What is settled is above zero and not above what is open.',
    'Correct --returned or --spent.',
  ],
  'count.mismatch': ({ notes, total }) => [
    `The notes add up to ${d(notes)}, the total says ${d(total)}.`,
    'The total must be sheets times face value.',
    'Count again, or give only one of --notes and --total.',
  ],
} satisfies Partial<Refusals['failures']>;
