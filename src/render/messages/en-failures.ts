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
    'A list that goes back never falls on a file that is there: you may have mended it.',
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
  'fund.purpose': ({ fund, purpose, allowed }) => [
    `Fund ${fund} does not pay for ${PURPOSES[purpose] ?? purpose}.`,
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
  ...inputFailures,
  cancelled: () => ['Stopped as you chose.', 'Nothing was written.', 'Run it again when ready.'],
};

export const en: Refusals = { failures, rowFaults };
