import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Encrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Stage, wordsOf } from '../support/play.ts';

const stage = new Stage();
const at = (name: string) => join(stage.folder, name);
const secret = (name: string, words: string) => {
  stage.write(name, `${words}\n`);
  chmodSync(at(name), 0o600);
};

beforeAll(async () => {
  await stage.data('init --name "Công đoàn" --from 2024-01 --opening TET:cash=7.000.000');
  secret('mat-khau', 'bốn từ không liên quan');
  secret('khac', 'năm từ cũng không liên quan');
});
afterAll(() => {
  stage.strike();
});

async function refusal(line: string): Promise<{ code: string; facts: object }> {
  const before = [stage.read('phucloi.db'), readdirSync(stage.folder)];
  const played = await stage.run([...wordsOf(line), '--json']);
  expect([stage.read('phucloi.db'), readdirSync(stage.folder)]).toEqual(before);
  return (JSON.parse(played.stdout) as { error: { code: string; facts: object } }).error;
}

test('a backup that a passphrase encrypts has nothing of the book in plain, and comes back by it only', async () => {
  const { path, head } = await stage.data<{ path: string; head: string }>(
    'backup --encrypt --passphrase-file mat-khau',
  );
  expect(path).toMatch(/^phucloi-2024-11-30-120000-[0-9a-f]{8}\.backup\.db\.age$/);
  const bytes = stage.read(path);
  expect(bytes.toString('latin1', 0, 32)).toBe('age-encryption.org/v1\n-> scrypt ');
  expect(bytes.includes('Công đoàn') || bytes.includes('SQLite format 3')).toBe(false);
  expect(await refusal(`restore ${path}`)).toMatchObject({ code: 'passphrase.missing' });
  expect(await refusal(`restore ${path} --passphrase-file khac`)).toMatchObject({
    code: 'backup.key',
    facts: { by: 'passphrase' },
  });
  expect(await stage.data(`restore ${path} --passphrase-file mat-khau --dry-run`)).toMatchObject({
    head,
    lost: 0,
  });
  expect(await stage.data('doctor --drill --passphrase-file mat-khau')).toMatchObject({
    drill: { head, newer: 0 },
  });
});

test('a backup for keys is opened by each of them; cut off and altered ones are told apart', async () => {
  const keys = [await generateIdentity(), await generateIdentity()];
  const [one, two] = await Promise.all(keys.map((key) => identityToRecipient(key)));
  stage.write('khoa.txt', `# created\n${keys[1]}\n`);
  stage.write('khoa-la.txt', `${await generateIdentity()}\n`);
  const { path, head } = await stage.data<{ path: string; head: string }>(
    `backup --recipient ${one} --recipient ${two}`,
  );
  expect(await refusal(`restore ${path}`)).toMatchObject({ code: 'backup.key', facts: { by: 'identity' } });
  expect(await refusal(`restore ${path} --identity khoa-la.txt`)).toMatchObject({ code: 'backup.key' });
  expect(await refusal(`restore ${path} --identity phucloi.db`)).toMatchObject({ code: 'usage.value' });
  expect(await stage.data(`restore ${path} --identity khoa.txt`)).toMatchObject({ head, digest: true });
  const bytes = stage.read(path);
  for (const beside of [true, false]) {
    if (!beside) stage.remove(`${path}.sha256`);
    for (const length of [bytes.length - 1, bytes.length - 100_000]) {
      writeFileSync(at(path), bytes.subarray(0, length));
      expect(await refusal(`restore ${path} --identity khoa.txt`)).toMatchObject({
        code: 'backup.truncated',
      });
    }
    const altered = Buffer.from(bytes);
    altered.writeUInt8(altered.readUInt8(300_000) ^ 1, 300_000);
    writeFileSync(at(path), Buffer.concat([altered, Buffer.alloc(70_000)]));
    expect(await refusal(`restore ${path} --identity khoa.txt`)).toMatchObject({ code: 'backup.altered' });
    writeFileSync(at(path), altered);
    expect(await refusal(`restore ${path} --identity khoa.txt`)).toMatchObject({ code: 'backup.altered' });
  }
});

test('what is encrypted and no book is foreign', async () => {
  const encrypter = new Encrypter();
  const key = await generateIdentity();
  encrypter.addRecipient(await identityToRecipient(key));
  stage.write('khoa.txt', `${key}\n`);
  stage.write('thu.age', await encrypter.encrypt('Thư gửi công đoàn cấp trên'));
  expect(await refusal('restore thu.age --identity khoa.txt')).toMatchObject({ code: 'backup.foreign' });
});

