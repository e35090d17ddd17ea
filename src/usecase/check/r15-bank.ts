import { lastDay, monthOf } from '../../domain/day.ts';
import { subtract, ZERO } from '../../domain/dong.ts';
import { daysBefore, type Found } from '../../domain/finding.ts';
import { UNIDENTIFIED } from '../../domain/fund.ts';
import { placeMoney } from '../../domain/reconcile.ts';
import type { Facts } from './facts.ts';
import { error, notice, warning, type Rule } from './rule.ts';

/**
 * The bank's word against the book's. A bank that gave a balance in the month must agree with the book on that day; one
 * that gave none is only named. Lines that nothing explains, and money that nobody can name, have an age.
 */
export const r15: Rule = {
  code: 'R15',
  group: 'lists',
  scope: 'month',
  kinds: {
    'bank.difference': error('accountant'),
    'bank.unproved': notice('accountant'),
    'line.unmatched': warning('accountant'),
    'unidentified.open': warning('accountant'),
  },
  async look(facts) {
    const old = daysBefore(facts.to, facts.settings.number('check.R15.days') ?? 0);
    const unmatched = (await facts.ask.unmatchedLines(old)).map((lines): Found => ({
      kind: 'line.unmatched',
      subject: lines.place,
      facts: lines,
      day: lines.since,
      mend: `phucloi statement match --account ${lines.place}`,
    }));
    return [...(await banks(facts)), ...unmatched, ...(await unidentified(facts))];
  },
};

/** What each bank told within these days against the book; what it told nothing of is only named. */
export async function banks(facts: Facts): Promise<Found[]> {
  const told = new Map((await facts.ask.bankBalances(facts)).map((each) => [each.place, each]));
  const [money, within] = [await facts.places(), await facts.within()];
  const found: Found[] = [];
  for (const place of await facts.reader.places()) {
    if (place.kind !== 'bank') continue;
    const bank = told.get(place.id);
    const balance = money.get(place.id) ?? ZERO;
    if (bank === undefined) {
      const idle = balance === 0 && !within.some((row) => row.place === place.id);
      const mend = `phucloi statement import … --account ${place.code}`;
      if (!idle) {
        const kind = 'bank.unproved';
        found.push({ kind, subject: place.code, facts: { place: place.code, balance }, mend });
      }
      continue;
    }
    const book =
      bank.day === lastDay(monthOf(facts.to))
        ? balance
        : (placeMoney(await facts.reader.turnovers({ to: bank.day })).get(place.id) ?? ZERO);
    const difference = subtract(bank.balance, book);
    if (difference === 0) continue;
    found.push({
      kind: 'bank.difference',
      subject: `${place.code}@${bank.day}`,
      facts: { place: place.code, day: bank.day, bank: bank.balance, book, difference },
      day: bank.day,
      mend: `phucloi statement list`,
    });
  }
  return found;
}

async function unidentified(facts: Facts): Promise<Found[]> {
  const line = (await facts.funds()).find(({ fund }) => fund.code === UNIDENTIFIED);
  if (line === undefined || line.closing === 0) return [];
  return [
    {
      kind: 'unidentified.open',
      subject: UNIDENTIFIED,
      facts: { balance: line.closing },
      day: (await (await facts.reader.bank()).openReceipts(facts.to))[0]?.bookedOn,
      mend: `phucloi ledger fund ${UNIDENTIFIED} --period ${facts.period}`,
    },
  ];
}
