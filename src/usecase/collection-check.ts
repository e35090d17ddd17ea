import { firstDay, lastDay, LAST_DAY, type Day, type Month } from '../domain/day.ts';
import { isOurs, totalOf, type Round } from '../domain/award.ts';
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
import { helpedTwice, type Helped } from '../domain/helped.ts';
import { fold } from '../domain/name.ts';
import { overCeilings } from './collection-ceilings.ts';
import { passedFindings } from './collection-passed.ts';
import type { AwardView } from './port/awards.ts';
import type { Collection } from './port/collection.ts';
import type { Reader } from './port/ports.ts';
import { roundBy, type Session } from './session.ts';
import { between, viewOn, type Member, type View } from './view.ts';

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

/** Everybody who is helped in any book, as far as it is closed; of one round where one is asked about. */
export async function helpedIn(
  view: View,
  round: Round | undefined,
): Promise<{ helped: readonly Helped[]; locked: readonly string[] }> {
  const helped: Helped[] = [];
  const locked: string[] = [];
  const run = round === undefined ? undefined : runOf(round);
  for (const member of view.members) {
    await member.read(async (reader) => {
      const isLocked = (await (await reader.benefits()).privateState()) === 'sealed';
      const found = await helpedBy(reader, member, { run, isLocked });
      if (isLocked && found.length > 0) locked.push(member.union);
      for (const each of found) helped.push(each);
    });
  }
  return { helped, locked };
}

/** One run of a programme, whatever its round is called in a book: a Tet by its year, else by the code. */
export function runOf({ kind, tet, code }: Round): string {
  return tet === undefined ? `${kind} ${fold(code)}` : `${kind} #${tet}`;
}

async function helpedBy(
  reader: Reader,
  { union, upTo }: Member,
  { run, isLocked }: { readonly run: string | undefined; readonly isLocked: boolean },
): Promise<Helped[]> {
  const rounds = new Map((await reader.rounds()).map((each) => [each.id, each]));
  const asked = [...rounds.values()].filter((each) => run === undefined || runOf(each) === run);
  const awards: AwardView[] = [];
  for (const { id } of asked) awards.push(...(await reader.awards({ round: id, upTo })).filter(isDecided));
  if (awards.length === 0) return [];
  const keys = await reader.people();
  const people = new Map(keys.map((each) => [each.id, each]));
  const merged = new Map(keys.map(({ id, mergedInto }) => [id, mergedInto ?? id]));
  const owners = [...new Set(awards.map((each) => merged.get(each.beneficiary.id) ?? each.beneficiary.id))];
  const numbers = isLocked
    ? new Map<number, string>()
    : await (await reader.benefits()).secrets(owners, 'id');
  return awards.flatMap((award): Helped[] => {
    const round = rounds.get(award.round);
    const { decidedOn } = award;
    const owner = merged.get(award.beneficiary.id) ?? award.beneficiary.id;
    const person = people.get(owner);
    if (round === undefined || decidedOn === undefined) return [];
    return [
      {
        union,
        award: award.code,
        run: runOf(round),
        round: round.code,
        decidedOn,
        amount: totalOf(award.parts.filter(isOurs)),
        identity: numbers.get(owner)?.replace(/\D/g, ''),
        likeness: person?.born?.length === WHOLE_DAY ? `${person.folded} ${person.born}` : undefined,
      },
    ];
  });
}

const WHOLE_DAY = 'YYYY-MM-DD'.length;

const isDecided = ({ state }: AwardView): boolean => state === 'approved';
