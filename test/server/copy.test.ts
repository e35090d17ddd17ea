import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Stage, wordsOf } from '../support/play.ts';
import { asking, Server } from '../support/server.ts';
import { SMALL_BOOK } from '../support/small-book.ts';

const LONG_MS = 240_000;

/** What is asked of a book wherever it lies; papers by their bytes. */
const QUESTIONS = [
  'verify',
  'balance',
  'status',
  'check',
  'member list',
  'gift list',
  'operation list',
  'access list',
  'ledger journal --period 2024',
  'ledger trial-balance --period 2024',
  'reconcile --period 2024-01',
];
const PAPERS = [
  'report contributions --period 2024',
  'ledger cash --period 2024-01',
  'report recipients --period 2024',
];

let server: Server;
let stage: Stage;

beforeAll(async () => {
  server = await Server.start();
}, LONG_MS);

afterAll(async () => {
  await server.stop();
});

beforeEach(() => {
  stage = new Stage({ env: {} });
});

afterEach(() => {
  stage.strike();
});

async function told(book: string): Promise<readonly string[]> {
  const answers: string[] = [];
  for (const line of QUESTIONS) {
    const { exit, stdout } = await stage.run([
      ...wordsOf(line),
      '--json',
      '--book',
      book,
      '--today',
      '2024-03-01',
    ]);
    expect([0, 1], `${line}: ${stdout}`).toContain(exit);
    answers.push(`${line}\n${stdout}`);
  }
  for (const [at, line] of PAPERS.entries()) {
    for (const ending of ['xlsx', 'csv']) {
      const name = `to-${at}.${ending}`;
      await stage.run([...wordsOf(line), '-o', name, '--book', book, '--today', '2024-03-01']);
      answers.push(`${line} ${ending}\n${stage.read(name).toString('base64')}`);
      stage.remove(name);
    }
  }
  return answers;
}

async function copy(from: string, to: string): Promise<{ head: string }> {
  const played = await stage.run(['book', 'copy', to, '--book', from, '--json']);
  const answer = JSON.parse(played.stdout) as { ok: boolean; data: { head: string } };
  expect(answer.ok, played.stdout).toBe(true);
  return answer.data;
}

test(
  'a file to a server and back: one head, the same answers and papers to the byte',
  async () => {
    for (const line of SMALL_BOOK) await stage.data(`${line} --book phucloi.db`);
    const before = await told('phucloi.db');
    const there = server.address('di');
    const { head } = await copy('phucloi.db', there);
    expect(await told(there)).toEqual(before);
    expect(await copy(there, 've.db')).toMatchObject({ head });
    expect(await told('ve.db')).toEqual(before);
    // What is there already is not written over.
    const again = await stage.run(['book', 'copy', there, '--book', 'phucloi.db', '--json']);
    expect([again.exit, (JSON.parse(again.stdout) as { error: { code: string } }).error.code]).toEqual([
      3,
      'entity.exists',
    ]);
    const file = await stage.run(['book', 'copy', 've.db', '--book', there, '--json']);
    expect([file.exit, (JSON.parse(file.stdout) as { error: { code: string } }).error.code]).toEqual([
      3,
      'book.exists',
    ]);
  },
  LONG_MS,
);

test(
  'encrypted fields go as they are, and open with the same words',
  async () => {
    for (const line of SMALL_BOOK) await stage.data(`${line} --book phucloi.db`);
    stage.write('mat-khau.txt', 'ao sen lang bien que nha cau go mai dinh\n');
    await stage.data(
      'private encrypt --book phucloi.db --passphrase-file mat-khau.txt --recovery-file ma.txt --yes',
    );
    const code = (await stage.data<{ members: { code: string }[] }>('member list --book phucloi.db'))
      .members[0]?.code;
    const shown = async (book: string) =>
      (
        await stage.run([
          ...wordsOf(`member show ${code} --reveal "kiểm tra" --passphrase-file mat-khau.txt --json --book`),
          book,
        ])
      ).stdout;
    const there = server.address('kin');
    // Another entity stands there first: what is sealed is not bound to a number.
    await stage.data(`init --code KHAC --name Khác --from 2024-01 --no-input --book ${there}`);
    await copy('phucloi.db', there);
    const at = `${there}&entity=${(await entityIn('phucloi.db')) ?? ''}`;
    expect(await shown(at)).toBe(await shown('phucloi.db'));
  },
  LONG_MS,
);

async function entityIn(book: string): Promise<string | undefined> {
  const { stdout } = await stage.run([
    'export',
    '--format',
    'json',
    '-o',
    'ra.json',
    '--book',
    book,
    '--json',
  ]);
  expect(stdout).toContain('"ok":true');
  return /"entity":"([^"]+)"/.exec(stage.read('ra.json').toString())?.[1];
}

test(
  'a copy that was begun and not ended leaves nothing',
  async () => {
    for (const line of SMALL_BOOK) await stage.data(`${line} --book phucloi.db`);
    const there = server.address('nua');
    const dry = await stage.run(['book', 'copy', there, '--book', 'phucloi.db', '--dry-run', '--json']);
    expect(dry.exit).toBe(0);
    const { rows } = await asking(server.address(), "select 1 from pg_namespace where nspname = 'nua'");
    expect(rows).toEqual([]);
  },
  LONG_MS,
);
