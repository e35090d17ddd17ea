import { LAST_DAY, type Day } from '../domain/day.ts';
import type { DisclosureView } from './port/privacy.ts';
import type { Reader } from './port/ports.ts';
import { memberBy } from './registers.ts';
import { operate, type Session } from './session.ts';

/** Records that private values are shown whole: `scope` is by which command, of which records, how many. */
export function recordReveal(
  session: Session,
  { scope, purpose }: { scope: string; purpose: string },
): Promise<void> {
  return operate(session, 'reveal', (writer) =>
    writer.addDisclosure({ kind: 'reveal', scope, by: session.actor(), purpose }),
  );
}

export const DISCLOSURE_KINDS = ['export', 'list', 'reveal'] as const;

export interface AccessFilter {
  readonly kind: (typeof DISCLOSURE_KINDS)[number] | undefined;
  readonly range: { readonly from: Day; readonly to: Day } | undefined;
  readonly member: string | undefined;
}

/**
 * What left the book or was shown whole, the oldest first. Of one person: what names a record of theirs, and besides
 * every export and list, which may hold anybody.
 */
export async function accessLog(
  reader: Reader,
  { kind, range, member }: AccessFilter,
): Promise<readonly DisclosureView[]> {
  const all = await (await reader.privacy()).disclosures(range ?? { from: '' as Day, to: LAST_DAY });
  const codes = member === undefined ? undefined : await codesOf(reader, member);
  return all.filter(
    (row) =>
      (kind === undefined || row.kind === kind) &&
      (codes === undefined || concerns(row, codes) || !(row.kind === 'reveal' || isOfOne(row))),
  );
}

function concerns({ scope }: DisclosureView, codes: ReadonlySet<string>): boolean {
  return scope.split(' ').some((word) => codes.has(word));
}

/** What one person was given of themselves tells nobody else. */
function isOfOne({ scope }: DisclosureView): boolean {
  return scope.startsWith('member export ');
}

/** Every code that finds a person or one of their awards. */
async function codesOf(reader: Reader, member: string): Promise<ReadonlySet<string>> {
  const person = await memberBy(reader, member);
  const persons = await reader.persons();
  const records = [...(await persons.records([person.id])).keys()];
  const { merged } = await persons.page(person.id);
  const awards = await reader.awards({ people: records });
  return new Set([person.code, ...merged, ...awards.map(({ code }) => code)]);
}
