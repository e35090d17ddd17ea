import { chmodSync, copyFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { Encrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { shop } from './commands.ts';
import type { Case, Fuzzed } from './harness.ts';
import { mutants } from './mutate.ts';
import { mustBeSound } from './told.ts';

/** What opens an encrypted backup and is read from files: the backup itself, a key file, the file with the passphrase. */

const SECRET = 'ao sen làng cũ mùa thu';
/** The least that the format allows: each case derives a key. */
const WORK = 1;
/** A mutated stanza may ask for more work; up to a second of it is the format's own. */
const WORK_MOST = 12;

const key = await generateIdentity();
const toKey = await sealed(async (encrypter) => {
  encrypter.addRecipient(await identityToRecipient(key));
});
const toWords = await sealed((encrypter) => {
  encrypter.setPassphrase(SECRET);
  encrypter.setScryptWorkFactor(WORK);
});

/** The shop's book as `backup --recipient` and `backup --encrypt` write it. */
async function sealed(by: (encrypter: Encrypter) => Promise<void> | void): Promise<Buffer> {
  const encrypter = new Encrypter();
  await by(encrypter);
  return Buffer.from(await encrypter.encrypt(shop.book));
}

const KEY_FILE = Buffer.from(`# created: 2024-11-30T12:00:00+07:00\n# public key: age1…\n${key}\n`);
const WORDS_FILE = Buffer.from(`${SECRET}\n`);

const TOKENS = [
  'age-encryption.org/v1\n',
  'age-encryption.org/v2\n',
  '-----BEGIN AGE ENCRYPTED FILE-----\n',
  '-> X25519 ',
  '-> scrypt ',
  '-> ssh-ed25519 ',
  '-> mlkem768x25519 ',
  '\n-> ',
  '\n---',
  '--- ',
  ' 1\n',
  ' 99\n',
  ' 00\n',
  'AGE-SECRET-KEY-1',
  'AGE-SECRET-KEY-PQ-1',
  'AGE-PLUGIN-X-1',
  '\n',
  '\r\n',
  '\ufeff',
  '\0',
  '='.repeat(64),
  'A'.repeat(5000),
];

/** Mostly the header, where everything is decided; the seals behind it are all alike. */
const HEADER_BYTES = 400;

function begun(seed: number) {
  const whole = mutants([toKey, toWords], TOKENS)(seed);
  const head = mutants(
    [toKey, toWords].map((bytes) => bytes.subarray(0, HEADER_BYTES)),
    TOKENS,
  )(seed);
  const small = mutants([KEY_FILE, WORDS_FILE], TOKENS)(seed);
  return (random: Parameters<typeof whole>[0]) => {
    const kind = random.below(4);
    if (kind === 0) return whole(random);
    if (kind === 1) return small(random);
    const rest = random.one([toKey, toWords]).subarray(HEADER_BYTES);
    return Buffer.concat([head(random), kind === 2 ? rest : Buffer.alloc(0)]);
  };
}

/** Restored by a key or by words; the book is whole whatever comes of it, and no secret is said. */
async function restore({ how, bytes }: Case): Promise<unknown> {
  const work = /scrypt [^\n]{0,80} (\d{1,3})\n/.exec(bytes.toString('latin1', 0, 4096))?.[1];
  if (work !== undefined && Number(work) > WORK_MOST && Number(work) <= 20) return 'too dear';
  const path = shop.path('so.db');
  copyFileSync(shop.path('good.db'), path);
  // What is changed: the backup, or the file that opens it.
  const changed = (['backup', 'backup', 'key', 'words'] as const)[how % 4] ?? 'backup';
  const byKey = changed === 'key' || (changed === 'backup' && (how >> 3) % 2 === 0);
  const files = {
    'luu.age': changed === 'backup' ? bytes : byKey ? toKey : toWords,
    khoa: changed === 'key' ? bytes : KEY_FILE,
    chu: changed === 'words' ? bytes : WORDS_FILE,
  };
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(shop.path(name), content);
    chmodSync(shop.path(name), 0o600);
  }
  const opener = byKey ? ['--identity', 'khoa'] : ['--passphrase-file', 'chu'];
  const { exit, said } = await shop.run(['restore', 'luu.age', ...opener, '--book', path, '--yes', '--json']);
  mustBeSound('restore', said);
  if (said.includes(key) || said.includes(SECRET)) throw new Error('a secret was said');
  const { exit: whole } = await shop.run(['verify', '--book', path]);
  if (whole !== 0) throw new Error(`restore ended with ${exit}, and the book does not hold together`);
  for (const name of readdirSync(shop.folder))
    if (/^so\..+\.db$/.test(name)) rmSync(shop.path(name), { force: true });
  return exit;
}

export const ENCRYPTED_READERS: readonly Fuzzed[] = [
  { name: 'restore-encrypted', quick: 20, bound: 8000, chunk: 100, begin: begun, read: restore },
];
