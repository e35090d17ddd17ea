import type { Day } from '../domain/day.ts';
import { refuse } from '../domain/failure.ts';
import { birthYear, idDoubts, type IdDoubt } from '../domain/identity.ts';
import { masked } from '../domain/mask.ts';
import { tidy } from '../domain/name.ts';
import { stateOn, type State } from '../domain/status.ts';
import { PRIVATE_FIELDS, type Beneficiary, type PrivateField, type Reader } from './port/ports.ts';
import { memberBy, recordBy } from './registers.ts';
import { operate, unitBy, type Session } from './session.ts';

/** A private field as it was set: masked; empty where it was taken away. */
interface SetField {
  readonly field: PrivateField;
  readonly value: string;
}

export interface SetAnswer {
  readonly code: string;
  readonly fields: readonly SetField[];
  /** What is doubtful of a number that was kept as written. */
  readonly doubts: readonly Doubt[];
}

export interface Doubt {
  readonly field: 'id' | 'former' | 'spouse';
  readonly doubt: IdDoubt;
}

export type Privates = Readonly<Partial<Record<PrivateField, string | undefined>>>;

/** Sets private fields of a person; an empty one is taken away. Numbers are kept as they are written. */
export function setMember(session: Session, code: string, given: Privates): Promise<SetAnswer> {
  const fields = PRIVATE_FIELDS.filter((field) => given[field] !== undefined);
  if (fields.length === 0) refuse('usage.missing', { option: '--id' });
  return operate(session, 'member set', async (writer) => {
    const person = await memberBy(writer, code);
    for (const field of fields) await writer.setSecret(person, field, given[field]);
    return {
      code: person.code,
      fields: fields.map((field) => ({ field, value: shown(given[field] ?? '') })),
      doubts: doubtsOf(session, given, person.born),
    };
  });
}

function shown(value: string): string {
  return value === '' ? '' : masked(value);
}

/** What is doubtful of the numbers given; the person's own against the birth year where that is known. */
export function doubtsOf({ today }: Session, given: Privates, born: string | undefined): Doubt[] {
  const own = { birthYear: born === undefined ? undefined : birthYear(born, today) };
  return (['id', 'former', 'spouse'] as const).flatMap((field) => {
    const value = given[field] ?? '';
    const doubts = value === '' ? [] : idDoubts(value, field === 'spouse' ? {} : own);
    return doubts.map((doubt): Doubt => ({ field, doubt }));
  });
}

export interface StatusAnswer {
  readonly code: string;
  readonly is: Exclude<State, 'moved'>;
  readonly on: Day;
}

/** Records what a person is to the union from a day on. What was given before stands. */
export function setStatus(
  session: Session,
  code: string,
  { is, on, document }: { is: Exclude<State, 'moved'>; on: Day; document: string | undefined },
): Promise<StatusAnswer> {
  return operate(session, 'member status', async (writer) => {
    if (on > session.today) refuse('day.future', { day: on, today: session.today });
    const person = await memberBy(writer, code);
    if ((await stateAt(writer, person, on)) === is) refuse('member.state', { code: person.code, is, on });
    await writer.addStatus(person, { state: is, day: on, document });
    return { code: person.code, is, on };
  });
}

async function stateAt(reader: Reader, { id }: Beneficiary, on: Day): Promise<Exclude<State, 'moved'>> {
  const fact = (await (await reader.benefits()).persons([id])).get(id);
  return stateOn(fact?.statuses ?? [], on);
}

export interface MoveAnswer {
  readonly code: string;
  readonly from: string;
  readonly to: string;
  readonly on: Day;
}

/** Records that a person goes to another unit on a day; awards stay with the unit that proposed them. */
export function moveMember(
  session: Session,
  code: string,
  { to, on, document }: { to: string; on: Day; document: string | undefined },
): Promise<MoveAnswer> {
  return operate(session, 'member move', async (writer) => {
    if (on > session.today) refuse('day.future', { day: on, today: session.today });
    const person = await memberBy(writer, code);
    const unit = await unitBy(writer, to, on);
    const from = (await writer.units()).find(({ id }) => id === person.unit)?.code ?? '';
    if (unit.id === person.unit)
      refuse('usage.value', { option: '--to', given: unit.code, expected: `≠ ${unit.code}` });
    await writer.addStatus(person, { state: 'moved', day: on, unit, document });
    return { code: person.code, from, to: unit.code, on };
  });
}

/** Remembers that two people who look like one are two: they are not held against each other again. */
export function distinguish(
  session: Session,
  code: string,
  { other, by, reason }: { other: string; by: string; reason: string },
): Promise<{ code: string; other: string }> {
  return operate(session, 'member distinguish', async (writer) => {
    const [one, two] = [await memberBy(writer, code), await memberBy(writer, other)];
    if (one.id === two.id) refuse('member.same', { code: one.code });
    await writer.addDistinction(one, two, tidy(by), tidy(reason));
    return { code: one.code, other: two.code };
  });
}

export interface MergeAnswer {
  readonly code: string;
  readonly into: string;
  /** Standing and former awards of the record that goes. */
  readonly awards: number;
}

/**
 * Makes two records of one person one: everything either received is the person's, and both codes find the person. Not
 * for two who stand in one round: which of the awards is theirs must be settled first.
 */
export function mergeMembers(session: Session, code: string, into: string): Promise<MergeAnswer> {
  return operate(session, 'member merge', async (writer) => {
    const [from, to] = [await recordBy(writer, code), await recordBy(writer, into)];
    if (from.id === to.id) refuse('member.same', { code: from.code });
    for (const record of [from, to]) {
      if (record.mergedInto === undefined) continue;
      refuse('member.merged', { code: record.code, into: (await memberBy(writer, record.code)).code });
    }
    const persons = await writer.persons();
    const awardsOf = async ({ id }: Beneficiary) =>
      writer.awards({ people: [...(await persons.records([id])).keys()] });
    const [mine, theirs] = [await awardsOf(from), await awardsOf(to)];
    const standing = ({ state }: { readonly state: string }) => state === 'proposed' || state === 'approved';
    const once = (await writer.rounds()).filter(({ kind }) => kind === 'gift' || kind === 'home');
    for (const one of mine.filter(standing)) {
      const other = theirs.filter(standing).find(({ round }) => round === one.round);
      const round = once.find(({ id }) => id === one.round);
      if (other !== undefined && round !== undefined)
        refuse('member.awards', { kind: round.kind, round: round.code, one: one.code, other: other.code });
    }
    await writer.mergePeople(from, to);
    return { code: from.code, into: to.code, awards: mine.length };
  });
}
