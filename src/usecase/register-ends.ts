import type { Day } from '../domain/day.ts';
import { refuse } from '../domain/failure.ts';
import type { Noun } from '../domain/failure-facts.ts';
import { fold } from '../domain/name.ts';
import type { Officer, OfficerRole, Reader, Writer } from './port/ports.ts';
import { memberBy } from './registers.ts';
import { operate, unitBy, type Session } from './session.ts';

/** Records that a member left the union on a day: retired, moved away, or died. What was given stands. */
export function leaveUnion(session: Session, code: string, on: Day): Promise<{ code: string; on: Day }> {
  return operate(session, 'member leave', async (writer) => {
    const person = await memberBy(writer, code);
    await mustStillBe(writer, session, 'member', person, on);
    await writer.addStatus(person, { state: 'left', day: on });
    return { code: person.code, on };
  });
}

export interface CloseInput {
  readonly code: string;
  readonly on: Day;
  readonly successor: string | undefined;
}

/** Closes a unit after a day; `members` counts who still stands in it. */
export function closeUnit(
  session: Session,
  input: CloseInput,
): Promise<{ code: string; on: Day; successor?: string; members: number }> {
  return operate(session, 'unit close', async (writer) => {
    const unit = await unitBy(writer, input.code);
    await mustStillBe(writer, session, 'unit', unit, input.on);
    const successor = input.successor === undefined ? undefined : await unitBy(writer, input.successor);
    if (successor !== undefined) {
      const closed = await (await writer.handover()).ended('unit', successor.id);
      if (closed !== undefined) refuse('register.ended', { noun: 'unit', code: successor.code, on: closed });
      if (successor.id === unit.id) {
        refuse('usage.value', { option: '--successor', given: successor.code, expected: `≠ ${unit.code}` });
      }
    }
    await writer.closeUnit(unit, input.on, successor);
    const members = (await writer.beneficiaries({ unit: unit.id })).length;
    const after = successor === undefined ? {} : { successor: successor.code };
    return { code: unit.code, on: input.on, ...after, members };
  });
}

/** Ends what somebody does in an office: `on` is the last day. */
export function endOfficer(
  session: Session,
  input: { role: OfficerRole; name: string; on: Day },
): Promise<{ role: OfficerRole; on: Day }> {
  return operate(session, 'officer end', async (writer) => {
    const { role, on } = input;
    const officer = (await writer.officers(on)).findLast(
      (each) => each.role === role && fold(each.name) === fold(input.name) && each.to === undefined,
    );
    if (officer === undefined) return refuse('officer.none', { role, day: on });
    await writer.endOfficer(role, officer.name, on);
    return { role, on };
  });
}

/** Who holds an office on a day, the later one of two. */
export async function officerOn(reader: Reader, role: OfficerRole, day: Day): Promise<Officer> {
  const officer = (await reader.officers(day)).findLast((each) => each.role === role);
  return officer ?? refuse('officer.none', { role, day });
}

async function mustStillBe(
  writer: Writer,
  { today }: Session,
  noun: Noun & ('member' | 'unit'),
  { id, code }: { readonly id: number; readonly code: string },
  on: Day,
): Promise<void> {
  if (on > today) refuse('day.future', { day: on, today });
  const ended = await (await writer.handover()).ended(noun === 'unit' ? 'unit' : 'beneficiary', id);
  if (ended !== undefined) refuse('register.ended', { noun, code, on: ended });
}
