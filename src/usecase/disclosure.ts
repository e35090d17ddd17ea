import { dayBefore, firstDay, type Day } from '../domain/day.ts';
import { sum } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import { shortHead } from '../domain/form.ts';
import { inOrder } from '../domain/order.ts';
import { fundLines } from '../domain/reconcile.ts';
import { monthsOf, type Span } from '../domain/span.ts';
import { unitsUnder } from '../domain/unit-tree.ts';
import {
  contributorsOf,
  disclosedProgrammes,
  levelRule,
  type Contribution,
  type Contributors,
  type DisclosedProgramme,
  type DisclosureLevel,
} from '../report/disclosure.ts';
import { disclosurePaper, type PrintedContribution } from '../report/papers/disclosure.ts';
import { giftsBetween } from '../report/papers/given.ts';
import type { Paper } from '../report/papers/paper.ts';
import { Settings } from './check/settings.ts';
import type { ClosingFiles } from './close.ts';
import { giversOf } from './givers.ts';
import { letterheadOf } from './papers.ts';
import type { Reader } from './port/ports.ts';
import { daysOf } from './report-value.ts';
import { roundBy, unitBy } from './session.ts';

export interface DisclosureInput {
  readonly level: DisclosureLevel;
  readonly period: Span;
  readonly round?: string | undefined;
  /** Whose members read it. */
  readonly unit?: string | undefined;
}

/** What a level tells in figures: no name of a person among them. */
export interface Disclosed {
  readonly level: DisclosureLevel;
  readonly from: Day;
  readonly to: Day;
  readonly least: number;
  readonly programmes: readonly DisclosedProgramme[];
  readonly contributors: Contributors;
}

/** The paper that makes a period, or a round within it, known to those of a level (data/disclosure.json). */
export async function disclosurePaperOf(
  reader: Reader,
  input: DisclosureInput,
  today: Day,
  say: ClosingFiles['say'],
): Promise<{ paper: Paper; disclosed: Disclosed }> {
  const { level, period } = input;
  const rule = levelRule(level);
  if (rule.people === 'unit' && input.unit === undefined) refuse('usage.missing', { option: '--unit' });
  const { from, to } = daysOf(period, today);
  const round = input.round === undefined ? undefined : await roundBy(reader, input.round);
  const units = await reader.units();
  const unit = input.unit === undefined ? undefined : (await unitBy(reader, input.unit)).id;
  const funds = await reader.funds();
  const filter = round === undefined ? {} : { round: round.id };
  const gifts = giftsBetween(
    await reader.awards({ ...filter, upTo: dayBefore(from) }),
    await reader.awards({ ...filter, upTo: to }),
    funds,
    await reader.vouchers({ to }),
  );
  const rounds = await reader.rounds();
  const least = new Settings(await (await reader.check()).settings()).number('disclosure.least') ?? 1;
  const programmes = disclosedProgrammes(
    gifts,
    rounds,
    units.map(({ id }) => id),
    rule.counts === 'grouped' ? least : undefined,
  );
  const given = await contributionsOf(reader, from, to);
  const contributors = contributorsOf(given);
  const own = unit === undefined ? undefined : unitsUnder(units, unit);
  const paper = disclosurePaper({
    letterhead: letterheadOf(reader),
    level,
    label: period.label,
    date: to,
    round,
    least,
    funds: fundLines(
      funds,
      await reader.turnovers({ to: dayBefore(from) }),
      await reader.turnovers({ from, to }),
    ),
    programmes,
    units,
    gifts:
      rule.people === 'none'
        ? []
        : gifts
            .filter(({ award }) => own === undefined || own.has(award.unit.id))
            .toSorted((a, b) => inOrder(a.award.sortKey, b.award.sortKey) || a.award.id - b.award.id),
    rounds,
    contributors,
    contributions: rule.contributors === 'all' ? given : [],
    accepted: rule.papers ? await acceptedOf(reader, to, say) : [],
    heads: rule.papers ? await headsOf(reader, period, to) : [],
    officers: await reader.officers(to),
  });
  return { paper, disclosed: { level, from, to, least, programmes, contributors } };
}

/** Gifts of money booked in some days, as every report reads them: what was given or taken back as negative amounts. */
async function contributionsOf(
  reader: Reader,
  from: Day,
  to: Day,
): Promise<readonly (Contribution & PrintedContribution)[]> {
  const givers = await giversOf(reader);
  const units = new Map((await reader.units()).map(({ id, name }) => [id, name]));
  const funds = new Map((await reader.funds()).map(({ id, code }) => [id, code]));
  const entries = Map.groupBy((await reader.reports()).gifts({ from, to }), ({ entry }) => entry);
  return [...entries.values()].flatMap((gifts) => {
    const [first] = gifts;
    if (first === undefined) return [];
    return [
      {
        day: first.day,
        party: first.party || givers.of(first).name,
        unit: units.get(givers.givingUnit(first) ?? 0),
        secret: givers.isSecret(first),
        fund: [...new Set(gifts.map(({ fund }) => funds.get(fund) ?? ''))].join(', '),
        voucher: first.voucher,
        amount: sum(gifts.map(({ amount }) => amount)),
      },
    ];
  });
}

async function acceptedOf(reader: Reader, on: Day, say: ClosingFiles['say']) {
  return (await reader.acceptances(on)).map(({ finding, reason, by, until }) => {
    // The key is the finding's name, a blank, and its facts.
    const [name = '', ...facts] = finding.split(' ');
    const kind = name.slice(0, name.indexOf(':'));
    return { text: say({ kind, facts: JSON.parse(facts.join(' ')) as unknown }), reason, by, until };
  });
}

/** The head of each month of a span as its minutes print it; undefined where it is not closed. */
async function headsOf(reader: Reader, period: Span, to: Day) {
  const events = await (await reader.periods()).events();
  return monthsOf(period)
    .filter((month) => month >= reader.entity.firstMonth && firstDay(month) <= to)
    .map((month) => {
      const last = events.findLast((event) => event.month === month && event.kind !== 'lock');
      return { month, head: last?.kind === 'close' ? shortHead(last.head) : undefined };
    });
}
