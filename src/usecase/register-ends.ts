import type { Day } from '../domain/day.ts';
import { refuse } from '../domain/failure.ts';
import { fold } from '../domain/name.ts';
import type { Officer, OfficerRole, Reader, Writer } from './port/ports.ts';
import { memberBy } from './registers.ts';
import { operate, type Session } from './session.ts';

/** Records that a member left the union on a day: retired, moved away, or died. What was given stands. */
export function leaveUnion(session: Session, code: string, on: Day): Promise<{ code: string; on: Day }> {
  return operate(session, 'member leave', async (writer) => {
    const person = await memberBy(writer, code);
    await mustStillBe(writer, session, person, on);
    await writer.addStatus(person, { state: 'left', day: on });
    return { code: person.code, on };
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
  { id, code }: { readonly id: number; readonly code: string },
  on: Day,
): Promise<void> {
  if (on > today) refuse('day.future', { day: on, today });
  const ended = await (await writer.handover()).leftOn(id);
  if (ended !== undefined) refuse('register.ended', { noun: 'member', code, on: ended });
}
