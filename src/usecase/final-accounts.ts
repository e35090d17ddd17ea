import codes from '../../data/final-accounts.json' with { type: 'json' };
import { dayBefore, firstDay, lastDay, type Day, type Month } from '../domain/day.ts';
import { asDong, subtract, sum, ZERO } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import { codedFlows, codeSums, type CodeTable } from '../domain/final-accounts.ts';
import type { Fund } from '../domain/fund.ts';
import { fundLines } from '../domain/reconcile.ts';
import { GONE } from '../domain/status.ts';
import type { FinalFacts } from '../report/papers/final.ts';
import { Settings } from './check/settings.ts';
import { letterheadOf } from './papers.ts';
import type { Reader } from './port/ports.ts';
import { fundBy } from './session.ts';

export interface FinalScope {
  readonly year: number;
  /** Codes of own funds; without any, those that are declared complete, else all own funds. */
  readonly funds: readonly string[];
  /** A table signed off by the union's accountant, in place of the one that comes with the program. */
  readonly table: CodeTable | undefined;
}

/** Funds that are kept here in full: all of the union's income and spending goes through them (accounting.md 31). */
const SETTING = 'final-accounts.funds';

/** A year's settlement by codes, proved against the ledger: what the codes leave is what the funds hold. */
export async function finalFacts(reader: Reader, scope: FinalScope, today: Day): Promise<FinalFacts> {
  const from = firstDay(`${scope.year}-01` as Month);
  if (from > today) refuse('day.future', { day: from, today });
  const yearEnd = lastDay(`${scope.year}-12` as Month);
  const to = yearEnd < today ? yearEnd : today;
  const settings = new Settings(await (await reader.check()).settings());
  const declared = settings
    .text(SETTING)
    .split(/[\s,;]+/)
    .filter(Boolean);
  const funds = await fundsOf(reader, scope.funds, declared);
  const table = scope.table ?? tableOn(to);
  const ids = new Set(funds.map(({ id }) => id));
  const flows = (await (await reader.finals()).flows({ from, to })).filter(({ fund }) => ids.has(fund));
  const coded = codedFlows(flows, table);
  const lines = fundLines(
    funds,
    await reader.turnovers({ to: dayBefore(from) }),
    await reader.turnovers({ from, to }),
  );
  const sums = codeSums(coded, table, sum(lines.map(({ opening }) => opening)));
  const closing = table.lines.find(({ part }) => part === 'closing')?.code ?? '';
  if (subtract(sums.get(closing) ?? ZERO, sum(lines.map((line) => line.closing))) !== 0)
    throw new TypeError('what the codes leave is not what the funds hold');
  const words = await contentsOf(reader, from, to);
  return {
    letterhead: letterheadOf(reader),
    year: scope.year,
    to,
    funds,
    complete: isSame(
      declared,
      funds.map(({ code }) => code),
    ),
    table,
    flows: coded.map((flow) => ({ ...flow, content: words.get(keyOf(flow)) ?? '' })),
    sums,
    basics: {
      workers: settings.number('header.employees'),
      payroll: money(settings.number('header.payroll')),
      members: settings.number('header.members') ?? (await membersOn(reader, to)),
    },
    officers: await reader.officers(to),
  };
}

/** All that is declared and nothing else: a part of it is no settlement of the union's year. */
function isSame(declared: readonly string[], funds: readonly string[]): boolean {
  const all = new Set(declared);
  return all.size > 0 && all.size === funds.length && funds.every((code) => all.has(code));
}

const money = (amount: number | undefined) => (amount === undefined ? undefined : asDong(amount));

/** The union's own funds that are meant: money held for others is no finance of the union. */
async function fundsOf(
  reader: Reader,
  asked: readonly string[],
  declared: readonly string[],
): Promise<Fund[]> {
  const named = asked.length > 0 ? asked : declared;
  if (named.length === 0) return (await reader.funds()).filter(({ kind }) => kind === 'own');
  const funds: Fund[] = [];
  for (const code of new Set(named)) {
    const fund = await fundBy(reader, code);
    if (fund.kind === 'held') refuse('fund.held', { fund: fund.code });
    funds.push(fund);
  }
  return funds;
}

function tableOn(day: Day): CodeTable {
  const tables = codes.tables as unknown as readonly CodeTable[];
  const table = tables.findLast(({ from }) => from <= day) ?? tables[0];
  if (table === undefined) throw new TypeError('no table of codes');
  return table;
}

const keyOf = ({ day, voucher, entry }: { day: Day; voucher: string; entry: number }): string =>
  `${day} ${voucher || entry}`;

/** What vouchers and entries say, as they were corrected since. */
async function contentsOf(reader: Reader, from: Day, to: Day): Promise<Map<string, string>> {
  const rows = await reader.ledger({ from, to, follows: 'reasons' });
  return new Map(rows.toReversed().map((row) => [keyOf(row), row.content]));
}

/** Members who had neither left nor died by a day; undefined where the book has no roll. */
async function membersOn(reader: Reader, day: Day): Promise<number | undefined> {
  const states = await (await reader.persons()).statesOn(day);
  const members = (await reader.beneficiaries({})).filter(({ kind }) => kind === 'member');
  return members.length === 0
    ? undefined
    : members.filter(({ id }) => !GONE.has(states.get(id) ?? '')).length;
}
