import type { Command } from './command.ts';

/** How a command is written: its name and what stands behind it without an option. */
export function formOf({ name, args }: Pick<Command, 'name' | 'args'>): string {
  const words = args.map((each) =>
    (each.endsWith('?') ? `[${each.slice(0, -1)}]` : each.replace(/\.{3}$/, '…')).toUpperCase(),
  );
  return [name, ...words].join(' ');
}
