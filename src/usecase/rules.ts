import type { Part, Round } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import { add, ZERO, type Dong } from '../domain/dong.ts';
import type { Objection } from '../domain/objection.ts';
import type { PaperKind, PaperStage } from '../domain/paper.ts';
import { judge, type PastBenefit, type ProgrammeRule, type RuleCase, type Verdict } from '../domain/rule.ts';
import { stateOn } from '../domain/status.ts';
import { Settings } from './check/settings.ts';
import type { Candidate, Judgement } from './objections.ts';
import type { PaperView, PersonFact } from './port/benefits.ts';
import type { Reader } from './port/ports.ts';

/** What the rules of a programme say to awards, by the book's own dated rules. */
export async function ruleObjections(
  reader: Reader,
  candidates: readonly Candidate[],
  judgement: Judgement,
): Promise<readonly Objection[]> {
  const bench = await Bench.of(reader, candidates, judgement);
  return candidates.flatMap((candidate) =>
    bench
      .verdicts(candidate)
      .filter(({ kept }) => !kept)
      .map((verdict) => objectionOf(candidate.code, verdict)),
  );
}

function objectionOf(award: string, { rule, allowed, found }: Verdict): Objection {
  const { code, what: subject, force, source } = rule;
  return { award, rule: code, subject, force, allowed, found, source };
}

/** The book's rules of one kind and everything they look at, read once for all awards that are judged together. */
export class Bench {
  readonly #rules: readonly ProgrammeRule[];
  readonly #round: Round;
  readonly #day: Day;
  readonly #stage: PaperStage;
  readonly #body: string;
  readonly #persons: ReadonlyMap<number, PersonFact>;
  readonly #past: ReadonlyMap<number, readonly PastBenefit[]>;
  readonly #papers: ReadonlyMap<number, readonly PaperView[]>;
  readonly #units: ReadonlyMap<number, string>;
  /** Candidates that no past tells of, by the person they are for, in their order. */
  readonly #together: ReadonlyMap<number, readonly Candidate[]>;

  private constructor(facts: {
    rules: readonly ProgrammeRule[];
    judgement: Judgement;
    body: string;
    persons: ReadonlyMap<number, PersonFact>;
    past: ReadonlyMap<number, readonly PastBenefit[]>;
    papers: readonly PaperView[];
    units: ReadonlyMap<number, string>;
    candidates: readonly Candidate[];
  }) {
    const { round, day, stage } = facts.judgement;
    this.#rules = facts.rules;
    [this.#round, this.#day, this.#stage, this.#body] = [round, day, stage, facts.body];
    [this.#persons, this.#past, this.#units] = [facts.persons, facts.past, facts.units];
    this.#papers = Map.groupBy(facts.papers, ({ award }) => award);
    this.#together = Map.groupBy(
      facts.candidates.filter(({ id }) => id === undefined),
      ({ beneficiary }) => this.#whole(beneficiary.id),
    );
  }

  /** Reads what the rules of the round's kind ask for; `rules` are judged by where others than the book's are meant. */
  static async of(
    reader: Reader,
    candidates: readonly Candidate[],
    judgement: Judgement,
    rules?: readonly ProgrammeRule[],
  ): Promise<Bench> {
    const benefits = await reader.benefits();
    const { kind, id: round } = judgement.round;
    const own = (rules ?? (await benefits.rules())).filter((rule) => rule.kind === kind);
    const asks = (asked: ProgrammeRule['what']) => own.some(({ what }) => what === asked);
    const people = [...new Set(candidates.map(({ beneficiary }) => beneficiary.id))];
    const decides = judgement.stage === 'approve';
    return new Bench({
      rules: own,
      judgement,
      candidates,
      body: own.some(({ body }) => body !== '') ? await bodyOf(reader) : '',
      persons: own.length > 0 ? await benefits.persons(people) : new Map<number, PersonFact>(),
      past:
        decides && own.some(({ what, value }) => what !== 'paper' && value.includes('/'))
          ? await benefits.past(kind, people)
          : new Map<number, readonly PastBenefit[]>(),
      papers: asks('paper') ? await benefits.papers({ round }) : [],
      units:
        decides && asks('units')
          ? new Map((await reader.units()).map((unit) => [unit.id, unit.kind]))
          : new Map<number, string>(),
    });
  }

  /** How each rule that speaks of the candidate judges it; on another day, or by some of the rules, where that is asked. */
  verdicts(
    candidate: Candidate,
    { day = this.#day, rules = this.#rules }: { day?: Day; rules?: readonly ProgrammeRule[] } = {},
  ): Verdict[] {
    return rules.length === 0 ? [] : judge(rules, this.#caseOf(candidate, day));
  }

  #caseOf(candidate: Candidate, day: Day): RuleCase {
    const { code, id, category, area = '', parts, beneficiary, unit } = candidate;
    const person = this.#persons.get(beneficiary.id);
    const papers = this.#papers.get(id ?? 0) ?? [];
    return {
      award: code,
      round: this.#round.code,
      kind: this.#round.kind,
      category,
      area,
      body: this.#body,
      day,
      amount: ourAmount(parts),
      person: {
        kind: person?.kind ?? 'member',
        unitKind: this.#units.get(unit.id) ?? '',
        joined: person?.joined,
        state: stateOn(person?.statuses ?? [], day),
      },
      past: this.#earlier(candidate),
      papers: new Set(papers.filter((paper) => this.#isThere(paper)).map(({ kind }): PaperKind => kind)),
      stage: this.#stage,
    };
  }

  /** A paper that was promised by a day stands until that day; when the case ends it must be there itself. */
  #isThere({ due }: PaperView): boolean {
    return due === undefined || (this.#stage !== 'end' && this.#day <= due);
  }

  /** What came before: decided, or proposed earlier; of those that are judged together, the ones further up. */
  #earlier(candidate: Candidate): PastBenefit[] {
    const { id, code, beneficiary, decidedOn } = candidate;
    const known = (this.#past.get(beneficiary.id) ?? []).filter((past) => {
      if (past.award === code) return false;
      if (id === undefined || past.award === '') return true;
      if (decidedOn === undefined) return past.decided || past.key < id;
      return past.decided && (past.day < decidedOn || (past.day === decidedOn && past.key < id));
    });
    const others = this.#together.get(this.#whole(beneficiary.id)) ?? [];
    const before = others.slice(0, Math.max(0, others.indexOf(candidate)));
    return [
      ...known,
      ...before.map((other) => ({
        award: other.code,
        round: this.#round.code,
        kind: this.#round.kind,
        category: other.category,
        area: other.area ?? '',
        day: this.#day,
        amount: ourAmount(other.parts),
        decided: false,
        key: 0,
        household: false,
      })),
    ];
  }

  #whole(person: number): number {
    return this.#persons.get(person)?.id ?? person;
  }
}

/** What of an award passes through our hands: what others give beside it is no part of a norm. */
export function ourAmount(parts: readonly Part[]): Dong {
  return parts
    .filter(({ outside }) => outside === undefined)
    .reduce<Dong>((total, { amount }) => add(total, amount), ZERO);
}

/** Whose rules a book applies besides those for all. */
async function bodyOf(reader: Reader): Promise<string> {
  return new Settings(await (await reader.check()).settings()).text('programme.body');
}
