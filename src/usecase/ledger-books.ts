import { ASSET_ROLES } from '../domain/account.ts';
import type { FundTurnover } from '../domain/balance.ts';
import { dayBefore, firstDay, newYear, type Day } from '../domain/day.ts';
import { subtract, sum, ZERO, type Dong } from '../domain/dong.ts';
import type { EntryKind } from '../domain/entry.ts';
import { refuse } from '../domain/failure.ts';
import type { Fund, Place } from '../domain/fund.ts';
import { fold } from '../domain/name.ts';
import { fundLines } from '../domain/reconcile.ts';
import {
  accountReport,
  accountSums,
  accountsUnder,
  trialReport,
  type AccountReport,
  type TrialReport,
} from '../report/ledger-accounts.ts';
import type { Summary } from '../report/ledger-summary.ts';
import {
  journalLiner,
  journalReport,
  ledgerReport,
  type JournalLine,
  type JournalReport,
  type LedgerFilter,
  type LedgerReport,
  type LedgerSums,
} from '../report/ledger.ts';
import { unitsIn } from './benefit-cases.ts';
import type { LedgerQuery, LedgerRow } from './port/ledger.ts';
import type { Beneficiary, Reader } from './port/ports.ts';

export interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** A cash box or bank account, of one fund or of all that lie there. */
export async function placeLedger(
  reader: Reader,
  scope: Days & { readonly place: Place; readonly fund?: Fund | undefined },
  filter?: LedgerFilter,
): Promise<LedgerReport> {
  const { from, to, place, fund } = scope;
  const isMeant = (row: FundTurnover) =>
    row.place === place.id && (fund === undefined || row.fund === fund.id);
  const sums = await sumsOf(reader, { from, to }, 'debit', isMeant);
  const rows = await linesOf(reader, { from, to, place, fund, follows: 'money' }, filter);
  const subject = fund === undefined ? place.code : `${fund.code}:${place.code}`;
  return ledgerReport({ from, to, subject }, 'debit', sums, rows, await reader.funds(), filter);
}

/** Why a fund grew or shrank. */
export async function fundLedger(
  reader: Reader,
  scope: Days & { readonly fund: Fund },
  filter?: LedgerFilter,
): Promise<LedgerReport> {
  const { from, to, fund } = scope;
  const isReason = (row: FundTurnover) =>
    row.fund === fund.id && !(ASSET_ROLES as readonly string[]).includes(row.role);
  const sums = await sumsOf(reader, { from, to }, 'credit', isReason);
  const rows = await linesOf(reader, { from, to, fund, follows: 'reasons' }, filter);
  return ledgerReport({ from, to, subject: fund.code }, 'credit', sums, rows, [fund], filter);
}

/** What a person received, under whichever of their records it stands. */
export async function memberLedger(
  reader: Reader,
  scope: Days & { readonly member: Beneficiary },
  filter?: LedgerFilter,
): Promise<LedgerReport> {
  const { from, to, member } = scope;
  const people = [...(await (await reader.persons()).records([member.id])).keys()];
  const first = firstDay(reader.entity.firstMonth);
  const query = { to, people, follows: 'postings' } as const;
  // A person has few lines: those before the period are read with them.
  const all = await reader.ledger({ ...query, from: from < first ? from : first });
  const on = (since: Day, until: Day) => all.filter(({ day }) => day >= since && day <= until);
  const [before, within, year] = [
    on('' as Day, dayBefore(from)),
    on(from, to),
    on(newYear(from), dayBefore(from)),
  ];
  const sums = {
    opening: net(before),
    in: debits(within),
    out: credits(within),
    yearIn: debits(year),
    yearOut: credits(year),
  };
  const rows = filter === undefined ? within : await linesOf(reader, { ...query, from }, filter);
  const named = { from, to, subject: member.code };
  return listed(ledgerReport(named, 'debit', sums, rows, await reader.funds(), filter));
}

/** What one donor gave and was paid back; without a donor, the gifts of nobody who is known. */
export async function donorLedger(
  reader: Reader,
  scope: Days & {
    readonly donor: { readonly id: number; readonly code: string } | undefined;
    readonly fund?: Fund | undefined;
  },
  filter?: LedgerFilter,
): Promise<LedgerReport> {
  const { from, to, donor, fund } = scope;
  const query = { to, donor: donor?.id ?? 0, fund, follows: 'gifts' } as const;
  const first = firstDay(reader.entity.firstMonth);
  const before = from <= first ? [] : await reader.ledger({ ...query, from: first, to: dayBefore(from) });
  const within = await reader.ledger({ ...query, from });
  const year = before.filter(({ day }) => day >= newYear(from));
  const sums = {
    opening: subtract(ZERO, net(before)),
    in: credits(within),
    out: debits(within),
    yearIn: credits(year),
    yearOut: debits(year),
  };
  const rows = filter === undefined ? within : await linesOf(reader, { ...query, from }, filter);
  const subject = donor?.code ?? '';
  return listed(ledgerReport({ from, to, subject }, 'credit', sums, rows, await reader.funds(), filter));
}

/** A person's few lines, without what stands below each month. */
function listed({ months: _, ...report }: LedgerReport): LedgerReport {
  return report;
}

/** What the journal is made of: every posting of some days; of one voucher or fund where that is asked for. */
type JournalScope = Days & { readonly fund?: Fund | undefined; readonly voucher?: string | undefined };

export async function journal(
  reader: Reader,
  scope: JournalScope,
  filter?: LedgerFilter,
): Promise<JournalReport> {
  const { from, to } = scope;
  return journalReport({ from, to }, [...(await eachJournalLine(reader, scope, filter))], filter);
}

