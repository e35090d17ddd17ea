import { awardStage, isOurs, totalOf, type PartState, type ProgrammeKind } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import type { Dong } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import type { Mask } from '../domain/mask.ts';
import type { PaperKind } from '../domain/paper.ts';
import { dossierOf, type Dossier } from './home-dossier.ts';
import { casesOf } from './benefit-cases.ts';
import type { AwardEvent, AwardHandout, AwardPayment } from './port/case-history.ts';
import type { Reader } from './port/ports.ts';

interface ShownPart {
  readonly line: number;
  /** The fund's code; a part of an outside payer names that one; one that nobody is named for has neither. */
  readonly payer?: string | undefined;
  readonly outside?: string | undefined;
  readonly form: 'cash' | 'goods';
  readonly amount: Dong;
  readonly item?: string | undefined;
  readonly quantity?: number | undefined;
  readonly due?: Day | undefined;
  readonly needs?: PaperKind | undefined;
  readonly state: string;
}

export interface ShownAward {
  readonly case: string;
  readonly kind: ProgrammeKind;
  readonly round: string;
  readonly roundName: string;
  readonly member: string;
  readonly name: string;
  readonly unit: string;
  readonly category: string;
  readonly area: string;
  readonly state: string;
  /** Đồng from the entity's own funds, from every source, and what the whole costs where it is a house. */
  readonly own: Dong;
  readonly total: Dong;
  readonly cost?: Dong | undefined;
  readonly parts: readonly ShownPart[];
  readonly events: readonly AwardEvent[];
  readonly handouts: readonly AwardHandout[];
  readonly payments: readonly AwardPayment[];
  readonly papers: readonly {
    readonly kind: PaperKind;
    readonly number: string;
    readonly day: Day;
    readonly due?: Day | undefined;
  }[];
  readonly waivers: readonly {
    readonly rule: string;
    readonly decision?: string | undefined;
    readonly by: string;
    readonly reason: string;
  }[];
  readonly payee?: string | undefined;
  /** Whether a reason lies in the private table; the reason itself only where a purpose was given. */
  readonly reasonKept: boolean;
  readonly reason?: string;
  /** Of a house: who pays for it, how far its papers and works are. */
  readonly dossier?: Dossier;
}

/** One award whole: what is to be given, what was decided, paid, signed for, and on which papers. */
export async function shownAward(
  reader: Reader,
  kind: ProgrammeKind,
  code: string,
  { today: on, mask }: { readonly today: Day; readonly mask: Mask },
): Promise<ShownAward> {
  const { round, awards } = await casesOf(reader, kind, { cases: [code] });
  const [award] = awards;
  if (award === undefined) return refuse('missing', { noun: 'award', code });
  const funds = await reader.funds();
  const fundOf = (id: number | undefined) => funds.find((fund) => fund.id === id);
  const items = award.parts.some(({ item }) => item !== undefined)
    ? await (await reader.goods()).items()
    : [];
  const history = await reader.caseHistory();
  const benefits = await reader.benefits();
  const reason = (await benefits.reasons([award.id])).get(award.id);
  const payee = await history.payee(award.id);
  const told = reason === undefined ? undefined : mask.reason(reason, award.code);
  const own = award.parts.filter(({ payer }) => fundOf(payer)?.kind === 'own');
  return {
    case: award.code,
    kind,
    round: round.code,
    roundName: round.name,
    member: award.beneficiary.code,
    name: award.beneficiaryName,
    unit: award.unit.code,
    category: award.category,
    area: award.area,
    state: awardStage(award),
    own: totalOf(own),
    total: totalOf(award.parts),
    cost: award.cost,
    parts: award.parts.map(({ line, payer, outside, form, amount, item, quantity, due, needs, ...part }) => ({
      line,
      payer: fundOf(payer)?.code,
      outside,
      form,
      amount,
      item: items.find(({ id }) => id === item)?.code,
      quantity,
      due,
      needs,
      state: partState(award.state, { line, payer, outside, form, amount, ...part }),
    })),
    events: await history.events(award.id),
    handouts: await history.handouts(award.id),
    payments: await history.payments(award.id),
    papers: (await benefits.papers({ award: award.id })).map(({ kind: paper, number, day, due }) => ({
      kind: paper,
      number,
      day,
      due,
    })),
    waivers: (await benefits.waivers({ award: award.id })).map(({ rule, decision, by, reason }) => ({
      rule,
      decision,
      by,
      reason,
    })),
    payee: payee === undefined ? undefined : mask.text(payee),
    reasonKept: reason !== undefined,
    ...(told === undefined ? {} : { reason: told }),
    ...(kind === 'home' ? { dossier: await dossierOf(reader, award, on) } : {}),
  };
}

/** How far one part has come; what others give directly goes no further than the decision. */
function partState(state: string, part: PartState): string {
  if (part.signedOn !== undefined) return 'signed';
  if (part.paid !== undefined) return 'paid';
  return part.handed !== undefined && isOurs(part) ? 'handed' : state;
}
