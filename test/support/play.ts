import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import type { Command } from '../../src/cli/command.ts';
import type { Io } from '../../src/cli/io.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { parse } from '../../src/cli/parse.ts';
import { findCommand, run } from '../../src/cli/run.ts';
import { linesSchemaOf, schemaOf } from '../../src/cli/schema.ts';
import { allowed, said } from './watched.ts';
import { wordsOf } from './words.ts';
import { wrongIn } from './named-lines.ts';

export { wordsOf } from './words.ts';

/** What one command line printed and gave back. */
export interface Played {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Noon of 30 November 2024 in Vietnam. */
const NOON = '2024-11-30T05:00:00Z';

/** A folder of its own, with its clock, in which command lines are run in-process; `world` is what differs from a pipe's. */
export class Stage {
  /** As long a path wherever temporary files lie: lines that hold it break at the same place. */
  readonly folder = mkdtempSync(join(tmpdir(), 'phucloi-test-').padEnd(50, '-'));
  /** The address of the stage's book, where the tests run with a server. */
  readonly book = serverBook();
  readonly #world: Partial<Io>;

  constructor(world: Partial<Io> = {}) {
    this.#world = world;
  }

  async run(words: readonly string[], input?: string | Uint8Array): Promise<Played> {
    const played = await this.play(words, input);
    if (words.includes('--json')) await mustFitSchema(words, played);
    if (words.includes('--ndjson')) await mustFitLines(words, played);
    return played;
  }

  /** The same, whatever it prints, and where the world is another this once. */
  async play(
    words: readonly string[],
    input?: string | Uint8Array,
    world: Partial<Io> = {},
  ): Promise<Played> {
    const out: string[] = [];
    const err: string[] = [];
    const mustOnlyRead = await reading(this.folder, words);
    const exit = await run(words, {
      stdout: (text) => out.push(text),
      bytes: (piece) => out.push(Buffer.from(piece).toString('latin1')),
      stderr: (text) => err.push(text),
      stdin: () => Readable.from(input === undefined ? [] : [Buffer.from(input)]),
      stdinIsTerminal: () => false,
      stdoutIsTerminal: false,
      stderrIsTerminal: false,
      columns: undefined,
      rows: undefined,
      page: () => Promise.resolve(false),
      env: {
        XDG_CONFIG_HOME: join(this.folder, '.config'),
        XDG_CACHE_HOME: join(this.folder, '.cache'),
        ...(this.book === undefined ? {} : { PHUCLOI_BOOK: this.book }),
      },
      cwd: this.folder,
      user: () => 'thu-quy',
      now: new Date(NOON),
      ...this.#world,
      ...world,
    });
    mustOnlyRead(words.join(' '));
    const played = { exit, stdout: out.join(''), stderr: err.join('') };
    said(words, this.folder, { stdout: played.stdout, stderr: played.stderr });
    return played;
  }

  /** Runs a command line that must succeed and gives its data. */
  async data<T>(line: string): Promise<T> {
    const played = await this.run([...wordsOf(line), '--json']);
    const answer = JSON.parse(played.stdout) as { ok: boolean; data: T; error?: { code: string } };
    if (!answer.ok) throw new Error(`${line}: ${played.stdout}`);
    return answer.data;
  }

  write(name: string, text: string | Uint8Array): string {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    // Nobody but its owner reads a file of the stage: some hold passphrases.
    writeFileSync(path, text, { mode: 0o600 });
    allowed(path);
    return path;
  }

  read(name: string): Buffer {
    return readFileSync(join(this.folder, name));
  }

  remove(name: string): void {
    rmSync(join(this.folder, name), { recursive: true, force: true });
  }

  strike(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** With PHUCLOI_TEST_SERVER a stage's book lies on that server, in a namespace of its own. */
function serverBook(): string | undefined {
  const server = process.env['PHUCLOI_TEST_SERVER'];
  return server === undefined ? undefined : `${server}&schema=t${randomBytes(8).toString('hex')}`;
}

/**
 * A command that does not declare that it writes, and one whose words only look, leave the book's file untouched. Looked
 * at with every command that a test runs: a person at a terminal is asked before nothing else.
 */
async function reading(folder: string, words: readonly string[]): Promise<(line: string) => void> {
  const found = findCommand(words);
  if (found === undefined) return () => {};
  const command = (await found.entry.load()).commandFor(found.entry.name.split(' ')[0] ?? '');
  if (!(await onlyReads(command, found.rest))) return () => {};
  const at = words.indexOf('--book');
  const book = join(folder, at < 0 ? 'phucloi.db' : (words[at + 1] ?? ''));
  const before = stampOf(book);
  return (line) => {
    if (stampOf(book) !== before) throw new Error(`writes the book and does not declare it: ${line}`);
  };
}

async function onlyReads(command: Command, words: readonly string[]): Promise<boolean> {
  // What is shown whole is recorded first.
  if (words.includes('--reveal')) return false;
  if (command.writes === undefined || command.looks === undefined) return command.writes === undefined;
  try {
    return command.looks((await parse(command, words)).given);
  } catch {
    // Words that cannot be read are refused.
    return true;
  }
}

function stampOf(path: string): string {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return `${found?.ino} ${found?.size} ${found?.mtimeNs}`;
}
/** Answers of the program, and of no command. */
const GENERAL = new Set(['version', 'help']);

const ajv = new Ajv({ strict: false });
/** Compiled once a command: that takes longer than most commands. */
const compiled = new Map<string, ValidateFunction>();

/** One document on stdout in every case; an answer that succeeded has the shape its command declares. */
export async function mustFitSchema(words: readonly string[], played: Played): Promise<void> {
  const answer = JSON.parse(played.stdout) as { ok: boolean; command: string; data: never };
  if (!answer.ok) return;
  if (GENERAL.has(answer.command)) return;
  const command = await commandNamed(answer.command);
  const fit = compiled.get(answer.command) ?? ajv.compile(schemaOf(command));
  compiled.set(answer.command, fit);
  if (!fit(answer)) {
    throw new Error(`${words.join(' ')}: ${ajv.errorsText(fit.errors)}\n${played.stdout}`);
  }
  for (const line of command.next?.(answer.data) ?? []) {
    const wrong = await wrongIn(line.replace(/^phucloi /, ''));
    if (wrong.length > 0) throw new Error(`${words.join(' ')} says what comes next: ${wrong.join('; ')}`);
  }
}

/** Objects, a line each; the last says how it went, and of an answer that succeeded all fit what its command declares. */
async function mustFitLines(words: readonly string[], played: Played): Promise<void> {
  const lines = played.stdout.trimEnd().split('\n');
  const last = JSON.parse(lines.pop() ?? '') as { ok: boolean; command: string; rows?: number };
  if ((!last.ok || GENERAL.has(last.command)) && lines.length === 0) return;
  const schema = linesSchemaOf(await commandNamed(last.command));
  const fits = lines.every((line) => ajv.validate(schema.rows, JSON.parse(line)));
  if (!fits || last.rows !== lines.length || !ajv.validate(schema.last, last))
    throw new Error(`${words.join(' ')}: ${ajv.errorsText()}\n${played.stdout}`);
}

async function commandNamed(name: string): Promise<Command> {
  const entry = COMMANDS.find((each) => each.name === name);
  if (entry === undefined) throw new Error(`no such command: ${name}`);
  return (await entry.load()).commandFor(name.split(' ')[0] ?? '');
}
