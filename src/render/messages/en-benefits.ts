import type { Refusals } from '../messages.ts';
import { caseFailures, VISITS } from './en-cases.ts';
import { objection } from './en-rules.ts';
import { day } from './en-terms.ts';

const STATES: Readonly<Record<string, string>> = {
  proposed: 'proposed only',
  approved: 'approved',
  rejected: 'rejected',
  cancelled: 'cancelled',
  handed: 'with a distributor',
  paid: 'paid',
  signed: 'paid and signed for',
};
/** A list's file and, where it has several, its sheet. */
const at = (file: string, sheet: string) => (sheet === '' ? file : `${file}, sheet «${sheet}»`);
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
  ...caseFailures,
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
  'rule.broken': ({ award, rule, subject, allowed, found, source, more, kind }) => [
    `Award ${award} breaks rule ${rule}${source === undefined ? '' : ` (${source})`}: ${objection(subject, allowed, found)}.${more > 0 ? ` There are ${more} more.` : ''}`,
    'An award outside the rules needs a second person who signs for it, and a reason; above the norm also a decision number.',
    kind === undefined
      ? `Mend it, or add --waive ${rule} --waived-by "…" --waive-reason "…" [--waive-decision …].`
      : `${subject === 'paper' ? `Record the paper: phucloi ${kind} paper … --case ${award} --on … --no …` : 'Add what is missing'}, or: phucloi ${kind} waive --case ${award} --rule ${rule} --by "…" --reason "…" [--decision …]`,
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
  'award.second': ({ round, twice }) =>
    twice === 'refuse'
      ? [
          `This person has an award in round ${round} already.`,
          'The round takes a person once, whoever pays (twice refuse).',
          `Check the recipient's code; where the round takes a second payer's award: phucloi programme set ${round} --twice part`,
        ]
      : [
          `This payer has awarded this person in round ${round} already, or the payer is not said.`,
          'One award a person and payer in a round (twice part).',
          "Check the recipient's code, or name another payer: --payer FUND",
        ],
  'award.state': ({ award, kind, state, verb }) => [
    `Award ${award} is ${STATES[state] ?? state}: no ${verb}.`,
    verb === 'reverse'
      ? 'What came back from an award that was cancelled does not become a payment again.'
      : 'Only what is proposed is approved or rejected; only what is proposed, or approved and unpaid, is cancelled.',
    verb === 'reject' && state === 'approved'
      ? `Cancel what is approved: phucloi ${kind} cancel --case ${award} --reason "…" --decision NO --on DAY --by "NAME"`
      : `Look at it: phucloi ${kind} show ${award}`,
  ],
  'award.out': ({ award, kind, state }) => [
    `Award ${award} is ${STATES[state] ?? state}: it cannot be cancelled yet.`,
    state === 'handed'
      ? 'What a distributor carries comes back first.'
      : 'Money that is paid comes back first.',
    state === 'handed'
      ? 'Settle the advance: phucloi advance settle --advance VOUCHER --returned AMOUNT --on DAY'
      : `Take it back: phucloi ${kind} return --case ${award} --on DAY --reason "…"`,
  ],
  'award.decided': ({ award, kind, decision }) => [
    `Award ${award} was approved by decision ${decision}.`,
    'A decision is taken back by a decision.',
    `Name it: phucloi ${kind} cancel --case ${award} --reason "…" --decision NO --on DAY --by "NAME"`,
  ],
  'cases.rounds': ({ rounds }) => [
    `These awards belong to ${rounds.length} rounds: ${rounds.join(', ')}.`,
    'One command works on awards of one round.',
    'Run it for each round.',
  ],
  'level.missing': ({ round, category }) => [
    `Round ${round} has no level for "${VISITS[category] ?? category}".`,
    'Either an amount, or a level of the round for that category.',
    'Add --amount, or make the round with --level CATEGORY=AMOUNT.',
  ],
  'sheet.control': ({ file, sheet, control }) => [
    control === ''
      ? `${at(file, sheet)}: no control code.`
      : `${at(file, sheet)}: control code ${control} does not fit the book.`,
    'A code fits while the awards, amounts and payments of its sheet are what they were when it was printed.',
    'A sheet printed before the money fits once every payer has paid. Else print it again with phucloi gift sheet and copy the marks; or sign without the file: --all --except …',
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
