import { basename, extname } from 'node:path';
import { Refusal, refuse } from '../domain/failure.ts';
import { chunksOf, sizeOf } from '../files/read.ts';
import { findParts } from './workbook-parts.ts';
import { unpack, Zip } from './workbook-zip.ts';

/** A form of a few pages is far smaller, pictures and all. */
const TEMPLATE_MAX = 16 * 1024 * 1024;
/** All its parts unpacked. */
const UNPACKED_MAX = 64 * 1024 * 1024;

/** One file of a workbook, as it was packed. */
export interface TemplatePart {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Every part of a workbook that is to be filled, in its order. Refuses whatever is no plain .xlsx (template.file). */
export async function readTemplate(path: string): Promise<readonly TemplatePart[]> {
  const file = basename(path);
  sizeOf(path, TEMPLATE_MAX);
  const found = foreign(path);
  if (found !== undefined) refuse('template.file', { file, found });
  try {
    const zip = await Zip.open(file, path);
    try {
      await findParts(file, zip);
      return await partsOf(file, zip);
    } finally {
      zip.close();
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, facts } = error.failure;
    if (code === 'input.format') refuse('template.file', { file, found: facts.found });
    if (code === 'input.hostile') refuse('template.file', { file, found: 'hostile' });
    throw error;
  }
}

async function partsOf(file: string, zip: Zip): Promise<readonly TemplatePart[]> {
  const parts: TemplatePart[] = [];
  let left = UNPACKED_MAX;
  for (const name of zip.names()) {
    const part = await zip.part(name);
    if (part === undefined) continue;
    const pieces: Buffer[] = [];
    for await (const piece of unpack(part, left)) pieces.push(piece);
    const bytes = Buffer.concat(pieces);
    left -= bytes.length;
    if (/(^|\/)vbaProject\.bin$/i.test(name)) refuse('template.file', { file, found: 'xlsm' });
    if (/^_xmlsignatures\//i.test(name)) refuse('template.file', { file, found: 'signed' });
    parts.push({ name, bytes });
  }
  return parts;
}

const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** What stands in the file instead of a zip; a workbook with a password is packed in the container of the old format. */
function foreign(path: string): string | undefined {
  const ending = extname(path).toLowerCase();
  const [head = Buffer.alloc(0)] = chunksOf(path, TEMPLATE_MAX);
  const start = head.subarray(0, 8).toString('latin1');
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0')) {
    const all = Buffer.concat([...chunksOf(path, TEMPLATE_MAX)].map((chunk) => Buffer.from(chunk)));
    return all.includes(ENCRYPTED) ? 'encrypted' : 'xls';
  }
  if (start.startsWith('%PDF-')) return 'pdf';
  if (ending === '.xlsm' || ending === '.xltm') return 'xlsm';
  return start.startsWith('PK') ? undefined : 'zip';
}
