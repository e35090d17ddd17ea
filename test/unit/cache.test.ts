import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cacheFolder, configFolder } from '../../src/files/places.ts';
import { unpacked, type Carried } from '../../src/files/unpack.ts';

describe('the folder of what can be made again', () => {
  test('is the system’s own on each', () => {
    expect(cacheFolder({ HOME: '/home/an' }, 'linux')).toBe('/home/an/.cache/phucloi');
    expect(cacheFolder({ HOME: '/home/an', XDG_CACHE_HOME: '/c' }, 'linux')).toBe('/c/phucloi');
    expect(cacheFolder({ LOCALAPPDATA: 'C:\\Users\\An\\AppData\\Local', HOME: '/c/Users/An' }, 'win32')).toBe(
      'C:\\Users\\An\\AppData\\Local\\phucloi',
    );
    expect(configFolder({ APPDATA: 'C:\\Users\\An\\AppData\\Roaming', HOME: '/c/Users/An' }, 'win32')).toBe(
      'C:\\Users\\An\\AppData\\Roaming\\phucloi',
    );
    expect(configFolder({ HOME: '/home/an', APPDATA: '/a' }, 'linux')).toBe('/home/an/.config/phucloi');
  });

  test('is no folder that depends on where one stands', () => {
    expect(cacheFolder({ HOME: '/home/an', XDG_CACHE_HOME: 'c' }, 'linux')).toBe('/home/an/.cache/phucloi');
    expect(cacheFolder({}, 'linux')).toBeUndefined();
  });
});

describe('what the executable carries', () => {
  const FILES: Readonly<Record<string, string>> = { 'data/a.txt': 'Quỹ', 'data/sub/b.txt': 'xã hội' };
  const carried: Carried = {
    digest: 'abc123',
    files: Object.entries(FILES).map(([name, text]) => ({ name, bytes: Buffer.byteLength(text) })),
  };
  const read = (name: string) => Buffer.from(FILES[name] ?? '');
  const never = () => {
    throw new Error('unpacked again');
  };
  const refusal = (): unknown => {
    try {
      return unpacked(cache, carried, read);
    } catch (error) {
      return error;
    }
  };
  const refused: unknown = expect.objectContaining({
    failure: expect.objectContaining({
      code: 'file.unwritable',
      facts: expect.objectContaining({ reason: 'cache' }),
    }),
  });
  let room = '';
  let cache = '';
  beforeEach(() => {
    room = mkdtempSync(join(tmpdir(), 'phucloi-cache-'));
    cache = join(room, 'cache', 'phucloi');
  });
  afterEach(() => {
    rmSync(room, { recursive: true, force: true });
  });

  test('is put there once, for its owner only, and found again without being read', () => {
    const folder = unpacked(cache, carried, read);
    expect(folder).toBe(join(cache, 'abc123'));
    expect(readFileSync(join(folder, 'data/sub/b.txt'), 'utf8')).toBe('xã hội');
    const modes = ['', 'data', 'data/sub', 'data/a.txt', 'digest'].map((name) =>
      (statSync(join(folder, name)).mode & 0o777).toString(8),
    );
    expect(modes).toEqual(['700', '700', '700', '600', '600']);
    expect(unpacked(cache, carried, never)).toBe(folder);
    expect(readdirSync(cache)).toEqual(['abc123']);
  });

  test('is put anew where it was cut, lost a file, or bears another seal', () => {
    const folder = unpacked(cache, carried, read);
    for (const spoil of [
      () => {
        truncateSync(join(folder, 'data/a.txt'), 1);
      },
      () => {
        rmSync(join(folder, 'data/sub'), { recursive: true });
      },
      () => {
        writeFileSync(join(folder, 'digest'), 'abc');
      },
    ]) {
      spoil();
      unpacked(cache, carried, read);
      expect(readFileSync(join(folder, 'data/a.txt'), 'utf8')).toBe('Quỹ');
      expect(readdirSync(cache)).toEqual(['abc123']);
    }
  });

  test('stays as another start put it meanwhile', () => {
    // The other start comes between our look and our rename.
    let met = false;
    const folder = unpacked(cache, carried, (name) => {
      if (!met) {
        met = true;
        writeFileSync(join(unpacked(cache, carried, read), 'theirs'), '');
      }
      return read(name);
    });
    expect(existsSync(join(folder, 'theirs'))).toBe(true);
    expect(readdirSync(cache)).toEqual(['abc123']);
  });

  test('is refused where it cannot be written', () => {
    mkdirSync(join(room, 'cache'));
    writeFileSync(cache, 'a file');
    expect(refusal()).toEqual(refused);
  });

  test('is refused where somebody else could have put it', () => {
    const folder = unpacked(cache, carried, read);
    chmodSync(folder, 0o777);
    expect(refusal()).toEqual(refused);
    rmSync(folder, { recursive: true });
    symlinkSync(room, folder);
    expect(refusal()).toEqual(refused);
  });
});