/** The journal's lines, read as they are taken. */
export async function eachJournalLine(
  reader: Reader,
  scope: JournalScope,
  filter?: LedgerFilter,
): Promise<Iterable<JournalLine>> {
  const accounts = await reader.accounts();
  const numbers = new Map(accounts.map(({ role, held, number }) => [`${role} ${held}`, number]));
  const lineOf = journalLiner({
    funds: await reader.funds(),
    places: await reader.places(),
    account: (role, held) => numbers.get(`${role} ${held}`) ?? role,
  });
  const rows = await eachOf(reader, { ...scope, follows: 'postings' }, filter);
  return (function* () {
    for (const row of rows) yield lineOf(row);
  })();
}

/** The accounts whose number begins so, of one fund or of all. */
export async function accountLedger(
  reader: Reader,
  scope: Days & { readonly account: string; readonly fund?: Fund | undefined },
  filter?: LedgerFilter,
): Promise<AccountReport> {
  const { from, to, account, fund } = scope;
  const [all, funds] = [await reader.accounts(), await reader.funds()];
  const accounts = accountsUnder(all, account);
  if (account === '' || accounts.length === 0) {
    const known = [...new Set(all.map(({ number }) => number))].toSorted();
    refuse('usage.value', { option: 'ACCOUNT', given: account, expected: known.join(' · ') });
  }
  const of = (rows: readonly FundTurnover[]) =>
    accountSums(accounts, funds, fund === undefined ? rows : rows.filter((row) => row.fund === fund.id));
  const before = of(await reader.turnovers({ to: dayBefore(from) }));
  const within = of(await reader.turnovers({ from, to }));
  const keys = accounts.map(({ id }) => id);
  const rows = await linesOf(reader, { from, to, fund, accounts: keys, follows: 'accounts' }, filter);
  return accountReport({ account, from, to }, before, within, rows, { funds, accounts: all }, filter);
}

export async function trialBalance(
  reader: Reader,
  scope: Days & { readonly fund?: Fund | undefined },
): Promise<TrialReport> {
  const { from, to, fund } = scope;
  const of = (rows: readonly FundTurnover[]) =>
    fund === undefined ? rows : rows.filter((row) => row.fund === fund.id);
  return trialReport(
    { from, to, ...(fund === undefined ? {} : { fund: fund.code }) },
    await reader.accounts(),
    await reader.funds(),
    of(await reader.turnovers({ to: dayBefore(from) })),
    of(await reader.turnovers({ from, to })),
  );
}

/** A fund's figures by its identity (accounting.md 6), to be compared with another period's. */
export async function fundSummary(
  reader: Reader,
  { from, to, fund }: Days & { fund: Fund },
): Promise<Summary> {
  const [before, within] = [
    await reader.turnovers({ to: dayBefore(from) }),
    await reader.turnovers({ from, to }),
  ];
  const [line] = fundLines([fund], before, within);
  if (line === undefined) throw new TypeError('a fund without figures');
  const { fund: _fund, money: _money, difference: _difference, ...figures } = line;
  return { code: fund.code, figures };
}

async function linesOf(
  reader: Reader,
  query: LedgerQuery,
  filter?: LedgerFilter,
): Promise<readonly LedgerRow[]> {
  return [...(await eachOf(reader, query, filter))];
}

/** Reads the lines that pass a filter; units and kinds are asked of the book, words and amounts of what it gave. */
async function eachOf(
  reader: Reader,
  query: LedgerQuery,
  { unit, kind, text, min, max }: LedgerFilter = {},
): Promise<Iterable<LedgerRow>> {
  const units = unit === undefined ? undefined : [...(await unitsIn(reader, unit))];
  const rows = await reader.eachLedgerRow({ ...query, units, kind: kind as EntryKind | undefined });
  const wanted = text === undefined ? undefined : fold(text);
  const passes = (row: LedgerRow) => {
    const size = Math.abs(subtract(row.debit, row.credit));
    const said = `${row.party} ${row.content} ${row.voucher} ${row.paperNo ?? ''}`;
    return (
      (wanted === undefined || fold(said).includes(wanted)) &&
      (min === undefined || size >= min) &&
      (max === undefined || size <= max)
    );
  };
  return (function* () {
    for (const row of rows) if (passes(row)) yield row;
  })();
}

/** What is summed up before, within and since the new year, out of the sums that are kept by day. */
async function sumsOf(
  reader: Reader,
  { from, to }: Days,
  grows: 'debit' | 'credit',
  isMeant: (row: FundTurnover) => boolean,
): Promise<LedgerSums> {
  const before = (await reader.turnovers({ to: dayBefore(from) })).filter(isMeant);
  const within = (await reader.turnovers({ from, to })).filter(isMeant);
  const year =
    from === newYear(from)
      ? []
      : (await reader.turnovers({ from: newYear(from), to: dayBefore(from) })).filter(isMeant);
  const [into, out] = grows === 'debit' ? [debits, credits] : [credits, debits];
  return {
    opening: subtract(into(before), out(before)),
    in: into(within),
    out: out(within),
    yearIn: into(year),
    yearOut: out(year),
  };
}

type Amounts = readonly { readonly debit: Dong; readonly credit: Dong }[];

function debits(rows: Amounts): Dong {
  return sum(rows.map(({ debit }) => debit));
}

function credits(rows: Amounts): Dong {
  return sum(rows.map(({ credit }) => credit));
}

function net(rows: Amounts): Dong {
  return subtract(debits(rows), credits(rows));
}
