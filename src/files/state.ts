import { posix, win32 } from 'node:path';

/** Where the program keeps what happened to it, by the rules of the person's system; undefined where they have no home. */
export function stateFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const rules = platform === 'win32' ? win32 : posix;
  const given = env['XDG_STATE_HOME'] ?? '';
  if (rules.isAbsolute(given)) return rules.join(given, 'phucloi');
  const local = platform === 'win32' ? (env['LOCALAPPDATA'] ?? '') : '';
  if (local !== '') return rules.join(local, 'phucloi');
  const home = env['HOME'] ?? '';
  return home === '' ? undefined : rules.join(home, '.local', 'state', 'phucloi');
}
