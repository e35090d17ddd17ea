import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Stage, wordsOf } from '../play.ts';
import { CAP, ROUNDS, totalOf } from './benefits.ts';
import { Chance, Draw, type Step } from './draw.ts';
import { FUNDS, OWN, TODAY } from './facts.ts';
import { KeptBooks } from './kept-books.ts';
import { lastDay, type Outcome } from './ledger.ts';
import { Oracle } from './oracle.ts';

const OPENING = [
  { fund: 'TET', place: 'cash', amount: 3_000_000 },
  { fund: 'TET', place: 'bank', amount: 1_000_000 },
  { fund: 'XHTT', place: 'bank', amount: 4_000_000 },
  { fund: 'TINH', place: 'cash', amount: 1_500_000 },
  { fund: 'MAIAM', place: 'bank', amount: 2_500_000 },
];
const BOOK = [
  `init --name "Công đoàn ngành Y tế tỉnh Nam Sơn" --from 2024-01 --no-input --officer "chair=Nguyễn Văn An" "cashier=Trần Thị Hòa" --opening ${OPENING.map(({ fund, place, amount }) => `${fund}:${place}=${amount}`).join(' ')}`,
  'unit add --code BVA --name "CĐCS Bệnh viện A"',
  'unit add --code TTB --name "CĐCS Trung tâm B"',
  'member add --code M1 --name "Nguyễn Thị Ánh" --unit BVA',
  'member add --code M2 --name "Trần Văn Bình" --unit BVA',
  'member add --code M3 --name "Lê Thị Đào" --unit TTB',
  'member add --code M4 --name "Phạm Văn Hòa" --unit TTB',
  'programme add tet --kind gift --name "Tết Giáp Thìn 2024" --on 10/01/2024',
  'programme add kho-khan --kind hardship --name "Hỗ trợ đoàn viên khó khăn" --on 01/01/2024',
  'programme add mai-am --kind home --name "Mái ấm Công đoàn 2024" --on 01/01/2024',
  `rule add gift.cap --kind gift --what cap --value ${CAP.amount} --from ${CAP.from} --source "Quy chế chi" --verified --force refuse`,
  // People get as many homes as the money allows, and no papers.
  ...['once', 'application', 'commune'].map((rule) => `rule end home.${rule} --on 31/12/2023`),
];

/** Noon of today in Vietnam. */
const NOW = new Date(`${TODAY}T05:00:00Z`);

/** A sequence that the program and the oracle tell differently, as short as it was found. */
export interface Disagreement {
  readonly seed: number;
  readonly story: string;
}

export interface Tally {
  commands: number;
  refused: number;
  readonly codes: Map<string, number>;
  readonly verbs: Map<string, number>;
}

/** Plays sequences of command lines beside the oracle, each on a copy of one book. */
export class Sequences {
  readonly #books = new KeptBooks();
  readonly stage = new Stage({ now: NOW, library: this.#books.library });
  readonly tally: Tally = { commands: 0, refused: 0, codes: new Map(), verbs: new Map() };
  async begin(): Promise<void> {
    for (const line of BOOK) await this.stage.data(line);
    await this.#fresh();
  }

  async end(): Promise<void> {
    await this.#books.release();
    this.stage.strike();
  }

  /** Plays the sequence of a seed; one that ends differently is made as short as leaving commands out makes it. */
  async play(seed: number, length: number): Promise<Disagreement | undefined> {
    this.#books.keeps = seed % 10 !== 0;
    const oracle = await this.#fresh();
    const draw = new Draw(new Chance(seed), oracle);
    const steps: Step[] = [];
    let wrong: string | undefined;
    while (steps.length < length && wrong === undefined) {
      const step = draw.step();
      steps.push(step);
      wrong = await this.#one(oracle, step);
    }
    wrong ??= await this.#reports(oracle);
    if (wrong === undefined) return undefined;
    const shortest = await this.#shortened(steps);
    return { seed, story: `${told(shortest)}\n# ${(await this.#again(shortest)) ?? wrong}` };
  }

  async #shortened(steps: readonly Step[]): Promise<readonly Step[]> {
    let left = steps;
    for (let size = Math.ceil(left.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
      for (let at = 0; at < left.length;) {
        const fewer = [...left.slice(0, at), ...left.slice(at + size)];
        if ((await this.#again(fewer)) === undefined) at += size;
        else left = fewer;
      }
    return left;
  }

  async #again(steps: readonly Step[]): Promise<string | undefined> {
    const oracle = await this.#fresh();
    for (const step of steps) {
      const wrong = await this.#one(oracle, step);
      if (wrong !== undefined) return wrong;
    }
    return this.#reports(oracle);
  }

  async #fresh(): Promise<Oracle> {
    await this.#books.release();
    const path = join(this.stage.folder, 'day.db');
    rmSync(path, { force: true });
    copyFileSync(join(this.stage.folder, 'phucloi.db'), path);
    const oracle = new Oracle();
    oracle.begin(BOOK.length, OPENING);
    return oracle;
  }

  async #one(oracle: Oracle, step: Step): Promise<string | undefined> {
    for (const [name, text] of Object.entries(step.files ?? {})) this.stage.write(name, text);
    const { exit, code, data } = await this.#answer(step.line);
    const expected = step.says(oracle);
    this.#count(step.line, expected);
    if ('refused' in expected)
      return code === expected.refused && exit === exitOf(code)
        ? undefined
        : `${step.line}\n# expected ${expected.refused}, found ${exit} ${code ?? JSON.stringify(data)}`;
    if (code !== undefined || exit !== 0)
      return `${step.line}\n# expected ${JSON.stringify(expected.said)}, found ${exit} ${code}`;
    return different(step.line, data, expected.said);
  }

  #count(line: string, expected: Outcome): void {
    const { tally } = this;
    const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
    tally.commands += 1;
    const verb = line.split(' ').slice(0, 2).join(' ');
    add(tally.verbs, 'refused' in expected ? `${verb}: ${expected.refused}` : verb);
    if (!('refused' in expected)) return;
    tally.refused += 1;
    add(tally.codes, expected.refused);
  }

  async #answer(line: string, book = 'day.db') {
    const words = [...wordsOf(line), '--json', '--book', book];
    const { exit, stdout } = await this.stage.play(words);
    const answer = JSON.parse(stdout) as { data?: Record<string, unknown>; error?: { code: string } };
    return { exit, code: answer.error?.code, data: answer.data ?? {} };
  }

