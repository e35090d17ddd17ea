import { createDecipheriv, createHash, createHmac, hkdfSync, scryptSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { sqliteLibrary } from '../../src/store/library.ts';
import { Stage } from '../support/play.ts';

/** The example of docs/private-format.md. */
interface Example {
  readonly entity: number;
  readonly passphrase: string;
  readonly recovery: string;
  readonly dataKey: string;
  readonly vault: readonly { openedBy: string; cost: number; salt: string; wrapped: string }[];
  readonly vaultDigest: string;
  readonly register: string;
  readonly owner: number;
  readonly field: string;
  readonly plain: string;
  readonly value: string;
  readonly lookup: string;
}

const page = readFileSync(join(import.meta.dirname, '../../docs/private-format.md'), 'utf8');
const example = JSON.parse(/```json\n(.*?)```/s.exec(page)?.[1] ?? '') as Example;

const stage = new Stage();
afterAll(() => {
  stage.strike();
});

/** Opens what AES-256-GCM sealed: nonce, text, tag. */
function unsealed(key: Buffer, sealed: Buffer, bound: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  decipher.setAAD(Buffer.from(bound, 'utf8'));
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
}

test('the example opens by what the page says, with nothing but the cryptography of Node', () => {
  const { entity, vault, register, owner, field } = example;
  const secrets = [example.passphrase.normalize('NFC'), example.recovery.replaceAll('-', '')];
  const keys = vault.map(({ openedBy, cost, salt, wrapped }, at) => {
    const options = { N: cost, r: 8, p: 1, maxmem: 256 * 8 * cost };
    const key = scryptSync(Buffer.from(secrets[at] ?? '', 'utf8'), Buffer.from(salt, 'hex'), 32, options);
    const bytes = Buffer.from(wrapped, 'hex');
    expect([bytes[0], bytes.length]).toEqual([1, 61]);
    return unsealed(key, bytes.subarray(1), `phucloi/vault/1|${entity}|${openedBy}|${cost}`).toString('hex');
  });
  expect(keys).toEqual([example.dataKey, example.dataKey]);
  const rows = vault.map(({ openedBy, cost, salt, wrapped }) => [openedBy, cost, salt, wrapped].join('|'));
  const digest = createHash('sha256')
    .update(['phucloi/vault/1', ...rows].join('\n'))
    .digest('hex');
  expect(digest).toBe(example.vaultDigest);
  const derived = (use: string) =>
    Buffer.from(hkdfSync('sha256', Buffer.from(example.dataKey, 'hex'), '', `phucloi/private/1/${use}`, 32));
  const sealed = Buffer.from(example.value.slice('pl1:'.length), 'base64url');
  const bound = `phucloi/private/1|${entity}|${register}|${owner}|${field}`;
  expect(unsealed(derived('value'), sealed, bound).toString('utf8')).toBe(example.plain);
  const digits = example.plain.replace(/\D/g, '');
  expect(createHmac('sha256', derived('lookup')).update(digits).digest('hex')).toBe(example.lookup);
});

test('the program reads the example as the page says', async () => {
  await stage.data('init --name "Công đoàn ngành Y tế" --from 2024-01 --no-input');
  const path = join(stage.folder, 'phucloi.db');
  const sqlite = new Sqlite(path);
  const { entity, register, owner, field, value, lookup } = example;
  for (const { openedBy, cost, salt, wrapped } of example.vault)
    sqlite
      .prepare('insert into vault values (?, ?, ?, ?, ?)')
      .run(entity, openedBy, cost, Buffer.from(salt, 'hex'), Buffer.from(wrapped, 'hex'));
  sqlite
    .prepare(
      "insert into setting select ?, coalesce(max(id), 0) + 1, 'private.vault', ?, randomblob(16) from setting",
    )
    .run(entity, example.vaultDigest);
  sqlite
    .prepare('insert into private values (?, ?, ?, ?, ?, ?)')
    .run(entity, register, owner, field, value, Buffer.from(lookup, 'hex'));
  sqlite.close();
  const book = await sqliteLibrary.open(path);
  try {
    for (const secret of [example.passphrase, example.recovery]) {
      const key = await book.unlock(secret);
      expect(Buffer.from(key.bytes).toString('hex')).toBe(example.dataKey);
      const told = await book.read(async (reader) => (await reader.benefits()).secrets([owner], 'phone'));
      expect(told.get(owner)).toBe(example.plain);
    }
  } finally {
    book.close();
  }
});
