import { firstDay, lastDay, LAST_DAY, type Day, type Month } from '../domain/day.ts';
import {
  judge,
  type Found,
  type FindingKind,
  type Group,
  type JudgedFinding,
  type Owner,
  type RuleCode,
  type Severity,
} from '../domain/finding.ts';
import { helpedTwice } from '../domain/helped.ts';
import { overCeilings } from './collection-ceilings.ts';
import { passedFindings } from './collection-passed.ts';
import type { Collection } from './port/collection.ts';
import { helpedIn } from './helped.ts';
import { roundBy, type Session } from './session.ts';
import { between, viewOn, type View } from './view.ts';

/** What is looked at: a month, or one round in all books. */
export type CheckScope = { readonly period: Month } | { readonly round: string };

export interface CollectionChecked {
  readonly findings: readonly JudgedFinding[];
  readonly units: number;
  /** Units whose ID numbers are locked: their people are compared by name and birth date only. */
  readonly locked: readonly string[];
}

/** Under which rule each kind of finding of the view is told, and how loudly. */
const KINDS: { readonly [K in FindingKind]?: readonly [RuleCode, Group, Severity, Owner] } = {
  'copy.missing': ['R21', 'period', 'error', 'accountant'],
  'copy.altered': ['R25', 'book', 'error', 'accountant'],
  'unit.open': ['R21', 'period', 'error', 'accountant'],
  'person.units': ['R06', 'benefits', 'error', 'chair'],
  'unit.quota': ['R09', 'benefits', 'error', 'chair'],
  'unit.norm': ['R09', 'benefits', 'error', 'chair'],
  'grant.missing': ['R16', 'remittances', 'error', 'accountant'],
  'grant.differs': ['R16', 'remittances', 'error', 'accountant'],
  'grant.twice': ['R16', 'remittances', 'error', 'accountant'],
  'grant.unknown': ['R16', 'remittances', 'warning', 'accountant'],
  'remitted.missing': ['R14', 'remittances', 'error', 'accountant'],
  'remitted.differs': ['R14', 'remittances', 'error', 'accountant'],
};

/** What no single book can see: the sector and its units held against each other. */
export function checkCollection(
  session: Session,
  collection: Collection,
  scope: CheckScope,
): Promise<CollectionChecked> {
  return session.book.read(async (reader) => {
    const period = 'period' in scope ? scope.period : undefined;
    const round = 'round' in scope ? await roundBy(reader, scope.round) : undefined;
    const from = period === undefined ? undefined : firstDay(period);
    const to = period === undefined ? session.today : lastDay(period);
    const view = await viewOn(reader, collection, period === undefined ? LAST_DAY : to);
    const { helped, locked } = await helpedIn(view, round);
    const pairs = helpedTwice(helped).filter(
      ({ one, other }) =>
        from === undefined || [one, other].some(({ decidedOn }) => inDays(decidedOn, from, to)),
    );
    const found: Found[] = [
      ...copies(view, period ?? undefined),
      ...pairs.map(({ one, other, by }): Found => ({
        kind: 'person.units',
        subject: `${one.union}:${one.award}+${other.union}:${other.award}`,
        facts: {
          unit: one.union,
          award: one.award,
          other: other.union,
          otherAward: other.award,
          round: one.round,
          by,
        },
        day: other.decidedOn,
        severity: by === 'id' ? 'error' : 'warning',
      })),
      ...(await overCeilings(reader, view, { round, from, to })),
      ...(from === undefined ? [] : passedFindings(view, await between(view), { from, to })),
    ];
    return {
      findings: judge(found.map(weighed), new Set(), to < session.today ? to : session.today),
      units: view.members.length - 1 + view.absent.length,
      locked,
    };
  });
}

const inDays = (day: Day, from: Day, to: Day) => from <= day && day <= to;

function weighed(found: Found) {
  const known = KINDS[found.kind];
  if (known === undefined) throw new TypeError(`no rule for ${found.kind}`);
  const [rule, group, severity, owner] = known;
  return { ...found, rule, group, severity: found.severity ?? severity, owner, acceptable: false };
}

/** Units without a whole copy, and those whose book is not closed as far as is asked. */
function copies(view: View, period: Month | undefined): Found[] {
  const open = ({ union, month }: { union: string; month: Month | '' }): Found[] =>
    period === undefined || month >= period
      ? []
      : [{ kind: 'unit.open', subject: union, facts: { unit: union, month, period }, mend: MEND }];
  return [
    ...view.absent.flatMap(({ union, state }): Found[] =>
      state === 'unclosed'
        ? open({ union, month: '' })
        : [
            {
              kind: state === 'altered' ? 'copy.altered' : 'copy.missing',
              subject: union,
              facts: { unit: union },
              mend: MEND,
            },
          ],
    ),
    ...view.members.filter(({ own }) => !own).flatMap(open),
  ];
}

const MEND = 'phucloi collect …';
