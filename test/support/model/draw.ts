import { ROUNDS, totalOf, type Which } from './benefits.ts';
import type { Oracle } from './oracle.ts';
import { FUNDS, OWN, TODAY, type Award } from './facts.ts';
import { lastDay, type Outcome } from './ledger.ts';

/** One command: its line, the files it reads, and what the oracle says it answers. */
export interface Step {
  readonly line: string;
  readonly files?: Readonly<Record<string, string>> | undefined;
  readonly says: (oracle: Oracle) => Outcome;
}

type Said = Readonly<Record<string, unknown>>;

/** Numbers that look random and are the same for one seed. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed * 2_654_435_761) >>> 0;
  }

  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  one(times: number): boolean {
    return this.below(times) === 0;
  }

  from<T>(all: readonly T[]): T {
    return all[this.below(all.length)] as T;
  }
}

/** How often each command is drawn; what has nothing to work on is drawn again. */
const WEIGHTS = {
  gift: 9,
  list: 5,
  refund: 6,
  allocation: 3,
  receipt: 4,
  expense: 8,
  move: 5,
  transfer: 5,
  remit: 4,
  support: 3,
  lend: 3,
  repay: 7,
  advance: 4,
  settle: 9,
  statement: 3,
  match: 8,
  unmatch: 4,
  open: 9,
  recipients: 3,
  approve: 9,
  waive: 1,
  reject: 1,
  cancel: 4,
  pay: 14,
  hand: 7,
  sign: 14,
  giveBack: 8,
  count: 5,
  close: 5,
  reopen: 4,
  lock: 1,
  undo: 5,
  reverse: 7,
  correct: 5,
} as const;
const VERBS = Object.entries(WEIGHTS).flatMap(([verb, weight]) =>
  Array.from({ length: weight }, () => verb as keyof typeof WEIGHTS),
);
const PEOPLE = [
  'Nguyễn Thị Hạnh',
  'Trần Quốc Bảo',
  'Lê Thị Mơ',
  'Phạm Đình Phúc',
  'Đỗ Thị Giao',
  'Vũ Văn Khoa',
];

/** Draws one command after the other, looking at what the oracle knows so that most of them fit. */
export class Draw {
  readonly #chance: Chance;
  readonly #oracle: Oracle;
  #drawn = 0;

  constructor(chance: Chance, oracle: Oracle) {
    this.#chance = chance;
    this.#oracle = oracle;
  }

  step(): Step {
    this.#drawn += 1;
    for (;;) {
      const verb = this.#chance.from(VERBS);
      const drawn = this.#makers[verb]();
      if (drawn === undefined) continue;
      const [line, name, work, files] = drawn;
      const dry = this.#chance.one(14);
      return {
        line: dry ? `${line} --dry-run` : line,
        files,
        says: (oracle) => oracle.command(name, dry, () => work(oracle)),
      };
    }
  }

