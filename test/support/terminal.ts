import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { spawn, type IPty } from '@lydell/node-pty';
import headless from '@xterm/headless';
import { Stage, wordsOf } from './play.ts';
import { normal } from './transcript.ts';
import { said } from './watched.ts';

const PROGRAM = join(import.meta.dirname, '../../bin/phucloi.js');
/** How long a screen may take to show what is waited for, in milliseconds; two cores may be busy with other tests. */
const LIMIT = 30_000;
/** A screen is still when nothing came and nothing ran for so many looks at it, so far apart in milliseconds. */
const [LOOKS, APART] = [3, 8];

const KEYS = {
  enter: '\r',
  down: '\x1b[B',
  up: '\x1b[A',
  erase: '\x7f',
  stop: '\x03',
} as const;

/**
 * The built program in a pseudo-terminal, of 80 columns and 24 lines if not otherwise said, in an empty folder, played by a script that knows
 * nothing but the screen. Every screen that was waited for, and what was typed at it, goes to the record.
 */
export class Terminal {
  readonly stage = new Stage();
  readonly #screen: headless.Terminal;
  readonly #columns: number;
  readonly #rows: number;
  readonly #record: string[] = [];
  readonly #globals: readonly string[];
  #pty: IPty | undefined;
  #exit: number | undefined;
  #came = 0;
  #typed: string[] = [];

