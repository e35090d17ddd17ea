import { isOurs, totalOf, type Part, type ProgrammeKind } from '../domain/award.ts';
import { add, ZERO, type Dong } from '../domain/dong.ts';
import type { Ref } from '../domain/entry.ts';
import { refuse } from '../domain/failure.ts';
import type { Fund } from '../domain/fund.ts';
import type { Objection } from '../domain/objection.ts';
import { stateOn, type State } from '../domain/status.ts';
import { objectionsTo, stopping, type Waive } from './objections.ts';
import type { AwardDraft, AwardView } from './port/awards.ts';
import { awardCode, propose, stands } from './proposal.ts';
import { roundOf } from './round-add.ts';
import { fundBy, mustPay, operate, type Session } from './session.ts';

/** Why somebody of the earlier list is on the new one, or is not. */
type Movement =
  'taken' | 'moved' | 'there' | Exclude<State, 'active' | 'moved'> | 'closed' | 'level' | 'rule';

export interface RenewInput {
  readonly round: string;
  /** The round whose list is the start; else the one that the round names. */
  readonly from: string | undefined;
  /** What categories get; else the round's level, else what the person got last time. */
  readonly levels: ReadonlyMap<string, Dong>;
  readonly payer: string | undefined;
  readonly waive?: Waive | undefined;
}

export interface RenewAnswer {
  readonly round: string;
  readonly from: string;
  /** Everybody of the earlier list; `award` is the new award where there is one. */
  readonly people: readonly {
    readonly member: string;
    readonly earlier: string;
    readonly movement: Movement;
    readonly award?: string;
    readonly rule?: string;
  }[];
  readonly counts: readonly { readonly movement: Movement; readonly people: number }[];
  readonly accepted: number;
  /** Đồng from the entity's own funds, and from every source. */
  readonly own: Dong;
  readonly total: Dong;
  readonly objections: readonly Objection[];
}

type Line = { earlier: AwardView; movement: Movement; draft?: AwardDraft; rule?: string };

/**
 * Proposes for a round whoever had a standing award in an earlier one and may have one today; says of everybody else
 * why not. Rules that would stop a person leave only that person out.
 */
export function renewBenefits(
  session: Session,
  kind: ProgrammeKind,
  input: RenewInput,
): Promise<RenewAnswer> {
  return operate(session, `${kind} renew`, async (writer) => {
    const round = await roundOf(writer, kind, input.round);
    const rounds = await writer.rounds(kind);
    const from =
      input.from === undefined
        ? (rounds.find(({ id }) => id === round.previous) ?? refuse('usage.missing', { option: '--from' }))
        : await roundOf(writer, kind, input.from);
    if (from.id === round.id)
      refuse('usage.value', { option: '--from', given: from.code, expected: `≠ ${round.code}` });
    const payer = input.payer === undefined ? undefined : await fundBy(writer, input.payer);
    const day = session.today;
    if (payer !== undefined) await mustPay(writer, payer, kind, round.day < day ? round.day : day);
    const earlier = (await writer.awards({ round: from.id })).filter(stands);
    const awards = await writer.awards({ round: round.id });
    const persons = await (
      await writer.benefits()
    ).persons([...earlier, ...awards].map(({ beneficiary }) => beneficiary.id));
    const codes = new Map((await writer.people()).map((person) => [person.id, person.code]));
    const units = new Map((await (await writer.roundFacts()).units()).map((unit) => [unit.id, unit]));
    const there = new Set(
      awards.filter(stands).map(({ beneficiary }) => persons.get(beneficiary.id)?.id ?? beneficiary.id),
    );
    const used = awards.length;
    const drafts: AwardDraft[] = [];
    const lines = earlier.map((award): Line => {
      const person = persons.get(award.beneficiary.id);
      const unit = units.get(person?.unit ?? award.unit.id);
      if (person === undefined || unit === undefined) return { earlier: award, movement: 'left' };
      const state = stateOn(person.statuses, day);
      if (state !== 'active') return { earlier: award, movement: state };
      if (there.has(person.id)) return { earlier: award, movement: 'there' };
      if (unit.to !== undefined && unit.to < day) return { earlier: award, movement: 'closed' };
      const parts = partsOf(
        award,
        input.levels.get(award.category) ?? round.levels.get(award.category),
        payer,
      );
      if (parts.length === 0) return { earlier: award, movement: 'level' };
      there.add(person.id);
      const beneficiary: Ref = { id: person.id, code: codes.get(person.id) ?? award.beneficiary.code };
      const draft: AwardDraft = {
        code: awardCode(round, used + drafts.length + 1),
        round,
        beneficiary,
        unit,
        category: award.category,
        area: award.area,
        parts,
      };
      drafts.push(draft);
      return { earlier: award, movement: unit.id === award.unit.id ? 'taken' : 'moved', draft };
    });
    const judgement = { round, day, stage: 'approve' } as const;
    const objections = await objectionsTo(writer, drafts, judgement);
    const spared = objections.filter(({ rule }) => input.waive?.rules.includes(rule));
    const stopped = new Map(stopping(objections, spared).map(({ award, rule }) => [award, rule]));
    // Numbered anew, so that nobody who is left out leaves a gap.
    const taken = drafts.filter(({ code }) => !stopped.has(code));
    const renamed = new Map(taken.map(({ code }, at) => [code, awardCode(round, used + at + 1)]));
    const proposed = await propose(
      session,
      writer,
      round,
      taken.map((draft) => ({ ...draft, code: renamed.get(draft.code) ?? draft.code })),
      { day, waive: input.waive },
    );
    const people = lines.map(({ earlier: award, movement, draft }) => {
      const rule = stopped.get(draft?.code ?? '');
      const code = renamed.get(draft?.code ?? '');
      return {
        member: award.beneficiary.code,
        earlier: award.code,
        movement: rule === undefined ? movement : ('rule' as const),
        ...(code === undefined ? {} : { award: code }),
        ...(rule === undefined ? {} : { rule }),
      };
    });
    const ownFunds = new Set(
      (await writer.funds()).filter((fund) => fund.kind === 'own').map(({ id }) => id),
    );
    const parts = taken.flatMap((draft) => draft.parts);
    return {
      round: round.code,
      from: from.code,
      people,
      counts: MOVEMENTS.map((movement) => ({
        movement,
        people: people.filter((each) => each.movement === movement).length,
      })).filter((each) => each.people > 0),
      accepted: taken.length,
      own: parts
        .filter(({ payer: of }) => of !== undefined && ownFunds.has(of))
        .reduce<Dong>((sum, { amount }) => add(sum, amount), ZERO),
      total: totalOf(parts),
      objections: proposed.objections,
    };
  });
}

const MOVEMENTS: readonly Movement[] = [
  'taken',
  'moved',
  'there',
  'paused',
  'retired',
  'left',
  'died',
  'closed',
  'level',
  'rule',
];

/** One part at the level, else what our own hands gave last time; what others gave is not ours to promise. */
function partsOf(award: AwardView, level: Dong | undefined, payer: Fund | undefined): Part[] {
  const ours = award.parts.filter(isOurs);
  const [first] = ours;
  if (level !== undefined)
    return [{ line: 1, payer: payer?.id ?? first?.payer, form: 'cash', amount: level }];
  return ours.map((part, at) => ({
    line: at + 1,
    payer: payer?.id ?? part.payer,
    form: 'cash',
    amount: part.amount,
  }));
}
