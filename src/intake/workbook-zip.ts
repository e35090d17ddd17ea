import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import {
  fromBufferPromise,
  getFileNameLowLevel,
  openPromise,
  validateFileName,
  type Entry,
  type ZipFile,
} from 'yauzl';
import { Refusal, refuse } from '../domain/failure.ts';
import type { Source } from '../files/read.ts';

/** A workbook has some dozens of parts; each entry of a directory costs two reads. */
const ENTRIES_MAX = 10_000;
const CHUNK = 64 * 1024;

/** Where a part's bytes stand in the file and what its directory says of them. */
export interface ZipPart {
  /** The workbook's name for errors, and where it is. */
  readonly file: string;
  readonly source: Source;
  readonly start: number;
  readonly packed: number;
  readonly size: number;
  readonly deflated: boolean;
  readonly crc: number;
}

/** A zip's directory. Part names are compared without case, as OPC does. */
export class Zip {
  readonly #file: string;
  readonly #source: Source;
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(file: string, source: Source, zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#file = file;
    this.#source = source;
    this.#zip = zip;
    this.#entries = entries;
  }

  /** Reads the directory; close() when every part is found. Refuses input.format zip, input.hostile path. */
  static async open(file: string, source: Source): Promise<Zip> {
    const how = { autoClose: false, decodeStrings: false, validateEntrySizes: false };
    const zip = await orRefuse(file, () =>
      typeof source === 'string' ? openPromise(source, how) : fromBufferPromise(source.bytes, how),
    );
    try {
      return new Zip(file, source, zip, await orRefuse(file, () => entriesOf(file, zip)));
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  /** The names of its parts as they were written, in the order of the directory. */
  names(): readonly string[] {
    return [...this.#entries.values()].map(nameOf);
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** Finds a part; undefined where there is none. An encrypted one, or one packed as no workbook is, is refused. */
  async part(name: string): Promise<ZipPart | undefined> {
    const entry = this.#entries.get(name.toLowerCase());
    if (entry === undefined) return undefined;
    const deflated = entry.compressionMethod === 8;
    if (entry.isEncrypted() || !(deflated || entry.compressionMethod === 0)) damaged(this.#file);
    const header = await orRefuse(this.#file, () =>
      this.#zip.readLocalFileHeaderPromise(entry, { minimal: true }),
    );
    return {
      file: this.#file,
      source: this.#source,
      start: header.fileDataStart,
      packed: entry.compressedSize,
      size: entry.uncompressedSize,
      deflated,
      crc: entry.crc32,
    };
  }

  close(): void {
    this.#zip.close();
  }
}

async function entriesOf(file: string, zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > ENTRIES_MAX) refuse('input.hostile', { file, what: 'path' });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry);
    const key = name.toLowerCase();
    // Two parts of one name are two workbooks: which one is read would depend on the reader.
    if (validateFileName(name) !== null || name.includes('\u0000') || entries.has(key)) {
      refuse('input.hostile', { file, what: 'path' });
    }
    if (!name.endsWith('/')) entries.set(key, entry);
  }
  return entries;
}

function nameOf(entry: Entry): string {
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
}

/**
 * A part's bytes, unpacked chunk by chunk and counted. A part of more than `limit` bytes is refused (input.size); bytes
 * that do not have the directory's size and checksum are damaged (input.format zip): one wrong digit is wrong money.
 */
export async function* unpack(part: ZipPart, limit: number): AsyncGenerator<Buffer> {
  const { file, size } = part;
  if (size > limit) refuse('input.size', { file, bytes: size, limit });
  let bytes = 0;
  let crc = 0;
  try {
    for await (const chunk of part.packed === 0 ? [] : streamOf(part)) {
      bytes += chunk.length;
      // Counted, not believed: nothing runs on past the size that the limit was held against.
      if (bytes > size) damaged(file);
      crc = crc32(chunk, crc);
      yield chunk;
    }
  } catch (error) {
    if (isZlib(error)) damaged(file);
    throw error;
  }
  if (bytes !== size || crc !== part.crc) damaged(file);
}

function streamOf(part: ZipPart): AsyncIterable<Buffer> {
  const { source, start } = part;
  const end = start + part.packed;
  const packed =
    typeof source === 'string'
      ? createReadStream(source, { start, end: end - 1, highWaterMark: CHUNK })
      : Readable.from([source.bytes.subarray(start, end)]);
  if (!part.deflated) return packed;
  // pipeline closes the file when the reader leaves early.
  return pipeline(packed, createInflateRaw({ chunkSize: CHUNK }), () => undefined);
}

function isZlib(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

function damaged(file: string): never {
  return refuse('input.format', { file, found: 'zip' });
}

/** What yauzl throws without a system's code says that the zip is malformed. */
async function orRefuse<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Refusal || (error instanceof Error && 'code' in error)) throw error;
    return damaged(file);
  }
}
