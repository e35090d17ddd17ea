import { tmpdir } from 'node:os';
import { posix, win32 } from 'node:path';

/** Where the program keeps what it can make again: the person's cache by the rules of their system. */
export function cacheFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): string {
  const { join, isAbsolute } = platform === 'win32' ? win32 : posix;
  const given = env['XDG_CACHE_HOME'] ?? '';
  if (isAbsolute(given)) return join(given, 'phucloi');
  const local = platform === 'win32' ? (env['LOCALAPPDATA'] ?? '') : '';
  if (local !== '') return join(local, 'phucloi');
  const home = env['HOME'] ?? '';
  return home === '' ? join(tmpdir(), 'phucloi') : join(home, '.cache', 'phucloi');
}
