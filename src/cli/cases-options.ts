import { code, words } from './options.ts';

/** Which awards of one round a command means: all, those of a unit and what is under it, some by code, none of `except`. */
export const CASES = {
  round: code('ROUND'),
  case: words('CASE'),
  unit: code('UNIT'),
  except: words('CODE'),
};
