import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Refusal } from '../../src/domain/failure.ts';
import type { Day } from '../../src/domain/day.ts';
import { tidy } from '../../src/domain/name.ts';
import { readContributions, type ContributionRow } from '../../src/intake/contribution.ts';
import { openList, type Reading } from '../../src/intake/open.ts';
import { readSpan } from '../../src/intake/period.ts';
import { Stage, wordsOf } from '../support/play.ts';

// Real lists of real people: nothing of theirs is written here, and what is compared is sums and digests.
const DATA = join(import.meta.dirname, '../../../shared/data');
const OPEN = join(DATA, 'open');
const ENCODINGS = join(DATA, 'vn-encodings');
const LIMITS = { first: '2024-01-01' as Day, today: '2024-11-30' as Day };

let stage: Stage;

beforeEach(async () => {
  stage = new Stage();
  await stage.data('init --name "Công đoàn" --from 2024-01');
});

afterEach(() => {
  stage.strike();
});

async function refusalOf(words: readonly string[]): Promise<{ code: string; facts: Facts }> {
  const answer = JSON.parse((await stage.run([...words, '--json'])).stdout) as {
    ok: boolean;
    error?: { code: string; facts: Facts };
  };
  return answer.error ?? { code: 'none', facts: {} };
}

interface Facts {
  readonly rows?: readonly { row: number; code: string; detail?: string }[];
  readonly damage?: string;
}

/** The gifts of a list as the program reads them, or how it refuses the list. */
async function giftsOf(path: string, reading: Reading = {}): Promise<readonly ContributionRow[] | string> {
  try {
    const list = await readContributions(await openList(path, { reading }), LIMITS, undefined);
    const rows: ContributionRow[] = [];
    for await (const batch of list.rows()) rows.push(...batch);
    return rows;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { failure } = error;
    return failure.code === 'input.encoding' ? `${failure.code} ${failure.facts.damage}` : failure.code;
  }
}

function digestOf(texts: readonly string[]): string {
  return createHash('sha256').update(texts.map(tidy).join('\n')).digest('hex');
}

const AGRIBANK = 'agribank-2024-09-16_17.csv';
const AGRIBANK_FACTS = {
  bank: 'Agribank',
  rows: 739,
  total: 5_360_300_053,
  credits: 5_360_300_053,
  debits: 0,
  opening: 58_171_509_961,
  closing: 63_531_810_014,
  breaks: [],
};

