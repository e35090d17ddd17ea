import { existsSync } from 'node:fs';
import { refuse } from '../domain/failure.ts';
import { clearDrafts } from '../files/draft.ts';
import { mustBeWritable, stageWhole } from '../files/write.ts';
import type { Transfer } from '../usecase/benefit-pay.ts';
import type { Desk } from './command.ts';
import { resolved } from './given.ts';

/** Writes a bank's list of transfers as its name says, readable by its owner only; it never falls on another file. */
export function stagedTransfers(desk: Desk, wanted: string): Transfer['stage'] {
  if (!/\.(xlsx|csv)$/i.test(wanted))
    refuse('usage.value', {
      option: '--export-bank',
      given: wanted,
      expected: 'chuyen-khoan.xlsx · chuyen-khoan.csv',
    });
  const path = resolved(desk, wanted);
  // It holds account numbers: what a killed run left does not lie about.
  clearDrafts(path);
  if (existsSync(path)) refuse('file.exists', { path: wanted });
  mustBeWritable(path);
  return async (sheet) => {
    const { transferCsv, transferBytes } = await import('../render/xlsx/transfer.ts');
    return stageWhole(path, /\.csv$/i.test(path) ? transferCsv(sheet) : await transferBytes(sheet));
  };
}
