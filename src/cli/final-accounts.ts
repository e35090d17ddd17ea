import { firstDay, lastDay, type Month } from '../domain/day.ts';
import { ZERO } from '../domain/dong.ts';
import { readCodeTable } from '../intake/code-table.ts';
import type { FinalFacts } from '../report/papers/final.ts';
import type { Paper } from '../report/papers/paper.ts';
import { finalFacts } from '../usecase/final-accounts.ts';
import type { Answer, Desk } from './command.ts';
import { resolved } from './given.ts';
import { needed, one, reader as reading, text, words, type Values } from './options.ts';
import { OUTPUT, PAPER_SHAPE, writeReport } from './output.ts';

export const FINAL_OPTIONS = {
  ...OUTPUT,
  year: needed(
    one<number>(
      'YYYY',
      reading((typed) => (/^20\d\d$/.test(typed.trim()) ? Number(typed) : undefined), '2024'),
    ),
  ),
  fund: words('FUND'),
  codes: text('FILE.json'),
};

export const FINAL_SHAPE = {
  ...PAPER_SHAPE,
  year: 'integer',
  funds: ['text'],
  complete: 'boolean',
  verified: 'boolean',
  opening: 'integer',
  income: 'integer',
  spending: 'integer',
  closing: 'integer',
  codes: [{ code: 'text', part: 'text', amount: 'integer', confidence: 'text' }],
  uncoded: ['text'],
} as const;

/** Writes a year's settlement as one of its two papers, and says by which codes. */
export async function writeFinal(
  desk: Desk,
  { output, year, fund, codes }: Values<typeof FINAL_OPTIONS>,
  paperOf: (facts: FinalFacts) => Paper,
): Promise<Answer> {
  const table = codes === undefined ? undefined : readCodeTable(resolved(desk, codes), codes);
  const covered = { from: firstDay(`${year}-01` as Month), to: lastDay(`${year}-12` as Month) };
  const answer = await writeReport(desk, output, async (reader) => {
    const facts = await finalFacts(reader, { year, funds: fund, table }, desk.today);
    return { paper: paperOf(facts), data: summary(facts), covered };
  });
  const { data } = answer;
  return { ...answer, text: (m) => m.done.finalAccounts({ ...data, uncoded: data.uncoded.length }) };
}

function summary({ year, funds, complete, table, sums, flows }: FinalFacts) {
  const of = (code: string) => sums.get(code) ?? ZERO;
  const all = (part: string) =>
    table.lines.filter((line) => line.part === part).reduce((sum, { code }) => sum + of(code), 0);
  return {
    year,
    funds: funds.map(({ code }) => code),
    complete,
    verified: table.verified,
    opening: all('opening'),
    income: all('in'),
    spending: all('out'),
    closing: all('closing'),
    codes: table.lines
      .filter(({ part }) => part !== 'owed')
      .map(({ code, part, confidence }) => ({ code, part, amount: of(code), confidence })),
    uncoded: [
      ...new Set(
        flows.filter(({ assumed }) => assumed).map(({ voucher, entry }) => voucher || String(entry)),
      ),
    ],
  };
}
