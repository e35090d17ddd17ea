import type { ProgrammeKind, Round } from '../domain/award.ts';
import { newYear, yearOf, type Day } from '../domain/day.ts';
import type { Dong } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import { lunarName, tetDay } from '../domain/lunar.ts';
import { tidy } from '../domain/name.ts';
import type { Reader, Writer } from './port/ports.ts';
import { mustBeCode, operate, roundBy, type Session } from './session.ts';

/** What a round may say besides its kind, name and day. */
type RoundPolicy = Pick<Round, 'cutOff' | 'listBy' | 'payBy' | 'signBy' | 'standing'>;

export interface RoundInput extends RoundPolicy {
  readonly twice?: Round['twice'] | undefined;
  readonly code: string;
  readonly kind: ProgrammeKind;
  /** Both are given by the lunar year where `tet` names one. */
  readonly name: string | undefined;
  readonly on: Day | undefined;
  readonly tet?: number | undefined;
  /** What each category of recipient gets where a list names no amount; else the earlier round's. */
  readonly levels: ReadonlyMap<string, Dong>;
  /** The round whose list this one starts from. */
  readonly from?: string | undefined;
}

/** Makes a round: one dated run of a programme. */
export function addRound(session: Session, input: RoundInput): Promise<Round> {
  return operate(session, 'programme add', async (writer) => {
    const code = mustBeCode(input.code);
    if ((await writer.rounds()).some((round) => round.code === code))
      refuse('code.taken', { noun: 'round', code });
    const previous = input.from === undefined ? undefined : await roundOf(writer, input.kind, input.from);
    const { tet, kind, cutOff, listBy, payBy, signBy, standing } = input;
    const phrases = session.phrases(writer.entity.language);
    const name =
      input.name ?? (tet === undefined ? undefined : phrases.tetRound({ year: tet, name: lunarName(tet) }));
    const day = input.on ?? (tet === undefined ? undefined : tetDay(tet));
    if (name === undefined) return refuse('usage.missing', { option: '--name' });
    if (day === undefined) return refuse('usage.missing', { option: '--on' });
    return writer.addRound(
      inOrder({
        code,
        kind,
        name: tidy(name),
        day,
        levels: input.levels.size === 0 && previous !== undefined ? previous.levels : input.levels,
        tet,
        cutOff,
        listBy,
        payBy,
        signBy,
        standing,
        twice: input.twice ?? 'refuse',
        previous: previous?.id,
      }),
    );
  });
}

/** Refuses a round whose money would be due before its lists, or its signatures before its money. */
export function inOrder<R extends Omit<Round, 'id'>>(round: R): R {
  const days = [
    { option: '--list-by', day: round.listBy },
    { option: '--pay-by', day: round.payBy },
    { option: '--sign-by', day: round.signBy },
  ].filter(({ day }) => day !== undefined);
  for (const [at, { option, day }] of days.entries()) {
    const before = days[at - 1]?.day;
    if (before !== undefined && day !== undefined && day < before)
      refuse('usage.value', { option, given: day, expected: `≥ ${before}` });
  }
  return round;
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