  /** A day as somebody writes it: of the open months for the most part. */
  #day(): string {
    const { below, one } = this.#bound;
    if (one(25)) return this.#chance.from(['2024-04-16', '2024-05-01', '2023-12-31', '2023-11-02']);
    const from = one(5)
      ? 0
      : (Date.parse(`${this.#oracle.openMonth()}-01`) - Date.parse('2024-01-01')) / 86_400_000;
    const day = new Date(Date.UTC(2024, 0, 1 + from + below(Math.max(1, 106 - from))));
    return day.toISOString().slice(0, 10);
  }

  readonly #bound = {
    below: (limit: number) => this.#chance.below(limit),
    one: (times: number) => this.#chance.one(times),
  };

  #on(day: string): string {
    const [year = '', month = '', date = ''] = day.split('-');
    return this.#chance.from([day, `${date}/${month}/${year}`, `${Number(date)}/${Number(month)}/${year}`]);
  }

  #amount(): number {
    const chance = this.#chance;
    if (chance.one(30)) return chance.from([1, 90_000_000, 999_999, 1_234_567_891]);
    return (1 + chance.below(40)) * 50_000;
  }

  /** The many ways in which an amount is written. */
  #spelt(amount: number): string {
    const grouped = (by: string) => String(amount).replaceAll(/\B(?=(\d{3})+$)/g, by);
    const ways = [
      String(amount),
      grouped('.'),
      `"${grouped('.')} đồng"`,
      `${grouped('.')}đ`,
      `"VND ${grouped('.')}"`,
    ];
    if (amount >= 1_000_000) ways.push(grouped(','), `"${grouped(' ')}"`);
    if (amount % 1000 === 0) ways.push(`${amount / 1000}k`);
    if (amount % 100_000 === 0 && amount > 1_000_000) {
      const tens = amount / 100_000;
      ways.push(`"${Math.floor(tens / 10)}${tens % 10 === 0 ? '' : `,${tens % 10}`} triệu"`);
    }
    return this.#chance.from(ways);
  }

  #fund(among: readonly string[] = FUNDS): string {
    if (this.#chance.one(40)) return this.#chance.from(['QUY9', 'tet', 'CHO']);
    return this.#chance.one(6) ? this.#chance.from(FUNDS) : this.#chance.from(among);
  }

  #place(): string {
    return this.#chance.one(50) ? 'két' : this.#chance.from(['cash', 'bank']);
  }

  /** A fund and a place that hold something, so that most payments find money. */
  #purse(): { fund: string; place: string } {
    const purse = { fund: this.#fund(['MAIAM', 'XHTT', 'TET', 'TCCD', 'TINH']), place: this.#place() };
    if (this.#chance.one(4) || this.#oracle.money(purse.fund, purse.place) > 0) return purse;
    return { fund: this.#fund(OWN), place: this.#place() };
  }

  #known<T>(all: readonly T[], none: T): T | undefined {
    if (this.#chance.one(25)) return none;
    return all.length === 0 ? undefined : this.#chance.from(all);
  }

  #movement() {
    return { ...this.#purse(), amount: this.#amount(), on: this.#day() };
  }

  #money({ amount, on }: { amount: number; on: string }): string {
    return `--amount ${this.#spelt(amount)} --on ${this.#on(on)}`;
  }

  #entry(kinds?: readonly string[]): number | undefined {
    const { entries } = this.#oracle.facts;
    const fits = entries.filter(
      ({ kind, reverses }) => kinds?.includes(kind) ?? (reverses === undefined && kind !== 'opening'),
    );
    return this.#known(
      this.#chance.one(15) ? entries.map(({ number }) => number) : fits.map(({ number }) => number),
      entries.length + 3,
    );
  }

  #kind(): string {
    return this.#chance.from(['gift', 'gift', 'gift', 'hardship', 'home']);
  }

  #which(kind: string, state?: string): (Which & { words: string }) | undefined {
    const all = this.#oracle.facts.awards.filter((award) => award.kind === kind);
    const fits = all.filter((award) => state === undefined || this.#oracle.stage(award) === state);
    const round = ROUNDS[kind] ?? '';
    if (fits.length === 0 && !this.#chance.one(8)) return undefined;
    if (this.#chance.one(3)) return { kind, words: `--round ${round}` };
    const award = this.#known(
      (this.#chance.one(6) || fits.length === 0 ? all : fits).map(({ code }) => code),
      `${round}/0099`,
    );
    return award === undefined ? undefined : { kind, award, words: `--case ${award}` };
  }

  /** The line, the command's name, and its work; undefined where there is nothing to work on. */
  readonly #makers: Readonly<
    Record<
      keyof typeof WEIGHTS,
      () => readonly [string, string, (oracle: Oracle) => Said, Record<string, string>?] | undefined
    >
  > = {
    gift: () => {
      const input = this.#movement();
      const late = input.on.slice(0, 7) < this.#oracle.openMonth() || this.#chance.one(20);
      const bookOn = late && !this.#chance.one(3) ? this.#inOpenMonth() : undefined;
      const restrict = this.#chance.one(4)
        ? this.#chance.from([
            'purpose=home',
            'purpose=gift',
            'purpose=hardship',
            'purpose=running',
            'unit=BVA',
            'unit=TTB',
            'unit=BVZ',
          ])
        : undefined;
      const more = `${bookOn === undefined ? '' : ` --book-on ${this.#on(bookOn)}`}${restrict === undefined ? '' : ` --restrict ${restrict}`}`;
      const line = `contribution add --fund ${input.fund} --to ${input.place} ${this.#money(input)}${more}`;
      return [line, 'contribution add', (oracle) => oracle.gift({ ...input, bookOn, restrict })];
    },
    list: () => this.#list(),
    refund: () => {
      const entry = this.#entry(['contribution', 'receipt']);
      if (entry === undefined) return undefined;
      const input = {
        entry,
        place: this.#place(),
        on: this.#day(),
        amount: this.#chance.one(2) ? this.#amount() : undefined,
      };
      const amount = input.amount === undefined ? '' : ` --amount ${this.#spelt(input.amount)}`;
      const line = `contribution refund ${entry} --from ${input.place} --on ${this.#on(input.on)}${amount} --reason "Chuyển thừa"`;
      return [line, 'contribution refund', (oracle) => oracle.refund(input)];
    },
    allocation: () => {
      const input = { ...this.#movement(), fund: this.#fund(['TINH']) };
      const line = `allocation --fund ${input.fund} --to ${input.place} ${this.#money(input)} --from "LĐLĐ tỉnh"`;
      return [line, 'allocation', (oracle) => oracle.receive('allocation', input)];
    },
    receipt: () => {
      const input = { ...this.#movement(), fund: this.#fund([...FUNDS, 'CHO']) };
      const line = `receipt add --fund ${input.fund} --to ${input.place} ${this.#money(input)} --note "Lãi tiền gửi"`;
      return [line, 'receipt add', (oracle) => oracle.receive('receipt', input)];
    },
    expense: () => {
      const input = this.#movement();
      const purpose = this.#chance.one(4)
        ? this.#chance.from(['gift', 'home', 'hardship', 'running'])
        : undefined;
      const line = `expense add --fund ${input.fund} --from ${input.place} ${this.#money(input)}${purpose === undefined ? '' : ` --purpose ${purpose}`} --note "Tiền xe"`;
      return [line, 'expense add', (oracle) => oracle.spend({ ...input, purpose })];
    },
    move: () => {
      const { place: from, ...input } = this.#movement();
      const to = this.#chance.one(12) ? this.#place() : from === 'cash' ? 'bank' : 'cash';
      const line = `move --fund ${input.fund} --from ${from} --to ${to} ${this.#money(input)}`;
      return [line, 'move', (oracle) => oracle.move({ ...input, from, to })];
    },
    transfer: () => {
      const { fund: from, ...input } = this.#movement();
      const to = this.#fund(OWN);
      const line = `transfer --from ${from} --to ${to} --place ${input.place} ${this.#money(input)} --document ${this.#drawn}/NQ`;
      return [line, 'transfer', (oracle) => oracle.transfer({ ...input, from, to })];
    },
    remit: () => {
      const input = { ...this.#movement(), fund: this.#fund(['TINH', 'TINH', 'TCCD']) };
      const line = `remit --fund ${input.fund} --from ${input.place} ${this.#money(input)} --to "LĐLĐ tỉnh"`;
      return [line, 'remit', (oracle) => oracle.remit(input)];
    },
    support: () => {
      const input = { ...this.#movement(), unit: this.#chance.from(['BVA', 'TTB', 'TTB', 'BVZ']) };
      const line = `allocation give --fund ${input.fund} --from ${input.place} --to ${input.unit} ${this.#money(input)} --document ${this.#drawn}/QĐ`;
      return [line, 'allocation give', (oracle) => oracle.support(input)];
    },
    lend: () => {
      const { fund: from, ...input } = this.#movement();
      const given = { ...input, from, to: this.#fund(OWN), due: this.#day() };
      const line = `loan give --from ${from} --to ${given.to} --place ${input.place} ${this.#money(input)} --due ${this.#on(given.due)} --document ${this.#drawn}/NQ`;
      return [line, 'loan give', (oracle) => oracle.lend(given)];
    },
    repay: () => {
      const loan = this.#known(this.#vouchers('loan'), 'PKT-TET-2024-0099');
      if (loan === undefined) return undefined;
      const input = { loan, amount: this.#amount(), on: this.#day() };
      return [
        `loan repay --loan ${loan} ${this.#money(input)}`,
        'loan repay',
        (oracle) => oracle.repay(input),
      ];
    },
    advance: () => {
      const input = { ...this.#movement(), holder: this.#chance.from(PEOPLE.slice(0, 3)), due: this.#day() };
      const line = `advance pay --fund ${input.fund} --from ${input.place} ${this.#money(input)} --holder "${input.holder}" --due ${this.#on(input.due)}`;
      return [line, 'advance pay', (oracle) => oracle.advance(input)];
    },
    settle: () => {
      const advance = this.#known(this.#vouchers('advance'), 'PC-TET-2024-0099');
      if (advance === undefined) return undefined;
      const open = this.#oracle.facts.entries.find(({ voucher }) => voucher === advance);
      const rest = open === undefined || this.#chance.one(2) ? this.#amount() : this.#oracle.open(open);
      const spent = this.#chance.one(2) ? 0 : Math.min(rest, 100_000);
      const input = { advance, on: this.#day(), spent, returned: rest - spent };
      const line = `advance settle --advance ${advance} --on ${this.#on(input.on)} --returned ${input.returned} --spent ${spent}`;
      return [line, 'advance settle', (oracle) => oracle.settle(input)];
    },
    statement: () => this.#statement(),
    match: () => {
      const { lines, entries } = this.#oracle.facts;
      const at = this.#known(
        lines.map(({ number }) => number),
        lines.length + 2,
      );
      if (at === undefined) return undefined;
      const amount = lines[at - 1]?.amount;
      const fits = entries.filter((entry) => this.#oracle.atBank(entry) === amount);
      const entry = fits.length > 0 && !this.#chance.one(6) ? this.#chance.from(fits).number : this.#entry();
      if (entry === undefined) return undefined;
      const line = `statement match --line ${at} --entry ${entry} --reason "Cùng một khoản"`;
      return [line, 'statement match', (oracle) => oracle.match(at, entry)];
    },
    unmatch: () => {
      const match = this.#known(
        this.#oracle.facts.matches.map(({ number }) => number),
        99,
      );
      if (match === undefined) return undefined;
      const line = `statement unmatch ${match} --reason "Nối nhầm khoản"`;
      return [line, 'statement unmatch', (oracle) => oracle.unmatch(match)];
    },
    open: () => {
      const kind = this.#kind();
      const member = this.#chance.one(40) ? 'M9' : this.#chance.from(['M1', 'M2', 'M3', 'M4']);
      const payers = {
        gift: ['TET', 'TET', 'TCCD', 'TINH'],
        hardship: ['XHTT', 'TCCD'],
        home: ['MAIAM', 'XHTT'],
      };
      const fund = this.#fund(payers[kind as keyof typeof payers]);
      const input = {
        kind,
        member,
        fund,
        amount: (1 + this.#chance.below(8)) * 100_000,
        on: this.#awardDay(),
      };
      const line = `${kind} open --round ${ROUNDS[kind]} --member ${member} --payer ${fund} ${this.#money(input)}`;
      return [line, `${kind} open`, (oracle) => oracle.openAward(input)];
    },
    recipients: () => this.#recipients(),
    approve: () => {
      const which = this.#which(this.#kind(), 'proposed');
      if (which === undefined) return undefined;
      const except =
        which.award === undefined && this.#chance.one(5) ? this.#chance.from(['M1', 'M4']) : undefined;
      const day = this.#chance.one(3)
        ? this.#day()
        : this.#chance.from(['2024-01-02', '2024-01-04', '2024-01-08']);
      const line = `${which.kind} approve ${which.words}${except === undefined ? '' : ` --except ${except}`} --decision ${this.#drawn}/QĐ-CĐYT --by "Nguyễn Văn An" --on ${this.#on(day)}`;
      return [line, `${which.kind} approve`, (oracle) => oracle.approve({ ...which, except }, day)];
    },
    waive: () => {
      const award = this.#known(
        this.#oracle.facts.awards.filter(({ kind }) => kind === 'gift').map(({ code }) => code),
        'tet/0099',
      );
      if (award === undefined) return undefined;
      const decision = !this.#chance.one(4);
      const line = `gift waive --case ${award} --rule gift.cap --by "Nguyễn Văn An" --reason "Hoàn cảnh đặc biệt"${decision ? ` --decision ${this.#drawn}/QĐ` : ''}`;
      return [line, 'gift waive', (oracle) => oracle.waive(award, decision)];
    },
    reject: () => {
      const which = this.#which(this.#kind(), 'proposed');
      if (which === undefined) return undefined;
      const line = `${which.kind} reject ${which.words} --reason "Lập lại danh sách"`;
      return [line, `${which.kind} reject`, (oracle) => oracle.reject(which)];
    },
    cancel: () => {
      const which = this.#which(this.#kind(), 'approved');
      if (which?.award === undefined) return undefined;
      const day = this.#chance.one(3) ? undefined : this.#day();
      const decision =
        day === undefined
          ? ''
          : ` --decision ${this.#drawn}/QĐ-CĐYT --by "Nguyễn Văn An" --on ${this.#on(day)}`;
      const line = `${which.kind} cancel ${which.words} --reason "Đã chuyển công tác"${decision}`;
      return [line, `${which.kind} cancel`, (oracle) => oracle.cancel(which, day)];
    },
    pay: () => this.#pay(false),
    hand: () => this.#pay(true),
    sign: () => {
      const which = this.#which(this.#kind(), this.#chance.from(['paid', 'handed']));
      if (which === undefined) return undefined;
      const except = this.#chance.one(6) ? this.#chance.from(['M1', 'M2', 'M3']) : undefined;
      const proxy = this.#chance.one(6) ? this.#chance.from(['M1', 'M2', 'M3']) : undefined;
      const instead =
        proxy === undefined ? '' : ` --proxy "${proxy}=Đỗ Thị Hạnh;người thân;GUQ-${this.#drawn}"`;
      const day = this.#chance.one(3) ? this.#day() : undefined;
      const counted = this.#chance.one(6)
        ? { count: 1 + this.#chance.below(2), total: (1 + this.#chance.below(8)) * 100_000 }
        : undefined;
      const paper =
        counted === undefined ? '' : ` --count ${counted.count} --total ${counted.total} --paper DS-01`;
      const line = `${which.kind} sign ${which.words} --all${except === undefined ? '' : ` --except ${except}`}${day === undefined ? '' : ` --on ${this.#on(day)}`}${paper}${instead}`;
      return [line, `${which.kind} sign`, (oracle) => oracle.sign({ ...which, except, proxy }, day, counted)];
    },
    giveBack: () => {
      const which = this.#which(this.#kind(), this.#chance.from(['paid', 'signed']));
      if (which?.award === undefined) return undefined;
      const day = this.#day();
      const line = `${which.kind} return ${which.words} --on ${this.#on(day)} --reason "Ngân hàng trả lại"`;
      return [line, `${which.kind} return`, (oracle) => oracle.giveBack(which, day)];
    },
    count: () => {
      const place = this.#chance.one(20) ? this.#place() : 'cash';
      const on = this.#chance.one(3) ? this.#day() : lastDay(this.#oracle.openMonth());
      const there = this.#oracle.money(undefined, 'cash', on);
      const total = this.#chance.one(6) ? this.#amount() : there;
      const line = `cash count --place ${place} --on ${this.#on(on)} --total ${total} --by "Trần Thị Hòa"`;
      return [line, 'cash count', (oracle) => oracle.count({ place, on, total })];
    },
    close: () => {
      const month = this.#chance.one(6)
        ? this.#chance.from(['2024-01', '2024-02', '2024-04', '2023-12'])
        : this.#oracle.openMonth();
      return [
        `close ${month} --no-papers`,
        'close',
        (oracle) => oracle.close(month, oracle.errors(month).length > 0),
      ];
    },
    reopen: () => {
      const month = this.#known(this.#oracle.closed(), '2024-02');
      if (month === undefined) return undefined;
      return [
        `reopen ${month} --reason "Sót phiếu chi" --by "Nguyễn Văn An"`,
        'reopen',
        (oracle) => oracle.reopen(month),
      ];
    },
    lock: () => {
      const year = this.#chance.from(['2024', '2023']);
      return [
        `lock ${year} --document 15/TB-LĐLĐ --by "Nguyễn Văn An"`,
        'lock',
        (oracle) => oracle.lock(year),
      ];
    },
    undo: () => {
      const { operations } = this.#oracle.facts;
      const last = operations.length;
      const number = this.#chance.one(20)
        ? 9_999
        : Math.max(this.#oracle.began + 1, last - this.#chance.below(8));
      if (number > last && number !== 9_999) return undefined;
      return [
        `operation undo ${number} --reason "Ghi nhầm"`,
        'operation undo',
        (oracle) => oracle.undo(number),
      ];
    },
    reverse: () => {
      const entry = this.#entry();
      if (entry === undefined) return undefined;
      return [
        `entry reverse ${entry} --reason "Ghi nhầm"`,
        'entry reverse',
        (oracle) => oracle.reverse(entry),
      ];
    },
    correct: () => {
      const entry = this.#entry(
        this.#chance.one(6)
          ? undefined
          : ['contribution', 'expense', 'receipt', 'remittance', 'move', 'allocation'],
      );
      if (entry === undefined) return undefined;
      const fund = this.#chance.one(3) ? this.#fund() : undefined;
      const amount = fund !== undefined && this.#chance.one(2) ? undefined : this.#amount();
      const on = this.#chance.one(4) ? this.#day() : undefined;
      const words = [
        ...(fund === undefined ? [] : [`--fund ${fund}`]),
        ...(amount === undefined ? [] : [`--amount ${this.#spelt(amount)}`]),
        ...(on === undefined ? [] : [`--on ${this.#on(on)}`]),
      ];
      const line = `entry correct ${entry} ${words.join(' ')} --reason "Ghi nhầm"`;
      return [line, 'entry correct', (oracle) => oracle.correct({ entry, fund, amount, on })];
    },
  };

  #inOpenMonth(): string {
    const month = this.#chance.one(6) ? '2024-04' : this.#oracle.openMonth();
    return `${month}-${String(1 + this.#chance.below(14)).padStart(2, '0')}`;
  }

  #awardDay(): string {
    return this.#chance.one(5) ? this.#day() : this.#chance.from(['2024-01-02', '2024-01-03']);
  }

  #vouchers(kind: string): string[] {
    return this.#oracle.facts.entries.filter((entry) => entry.kind === kind).map(({ voucher }) => voucher);
  }

  #pay(handed: boolean) {
    const which = this.#which(this.#kind(), 'approved');
    if (which === undefined) return undefined;
    const payers = this.#oracle.facts.awards
      .filter(({ kind, code }) => kind === which.kind && (which.award === undefined || which.award === code))
      .flatMap(({ parts }) => parts.map(({ fund }) => fund));
    const fund = payers.length > 0 ? this.#fund(payers) : this.#fund();
    const [place, day] = [this.#place(), this.#day()];
    const out = handed ? { holder: this.#chance.from(PEOPLE.slice(0, 3)), due: this.#day() } : undefined;
    const words = out === undefined ? '' : ` --handed-to "${out.holder}" --due ${this.#on(out.due)}`;
    const line = `${which.kind} pay ${which.words} --from ${fund}:${place} --on ${this.#on(day)}${words}`;
    return [line, `${which.kind} pay`, (oracle: Oracle) => oracle.pay(which, fund, place, day, out)] as const;
  }

  /** A donor list: a new one, one sent again, or one with more rows. */
  #list() {
    const chance = this.#chance;
    const known = this.#oracle.facts.lists.filter(({ kind }) => kind === 'contribution');
    const before = chance.one(2) && known.length > 0 ? chance.from(known) : undefined;
    const fund = before === undefined ? this.#fund(OWN) : before.fund;
    const to = this.#place();
    const fresh = Array.from({ length: 1 + chance.below(3) }, (_, at) => {
      const day = chance.one(3) ? this.#day() : this.#inOpenMonth();
      const sound = day >= '2024-01-01' && day <= TODAY ? day : '2024-03-05';
      return `${sound},${chance.from(PEOPLE)} ${this.#drawn}${'abc'[at]},${this.#amount()}`;
    });
    const more = before === undefined || chance.one(2);
    const rows = [...(before?.text.split('\n') ?? []), ...(more ? fresh : [])];
    const supplements = before !== undefined && chance.one(2) ? before.number : undefined;
    const receivedOn = before === undefined && chance.one(4) ? this.#day() : undefined;
    const file = `ds-${this.#drawn}.csv`;
    const input = { fund, place: to, text: rows.join('\n'), supplements, receivedOn };
    const words = `${supplements === undefined ? '' : ` --supplements D${supplements}`}${receivedOn === undefined ? '' : ` --received-on ${this.#on(receivedOn)}`}`;
    const line = `contribution import ${file} --fund ${fund} --to ${to}${words}`;
    const files = { [file]: `Ngày,Họ và tên,Số tiền\n${rows.join('\n')}\n` };
    return [line, 'contribution import', (oracle: Oracle) => oracle.importGifts(input), files] as const;
  }

  #recipients() {
    const chance = this.#chance;
    const known = this.#oracle.facts.lists.filter(({ kind }) => kind === 'gift');
    const members = ['M1', 'M2', 'M3', 'M4'].filter(
      (member) => !this.#oracle.has('gift', member) || chance.one(6),
    );
    const again = known.length > 0 && chance.one(3);
    if (members.length === 0 && !again) return undefined;
    const text = again
      ? chance.from(known).text
      : members
          .map((member) => `${member},${100_000 * (1 + chance.below(5))},${chance.one(2) ? 100_000 : ''}`)
          .join('\n');
    const rows = text.split('\n').map((row) => {
      const [member = '', tet = '', tinh = ''] = row.split(',');
      const parts: Award['parts'] = [
        { fund: 'TET', amount: Number(tet) },
        ...(tinh === '' ? [] : [{ fund: 'TINH', amount: Number(tinh) }]),
      ];
      return { member, parts };
    });
    const file = `qua-${this.#drawn}.csv`;
    const files = { [file]: `Mã đoàn viên,TET,TINH\n${text}\n` };
    return [
      `gift import ${file} --round tet`,
      'gift import',
      (oracle: Oracle) => oracle.importAwards(text, rows),
      files,
    ] as const;
  }

  /** A bank's page: what the book says of the account, and now and then a line of its own; its closing fits or does not. */
  #statement() {
    const chance = this.#chance;
    const told = this.#oracle.facts.lines;
    const entries = this.#oracle.facts.entries
      .map((entry) => ({ day: entry.day, amount: this.#oracle.atBank(entry) }))
      .filter(
        ({ day, amount }) => amount !== 0 && !told.some((line) => line.day === day && line.amount === amount),
      );
    const drawn = entries.filter(() => chance.one(2)).slice(0, 3);
    if (chance.one(3)) drawn.push({ day: this.#inOpenMonth(), amount: this.#amount() + this.#drawn });
    const lines = drawn.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
    const last = lines.at(-1);
    if (last === undefined) return undefined;
    const closing = this.#oracle.money(undefined, 'bank', last.day) + (chance.one(4) ? 77_000 : 0);
    let balance = closing - totalOf(lines);
    const rows = lines.map(({ day, amount }, at) => {
      balance += amount;
      return {
        day,
        amount,
        balance,
        text: `${day},Giao dịch ${at + 1},${amount < 0 ? -amount : ''},${amount > 0 ? amount : ''},${balance},FT${this.#drawn}${at}`,
      };
    });
    if (rows.some((row) => row.balance < 0)) return undefined;
    const file = `sao-ke-${this.#drawn}.csv`;
    const account = chance.one(20) ? this.#place() : 'bank';
    const files = {
      [file]: `Ngày,Nội dung,Nợ,Có,Số dư,Số tham chiếu\n${rows.map(({ text }) => text).join('\n')}\n`,
    };
    const line = `statement import ${file} --account ${account}`;
    return [
      line,
      'statement import',
      (oracle: Oracle) => oracle.importStatement(account, rows),
      files,
    ] as const;
  }
}
