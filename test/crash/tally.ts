import { wordsOf } from '../support/words.ts';
import type { Verdict } from './judge.ts';
import type { Ended } from './kill.ts';

const COLUMNS = ['runs', 'not done', 'done', 'printed', 'ended', 'drafts'] as const;

/** What is counted of one command. */
export class Tally {
  readonly values: Record<(typeof COLUMNS)[number], number> = {
    runs: 0,
    'not done': 0,
    done: 0,
    printed: 0,
    ended: 0,
    drafts: 0,
  };

  count({ state, printed, drafts }: Verdict, { exit, signal }: Ended): void {
    this.values.runs += 1;
    this.values[state === 'after' ? 'done' : 'not done'] += 1;
    if (printed) this.values.printed += 1;
    if (signal === null && exit !== 137) this.values.ended += 1;
    if (drafts > 0) this.values.drafts += 1;
  }
}

export function addTo(tallies: Map<string, Tally>, line: string): Tally {
  const [noun = '', verb = ''] = wordsOf(line);
  const name = /^[a-z-]+$/.test(verb) && !verb.startsWith('-') ? `${noun} ${verb}` : noun;
  const tally = tallies.get(name) ?? new Tally();
  tallies.set(name, tally);
  return tally;
}

/** A table of the counts, a line each command. */
export function tableOf(tallies: ReadonlyMap<string, Tally>): string {
  const rows = [...tallies].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const line = (name: string, values: readonly (number | string)[]) =>
    `${name.padEnd(24)}${values.map((value) => String(value).padStart(9)).join('')}\n`;
  const counts = rows.map(([, { values }]) => COLUMNS.map((column) => values[column]));
  const sums = COLUMNS.map((_, at) => counts.reduce((sum, each) => sum + (each[at] ?? 0), 0));
  return [
    line('command', COLUMNS),
    ...rows.map(([name], at) => line(name, counts[at] ?? [])),
    line('all', sums),
  ].join('');
}
