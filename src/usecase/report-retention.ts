import { awardStage } from '../domain/award.ts';
import { lastDay, yearsAfter, type Day, type Month } from '../domain/day.ts';
import { GONE } from '../domain/status.ts';
import { Settings } from './check/settings.ts';
import type { Reader } from './port/ports.ts';
import type { PurposeView } from './port/privacy.ts';

/** Somebody the union has no more to do with, and how long what is kept of them may stay. */
interface KeptPerson extends Omit<PurposeView, 'person' | 'tied'> {
  /** The last day it may be kept; undefined while an award of theirs is not signed for. */
  readonly until?: Day;
  readonly due: boolean;
}

/** A year's papers, and the last day they must be kept. */
interface KeptYear {
  readonly year: number;
  readonly vouchers: number;
  readonly statements: number;
  readonly until: Day;
  readonly due: boolean;
}

export interface RetentionAnswer {
  readonly asOf: Day;
  /** For how many years each is kept. */
  readonly keeps: { readonly people: number; readonly vouchers: number };
  readonly people: readonly KeptPerson[];
  readonly years: readonly KeptYear[];
}

/**
 * How long what the book holds may be kept (Law 91/2025, article 14; years by `retention.people` from the last purpose
 * and `retention.vouchers` from the end of the year, both unverified settings). Who is still a member, or a relative of
 * one, is not in it: their purpose goes on.
 */
export async function retention(reader: Reader, asOf: Day): Promise<RetentionAnswer> {
  const privacy = await reader.privacy();
  const settings = new Settings(await (await reader.check()).settings());
  const keeps = {
    people: settings.number('retention.people') ?? 0,
    vouchers: settings.number('retention.vouchers') ?? 0,
  };
  const all = await privacy.purposes(asOf);
  const gone = all.filter(({ kind, state, tied }) => kind === 'worker' || GONE.has(state) || !tied);
  const busy = await unfinished(
    reader,
    gone.map(({ person }) => person),
  );
  const people = gone.map(({ person, tied: _, ...row }): KeptPerson => {
    if (busy.has(person)) return { ...row, due: false };
    const until = yearsAfter(row.last, keeps.people);
    return { ...row, until, due: until < asOf };
  });
  const papers = (await privacy.papers(asOf)).map((row): KeptYear => {
    const until = lastDay(`${row.year + keeps.vouchers}-12` as Month);
    return { ...row, until, due: until < asOf };
  });
  const late = (day: Day | undefined) => day ?? '~';
  return {
    asOf,
    keeps,
    people: people.toSorted((a, b) => (late(a.until) < late(b.until) ? -1 : 1)),
    years: papers,
  };
}

/** Who of these has an award that is asked for, decided or paid and not yet signed for. */
async function unfinished(reader: Reader, people: readonly number[]): Promise<ReadonlySet<number>> {
  if (people.length === 0) return new Set();
  const records = await (await reader.persons()).records(people);
  const awards = await reader.awards({ people: [...records.keys()] });
  const open = awards.filter((award) => !['signed', 'rejected', 'cancelled'].includes(awardStage(award)));
  return new Set(open.map(({ beneficiary }) => records.get(beneficiary.id) ?? beneficiary.id));
}
