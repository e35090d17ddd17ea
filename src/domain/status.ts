import type { Day } from './day.ts';

/** What a person is to the union from a day on; `moved` goes to another unit and stays what they were. */
const STATES = ['active', 'paused', 'retired', 'left', 'died', 'moved'] as const;
export type State = (typeof STATES)[number];

/** States of people who are no members any more. */
export const GONE: ReadonlySet<string> = new Set<State>(['retired', 'left', 'died']);

/** One dated change; `unit` (its key) only where the person moved. */
export interface Status {
  readonly state: State;
  readonly day: Day;
  readonly unit?: number | undefined;
  readonly document?: string | undefined;
}

/** What a person is on a day, by changes in the order of their days; active where nothing is recorded. */
export function stateOn(changes: readonly Status[], day: Day): Exclude<State, 'moved'> {
  let state: Exclude<State, 'moved'> = 'active';
  for (const change of changes) if (change.day <= day && change.state !== 'moved') state = change.state;
  return state;
}
