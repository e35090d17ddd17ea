import { expect, test } from 'vitest';
import type { Day } from '../../src/domain/day.ts';
import { Refusal, type Failure } from '../../src/domain/failure.ts';
import { readContributions } from '../../src/intake/contribution.ts';
import { goesOn, isClosingLabel, isPageLabel, isSignature, isTotalLabel } from '../../src/intake/labels.ts';
import { openList } from '../../src/intake/open.ts';
import { readRules } from '../../src/intake/rules.ts';

// What fuzzing found, each by the smallest case that shows it.

async function refusalOf(
  text: string,
  read: (list: Awaited<ReturnType<typeof openList>>) => Promise<unknown>,
): Promise<Failure> {
  try {
    await read(await openList({ name: 'a.csv', bytes: Buffer.from(text) }, {}));
  } catch (error) {
    if (error instanceof Refusal) return error.failure;
    throw error;
  }
  throw new Error('read');
}

const gifts = (list: Awaited<ReturnType<typeof openList>>) =>
  readContributions(list, { first: '2024-01-01' as Day, today: '2024-11-30' as Day }, undefined);

test('a refusal repeats of a heading what is known as one, not the name that stands with it', async () => {
  const { code, facts } = await refusalOf('Ngày,Số dư;TET;Trần Phương Nhi\n1/2/2024,x\n', gifts);
  expect([code, (facts as { found: unknown }).found]).toEqual(['input.heading', ['Ngày', 'Số dư']]);
});

test('a fault of a rule repeats no cell: another list may have been taken for one', async () => {
  const { facts } = await refusalOf(
    'Mã,Loại,Loại quy định,Giá trị,Từ ngày,Căn cứ\nTrần Phương Nhi,x,cap,0912345678,1/1/2024,QĐ\n',
    async (list) => (await readRules(list)).reader.finish(),
  );
  expect(JSON.stringify(facts)).not.toMatch(/Nhi|0912345678/);
  expect(facts).toMatchObject({
    rows: [{ code: 'code.unfit' }, { code: 'kind.unknown' }, { code: 'rule.value' }],
  });
});

test('rows of a thousand columns are looked through for a heading in no time; more columns than a sheet has are refused', async () => {
  const row = (columns: number) => `${Array.from({ length: columns }, (_, at) => `a${at}`).join(';')}\n`;
  const start = process.cpuUsage();
  expect((await refusalOf(row(1000).repeat(8), gifts)).code).toBe('input.heading');
  // Every name of every field was held against every cell: half a second a row.
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(4);
  expect(await refusalOf(row(16_385), gifts)).toMatchObject({
    code: 'input.hostile',
    facts: { what: 'rows' },
  });
});

test('a cell as long as Excel lets one be is told from a total in no time', () => {
  const start = process.cpuUsage();
  for (const piece of ['\u0301', '12:', '. ', '1 ']) {
    const cell = `${piece.repeat(32_767 / piece.length)}x`;
    expect([isClosingLabel(cell), isTotalLabel(cell), isPageLabel(cell), isSignature(cell)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(goesOn(cell)).toBe(piece === '12:');
  }
  // Marks at its end were tried from each of them: twenty seconds.
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(2);
});
