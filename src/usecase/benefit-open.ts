import { totalOf, type Part, type ProgrammeKind } from '../domain/award.ts';
import { monthOf, type Day, type Month } from '../domain/day.ts';
import { sum, type Dong } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import { monthlyDays, MONTHS_MAX, monthsUntil } from '../domain/monthly.ts';
import { tidy } from '../domain/name.ts';
import { Payers } from '../domain/payer.ts';
import type { Objection } from '../domain/objection.ts';
import { PAPERS, type PaperKind } from '../domain/paper.ts';
import { rulesFor, type ProgrammeRule } from '../domain/rule.ts';
import { readVisitKind } from '../intake/visit.ts';
import { instalmentParts, type HouseInput } from './home-parts.ts';
import { goodsIn, type GoodsWords } from './award-goods.ts';
import type { Waive } from './objections.ts';
import type { AwardDraft, Payee } from './port/awards.ts';
import type { Reader } from './port/ports.ts';
import { awardCode, propose, stands } from './proposal.ts';
import { memberBy } from './registers.ts';
import { levelOf } from './round-level.ts';
import { roundFor } from './round-add.ts';
import { bodyOf } from './rules.ts';
import { fundBy, mustPay, operate, type Session } from './session.ts';

export interface OpenInput extends HouseInput {
  readonly round: string | undefined;
  readonly member: string;
  readonly on: Day;
  readonly category: string;
  readonly area?: string | undefined;
  /** Of each month where it is a monthly support. */
  readonly amount: Dong | undefined;
  readonly payer: string | undefined;
  /** What somebody outside adds, counted and never posted. */
  readonly outside: readonly { readonly name: string; readonly amount: Dong }[];
  /** Why: kept apart from everything that is printed. */
  readonly reason?: string | undefined;
  /** The relative who takes the money for the person. */
  readonly payee?: Payee | undefined;
  /** The same amount in so many months, or in every month up to one. */
  readonly monthly?: { readonly months: number } | { readonly until: Month } | undefined;
  readonly papers?: readonly GivenPaper[] | undefined;
  /** Paid before its papers are there: the day by which they must be. */
  readonly papersDue?: Day | undefined;
  /** What the payer gives in goods beside or in place of money; `value` in đồng where the item has no face value. */
  readonly goods?: GoodsWords | undefined;
  readonly waive?: Waive | undefined;
}

/** A paper of the dossier that is there already. */
export interface GivenPaper {
  readonly kind: PaperKind;
  readonly number: string;
  readonly day: Day;
}

export interface OpenAnswer {
  readonly kind: ProgrammeKind;
  readonly case: string;
  readonly round: string;
  readonly total: Dong;
  /** The days from which its parts are to be paid; none where it is paid at once. */
  readonly due: readonly Day[];
  /** Papers that were only promised. */
  readonly promised: readonly PaperKind[];
  /** Whether a reason was kept; the reason itself is told to nobody. */
  readonly reason: boolean;
  readonly objections: readonly Objection[];
}

