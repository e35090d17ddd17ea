import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SMALL_BOOK } from '../support/transcript.ts';
import { Stage } from '../support/play.ts';
import { phucloi } from '../support/processes.ts';

/** How often two processes race; `TIMES` says another number. */
const TIMES = Number(process.env['TIMES'] ?? 200);
const LIMIT = 60_000 + TIMES * 3_000;
const stage = new Stage();

afterAll(() => {
  stage.strike();
});

// Two cases, each of which the fund can pay, and not both.
beforeAll(async () => {
  for (const line of SMALL_BOOK) await stage.data(line);
  await stage.data('contribution add --fund TET --to cash --amount 5.000.000 --on 05/01/2024');
  for (const member of ['M1', 'M2'])
    await stage.data(`gift open --round tet --member ${member} --amount 10.000.000 --payer TET`);
});

test(
  `two processes approve against the last 10 million of a fund, ${TIMES} times: never both`,
  async () => {
    const winners = [0, 0];
    for (let time = 1; time <= TIMES; time++) {
      const book = `race-${time}.db`;
      copyFileSync(join(stage.folder, 'phucloi.db'), join(stage.folder, book));
      const left = await Promise.all(
        ['tet/0001', 'tet/0002'].map((award) =>
          phucloi(
            stage,
            `gift approve --case ${award} --decision 12/QĐ-CĐYT --on 15/01/2024 --by "Nguyễn Văn An" --today 30/11/2024 --book ${book}`,
          ),
        ),
      );
      const winner = left.findIndex(({ exit }) => exit === 0);
      winners[winner] = (winners[winner] ?? 0) + 1;
      expect(left.map(({ exit }) => String(exit)).toSorted(), `race ${time}`).toEqual(['0', '3']);
      expect(left.find(({ exit }) => exit === 3)?.answer.error?.code).toBe('fund.committed');
      const { awards } = await stage.data<{ awards: { state: string }[] }>(
        `gift list --round tet --book ${book}`,
      );
      expect(awards[winner]?.state, `race ${time}`).toBe('approved');
      expect(awards.filter(({ state }) => state === 'approved')).toHaveLength(1);
    }
    // The book that the last race left is whole.
    await stage.data(`verify --book race-${TIMES}.db`);
    process.stderr.write(`won by the first ${winners[0]}, by the second ${winners[1]} of ${TIMES}\n`);
  },
  LIMIT,
);
