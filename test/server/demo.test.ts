import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Server } from '../support/server.ts';
import { normal } from '../support/transcript.ts';
import { phucloi } from './program.ts';

// The whole sample book, once in a file and once on a server: every report of the one is the other's.
const folder = mkdtempSync(join(tmpdir(), 'phucloi-demo-'));
const LIMIT = 400_000;
let server: Server;
let books: { readonly file: string; readonly server: string };

beforeAll(async () => {
  server = await Server.start();
  const played = await Promise.all(
    ['demo --out tep', `demo --out tren --book "${server.address('so_mau')}"`].map((line) =>
      phucloi(`${line} --json`, { folder, env: {} }),
    ),
  );
  const [file = '', onServer = ''] = played.map(({ exit, stdout, stderr }) => {
    if (exit !== 0) throw new Error(`demo: exit ${exit} ${stdout}${stderr}`);
    return (JSON.parse(stdout) as { data: { book: string } }).data.book;
  });
  books = { file, server: onServer };
}, LIMIT);

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const REPORTS: readonly string[] = [
  'balance',
  'balance --as-of 31/01/2024',
  'status',
  'check',
  'reconcile --period 2024-01',
  'reconcile --period 2024-06',
  'ledger journal --period 2024-01',
  'ledger cash --place cash --period 2024-01',
  'ledger fund MAIAM --from 01/01/2024 --to 30/06/2024',
  'ledger trial-balance --period 2024-H1',
  'report disbursements --period 2024-01',
  'report thanks --period 2024-H1 --min 3.000.000',
  'entry list --period 2024',
  'voucher list --period 2024',
  'contribution list --document D3',
  'statement list',
  'member list',
  'unit list',
  'donor list',
  'fund list',
  'gift list --round tet-2024',
  'home list --round mai-am-2024',
  'programme progress tet-2024',
  'operation list',
];

test.each(REPORTS)('%s is the same from a file and from a server', async (line) => {
  const said = await Promise.all(
    [books.file, books.server].map(async (book) => {
      const forms = await Promise.all(
        ['--json', '--lang vi', '--lang en'].map((form) =>
          phucloi(`${line} ${form} --today 2024-06-30 --book "${book}"`, { folder, env: {} }),
        ),
      );
      return forms.map(({ exit, stdout }) => `${masked(stdout, book)}[exit ${exit}]`);
    }),
  );
  expect(said[1]).toEqual(said[0]);
  expect(said[0]?.join('')).not.toContain('usage.');
});

/** Without what differs from book to book: its own name, digests made with fresh salts, the moment of each command. */
function masked(text: string, book: string): string {
  return normal(book === '' ? text : text.replaceAll(book, 'BOOK'), folder)
    .replaceAll(/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/g, '<uuid>')
    .replaceAll(/\b[0-9a-f]{64}\b/g, '<digest>')
    .replaceAll(/\b[0-9a-f]{4}(?:[ -][0-9a-f]{4}){3}\b/g, '<head>')
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00/g, '<moment>')
    .replaceAll(/\d\d\/\d\d\/\d{4} {1,2}\d\d:\d\d(?::\d\d)?/g, '<moment>');
}

test.each(['cong-khai-6-thang-2024.html', 'trang-thang-2024-06.html'])('%s is the same paper', (name) => {
  const [one, other] = ['tep', 'tren'].map((out) =>
    masked(readFileSync(join(folder, out, name), 'utf8'), '')
      // A style's own digest, with a seal among its words.
      .replaceAll(/sha256-[A-Za-z0-9+/=]{44}/g, '<digest>'),
  );
  expect(other).toBe(one);
});

test('a sample that is on the server already is not played over it: entity.exists, 3', async () => {
  const line = `demo --out tren --book "${server.address('so_mau')}" --json`;
  const { exit, code } = await phucloi(line, { folder, env: {} });
  expect([exit, code]).toEqual([3, 'entity.exists']);
});
