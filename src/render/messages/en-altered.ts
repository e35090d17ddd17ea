import type { FailureFacts } from '../../domain/failure-facts.ts';
import { day } from './en-terms.ts';

type Altered = FailureFacts['book.altered'];

/** What a book is made of besides its rows. */
const SHAPES: Readonly<Record<string, string>> = {
  trigger: 'guard (trigger)',
  index: 'index',
  table: 'table',
  view: 'table',
};

/** What was found otherwise than the program wrote or made it. */
export function alteredRow({ kind, name, operation }: Altered): string {
  const shape = SHAPES[kind];
  if (shape !== undefined)
    return name === ''
      ? `a foreign ${shape}`
      : `${shape === 'index' ? 'an' : 'a'} ${shape} of the table ${name}`;
  if (kind === 'balance_day') return `the balance kept for ${day(name)}`;
  return `${kind}${name === '' ? '' : ` ${name}`}${operation === 0 ? '' : ` (operation ${operation})`}`;
}

const KEEP = 'Keep this file as evidence and use a backup that still holds: phucloi verify --book COPY';

/** The refusal of a book that is not what the program wrote. */
export function altered(facts: Altered): [string, string, string] {
  const told = `The book was altered outside the program: ${alteredRow(facts)}`;
  if (facts.kind in SHAPES)
    return [
      `${told} is not as the program makes it.`,
      'Tables, indexes and guards must be as they were when the book was made, none more and none less.',
      KEEP,
    ];
  if (facts.kind === 'balance_day')
    return [`${told} does not match the entries.`, 'A day’s balance must be the sum of its entries.', KEEP];
  return [`${told} does not match the chain.`, 'Every row must be as it was written.', KEEP];
}
