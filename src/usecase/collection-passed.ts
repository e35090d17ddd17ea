import { lastDay, monthOf, nextMonth, type Day } from '../domain/day.ts';
import type { Found } from '../domain/finding.ts';
import { amountOf, pairPassed, type PassedPair, type PassedSide } from '../domain/passed.ts';
import type { Between, View } from './view.ts';

interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** Money that the sector and its units tell each other to have passed, where the two books do not say the same. */
export function passedFindings(view: View, between: Between, days: Days): Found[] {
  const closed = new Map(view.members.flatMap(({ union, own, end }) => (own ? [] : [[union, end] as const])));
  // Of a unit whose book is not there nothing can be said.
  const known = (sides: readonly PassedSide[]) => sides.filter(({ unit }) => closed.has(unit));
  return [
    ...pairPassed(known(between.given), known(between.received)).flatMap((pair) =>
      within(pair, days) ? grant(pair, closed.get(pair.unit)) : [],
    ),
    ...pairPassed(known(between.remitted), known(between.taken)).flatMap((pair) =>
      within(pair, days) ? remittance(pair) : [],
    ),
  ];
}

function within({ sent, taken }: PassedPair, { from, to }: Days): boolean {
  return [...sent, ...taken].some(({ day }) => from <= day && day <= to);
}

/** What the sector passed down, against what the unit received. */
function grant(pair: PassedPair, closed: Day | undefined): Found[] {
  const { unit, document, sent, taken } = pair;
  const [given, received] = [amountOf(sent), amountOf(taken)];
  const subject = subjectOf(pair);
  const [first, other] = [sent[0], taken[0]];
  if (first === undefined)
    return other === undefined
      ? []
      : [
          {
            kind: 'grant.unknown',
            subject,
            facts: { unit, document, day: other.day, received },
            day: other.day,
          },
        ];
  if (other === undefined) {
    // Given at a month's end it may have come in the month after, which the unit has not closed.
    const underWay = closed === undefined || closed < lastDay(nextMonth(monthOf(first.day)));
    const severity = underWay ? { severity: 'warning' as const } : {};
    const facts = { unit, document, day: first.day, given };
    return [{ kind: 'grant.missing', subject, facts, day: first.day, ...severity }];
  }
  if (given === received) return [];
  return taken.length > sent.length && received > given
    ? [{ kind: 'grant.twice', subject, facts: { unit, document, times: taken.length, given, received } }]
    : [{ kind: 'grant.differs', subject, facts: { unit, document, given, received } }];
}

/** What a unit remitted, against what the sector took; what it took of a unit besides may be gifts of its people. */
function remittance(pair: PassedPair): Found[] {
  const { unit, document, sent, taken } = pair;
  const [remitted, received] = [amountOf(sent), amountOf(taken)];
  const subject = subjectOf(pair);
  const [first] = sent;
  if (first === undefined || remitted === received) return [];
  const facts = { unit, document, remitted };
  // What names somebody else may have gone to a union further up.
  const severity = first.named ? {} : { severity: 'warning' as const };
  return taken.length === 0
    ? [
        {
          kind: 'remitted.missing',
          subject,
          facts: { ...facts, day: first.day },
          day: first.day,
          ...severity,
        },
      ]
    : [{ kind: 'remitted.differs', subject, facts: { ...facts, taken: received } }];
}

function subjectOf({ unit, document, sent, taken }: PassedPair): string {
  return `${unit}:${document === '' ? ([...sent, ...taken][0]?.entry ?? '') : document}`;
}
