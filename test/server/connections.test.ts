import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Server } from '../support/server.ts';
import { phucloi, type Ended } from './program.ts';

// How the program comes to a server, and what it says where it may not: test/server/ways/refusals.txt holds the words.
const folder = mkdtempSync(join(tmpdir(), 'phucloi-ways-'));
const WORD = 'mat-khau-thu-nghiem';

/** A certificate for this machine, that nobody signed but itself. */
function certificate(): { certificate: string; key: string } | undefined {
  const [cert, key] = [join(folder, 'may-chu.crt'), join(folder, 'may-chu.key')];
  const words =
    `req -x509 -newkey rsa:2048 -nodes -days 3650 -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1 -out ${cert} -keyout ${key}`.split(
      ' ',
    );
  if (spawnSync('openssl', words).status !== 0) return undefined;
  return { certificate: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') };
}

const own = certificate();
if (own === undefined) process.stderr.write('no openssl here: nothing was tried over TLS\n');
let server: Server;

beforeAll(async () => {
  server = await Server.start({
    network: own ?? {},
    // Within the machine who it is, over the network by TLS and a password alone.
    mayEnter: [
      'local all boss trust',
      'local all all scram-sha-256',
      'hostssl all all 127.0.0.1/32 scram-sha-256',
    ],
  });
  await server.ask(`create role an login password '${WORD}'; grant all on database postgres to an`);
  await server.ask('create schema khac; create table khac.cua_ai (id bigint)');
  await runs(`init --code CDN ${INIT}`, server.address());
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const INIT = '--name "Công đoàn ngành" --from 2024-01 --no-input --quiet';

function runs(line: string, book: string, env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return phucloi(`${line} --json`, { folder, env: { PHUCLOI_BOOK: book, ...env } });
}

/** With what code `balance` is left, which whoever comes in may ask. */
async function entered(book: string, env: Readonly<Record<string, string>> = {}): Promise<number | null> {
  return (await runs('balance', book, env)).exit;
}

const kept = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text, { mode: 0o600 });
  return path;
};

/** By the network, as the owner: a password is asked there. */
const overNetwork = (options: string) => `postgres://boss@127.0.0.1:${server.port}/postgres?${options}`;

/** A file of passwords with the word for whoever logs in. */
const passwords = () => ({ PGPASSFILE: kept('mat-khau', `*:*:*:*:${WORD}\n`) });

test('by the socket of the machine', async () => {
  expect(await entered(server.address())).toBe(0);
});

test('by a password from PGPASSFILE, told by scram; a wrong one is refused: book.denied, 3', async () => {
  const book = `postgres://an@/postgres?host=${server.folder}&port=${server.port}&schema=rieng`;
  expect((await runs(`init --code RIENG ${INIT}`, book, passwords())).exit).toBe(0);
  expect(await entered(book, passwords())).toBe(0);
  expect(await entered(book, { PGPASSWORD: WORD })).toBe(0);
  // Where nobody names another, the one in the home folder.
  const home = kept('.pgpass', `*:*:*:an:${WORD}\n`);
  expect(await entered(book)).toBe(0);
  rmSync(home);
  const wrong = { PGPASSFILE: kept('mat-khau-sai', `*:*:*:*:khong-phai\n`) };
  const { exit, code, stdout } = await runs('balance', book, wrong);
  expect([exit, code]).toEqual([3, 'book.denied']);
  expect(stdout).not.toContain('khong-phai');
});

test('without the password that is asked for: book.denied, 3', async () => {
  const book = `postgres://an@/postgres?host=${server.folder}&port=${server.port}&schema=rieng`;
  const { exit, code } = await runs('balance', book);
  expect([exit, code]).toEqual([3, 'book.denied']);
});

test('by a service of a service file, a person’s own or one that is named', async () => {
  const lines = ['[so]', `host=${server.folder}`, `port=${server.port}`, 'user=boss', 'dbname=postgres'];
  const file = kept('dich-vu.conf', `${lines.join('\n')}\n`);
  expect(await entered('postgres://?service=so', { PGSERVICEFILE: file })).toBe(0);
  expect(await entered('postgres://', { PGSERVICEFILE: file, PGSERVICE: 'so' })).toBe(0);
  kept('.pg_service.conf', `${lines.join('\n')}\n`);
  expect(await entered('postgres://?service=so')).toBe(0);
});

test.skipIf(own === undefined)('over TLS, where the server proves who it is', async () => {
  await server.ask(`alter role boss password '${WORD}'`);
  const root = `sslrootcert=${join(folder, 'may-chu.crt')}`;
  // Over a network this is asked of every server; within the machine it is asked for.
  expect(await entered(overNetwork(`sslmode=verify-full&${root}`), passwords())).toBe(0);
  expect(await entered(overNetwork('sslmode=require'), passwords())).toBe(0);
});

test.skipIf(own === undefined)('over TLS, where it does not: book.unreachable, 6', async () => {
  const { exit, code, stdout } = await runs('balance', overNetwork('sslmode=verify-full'), passwords());
  expect([exit, code]).toEqual([6, 'book.unreachable']);
  expect(stdout).toContain('SELF_SIGNED');
});

test.skipIf(own === undefined)('without TLS where the server wants it: book.denied, 3', async () => {
  const { exit, code } = await runs('balance', overNetwork('sslmode=disable'), passwords());
  expect([exit, code]).toEqual([3, 'book.denied']);
});

/** Command lines with what they say; `SERVER` stands for the way to the server. */
const REFUSED: readonly (readonly [line: string, code: string, before?: () => Promise<unknown>])[] = [
  ['balance --book "postgres://may-chu/so?entity=CDN&mode=x"', 'book.address'],
  ['balance --book "postgres://boss@/postgres?host=/khong/co"', 'book.unreachable'],
  ['balance --book "postgres://an@/postgres?SERVER"', 'book.denied'],
  ['balance --book "postgres://boss@/postgres?SERVER&schema=chua_co"', 'book.missing'],
  ['balance --book "postgres://boss@/postgres?SERVER&schema=khac"', 'book.foreign'],
  [
    'init --code CDN --name "Công đoàn" --from 2024-01 --no-input --book "postgres://boss@/postgres?SERVER"',
    'entity.exists',
  ],
  ['balance --book "postgres://boss@/postgres?SERVER&entity=KHAC"', 'entity.unknown'],
  [
    'balance --book "postgres://boss@/postgres?SERVER"',
    'entity.unsaid',
    () => runs(`init --code BVDK ${INIT}`, server.address()),
  ],
  ['restore sao-luu.db --book "postgres://boss@/postgres?SERVER&entity=CDN"', 'book.engine'],
  [
    'balance --book "postgres://boss@/postgres?SERVER&entity=CDN"',
    'book.version',
    () => server.ask('update phucloi.stamp set version = version + 1'),
  ],
  [
    'balance --book "postgres://boss@/postgres?SERVER&entity=CDN"',
    'book.older',
    () => server.ask('update phucloi.stamp set version = version - 2'),
  ],
];

test('what is said where a book on a server is refused, in both languages', async () => {
  const golden = join(import.meta.dirname, 'ways/refusals.txt');
  const shown: string[] = [];
  for (const [line, code, before] of REFUSED) {
    await before?.();
    const words = line.replace('SERVER', `host=${server.folder}&port=${server.port}`);
    expect((await phucloi(`${words} --json`, { folder, env: {} })).code, line).toBe(code);
    shown.push(`# ${code}`, `$ phucloi ${line}`);
    for (const lang of ['vi', 'en']) {
      const { exit, stderr } = await phucloi(`${words} --lang ${lang}`, { folder, env: {} });
      const text = stderr
        .replaceAll(`host=${server.folder}&port=${server.port}`, 'SERVER')
        .replaceAll(folder, '…')
        .trimEnd();
      shown.push(...text.split('\n').map((each) => `! ${each}`), `[exit ${exit}]`);
    }
    shown.push('');
  }
  const text = `${shown.join('\n').trimEnd()}\n`;
  if (process.env['UPDATE'] === '1') writeFileSync(golden, text);
  else expect(text).toBe(readFileSync(golden, 'utf8'));
});
