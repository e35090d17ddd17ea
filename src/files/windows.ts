import { win32 } from 'node:path';

/** Devices that Windows finds under these names in every folder, whatever ending follows. */
const DEVICE = /^(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[\d\u00b9\u00b2\u00b3])(?: *(?:[.:]|$))/i;

/**
 * Whether a file may have the name of this path on Windows. A name with a colon is the worst: it is written, into a
 * stream behind another file where nobody finds it.
 */
export function isWindowsName(path: string): boolean {
  const { root } = win32.parse(path);
  return path
    .slice(root.length)
    .split(/[\\/]/)
    .every(
      (part) =>
        part === '.' ||
        part === '..' ||
        (!/[<>:"|?*\u0000-\u001f]/.test(part) && !/[. ]$/.test(part) && !DEVICE.test(part)),
    );
}

/** Whether two whole paths are one name to Windows: neither capitals nor the way of the strokes tells them apart. */
export function isSameOnWindows(one: string, other: string): boolean {
  const plain = (path: string) => win32.resolve(path).toLowerCase();
  return plain(one) === plain(other);
}
