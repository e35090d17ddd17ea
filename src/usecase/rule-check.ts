import { awardStage, type ProgrammeKind, type Round } from '../domain/award.ts';
import { dayBefore, type Day } from '../domain/day.ts';
import { negate, readDigits, subtract, ZERO, type Dong } from '../domain/dong.ts';
import type { ProgrammeRule, RuleSubject, Verdict } from '../domain/rule.ts';
import type { OpenedList } from '../intake/open.ts';
import type { ListReading } from '../intake/reader.ts';
import { stands } from './proposal.ts';
import type { AwardView } from './port/awards.ts';
import type { Reader } from './port/ports.ts';
import { listedRules } from './rule-change.ts';
import { Bench, ourAmount } from './rules.ts';
import { roundBy, type Session } from './session.ts';

/**
 * What other rules would change for an award: it keeps a rule today and `breaks` it then, the other way round (`keeps`),
 * or it breaks one today that asks nothing of it then (`freed`).
 */
type Change = 'breaks' | 'keeps' | 'freed';

export interface RuleTouch {
  readonly award: string;
  readonly kind: ProgrammeKind;
  readonly round: string;
  readonly unit: string;
  readonly category: string;
  readonly state: string;
  readonly rule: string;
  readonly what: RuleSubject;
  readonly force: 'refuse' | 'warn';
  readonly change: Change;
  /** What would be allowed and what is found; of an award that is freed, by the rule that held. */
  readonly allowed: string;
  readonly found: string;
  /** Whether a second person signed already that the award may break the rule it would break. */
  readonly waived: boolean;
  /** What passes through our hands, and how much more the rule would have it be, or less; in đồng. */
  readonly amount: Dong;
  readonly difference?: Dong;
}

interface RuleCheck {
  /** Rules of the list, and standing awards that were judged by them. */
  readonly rules: number;
  readonly judged: number;
  readonly from?: Day;
  readonly touches: readonly RuleTouch[];
  readonly reading: ListReading;
}

/**
 * Judges standing awards by a list of rules as if it was recorded, and writes nothing. What is decided is judged as on its
 * day; what is not, as when the last of the rules holds. With `from`, the rules are taken to hold since that day, for what
 * was decided since.
 */
export function checkRules(
  session: Session,
  list: OpenedList,
  { round: only, from }: { round: string | undefined; from: Day | undefined },
): Promise<RuleCheck> {
  return session.book.read(async (reader) => {
    const { reader: listed, rows, good, known } = await listedRules(reader, list);
    const then = withRules(known, from === undefined ? good : since(good, from));
    // What is not decided yet will be when all these rules hold.
    const begins = from === undefined ? good.map((rule) => rule.from) : [from];
    const later = begins.reduce((last, day) => (day > last ? day : last), session.today);
    const kinds = new Set(good.map(({ kind }) => kind));
    const rounds =
      only === undefined
        ? (await reader.rounds()).filter(({ kind }) => kinds.has(kind))
        : [await roundBy(reader, only)];
    const touches: RuleTouch[] = [];
    let judged = 0;
    for (const round of rounds) {
      const awards = (await reader.awards({ round: round.id })).filter(
        (award) => stands(award) && (from === undefined || (award.decidedOn ?? later) >= from),
      );
      judged += awards.length;
      touches.push(...(await touched(reader, round, awards, { known, then, later })));
    }
    return {
      rules: rows,
      judged,
      ...(from === undefined ? {} : { from }),
      touches,
      reading: listed.reading(),
    };
  });
}

/** What changes for the awards of one round, everything that either set of rules asks for read once. */
async function touched(
  reader: Reader,
  round: Round,
  awards: readonly AwardView[],
  { known, then, later }: { known: readonly ProgrammeRule[]; then: readonly ProgrammeRule[]; later: Day },
): Promise<RuleTouch[]> {
  if (awards.length === 0) return [];
  const every = [...known, ...then];
  const norms = await Bench.of(reader, awards, { round, day: later, stage: 'approve' }, every);
  const papers = await Bench.of(reader, awards, { round, day: later, stage: 'end' }, every);
  const waivers = new Set(
    (await (await reader.benefits()).waivers({ round: round.id })).map(
      ({ award, rule }) => `${award} ${rule}`,
    ),
  );
  // Norms as on the day of the decision, papers as they are.
  const verdictsOn = (award: AwardView, rules: readonly ProgrammeRule[]) => [
    ...norms
      .verdicts(award, { day: award.decidedOn ?? later, rules })
      .filter(({ rule }) => rule.what !== 'paper'),
    ...papers.verdicts(award, { rules }),
  ];
  return awards.flatMap((award) =>
    changes(verdictsOn(award, known), verdictsOn(award, then)).map(({ change, verdict }): RuleTouch => {
      const { rule, allowed, found } = verdict;
      const amount = ourAmount(award.parts);
      const difference = change === 'breaks' ? differenceOf(verdict, amount) : undefined;
      return {
        award: award.code,
        kind: round.kind,
        round: round.code,
        unit: award.unit.code,
        category: award.category,
        state: awardStage(award),
        rule: rule.code,
        what: rule.what,
        force: rule.force,
        change,
        allowed,
        found,
        waived: change === 'breaks' && waivers.has(`${award.id} ${rule.code}`),
        amount,
        ...(difference === undefined ? {} : { difference }),
      };
    }),
  );
}

/** Rules whose verdict on an award is another one then. */
function changes(now: readonly Verdict[], then: readonly Verdict[]): { change: Change; verdict: Verdict }[] {
  const before = new Map(now.map((verdict) => [verdict.rule.code, verdict]));
  const after = new Set(then.map(({ rule }) => rule.code));
  return [
    ...then.flatMap((verdict) => {
      const kept = before.get(verdict.rule.code)?.kept ?? true;
      if (kept === verdict.kept) return [];
      return [{ change: verdict.kept ? ('keeps' as const) : ('breaks' as const), verdict }];
    }),
    ...now.flatMap((verdict) =>
      verdict.kept || after.has(verdict.rule.code) ? [] : [{ change: 'freed' as const, verdict }],
    ),
  ];
}

/** By how much an award would have to change to keep the rule, where money alone decides on it. */
function differenceOf({ rule: { what, value }, found }: Verdict, amount: Dong): Dong | undefined {
  if (what !== 'level' && what !== 'cap') return undefined;
  const norm = readDigits(value.split('/')[0] ?? '') ?? ZERO;
  if (what === 'level') return subtract(norm, amount);
  // Of a year's cap, what others used up is not this award's.
  const over = subtract(readDigits(found) ?? ZERO, norm);
  return negate(over < amount ? over : amount);
}

/** The rules as they stand once others are recorded: each ends the one of its code that holds before it. */
function withRules(known: readonly ProgrammeRule[], added: readonly ProgrammeRule[]): ProgrammeRule[] {
  return added
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .reduce<ProgrammeRule[]>(
      (all, rule) => [
        ...all.map((each) =>
          each.code === rule.code && (each.to === undefined || each.to >= rule.from)
            ? { ...each, to: dayBefore(rule.from) }
            : each,
        ),
        rule,
      ],
      [...known],
    );
}

/** Rules taken to hold from a day on: of each code the first one, where it begins later. */
function since(rules: readonly ProgrammeRule[], from: Day): ProgrammeRule[] {
  const first = new Map<string, Day>();
  for (const rule of rules) {
    const known = first.get(rule.code);
    if (known === undefined || rule.from < known) first.set(rule.code, rule.from);
  }
  return rules.map((rule) =>
    rule.from > from && first.get(rule.code) === rule.from ? { ...rule, from } : rule,
  );
}
