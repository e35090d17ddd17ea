import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, lstatSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, inflateRawSync } from 'node:zlib';
import { readPdf } from '../pdf/read.ts';

/**
 * Before all tests: a folder for everything that they and the program leave. After them everything that was printed and
 * every file that was left is looked through for the private values of the sample book's lists (issue 8): ID numbers,
 * phones, accounts, reasons. The books themselves, lists that went in, and what was asked for whole are left out. What
 * is found fails the run by its field and place, never by the value.
 */
export default function setup(): () => void {
  const root = mkdtempSync(join(tmpdir(), 'phucloi-run-'));
  mkdirSync(join(root, 'kept'));
  process.env['TEST_ROOT'] = root;
  process.env['TMPDIR'] = root;
  return () => {
    try {
      const found = leaksIn(root);
      if (found.length > 0)
        throw new Error(`private values of the sample book got out:\n${found.join('\n')}`);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  };
}

const SAMPLE = join(import.meta.dirname, '../../data/sample');

/** Fields by the heading of their column, and by what a value of them is looked for. */
const FIELDS: Readonly<Record<string, 'digits' | 'words'>> = {
  'Số CCCD': 'digits',
  'Số điện thoại': 'digits',
  'Số tài khoản': 'digits',
  'Hoàn cảnh': 'words',
};

interface Secrets {
  /** Digits without marks → field. */
  readonly digits: ReadonlyMap<string, string>;
  readonly lengths: readonly number[];
  /** Some words of a reason → field; a narrow column breaks a longer text. */
  readonly words: ReadonlyMap<string, string>;
}

function secretsOf(): Secrets {
  const digits = new Map<string, string>();
  const words = new Map<string, string>();
  const take = (heading: readonly string[], row: readonly string[]) => {
    for (const [at, cell] of row.entries()) {
      const field = heading[at] ?? '';
      const value = cell.trim();
      if (FIELDS[field] === 'digits' && value !== '') {
        const bare = value.replaceAll(/\D/g, '');
        digits.set(bare, field);
        // A telephone number as it is called from abroad.
        if (/^0[1-9]\d{8}$/.test(bare)) digits.set(`84${bare.slice(1)}`, field);
      }
      if (FIELDS[field] === 'words' && value !== '') words.set(value.split(' ').slice(0, 3).join(' '), field);
    }
  };
  for (const name of readdirSync(SAMPLE)) {
    const rows = name.endsWith('.csv') ? csvRows(join(SAMPLE, name)) : sheetRows(join(SAMPLE, name));
    const heading = rows.find((row) => row.some((cell) => FIELDS[cell] !== undefined));
    if (heading === undefined) continue;
    for (const row of rows) if (row !== heading) take(heading, row);
  }
  const lengths = [...new Set([...digits.keys()].map(({ length }) => length))];
  if (digits.size < 2000 || words.size < 10)
    throw new Error('the sample lists have lost their private values');
  return { digits, lengths, words };
}

function csvRows(path: string): string[][] {
  const cell = /(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g;
  return readFileSync(path, 'utf8')
    .split('\r\n')
    .map((line) => [...line.matchAll(cell)].map(([, quoted, plain]) => quoted ?? plain ?? ''));
}

/** The cells of a workbook's first sheet as text, by their column. */
export function sheetRows(path: string): string[][] {
  if (!path.endsWith('.xlsx')) return [];
  const parts = partsOf(readFileSync(path));
  const shared = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(
    ([, si = '']) => [...si.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, each]) => each).join(''),
  );
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
  return [...sheet.matchAll(/<row .*?<\/row>/gs)].map(([row]) => {
    const cells: string[] = [];
    for (const [, letter = '', how = '', value = ''] of row.matchAll(
      /<c r="([A-Z])\d+"([^>]*)>(?:<v>([^<]*)<\/v>)?/g,
    ))
      cells[letter.charCodeAt(0) - 65] = how.includes('t="s"') ? (shared[Number(value)] ?? '') : value;
    return Array.from(cells, (cell) => cell ?? '');
  });
}

