import { quoted } from '../domain/command-line.ts';
import type { Round } from '../domain/award.ts';
import { daysBetween, lastDay, nextMonth, type Day, type Month } from '../domain/day.ts';
import { sum } from '../domain/dong.ts';
import { inTurn, isNear, soon, stateOn, type Due, type DueState, type Status } from '../domain/due.ts';
import { acceptanceKey } from '../domain/finding.ts';
import { houseMoney, idleDays, lastStep } from '../domain/house.ts';
import { closeFault, openMonth } from '../domain/period.ts';
import { owedOn } from './owed.ts';
import { aboveOf } from '../domain/unit-tree.ts';
import { Facts } from './check/facts.ts';
import { banks } from './check/r15-bank.ts';
import { uncounted } from './check/r12-cash.ts';
import type { AwardFact } from './port/check.ts';
import type { Acceptance } from './port/periods.ts';
import type { Reader } from './port/ports.ts';
import { calendarOf } from './session.ts';

/** What the parts of the answer are told by. */
interface Sight {
  readonly reader: Reader;
  readonly today: Day;
  readonly month: Month;
  readonly ended: boolean;
  readonly facts: Facts;
  readonly acceptances: readonly Acceptance[];
  /** Keys of the findings that were let stand beyond the month's end: they are in nobody's way. */
  readonly accepted: ReadonlySet<string>;
}

/**
 * What waits for the treasurer today. It asks what is open and nothing else: it looks through neither the month nor the
 * book, and each answer is one question however many rows it is about.
 */
export async function statusOn(reader: Reader, today: Day): Promise<Status> {
  const calendar = await calendarOf(reader, today);
  const month = openMonth(calendar);
  const ended = closeFault(month, calendar) === undefined;
  const facts = await Facts.ofMonth(reader, month, today);
  const last = lastDay(month);
  const acceptances = await reader.acceptances(today < last ? today : last);
  const accepted = new Set(acceptances.flatMap(({ finding, until }) => (until < last ? [] : [finding])));
  const sight: Sight = { reader, today, month, ended, facts, acceptances, accepted };
  const parts = [monthEnd, bank, rounds, advances, remittances, loans, papers, endings];
  const due: Due[] = [];
  for (const part of parts) due.push(...(await part(sight)));
  return { today, month: { open: month, ended }, due: inTurn(due) };
}

/** The month's close, and before it a count of each till and a word of each bank. */
async function monthEnd({ month, ended, today, facts, accepted }: Sight): Promise<Due[]> {
  const day = lastDay(month);
  const near = isNear(day, today);
  // A month has no day by which it must be closed: from its end on it waits.
  const byEnd = ended ? waiting(day, today) : aged(day, today);
  const found = [...(await uncounted(facts)), ...(await banks(facts))];
  const due = found.flatMap((each): Due[] => {
    if (accepted.has(acceptanceKey(each))) return [];
    const command = each.mend ?? '';
    const then = each.day === undefined ? {} : waiting(each.day, today);
    if (each.kind === 'place.difference') {
      const { day: _, ...told } = each.facts;
      return [{ code: 'cash.difference', state: 'blocking', facts: told, ...then, command }];
    }
    if (each.kind === 'bank.difference') {
      const { day: _, ...told } = each.facts;
      const queue = `phucloi statement queue --account ${told.place}`;
      return [{ code: 'bank.difference', state: 'blocking', facts: told, ...then, command: queue }];
    }
    if (!near) return [];
    if (each.kind === 'place.uncounted') {
      const { place, balance } = each.facts;
      const state = ended ? 'blocking' : 'due';
      return [{ code: 'cash.count', state, facts: { place, month, balance }, ...byEnd, command }];
    }
    if (each.kind !== 'bank.unproved') return [];
    return [{ code: 'bank.statement', state: 'due', facts: { month, ...each.facts }, ...byEnd, command }];
  });
  if (!ended) return due;
  const command = `phucloi close ${month}`;
  // With another month over behind it, its close is late.
  const state = lastDay(nextMonth(month)) <= today ? 'overdue' : 'due';
  return [...due, { code: 'month.close', state, facts: { month }, ...byEnd, command }];
}

