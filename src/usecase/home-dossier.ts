import { isUnnamed, totalOf, type Part } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import { subtract, ZERO, type Dong } from '../domain/dong.ts';
import { isMilestone, type Milestone, type PaperKind } from '../domain/paper.ts';
import { rulesFor } from '../domain/rule.ts';
import type { AwardView } from './port/awards.ts';
import type { Reader } from './port/ports.ts';
import { bodyOf } from './rules.ts';

/** What a house costs and who pays for it, and how far its papers and works are; amounts in đồng. */
export interface Dossier {
  readonly case: string;
  readonly cost?: Dong | undefined;
  /** From the entity's own funds, from money held for others, from others directly, and from nobody named yet. */
  readonly own: Dong;
  readonly held: Dong;
  readonly outside: Dong;
  readonly unnamed: Dong;
  /** Of the cost, what nobody gives yet; below zero where more is given. Undefined where no cost is known. */
  readonly open?: Dong | undefined;
  /** The payer's parts in their order. */
  readonly instalments: readonly {
    readonly line: number;
    readonly amount: Dong;
    readonly needs?: PaperKind | undefined;
    readonly paidOn?: Day | undefined;
    readonly signedOn?: Day | undefined;
  }[];
  /** What came back of the payments and left the award paid. */
  readonly handedBack: Dong;
  readonly papers: readonly DossierPaper[];
  readonly milestones: readonly {
    readonly milestone: Milestone;
    readonly day: Day;
    readonly minutes: string;
  }[];
  /** What the rules ask for and nobody brought; a promise brings nothing. */
  readonly missing: readonly PaperKind[];
}

interface DossierPaper {
  readonly paper: PaperKind;
  readonly number: string;
  readonly day: Day;
  readonly due?: Day | undefined;
}

/** The dossier of a house, on a day. */
export async function dossierOf(reader: Reader, award: AwardView, on: Day): Promise<Dossier> {
  const benefits = await reader.benefits();
  const papers = await benefits.papers({ award: award.id });
  const own = new Set((await reader.funds()).flatMap(({ id, kind }) => (kind === 'own' ? [id] : [])));
  const of = (test: (part: Part) => boolean) => totalOf(award.parts.filter(test));
  const body = await bodyOf(reader);
  const { category, area, cost } = award;
  const day = award.decidedOn ?? on;
  const asked = rulesFor(await benefits.rules(), { kind: 'home', day, category, area, body }).flatMap(
    ({ what, value }) => (what === 'paper' ? [value.split(':')[0] as PaperKind] : []),
  );
  const there = new Set(papers.flatMap(({ kind, due }) => (due === undefined ? [kind] : [])));
  return {
    case: award.code,
    cost,
    own: of(({ payer }) => payer !== undefined && own.has(payer)),
    held: of(({ payer }) => payer !== undefined && !own.has(payer)),
    outside: of(({ outside }) => outside !== undefined),
    unnamed: of(isUnnamed),
    open: cost === undefined ? undefined : subtract(cost, totalOf(award.parts)),
    instalments: award.parts.flatMap(({ line, amount, needs, outside, paid, signedOn }) =>
      outside === undefined ? [{ line, amount, needs, paidOn: paid?.day, signedOn }] : [],
    ),
    handedBack: (await (await reader.homes()).handedBack([award], on)).get(award.id)?.total ?? ZERO,
    papers: papers.flatMap(({ kind: paper, number, day: dated, due }) =>
      isMilestone(paper) && due === undefined ? [] : [{ paper, number, day: dated, due }],
    ),
    milestones: papers.flatMap(({ kind: milestone, number: minutes, day: reached, due }) =>
      isMilestone(milestone) && due === undefined ? [{ milestone, day: reached, minutes }] : [],
    ),
    missing: [...new Set(asked)].filter((paper) => !there.has(paper)),
  };
}
