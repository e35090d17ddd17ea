import { IN_ROLES, isMoney, OUT_ROLES, type Account, type Role } from '../domain/account.ts';
import type { Day } from '../domain/day.ts';
import { negate, type Dong } from '../domain/dong.ts';
import type { Fund, Place } from '../domain/fund.ts';

/** What an account of a fund holds: debit above zero. */
export interface Held {
  readonly fund: number;
  readonly role: Role;
  readonly place: number;
  readonly amount: Dong;
}

interface JournalPosting {
  readonly line: number;
  readonly fund: number;
  readonly role: Role;
  readonly place: number | undefined;
  readonly side: 'debit' | 'credit';
  readonly amount: Dong;
  readonly item: string;
  readonly unit: string;
}

/** Debit above zero. */
export function signed({ side, amount }: Pick<JournalPosting, 'side' | 'amount'>): Dong {
  return side === 'debit' ? amount : negate(amount);
}

interface JournalEntry {
  readonly id: number;
  readonly kind: string;
  readonly day: Day;
  readonly voucher: string;
  readonly document: string;
  readonly party: string;
  readonly content: string;
  readonly postings: readonly JournalPosting[];
}

/** The entries of some days for another program, with what the book says before them and at the end of each month. */
export interface Journal {
  readonly title: string;
  readonly scope: string;
  readonly from: Day;
  readonly to: Day;
  readonly funds: readonly Fund[];
  readonly places: readonly Place[];
  readonly accounts: readonly Account[];
  /** What every account held at the end of the day before `from`. */
  readonly before: { readonly day: Day; readonly held: readonly Held[] };
  /** What money lay in each place at the end of each month and on the last day. */
  readonly closings: readonly { readonly day: Day; readonly held: readonly Held[] }[];
  /** Every account that something was ever posted to. */
  readonly used: readonly Held[];
  /** Whether people's names and words go along. */
  readonly names: boolean;
  readonly entries: Iterable<JournalEntry>;
}

export type { JournalEntry };

/** An account as a path of plain words: `assets`, the fund, the place or the reason. A held fund's reasons are a debt. */
export type Path = readonly [root: Root, fund: string, leaf: string];
type Root = 'assets' | 'liabilities' | 'equity' | 'income' | 'expenses';

const words = (role: string) => role.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Gives each account of each fund its path; a place whose code is a reason's word says that it is a place. */
export function pathsOf(journal: Pick<Journal, 'funds' | 'places'>) {
  const funds = new Map(journal.funds.map((fund) => [fund.id, fund]));
  const places = new Map(
    journal.places.map(({ id, code }) => [
      id,
      ['transit', 'advance', 'lent'].includes(code.toLowerCase()) ? `place-${code}` : code,
    ]),
  );
  return (at: { fund: number; role: Role; place?: number | undefined }): Path => {
    const fund = funds.get(at.fund);
    const place = isMoney(at.role) ? (places.get(at.place ?? 0) ?? at.role) : words(at.role);
    return [rootOf(at.role, fund?.kind === 'held'), fund?.code ?? String(at.fund), place];
  };
}

function rootOf(role: Role, held: boolean): Root {
  if (role === 'borrowed') return 'liabilities';
  const flows: readonly Role[] = [...IN_ROLES, ...OUT_ROLES, 'opening'];
  if (!flows.includes(role)) return 'assets';
  if (held) return 'liabilities';
  if (role === 'opening') return 'equity';
  const coming: readonly Role[] = IN_ROLES;
  return coming.includes(role) ? 'income' : 'expenses';
}
