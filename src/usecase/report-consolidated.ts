import { dayBefore, type Day } from '../domain/day.ts';
import { isOurs, keptOf, totalOf, type PartState } from '../domain/award.ts';
import { add, subtract, sum, ZERO, type Dong } from '../domain/dong.ts';
import { helpedTwice } from '../domain/helped.ts';
import { amountOf, pairPassed, passedWithin, type PassedPair } from '../domain/passed.ts';
import { fundLines } from '../domain/reconcile.ts';
import {
  consolidatedReport,
  elimination,
  unionSums,
  type Elimination,
  type UnionLine,
} from '../report/papers/consolidated.ts';
import { consolidatedRound, type UnionRound } from '../report/papers/consolidated-round.ts';
import { helpedIn, runOf } from './helped.ts';
import { letterheadOf } from './papers.ts';
import type { Collection } from './port/collection.ts';
import type { Reader } from './port/ports.ts';
import type { Reported } from './report-value.ts';
import { roundBy } from './session.ts';
import { between, viewOn, type Member } from './view.ts';

/**
 * The sector and its units over some days, side by side: own funds and held money apart, as accounting.md 4 and 19 have it.
 * What one of them gave and another took is taken off both, where both books have it within the days; what only one has
 * stays, and is told.
 */
export async function consolidated(
  reader: Reader,
  collection: Collection,
  { from, to }: { readonly from: Day; readonly to: Day },
): Promise<Reported> {
  const view = await viewOn(reader, collection, to);
  const lines: UnionLine[] = [];
  const absent = view.absent.map(({ union, state }) => ({ union, state: state as string }));
  for (const member of view.members) {
    if (member.upTo < from) absent.push({ union: member.union, state: 'behind' });
    else lines.push(await member.read((book) => lineOf(book, member, from)));
  }
  const passed = await between(view);
  const here = new Set(lines.map(({ union }) => union));
  const known = (pairs: readonly PassedPair[]) => pairs.filter(({ unit }) => here.has(unit));
  const grants = known(pairPassed(passed.given, passed.received));
  const remittances = known(pairPassed(passed.remitted, passed.taken));
  const days = { from, to };
  const eliminations = (['own', 'held'] as const).flatMap((kind): Elimination[] => {
    const down = sum([...passedWithin(grants, { ...days, kind }).values()]);
    const up = passedWithin(remittances, { ...days, kind });
    const [gifts, others] = [up.get('contribution') ?? ZERO, up.get('otherIn') ?? ZERO];
    return [
      ...(down === ZERO
        ? []
        : [
            { what: 'grants', kind, sums: elimination({ allocations: down, allocationsOut: down }) } as const,
          ]),
      ...(gifts === ZERO && others === ZERO
        ? []
        : [
            {
              what: 'remittances',
              kind,
              sums: elimination({ contributions: gifts, otherIn: others, remittances: add(gifts, others) }),
            } as const,
          ]),
    ];
  });
  const unmatched = sum(
    [...grants, ...remittances.filter(({ sent }) => sent.length > 0)].map((pair) => oneSided(pair, days)),
  );
  const report = consolidatedReport({
    letterhead: letterheadOf(reader),
    from,
    to,
    lines,
    eliminations,
    absent,
    unmatched,
    officers: await reader.officers(to),
  });
  const { paper, own, held } = report;
  const units = lines.map(({ union, month, upTo, own: ours, held: others }) => ({
    union,
    month,
    upTo,
    own: ours,
    held: others,
  }));
  return {
    paper,
    data: { from, to, units, eliminations, own, held, absent, unmatched },
    covered: { from, to },
  };
}

/** What of a pair within the days only one of the two books has. */
function oneSided({ sent, taken }: PassedPair, { from, to }: { from: Day; to: Day }): Dong {
  const within = ({ day }: { day: Day }) => from <= day && day <= to;
  const [out, into] = [amountOf(sent.filter(within)), amountOf(taken.filter(within))];
  return out > into ? subtract(out, into) : subtract(into, out);
}

async function lineOf(
  reader: Reader,
  { union, name, month, upTo, own }: Member,
  from: Day,
): Promise<UnionLine> {
  const [before, within] = [
    await reader.turnovers({ to: dayBefore(from) }),
    await reader.turnovers({ from, to: upTo }),
  ];
  const funds = fundLines(await reader.funds(), before, within);
  const down = own
    ? (await (await reader.collection()).passed(upTo)).filter(
        ({ way, day }) => way === 'given' && from <= day && day <= upTo,
      )
    : [];
  const given = (kind: 'own' | 'held') =>
    sum(down.filter((each) => each.kind === kind).map(({ amount }) => amount));
  return {
    union,
    name,
    month,
    upTo,
    own: unionSums(funds, 'own', given('own')),
    held: unionSums(funds, 'held', given('held')),
  };
}

/** One run of a programme in all books, as far as each is closed. */
export async function consolidatedRun(
  reader: Reader,
  collection: Collection,
  code: string,
  today: Day,
): Promise<Reported> {
  const round = await roundBy(reader, code);
  const view = await viewOn(reader, collection, today);
  const lines: UnionRound[] = [];
  for (const member of view.members) {
    const line = await member.read((book) => roundLine(book, member, runOf(round)));
    if (line.awards > 0) lines.push(line);
  }
  const { helped } = await helpedIn(view, round);
  const twice = helpedTwice(helped).filter(({ by }) => by === 'id');
  const people = new Set(twice.map(({ other }) => `${other.union} ${other.identity}`)).size;
  const absent = view.absent.map(({ union, state }) => ({ union, state }));
  const { paper, total } = consolidatedRound({
    letterhead: letterheadOf(reader),
    round,
    date: today,
    lines,
    twice: people,
    absent,
    officers: await reader.officers(today),
  });
  return {
    paper,
    data: { round: round.code, to: today, unions: lines, twice: people, total, absent },
    covered: { to: today },
  };
}

async function roundLine(
  reader: Reader,
  { union, name, month, upTo }: Member,
  run: string,
): Promise<UnionRound> {
  const rounds = (await reader.rounds()).filter((each) => runOf(each) === run);
  const awards = [];
  for (const { id } of rounds)
    awards.push(...(await reader.awards({ round: id, upTo })).filter(({ state }) => state === 'approved'));
  const parts = awards.flatMap((award) => award.parts.filter(isOurs));
  const sumOf = (which: readonly PartState[]) => sum(which.map(keptOf));
  const merged = new Map((await reader.people()).map(({ id, mergedInto }) => [id, mergedInto ?? id]));
  return {
    union,
    name,
    month,
    people: new Set(awards.map(({ beneficiary: { id } }) => merged.get(id) ?? id)).size,
    awards: awards.length,
    decided: totalOf(parts),
    paid: sumOf(parts.filter(({ paid }) => paid !== undefined)),
    signed: sumOf(parts.filter(({ signedOn }) => signedOn !== undefined)),
  };
}