/** Proposes one benefit for one person. */
export function openBenefit(session: Session, kind: ProgrammeKind, input: OpenInput): Promise<OpenAnswer> {
  return operate(session, `${kind} open`, async (writer) => {
    const { on, area = '', reason, payee, papers = [] } = input;
    // Rules speak of visits by the codes of their occasions.
    const category = kind === 'visit' ? (readVisitKind(input.category) ?? input.category) : input.category;
    const { today } = session;
    for (const day of [on, ...papers.map((paper) => paper.day)])
      if (day > today) refuse('day.future', { day, today });
    const round = await roundFor(session, writer, kind, input.round, on);
    const person = await memberBy(writer, input.member);
    const unit = (await writer.units()).find((each) => each.id === person.unit);
    if (unit === undefined) throw new TypeError('a person of no unit');
    const awards = await writer.awards({ round: round.id });
    // Hardship and visits come again within a year; how often is for the rules to say.
    const once = kind === 'gift' || kind === 'home';
    const before = new Payers();
    for (const award of awards.filter(stands)) before.add(award.beneficiary.id, award.parts);
    if (once && round.twice === 'refuse' && before.has(person.id))
      refuse('award.second', { round: round.code, twice: round.twice });
    const { instalments = [], outside, cost, spouse } = input;
    const whole = instalments.length > 0 ? sum(instalments.map((each) => each.amount)) : undefined;
    const amount =
      input.amount ??
      whole ??
      levelOf(round, category) ??
      (input.goods === undefined ? refuse('level.missing', { round: round.code, category }) : undefined);
    const payer = input.payer === undefined ? undefined : await fundBy(writer, input.payer);
    if (payer !== undefined) await mustPay(writer, payer, kind, on);
    const due = input.monthly === undefined ? [] : monthlyDays(on, monthsOf(on, input.monthly));
    const parts: Part[] = [];
    const put = (part: Omit<Part, 'line'>) => parts.push({ line: parts.length + 1, ...part });
    if (amount !== undefined)
      parts.push(
        ...(due.length === 0
          ? instalmentParts(amount, payer?.id, instalments)
          : due.map((day, at): Part => ({ line: at + 1, payer: payer?.id, form: 'cash', amount, due: day }))),
      );
    if (input.goods !== undefined) {
      if (payer === undefined) return refuse('usage.missing', { option: '--payer' });
      put({ payer: payer.id, ...(await goodsIn(writer, input.goods)) });
    }
    for (const { name, amount: given } of outside) put({ outside: name, form: 'cash', amount: given });
    if (once && before.has(person.id) && !before.areOthers(person.id, parts))
      refuse('award.second', { round: round.code, twice: round.twice });
    const promised =
      input.papersDue === undefined
        ? []
        : await promisedPapers(writer, { kind, day: on, category, area }, papers);
    const code = awardCode(round, awards.length + 1);
    const draft: AwardDraft = {
      code,
      round,
      beneficiary: person,
      unit,
      category,
      area,
      cost,
      payee:
        payee === undefined
          ? undefined
          : { ...payee, name: tidy(payee.name), relation: tidy(payee.relation) },
      reason: reason === '' ? undefined : reason,
      parts,
    };
    // First of all: a household is told by it.
    if (spouse !== undefined) await writer.setSecret(person, 'spouse', spouse);
    const { awards: made, objections } = await propose(session, writer, round, [draft], {
      day: on,
      waive: input.waive,
    });
    await writer.addPapers(
      made.flatMap((award) => [
        ...papers.map((paper) => ({ award, ...paper })),
        ...promised.map((paper) => ({ award, kind: paper, number: '', day: on, due: input.papersDue })),
      ]),
    );
    const total = totalOf(parts);
    return {
      kind,
      case: code,
      round: round.code,
      total,
      due,
      promised,
      reason: draft.reason !== undefined,
      objections,
    };
  });
}

function monthsOf(first: Day, monthly: NonNullable<OpenInput['monthly']>): number {
  const until = 'until' in monthly;
  const months = until ? monthsUntil(first, monthly.until) : monthly.months;
  if (months >= 1 && months <= MONTHS_MAX) return months;
  return refuse('usage.value', {
    option: until ? '--until' : '--monthly',
    given: until ? monthly.until : String(months),
    expected: until ? `${monthOf(first)} …` : `1 … ${MONTHS_MAX}`,
  });
}

/** What the rules ask for and is not there yet; an application where they ask for nothing. */
async function promisedPapers(
  reader: Reader,
  of: Pick<ProgrammeRule, 'kind' | 'category' | 'area'> & { readonly day: Day },
  given: readonly GivenPaper[],
): Promise<PaperKind[]> {
  const body = await bodyOf(reader);
  const wanted = rulesFor(await (await reader.benefits()).rules(), { ...of, body })
    .filter(({ what }) => what === 'paper')
    .flatMap(({ value }) => PAPERS.find((kind) => kind === value.split(':')[0]) ?? []);
  const missing = new Set<PaperKind>(wanted.length === 0 ? ['application'] : wanted);
  for (const { kind } of given) missing.delete(kind);
  return [...missing];
}
