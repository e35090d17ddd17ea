import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';

/** A command line for a client. */
export interface Ask {
  readonly book: string;
  readonly words: readonly string[];
  /** What is piped in. */
  readonly input?: string;
}

/** What a client says of it; `took` is in milliseconds. */
export interface Told {
  readonly exit: number;
  readonly took: number;
  readonly answer: {
    readonly ok: boolean;
    readonly data: never;
    readonly error?: { readonly code: string; readonly facts: unknown };
  };
}

/** A process that runs command lines one after the other: a treasurer who goes on working. */
export class Client {
  readonly #process: ChildProcess;
  readonly #said: Interface;

  constructor(cwd: string) {
    const words = ['--no-warnings', join(import.meta.dirname, 'client.ts')];
    this.#process = spawn(process.execPath, words, { cwd, stdio: ['pipe', 'pipe', 'inherit'] });
    if (this.#process.stdout === null) throw new TypeError('a client has an output');
    this.#said = createInterface({ input: this.#process.stdout });
  }

  run(ask: Ask): Promise<Told> {
    return new Promise((resolve, reject) => {
      const ended = () => {
        reject(new Error('a client ended'));
      };
      this.#process.once('close', ended);
      this.#said.once('line', (line) => {
        this.#process.off('close', ended);
        resolve(JSON.parse(line) as Told);
      });
      this.#process.stdin?.write(`${JSON.stringify(ask)}\n`);
    });
  }

  end(): void {
    this.#process.stdin?.end();
  }
}

/** What came of many writes. */
export interface Tally {
  /** Names of writes that were acknowledged. */
  readonly done: string[];
  /** Names of writes that were told not to stand, for good. */
  readonly refused: string[];
  /** How long each acknowledged command took, in milliseconds. */
  readonly took: number[];
  /** How often each failure was told that says to run again. */
  readonly again: Map<string, number>;
  /** Writes of which the program could not say whether they stand, and whether they did. */
  readonly unsure: { readonly name: string; readonly stood: boolean }[];
  readonly seconds: number;
}

export interface Load {
  readonly clients: number;
  readonly seconds: number;
  readonly folder: string;
  readonly books: readonly string[];
  readonly random: () => number;
  /** Begins a write's name: no two loads have the same. */
  readonly mark: string;
  /** Whether a write stands, asked past the program. */
  readonly stands?: (name: string) => Promise<boolean>;
}

/**
 * Clients each take a book at random and write into it, again and again until time is over: money comes, alone or in a
 * list, and is spent, sometimes more than there is. Each write has a name of its own among its words.
 */
export async function load({ clients, seconds, folder, books, random, mark, stands }: Load): Promise<Tally> {
  const tally = {
    done: [] as string[],
    refused: [] as string[],
    took: [] as number[],
    again: new Map<string, number>(),
    unsure: [] as { name: string; stood: boolean }[],
  };
  let turn = 0;
  const all = Array.from({ length: clients }, () => new Client(folder));
  // A client has loaded the program before time begins to run.
  await Promise.all(all.map((client) => client.run({ book: books[0] ?? '', words: ['balance'] })));
  const begun = performance.now();
  const work = async (client: Client) => {
    while (performance.now() - begun < seconds * 1000) {
      const name = `${mark}${(turn += 1)}`;
      const ask = askNamed(name, books[Math.floor(random() * books.length)] ?? '', random());
      for (;;) {
        const { exit, took, answer } = await client.run(ask);
        const code = answer.error?.code ?? '';
        if (exit === 6) {
          tally.again.set(code, (tally.again.get(code) ?? 0) + 1);
          // As a person would: not at once.
          await new Promise((resolve) => setTimeout(resolve, 20 + random() * 200));
          continue;
        }
        if (exit === 0) {
          tally.done.push(name);
          tally.took.push(took);
        } else if (code === 'book.unsure' && stands !== undefined) {
          const stood = await stands(name);
          tally.unsure.push({ name, stood });
          if (!stood) continue;
          tally.done.push(name);
        } else if (exit === 3 && code === 'fund.short') tally.refused.push(name);
        else throw new Error(`${ask.words.join(' ')}: exit ${exit} ${JSON.stringify(answer)}`);
        break;
      }
    }
  };
  try {
    await Promise.all(all.map(work));
  } finally {
    for (const client of all) client.end();
  }
  return { ...tally, seconds: (performance.now() - begun) / 1000 };
}

/** How many rows a list has that a client brings. */
export const LISTED = 5;

function askNamed(name: string, book: string, kind: number): Ask {
  if (kind < 0.3) {
    const rows = Array.from({ length: LISTED }, (_, row) => `0${row + 1}/02/2024,Nhà hảo tâm ${name},50.000`);
    const words = 'contribution import - --fund XHTT --to bank'.split(' ');
    return { book, words, input: `Ngày,Tên,Số tiền\n${rows.join('\n')}\n` };
  }
  const line =
    kind < 0.6
      ? 'contribution add --fund TET --to cash --amount 100.000 --on 05/02/2024 --note'
      : `expense add --fund TET --from cash --amount ${kind < 0.7 ? 400 : 70}.000 --on 06/02/2024 --note`;
  return { book, words: [...line.split(' '), name] };
}

/** The time that all but one in so many commands took less than. */
export function quantile(times: readonly number[], part: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
}