  /** `globals` stand behind every line that is run, unseen: the day and the language. */
  constructor(globals: readonly string[], [cols, rows]: readonly [number, number] = [80, 24]) {
    this.#globals = globals;
    [this.#columns, this.#rows] = [cols, rows];
    this.#screen = new headless.Terminal({ cols, rows, scrollback: 500, allowProposedApi: true });
  }

  /** Types `phucloi …` at the shell. */
  async run(line = ''): Promise<void> {
    if (this.#pty !== undefined) throw new Error('a command is running');
    await this.#write(`$ phucloi${line === '' ? '' : ` ${line}`}\r\n`);
    const { PATH, HOME } = process.env;
    const XDG_CACHE_HOME = join(this.stage.folder, '.cache');
    const env = { PATH, HOME, XDG_CACHE_HOME, LANG: 'C.UTF-8', PHUCLOI_ACTOR: 'thu-quy' };
    this.#exit = undefined;
    let heard = '';
    const pty = spawn(process.execPath, [PROGRAM, ...wordsOf(line), ...this.#globals], {
      cols: this.#columns,
      rows: this.#rows,
      cwd: this.stage.folder,
      name: 'xterm-256color',
      env,
    });
    pty.onData((data) => {
      this.#came += 1;
      this.#screen.write(data);
      heard += data;
    });
    pty.onExit(({ exitCode }) => {
      said(wordsOf(line), this.stage.folder, { screen: heard });
      this.#exit = exitCode;
    });
    this.#pty = pty;
    const before = this.#came;
    await this.#until(() => this.#came > before || this.#exit !== undefined, 'the program says something');
  }

  /** Waits until the screen shows the text and is still, and keeps that screen. */
  async waitFor(text: string): Promise<void> {
    await this.#until(() => this.screen().replace(/\s+/g, ' ').includes(text), `the screen shows: ${text}`);
    this.#keep();
  }

  /** Waits until the last question on the screen holds the text, and keeps that screen. */
  async asked(text: string): Promise<void> {
    const question = () => this.screen().slice(this.screen().lastIndexOf('\n? ') + 1);
    await this.#until(
      () => question().startsWith('? ') && question().replace(/\s+/g, ' ').includes(text),
      `the question: ${text}`,
    );
    this.#keep();
  }

  /** Types a line of text, without the key that ends it. */
  async type(text: string): Promise<void> {
    if (text === '') return;
    this.#typed.push(text);
    await this.#send(text);
  }

  async press(...keys: (keyof typeof KEYS)[]): Promise<void> {
    for (const key of keys) {
      this.#typed.push(`<${key}>`);
      await this.#send(KEYS[key]);
    }
  }

  /** Types an answer and ends it. */
  async answer(text: string): Promise<void> {
    await this.type(text);
    await this.press('enter');
  }

  /** Goes down a list, by what the screen shows, to the line that holds the text, and takes it. */
  async pick(text: string): Promise<void> {
    const pointed = () =>
      this.screen()
        .split('\n')
        .some((line) => /^\s*[❯>]/.test(line) && line.includes(text));
    for (let step = 0; !pointed(); step++) {
      if (step > 30) throw new Error(`no such choice: ${text}\n${this.screen()}`);
      await this.press('down');
    }
    await this.press('enter');
  }

  /** Waits until the program has ended and keeps the last screen; gives the exit code. */
  async ends(): Promise<number> {
    await this.#until(() => this.#exit !== undefined, 'the program ends');
    const exit = this.#exit ?? -1;
    this.#pty = undefined;
    this.#keep();
    this.#record.push(`[exit ${exit}]`, '');
    return exit;
  }

  /** What a person sees now. */
  screen(): string {
    const { active } = this.#screen.buffer;
    const lines = Array.from(
      { length: this.#rows },
      (_, row) => active.getLine(active.baseY + row)?.translateToString(true) ?? '',
    );
    return lines.join('\n').trimEnd();
  }

  /** Lines that went on in the next within a word. */
  cut(): string[] {
    const { active } = this.#screen.buffer;
    const line = (row: number) => active.getLine(row)?.translateToString(false) ?? '';
    return Array.from({ length: active.length }, (_, row) => row)
      .filter((row) => active.getLine(row)?.isWrapped === true)
      .filter((row) => !line(row - 1).endsWith(' ') && !line(row).startsWith(' '))
      .map((row) => line(row - 1));
  }

  /** Every screen that was waited for, and what was typed at it. */
  record(): string {
    return `${this.#record.join('\n').trimEnd()}\n`;
  }

  /** What the golden file says the record is; `UPDATE=1` writes the file anew. */
  golden(path: string, as = (record: string) => record): string {
    if (process.env['UPDATE'] === '1') writeFileSync(path, as(this.record()));
    return readFileSync(path, 'utf8');
  }

  strike(): void {
    this.#pty?.kill('SIGKILL');
    this.#pty = undefined;
    this.#screen.dispose();
    this.stage.strike();
  }

  #keep(): void {
    if (this.#typed.length > 0) this.#record.push(`▷ ${this.#typed.join(' ')}`, '');
    this.#typed = [];
    const lines = normal(this.screen(), this.stage.folder).split('\n');
    this.#record.push(`┌${'─'.repeat(this.#columns)}`, ...lines.map((line) => `│${line}`), '└', '');
  }

  /** Sends keys and waits for what they do to the screen: every key that a question takes is seen there. */
  async #send(keys: string): Promise<void> {
    if (this.#pty === undefined) throw new Error('nothing runs');
    const before = this.#came;
    this.#pty.write(keys);
    await this.#until(() => this.#came > before || this.#exit !== undefined, 'the key is answered');
  }

  async #until(holds: () => boolean, what: string): Promise<void> {
    const limit = Date.now() + LIMIT;
    let still = 0;
    let came = this.#came;
    while (still < LOOKS) {
      await pause(APART);
      await this.#write('');
      still = holds() && came === this.#came && this.#rests() ? still + 1 : 0;
      came = this.#came;
      if (Date.now() > limit) throw new Error(`never: ${what}\n${this.screen()}`);
    }
  }

  #write(text: string): Promise<void> {
    return new Promise((resolve) => {
      this.#screen.write(text, resolve);
    });
  }

  /** Whether the program waits for a key: none of its threads runs or wants to. Where that cannot be seen, it is assumed. */
  #rests(): boolean {
    if (this.#pty === undefined || this.#exit !== undefined) return true;
    try {
      const tasks = `/proc/${this.#pty.pid}/task`;
      return readdirSync(tasks).every((task) => {
        const line = readFileSync(`${tasks}/${task}/stat`, 'utf8');
        return !/^[RD]/.test(line.slice(line.lastIndexOf(')') + 2));
      });
    } catch {
      return true;
    }
  }
}
