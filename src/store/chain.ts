import { createHash, randomBytes, type Hash } from 'node:crypto';
import { canonical, type Field } from '../domain/form.ts';
import { sha256 } from '../files/sha256.ts';
import type { FactTable } from './schema.ts';

/** SHA-256(salt ‖ canonical text): what the chain keeps of people's words. */
export function saltedDigest(salt: Uint8Array, fields: readonly Field[]): Buffer {
  return sha256(canonical('text', fields), salt);
}

const POOL = 16 * 256;

/** Gives 16 random bytes a call, drawn from the system in larger pieces. */
export function saltSource(): () => Uint8Array {
  let pool: Uint8Array = new Uint8Array(0);
  let at = 0;
  return () => {
    if (at >= pool.length) {
      pool = randomBytes(POOL);
      at = 0;
    }
    at += 16;
    return pool.subarray(at - 16, at);
  };
}

/** Hex digits of some sixty digests. */
const WAITING = 64 * 64;

/**
 * The digests of one operation's rows, gathered table by table in the order of their keys. The operation's digest is
 * SHA-256(previous operation's digest ‖ header with, for each table in name order, its row count and the SHA-256 of its
 * rows' digests). Flat in memory however many rows it has.
 */
export class OperationSeal {
  readonly #tables = new Map<FactTable, { count: number; rows: Hash; waiting: string }>();

  /** A row's digest in hex. */
  add(table: FactTable, digest: string): void {
    let gathered = this.#tables.get(table);
    if (gathered === undefined) {
      gathered = { count: 0, rows: createHash('sha256'), waiting: '' };
      this.#tables.set(table, gathered);
    }
    gathered.count += 1;
    gathered.waiting += digest;
    // Hashed many at once: a call costs more than a digest.
    if (gathered.waiting.length < WAITING) return;
    gathered.rows.update(gathered.waiting, 'hex');
    gathered.waiting = '';
  }

  get empty(): boolean {
    return this.#tables.size === 0;
  }

  seal(previous: Uint8Array, header: readonly Field[]): Buffer {
    const fields: Field[] = [...header];
    for (const [table, { count, rows, waiting }] of [...this.#tables].sort(([a], [b]) => (a < b ? -1 : 1))) {
      fields.push(table, count, rows.copy().update(waiting, 'hex').digest('hex'));
    }
    return createHash('sha256').update(previous).update(canonical('operation', fields)).digest();
  }
}
