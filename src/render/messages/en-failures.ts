import type { Refusals } from '../messages.ts';
import { inputFailures, rowFaults } from './en-input.ts';
import { d, day, KINDS, list, NOUNS } from './en-terms.ts';

const PURPOSES: Readonly<Record<string, string>> = {
  gift: 'gifts',
  hardship: 'hardship support',
  home: 'Union Homes',
  visit: 'visits',
  running: 'running costs (bank fees, transport, wreaths …)',
};

/** What may rest on an import. */
/** What to do about operations that stay. */
const UNDO_INSTEAD: Readonly<Record<string, string>> = {
  init: 'Make a new book: phucloi init --book NEW-FILE',
  close: 'Reopen the month with a reason: phucloi reopen MONTH --reason "REASON"',
  reopen: 'Close the month again: phucloi close MONTH',
  'entry reverse': 'Enter it anew by its own command.',
  'entry correct': 'Correct it once more: phucloi entry correct N --reason "REASON"',
  'operation undo': 'Run the command that was taken back again.',
  'statement unmatch': 'Match them again: phucloi statement match',
  'member erase': 'What was erased cannot be had back.',
};

const RESTING: Readonly<Record<string, string>> = {
  document: 'later lists',
  award: 'awards',
  donor: 'gifts of these donors',
  member: 'members of its units',
  unit: 'units under its units',
  payment: 'payments of awards',
  event: 'later decisions on awards',
  signature: 'signatures for awards',
  settlement: 'settlements of its advance',
  match: 'matches with the bank',
  clearing: 'vouchers that answer it',
  correction: 'corrections of',
  month: 'closed months',
  stock: 'goods that went out',
};

/** What to do with entries that are more than a simple movement. */
const INSTEAD: Readonly<Record<string, (entry: number) => string>> = {
  benefit: () =>
    'Money that came back: phucloi gift return --case CODE --on DAY --reason "REASON"; a mistake: phucloi entry reverse',
  advance: (entry) => `Reverse it and pay it anew: phucloi entry reverse ${entry} --reason "REASON"`,
  opening: () =>
    'Bring the opening balances anew: phucloi operation list · phucloi operation undo N · phucloi opening import FILE',
};

