import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { refuse, Refusal } from '../domain/failure.ts';
import type { BookKey, PrivateState } from '../usecase/book.ts';
import {
  CIPHER,
  isRobbed,
  KEY_BYTES,
  MARK,
  NONCE_BYTES,
  readVault,
  SEALED,
  TAG_BYTES,
  vaultDigest,
} from './vault.ts';
import { SOLE_ENTITY } from './codes.ts';
import type { Connection } from './connection.ts';
import type { Tables } from './tables.ts';

/** What a private value belongs to: it opens nowhere else. */
export type Place = Pick<Tables['private'], 'register' | 'owner' | 'field'>;

/** Shown where a value is kept and its key is not there. */
const HIDDEN = '***';

/** Fields that are never looked for by their value: their lookups would only tell which are alike. */
const UNSOUGHT: ReadonlySet<string> = new Set(['bank', 'reason']);

/** HMAC of a private value: finds the same number again without reading any. The key is made once: for each value it costs more than the rest. */
export function lookupOf(key: KeyObject, value: string): Uint8Array {
  return createHmac('sha256', key)
    .update(value.replace(/\D/g, '') || value)
    .digest();
}

/** How values are written and read in one state of the book. */
interface Form {
  readonly state: PrivateState;
  keep(place: Place, value: string): { value: string; lookup: Uint8Array };
  tell(place: Place, kept: string): string;
  /** The same for a screen: hidden where the key is missing, and no reason to refuse. */
  show(place: Place, kept: string): string;
}

/**
 * The one place where private values are written and read. It looks at the book's state when first asked, within the
 * transaction that asks: a key that was changed meanwhile opens nothing and writes nothing.
 */
export class PrivateCodec {
  readonly #db: Connection;
  readonly #entity: number;
  readonly #key: BookKey | undefined;
  #form: Form | undefined;

  constructor(db: Connection, entity: number, key?: BookKey) {
    this.#db = db;
    this.#entity = entity;
    this.#key = key;
  }

  get state(): PrivateState {
    return this.#now().state;
  }

  keep(place: Place, value: string): { value: string; lookup: Uint8Array } {
    return this.#now().keep(place, value);
  }

  tell(place: Place, kept: string): string {
    return this.#named(place, () => this.#now().tell(place, kept));
  }

  show(place: Place, kept: string): string {
    return this.#named(place, () => this.#now().show(place, kept));
  }

  /** A value that is not as it was written is refused by whose it is: that one can be entered again. */
  #named({ register, owner, field }: Place, opened: () => string): string {
    try {
      return opened();
    } catch (error) {
      const failure = error instanceof Refusal ? error.failure : undefined;
      if (failure?.code !== 'private.damaged' || failure.facts.what === 'key') throw error;
      const row = this.#db
        .prepare<unknown[], { code: string }>(`select code from "${register}" where entity = ? and id = ?`)
        .get(this.#entity, owner);
      return refuse('private.damaged', { what: 'value', register, of: row?.code ?? '', field });
    }
  }

  #now(): Form {
    this.#form ??= this.#read();
    return this.#form;
  }

  #read(): Form {
    const { rows, told } = readVault(this.#db, this.#entity);
    if (rows.length === 0 && told === '') return plainForm(() => bookKeyOf(this.#db, this.#entity));
    const robbed = rows.length === 0 && isRobbed(this.#db, this.#entity);
    if (rows.length === 0 && !robbed) return openForm();
    const vault = vaultDigest(rows);
    if (vault !== told) return shut('damaged', () => refuse('private.damaged', { what: 'key' }));
    const key = this.#key;
    return key?.vault === vault ? sealedForm(key) : shut('sealed', () => refuse('private.locked', {}));
  }
}

/** The key of lookups in a book that encrypts nothing. */
export function bookKeyOf(db: Connection, entity: number): KeyObject {
  const row = db
    .prepare<[number], { key: Uint8Array | null }>(
      db.entity === undefined ? 'select key from book where id = ?' : 'select key_of(?) as key',
    )
    .get(entity);
  if (row === undefined || row.key === null) throw new TypeError('a book without its row');
  return createSecretKey(row.key);
}

/** Values as they are, found again under the key that the book carries. */
export function plainForm(keyOf: () => KeyObject): Form {
  let key: KeyObject | undefined;
  const tell = (_: Place, kept: string) => kept;
  return {
    state: 'plain',
    keep: (_, value) => ({ value, lookup: lookupOf((key ??= keyOf()), value) }),
    tell,
    show: tell,
  };
}

/** The chain says that values are encrypted, and there is no key: a book made anew from an export, or robbed of it. */
function openForm(): Form {
  return {
    state: 'open',
    keep: () => refuse('private.state', { state: 'open' }),
    tell: (_, kept) => (SEALED.test(kept) ? refuse('private.damaged', { what: 'value' }) : kept),
    show: (_, kept) => (SEALED.test(kept) ? HIDDEN : kept),
  };
}

/** Encrypted values without what opens them. */
function shut(state: PrivateState, refused: () => never): Form {
  return { state, keep: refused, tell: refused, show: () => HIDDEN };
}

export function sealedForm({ bytes }: BookKey): Form {
  const derived = (use: string) =>
    Buffer.from(hkdfSync('sha256', bytes, '', `phucloi/private/1/${use}`, KEY_BYTES));
  const [values, lookups] = [derived('value'), createSecretKey(derived('lookup'))];
  const bound = ({ register, owner, field }: Place) =>
    Buffer.from(`phucloi/private/1|${SOLE_ENTITY}|${register}|${owner}|${field}`, 'utf8');
  const tell = (place: Place, kept: string): string => {
    if (!SEALED.test(kept)) return refuse('private.damaged', { what: 'value' });
    const sealed = Buffer.from(kept.slice(MARK.length), 'base64url');
    const decipher = createDecipheriv(CIPHER, values, sealed.subarray(0, NONCE_BYTES));
    decipher.setAAD(bound(place));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    try {
      return (
        decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
      );
    } catch {
      return refuse('private.damaged', { what: 'value' });
    }
  };
  return {
    state: 'sealed',
    keep: (place, value) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, values, nonce);
      cipher.setAAD(bound(place));
      const sealed = Buffer.concat([
        nonce,
        cipher.update(value, 'utf8'),
        cipher.final(),
        cipher.getAuthTag(),
      ]);
      const lookup = UNSOUGHT.has(place.field) ? new Uint8Array(0) : lookupOf(lookups, value);
      return { value: `${MARK}${sealed.toString('base64url')}`, lookup };
    },
    tell,
    show: tell,
  };
}