  /** Some of the reports of the end say what the oracle adds up; so does the book that was exported and taken in again. */
  async #reports(oracle: Oracle): Promise<string | undefined> {
    const all = questions(oracle);
    const every = Math.ceil(all.length / ASKED);
    const turn = oracle.facts.entries.length + oracle.facts.operations.length;
    const asked = all.filter((_, at) => (at + turn) % every === 0);
    const { entries, operations } = oracle.facts;
    const proof: Question = ['verify', { entries: entries.length, operations: operations.length }];
    return (await this.#ask([...asked, proof])) ?? (turn % every === 0 ? this.#takenAgain(all) : undefined);
  }

  async #ask(questions: readonly Question[], book?: string): Promise<string | undefined> {
    for (const [line, expected, read = (data: Data) => data] of questions) {
      const { code, data } = await this.#answer(line, book);
      const wrong = code === undefined ? different(line, read(data), expected) : `${line}\n# found ${code}`;
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  }

  /** The same questions of the book that was written out whole and read in under another name. */
  async #takenAgain(questions: readonly Question[]): Promise<string | undefined> {
    for (const name of ['so.json', 'lai.db']) this.stage.remove(name);
    const written = await this.#answer('export --format json --private -o so.json --purpose "Bàn giao"');
    const read = await this.#answer('import-book so.json', 'lai.db');
    const { entries, head } = written.data;
    const wrong =
      different('import-book so.json', read.data, { entries, head }) ??
      (await this.#ask(questions.slice(0, 8), 'lai.db'));
    await this.#books.release();
    return wrong;
  }
}

/** Not found, a list that is refused, words that do not fit, a rule. */
function exitOf(code: string): number {
  if (code === 'missing') return 5;
  if (code.startsWith('input.')) return 4;
  return code.startsWith('usage.') ? 2 : 3;
}

/** How many of the questions are asked after one sequence: all of them are asked over a few. */
const ASKED = 6;

type Data = Readonly<Record<string, unknown>>;
/** A command line, what it must answer, and how what is compared is read out of its answer. */
type Question = readonly [line: string, expected: unknown, read?: (data: Data) => unknown];

/** The questions of the end and what the oracle answers. */
function questions(oracle: Oracle): Question[] {
  const { facts } = oracle;
  const standing = oracle.standing();
  const all = `--from 01/01/2024 --to ${TODAY}`;
  const money = (place: string) => oracle.money(undefined, place);
  const out = (kind: string) =>
    standing
      .filter((entry) => entry.kind === kind)
      .map((entry) => `${entry.voucher} ${oracle.open(entry)}`)
      .toSorted();
  const open = (key: string) => (data: Data) =>
    (data[key] as { voucher: string; open: number }[])
      .map((each) => `${each.voucher} ${each.open}`)
      .toSorted();
  return [
    ...['2024-01-31', '2024-02-29', TODAY].map((day): Question => {
      return [`balance --as-of ${day}`, { funds: FUNDS.map((fund) => balanceOn(oracle, fund, day)) }];
    }),
    ['ledger cash --from 01/01/2024', { closing: money('cash'), moved: money('cash') }, moved],
    ['ledger bank --from 01/01/2024', { closing: money('bank'), moved: money('bank') }, moved],
    ...['gift', 'hardship', 'home'].map((kind): Question => {
      const awards = facts.awards.filter((award) => award.kind === kind);
      const expected = awards.map(
        (award) => `${award.code} ${award.member} ${oracle.stage(award)} ${totalOf(award.parts)}`,
      );
      return [`${kind} list --round ${ROUNDS[kind]}`, expected, awardsOf];
    }),
    ...['2024-01', '2024-02', '2024-03'].map((month): Question => {
      const funds = FUNDS.map((fund) => oracle.identity(fund, `${month}-01`, lastDay(month)));
      return [`reconcile --period ${month}`, { funds, errors: oracle.errors(month) }, withErrors];
    }),
    ...FUNDS.map((fund): Question => {
      const { opening, closing } = oracle.balance(fund, TODAY);
      return [`ledger fund ${fund} ${all}`, { opening, closing, moved: closing }, moved];
    }),
    [`ledger trial-balance ${all}`, trial(oracle), netOf],
    ['advance list', out('advance'), open('advances')],
    ['loan list', out('loan'), open('loans')],
    ['check', [], neverOf],
  ];
}

