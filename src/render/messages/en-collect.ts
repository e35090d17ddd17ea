import { shortHead } from '../../domain/form.ts';
import { counted } from '../figures.ts';
import type { Refusals } from '../messages.ts';
import type { CollectTexts } from './collect.ts';
import type { FindingTexts } from './findings.ts';
import { cap } from './en-rule-terms.ts';
import { d, day, list, span } from './en-terms.ts';

type Codes = Extract<keyof Refusals['failures'], `collect.${string}`>;

const closed = (month: string) => (month === '' ? 'no month closed' : `closed up to ${span(month)}`);

export const collectTexts: CollectTexts = {
  collected: ({ books, rehearsed }) => {
    const of = (state: string) => books.filter((each) => each.state === state).length;
    const fresh = books.length - of('same');
    const said = (
      [
        [of('first'), 'for the first time'],
        [of('newer'), 'newer'],
        [of('restored'), 'in the place of a lost or altered copy'],
        [of('same'), 'unchanged'],
      ] as const
    )
      .flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`]))
      .join(', ');
    const head =
      fresh === 0
        ? `Nothing new: ${counted(books.length, 'book')} collected just so already.`
        : `${rehearsed ? 'Would collect' : 'Collected'} ${counted(fresh, 'book')} of units: ${said}.`;
    const lines = books.map(
      (book) =>
        `  ${book.unit}: ${closed(book.month)}, head ${shortHead(book.head)}${book.state === 'newer' ? `, ${counted(book.added, 'operation')} more` : ''}${book.state === 'same' ? ' (unchanged)' : ''}`,
    );
    return [head, ...lines].join('\n');
  },
  listed: (a) =>
    `${counted(a.units, 'unit')}, books of ${a.collected} collected; ${a.behind === 0 ? `all closed up to ${span(a.period)}` : `${a.behind} still to come (no book, no whole copy, or ${span(a.period)} not closed)`}.`,
  locked: (units) =>
    `Private fields of ${list(units)} are encrypted: their people are compared by name and birth date only.`,
  states: {
    whole: 'complete',
    behind: 'behind',
    none: 'no book',
    missing: 'copy missing',
    altered: 'copy altered',
  },
};

export const collectFailures: Pick<Refusals['failures'], Codes> = {
  'collect.refused': ({ books, faults }) => [
    `${counted(books, 'book was', 'books were')} not collected, because ${faults.length} of them cannot be:`,
    'Books that are brought together are all taken, or none; nothing was written.',
    'Mend each book named above, or set those aside and run it again.',
  ],
  'collect.foreign': ({ path }) => [
    `${path} is no book of phucloi, and no backup of one.`,
    'Only a book that a unit made by phucloi init, or a backup of it, can be collected.',
    "Ask the unit for the book's file (.db) and run it again.",
  ],
  'collect.schema': ({ path, found, known }) => [
    `The book ${path} has schema ${found}; this program reads schema ${known}.`,
    "The sector's and the unit's book must be of one schema; the unit's file was not touched.",
    found < known
      ? `The unit migrates its book and sends it again: phucloi migrate; or migrate this copy: phucloi migrate --book ${path}`
      : 'Install a newer version of the program; see this one: phucloi --version',
  ],
  'collect.unit': ({ path, code }) => [
    `The book ${path} calls itself ${code}, and the register of units has no ${code}.`,
    "Only books of units of this book's register are collected.",
    `Add the unit: phucloi unit add --code ${code} --name "NAME"; where it has another code here, say so: phucloi collect ${path} --unit CODE`,
  ],
  'collect.self': ({ path }) => [
    `${path} is the very book that collects.`,
    "The sector's own book is in consolidated reports already; only units' books are collected.",
    'Name the book of a unit: phucloi collect FILE',
  ],
  'collect.other': ({ path, unit, day: on }) => [
    `${path} is another book than the one of unit ${unit} that was collected on ${day(on)}.`,
    'A unit has one book, which goes on from where it was collected; none takes the place of another.',
    `Ask unit ${unit} which book is in use; where this is another unit's, say whose: phucloi collect ${path} --unit CODE`,
  ],
  'collect.copied': ({ path, unit, other }) => [
    `${path} was brought for unit ${unit}, but this very book was collected as that of unit ${other}.`,
    "A book is one unit's; where one unit's book is copied as a template for another, the two cannot be told apart.",
    `Unit ${unit} makes a book of its own: phucloi init --code ${unit} --book NEW.db --name "NAME" --from MONTH`,
  ],
  'collect.twice': ({ path, other, unit }) => [
    `${path} and ${other} are both books of unit ${unit}.`,
    'Of each unit one book is collected at a time.',
    'Leave one of the files out: keep the newest.',
  ],
  'collect.older': (a) => [
    `${a.path} is an older copy of the book of unit ${a.unit}: head ${a.newHead}, ${closed(a.newMonth)}, last written on ${day(a.newDay)}; collected was head ${a.head}, ${closed(a.month)}, last written on ${day(a.day)}.`,
    'An older copy does not take the place of a newer one: a book that is collected goes on from the one before.',
    `Ask unit ${a.unit} for the book in use; where that one was restored from an old backup, ask before anything else is done.`,
  ],
  'collect.forked': (a) => [
    `The book ${a.path} of unit ${a.unit} went another way: head ${a.newHead}, ${closed(a.newMonth)}, last written on ${day(a.newDay)}; collected was head ${a.head}, ${closed(a.month)}, written on ${day(a.day)}, and that head is not in this book.`,
    'A book that is collected has every operation of the one before; nobody chooses here which side is right.',
    `Ask unit ${a.unit} whether the book was restored from a backup and written on, or two people write two copies; compare the heads with the signed closing minutes.`,
  ],
  'collect.head': ({ path, unit, head, month }) => [
    `The book ${path} of unit ${unit} (${closed(month)}) never had the head ${head}.`,
    'The head of signed closing minutes must be one that the book had.',
    'Read the minutes again, four digits at a time; where it was copied right this is not the book that was closed: ask the unit.',
  ],
  'collect.empty': ({ path }) => [
    `No book lies in the folder ${path} (.db, .db.age).`,
    "A folder that is collected holds units' books or backups of them.",
    'Name the right folder, or each file: phucloi collect FILE…',
  ],
};

