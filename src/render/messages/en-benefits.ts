import type { Refusals } from '../messages.ts';
import { objection } from './en-rules.ts';
import { day } from './en-terms.ts';

/** A list's file and, where it has several, its sheet. */
const at = (file: string, sheet: string) => (sheet === '' ? file : `${file}, sheet «${sheet}»`);

/** Refusals of awards, rounds and the rules they follow. */
export const benefitFailures = {
  'award.none': ({ round, kind, verb }) => [
    `Round ${round} has nothing left to ${verb === 'sheet' ? 'list for signing' : verb}.`,
    'Proposed before approved, approved before paid, paid before signed.',
    `See where it stands: phucloi ${kind} list --round ${round}`,
  ],
  'award.day': ({ award, day: on, decided }) => [
    `Award ${award}: ${day(on)} is before ${day(decided)}.`,
    'Nothing is paid before its decision, nor signed before it is paid.',
    'Correct --on and run it again.',
  ],
  'rule.broken': ({ award, rule, subject, allowed, found, source, more }) => [
    `Award ${award} breaks rule ${rule}${source === undefined ? '' : ` (${source})`}: ${objection(subject, allowed, found)}.${more > 0 ? ` There are ${more} more.` : ''}`,
    'An award outside the rules needs a second person who signs for it, and a reason; above the norm also a decision number.',
    `Mend it, or add --waive ${rule} --waived-by "…" --reason "…" [--waive-decision …].`,
  ],
  'waiver.same': () => [
    'Who waives the rule is who enters the award.',
    'It must be another person.',
    'Give the name of the second person who signed in --waived-by.',
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
  'sheet.control': ({ file, sheet, control }) => [
    control === ''
      ? `${at(file, sheet)}: no control code.`
      : `${at(file, sheet)}: control code ${control} does not fit the book.`,
    'A code fits while the awards, amounts and payments of its sheet are what they were when it was printed.',
    'Print it again with phucloi gift sheet and copy the marks; or sign without the file: --all --except …',
  ],
  'sheet.repeated': ({ file, sheet, control }) => [
    `${at(file, sheet)}: control code ${control} stands on an earlier sheet.`,
    'A sheet is handed in once in a file.',
    'Delete the second one and run it again.',
  ],
  'award.goods': ({ award, fund }) => [
    `Award ${award} has no part in goods that fund ${fund} has still to give.`,
    "The part must be approved, this fund's, and not yet given.",
    'See how it stands: phucloi gift list',
  ],
} satisfies Partial<Refusals['failures']>;