/** Lines of the bank that nothing explains, and money that nobody can name yet. */
async function bank({ reader, facts, today }: Sight): Promise<Due[]> {
  const unmatched = (await facts.ask.unmatchedLines(today)).map(({ since, ...lines }): Due => {
    const command = `phucloi statement match --account ${lines.place} --auto`;
    return { code: 'bank.lines', state: 'due', facts: lines, ...waiting(since, today), command };
  });
  const receipts = await (await reader.bank()).openReceipts(today);
  const [oldest] = receipts;
  if (oldest === undefined) return unmatched;
  return [
    ...unmatched,
    {
      code: 'bank.unidentified',
      state: 'due',
      facts: { receipts: receipts.length, total: sum(receipts.map(({ open }) => open)) },
      ...waiting(oldest.bookedOn, today),
      command: 'phucloi statement queue',
    },
  ];
}

/** Rounds with what is decided and not paid, and what is paid and not signed for. */
async function rounds(sight: Sight): Promise<Due[]> {
  const { reader, facts, today, ended, month, accepted } = sight;
  const known = new Map((await reader.rounds()).map((each) => [each.code, each]));
  const last = lastDay(month);
  const state = (by: Day | undefined, blocks: boolean): DueState =>
    by !== undefined && by < today ? 'overdue' : ended && blocks ? 'blocking' : 'due';
  const told = (by: Day | undefined, since: Day) =>
    by === undefined ? waiting(since, today) : aged(by, today);
  const limit = facts.settings.number('check.R05.days');
  const unpaid = (await facts.ask.unpaid(today)).map(({ round, kind, people, total, since }): Due => {
    const by = known.get(round)?.payBy;
    const late = limit !== undefined && daysBetween(since, last) > limit;
    const command = `phucloi ${kind} pay --round ${round} --from … --on ${today}`;
    const figures = { round, people, total };
    return { code: 'round.pay', state: state(by, late), facts: figures, ...told(by, since), command };
  });
  const open = byRound(await facts.ask.unsigned(today), last, accepted);
  const unsigned = open.map(({ round, kind, people, total, since, blocks }): Due => {
    const by = known.get(round)?.signBy;
    const command = `phucloi ${kind} sign --round ${round} --all`;
    const figures = { round, people, total };
    return {
      code: 'round.sign',
      state: state(by, blocks),
      facts: figures,
      ...told(by, since),
      command,
    };
  });
  const all = [...known.values()];
  const homes = all.some(({ kind }) => kind === 'home') ? await stalled(sight) : [];
  return [...(await unlisted(sight, all)), ...unpaid, ...unsigned, ...homes];
}

/** Rounds whose lists are to be there, until the round is to be paid: from then on nobody waits for one. */
async function unlisted({ reader, today }: Sight, known: readonly Round[]): Promise<Due[]> {
  const due: Due[] = [];
  for (const { id, code, kind, listBy, payBy, day } of known) {
    if (!isNear(listBy, today) || (payBy ?? day) < today) continue;
    const facts = await reader.roundFacts();
    const standing = await facts.standing(id);
    const quotas = (await (await reader.benefits()).quotas(id)).filter(({ people }) => people !== 0);
    const above = aboveOf(await facts.units());
    const heard = new Set(standing.flatMap(({ unit }) => above(unit)));
    const units = quotas.filter(({ unit }) => !heard.has(unit)).length;
    if (quotas.length === 0 ? standing.length > 0 : units === 0) continue;
    const command = `phucloi ${kind} import … --round ${code}`;
    const told = { round: code, units };
    due.push({
      code: 'round.list',
      state: stateOn(listBy, today),
      facts: told,
      ...aged(listBy, today),
      command,
    });
  }
  return due;
}

/** Houses that were begun, not handed over, and had no step for longer than the union's own limit. */
async function stalled({ reader, facts, today }: Sight): Promise<Due[]> {
  const limit = facts.settings.number('check.R10.days');
  if (limit === undefined) return [];
  return (await (await reader.homes()).houses(today)).flatMap((house): Due[] => {
    const [idle, since] = [idleDays(house, today), lastStep(house)];
    if (idle === undefined || since === undefined || idle <= limit) return [];
    const told = { award: house.award, paid: houseMoney(house).paid };
    const command = `phucloi home stages --stalled ${limit}`;
    return [{ code: 'home.stalled', state: 'due', facts: told, ...waiting(since, today), command }];
  });
}

