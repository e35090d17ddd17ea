import { dayBefore } from '../domain/day.ts';
import { isMoney } from '../domain/account.ts';
import { cashBookPaper, fundLedgerPaper, journalPaper, trialBalancePaper } from './ledgers.ts';
import type { PackDays, PackEntry } from './month-end-pack.ts';
import type { TurnoverRow } from './port/ledger.ts';
import type { Reader } from './port/ports.ts';

/**
 * The month's account books: of each place and of each fund within it, of each fund, the trial balance and the journal.
 * Places and funds that hold nothing and did not move have none.
 */
export async function bookEntries(reader: Reader, days: PackDays): Promise<PackEntry[]> {
  const { from, to } = days;
  const turnovers = await reader.turnovers({ from, to });
  const before = await reader.turnovers({ to: dayBefore(from) });
  const held = heldOf(before);
  const alive = (of: (row: TurnoverRow) => boolean) =>
    turnovers.some(of) || before.some((row) => of(row) && held.get(keyOf(row)) !== 0);
  const [places, funds] = [await reader.places(), await reader.funds()];
  const books = places.flatMap((place): PackEntry[] => {
    const here = funds.filter((fund) => alive((row) => row.place === place.id && row.fund === fund.id));
    if (here.length === 0) return [];
    const [name, stem] =
      place.kind === 'cash'
        ? (['cashBook', 'so-quy-tien-mat'] as const)
        : (['bankBook', 'so-tien-gui'] as const);
    const file = `${stem}-${place.code}`;
    const each = here.map((fund): PackEntry => ({
      name,
      subject: `${place.name}, ${fund.name}`,
      file: `${file}-${fund.code}`,
      paperOf: (on) => cashBookPaper(on, { from, to, place, fund }, to),
    }));
    const all: PackEntry = {
      name,
      subject: place.name,
      file,
      paperOf: (on) => cashBookPaper(on, { from, to, place }, to),
    };
    return here.length === 1 ? [all] : [all, ...each];
  });
  const ledgers = funds
    .filter((fund) => alive((row) => row.fund === fund.id))
    .map((fund): PackEntry => ({
      name: 'fundLedger',
      subject: fund.name,
      file: `so-quy-${fund.code}`,
      paperOf: (on) => fundLedgerPaper(on, { from, to, fund }, to),
    }));
  return [
    ...books,
    ...ledgers,
    {
      name: 'trialBalance',
      subject: '',
      file: 'can-doi-phat-sinh',
      paperOf: (on) => trialBalancePaper(on, { from, to }, to),
    },
    { name: 'journal', subject: '', file: 'nhat-ky', paperOf: (on) => journalPaper(on, { from, to }, to) },
  ];
}

const keyOf = ({ fund, place, role }: TurnoverRow): string => `${fund}/${place}/${role}`;

/** What each fund held in each place; of what is not money nothing is held. */
function heldOf(rows: readonly TurnoverRow[]): ReadonlyMap<string, number> {
  return new Map(rows.map((row) => [keyOf(row), isMoney(row.role) ? row.debit - row.credit : 0]));
}