describe.skipIf(!existsSync(DATA))('real lists', () => {
  test.each([
    [AGRIBANK, { ...AGRIBANK_FACTS, checked: 740 }],
    [
      'vietcombank-2024-09-01.csv',
      { bank: 'Vietcombank', rows: 1000, credits: 1_410_216_548, debits: 55_000, checked: 7, breaks: [] },
    ],
    [
      'vietinbank-2024-09-12.csv',
      { bank: 'VietinBank', rows: 600, credits: 246_768_533, debits: 0, checked: 0, breaks: [] },
    ],
  ])('%s is recorded whole, and posted whole; again neither adds anything', async (file, facts) => {
    const path = join(OPEN, file);
    const line = `statement import ${path} --account bank`;
    const { accepted, ...first } = await stage.data<{ accepted: number }>(line);
    expect(first).toMatchObject(facts);
    expect(accepted).toBe(facts.rows);
    expect(await stage.data(line)).toMatchObject({ accepted: 0, duplicates: facts.rows });
    const gifts = `contribution import ${path} --fund XHTT --to bank`;
    expect(await stage.data(gifts)).toMatchObject({ posted: facts.credits, total: facts.credits });
    expect(await stage.data(gifts)).toMatchObject({ accepted: 0, posted: 0 });
  });

  test.each([
    [
      'DongNai-thongbao-2024-09-23_2024-09-24.csv',
      'DongNai-TB08-2024-09-23_2024-09-24.xlsx',
      59,
      6_433_468_000,
    ],
    [
      'DongNai-thongbao-2024-09-27_2024-09-30.csv',
      'DongNai-TB11-2024-09-27_2024-09-30.xlsx',
      18,
      995_861_000,
    ],
  ])('%s and its workbook are one document', async (csv, xlsx, rows, total) => {
    const first = await stage.data(`contribution import ${join(OPEN, csv)} --fund XHTT`);
    expect(first).toMatchObject({ rows, accepted: rows, total });
    const again = await stage.data(`contribution import ${join(OPEN, xlsx)} --fund XHTT`);
    expect(again).toMatchObject({ rows, accepted: 0, duplicates: rows, total, posted: 0 });
  });

  test('five amounts blanked in a statement are named, each with what its balance proves', async () => {
    const CREDIT = 3;
    const records = parse(readFileSync(join(OPEN, AGRIBANK)), { relax_column_count: true });
    const firstRow = records.findIndex((cells) => /\d/.test(cells[CREDIT] ?? ''));
    const last = records.length - 1;
    const some = fc.uniqueArray(fc.integer({ min: firstRow, max: last }), { minLength: 5, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(some, async (blank) => {
        const lost = records.map((cells, at) => (blank.includes(at) ? cells.with(CREDIT, '') : cells));
        const lines = lost.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','));
        const path = stage.write('a.csv', lines.join('\n'));
        const { code, facts } = await refusalOf(['statement', 'import', path, '--account', 'bank']);
        const named = (facts.rows ?? []).map((row) => `${row.row} ${row.code} ${row.detail ?? ''}`);
        const amountAt = (at: number) => (records[at]?.[CREDIT] ?? '').replaceAll(',', '');
        const wanted = blank.toSorted((a, b) => a - b).map((at) => `${at + 1} amount.proved ${amountAt(at)}`);
        expect([code, ...named]).toEqual(['input.rows', ...wanted]);
      }),
      { numRuns: 4 },
    );
  });

  const DAMAGED: Readonly<Record<string, string>> = {
    'utf8-as-cp1258-question-marks.csv': 'input.encoding marks',
    'utf8-nul.csv': 'input.encoding nul',
    'utf8-invalid-byte.csv': 'input.encoding byte',
    // Cut between two letters, inside a quoted cell.
    'utf8-truncated.csv': 'input.delimiter',
    // 35 letters of it were lost on the way.
    'utf8-as-cp1252-double.csv': 'input.encoding letter',
    'empty.csv': 'input.empty',
    'header-only.csv': 'input.empty',
    'bom-only.csv': 'input.empty',
  };
  const whole = existsSync(ENCODINGS)
    ? readdirSync(ENCODINGS).filter(
        (file) => !file.startsWith('_') && !file.startsWith('amount-') && DAMAGED[file] === undefined,
      )
    : [];

  test.each(whole)('%s gives every row, the total and the names', async (file) => {
    const path = join(ENCODINGS, file);
    const [plain, here] = [await giftsOf(join(ENCODINGS, 'utf8.csv')), await giftsOf(path)];
    if (typeof plain === 'string' || typeof here === 'string') throw new Error('refused');
    const sum = here.reduce((all, gift) => all + gift.amount, 0);
    expect([here.length, sum]).toEqual([39, 5_989_355_314]);
    const days = (gifts: readonly ContributionRow[]) => gifts.map(({ day }) => day ?? '');
    expect(digestOf(days(here))).toBe(digestOf(days(plain)));
    // The font of TCVN3 has capitals of its own; the table by which the VNI files were made had no ỹ.
    const form = (name: string) => {
      const told = file.startsWith('vni-')
        ? tidy(name).replaceAll('ỹ', 'ì').replaceAll('Ỹ', 'Ì')
        : tidy(name);
      return file.startsWith('tcvn3') ? told.toLowerCase() : told;
    };
    const names = (gifts: readonly ContributionRow[]) => gifts.map(({ donor }) => form(donor));
    expect(digestOf(names(here))).toBe(digestOf(names(plain)));
    const posted = await stage.data(`contribution import ${path} --fund XHTT`);
    expect(posted).toMatchObject({ accepted: 39, posted: 5_989_355_314 });
  });

  test('every file of the manifest is tried', () => {
    expect(whole.length + Object.keys(DAMAGED).length).toBe(27);
  });

  test.each(Object.entries(DAMAGED))('%s is refused: %s', async (file, code) => {
    const read = await giftsOf(join(ENCODINGS, file));
    expect(typeof read === 'string' ? read : `${read.length} rows`).toBe(code);
    const { code: refused } = await refusalOf(
      wordsOf(`contribution import ${join(ENCODINGS, file)} --fund XHTT`),
    );
    expect(refused).toBe(code.split(' ')[0]);
  });
});

const VARIANTS = join(ENCODINGS, 'amount-and-date-variants');

describe.skipIf(!existsSync(DATA))('amounts and days, spelled in many ways', () => {
  test('the whole file speaks for both marks: refused with what each adds up to', async () => {
    const { code, facts } = await refusalOf(
      wordsOf(`contribution import ${VARIANTS}.csv --fund XHTT --period 2024-09`),
    );
    expect(code).toBe('input.separator');
    const { dot, comma } = facts as Readonly<Record<string, { cells: number; total: number }>>;
    expect([dot?.cells, comma?.cells].every((cells) => (cells ?? 0) > 0)).toBe(true);
    expect(dot?.total).not.toBe(comma?.total);
  });

  test('each row alone gives its amount and day, or is refused', async () => {
    const [heading = [], ...rows] = parse(readFileSync(`${VARIANTS}.csv`));
    const truth = JSON.parse(readFileSync(`${VARIANTS}.expected.json`, 'utf8')) as {
      row: number;
      true_amount: number;
      date_true: string;
    }[];
    const span = readSpan('2024-09');
    const taken: number[] = [];
    const wrong: number[] = [];
    for (const [at, cells] of rows.entries()) {
      const lines = [heading, cells].map((each) =>
        each.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
      );
      const gifts = await giftsOf(stage.write('a.csv', lines.join('\n')), { period: span });
      if (typeof gifts === 'string') continue;
      taken.push(at + 1);
      const [gift] = gifts;
      const isTrue =
        gifts.length === 1 && gift?.amount === truth[at]?.true_amount && gift?.day === truth[at]?.date_true;
      if (!isTrue) wrong.push(at + 1);
    }
    expect(wrong).toEqual([]);
    // Month before day, a year of six digits, 31 September, no day at all, a minus, and 7.40E+07 are refused.
    expect(taken).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 18]);
  });
});
