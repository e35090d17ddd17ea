import type { Day } from '../domain/day.ts';
import { Settings } from './check/settings.ts';
import { WHY, type ErasedAnswer, type Naming, type Staying } from './port/erased.ts';
import type { Trace } from './port/privacy.ts';
import { PRIVATE_FIELDS, type Reader } from './port/ports.ts';
import { memberBy } from './registers.ts';
import { operate, type Session } from './session.ts';

/** What must be kept for a number of years after its own. */
const DATED: ReadonlySet<Staying> = new Set<Staying>(['voucher', 'bank']);

/**
 * Takes out of the book what names a person; vouchers, amounts and the code stay, and the chain holds. What must stay is
 * told with the reason: a voucher as long as vouchers are kept, an office that was held, the name of a file.
 */
export function eraseMember(session: Session, code: string): Promise<ErasedAnswer> {
  return operate(session, 'member erase', async (writer) => {
    const person = await memberBy(writer, code);
    const persons = await writer.persons();
    const records = [...(await persons.records([person.id])).keys()];
    const privates = await persons.privates(person.id);
    const unread = Object.keys(privates).length > 0 && (await isShut(writer));
    const { merged } = await persons.page(person.id);
    const names = new Set([person.name]);
    for (const one of merged)
      for (const { name } of await writer.beneficiaries({ code: one })) names.add(name);
    const people = await writer.people();
    const relatives = await relativesOf(writer, records);
    // A record that was merged into the person's names them too.
    for (const id of records) await writer.eraseBeneficiary({ ...person, id }, `#${person.code}`);
    const numbers = unread ? [] : PRIVATE_FIELDS.flatMap((field) => privates[field] ?? []);
    const { erased, traces } = await writer.eraseTraces(records, { names: [...names], numbers });
    const kept = new Settings(await (await writer.check()).settings()).number('retention.vouchers') ?? 0;
    return {
      code: person.code,
      remains: traces.map((trace) => remaining(trace, kept)),
      officials: erased.officials,
      unread,
      relatives: people.filter(({ id }) => relatives.has(id)).map((each) => each.code),
    };
  });
}

async function relativesOf(reader: Reader, records: readonly number[]): Promise<ReadonlySet<number>> {
  return new Set(await (await reader.privacy()).relatives(records));
}

/** Whether private values are encrypted under a key that nobody can have. */
async function isShut(reader: Reader): Promise<boolean> {
  return (await (await reader.benefits()).privateState()) === 'damaged';
}

function remaining({ table, rows, year, sure }: Trace, kept: number): ErasedAnswer['remains'][number] {
  const where = isNaming(table) ? table : 'other';
  const why: Staying = sure ? WHY[where] : 'same';
  const until = DATED.has(why) && year !== '' ? { until: `${Number(year) + kept}-12-31` as Day } : {};
  return { where, rows, why, ...until };
}

function isNaming(table: string): table is Naming {
  return table in WHY;
}
