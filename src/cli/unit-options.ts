import { isCode } from '../domain/fund.ts';
import type { LeftOpen } from '../usecase/left-open.ts';
import type { UnitWords } from '../usecase/reorganise.ts';
import type { Warning } from './command.ts';

/** Reads `BVM` or `BVM=CĐCS Bệnh viện mới`: a unit, or one that is to be made. */
export function unitWords(typed: string): UnitWords | undefined {
  const at = typed.indexOf('=');
  const code = (at < 0 ? typed : typed.slice(0, at)).trim();
  const name =
    at < 0
      ? undefined
      : typed
          .slice(at + 1)
          .normalize('NFC')
          .trim();
  return !isCode(code) || name === '' ? undefined : { code, name };
}

/** Where it helps to see what units leave undone. */
export const LEFT_OPEN = [{ unit: 'text', what: 'text', codes: ['text'], more: 'integer' }] as const;

export function leftOpenWarnings(open: readonly LeftOpen[], into: string): readonly Warning[] {
  return open.map((each) => ({ code: 'unit.open', facts: { ...each, into } }));
}
