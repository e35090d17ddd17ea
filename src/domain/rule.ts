import type { ProgrammeKind } from './award.ts';
import { yearOf, type Day } from './day.ts';
import { add, type Dong } from './dong.ts';
import { fold } from './name.ts';
import { PAPER_STAGES, PAPERS, type PaperKind, type PaperStage } from './paper.ts';
import type { State } from './status.ts';

/**
 * What a rule of a programme says, and how its `value` is written:
 * - `cap`, `level`: whole đồng; more than a cap, or other than a level, needs a decision of its own. With `/year` behind
 *   it a cap holds for a year's benefits together;
 * - `times`: `COUNT/round|year|life`, with `/household` behind it where relatives count together: `2/year`, `1/life/household`;
 * - `years`: whole years of membership before the day of the decision;
 * - `who`: kinds of people (`member relative worker`, and `retired`, `left`, `died` where those may receive too),
 *   `units`: kinds of units, each with blanks between;
 * - `paper`: `KIND:STAGE`, as `commune:pay`.
 */
export const RULE_SUBJECTS = ['cap', 'level', 'times', 'years', 'who', 'units', 'paper'] as const;
export type RuleSubject = (typeof RULE_SUBJECTS)[number];

/** Whose rule it is; empty fits every union. A book says which it is by the setting `programme.body`. */
export const BODIES = ['grassroots', 'upper', 'province', 'national', 'office'] as const;

/** One dated rule; category, area and body are empty where it holds for all. */
export interface ProgrammeRule {
  readonly code: string;
  readonly kind: ProgrammeKind;
  readonly what: RuleSubject;
  readonly body: string;
  readonly category: string;
  readonly area: string;
  readonly from: Day;
  readonly to?: Day | undefined;
  readonly value: string;
  /** The act and clause, as a paper would cite it. */
  readonly source: string;
  /** Whether somebody compared it with the act. */
  readonly verified: boolean;
  /** Whether a command that breaks it is refused, or warned. */
  readonly force: 'refuse' | 'warn';
}

/** A benefit that a person (or, where `household`, one of theirs) has: in this book, or before it. */
export interface PastBenefit {
  /** The award's code; empty for one of the time before the book. */
  readonly award: string;
  readonly round: string;
  readonly kind: ProgrammeKind;
  /** Of one before the book both are empty. */
  readonly category: string;
  readonly area: string;
  readonly day: Day;
  /** What passed through our hands, in đồng. */
  readonly amount: Dong;
  /** Whether it is decided; one that is only proposed has its round's day. */
  readonly decided: boolean;
  /** The award's key: who came first. 0 before the book. */
  readonly key: number;
  readonly household: boolean;
}

/** What rules look at: one award on the day of its decision, or of another act. */
export interface RuleCase {
  readonly award: string;
  readonly round: string;
  readonly kind: ProgrammeKind;
  readonly category: string;
  readonly area: string;
  readonly body: string;
  readonly day: Day;
  /** What passes through our hands, in đồng. */
  readonly amount: Dong;
  readonly person: {
    readonly kind: 'member' | 'relative' | 'worker';
    readonly unitKind: string;
    readonly joined?: Day | undefined;
    readonly state: Exclude<State, 'moved'>;
  };
  /** Other standing benefits of the same kind. */
  readonly past: readonly PastBenefit[];
  readonly papers: ReadonlySet<PaperKind>;
  /** Up to which stage papers must be there. */
  readonly stage: PaperStage;
}

/** How one rule judges one case: `allowed` is what would be, `found` what is; both as they are shown, figures and codes only. */
export interface Verdict {
  readonly rule: ProgrammeRule;
  readonly kept: boolean;
  readonly allowed: string;
  readonly found: string;
}

/** The rules that speak of a case on its day, the most particular first among those of one subject. */
export function rulesFor(
  rules: readonly ProgrammeRule[],
  of: Pick<RuleCase, 'kind' | 'category' | 'area' | 'body' | 'day'>,
): ProgrammeRule[] {
  const fits = (mark: string, value: string) => mark === '' || fold(mark) === fold(value);
  return rules
    .filter(
      (rule) =>
        rule.kind === of.kind &&
        rule.from <= of.day &&
        (rule.to === undefined || of.day <= rule.to) &&
        fits(rule.category, of.category) &&
        fits(rule.area, of.area) &&
        fits(rule.body, of.body),
    )
    .toSorted((a, b) => particularity(b) - particularity(a));
}

function particularity({ category, area, body }: ProgrammeRule): number {
  return [category, area, body].filter((mark) => mark !== '').length;
}

/** What a cap or a limit of times counts together. */
type Span = 'round' | 'year' | 'life';

interface Limit {
  readonly count: number;
  readonly span?: Span | undefined;
  readonly household: boolean;
}

