import { posix, win32 } from 'node:path';

/** Where the program keeps what happened to it, by the rules of the person's system; undefined where they have no home. */
export function stateFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const { join, isAbsolute } = platform === 'win32' ? win32 : posix;
  const given = env['XDG_STATE_HOME'] ?? '';
  if (isAbsolute(given)) return join(given, 'phucloi');
  const local = platform === 'win32' ? (env['LOCALAPPDATA'] ?? '') : '';
  if (local !== '') return join(local, 'phucloi');
  const home = env['HOME'] ?? '';
  return home === '' ? undefined : join(home, '.local', 'state', 'phucloi');
}
