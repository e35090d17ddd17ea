import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = import.meta.dirname;

/** The day on which every frozen book is asked. */
export const TODAY = '2024-08-05';

/** What a frozen book is asked: answers as data, and a few as a person reads them. Figures; no names, no advice of the day. */
export function questions(): { readonly data: readonly string[]; readonly text: readonly string[] } {
  const lines = (name: string) => readFileSync(join(FOLDER, name), 'utf8').trimEnd().split('\n');
  return { data: lines('questions.txt'), text: lines('texts.txt') };
}

export interface FrozenAnswer {
  readonly line: string;
  readonly exit: number;
  readonly data: unknown;
}

/** An answer's facts: its sentences may be said better by a later version. */
export function facts(stdout: string): unknown {
  return JSON.parse(stdout, (key, value: unknown) =>
    key === 'message' || key === 'mend' || key === 'warnings' ? undefined : value,
  );
}
