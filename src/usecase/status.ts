import { daysBetween, lastDay, type Day, type Month } from '../domain/day.ts';
import { sum } from '../domain/dong.ts';
import { inTurn, isNear, soon, stateOn, type Due, type DueState, type Status } from '../domain/due.ts';
import { closeFault, openMonth } from '../domain/period.ts';
import { owedOn } from './owed.ts';
import { Facts } from './check/facts.ts';
import { banks } from './check/r15-bank.ts';
import { uncounted } from './check/r12-cash.ts';
import type { AwardFact } from './port/check.ts';
import type { Reader } from './port/ports.ts';
import { calendarOf } from './session.ts';

/** What the parts of the answer are told by. */
interface Sight {
  readonly reader: Reader;
  readonly today: Day;
  readonly month: Month;
  readonly ended: boolean;
  readonly facts: Facts;
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
  const sight: Sight = { reader, today, month, ended, facts };
  const parts = [monthEnd, bank, rounds, advances, remittances, loans, papers];
  const due: Due[] = [];
  for (const part of parts) due.push(...(await part(sight)));
  return { today, month: { open: month, ended }, due: inTurn(due) };
}

/** The month's close, and before it a count of each till and a word of each bank. */
async function monthEnd({ month, ended, today, facts }: Sight): Promise<Due[]> {
  const day = lastDay(month);
  const [near, byEnd] = [isNear(day, today), aged(day, today)];
  const found = [...(await uncounted(facts)), ...(await banks(facts))];
  const due = found.flatMap((each): Due[] => {
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
  return [...due, { code: 'month.close', state: 'due', facts: { month }, ...byEnd, command }];
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
  const { reader, facts, today, ended, month } = sight;
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
  const open = byRound(await facts.ask.unsigned(today));
  const unsigned = open.map(({ round, kind, people, total, since }): Due => {
    const by = known.get(round)?.signBy;
    const command = `phucloi ${kind} sign --round ${round} --all`;
    const figures = { round, people, total };
    return {
      code: 'round.sign',
      state: state(by, since <= last),
      facts: figures,
      ...told(by, since),
      command,
    };
  });
  return [...unpaid, ...unsigned];
}

/** Awards that nobody signed for, added up by round; `since` is the first payment. */
function byRound(awards: readonly AwardFact[]) {
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
    return [{ round, kind, since, people: of.length, total: sum(of.map(({ total }) => total)) }];
  });
}

/** Money with people that is to be accounted for soon or was. */
async function advances({ reader, today }: Sight): Promise<Due[]> {
  return (await reader.advances(today)).flatMap(({ voucher, holder, due, open }): Due[] => {
    if (open <= 0 || !isNear(due, today)) return [];
    const command = `phucloi advance settle --advance ${voucher} --returned ${open} --on ${today}`;
    const facts = { voucher, holder: holder.code, open };
    return [{ code: 'advance.settle', state: stateOn(due, today), facts, ...aged(due, today), command }];
  });
}

/** What was collected for others and is to be with them soon. */
async function remittances({ reader, today }: Sight): Promise<Due[]> {
  return (await owedOn(reader, today)).flatMap(({ fund, owner, appeal, due, owed }): Due[] => {
    if (!isNear(due, today)) return [];
    const under = appeal === undefined ? '' : ` --appeal ${appeal}`;
    const command = `phucloi remit --fund ${fund}${under} --amount ${owed} --on ${today} --to "${owner}"`;
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

const aged = (day: Day, today: Day) => ({ day, days: daysBetween(day, today) });
const waiting = (since: Day, today: Day) => ({ since, days: daysBetween(since, today) });
