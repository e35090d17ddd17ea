import { posix, win32 } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/** A file of a person's, by the system's custom; a folder that depends on where one stands is none. */
function placeIn(
  env: Env,
  platform: NodeJS.Platform,
  xdg: string,
  inHome: string,
  windows: string,
): string | undefined {
  const path = platform === 'win32' ? win32 : posix;
  const home = env['HOME'] ?? '';
  const folders = [
    env[xdg] ?? '',
    platform === 'win32' ? (env[windows] ?? '') : '',
    home === '' ? '' : path.join(home, inHome),
  ];
  const folder = folders.find((each) => path.isAbsolute(each));
  return folder === undefined ? undefined : path.join(folder, 'phucloi');
}

/** Where a person keeps what programs are told. */
export function configFolder(env: Env, platform = process.platform): string | undefined {
  return placeIn(env, platform, 'XDG_CONFIG_HOME', '.config', 'APPDATA');
}

/** Where the program keeps what it can make again; as bin/phucloi.js chooses it. */
export function cacheFolder(env: Env, platform = process.platform): string | undefined {
  return placeIn(env, platform, 'XDG_CACHE_HOME', '.cache', 'LOCALAPPDATA');
}

/** Where the program keeps what happened to it. */
export function stateFolder(env: Env, platform = process.platform): string | undefined {
  return placeIn(env, platform, 'XDG_STATE_HOME', '.local/state', 'LOCALAPPDATA');
}
