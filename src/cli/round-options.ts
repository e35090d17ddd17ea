import type { Round } from '../domain/award.ts';
import type { Shape } from './command.ts';
import { choice, day, reader, one, text } from './options.ts';
import { readDay, type Day } from '../domain/day.ts';

/** A day, or none to take it away. */
const dayOrNone = one<{ value: Day | undefined }>(
  'DAY|none',
  reader((typed) => {
    const value = typed === 'none' ? undefined : readDay(typed);
    return value === undefined && typed !== 'none' ? undefined : { value };
  }, '24/09/2024 · none'),
);

/** What a round may say besides its name and day: as it is made, and as it is changed. */
export const POLICY = {
  cutOff: day(),
  listBy: day(),
  payBy: day(),
  signBy: day(),
  standing: text('CLAUSE'),
  twice: choice('refuse', 'part'),
};
export const POLICY_CHANGES = {
  cutOff: dayOrNone,
  listBy: dayOrNone,
  payBy: dayOrNone,
  signBy: dayOrNone,
  standing: text('CLAUSE|none'),
  twice: choice('refuse', 'part'),
};

/** The shape of a round in an answer. */
export const ROUND = {
  code: 'text',
  kind: 'text',
  name: 'text',
  day: 'day',
  levels: [{ category: 'text', amount: 'integer' }],
  'tet?': 'integer',
  'cutOff?': 'day',
  'listBy?': 'day',
  'payBy?': 'day',
  'signBy?': 'day',
  'standing?': 'text',
  twice: 'text',
  'previous?': 'text',
} as const satisfies Readonly<Record<string, Shape>>;

/** A round as commands answer it; what it does not say is left out. */
export function roundData(round: Round, rounds: readonly Round[]) {
  const { code, kind, name, day: on, levels, tet, cutOff, listBy, payBy, signBy, standing, twice } = round;
  const previous = rounds.find(({ id }) => id === round.previous)?.code;
  return {
    code,
    kind,
    name,
    day: on,
    levels: [...levels].map(([category, amount]) => ({ category, amount })),
    ...(tet === undefined ? {} : { tet }),
    ...(cutOff === undefined ? {} : { cutOff }),
    ...(listBy === undefined ? {} : { listBy }),
    ...(payBy === undefined ? {} : { payBy }),
    ...(signBy === undefined ? {} : { signBy }),
    ...(standing === undefined ? {} : { standing }),
    twice,
    ...(previous === undefined ? {} : { previous }),
  };
}