function balanceOn(oracle: Oracle, fund: string, day: string) {
  const { committed, available, ...sums } = oracle.balance(fund, day);
  return day === TODAY ? { ...sums, committed, available, kind: OWN.includes(fund) ? 'own' : 'held' } : sums;
}

/** What the lines of a ledger come to, with its opening. */
function moved(data: Data): Data {
  const lines = data['lines'] as { in: number; out: number }[];
  return { ...data, moved: lines.reduce((all, line) => all + line.in - line.out, data['opening'] as number) };
}

function awardsOf(data: Data): string[] {
  const awards = data['awards'] as { code: string; member: string; state: string; total: number }[];
  return awards.map(({ code, member, state, total }) => `${code} ${member} ${state} ${total}`);
}

function kindsOf(data: Data, severity: string): string[] {
  const findings = data['findings'] as { kind: string; severity: string }[];
  return [
    ...new Set(findings.filter((each) => each.severity === severity).map(({ kind }) => kind)),
  ].toSorted();
}

function withErrors(data: Data): Data {
  return { ...data, errors: kindsOf(data, 'error') };
}

/** What no sequence of commands may bring about. */
const NEVER = new Set([
  'money.negative',
  'voucher.gap',
  'fund.difference',
  'book.altered',
  'balance.stale',
  'fund.purpose',
]);

function neverOf(data: Data): string[] {
  return kindsOf(data, 'error').filter((kind) => NEVER.has(kind));
}

const ACCOUNTS: Readonly<Record<string, string>> = { cash: '111', bank: '112', advance: '141', lent: '1388' };

/** What lies in each account of what a fund holds, both sides of all equal. */
function trial(oracle: Oracle): Data {
  const sums = Object.entries(ACCOUNTS).map(([role, account]) => {
    return [account, FUNDS.reduce((all, fund) => all + oracle.role(fund, [role], TODAY), 0)];
  });
  return { ...Object.fromEntries(sums), opening: 0, turnover: 0, closing: 0 };
}

function netOf(data: Data): Data {
  const { accounts, total } = data as { accounts: Record<string, number>[]; total: Record<string, number> };
  const net = (line: Record<string, number> | undefined) =>
    (line?.['closingDebit'] ?? 0) - (line?.['closingCredit'] ?? 0);
  const of = Object.values(ACCOUNTS).map((account) => {
    return [account, net(accounts.find((line) => String(line['account']) === account))];
  });
  const opening = (total['openingDebit'] ?? 0) - (total['openingCredit'] ?? 0);
  const turnover = (total['debit'] ?? 0) - (total['credit'] ?? 0);
  return { ...Object.fromEntries(of), opening, turnover, closing: net(total) };
}

/** Where an answer has another figure than it should; lists are compared place by place, other keys are not looked at. */
function different(line: string, found: unknown, expected: unknown, path = ''): string | undefined {
  if (typeof expected !== 'object' || expected === null)
    return found === expected
      ? undefined
      : `${line}\n# ${path} is ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`;
  if (Array.isArray(expected) && (found as unknown[] | undefined)?.length !== expected.length)
    return `${line}\n# ${path} is ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`;
  for (const [key, value] of Object.entries(expected)) {
    const wrong = different(
      line,
      (found as Record<string, unknown> | undefined)?.[key],
      value,
      `${path}.${key}`,
    );
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

/** Command lines that can be pasted into a shell in an empty folder. */
function told(steps: readonly Step[]): string {
  const lines = steps.flatMap(({ line, files }) => [
    ...Object.entries(files ?? {}).map(([name, text]) => `printf '%s' '${text}' > ${name}`),
    `phucloi ${line} --today ${TODAY}`,
  ]);
  return [...BOOK.map((line) => `phucloi ${line} --today ${TODAY}`), '', ...lines].join('\n');
}
