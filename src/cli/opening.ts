import { closeSync, readSync } from 'node:fs';
import type { Cipher } from '../usecase/port/backup.ts';
import { refuse } from '../domain/failure.ts';
import { openRegular } from '../files/read.ts';
import type { Desk } from './command.ts';
import { resolved } from './given.ts';

/** What opens a backup, where it is encrypted: a key file that was named, or words that are asked for once. */
export async function openingOf(
  desk: Desk,
  path: string,
  identity: string | undefined,
): Promise<Cipher['open'] | undefined> {
  const by = secretOf(path);
  if (by === undefined) return undefined;
  const age = await import('./age.ts');
  if (by === 'identity') {
    if (identity === undefined) return refuse('backup.key', { path, by });
    return age.openedBy({ identities: age.identitiesIn(resolved(desk, identity), identity) }, path);
  }
  const { secrets } = desk.remembered;
  const secret = secrets.get(path) ?? (await (await import('./secret.ts')).askSecret(desk));
  secrets.set(path, secret);
  return age.openedBy({ secret }, path);
}

const MAGIC = 'age-encryption.org/v1\n';
const SCRYPT = '-> scrypt ';

/** Which secret an encrypted backup wants; undefined where it is not encrypted. What is no file is no backup. */
function secretOf(path: string): 'passphrase' | 'identity' | undefined {
  const handle = openRegular(path) ?? refuse('backup.foreign', { path });
  try {
    const bytes = Buffer.alloc(MAGIC.length + SCRYPT.length);
    const text = bytes.toString('latin1', 0, readSync(handle, bytes));
    if (!text.startsWith(MAGIC)) return undefined;
    return text.endsWith(SCRYPT) ? 'passphrase' : 'identity';
  } finally {
    closeSync(handle);
  }
}
