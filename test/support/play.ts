import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { COMMANDS } from '../../src/cli/commands.ts';
import { run } from '../../src/cli/run.ts';
import { schemaOf } from '../../src/cli/schema.ts';

/** What one command line printed and gave back. */
export interface Played {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder of its own, with the clock at noon of 30 November 2024 in Vietnam, in which command lines are run in-process. */
export class Stage {
  readonly folder = mkdtempSync(join(tmpdir(), 'phucloi-test-'));

  async run(words: readonly string[]): Promise<Played> {
    const out: string[] = [];
    const err: string[] = [];
    const exit = await run(words, {
      stdout: (text) => out.push(text),
      bytes: (piece) => out.push(Buffer.from(piece).toString('latin1')),
      stderr: (text) => err.push(text),
      stdinIsTerminal: () => false,
      stdoutIsTerminal: false,
      stderrIsTerminal: false,
      columns: undefined,
      rows: undefined,
      page: () => Promise.resolve(false),
      env: {},
      cwd: this.folder,
      user: () => 'thu-quy',
      now: new Date('2024-11-30T05:00:00Z'),
    });
    const played = { exit, stdout: out.join(''), stderr: err.join('') };
    if (words.includes('--json')) await mustFitSchema(words, played);
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
    writeFileSync(path, text);
    return path;
  }

  read(name: string): Buffer {
    return readFileSync(join(this.folder, name));
  }

  strike(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const ajv = new Ajv({ strict: false });

/** One document on stdout in every case; an answer that succeeded has the shape its command declares. */
async function mustFitSchema(words: readonly string[], played: Played): Promise<void> {
  const answer = JSON.parse(played.stdout) as { ok: boolean; command: string };
  // What tells of all commands is none itself.
  if (!answer.ok || answer.command === 'help') return;
  const entry = COMMANDS.find((each) => each.name === answer.command);
  if (entry === undefined) throw new Error(`no such command: ${answer.command}`);
  const command = (await entry.load()).commandFor(answer.command.split(' ')[0] ?? '');
  if (!ajv.validate(schemaOf(command), answer)) {
    throw new Error(`${words.join(' ')}: ${ajv.errorsText()}\n${played.stdout}`);
  }
}

/** Splits a command line as a shell would, as far as quotes go. */
export function wordsOf(line: string): string[] {
  const words = line.match(/(?:[^\s"']+|"[^"]*"|'[^']*')+/g) ?? [];
  return words.map((word) =>
    word.replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => String(double ?? single)),
  );
}
