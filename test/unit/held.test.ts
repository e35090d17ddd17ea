import { expect, test } from 'vitest';
import { isHeld } from '../../src/files/held.ts';

// What Windows, Linux and macOS say of a file that another program has open, and of one that nobody may write.
test.each([
  ['EBUSY', 'win32', true, false, true],
  ['EPERM', 'win32', true, false, true],
  ['EACCES', 'win32', true, false, true],
  ['EACCES', 'win32', false, false, false],
  ['ENOENT', 'win32', true, true, false],
  ['ETXTBSY', 'linux', true, false, true],
  ['EBUSY', 'linux', true, false, true],
  ['EACCES', 'linux', true, false, false],
  ['EACCES', 'linux', true, true, true],
  ['EPERM', 'darwin', true, false, false],
  ['EROFS', 'linux', true, true, false],
  ['ENOSPC', 'win32', true, false, false],
] as const)('%s on %s, there %s, locked %s: held %s', (code, platform, exists, locked, held) => {
  expect(isHeld({ code, platform, exists, locked })).toBe(held);
});
