import { counted } from '../figures.ts';
import type { PaperKind } from '../../domain/paper.ts';
import type { FindingTexts } from './findings.ts';
import type { Refusals } from '../messages.ts';
import { MILESTONE_NAMES, PAPER_NAMES } from './en-papers.ts';
import { d, day, list } from './en-terms.ts';

const papers = (kinds: readonly PaperKind[]) => list(kinds.map((kind) => PAPER_NAMES[kind]));

/** What is wrong with houses, their papers, and what was reported of awards. */
export const homeFindings = {
  'home.household': (f) =>
    `Homes ${f.award} and ${f.other}: husband and wife by ID number; there is one home for a household.`,
  'home.papers': (f) => `Home ${f.award}: paid, and the dossier lacks: ${papers(f.papers)}.`,
  'home.handover': (f) =>
    f.fault === 'order'
      ? `Home ${f.award}: handed over on ${day(f.day)}, before it was begun.`
      : `Home ${f.award}: paid on ${day(f.day)} what waits for the ${PAPER_NAMES[f.paper]}, which was not there.`,
  'home.minutes': (f) =>
    `Home ${f.award}: paid in full on ${day(f.since)}; after more than ${counted(f.limit, 'day')} still no ${papers(f.papers)}.`,
  'home.stalled': (f) =>
    `Home ${f.award}: ${d(f.paid)} paid, and nothing has happened since ${day(f.since)} (more than ${counted(f.limit, 'day')}).`,
  'reported.unpaid': (f) => `Award ${f.award}: ${d(f.reported)} reported, and nothing was paid.`,
  'reported.amount': (f) =>
    `Award ${f.award}: ${d(f.reported)} reported, ${d(f.signed)} signed for${f.paid < f.signed ? `, ${d(f.paid)} left after what was handed back` : ''}.`,
  'reported.withdrawn': (f) =>
    `Award ${f.award}: ${d(f.reported)} reported, and the award was withdrawn and never paid.`,
  'reported.unknown': (f) =>
    `Round ${f.round}: ${counted(f.people, 'person', 'people')} reported have no award in the book (list:row ${list(f.rows)}${f.people > f.rows.length ? ', …' : ''}).`,
  'reported.count': (f) =>
    `Round ${f.round}: ${counted(f.reported, 'person', 'people')} reported, ${f.paid} paid.`,
} satisfies Partial<FindingTexts['findings']>;

export const homeFailures = {
  'return.more': ({ award, left, amount }) => [
    `${d(amount)} cannot come back of ${award}: ${d(left)} is left of what was paid.`,
    'No more comes back than was paid, less what came back before.',
    'Give what came back in --amount.',
  ],
  'instalment.sum': ({ amount, sum, difference }) => [
    `The instalments add up to ${d(sum)}, the award is ${d(amount)}: ${d(Math.abs(difference))} too ${difference > 0 ? 'much' : 'little'}.`,
    "A house's instalments add up to its award.",
    'Correct --instalment or --amount and run it again.',
  ],
  'milestone.twice': ({ award, milestone, day: on }) => [
    `Home ${award} was recorded as ${MILESTONE_NAMES[milestone]} on ${day(on)} already.`,
    'Each milestone is recorded once.',
    'If it is wrong, undo the operation that recorded it: phucloi operation list',
  ],
  'milestone.order': ({ award, milestone, day: on, other, otherDay }) => [
    `Home ${award}: ${MILESTONE_NAMES[milestone]} on ${day(on)}, but ${MILESTONE_NAMES[other]} on ${day(otherDay)}.`,
    'Start, foundation, roof, acceptance and handover follow each other; those between may be skipped.',
    'Check the day on the minutes, correct --on and run it again.',
  ],
} satisfies Partial<Refusals['failures']>;
