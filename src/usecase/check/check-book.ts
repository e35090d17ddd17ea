import { lastDay, monthOf, nextMonth, type Month } from '../../domain/day.ts';
import { judge, type Finding, type JudgedFinding, type RuleCode } from '../../domain/finding.ts';
import { openMonth } from '../../domain/period.ts';
import type { Reader } from '../port/ports.ts';
import { calendarOf, type Session } from '../session.ts';
import { Facts } from './facts.ts';
import { ask, inspect, weigh } from './inspect.ts';
import { r25 } from './r25-chain.ts';
import { RULES } from './rules.ts';

export interface CheckInput {
  /** One month; without it, every month still open. */
  readonly period?: Month | undefined;
  /** Only these rules; empty for all. */
  readonly rules: readonly RuleCode[];
}

/** Looks the whole book through: the chain, what holds of all months at once, and the months still open or one of them. */
export async function checkBook(session: Session, input: CheckInput): Promise<readonly JudgedFinding[]> {
  const wanted = (code: RuleCode) => input.rules.length === 0 || input.rules.includes(code);
  const proof = wanted('R25') ? await session.book.verify() : undefined;
  return session.book.read(async (reader) => {
    const months = await monthsOf(reader, session, input.period);
    const [first, last] = [months[0], months.at(-1)];
    if (first === undefined || last === undefined) return [];
    const span = { from: `${first}-01` as typeof session.today, to: lastDay(last) };
    const facts = await Facts.of(reader, span, session.today);
    const inMonth = RULES.filter((rule) => rule.scope === 'month' && wanted(rule.code)).length;
    reader.work.begin('rules', inMonth * months.length + RULES.length - inMonth);
    const whole: Finding[] = await ask(
      facts,
      RULES.filter((rule) => rule.scope === 'book' && wanted(rule.code)),
    );
    // Day balances are a rule's own.
    if (proof?.ok === false && proof.broken.kind !== 'balance_day') {
      const { broken } = proof;
      const found = { kind: 'book.altered', subject: broken.name, facts: broken } as const;
      const altered = weigh(r25, found, facts.settings);
      if (altered !== undefined) whole.unshift(altered);
    }
    const found = new Map(judge(whole, new Set(), session.today).map((each) => [each.name, each]));
    const running = monthOf(session.today);
    for (const month of months) {
      for (const finding of (await inspect(reader, month, session.today, input.rules)).findings) {
        // A box is counted, and a bank asked, when its month ends.
        const atEnd = finding.kind === 'place.uncounted' || finding.kind === 'bank.unproved';
        if (month === running && atEnd) continue;
        found.set(keyOf(finding, month), finding);
      }
    }
    reader.work.end();
    return [...found.values()];
  });
}

async function monthsOf(reader: Reader, session: Session, period: Month | undefined): Promise<Month[]> {
  if (period !== undefined) return [period];
  const months: Month[] = [];
  const running = monthOf(session.today);
  for (
    let month = openMonth(await calendarOf(reader, session.today));
    month <= running;
    month = nextMonth(month)
  ) {
    months.push(month);
  }
  return months.length > 0 ? months : [running];
}

/** What one finding replaces of an earlier month: a promise grows old under one key, a box is uncounted month by month. */
function keyOf({ kind, name, rule, subject }: JudgedFinding, month: Month): string {
  if (kind === 'place.uncounted') return `${name} ${month}`;
  return kind === 'award.late' || kind === 'award.unpaid' ? `${rule} ${subject}` : name;
}
