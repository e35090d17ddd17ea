import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Io } from '../../src/cli/io.ts';

/** A pipe's world in a folder: what is said goes to `keep`. */
export function worldAt(folder: string, keep: (text: string) => void, input?: Buffer): Io {
  return {
    stdout: keep,
    bytes: () => undefined,
    stderr: keep,
    stdin: () => Readable.from(input === undefined ? [] : [input]),
    stdinIsTerminal: () => false,
    stdoutIsTerminal: false,
    stderrIsTerminal: false,
    columns: undefined,
    rows: undefined,
    page: () => Promise.resolve(false),
    env: {
      XDG_CONFIG_HOME: join(folder, '.config'),
      XDG_CACHE_HOME: join(folder, '.cache'),
      XDG_STATE_HOME: join(folder, '.state'),
    },
    cwd: folder,
    user: () => 'thu-quy',
    now: new Date('2024-11-30T05:00:00Z'),
  };
}
