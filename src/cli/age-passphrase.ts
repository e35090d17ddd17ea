import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { Stanza, type Identity, type Recipient } from 'age-encryption';

/** What `age` itself takes: a second and 256 MB for each guess. */
const WORK = 18;
/** What it takes at most of somebody else's file. */
const WORK_MAX = 20;
const LABEL = 'age-encryption.org/v1/scrypt';
const NONCE = Buffer.alloc(12);
const TAG_BYTES = 16;
const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);

/**
 * The format's own stanza for a passphrase. The library has one too, which holds the process still while it derives the
 * key, many times as long: here it is derived on a thread by node:crypto, and Ctrl-C is heard.
 */
export function passphraseRecipient(secret: string): Recipient {
  return {
    wrapFileKey: async (fileKey) => {
      const salt = randomBytes(16);
      const cipher = createCipheriv('chacha20-poly1305', await keyOf(secret, salt, WORK), NONCE, {
        authTagLength: TAG_BYTES,
      });
      const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
      return [new Stanza(['scrypt', salt.toString('base64').replace(/=+$/, ''), String(WORK)], body)];
    },
  };
}

export function passphraseIdentity(secret: string): Identity {
  return {
    unwrapFileKey: async (stanzas) => {
      const [only] = stanzas;
      const [kind, salt = '', work = ''] = only?.args ?? [];
      if (only === undefined || kind !== 'scrypt') return null;
      const sound = stanzas.length === 1 && only.args.length === 3 && only.body.length === 16 + TAG_BYTES;
      if (!sound || !/^[\w+/]{22}$/.test(salt) || !/^[1-9]\d?$/.test(work) || Number(work) > WORK_MAX)
        throw new Error('invalid scrypt stanza');
      const key = await keyOf(secret, Buffer.from(salt, 'base64'), Number(work));
      const decipher = createDecipheriv('chacha20-poly1305', key, NONCE, { authTagLength: TAG_BYTES });
      decipher.setAuthTag(only.body.subarray(16));
      try {
        return Buffer.concat([decipher.update(only.body.subarray(0, 16)), decipher.final()]);
      } catch {
        return null;
      }
    },
  };
}

function keyOf(secret: string, salt: Buffer, work: number): Promise<Buffer> {
  const N = 2 ** work;
  const cost = { N, r: 8, p: 1, maxmem: 128 * 8 * N + 2 ** 20 };
  return derive(secret, Buffer.concat([Buffer.from(LABEL), salt]), 32, cost);
}
