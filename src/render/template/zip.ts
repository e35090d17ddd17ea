import type { Day } from '../../domain/day.ts';
import yazl from 'yazl';
import type { Part } from './book.ts';

/** Parts as a workbook, in their order; all carry the one day, so that the same parts make the same bytes. */
export async function zipParts(parts: readonly Part[], day: Day): Promise<Uint8Array> {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  // The zip's stamp is local time: midnight here is written as midnight wherever it is made.
  const mtime = new Date(Math.max(year, 1980), month - 1, date);
  const zip = new yazl.ZipFile();
  for (const { name, bytes } of parts)
    zip.addBuffer(Buffer.from(bytes), name, { mtime, forceDosTimestamp: true, mode: 0o100644 });
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
