import type { Day } from '../../domain/day.ts';
import { daysBetween, type Found } from '../../domain/finding.ts';
import { houseMoney, idleDays, lastStep, milestonesOf, paidInFull } from '../../domain/house.ts';
import { isMilestone, type PaperKind } from '../../domain/paper.ts';
import { rulesFor, type ProgrammeRule } from '../../domain/rule.ts';
import type { HouseFact } from '../port/homes.ts';
import type { Facts } from './facts.ts';
import { error, warning, type Rule } from './rule.ts';

/**
 * One Union Home in a life and a household, instalments that together are no more than the level, no money without its
 * papers, and no house that is paid for and stands still.
 */
export const r10: Rule = {
  code: 'R10',
  group: 'benefits',
  scope: 'month',
  kinds: {
    'home.second': error('chair'),
    'home.above': error('chair'),
    'home.household': error('chair'),
    'home.papers': error('chair'),
    'home.handover': error('chair'),
    'home.minutes': warning('chair'),
    'home.stalled': warning('chair'),
  },
  look: async (facts) => {
    const second = (await facts.ask.secondHomes(facts)).map(({ award, other, day }): Found => ({
      kind: 'home.second',
      subject: award,
      facts: { award, other },
      day,
      mend: 'phucloi home list',
    }));
    const above = (await facts.decided()).flatMap(({ award, kind, level, total, day, round }): Found[] =>
      kind === 'home' && level !== undefined && total > level
        ? [
            {
              kind: 'home.above',
              subject: award,
              facts: { award, level, total },
              day,
              mend: `phucloi home list --round ${round}`,
            },
          ]
        : [],
    );
    const homes = await facts.reader.homes();
    const houses = await homes.houses(facts.to);
    const spared = new Set(houses.filter(({ waived }) => waived.has(ONCE)).map(({ award }) => award));
    const couples = (await homes.couples(facts)).flatMap(({ award, other, round, day }): Found[] =>
      spared.has(award)
        ? []
        : [
            {
              kind: 'home.household',
              subject: award,
              facts: { award, other },
              day,
              mend: `phucloi home list --round ${round}`,
            },
          ],
    );
    const paid = houses.some((house) => paidWithin(house, facts));
    const rules = paid ? await paperRules(facts) : { rules: [], body: '' };
    return [
      ...second,
      ...above,
      ...couples,
      ...houses.flatMap((house) => [
        ...withoutPapers(house, facts, rules),
        ...outOfOrder(house),
        ...standingStill(house, facts),
      ]),
    ];
  },
};

/** The rule that a household has one home for life, as the book's own defaults call it. */
const ONCE = 'home.once';

interface PaperRules {
  readonly rules: readonly ProgrammeRule[];
  readonly body: string;
}

async function paperRules(facts: Facts): Promise<PaperRules> {
  const rules = await (await facts.reader.benefits()).rules();
  const body = facts.settings.text('programme.body');
  return { rules: rules.filter(({ kind, what }) => kind === 'home' && what === 'paper'), body };
}

function paidWithin({ parts }: HouseFact, { from, to }: Facts): boolean {
  return parts.some(({ paidOn }) => paidOn !== undefined && from <= paidOn && paidOn <= to);
}

/** Paid in these days, and the dossier lacks what the rules of the day ask for before the money; nobody waived it. */
function withoutPapers(house: HouseFact, facts: Facts, { rules, body }: PaperRules): Found[] {
  if (rules.length === 0 || !paidWithin(house, facts)) return [];
  const days = house.parts.flatMap(({ paidOn }) => paidOn ?? []);
  const day = days.toSorted().find((each) => each >= facts.from) ?? facts.to;
  const { category, area, waived } = house;
  const there = new Set(house.papers.map(({ kind }) => kind));
  const asked = rulesFor(rules, { kind: 'home', day, category, area, body }).flatMap(
    ({ code, value, force }) => {
      const [paper, stage] = value.split(':') as [PaperKind, string];
      return waived.has(code) || stage === 'end' || there.has(paper) ? [] : [{ paper, force }];
    },
  );
  if (asked.length === 0) return [];
  const severity = asked.some(({ force }) => force === 'refuse') ? 'error' : 'warning';
  const missing = [...new Set(asked.map(({ paper }) => paper))];
  const { award } = house;
  return [
    {
      kind: 'home.papers',
      subject: award,
      severity,
      facts: { award, papers: missing },
      day,
      mend: mend(award, missing[0]),
    },
  ];
}

/** Handed over before it was begun, or paid to the end while what the last money waited for is not there. */
function outOfOrder(house: HouseFact): Found[] {
  const { award, parts, papers } = house;
  const reached = milestonesOf(house);
  const [start, handover] = [reached.get('start'), reached.get('handover')];
  const found = (fault: 'order' | 'needs', paper: PaperKind, day: Day): Found => ({
    kind: 'home.handover',
    subject: award,
    facts: { award, fault, paper, day },
    day,
    mend: mend(award, paper),
  });
  if (start !== undefined && handover !== undefined && handover < start)
    return [found('order', 'start', handover)];
  const wanting = parts.find(
    ({ needs, paidOn }) =>
      needs !== undefined &&
      paidOn !== undefined &&
      !papers.some(({ kind, due, day }) => kind === needs && due === undefined && day <= paidOn),
  );
  return wanting?.needs === undefined || wanting.paidOn === undefined
    ? []
    : [found('needs', wanting.needs, wanting.paidOn)];
}

/** All money is paid and the minutes of the end are not there, or some is paid and nothing happens. */
function standingStill(house: HouseFact, { settings, to, today }: Facts): Found[] {
  const limit = settings.number('check.R10.days');
  if (limit === undefined) return [];
  const on = to < today ? to : today;
  const { award } = house;
  const reached = milestonesOf(house);
  const full = paidInFull(house);
  const missing = (['acceptance', 'handover'] as const).filter((each) => !reached.has(each));
  const [first] = missing;
  if (full !== undefined) {
    const days = daysBetween(full, on);
    if (first === undefined || days <= limit) return [];
    return [
      {
        kind: 'home.minutes',
        subject: award,
        facts: { award, papers: missing, since: full, limit },
        day: full,
        mend: mend(award, first),
      },
    ];
  }
  const idle = idleDays(house, on);
  const since = lastStep(house);
  if (idle === undefined || since === undefined || idle <= limit) return [];
  const { paid } = houseMoney(house);
  return [
    {
      kind: 'home.stalled',
      subject: award,
      facts: { award, since, paid, limit },
      day: since,
      mend: 'phucloi home stages',
    },
  ];
}

function mend(award: string, paper: PaperKind | undefined): string {
  if (paper !== undefined && isMilestone(paper))
    return `phucloi home milestone ${paper} --case ${award} --on … --minutes …`;
  return `phucloi home paper ${paper ?? ''} --case ${award} --on … --no …`;
}
