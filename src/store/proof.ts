import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { refuse, type Refusal } from '../domain/failure.ts';
import { digestOf, fill, piecesOf, readSidecar } from '../files/publish.ts';
import type { Candidate, Proof } from '../usecase/port/backup.ts';
import type { Work } from '../usecase/port/work.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from './codes.ts';
import { EntityReader } from './reader.ts';
import { misshapen } from './shape.ts';
import { connect, type Sqlite } from './sqlite.ts';
import { stale, verifyChain } from './verify.ts';

/**
 * Copies a backup to a private file and proves the copy, so that what was proved is what is used; the backup itself is
 * only read. Each way in which a file is not a whole backup of this program's is refused in its own words.
 */
export async function copyProved(candidate: Candidate, copy: string, work: Work): Promise<Proof> {
  const { path, open } = candidate;
  const breathe = () => work.step(0);
  const journal = `${path}-journal`;
  if ((statSync(journal, { throwIfNoEntry: false })?.size ?? 0) > 0)
    refuse('backup.journal', { path, journal });
  const beside = readSidecar(path);
  const digest = beside === undefined ? undefined : await digestOf(piecesOf(path), breathe);
  const same = beside === digest;
  const written = new Header();
  try {
    const pieces = piecesOf(path);
    await fill(copy, open === undefined ? pieces : open(pieces), breathe, (piece) => written.take(piece));
  } catch (error) {
    if (!(error instanceof Error && 'failure' in error)) throw error;
    // What is cut off cannot be opened to its end; how long it was to be stands at its beginning.
    const { bytes } = (error as Refusal).failure.facts as { bytes?: number };
    if (bytes !== undefined) mustBeWhole(path, { bytes, expected: written.expected });
    if (!same && error.message.startsWith('backup.')) refuse('backup.altered', { path, how: 'digest' });
    throw error;
  }
  if (written.magic) mustBeWhole(path, written);
  if (!same) refuse('backup.altered', { path, how: 'digest' });
  if (!written.magic) refuse('backup.foreign', { path });
  if (written.expected !== undefined && written.bytes > written.expected)
    refuse('backup.altered', { path, how: 'size' });
  const facts = await soundly(path, () => prove(copy, candidate, work));
  return { ...facts, digest: digest !== undefined };
}

/** Whatever a damaged file makes the proof stumble over is damage; a refusal is a refusal. */
async function soundly<T>(path: string, proof: () => Promise<T>): Promise<T> {
  try {
    return await proof();
  } catch (error) {
    if (error instanceof Error && ('failure' in error || 'syscall' in error)) throw error;
    return refuse('backup.altered', { path, how: 'pages' });
  }
}

async function prove(
  copy: string,
  { path, bookHead }: Candidate,
  work: Work,
): Promise<Omit<Proof, 'digest'>> {
  const sqlite = connect(copy);
  try {
    mustBeOurs(sqlite, path);
    // First of all: whoever made this file made its tables and triggers too, and reading goes through them.
    const shape = misshapen(sqlite);
    if (shape !== undefined) refuse('backup.altered', { path, how: 'shape', row: shape });
    await work.step(0);
    if (sqlite.pragma('integrity_check(1)', { simple: true }) !== 'ok')
      refuse('backup.altered', { path, how: 'pages' });
    await work.step(0);
    const reader = new EntityReader(sqlite);
    const { uuid, entity } = reader;
    const chain = await verifyChain(sqlite, entity.id, [uuid, entity.code], work);
    if (!chain.ok) refuse('backup.altered', { path, how: 'chain', row: chain.broken });
    const balance = await stale(sqlite);
    if (balance !== undefined) refuse('backup.altered', { path, how: 'balances', row: balance });
    const { head, operations, entries } = chain;
    const hasHead =
      bookHead !== undefined &&
      sqlite.prepare('select 1 from operation where digest = ?').get(Buffer.from(bookHead, 'hex')) !==
        undefined;
    const [recordedAt, lastClosed] = [lastWritten(sqlite), await reader.lastClosed()];
    return { uuid, entity: entity.name, head, operations, entries, recordedAt, hasHead, lastClosed };
  } finally {
    sqlite.close();
  }
}

export function lastWritten(sqlite: Sqlite): string {
  return String(sqlite.prepare('select recorded_at from operation order by id desc limit 1').pluck().get());
}

function mustBeOurs(sqlite: Sqlite, path: string): void {
  if (sqlite.pragma('application_id', { simple: true }) !== APPLICATION_ID)
    refuse('backup.foreign', { path });
  const found = Number(sqlite.pragma('user_version', { simple: true }));
  if (found < SCHEMA_VERSION) refuse('backup.older', { path, found, known: SCHEMA_VERSION });
  if (found > SCHEMA_VERSION) refuse('backup.newer', { path, found, known: SCHEMA_VERSION });
}

function mustBeWhole(path: string, { bytes, expected }: Pick<Header, 'bytes' | 'expected'>): void {
  if (expected !== undefined && bytes < expected) refuse('backup.truncated', { path, bytes, expected });
}

const MAGIC = 'SQLite format 3\0';
const HEADER_BYTES = 100;

/** Whether a file begins as a database does; one of which nothing can be read may have been one. */
export function beginsAsDatabase(path: string): boolean {
  const handle = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(MAGIC.length);
    return bytes.toString('latin1', 0, readSync(handle, bytes)) === MAGIC;
  } finally {
    closeSync(handle);
  }
}

/** How long a database file is, and how long its first bytes say it must be. */
class Header {
  bytes = 0;
  #first = Buffer.alloc(0);

  take(piece: Uint8Array): void {
    this.bytes += piece.length;
    if (this.#first.length < HEADER_BYTES)
      this.#first = Buffer.concat([this.#first, piece]).subarray(0, HEADER_BYTES);
  }

  /** Whether it begins as a database does, as far as it goes; an empty file is one of which all was cut off. */
  get magic(): boolean {
    const length = Math.min(this.#first.length, MAGIC.length);
    return this.#first.toString('latin1', 0, length) === MAGIC.slice(0, length);
  }

  get expected(): number | undefined {
    if (!this.magic) return undefined;
    if (this.#first.length < HEADER_BYTES) return HEADER_BYTES;
    const size = this.#first.readUInt16BE(16);
    // The count is valid where the file was last written by a program that keeps it.
    const kept = this.#first.readUInt32BE(24) === this.#first.readUInt32BE(92);
    return kept ? (size === 1 ? 65_536 : size) * this.#first.readUInt32BE(28) : undefined;
  }
}
