import { basename, dirname } from 'node:path';
import type { webcrypto } from 'node:crypto';
import { ReadableStream } from 'node:stream/web';
import { statSync } from 'node:fs';
import { Decrypter, Encrypter } from 'age-encryption';
import { passphraseIdentity, passphraseRecipient } from './age-passphrase.ts';
import { refuse } from '../domain/failure.ts';
import { textIn } from '../files/folder.ts';
import type { Cipher } from '../usecase/port/backup.ts';

// The library is also for browsers: what its types take from there.
declare global {
  type CryptoKey = webcrypto.CryptoKey;
  type AuthenticationExtensionsPRFValues = object;
}

/**
 * Backups in the age format (age-encryption.org/v1), which the program `age` reads and writes too: a backup can be opened
 * where this program is not. Bytes pass in pieces of 64 KB, each sealed by itself.
 */
type Pieces = AsyncIterable<Uint8Array>;

/** By a passphrase: whoever knows it opens the backup. It is opened again by the passphrase itself. */
export function byPassphrase(secret: string, path: string): Cipher {
  const encrypter = new Encrypter();
  encrypter.addRecipient(passphraseRecipient(secret));
  return { seal: sealedBy(encrypter), open: openedBy({ secret }, path) };
}

/**
 * For the holders of keys: who makes the backup cannot open it later. That it can be opened is proved while it is made, by
 * the file's own key, which is then forgotten. A key that is none is refused by the name of the option that has it.
 */
export function forRecipients(recipients: readonly string[], path: string, option: string): Cipher {
  const encrypter = new Encrypter();
  const keys: Uint8Array[] = [];
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient);
    } catch {
      refuse('usage.value', { option, given: recipient, expected: 'age1…' });
    }
  }
  encrypter.addRecipient({
    wrapFileKey: (key) => {
      keys.push(Uint8Array.from(key));
      return [];
    },
  });
  const identity = { unwrapFileKey: () => keys.at(-1) ?? null };
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return { seal: sealedBy(encrypter), open: (pieces) => opening(decrypter, pieces, path, 'identity') };
}

/** What opens an encrypted backup: the words it was encrypted by, or keys of those it was made for. */
export function openedBy(
  by: { readonly secret: string } | { readonly identities: readonly string[] },
  path: string,
): Cipher['open'] {
  const decrypter = new Decrypter();
  if ('secret' in by) decrypter.addIdentity(passphraseIdentity(by.secret));
  else for (const identity of by.identities) decrypter.addIdentity(identity);
  return (pieces) => opening(decrypter, pieces, path, 'secret' in by ? 'passphrase' : 'identity');
}

function sealedBy(encrypter: Encrypter): Cipher['seal'] {
  return async function* (pieces) {
    yield* await encrypter.encrypt(streamOf(pieces));
  };
}

async function* opening(
  decrypter: Decrypter,
  pieces: Pieces,
  path: string,
  by: 'passphrase' | 'identity',
): AsyncGenerator<Uint8Array> {
  let plain: { size: (sealed: number) => number } | undefined;
  try {
    const opened = await decrypter.decrypt(streamOf(pieces));
    plain = opened;
    yield* opened;
  } catch (error) {
    if (!(error instanceof Error) || 'failure' in error || 'syscall' in error) throw error;
    if (error.message.startsWith('no identity matched')) refuse('backup.key', { path, by });
    refuse('backup.altered', { path, how: 'cipher', bytes: lengthOf(plain, path) });
  }
}

/** How long what lies there would be in plain; nothing where it ends within a seal. */
function lengthOf(plain: { size: (sealed: number) => number } | undefined, path: string): number | undefined {
  try {
    return plain?.size(statSync(path).size);
  } catch {
    return 0;
  }
}

const streamOf = (pieces: Pieces) => ReadableStream.from(pieces) as globalThis.ReadableStream<Uint8Array>;

/** More than the keys of a whole committee. */
const IDENTITY_BYTES_MAX = 64 * 1024;

/** The keys in a file that `age-keygen` wrote; refuses one that has none. */
export function identitiesIn(path: string, shown: string): readonly string[] {
  const text = textIn(dirname(path), basename(path), IDENTITY_BYTES_MAX);
  const keys = text.split(/\r?\n/).filter((line) => /^AGE-SECRET-KEY-(?:PQ-)?1\w+$/.test(line));
  const decrypter = new Decrypter();
  try {
    for (const key of keys) decrypter.addIdentity(key);
  } catch {
    keys.length = 0;
  }
  return keys.length > 0
    ? keys
    : refuse('usage.value', { option: '--identity', given: shown, expected: 'AGE-SECRET-KEY-1…' });
}
