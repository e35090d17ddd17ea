import { afterAll, beforeAll, expect, test } from 'vitest';
import { add, sum } from '../../src/domain/dong.ts';
import { lastDay } from '../../src/domain/day.ts';
import { Refusal } from '../../src/domain/failure.ts';
import { FUND_FIGURES } from '../../src/domain/reconcile.ts';
import { monthSpan } from '../../src/domain/span.ts';
import { formatDong } from '../../src/render/figures.ts';
import { renderMonthPage } from '../../src/render/html/month-page.ts';
import { en } from '../../src/render/messages/en-findings.ts';
import { vi } from '../../src/render/messages/vi-findings.ts';
import type { MonthPage } from '../../src/report/month-page.ts';
import { balanceOn } from '../../src/usecase/balance.ts';
import { monthPage } from '../../src/usecase/month-page.ts';
import { letterheadOf } from '../../src/usecase/papers.ts';
import type { Reader } from '../../src/usecase/port/ports.ts';
import { provenanceOf } from '../../src/usecase/provenance.ts';
import { reconcile } from '../../src/usecase/reconcile.ts';
import { countStatements } from '../support/count-statements.ts';
import { makeBook, month, payRound, type Made } from '../workbook/fixture.ts';
import { all, faults, gathered, one } from './read.ts';

let made: Made;
let page: MonthPage;
let html: string;
const january = month('2026-01');

beforeAll(async () => {
  made = await makeBook(20);
  await payRound(made);
  ({ page, html } = await printed(made));
});
afterAll(() => {
  made.book.close();
});

function printed({ book, session }: Made): Promise<{ page: MonthPage; html: string }> {
  return book.read(async (reader: Reader) => {
    const figures = await monthPage(reader, january, session.today);
    const said = { query: 'report month-page --period 2026-01', version: '1' };
    const provenance = await provenanceOf(reader, figures.asOf, said);
    const letterhead = letterheadOf(reader);
    const texts = letterhead.language === 'vi' ? vi : en;
    return { page: figures, html: await gathered(renderMonthPage(figures, letterhead, texts, provenance)) };
  });
}

/** The cells of a row of figures. */
const cells = (id: string): string[] => all(html, `#${id} td`);
const dong = (amounts: readonly number[]): string[] => amounts.map((amount) => formatDong(amount, 'vi'));

test('its figures are those of balance on the last day and of reconcile, on the page as in the answer', async () => {
  const balance = await made.book.read((reader) => balanceOn(reader, lastDay(january)));
  const { funds } = await reconcile(made.session, monthSpan(january));
  expect(page.balance).toEqual(balance.report);
  const shown = [...FUND_FIGURES, 'difference' as const].filter(
    (key) => ['opening', 'closing', 'difference'].includes(key) || funds.some((fund) => fund[key] !== 0),
  );
  expect(funds.length).toBeGreaterThan(3);
  for (const line of funds) {
    const { code } = line.fund;
    expect(cells(`reasons-fund-${code}`).slice(1)).toEqual(dong(shown.map((key) => line[key])));
  }
  for (const fund of balance.report.funds) {
    const { opening, in: into, out, closing, committed, available, held } = fund;
    expect(cells(`year-fund-${fund.code}`).slice(1)).toEqual(
      dong([opening, into, out, closing, committed, available, held]),
    );
  }
});

test('the month, the year and the places end with the same money', () => {
  const closing = (part: string, at: number) =>
    page.balance.funds.map(({ code }) => cells(`${part}-fund-${code}`)[at]);
  expect(closing('funds', 4)).toEqual(closing('year', 4));
  const inPlaces = sum(page.places.map((place) => place.closing));
  const out = sum(page.advances.map((advance) => advance.open));
  expect(add(inPlaces, out)).toBe(add(page.balance.total, page.balance.held));
  expect(out).toBeGreaterThan(0);
});

test('what was given is what the ledger disbursed to people, by round and by unit alike', () => {
  const cash = sum(page.rounds.map((round) => round.cash));
  expect(cash).toBeGreaterThan(0);
  expect(sum(page.units.map((unit) => unit.cash))).toBe(cash);
  const disbursed = sum(page.reconciliation.funds.map((fund) => fund.disbursements));
  expect(cash).toBe(disbursed);
  expect(page.rounds.map(({ people }) => people)).toEqual([20]);
});

test('awards that wait for money are what the funds have committed', async () => {
  const waiting = await makeBook(7);
  try {
    const { page: early } = await printed(waiting);
    const committed = await waiting.book.read((reader) => reader.committed(lastDay(january)));
    expect(early.pending.map(({ unpaid }) => unpaid)).toEqual([
      { awards: 7, amount: sum([...committed.values()]) },
    ]);
    expect(early.rounds).toEqual([]);
  } finally {
    waiting.book.close();
  }
});

test('nobody is named on it', async () => {
  const people = await made.book.read((reader) => reader.beneficiaries({}));
  const names = ['Nguyễn Thị Thanh Hòa', 'Trần Văn Quý', 'Phạm Thị Nga', 'DV0003'];
  expect(people).toHaveLength(20);
  for (const name of [...people.map((person) => person.name), ...names]) expect(html).not.toContain(name);
});

test('each chart says in words what it shows, and leads to a table of the same figures', () => {
  const charts = html.match(/<svg [^>]*>/g) ?? [];
  expect(charts.length).toBeGreaterThan(4);
  for (const chart of charts) {
    const [, title = '', description = ''] = /role="img" aria-labelledby="(\S+) (\S+)"/.exec(chart) ?? [];
    expect(one(html, `#${title}`)).not.toBe('');
    expect(one(html, `#${description}`)).toMatch(/\d/);
  }
  const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  expect(links.filter((id) => !html.includes(`id="${id}"`))).toEqual([]);
  expect(one(html, '#units-chart-desc')).toContain(
    formatDong(sum(page.units.map(({ total }) => total)), 'vi'),
  );
});

test('it is well formed, asks for nothing, and is the same bytes again', async () => {
  expect(faults(html)).toEqual([]);
  expect(html.match(/(?:src|href)="(?!#|data:,")[^"]*"/g)).toBeNull();
  expect((await printed(made)).html === html).toBe(true);
});

test('it asks the book the same number of questions whatever the number of people', async () => {
  const counts: number[] = [];
  for (const people of [5, 60]) {
    const book = await makeBook(people);
    await payRound(book);
    counts.push((await countStatements(() => printed(book))).counted.reads);
    book.book.close();
  }
  expect(counts[1]).toBe(counts[0]);
});

test('a month that the book does not have is refused', async () => {
  for (const strange of ['2025-12', '2026-04'])
    await expect(
      made.book.read((reader) => monthPage(reader, month(strange), made.session.today)),
    ).rejects.toThrow(Refusal);
});

test('an English book has an English page', async () => {
  const english = await makeBook(3, 'en');
  await payRound(english);
  const { html: said } = await printed(english);
  english.book.close();
  expect(said).toContain('<html lang="en">');
  expect(one(said, 'h1')).toBe('The funds in 01/2026');
});
