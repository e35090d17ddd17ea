import type { Refusals } from '../messages.ts';
import { objection } from './en-rules.ts';
import { day } from './en-terms.ts';

/** How the value of each kind of rule is written. */
const RULE_VALUES: Readonly<Record<string, string>> = {
  cap: '1000000 · 3000000/year',
  level: '500000',
  times: '2/year · 1/round · 1/life/household',
  years: '5',
  who: 'member worker relative retired',
  units: 'grassroots section',
  paper: 'commune:pay · application:approve · handover:end',
};

/** Refusals of awards, rounds and the rules they follow. */
export const benefitFailures = {
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
  'rule.broken': ({ award, rule, subject, allowed, found, source, more, kind }) => [
    `Award ${award} breaks rule ${rule}${source === undefined ? '' : ` (${source})`}: ${objection(subject, allowed, found)}.${more > 0 ? ` There are ${more} more.` : ''}`,
    'An award outside the rules needs a second person who signs for it, and a reason; above the norm also a decision number.',
    kind === undefined
      ? `Mend it, or add --waive ${rule} --waived-by "…" --reason "…" [--waive-decision …].`
      : `Add what is missing, or: phucloi ${kind} waive --case ${award} --rule ${rule} --by "…" --reason "…" [--decision …]`,
  ],
  'waiver.decision': ({ rule }) => [
    `Rule ${rule} is exceeded without a decision.`,
    'More than the norm is given by a decision of its own.',
    "Add the decision's number: --waive-decision NO (of waive: --decision NO).",
  ],
  'approval.self': ({ award }) => [
    award === undefined
      ? 'Who approves is who enters.'
      : `Who approves has the same name as the recipient of award ${award}.`,
    'Nobody approves an award of their own, nor one that they entered.',
    'Name in --by who signed the decision; where only the names are the same: phucloi setting set approval.same on',
  ],
  'rule.value': ({ what, value }) => [
    `"${value}" is no value of a rule on ${what}.`,
    `It is written as: ${RULE_VALUES[what]}`,
    'Correct --value and run it again.',
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
  'award.goods': ({ award, fund }) => [
    `Award ${award} has no part in goods that fund ${fund} has still to give.`,
    "The part must be approved, this fund's, and not yet given.",
    'See how it stands: phucloi gift list',
  ],
} satisfies Partial<Refusals['failures']>;
