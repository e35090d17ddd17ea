import { REVEALED } from '../domain/mask.ts';
import type { PersonReport } from '../report/person.ts';
import { shownAward, type ShownAward } from './benefit-show.ts';
import { accessLog } from './disclosures.ts';
import { personReport } from './member-show.ts';
import { PRIVATE_FIELDS, type Reader } from './port/ports.ts';
import type { DisclosureView, GivenView } from './port/privacy.ts';
import { memberBy } from './registers.ts';
import { operate, type Session } from './session.ts';

/** Everything that the book holds on one person, whole: it is theirs to know. Of relatives only that they are theirs. */
export interface PersonData extends Omit<PersonReport, 'awards' | 'private'> {
  /** Private fields of each of their records, by its code. */
  readonly private: readonly { readonly record: string; readonly field: string; readonly value: string }[];
  readonly awards: readonly ShownAward[];
  readonly relatives: readonly { readonly code: string; readonly name: string }[];
  readonly given: readonly GivenView[];
  /** What of them left the book or was shown whole. */
  readonly accesses: readonly DisclosureView[];
}

/** Records that a person's data leaves the book, then reads it: what is given tells of its own making. */
export async function exportMember(session: Session, code: string, purpose: string): Promise<PersonData> {
  await operate(session, 'member export', async (writer) => {
    const person = await memberBy(writer, code);
    const scope = `member export ${person.code}`;
    await writer.addDisclosure({ kind: 'export', scope, by: session.actor(), purpose });
  });
  return session.book.read((reader) => dataOf(reader, code, session));
}

async function dataOf(reader: Reader, code: string, { today }: Session): Promise<PersonData> {
  const whole = { today, mask: REVEALED };
  const report = await personReport(reader, code, whole);
  const person = await memberBy(reader, code);
  const records = [...(await (await reader.persons()).records([person.id])).keys()];
  const [benefits, privacy] = [await reader.benefits(), await reader.privacy()];
  const people = await reader.people();
  const codeOf = (id: number) => people.find((each) => each.id === id)?.code ?? report.code;
  const kept: PersonData['private'][number][] = [];
  for (const field of PRIVATE_FIELDS)
    for (const [owner, value] of await benefits.secrets(records, field))
      kept.push({ record: codeOf(owner), field, value });
  const awards: ShownAward[] = [];
  for (const { kind, award } of report.awards) awards.push(await shownAward(reader, kind, award, whole));
  const relatives: PersonData['relatives'][number][] = [];
  for (const id of await privacy.relatives(records))
    for (const { code: own, name } of await reader.beneficiaries({ id })) relatives.push({ code: own, name });
  return {
    ...report,
    private: kept,
    awards,
    relatives,
    given: await privacy.given(records),
    accesses: await accessLog(reader, { kind: undefined, range: undefined, member: code }),
  };
}
