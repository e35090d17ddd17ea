import { dayBefore, firstDay, lastDay, monthOf, type Day, type Month } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';
import { SEASON } from '../../domain/duplicate.ts';
import { fundLines, placeMoney, type FundLine } from '../../domain/reconcile.ts';
import type { AwardFact, CheckReader, Span } from '../port/check.ts';
import type { TurnoverRow } from '../port/ledger.ts';
import type { CashCount, Reader } from '../port/ports.ts';
import { Settings } from './settings.ts';

type Decided = Awaited<ReturnType<CheckReader['decided']>>;

/** What rules look at, each read once and only when a rule first asks. */
export class Facts implements Span {
  readonly reader: Reader;
  readonly from: Day;
  readonly to: Day;
  readonly today: Day;
  readonly ask: CheckReader;
  readonly settings: Settings;
  #opening: Promise<readonly TurnoverRow[]> | undefined;
  #within: Promise<readonly TurnoverRow[]> | undefined;
  #unpaid: ReturnType<CheckReader['unpaid']> | undefined;
  #unsigned: Promise<readonly AwardFact[]> | undefined;
  #pairs: ReturnType<CheckReader['pairs']> | undefined;
  #decided: Promise<Decided> | undefined;
  #boxDays: ReturnType<CheckReader['boxDays']> | undefined;
  #counts: Promise<readonly CashCount[]> | undefined;
  #lines: Promise<readonly FundLine[]> | undefined;

  private constructor(reader: Reader, ask: CheckReader, settings: Settings, span: Span, today: Day) {
    this.reader = reader;
    this.ask = ask;
    this.settings = settings;
    this.from = span.from;
    this.to = span.to;
    this.today = today;
  }

  static async ofMonth(reader: Reader, period: Month, today: Day): Promise<Facts> {
    return Facts.of(reader, { from: firstDay(period), to: lastDay(period) }, today);
  }

  static async of(reader: Reader, span: Span, today: Day): Promise<Facts> {
    const ask = await reader.check();
    return new Facts(reader, ask, new Settings(await ask.settings()), span, today);
  }

  get period(): Month {
    return monthOf(this.from);
  }

  /** Sums of all days before these. */
  opening(): Promise<readonly TurnoverRow[]> {
    this.#opening ??= this.reader.turnovers({ to: dayBefore(this.from) });
    return this.#opening;
  }

  within(): Promise<readonly TurnoverRow[]> {
    this.#within ??= this.reader.turnovers({ from: this.from, to: this.to });
    return this.#within;
  }

  async funds(): Promise<readonly FundLine[]> {
    this.#lines ??= Promise.all([this.reader.funds(), this.opening(), this.within()]).then((all) =>
      fundLines(...all),
    );
    return this.#lines;
  }

  /** What lies in each place at the end of the last day, by its key. */
  async places(): Promise<ReadonlyMap<number, Dong>> {
    return placeMoney([...(await this.opening()), ...(await this.within())]);
  }

  boxDays(): ReturnType<CheckReader['boxDays']> {
    this.#boxDays ??= this.ask.boxDays(this);
    return this.#boxDays;
  }

  /** Counts of these days. */
  counts(): Promise<readonly CashCount[]> {
    this.#counts ??= this.reader.cashCounts(this);
    return this.#counts;
  }

  unpaid(): ReturnType<CheckReader['unpaid']> {
    this.#unpaid ??= this.ask.unpaid(this.to);
    return this.#unpaid;
  }

  unsigned(): Promise<readonly AwardFact[]> {
    this.#unsigned ??= this.ask.unsigned(this.to);
    return this.#unsigned;
  }

  pairs(): ReturnType<CheckReader['pairs']> {
    this.#pairs ??= this.ask.pairs(this, SEASON);
    return this.#pairs;
  }

  decided(): Promise<Decided> {
    this.#decided ??= this.ask.decided(this);
    return this.#decided;
  }
}
