import {
  createCipheriv,
  createDecipheriv,
  createHash,
  randomBytes,
  scrypt,
  type BinaryLike,
  type ScryptOptions,
} from 'node:crypto';
import { promisify } from 'node:util';
import { refuse } from '../domain/failure.ts';
import { readRecoveryCode } from '../domain/recovery-code.ts';
import type { BookKey, NewVault, VaultSecrets } from '../usecase/book.ts';
import { hex } from './hex.ts';
import { SOLE_ENTITY } from './codes.ts';
import type { Connection } from './connection.ts';
import type { Tables } from './tables.ts';

/**
 * The key of private fields, wrapped once under the book's passphrase and once under its recovery code. The format
 * stands in docs/private-format.md.
 */

/** The setting that says in the chain which vault the book has: its digest, or nothing where nothing is encrypted. */
export const VAULT_SETTING = 'private.vault';

export const CIPHER = 'aes-256-gcm';
export const [KEY_BYTES, NONCE_BYTES, TAG_BYTES] = [32, 12, 16];
/** What stands before a nonce in the wrapped key. */
const FORMAT = 1;
/** N of scrypt, with r = 8 and p = 1: 128 MiB, some tenths of a second. */
const COST = 2 ** 17;
/** A row that asks for more is not ours, and would only take the machine's memory. */
const [COST_MIN, COST_MAX] = [2 ** 14, 2 ** 20];
/** A recovery code is drawn from 140 bits: nobody tries them all, however cheap a try is. */
const RECOVERY_COST = COST_MIN;

type Row = Tables['vault'];
type Opener = Row['opened_by'];

const derive = promisify<BinaryLike, BinaryLike, number, ScryptOptions, Buffer>(scrypt);

async function wrapping(secret: string, { salt, cost }: Pick<Row, 'salt' | 'cost'>): Promise<Buffer> {
  return derive(Buffer.from(secret, 'utf8'), salt, KEY_BYTES, {
    N: cost,
    r: 8,
    p: 1,
    maxmem: 256 * 8 * cost,
  });
}

/** The same wherever the entity lies: a copy of it opens with what opened it. */
const bound = (opener: Opener, cost: number): Buffer =>
  Buffer.from(`phucloi/vault/${FORMAT}|${SOLE_ENTITY}|${opener}|${cost}`, 'utf8');

/** A new key, wrapped under both secrets. `cost` is what one attempt at the passphrase costs. */
export async function newVault(
  entity: number,
  { passphrase, recovery, cost = COST }: VaultSecrets,
): Promise<NewVault> {
  const bytes = randomBytes(KEY_BYTES);
  const code = readRecoveryCode(recovery);
  if (code === undefined) throw new TypeError('a recovery code that cannot be read');
  const secrets: readonly [Opener, string, cost: number][] = [
    ['passphrase', passphrase.normalize('NFC'), cost],
    ['recovery', code, RECOVERY_COST],
  ];
  const rows: Row[] = [];
  for (const [opener, secret, each] of secrets) {
    const salt = randomBytes(16);
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, await wrapping(secret, { salt, cost: each }), nonce);
    cipher.setAAD(bound(opener, each));
    const wrapped = Buffer.concat([
      Buffer.of(FORMAT),
      nonce,
      cipher.update(bytes),
      cipher.final(),
      cipher.getAuthTag(),
    ]);
    rows.push({ entity, opened_by: opener, cost: each, salt, wrapped });
  }
  return { key: { bytes, vault: vaultDigest(rows) }, rows };
}

/** What the chain says of a vault: no secret, and another one for another vault. */
export function vaultDigest(rows: readonly Row[]): string {
  const told = rows
    .toSorted((a, b) => (a.opened_by < b.opened_by ? -1 : 1))
    .map(({ opened_by, cost, salt, wrapped }) => [opened_by, cost, hex(salt), hex(wrapped)].join('|'));
  return createHash('sha256')
    .update(['phucloi/vault/1', ...told].join('\n'))
    .digest('hex');
}

/** The vault's rows, and what the chain says of them. */
export function readVault(db: Connection, entity: number): { rows: Row[]; told: string } {
  const rows = db
    .prepare<[number], Row>('select * from vault where entity = ? order by opened_by')
    .all(entity);
  const said = db
    .prepare<[number, string], { value: string }>('select value from setting where entity = ? and name = ?')
    .get(entity, VAULT_SETTING);
  return { rows, told: said?.value ?? '' };
}

/** What stands before the nonce of every value that is encrypted, and what such a value looks like. */
export const MARK = 'pl1:';
export const SEALED = /^pl1:[\w-]{38,}$/;

/**
 * Whether values lie there encrypted though no vault is there that opens them: nothing ever will. Asked only where the
 * chain tells of a vault and the table has none; a book made anew from an export has its values in plain.
 */
export function isRobbed(db: Connection, entity: number): boolean {
  const values = db
    .prepare<{ entity: number; mark: string }, string>(
      'select value from private where entity = @entity and substr(value, 1, length(@mark)) = @mark',
    )
    .pluck();
  for (const value of values.iterate({ entity, mark: MARK })) if (SEALED.test(value)) return true;
  return false;
}

/** The key that a passphrase or a recovery code opens; refused alike whatever is wrong with it. */
export async function openVault(db: Connection, entity: number, secret: string): Promise<BookKey> {
  const { rows, told } = readVault(db, entity);
  const vault = vaultDigest(rows);
  if (rows.length === 0 && told !== '' && isRobbed(db, entity)) refuse('private.damaged', { what: 'key' });
  if (rows.length === 0) refuse('private.state', { state: told === '' ? 'plain' : 'open' });
  if (vault !== told) refuse('private.damaged', { what: 'key' });
  const code = readRecoveryCode(secret);
  // What reads as a code most likely is one.
  const likely = code === undefined ? rows : rows.toReversed();
  for (const row of likely) {
    const words = row.opened_by === 'recovery' ? code : secret.normalize('NFC');
    const bytes = words === undefined ? undefined : await opened(row, words);
    if (bytes !== undefined) return { bytes, vault };
  }
  return refuse('passphrase.wrong', {});
}

async function opened(row: Row, words: string): Promise<Buffer | undefined> {
  const { cost, wrapped, opened_by } = row;
  const sound = cost >= COST_MIN && cost <= COST_MAX && Number.isInteger(Math.log2(cost));
  if (!sound || wrapped[0] !== FORMAT || wrapped.length !== 1 + NONCE_BYTES + KEY_BYTES + TAG_BYTES)
    refuse('private.damaged', { what: 'key' });
  const at = 1 + NONCE_BYTES;
  const decipher = createDecipheriv(CIPHER, await wrapping(words, row), wrapped.subarray(1, at));
  decipher.setAAD(bound(opened_by, cost));
  decipher.setAuthTag(wrapped.subarray(at + KEY_BYTES));
  try {
    return Buffer.concat([decipher.update(wrapped.subarray(at, at + KEY_BYTES)), decipher.final()]);
  } catch {
    return undefined;
  }
}
