import { wordsIn } from '../../domain/command-line.ts';
import { lastDay, type Day, type Month } from '../../domain/day.ts';
import {
  MONTH_STEPS,
  type MonthStep,
  type MonthTexts,
  type StepState,
} from '../../render/guide/month-texts.ts';
import { benefitActions, roundsPending, type RoundPending } from './month-rounds.ts';

/** Something that can be done: a command line in which `…` stands for what is still to be asked. */
export interface Action {
  readonly label: string;
  readonly words: readonly string[];
  /** The line that accepts what this one would mend. */
  readonly accept?: readonly string[];
}

/** A step of a month's end as it stands by the book. */
export interface Step {
  readonly key: MonthStep;
  readonly state: StepState;
  readonly lines: readonly string[];
  readonly actions: readonly Action[];
}

interface Finding {
  readonly finding: string;
  readonly kind: string;
  readonly severity: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly accepted: boolean;
  readonly acceptable: boolean;
  readonly mend?: string;
  readonly facts: { readonly round?: string; readonly people?: number };
}

interface Place {
  readonly code: string;
  readonly kind: string;
}

/** What a command that only reads answers; undefined where it refuses. */
export type Ask = <T>(words: readonly string[]) => Promise<T | undefined>;

/** How many findings a screen of 24 lines has room for. */
const SHOWN = 6;

/** The month's steps, each asked of the book by the commands that tell it; nothing is kept between two looks. */
export class MonthSteps {
  readonly month: Month;
  readonly last: Day;
  readonly texts: MonthTexts;
  /** The last day of the month, or today where that is still to come. */
  readonly asOf: Day;
  readonly #ask: Ask;

  constructor(month: Month, today: Day, texts: MonthTexts, ask: Ask) {
    this.month = month;
    this.last = lastDay(month);
    this.asOf = this.last < today ? this.last : today;
    this.texts = texts;
    this.#ask = ask;
  }

  async all(): Promise<Step[]> {
    const steps: Step[] = [];
    for (const key of MONTH_STEPS) steps.push(await this.of(key));
    return steps;
  }

  of(key: MonthStep): Promise<Step> {
    const looks: Readonly<Record<MonthStep, () => Promise<Omit<Step, 'key'>>>> = {
      in: () => this.#cameIn(),
      bank: () => this.#bank(),
      benefits: () => this.#benefits(),
      owed: () => this.#owed(),
      cash: () => this.#cash(),
      findings: () => this.#findings(),
      papers: () => this.#papers(),
      close: () => this.#close(),
    };
    return looks[key]().then((step) => ({ key, ...step }));
  }

  /** What is left to do with a month that is closed. */
  pack(): Action {
    const words = ['report', 'month-end', '--period', this.month, '-o', `thang-${this.month}`];
    return { label: this.texts.does.pack, words };
  }

