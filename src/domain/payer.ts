import type { Part } from './award.ts';
import { fold } from './name.ts';

/** Who gives a part: a fund by key, somebody outside by name, or nobody named yet. */
function payerOf({ payer, outside }: Part): string {
  if (payer !== undefined) return `${payer}`;
  return outside === undefined ? '' : `~${fold(outside)}`;
}

/**
 * Who has awarded whom already in a round: in one that takes a name from two payers, the second payer's is an award of
 * its own. A part without a payer may be anybody's, so it is nobody else's.
 */
export class Payers {
  readonly #known = new Map<number, Set<string>>();

  add(person: number, parts: readonly Part[]): void {
    const payers = this.#known.get(person) ?? new Set();
    for (const part of parts) payers.add(payerOf(part));
    this.#known.set(person, payers);
  }

  has(person: number): boolean {
    return this.#known.has(person);
  }

  /** Whether every part comes from somebody who has given this person nothing yet. */
  areOthers(person: number, parts: readonly Part[]): boolean {
    const known = this.#known.get(person);
    if (known === undefined) return true;
    return !known.has('') && parts.every((part) => payerOf(part) !== '' && !known.has(payerOf(part)));
  }
}
