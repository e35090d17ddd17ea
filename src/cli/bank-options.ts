import { one, reader } from './options.ts';

/** Numbers of statement lines, entries or matches: `3,4,5`. */
export const numbers = (value = 'N[,N]') => one<readonly number[]>(value, reader(readNumbers, '3 · 3,4,5'));

export function readNumbers(typed: string): readonly number[] | undefined {
  const parts = typed.split(',').map((part) => part.trim());
  if (!parts.every((part) => /^\d{1,12}$/.test(part))) return undefined;
  return [...new Set(parts.map(Number))];
}