/** Awards that nobody signed for, added up by round: the first payment, and whether one of the month's is in its way. */
function byRound(awards: readonly AwardFact[], last: Day, accepted: ReadonlySet<string>) {
  const blocks = ({ award, unit, day, total }: AwardFact) => {
    if (day > last) return false;
    if (accepted.size === 0) return true;
    const facts = { award, unit, paidOn: day, total };
    return !accepted.has(acceptanceKey({ kind: 'award.unsigned', subject: award, facts }));
  };
  const sums = new Map<string, AwardFact[]>();
  for (const award of awards) {
    const of = sums.get(award.round);
    if (of === undefined) sums.set(award.round, [award]);
    else of.push(award);
  }
  return [...sums].flatMap(([round, of]) => {
    const since = of.map(({ day }) => day).toSorted()[0];
    const kind = of[0]?.kind;
    if (since === undefined || kind === undefined) return [];
    const total = sum(of.map((each) => each.total));
    return [{ round, kind, since, people: of.length, total, blocks: of.some(blocks) }];
  });
}

/** Money with people that is to be accounted for soon or was; of gifts to be handed out, all that is still out. */
async function advances({ reader, today }: Sight): Promise<Due[]> {
  return (await reader.advances(today)).flatMap(({ voucher, holder, day, due, open, handed }): Due[] => {
    if (open <= 0) return [];
    const facts = { voucher, holder: holder.code, open };
    const by = due === undefined ? waiting(day, today) : aged(due, today);
    const state = stateOn(due, today);
    if (handed) {
      const command = `phucloi advance show ${voucher}`;
      return [{ code: 'advance.handed', state, facts, ...by, command }];
    }
    if (!isNear(due, today)) return [];
    const command = `phucloi advance settle --advance ${voucher} --returned ${open} --on ${today}`;
    return [{ code: 'advance.settle', state, facts, ...by, command }];
  });
}

/** What was collected for others and is to be with them soon. */
async function remittances({ reader, today }: Sight): Promise<Due[]> {
  return (await owedOn(reader, today)).flatMap(({ fund, owner, appeal, due, owed }): Due[] => {
    if (!isNear(due, today)) return [];
    const under = appeal === undefined ? '' : ` --appeal ${appeal}`;
    const command = `phucloi remit --fund ${fund}${under} --amount ${owed} --on ${today} --to ${quoted(owner)}`;
    const facts = { fund, owner, owed, ...(appeal === undefined ? {} : { appeal }) };
    return [{ code: 'remit', state: stateOn(due, today), facts, ...aged(due, today), command }];
  });
}

async function loans({ facts, today }: Sight): Promise<Due[]> {
  return (await facts.ask.overdueLoans(soon(today))).map(({ voucher, fund, due, open }): Due => {
    const command =
      voucher === ''
        ? 'phucloi loan list'
        : `phucloi loan repay --loan ${voucher} --amount ${open} --on ${today}`;
    const told = { voucher, fund, open };
    return { code: 'loan.repay', state: stateOn(due, today), facts: told, ...aged(due, today), command };
  });
}

async function papers({ reader, today }: Sight): Promise<Due[]> {
  const promised = await (await reader.caseFacts()).overduePapers(soon(today));
  return promised.map(({ award, programme, kind, due }): Due => {
    const command = `phucloi ${programme} paper ${kind} --case ${award} --on ${today} --no …`;
    const facts = { award, paper: kind };
    return { code: 'paper.promised', state: stateOn(due, today), facts, ...aged(due, today), command };
  });
}

/** What was let stand for a time that runs out, where it still stands: few books have any, and only those are asked. */
async function endings({ reader, month, today, acceptances }: Sight): Promise<Due[]> {
  const standing = acceptances.filter(({ until }) => until >= today);
  if (!standing.some(({ until }) => isNear(until, today))) return [];
  const { stillThere } = await import('./check/still-there.ts');
  return (await stillThere(reader, month, today, standing)).flatMap(({ finding, until }): Due[] => {
    if (!isNear(until, today)) return [];
    const command = `phucloi reconcile accept ${finding} --period ${month} --reason … --by …`;
    return [{ code: 'acceptance.ends', state: 'due', facts: { finding }, ...aged(until, today), command }];
  });
}

const aged = (day: Day, today: Day) => ({ day, days: daysBetween(day, today) });
const waiting = (since: Day, today: Day) => ({ since, days: daysBetween(since, today) });
