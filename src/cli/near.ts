import type { Command } from './command.ts';

/** How a command is written: its name and what stands behind it without an option. */
export function formOf({ name, args }: Pick<Command, 'name' | 'args'>): string {
  const words = args.map((each) => (each.endsWith('?') ? `[${each.slice(0, -1)}]` : each).toUpperCase());
  return [name, ...words].join(' ');
}

/** How many letters must be put in, left out or changed to make one word the other. */
export function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row.push(Math.min((row[j - 1] ?? 0) + 1, (above[j] ?? 0) + 1, (above[j - 1] ?? 0) + same));
    }
    above = row;
  }
  return above.at(-1) ?? 0;
}