const paper = (document: string) => (document === '' ? 'no document' : `document ${document}`);

type Kinds =
  `${'copy' | 'grant' | 'remitted'}.${string}` | `unit.${'open' | 'quota' | 'norm'}` | 'person.units';

/** What the view of many books finds. */
export const collectFindings: Pick<
  FindingTexts['findings'],
  Extract<keyof FindingTexts['findings'], Kinds>
> = {
  'copy.missing': (f) => `Unit ${f.unit}: there is no book, or its copy is gone.`,
  'copy.altered': (f) => `Unit ${f.unit}: the copy is not as it was collected.`,
  'unit.open': (f) => `Unit ${f.unit}: the book has ${closed(f.month)}; ${span(f.period)} is not closed.`,
  'person.units': (f) =>
    `Award ${f.award} of ${f.unit} and award ${f.otherAward} of ${f.other} (round ${f.round}): ${f.by === 'id' ? 'the same ID number' : 'the same name and birth date; it may be one person'}.`,
  'unit.quota': (f) =>
    `Unit ${f.unit}, round ${f.round}: ${counted(f.people, 'person', 'people')} and ${d(f.total)} approved; granted were ${[...(f.most === undefined ? [] : [counted(f.most, 'person', 'people')]), ...(f.quota === undefined ? [] : [d(f.quota)])].join(', ')}.`,
  'unit.norm': (f) =>
    `Award ${f.award} of ${f.unit}: ${d(f.total)}, where rule ${f.rule} of the sector allows ${cap(f.allowed)}.`,
  'grant.missing': (f) =>
    `${f.unit} was given ${d(f.given)} on ${day(f.day)} (${paper(f.document)}); its book has not received it.`,
  'grant.differs': (f) =>
    `${f.unit} was given ${d(f.given)} (${paper(f.document)}); its book received ${d(f.received)}.`,
  'grant.twice': (f) =>
    `${f.unit} was given ${d(f.given)} (${paper(f.document)}); its book received it ${f.times} times, ${d(f.received)} in all.`,
  'grant.unknown': (f) =>
    `Unit ${f.unit} received ${d(f.received)} from above on ${day(f.day)} (${paper(f.document)}); this book gave nothing like it.`,
  'remitted.missing': (f) =>
    `Unit ${f.unit} remitted ${d(f.remitted)} on ${day(f.day)} (${paper(f.document)}); this book has not received it.`,
  'remitted.differs': (f) =>
    `Unit ${f.unit} remitted ${d(f.remitted)} (${paper(f.document)}); this book received ${d(f.taken)}.`,
};
