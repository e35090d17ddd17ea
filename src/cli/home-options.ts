import { refuse } from '../domain/failure.ts';
import type { ProgrammeKind } from '../domain/award.ts';
import { PAPERS } from '../domain/paper.ts';
import { readTyped } from '../intake/amount.ts';
import { readPaperKind } from '../intake/paper-kind.ts';
import type { HouseInput, Instalment } from '../usecase/home-parts.ts';
import { amount } from './amount-options.ts';
import { many, secret, text, type Values } from './options.ts';

/** What only the case of a house has. */
export const HOUSE = {
  cost: amount(),
  area: text('AREA'),
  spouseId: secret('spouse', 'ID'),
  instalment: many('AMOUNT[@KIND]', instalment),
};

/** `20.000.000@roof`: an amount, and the paper or milestone that must be there before it is paid. */
function instalment(typed: string): Instalment | undefined {
  const [figure = '', paper, ...more] = typed.split('@');
  const value = readTyped(figure);
  const needs = paper === undefined ? undefined : readPaperKind(paper, PAPERS);
  if (value === undefined || more.length > 0 || (paper !== undefined && needs === undefined))
    return undefined;
  return { amount: value, needs };
}

export function houseOf(kind: ProgrammeKind, options: Values<typeof HOUSE>): HouseInput {
  const { cost, area = '', spouseId: spouse, instalment: instalments } = options;
  if (kind !== 'home')
    for (const [option, given] of [
      ['--cost', cost !== undefined],
      ['--spouse-id', spouse !== undefined],
      ['--instalment', instalments.length > 0],
    ] as const)
      if (given) {
        const command: string = `${kind} open`;
        refuse('usage.option', { problem: 'unknown', subject: option, command, form: command, near: [] });
      }
  // The number itself is shown to nobody.
  if (spouse !== undefined && !/^(\d{9}|\d{12})$/.test(spouse))
    refuse('usage.value', { option: '--spouse-id', given: '…', expected: '012345678901' });
  return { cost, area, spouse, instalments };
}