const failures: Refusals['failures'] = {
  'usage.command': ({ given, near }) => [
    `There is no command "${given}".`,
    'A command is a noun and a verb, such as: phucloi contribution import.',
    near.length > 0 ? `Did you mean: ${list(near)}?` : 'See the commands: phucloi --help',
  ],
  'usage.option': ({ problem, subject }) => [
    {
      unknown: `This command has no option ${subject}.`,
      value: `Option ${subject} lacks its value.`,
      argument: `The command lacks ${subject}.`,
      excess: `Too much on the command line: ${subject}.`,
    }[problem],
    'Only options that the command has, each with its value.',
    'Add --help after the command for its use and examples.',
  ],
  'usage.value': ({ option, given, expected }) => [
    `"${given}" cannot be read for ${option}.`,
    `It must be: ${expected}.`,
    'Correct the value and run it again.',
  ],
  'usage.missing': ({ option }) => [
    `${option} is missing.`,
    'The command needs it, and nothing is asked where there is no terminal.',
    `Add ${option} and run it again.`,
  ],
  'usage.conflict': ({ options }) => [
    `Not together: ${list(options)}.`,
    'Each thing is said once.',
    'Leave one out and run it again.',
  ],
  'book.exists': ({ path, option }) => [
    `No book was made: ${path} is there already.`,
    'A new book needs a file name that is free.',
    `Choose another name with ${option}, or use the book that is there.`,
  ],
  'book.missing': ({ path }) => [
    `There is no book ${path}.`,
    'There must be a book to work on.',
    'Point to it with --book, or make one: phucloi init',
  ],
  'book.busy': ({ path }) => [
    `Another command is writing to ${path}.`,
    'One command writes at a time; nothing was written.',
    'Run it again when the other has finished; that does not write twice.',
  ],
  'book.foreign': ({ path }) => [
    `${path} is not a phucloi book.`,
    'Only files made by phucloi init can be opened.',
    'Check the path given with --book.',
  ],
  'book.version': ({ path, found, known }) => [
    `${path} has schema ${found}; this program knows schema ${known}.`,
    'Program and book must have one schema; the book was not touched.',
    "Use the book's own version of phucloi.",
  ],
  'book.damaged': ({ path, detail }) => [
    `${path} cannot be read or written (${detail}).`,
    'The file must be whole and the disk writable with space left.',
    'Check the disk; if the file is damaged, use the last backup.',
  ],
  'book.altered': ({ kind, name, operation }) => [
    `The book was altered outside the program: ${kind} ${name} (operation ${operation}) does not match the chain.`,
    'Every row must be as it was written.',
    'Keep this file as evidence and use a backup that still holds: phucloi verify --book COPY',
  ],
  'file.missing': ({ path }) => [
    `There is no file ${path}.`,
    'The file must be there and readable.',
    'Check its name and folder.',
  ],
  'file.exists': ({ path }) => [
    `${path} is there already.`,
    'A file that is there is not written over: a list may have been mended, minutes signed.',
    'Choose another name, or delete the old file.',
  ],
  'file.unwritable': ({ path, reason }) => [
    `${path} cannot be written (${reason}).`,
    'The folder must be writable and the file not open in another program.',
    'Close it if Excel has it open, or choose another name or folder.',
  ],
  'amount.unsafe': () => [
    'The amount is too large to be kept to the đồng.',
    `No amount and no total passes ${d(Number.MAX_SAFE_INTEGER)}.`,
    'Check the amount.',
  ],
  'code.unfit': ({ code }) => [
    `"${code}" cannot be a code.`,
    'A code has letters without marks, digits and . _ -, 32 at most.',
    'Choose another.',
  ],
  'code.taken': ({ noun, code }) => [
    `${code} is another ${NOUNS[noun]}'s code.`,
    `Each ${NOUNS[noun]} has a code of its own.`,
    'Choose another.',
  ],
  missing: ({ noun, code, known }) => [
    `There is no ${NOUNS[noun]} "${code}".`,
    `It must be the code of a ${NOUNS[noun]} in the book.`,
    known !== undefined && known.length > 0 ? `There are: ${list(known)}.` : 'Check the code.',
  ],
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
  'fund.held': ({ fund }) => [
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
    `Not enough free money in ${f.fund === '*' ? 'own funds' : `fund ${f.fund}`}: of ${d(f.money)} givers set ${d(f.restricted)} apart for something else; ${d(f.short)} is missing.`,
    'Money set apart for a purpose, a unit or a case pays for that alone.',
    'Ask for less, or use another fund; what is available: phucloi balance',
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
    `Date it later, or take the count back and count again: phucloi operation list · phucloi operation undo N`,
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
      : `Statement line ${line} pays ${d(amount)} back; ${entries.length} unidentified receipts are of that amount: entries ${list(entries)}.`,
    'What is paid back is of one unidentified receipt.',
    `Name it: phucloi statement post --line ${line} --as refund --entry ${entries[0] ?? 'N'}`,
  ],
  'operation.undone': ({ operation, by }) => [
    `Operation ${operation} was taken back already, by operation ${by}.`,
    'An operation is taken back once.',
    'Import the file again if it was right after all.',
  ],
  'operation.kind': ({ operation, command }) => [
    `Operation ${operation} (${command}) cannot be taken back.`,
    'What moved money, approved, signed, counted or imported can be; registers, closed months, reversals, and imports that replaced an earlier list cannot.',
    UNDO_INSTEAD[command] ??
      'Enter what is right by its own command; reverse a wrong entry: phucloi entry reverse N --reason "REASON"',
  ],
  'operation.rests': ({ operation, what, codes, more }) => [
    `Operation ${operation} cannot be taken back: ${RESTING[what] ?? what} rest on it: ${list(codes)}${more > 0 ? `, and ${more} more` : ''}.`,
    'What others rest on stays.',
    what === 'month'
      ? `Reopen the month first: phucloi reopen ${codes[0]} --reason "REASON"`
      : 'Take those back first, the latest first.',
  ],
  'day.future': (f) => [
    `${day(f.day)} is still to come (today is ${day(f.today)}).`,
    'Nothing is dated after today.',
    'Correct the day and run it again.',
  ],
  'day.before-book': (f) => [
    `${day(f.day)} is before the book begins (${day(f.first)}).`,
    'The book takes days from its first month on.',
    'Correct the day, or add --book-on DAY to book it in the open month, keeping its own day.',
  ],
  'period.closed': (f) => [
    `${day(f.day)} lies in a closed month.`,
    `Nothing more goes into a closed month; the book is open from ${day(f.open)}.`,
    `Add --book-on DAY (from ${day(f.open)}) to book it in the open month, keeping its own day.`,
  ],
  'period.order': ({ month, next }) => [
    `${day(month)} cannot be closed yet.`,
    `Months close in order; the next one is ${day(next)}.`,
    `phucloi close ${next}`,
  ],
  'period.blocked': ({ month, findings }) => [
    `${day(month)} cannot be closed: ${findings.length} errors stand.`,
    'A month closes when no error stands that nobody accepted.',
    `Run:\n${findings
      .slice(0, 20)
      .map((each) => `    ${each}`)
      .join(
        '\n',
      )}${findings.length > 20 ? `\n    … and ${findings.length - 20} more` : ''}\n  or accept with a reason: phucloi reconcile accept …`,
  ],
  'period.running': ({ month, last, today }) => [
    `${day(month)} is not over (today is ${day(today)}).`,
    `It can be closed from ${day(last)} on.`,
    'Wait for the end of the month.',
  ],
  'period.open': ({ month }) => [
    `${day(month)} is not closed.`,
    'This is done with closed months only.',
    `See what is left to do, then close it: phucloi close --check ${month}`,
  ],
  'period.last': ({ month, last }) => [
    `${day(month)} cannot be opened again: ${day(last)} was closed after it.`,
    'Only the month that was closed last is opened again, one after another.',
    `phucloi reopen ${last} --reason … --by …; or book the correction in the open month`,
  ],
  'period.locked': ({ month }) => [
    `${month.slice(0, 4)} was locked after its settlement was approved.`,
    'A locked year is neither opened nor locked again.',
    'Book the correction in the open month, with its document.',
  ],
  'head.unknown': ({ head }) => [
    `The chain of this book never had the head ${head}.`,
    'A head that stands in the closing minutes must be in the chain.',
    'Read the minutes again, group by group; if it was read well, this is not the book that was closed: keep it and use a backup: phucloi verify --book COPY --head …',
  ],
  'entry.reversed': ({ entry }) => [
    `Entry ${entry} is reversed already.`,
    'An entry is reversed once.',
    `See: phucloi entry show ${entry}`,
  ],
  'entry.reversal': ({ entry }) => [
    `Entry ${entry} is itself a reversal.`,
    'A reversal is not reversed.',
    'Enter what is right by its own command.',
  ],
  'entry.opening': ({ entry }) => [
    `Entry ${entry} is the opening balance.`,
    'Opening balances are not reversed.',
    'Adjust by phucloi receipt add or expense add, with a reason; make a book that began wrong anew with phucloi init.',
  ],
  'entry.settled': ({ entry, settled }) => [
    `Entry ${entry} is an advance of which ${d(settled)} is settled.`,
    'An advance is reversed only while nothing has settled it.',
    'Reverse what settled it first: phucloi entry list',
  ],
  'entry.kind': ({ entry, kind }) => [
    `Entry ${entry} is of kind ${kind}, which this does not take.`,
    'Only simple receipts, payments, remittances and moves are corrected in one step; only contributions are paid back.',
    INSTEAD[kind]?.(entry) ??
      `Reverse it and enter it anew: phucloi entry reverse ${entry} --reason "REASON"`,
  ],
  'entry.cleared': ({ entry, by }) => [
    `Entry ${entry} is answered by ${list(by)}.`,
    'What was paid back, identified, repaid or paid again stays.',
    `Reverse the later one first: phucloi entry reverse ${by.at(-1)} --reason "REASON"`,
  ],
  'refund.more': ({ entry, left, amount }) => [
    `${d(amount)} cannot be paid back: ${d(left)} is left of entry ${entry}.`,
    'No more is paid back than was given, earlier refunds included.',
    left > 0 ? `Correct the amount: --amount ${left}` : `See: phucloi entry show ${entry}`,
  ],
  'opening.late': ({ entries }) => [
    `The book has entries already: ${entries}.`,
    'Opening balances come before anything else.',
    'Take back what was written (phucloi operation list · phucloi operation undo N), or make a new book: phucloi init',
  ],
  'opening.unbalanced': ({ fund, holds, brought }) => [
    `Fund ${fund} holds ${d(holds)} in money and advances; its opening, receipts and payments give ${d(brought)}: off by ${d(holds - brought)}.`,
    'Opening of the year + in − out must be money + advances + lent − borrowed.',
    'Correct the figures in the file and import it again.',
  ],
  'day.book-on': (f) => [
    `--book-on ${day(f.day)} is not in the first open month.`,
    `What belongs to a closed month is booked in the first open one, from ${day(f.open)}.`,
    'Correct --book-on and run it again.',
  ],
  'round.kind': ({ round, kind }) => [
    `Round ${round} is of ${KINDS[kind as keyof typeof KINDS] ?? kind}.`,
    'Command and round must be of one programme.',
    `Use: phucloi ${kind} …`,
  ],
  'award.none': ({ round, kind, verb }) => [
    `Round ${round} has nothing left to ${verb}.`,
    'Proposed before approved, approved before paid, paid before signed.',
    `See where it stands: phucloi ${kind} list --round ${round}`,
  ],
  'award.day': ({ award, day: on, decided }) => [
    `Award ${award}: ${day(on)} is before ${day(decided)}.`,
    'Nothing is paid before its decision, nor signed before it is paid.',
    'Correct --on and run it again.',
  ],
  'award.second': ({ round }) => [
    `This person has an award in round ${round} already.`,
    'One award for one person in a round.',
    'Check the code.',
  ],
  'level.missing': ({ round, category }) => [
    `Round ${round} has no level for "${category}".`,
    'Either an amount, or a level of the round for that category.',
    'Add --amount, or make the round with --level CATEGORY=AMOUNT.',
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
  'sign.mismatch': (f) => [
    `The paper says ${f.givenCount} people, ${d(f.givenTotal)}; the book ${f.count} people, ${d(f.total)}.`,
    'Paper and book must agree in people and money.',
    'Count the paper again; leave out who did not sign with --except CODE.',
  ],
  'count.mismatch': ({ notes, total }) => [
    `The notes add up to ${d(notes)}, the total says ${d(total)}.`,
    'The total must be sheets times face value.',
    'Count again, or give only one of --notes and --total.',
  ],
  'finding.never': ({ finding }) => [
    `${finding} cannot be accepted.`,
    'A broken chain, a negative fund, a voucher gap or uncounted cash is mended, not accepted.',
    'See how: phucloi reconcile',
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
    `${f.serials} serials for ${f.quantity} units.`,
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
  'entry.goods': ({ entry, voucher }) => [
    `Entry ${entry} paid for goods that came in by ${voucher}.`,
    'The payment and the goods go together.',
    `Reverse both: phucloi goods reverse ${voucher} --reason …`,
  ],
  'award.goods': ({ award, fund }) => [
    `Award ${award} has no part in goods that fund ${fund} has still to give.`,
    "The part must be approved, this fund's, and not yet given.",
    'See how it stands: phucloi gift list',
  ],
  'officer.none': ({ role, day: on }) => [
    `Nobody holds the office of ${role} on ${day(on)}.`,
    'Somebody must hold it, by the name that is recorded.',
    `Record it first: phucloi officer add --role ${role} --name "NAME" --from DAY`,
  ],
  'officer.day': ({ role, from, day: on }) => [
    `No handover on ${day(on)}: the ${role} of today began on ${day(from)}.`,
    'Who hands over has held the office for a day at least.',
    'Mend --on and run it again.',
  ],
  'officer.same': ({ role }) => [
    `Who takes over is the ${role} already.`,
    'A handover needs two people.',
    'Mend --to and run it again.',
  ],
  'register.ended': ({ noun, code, on }) => [
    `${code} ${noun === 'unit' ? 'was closed' : 'left'} on ${day(on)} already.`,
    'A member leaves once, a unit is closed once.',
    noun === 'unit' ? 'Name another unit: phucloi unit list' : 'Look at the code: phucloi member list',
  ],
  ...inputFailures,
  cancelled: () => ['Stopped as you chose.', 'Nothing was written.', 'Run it again when ready.'],
};

export const en: Refusals = { failures, rowFaults };