test('an encrypted backup whose plain copy cannot lie beside the book names that folder', async () => {
  const own = new Stage();
  try {
    await own.data('init --name "Công đoàn" --from 2024-01');
    // So long that a draft beside it cannot have a name, and a backup can.
    const book = join('so', `${'x'.repeat(207)}.db`);
    own.write(book, own.read('phucloi.db'));
    own.write('usb/x', '');
    const key = await identityToRecipient(await generateIdentity());
    const { stdout } = await own.run(wordsOf(`backup --recipient ${key} --to usb --book ${book} --json`));
    expect(JSON.parse(stdout)).toMatchObject({
      error: {
        code: 'file.unwritable',
        facts: { path: join(own.folder, 'so'), reason: 'ENAMETOOLONG' },
      },
    });
  } finally {
    own.strike();
  }
});

test('a key that is none, and two ways to encrypt, are refused before anything is made', async () => {
  expect(await refusal('backup --recipient age1khong-phai')).toMatchObject({ code: 'usage.value' });
  const { code } = await refusal('backup --encrypt --recipient age1x --passphrase-file mat-khau');
  expect(code).toBe('usage.conflict');
});

test('a key of the configuration encrypts every backup: by hand, before a list, of a close, of a migration', async () => {
  const own = new Stage();
  try {
    const key = await generateIdentity();
    own.write('khoa.txt', `${key}\n`);
    for (const line of [
      'init --name "Công đoàn" --from 2024-01 --opening TET:cash=7.000.000',
      `config set backupRecipient ${await identityToRecipient(key)}`,
      'setting set backup.rows 1',
      'cash count --on 31/01/2024 --total 7.000.000',
    ])
      await own.data(line);
    own.write('a.csv', 'Ngày,Tên,Số tiền\n01/02/2024,Ông Một,1.000\n02/02/2024,Bà Hai,2.000\n');
    const made = [
      (await own.data<{ path: string }>('backup')).path,
      (await own.data<{ backup: string }>('contribution import a.csv --fund XHTT')).backup,
      (await own.data<{ backup: string }>('close 2024-01 --no-papers')).backup,
    ];
    expect(await own.data('doctor --drill')).toMatchObject({
      findings: expect.arrayContaining([expect.objectContaining({ code: 'backup.sealed' })]),
    });
    expect(await own.data('doctor --drill --identity khoa.txt')).toMatchObject({ drill: { digest: true } });
    for (const path of made)
      expect(await own.data(`restore ${path} --identity khoa.txt --dry-run`)).toMatchObject({ digest: true });
    const db = new Database(join(own.folder, 'phucloi.db'));
    db.exec(
      'drop table vault; drop table collected; drop table ending; drop table departure; drop table succession; drop table placement; pragma user_version = 4',
    );
    db.close();
    made.push((await own.data<{ backup: string }>('migrate')).backup);
    const mark = /-([0-9a-f]{8})\.backup/.exec(made[0] ?? '')?.[1];
    expect(made).toEqual([
      `phucloi-2024-11-30-120000-${mark}.backup.db.age`,
      `phucloi-2024-11-30-120000-${mark}.auto.backup.db.age`,
      `phucloi-2024-01-${mark}.backup.db.age`,
      `phucloi-2024-11-30-120000-${mark}.v4.backup.db.age`,
    ]);
    for (const path of made)
      expect(own.read(path).toString('latin1', 0, 28)).toBe('age-encryption.org/v1\n-> X25');
    // Nothing of any of them is left in plain.
    expect(readdirSync(own.folder).filter((name) => /tmp|backup\.db$/.test(name))).toEqual([]);
  } finally {
    own.strike();
  }
});

test('automatic backups for a key are rotated as others are; a key that is none is named by where it was set', async () => {
  const own = new Stage({ env: { PHUCLOI_BACKUP_RECIPIENT: 'age1khong' } });
  try {
    await own.data('init --name "Công đoàn" --from 2024-01');
    const { stdout } = await own.run(['backup', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      error: { code: 'usage.value', facts: { option: 'PHUCLOI_BACKUP_RECIPIENT', given: 'age1khong' } },
    });
    await own.data('setting set backup.rows 1');
    const key = await identityToRecipient(await generateIdentity());
    for (let day = 1; day <= 7; day++) {
      own.write('a.csv', `Ngày,Tên,Số tiền\n0${day}/02/2024,Ông Một,1.000\n0${day}/02/2024,Bà Hai,2.000\n`);
      const played = await own.play(['contribution', 'import', 'a.csv', '--fund', 'XHTT'], undefined, {
        env: { PHUCLOI_BACKUP_RECIPIENT: key },
        now: new Date(`2024-12-0${day}T05:00:00Z`),
      });
      expect(played.exit, played.stderr).toBe(0);
    }
    const kept = readdirSync(own.folder).filter((name) => name.endsWith('.age'));
    expect(kept.map((name) => name.slice(0, 18))).toEqual(
      [3, 4, 5, 6, 7].map((day) => `phucloi-2024-12-0${day}`),
    );
  } finally {
    own.strike();
  }
});