/** The texts of a zip's parts, by its own directory. */
function partsOf(bytes: Buffer): Map<string, string> {
  const parts = new Map<string, string>();
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0) return parts;
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [size, name, extra, note] = [20, 28, 30, 32].map((from, index) =>
      index === 0 ? bytes.readUInt32LE(at + from) : bytes.readUInt16LE(at + from),
    ) as [number, number, number, number];
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + size);
    const label = bytes.toString('utf8', at + 46, at + 46 + name);
    const stored = bytes.readUInt16LE(at + 10) === 0;
    parts.set(label, (stored ? packed : inflateRawSync(packed)).toString('utf8'));
    at += 46 + name + extra + note;
  }
  return parts;
}

/** Everything that got out under a run's folder, a line each. */
export function leaksIn(root: string): string[] {
  const secrets = secretsOf();
  const found = new Set<string>();
  const look = (text: string, place: string) => {
    for (const field of fieldsIn(text, secrets)) found.add(`${field}: ${place}`);
  };
  const own = (name: string) => name === 'allowed' || name.startsWith('said-');
  for (const name of readdirSync(root).filter((each) => each.startsWith('said-')))
    for (const record of readFileSync(join(root, name), 'utf8').split('\x1e')) {
      const [file = '', stream = '', text = ''] = record.split('\x1f');
      look(text, `${file}, ${stream}`);
    }
  const left = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => !own(name));
  const allowed = new Set(readAllowed(root));
  const lists = new Set(readdirSync(SAMPLE).map((name) => digestOf(readFileSync(join(SAMPLE, name)))));
  for (const name of left) {
    const path = join(root, name);
    if (allowed.has(name.replace(/^kept\//, ''))) continue;
    // A link may lead nowhere, or to itself.
    if (!lstatSync(path).isFile()) continue;
    const bytes = readFileSync(path);
    if (isBook(bytes) || lists.has(digestOf(bytes))) continue;
    look(textOf(bytes), name.replace(/^kept\//, ''));
  }
  return [...found].toSorted();
}

function readAllowed(root: string): string[] {
  try {
    return readFileSync(join(root, 'allowed'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const isBook = (bytes: Buffer) =>
  bytes.toString('latin1', 0, 15) === 'SQLite format 3' ||
  bytes.toString('latin1', 0, 4) === '\xd9\xd5\x05\xf9';

/** A file's text, whatever it is packed in; of a file that cannot be unpacked its bytes. */
function textOf(bytes: Buffer): string {
  const head = bytes.toString('latin1', 0, 4);
  try {
    if (head === 'PK\x03\x04') return [...partsOf(bytes).values()].join('\n');
    if (head === '%PDF')
      return readPdf(bytes)
        .pages.flatMap(({ shown }) => shown.map(({ text }) => text))
        .join('\n');
    if (head.startsWith('\x1f\x8b')) return textOf(gunzipSync(bytes));
  } catch {
    // Cut or altered by a test.
  }
  return bytes.toString('utf8');
}

/** Runs of digits, with whatever people put between the groups of a number. */
const BETWEEN = String.raw`[ \u00a0.()_\u2010-\u2015-]{0,3}`;
const RUN = new RegExp(String.raw`\d(?:${BETWEEN}\d){8,}`, 'g');

function fieldsIn(text: string, { digits, lengths, words }: Secrets): Set<string> {
  const fields = new Set<string>();
  for (const [run] of text.matchAll(RUN)) {
    const bare = run.replaceAll(/\D/g, '');
    for (const length of lengths)
      for (let at = 0; at + length <= bare.length; at += 1) {
        const field = digits.get(bare.slice(at, at + length));
        if (field !== undefined) fields.add(field);
      }
  }
  const composed = text.normalize('NFC');
  for (const [word, field] of words) if (composed.includes(word)) fields.add(field);
  return fields;
}