const WRITTEN: { readonly [S in RuleSubject]: RegExp } = {
  cap: /^[1-9]\d{0,14}(\/year)?$/,
  level: /^[1-9]\d{0,14}$/,
  times: /^[1-9]\d{0,2}\/(round|year|life)(\/household)?$/,
  years: /^[1-9]\d?$/,
  who: /^(member|relative|worker|retired|paused|left|died)( (member|relative|worker|retired|paused|left|died))*$/,
  units: /^(sector|grassroots|section|group)( (sector|grassroots|section|group))*$/,
  paper: new RegExp(`^(${PAPERS.join('|')}):(${PAPER_STAGES.join('|')})$`),
};

/** Whether a rule's value is written as its subject wants it. */
export function isRuleValue(what: RuleSubject, value: string): boolean {
  return WRITTEN[what].test(value);
}

function limitOf(value: string): Limit {
  const [count = '', span, household] = value.split('/');
  return { count: Number(count), span: span as Span | undefined, household: household === 'household' };
}

/** What rules replace each other by: the more particular one of the same question holds alone. */
function question({ what, value }: ProgrammeRule): string {
  if (what === 'times' || what === 'cap') return `${what} ${value.split('/').slice(1).join('/')}`;
  return what === 'paper' ? `${what} ${value.split(':')[0]}` : what;
}

type Speaker = Pick<RuleCase, 'kind' | 'category' | 'area' | 'body' | 'day'>;

/** The rules that decide on a case: of each question those that fit it most closely. */
export function decidingRules(rules: readonly ProgrammeRule[], of: Speaker): ProgrammeRule[] {
  const best = new Map<string, number>();
  return rulesFor(rules, of).filter((rule) => {
    const closeness = particularity(rule);
    const known = best.get(question(rule));
    if (known === undefined) best.set(question(rule), closeness);
    return known === undefined || known === closeness;
  });
}

/** How every rule that speaks of a case judges it; after the decision only its papers are still in question. */
export function judge(rules: readonly ProgrammeRule[], of: RuleCase): Verdict[] {
  return decidingRules(rules, of)
    .filter(
      ({ what, value }) =>
        (what === 'paper' || of.stage === 'approve') &&
        (what !== 'paper' || stageOf(value) <= PAPER_STAGES.indexOf(of.stage)),
    )
    .map((rule) => ({ rule, ...JUDGES[rule.what](rule.value, of, () => together(rules, rule, of)) }));
}

type Judge = (value: string, of: RuleCase, others: () => readonly PastBenefit[]) => Omit<Verdict, 'rule'>;

const JUDGES: { readonly [S in RuleSubject]: Judge } = {
  cap: (value, of, others) => {
    const { count: cap } = limitOf(value);
    const found = others().reduce<Dong>((total, { amount }) => add(total, amount), of.amount);
    return { kept: found <= cap, allowed: value, found: String(found) };
  },
  level: (value, of) => ({ kept: of.amount === Number(value), allowed: value, found: String(of.amount) }),
  times: (value, _of, others) => {
    const had = others().length;
    return { kept: had < limitOf(value).count, allowed: value, found: String(had) };
  },
  years: (value, { person, day }) => {
    const years = person.joined === undefined ? undefined : wholeYears(person.joined, day);
    return {
      kept: years !== undefined && years >= Number(value),
      allowed: value,
      found: years?.toString() ?? '?',
    };
  },
  who: (value, { person: { kind, state } }) => {
    const asked = value.split(' ');
    const fits = asked.includes(kind) && (state === 'active' || state === 'paused' || asked.includes(state));
    return { kept: fits, allowed: value, found: state === 'active' ? kind : state };
  },
  units: (value, { person }) => ({
    kept: value.split(' ').includes(person.unitKind),
    allowed: value,
    found: person.unitKind,
  }),
  paper: (value, { papers }) => {
    const [kind = ''] = value.split(':');
    return { kept: papers.has(kind as PaperKind), allowed: kind, found: [...papers].sort().join(' ') };
  },
};

function stageOf(value: string): number {
  return PAPER_STAGES.findIndex((stage) => stage === value.split(':')[1]);
}

/** Other benefits that a rule counts together with a case: of its span, and such as it would itself decide on. */
function together(rules: readonly ProgrammeRule[], rule: ProgrammeRule, of: RuleCase): PastBenefit[] {
  const { span, household } = limitOf(rule.value);
  if (span === undefined) return [];
  return of.past.filter(
    (past) =>
      (household || !past.household) &&
      (span === 'life' ||
        (span === 'round' ? past.round === of.round : yearOf(past.day) === yearOf(of.day))) &&
      // Of the time before the book only the programme is known.
      (past.award === '' ||
        (rule.category === '' && rule.area === '') ||
        decidingRules(rules, { ...of, category: past.category, area: past.area }).includes(rule)),
  );
}

function wholeYears(from: Day, to: Day): number {
  const years = yearOf(to) - yearOf(from);
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}
