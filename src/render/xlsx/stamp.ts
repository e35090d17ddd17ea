import type { Day } from '../../domain/day.ts';

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/** Gives every file in a zip archive one day, midnight, so that the same content makes the same bytes. */
export function stampArchive(archive: Uint8Array, day: Day): Uint8Array {
  const bytes = Uint8Array.from(archive);
  const view = new DataView(bytes.buffer);
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const stamp = (Math.min(Math.max(year - 1980, 0), 127) << 9) | (month << 5) | date;
  let end = bytes.length - 22;
  while (end > 0 && view.getUint32(end, true) !== END) end -= 1;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== ENTRY) throw new TypeError('an archive without its directory');
    const local = view.getUint32(at + 42, true);
    view.setUint16(at + 12, 0, true);
    view.setUint16(at + 14, stamp, true);
    view.setUint16(local + 10, 0, true);
    view.setUint16(local + 12, stamp, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}