  async #cameIn(): Promise<Omit<Step, 'key'>> {
    const { does, stands } = this.texts;
    const { funds } = await this.#reconciled();
    const sum = (key: 'contributions' | 'allocations' | 'otherIn') =>
      funds.reduce((total, fund) => total + fund[key], 0);
    const money = ['--amount', '…', '--on', '…', '--fund', '…', '--to', '…'];
    return {
      state: 'look',
      lines: [
        stands.came({
          contributions: sum('contributions'),
          allocations: sum('allocations'),
          other: sum('otherIn'),
        }),
      ],
      actions: [
        { label: does.importList, words: ['contribution', 'import', '…', '--fund', '…', '--to', '…'] },
        { label: does.addGift, words: ['contribution', 'add', '--donor', '…', ...money] },
        { label: does.allocation, words: ['allocation', '--from', '…', ...money] },
        { label: does.receipt, words: ['receipt', 'add', '--note', '…', ...money] },
      ],
    };
  }

  async #bank(): Promise<Omit<Step, 'key'>> {
    const { does, stands } = this.texts;
    const accounts = await this.#places('bank');
    const open = await this.#open(/^(bank|line|unidentified|statement)\./);
    if (accounts.length === 0) return { state: 'done', lines: [stands.noBank()], actions: [] };
    const actions = accounts.flatMap(({ code }): Action[] => {
      const place = { place: code };
      const at = ['--account', code];
      const match = ['statement', 'match', ...at, '--period', this.month, '--auto'];
      const waits = open.some(({ finding }) => finding === `line.unmatched:${code}`);
      const proved = !open.some(({ finding }) => finding === `bank.unproved:${code}`);
      const confirm = ['--on', this.asOf, '--balance', '…', '--by', '…', '--paper', '…'];
      return [
        ...(waits
          ? [
              { label: does.match(place), words: match },
              { label: does.queue(place), words: ['statement', 'queue', ...at] },
              {
                label: does.post,
                words: ['statement', 'post', '--line', '…', '--as', '…', '--fund', '…'],
              },
            ]
          : []),
        { label: does.statement(place), words: ['statement', 'import', '…', ...at] },
        ...(proved
          ? []
          : [{ label: does.confirm(place), words: ['statement', 'confirm', ...at, ...confirm] }]),
      ];
    });
    return {
      state: open.length === 0 ? 'done' : 'open',
      lines: open.length === 0 ? [stands.bankProved()] : this.#said(open),
      actions,
    };
  }

  async #benefits(): Promise<Omit<Step, 'key'>> {
    const { does, stands } = this.texts;
    const { funds, findings } = await this.#reconciled();
    const unpaid = new Map(
      findings.flatMap(({ kind, facts }) =>
        kind === 'award.unpaid' || kind === 'award.late' ? [[facts.round ?? '', facts.people ?? 0]] : [],
      ),
    );
    const rounds = await roundsPending(this.#ask, this.asOf, unpaid);
    const busy = rounds.filter(({ pending }) => pending > 0);
    type Advance = { voucher: string; open: number; due?: Day };
    const advances = (await this.#list<Advance>(['advance', 'list', ...this.#until()], 'advances')).filter(
      ({ open }) => open > 0,
    );
    const { stalled = 0 } =
      (await this.#ask<{ stalled: number }>(['home', 'stages', ...this.#until()])) ?? {};
    const left = busy.length + advances.length + stalled;
    const lines = [
      ...busy.map((each) => stands.round(each)),
      ...advances.map(({ voucher, open, due }) => stands.advance({ voucher, open, due })),
      ...(stalled > 0 ? [stands.stalled({ houses: stalled })] : []),
    ];
    // A round of this month whose list has not come yet is work too.
    const awaited = rounds.filter((each) => this.#awaited(each));
    const given = funds.some(({ disbursements }) => disbursements !== 0);
    return {
      // Where nothing was given all month, only the treasurer knows whether that is so.
      state: left > 0 || awaited.length > 0 ? 'open' : given ? 'done' : 'look',
      lines: lines.length > 0 ? this.#few(lines) : [given ? stands.noPending() : stands.nothingGiven()],
      actions: [
        ...benefitActions(busy, this.texts),
        ...advances.map(({ voucher }) => ({
          label: does.settle({ voucher }),
          words: ['advance', 'settle', '--advance', voucher, '--returned', '…', '--on', '…'],
        })),
        ...(rounds.some(({ kind, people }) => kind === 'home' && people > 0)
          ? [
              {
                label: does.milestone,
                words: ['home', 'milestone', '…', '--case', '…', '--on', '…', '--minutes', '…'],
              },
            ]
          : []),
        ...(stalled > 0 ? [{ label: does.stalled, words: ['home', 'stages'] }] : []),
        ...awaited.map(({ kind, round }) => ({
          label: does.people({ round }),
          words: [kind, 'import', '…', '--round', round, '--payer', '…'],
        })),
        {
          label: does.newRound,
          words: ['programme', 'add', '…', '--kind', 'gift', '--name', '…', '--on', '…'],
        },
      ],
    };
  }

  #awaited({ day, people }: RoundPending): boolean {
    return people === 0 && day >= `${this.month}-01`;
  }

  async #owed(): Promise<Omit<Step, 'key'>> {
    const { does, stands } = this.texts;
    type Owed = { fund: string; owner: string; appeal?: string; due?: Day; owed: number };
    type Loan = { voucher: string; due?: Day; open: number };
    const isDue = ({ due }: { due?: Day }) => due !== undefined && due <= this.last;
    const owed = (await this.#list<Owed>(['remit', 'list', ...this.#until()], 'owed')).filter(isDue);
    const loans = (await this.#list<Loan>(['loan', 'list', ...this.#until()], 'loans')).filter(
      (loan) => loan.open > 0 && isDue(loan),
    );
    const lines = [
      ...owed.map(({ owner, fund, owed: amount, due }) => stands.owed({ owner, fund, amount, due })),
      ...loans.map(({ voucher, open, due }) => stands.loan({ voucher, open, due })),
    ];
    return {
      state: lines.length > 0 ? 'open' : 'done',
      lines: lines.length > 0 ? this.#few(lines) : [stands.nothingOwed()],
      actions: [
        ...owed.map(({ owner, fund, appeal, owed: amount }) => ({
          label: does.remit({ owner, fund }),
          words: ['remit', '--fund', fund].concat(appeal === undefined ? [] : ['--appeal', appeal], [
            '--amount',
            String(amount),
            '--on',
            '…',
            '--from',
            '…',
            '--to',
            owner,
          ]),
        })),
        ...loans.map(({ voucher }) => ({
          label: does.repay({ voucher }),
          words: ['loan', 'repay', '--loan', voucher, '--amount', '…', '--on', '…'],
        })),
      ],
    };
  }

  async #cash(): Promise<Omit<Step, 'key'>> {
    const { does, stands } = this.texts;
    const tills = await this.#places('cash');
    const open = await this.#open(/^(place|cash)\./);
    if (tills.length === 0) return { state: 'done', lines: [stands.noTill()], actions: [] };
    type Count = { place: string; day: Day; counted: number; undoneBy?: number };
    const counts = await this.#list<Count>(['cash', 'list', '--period', this.month], 'counts');
    const held = counts.filter(({ day, undoneBy }) => day === this.last && undoneBy === undefined);
    const settling = open.flatMap(({ mend, message }) =>
      mend?.includes('--settle') === true ? [{ label: message, words: lineWords(mend) }] : [],
    );
    const on = ['--on', this.asOf];
    return {
      state: open.length === 0 ? 'done' : 'open',
      lines: this.#few([
        ...held.map(({ place, counted }) => stands.till({ place, counted })),
        ...open.map(({ message }) => message),
      ]),
      actions: [
        ...settling,
        ...tills.map(({ code: place }) => ({
          label: does.count({ place }),
          words: ['cash', 'count', '--place', place, ...on, '--notes', '…', '--by', '…'],
        })),
      ],
    };
  }

  async #findings(): Promise<Omit<Step, 'key'>> {
    const { does, stands } = this.texts;
    const { findings } = await this.#reconciled();
    const open = findings.filter(({ accepted }) => !accepted);
    const errors = open.filter(({ severity }) => severity === 'error');
    const whole = { label: does.reconcile, words: ['reconcile', '--period', this.month] };
    return {
      state: errors.length === 0 ? 'done' : 'open',
      lines: [
        ...(errors.length === 0 ? [] : this.#said(errors)),
        stands.blocking({ errors: errors.length, warnings: open.length - errors.length }),
      ],
      actions: [...errors.flatMap((each) => this.#mended(each)), whole],
    };
  }

  #mended({ finding, message, mend, acceptable }: Finding): Action[] {
    const accept = ['reconcile', 'accept', finding, '--period', this.month];
    const accepted = { accept: [...accept, '--reason', '…', '--by', '…', '--until', '…'] };
    return mend === undefined
      ? []
      : [{ label: message, words: lineWords(mend), ...(acceptable ? accepted : {}) }];
  }

  async #papers(): Promise<Omit<Step, 'key'>> {
    const { does, stands } = this.texts;
    const of = ['--period', this.month];
    const tills = await this.#places('cash');
    return {
      state: 'look',
      lines: [stands.papers()],
      actions: [
        { label: does.page, words: ['report', 'month-page', ...of, '-o', `trang-thang-${this.month}.html`] },
        {
          label: does.disbursements,
          words: ['report', 'disbursements', ...of, '-o', `bao-cao-chi-${this.month}.xlsx`],
        },
        ...tills.map(({ code: place }) => ({
          label: does.countPaper({ place }),
          words: ['report', 'cash-count', '--place', place, '--on', this.asOf].concat([
            '-o',
            `kiem-ke-${place}-${this.month}.xlsx`,
          ]),
        })),
        { label: does.draft, words: ['report', 'month-end', ...of, '-o', `thang-${this.month}`] },
      ],
    };
  }

  async #close(): Promise<Omit<Step, 'key'>> {
    const { does, stands } = this.texts;
    type Readiness = { ready: boolean; blocking: readonly Finding[]; warnings: readonly Finding[] };
    const readiness = await this.#ask<Readiness>(['close', '--check', this.month]);
    const { ready = false, blocking = [], warnings = [] } = readiness ?? {};
    const close = { label: does.close({ month: this.month }), words: ['close', this.month] };
    const [errors, others] = [blocking.length, warnings.length];
    if (ready) return { state: 'open', lines: [stands.ready()], actions: [close] };
    const lines = errors > 0 ? [stands.blocking({ errors, warnings: others })] : [];
    return {
      state: 'waits',
      lines: [...lines, ...(this.asOf < this.last ? [stands.ends({ day: this.last })] : [])],
      actions: [],
    };
  }

  /** Options that ask for how things stood on the month's last day. */
  #until(): string[] {
    return ['--as-of', this.asOf];
  }

  async #reconciled() {
    type Fund = { disbursements: number; contributions: number; allocations: number; otherIn: number };
    type Reconciled = { funds: readonly Fund[]; findings: readonly Finding[] };
    const found = await this.#ask<Reconciled>(['reconcile', '--period', this.month]);
    return found ?? { funds: [], findings: [] };
  }

  async #open(kind: RegExp): Promise<Finding[]> {
    const { findings } = await this.#reconciled();
    return findings.filter((each) => kind.test(each.kind) && !each.accepted);
  }

  #places(kind: string): Promise<Place[]> {
    return this.#list<Place>(['place', 'list'], 'places').then((places) =>
      places.filter((place) => place.kind === kind),
    );
  }

  async #list<T>(words: readonly string[], key: string): Promise<T[]> {
    const data = await this.#ask<Readonly<Record<string, T[]>>>(words);
    return data?.[key] ?? [];
  }

  #said(findings: readonly Finding[]): string[] {
    return this.#few(findings.map(({ message }) => message));
  }

  /** No more lines than leave room for the question. */
  #few(lines: readonly string[]): string[] {
    if (lines.length <= SHOWN) return [...lines];
    return [...lines.slice(0, SHOWN), this.texts.stands.more({ count: lines.length - SHOWN })];
  }
}

/** The words of a command line that a finding gives. */
function lineWords(line: string): string[] {
  const words = wordsIn(line);
  return words[0] === 'phucloi' ? words.slice(1) : words;
}
