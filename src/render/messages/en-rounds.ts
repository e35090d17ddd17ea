import { counted } from '../figures.ts';
import { firstOf, type RoundsDone } from './rounds.ts';
import { d, day, KINDS } from './en-terms.ts';

const STEPS = { list: 'lists', pay: 'payment', sign: 'signatures' } as const;

const MOVEMENTS: Readonly<Record<string, string>> = {
  taken: 'taken over from the earlier list',
  moved: 'taken over, now in another unit',
  there: 'in this round already',
  paused: 'paused',
  retired: 'retired',
  left: 'no members any more',
  died: 'died',
  closed: 'of a unit that was closed',
  level: 'of a category without a level',
  rule: 'against a rule',
};

/** What is said of rounds. */
export const rounds = (): RoundsDone => ({
  round: (a) =>
    [
      `Round ${a.code}: ${a.name}, ${KINDS[a.kind as keyof typeof KINDS]}, ${day(a.day)}.`,
      ...(a.levels.length === 0
        ? []
        : [`Levels: ${a.levels.map(({ category, amount }) => `${category} ${d(amount)}`).join(', ')}.`]),
      ...(a.cutOff === undefined ? [] : [`For members who joined by ${day(a.cutOff)}.`]),
      ...(
        [
          ['Lists are due by', a.listBy],
          ['Payment is due by', a.payBy],
          ['Signatures are due by', a.signBy],
        ] as const
      ).flatMap(([said, on]) => (on === undefined ? [] : [`${said} ${day(on)}.`])),
      ...(a.standing === undefined ? [] : [`Stands for a decision within its levels: ${a.standing}.`]),
      a.twice === 'refuse'
        ? "A name on a second payer's list: refused."
        : "A name on a second payer's list: a further award by that payer.",
      ...(a.previous === undefined
        ? []
        : [`Starts from the list of ${a.previous}: phucloi gift renew --round ${a.code}`]),
    ].join('\n'),
  tetNamed: (a) => `${a.name}: Tet falls on ${day(a.day)}.`,
  roundSet: (a) =>
    `Changed round ${a.code}; awards that stand stay as they are. See: phucloi programme show ${a.code}`,
  quota: (a) =>
    `Round ${a.round}: unit ${a.unit} has ${[
      ...(a.people === undefined ? [] : [counted(a.people, 'person', 'people')]),
      ...(a.amount === undefined ? [] : [d(a.amount)]),
    ].join(', ')}.`,
  progress: (a) =>
    [
      ...a.deadlines.map(
        ({ what, day: on, left, units }) =>
          `Deadline for ${STEPS[what]} ${day(on)}: ${left < 0 ? `${counted(-left, 'day')} over` : left === 0 ? 'today' : `${counted(left, 'day')} left`}${units.length === 0 ? '' : `; late units (${units.length}): ${firstOf(units, 20)}`}.`,
      ),
      ...(a.joined.since === undefined || a.joined.people === 0
        ? []
        : [
            `${counted(a.joined.people, 'member')} joined, or came into the book, after the last list (${day(a.joined.since)}) and have no award.`,
          ]),
    ].join('\n'),
  enteredPeople: (a) =>
    a.relatives + a.workers === 0
      ? ''
      : `\nEntered into the book: ${[
          ...(a.relatives > 0 ? [`${counted(a.relatives, 'relative')} of members`] : []),
          ...(a.workers > 0 ? [`${counted(a.workers, 'worker')} who are no members`] : []),
        ].join(', ')}.`,
  renewed: (a) =>
    [
      `Round ${a.round} starts from the list of ${a.from}: ${counted(a.accepted, 'person', 'people')} proposed.`,
      ...a.counts.map(({ movement, people }) => {
        const named = a.people
          .filter((each) => each.movement === movement)
          .map(({ member, rule }) => (rule === undefined ? member : `${member} (${rule})`));
        const codes = movement === 'taken' ? '' : `: ${firstOf(named, 20)}`;
        return `  ${people} ${MOVEMENTS[movement] ?? movement}${codes}.`;
      }),
      `From own funds: ${d(a.own)}. From every source: ${d(a.total)}.`,
    ].join('\n'),
});

export const ROUND_COLUMNS = {
  quota: 'Quota',
  proposed: 'Proposed',
  approved: 'Approved',
  handed: 'Handed out',
  paid: 'Paid',
  refused: 'Refused',
  cancelled: 'Cancelled',
  own: 'Own funds',
  late: 'Late',
  listBy: 'Lists by',
  payBy: 'Payment by',
  signBy: 'Signatures by',
};

export const ROUND_VALUES = { 'late.list': 'lists', 'late.pay': 'payment', 'late.sign': 'signatures' };
