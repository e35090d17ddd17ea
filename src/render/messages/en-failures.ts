import { altered } from './en-altered.ts';
import { backupFailures } from './en-backup.ts';
import { collectFailures } from './en-collect.ts';
import { stoppedFailures } from './en-stopped.ts';
import { counted } from '../figures.ts';
import type { Refusals } from '../messages.ts';
import { bookFailures } from './en-book.ts';
import { serverFailures } from './en-server.ts';
import { configFailures } from './en-config.ts';
import { inputFailures, rowFaults } from './en-input.ts';
import { objection } from './en-rules.ts';
import { benefitFailures } from './en-benefits.ts';
import { homeFailures } from './en-home-findings.ts';
import { payFailures } from './en-pay.ts';
import { moneyFailures } from './en-money.ts';
import { peopleFailures } from './en-people.ts';
import { unitFailures } from './en-units.ts';
import { templateFailures } from './en-template.ts';
import { d, day, KINDS, list, NOUNS } from './en-terms.ts';
import { LISTED_BY } from './listed-by.ts';
import { privateFailures } from './en-private.ts';

/** What to do about operations that stay. */
const UNDO_INSTEAD: Readonly<Record<string, string>> = {
  init: 'Make a new book: phucloi init --book NEW-FILE',
  close: 'Reopen the month with a reason: phucloi reopen MONTH --reason "REASON" --by "NAME"',
  collect: 'Collect a newer book of the unit: phucloi collect FILE',
  reopen: 'Close the month again: phucloi close MONTH',
  'entry reverse': 'Enter it anew by its own command.',
  'entry correct': 'Correct it once more: phucloi entry correct N --reason "REASON"',
  'operation undo': 'Run the command that was taken back again.',
  'statement unmatch': 'Match them again: phucloi statement match',
  'member erase': 'What was erased cannot be had back.',
  'member merge': 'Merged records stay one; both codes find the person.',
  'member set': 'Set the field again: phucloi member set CODE --phone -',
  'member move': 'Record the way back: phucloi member move CODE --to UNIT --on DAY',
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
  count: 'operations of later counts',
  month: 'closed months',
  stock: 'goods that went out',
};

/** What to do with entries that are more than a simple movement. */
const INSTEAD: Readonly<Record<string, (entry: number) => string>> = {
  benefit: () =>
    'Money that came back: phucloi gift return --case CODE --on DAY --reason "REASON"; a mistake: phucloi entry reverse',
  advance: (entry) => `Reverse it and pay it anew: phucloi entry reverse ${entry} --reason "REASON"`,
  opening: () =>
    'Bring the opening balances anew: phucloi operation list · phucloi operation undo N --reason "REASON" · phucloi opening import FILE',
};

