import { isOurCash, totalOf, type ProgrammeKind } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import { add, subtract, ZERO, type Dong } from '../domain/dong.ts';
import type { Ref } from '../domain/entry.ts';
import { refuse } from '../domain/failure.ts';
import { fundMoney } from '../domain/balance.ts';
import { fold, tidy } from '../domain/name.ts';
import { casesOf, unitsUnder, type Cases } from './benefit-cases.ts';
import { Settings } from './check/settings.ts';
import { mustKeepRules } from './objections.ts';
import type { AwardView } from './port/awards.ts';
import type { Reader, Writer } from './port/ports.ts';
import { roundOf } from './round-add.ts';
import type { Aim, Claim } from '../domain/restriction.ts';
import { keptAside } from './restricted.ts';
import { mustPay, operate, purposesOn, type Session } from './session.ts';

/** Which awards a command means: a whole round, or one case. */
export interface Which {
  readonly round: string | undefined;
  readonly case: string | undefined;
  /** Only that unit's awards, and those of the units that belong to it. */
  readonly unit?: string | undefined;
}

export interface ApproveInput extends Cases {
  readonly decision: string;
  readonly on: Day;
  readonly by: string;
  /** Money not here yet that a document promises: approval may lean on it, payment never. */
  readonly expecting: { readonly body: string; readonly amount: Dong; readonly document: string } | undefined;
}

export interface ApproveAnswer {
  readonly round: string;
  readonly decision: string;
  readonly people: number;
  /** Đồng from the entity's own funds, and from every source. */
  readonly own: Dong;
  readonly total: Dong;
}

/** Approves what is proposed by a decision; the money of each payer is committed in the same write. */
export function approveBenefits(
  session: Session,
  kind: ProgrammeKind,
  input: ApproveInput,
): Promise<ApproveAnswer> {
  return operate(session, `${kind} approve`, async (writer) => {
    if (input.on > session.today) refuse('day.future', { day: input.on, today: session.today });
    const { round, awards } = await casesOf(writer, kind, input);
    const decided = awards.find(({ state }) => state !== 'proposed');
    if (input.cases.length > 0 && decided !== undefined)
      refuse('award.state', { award: decided.code, kind, state: decided.state, verb: 'approve' });
    const proposed = awards.filter((award) => award.state === 'proposed');
    if (proposed.length === 0) refuse('award.none', { round: round.code, kind, verb: 'approve' });
    await mustBeAnotherApprover(session, writer, input.by, proposed);
    await mustKeepRules(writer, proposed, { round, day: input.on, stage: 'approve' });
    await mustBeAffordable(writer, session.today, kind, proposed, input);
    const { expecting } = input;
    const decision = await writer.addDecision({
      round,
      number: input.decision,
      day: input.on,
      by: tidy(input.by),
      expecting,
    });
    await writer.addAwardEvents('approve', proposed, decision);
    const parts = proposed.flatMap((award) => award.parts);
    const ours = new Set((await writer.funds()).filter((fund) => fund.kind === 'own').map((fund) => fund.id));
    const own = totalOf(parts.filter((part) => part.payer !== undefined && ours.has(part.payer)));
    return {
      round: round.code,
      decision: input.decision,
      people: proposed.length,
      own,
      total: totalOf(parts),
    };
  });
}

/** Who approves neither receives what is approved nor enters it, unless the book is set to let that be. */
async function mustBeAnotherApprover(
  session: Session,
  reader: Reader,
  by: string,
  awards: readonly AwardView[],
): Promise<void> {
  const settings = new Settings(await (await reader.check()).settings());
  if (settings.text('approval.same') === 'on') return;
  const approver = fold(by);
  const own = awards.find(({ beneficiaryName }) => fold(beneficiaryName) === approver);
  if (own !== undefined) refuse('approval.self', { award: own.code });
  if (approver === fold(session.actor())) refuse('approval.self', { award: undefined });
}

/** The round and the awards that `which` means; a case names its round. */
export async function chosen(writer: Writer, kind: ProgrammeKind, which: Which) {
  const code = which.round ?? which.case?.split('/')[0];
  if (code === undefined) return refuse('usage.missing', { option: kind === 'gift' ? '--round' : '--case' });
  const round = await roundOf(writer, kind, code);
  const units = await unitsUnder(writer, which.unit);
  const codes = which.case === undefined ? undefined : [which.case];
  const awards = await writer.awards({ round: round.id, units, codes });
  if (which.case !== undefined && awards.length === 0) refuse('missing', { noun: 'award', code: which.case });
  return { round, awards };
}

/**
 * Each payer can pay what would be decided, besides what it has decided already: on today's money, and what a document
 * promises, once. Parts that no payer is named for must fit what all own funds with the purpose have free together.
 */
async function mustBeAffordable(
  writer: Writer,
  today: Day,
  kind: ProgrammeKind,
  proposed: readonly AwardView[],
  { expecting, on }: Pick<ApproveInput, 'expecting' | 'on'>,
): Promise<void> {
  const needed = new Map<number, Dong>();
  for (const part of proposed.flatMap((award) => award.parts).filter(isOurCash)) {
    const payer = part.payer ?? NOBODY;
    needed.set(payer, add(needed.get(payer) ?? ZERO, part.amount));
  }
  const money = fundMoney(await writer.turnovers({ to: today }));
  const committed = await writer.committed(today);
  const claims = proposed.flatMap((award) =>
    award.parts.filter(isOurCash).map((part): Claim => {
      return { fund: part.payer ?? NOBODY, ...aimOf(award, kind), amount: part.amount, handed: false };
    }),
  );
  const kept = await keptAside(writer, today, claims);
  let promised = expecting?.amount ?? ZERO;
  let shared: Dong = subtract(ZERO, committed.get(NOBODY) ?? ZERO);
  const fit = (fund: string, need: Dong, unpromised: Dong, restricted: Dong = ZERO) => {
    const free = subtract(unpromised, restricted);
    const short = subtract(need, free);
    if (short > promised && restricted > 0 && subtract(need, unpromised) <= promised)
      refuse('fund.restricted', { fund, short: subtract(short, promised), money: unpromised, restricted });
    if (short > promised) refuse('fund.committed', { fund, needed: need, available: add(free, promised) });
    if (short > 0) promised = subtract(promised, short);
  };
  for (const fund of await writer.funds()) {
    const need = needed.get(fund.id) ?? ZERO;
    const free = subtract(money.get(fund.id) ?? ZERO, committed.get(fund.id) ?? ZERO);
    const restricted = kept.get(fund.id) ?? ZERO;
    if (need > 0) {
      await mustPay(writer, fund, kind, on);
      fit(fund.code, need, free, restricted);
    }
    const rest = subtract(subtract(free, restricted), need);
    if (fund.kind === 'own' && rest > 0 && (await purposesOn(writer, fund, on)).includes(kind))
      shared = add(shared, rest);
  }
  const anybody = needed.get(NOBODY) ?? ZERO;
  if (anybody > 0) fit('*', anybody, shared);
}

/** What an award's payment is for: its case, its person's unit, its programme. */
export function aimOf(award: { code: string; unit: Ref }, kind: ProgrammeKind): Aim {
  return { case: award.code, unit: award.unit.code, purpose: kind };
}

/** Stands for the payer of parts that name none. */
const NOBODY = 0;
