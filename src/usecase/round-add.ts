import type { ProgrammeKind, Round } from '../domain/award.ts';
import { newYear, yearOf, type Day } from '../domain/day.ts';
import type { Dong } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import { tidy } from '../domain/name.ts';
import type { Reader, Writer } from './port/ports.ts';
import { mustBeCode, operate, roundBy, type Session } from './session.ts';

export interface RoundInput {
  readonly code: string;
  readonly kind: ProgrammeKind;
  readonly name: string;
  readonly on: Day;
  /** What each category of recipient gets where a list names no amount. */
  readonly levels: ReadonlyMap<string, Dong>;
  readonly twice?: Round['twice'] | undefined;
}

/** Makes a round: one dated run of a programme. */
export function addRound(session: Session, input: RoundInput): Promise<Round> {
  return operate(session, 'programme add', async (writer) => {
    const code = mustBeCode(input.code);
    if ((await writer.rounds()).some((round) => round.code === code))
      refuse('code.taken', { noun: 'round', code });
    return writer.addRound({
      code,
      kind: input.kind,
      name: tidy(input.name),
      day: input.on,
      levels: input.levels,
      twice: input.twice ?? 'refuse',
    });
  });
}

/** The round that a benefit command names, of its own kind. */
export async function roundOf(reader: Reader, kind: ProgrammeKind, code: string): Promise<Round> {
  const round = await roundBy(reader, code);
  return round.kind === kind ? round : refuse('round.kind', { round: round.code, kind: round.kind });
}

/** The round named, else the year's own (`hardship-2024`), made where it is not there yet. */
export async function roundFor(
  session: Session,
  writer: Writer,
  kind: ProgrammeKind,
  code: string | undefined,
  day: Day,
): Promise<Round> {
  if (code !== undefined) return roundOf(writer, kind, code);
  if (kind === 'gift') return refuse('usage.missing', { option: '--round' });
  const year = yearOf(day);
  const own = `${kind}-${year}`;
  const known = (await writer.rounds(kind)).find((round) => round.code === own);
  if (known !== undefined) return known;
  const name = session.phrases(writer.entity.language).yearRound({ kind, year });
  return writer.addRound({ code: own, kind, name, day: newYear(day), levels: new Map(), twice: 'refuse' });
}