const failures: Refusals['failures'] = {
  ...privateFailures,
  'usage.command': ({ given, near, noun, verbs = [] }) => [
    given === noun ? `The command "${given}" lacks its verb.` : `There is no command "${given}".`,
    noun === undefined
      ? 'A command is a noun and a verb, such as: phucloi contribution import.'
      : `After "${noun}" comes one of: ${list(verbs)}.`,
    near.length > 0
      ? `Did you mean: ${list(near)}?`
      : noun === undefined
        ? 'See the commands: phucloi --help'
        : `See each of them: phucloi help ${noun}`,
  ],
  'usage.option': ({ problem, subject, command, form, near }) => [
    {
      unknown: `This command has no option ${subject}.`,
      value: `Option ${subject} lacks its value.`,
      argument: `The command lacks ${subject}.`,
      excess: `Too much on the command line: ${subject}.`,
    }[problem],
    near.length > 0 ? `Did you mean: ${list(near)}?` : `Write: phucloi ${form}, then options that it has.`,
    `See its options and examples: phucloi ${command} --help`,
  ],
  'usage.value': ({ option, given, expected, near = [] }) => [
    `"${given}" cannot be read for ${option}.`,
    `It must be: ${expected}.`,
    near.length > 0 ? `Did you mean: ${list(near)}?` : 'Correct the value and run it again.',
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
  'usage.lines': ({ options, lines }) => [
    `${options.length === 1 ? 'One line is' : `${options.length} lines are`} needed for ${list(options)}, and ${lines} came.`,
    'Each option with "-" takes one line, in the order of the command line, sent in by < or |.',
    'Send in as many lines; or run it at a terminal, without --json and --no-input, to be asked.',
  ],
  'reveal.purpose': () => [
    'What the numbers and reasons are needed for was not said.',
    'The purpose stands in the book, and whoever reads the log must understand it: two words at least.',
    'Write: --reveal "WHY", such as --reveal "compare the ID number with the list of the union above".',
  ],
  'reveal.none': ({ command }) => [
    `${command} shows nothing whole, so --reveal cannot be used with it.`,
    'Only commands that look up people, awards, entries, vouchers or bank lines can; what is printed to be passed on never can.',
    'Leave out --reveal, or use it with: member show, hardship show, hardship list, entry show, entry list, contribution list, voucher list, goods ledger, statement show, statement queue.',
  ],
  'book.exists': ({ path, option }) => [
    `No book was made: ${path} is there already.`,
    'A new book needs a file name that is free.',
    `Choose another name with ${option}, or use the book that is there.`,
  ],
  'book.missing': ({ path, backups = 0, restore }) => [
    `There is no book ${path}.`,
    restore === undefined
      ? 'There must be a book to work on.'
      : `There must be a book to work on; there ${backups === 1 ? 'is' : 'are'} ${counted(backups, 'backup')} of a book of that name.`,
    restore !== undefined
      ? `Restore the newest: ${restore}; or point to the book with --book`
      : 'Point to it with --book, or make one: phucloi init',
  ],
  'book.foreign': ({ path }) => [
    `${path} is not a phucloi book.`,
    'Only files made by phucloi init can be opened.',
    'Check the path given with --book.',
  ],
  'book.version': ({ path, found, known }) => [
    `${path} has schema ${found}; this program knows schema ${known}.`,
    'Program and book must have one schema; the book was not touched.',
    found > known
      ? 'Install a newer phucloi (see phucloi --version).'
      : 'The book is too old: use the version of phucloi that wrote it (see phucloi --version).',
  ],
  'book.older': ({ path, found, known }) => [
    `${path} was written by an older phucloi (schema ${found}); this program uses schema ${known}.`,
    'An older book is migrated once before it is used; its figures stay, and it was not touched.',
    'Rehearse: phucloi migrate --dry-run; migrate (the program backs the book up first): phucloi migrate',
  ],
  'book.damaged': ({ path, detail }) => [
    `${path} cannot be read or written (${detail}).`,
    'The file must be whole and the disk writable with space left.',
    'Check the disk and the book: phucloi doctor. If the file is damaged, write nothing more and restore the latest backup: phucloi restore FILE --dry-run, then phucloi restore FILE',
  ],
  'book.altered': altered,
  'file.missing': ({ path }) => [
    `There is no file ${path}.`,
    'The file must be there and readable.',
    'Check the name and the folder, then run it again with the right name.',
  ],
  'file.exists': ({ path }) => [
    `${path} is there already.`,
    'A file that is there is not written over: a list may have been mended, minutes signed.',
    'Choose another name, or delete the old file.',
  ],
  'folder.taken': ({ path, file }) => [
    file === '' ? `${path} is not a folder.` : `The folder ${path} holds something else (${file}).`,
    'Month-end files go into a new or empty folder, or replace an earlier set of this book as a whole.',
    'Name another folder after -o, or clear this one.',
  ],
  'amount.unsafe': () => [
    'The amount is too large to be kept to the đồng.',
    `No amount and no total passes ${d(Number.MAX_SAFE_INTEGER)}.`,
    'Correct the amount (perhaps a zero too many) and run it again.',
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
  missing: ({ noun, code, known = [], near = [] }) => [
    `There is no ${NOUNS[noun]} "${code}".${near.length > 0 ? ` Did you mean: ${list(near)}?` : ''}`,
    `It must be the code of a ${NOUNS[noun]} in the book.`,
    known.length > 0 ? `There are: ${list(known)}.` : `See the codes: ${LISTED_BY[noun]}`,
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
      ? `Reopen the month first: phucloi reopen ${codes[0]} --reason "REASON" --by "NAME"`
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
  'period.order': ({ month, next }) => [
    `${day(month)} cannot be closed yet.`,
    `Months close in order; the next one is ${day(next)}.`,
    `Close that month first: phucloi close ${next}`,
  ],
  'period.blocked': ({ month, findings }) => [
    `${day(month)} cannot be closed: ${counted(findings.length, 'error stands', 'errors stand')}.`,
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
    `Wait for that day, then close it: phucloi close ${month}`,
  ],
  'period.open': ({ month }) => [
    `${day(month)} is not closed.`,
    'This is done with closed months only.',
    `See what is left to do, then close it: phucloi close --check ${month}`,
  ],
  'period.last': ({ month, last }) => [
    `${day(month)} cannot be opened again: ${day(last)} was closed after it.`,
    'Only the month that was closed last is opened again, one after another.',
    `Reopen that month first: phucloi reopen ${last} --reason "REASON" --by "NAME"; or book the correction in the open month`,
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
    'Enter what is right by its own command, for example: phucloi contribution add',
  ],
  'entry.opening': ({ entry }) => [
    `Entry ${entry} is the opening balance.`,
    'Opening balances are not reversed.',
    'Adjust by phucloi receipt add or expense add, with a reason; make a book that began wrong anew with phucloi init.',
  ],
  'entry.settled': ({ entry, settled }) => [
    `Entry ${entry} is an advance of which ${d(settled)} is settled.`,
    'An advance is reversed only while nothing has settled it.',
    'Reverse what settled it first: phucloi entry list · phucloi entry reverse N --reason "REASON"',
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
    'Take back what was written (phucloi operation list · phucloi operation undo N --reason "REASON"), or make a new book: phucloi init',
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
  'sign.mismatch': (f) => [
    `The paper says ${counted(f.givenCount, 'person', 'people')}, ${d(f.givenTotal)}; the book ${counted(f.count, 'person', 'people')}, ${d(f.total)}.`,
    'Paper and book must agree in people and money.',
    'Count the paper again; leave out who did not sign with --except CODE.',
  ],
  'finding.never': ({ finding }) => [
    `${finding} cannot be accepted.`,
    'A book altered outside the program, a negative fund, a voucher gap or uncounted cash must be put right; it cannot be accepted.',
    'See how: phucloi reconcile',
  ],
  'entry.goods': ({ entry, voucher }) => [
    `Entry ${entry} paid for goods that came in by ${voucher}.`,
    'The payment and the goods go together.',
    `Reverse both: phucloi goods reverse ${voucher} --reason "REASON"`,
  ],
  'officer.none': ({ role, day: on }) => [
    `Nobody holds the office of ${role} on ${day(on)}.`,
    'Somebody must hold it, by the name that is recorded.',
    `Record it first: phucloi officer add --role ${role} --name "NAME" --from DAY`,
  ],
  'officer.day': ({ role, from, day: on }) => [
    `No handover on ${day(on)}: the ${role} of today began on ${day(from)}.`,
    'Who hands over has held the office for a day at least.',
    'Correct --on and run it again.',
  ],
  'officer.same': ({ role }) => [
    `Who takes over is the ${role} already.`,
    'A handover needs two people.',
    'Correct --to and run it again.',
  ],
  'register.ended': ({ noun, code, on }) => [
    `${code} ${noun === 'rule' ? 'ended' : noun === 'unit' ? 'was closed' : 'left'} on ${day(on)} already.`,
    noun === 'rule' ? 'A rule ends once.' : 'A member leaves once, a unit is closed once.',
    noun === 'rule'
      ? 'See the rules in force: phucloi rule list'
      : noun === 'unit'
        ? 'Name another unit; see: phucloi unit list'
        : 'Look at the code: phucloi member list',
  ],
  ...unitFailures,
  ...moneyFailures,
  ...benefitFailures,
  ...peopleFailures,
  ...templateFailures,
  ...homeFailures,
  ...payFailures,
  ...stoppedFailures,
  ...backupFailures,
  ...collectFailures,
  ...inputFailures,
  ...configFailures,
  ...bookFailures,
  ...serverFailures,
  cancelled: () => [
    'Stopped, as you chose.',
    'Nothing was written.',
    'Run the command again when you want it written.',
  ],
};

export const en: Refusals = { failures, rowFaults, objection };
