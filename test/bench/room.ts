import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from './pairs.ts';

const PROGRAM = join(import.meta.dirname, '../../bin/phucloi.js');

/** Where a bench keeps its books and lists, and how large they may be. */
export class Room {
  /** No case has more rows. */
  readonly largest: number;
  readonly #root = mkdtempSync(join(tmpdir(), 'phucloi-bench-'));

  constructor(largest: number) {
    this.largest = largest;
  }

  /** A folder of this name, made when first asked for. */
  folder(name: string): string {
    const path = join(this.#root, name);
    mkdirSync(path, { recursive: true });
    return path;
  }

  phucloi(words: readonly string[]): Command {
    return { words: [process.execPath, PROGRAM, ...words] };
  }

  /** Plays a command line that is not measured; one that fails ends the bench. */
  play(folder: string, words: readonly string[], exits: readonly number[] = [0]): string {
    const played = spawnSync(process.execPath, [PROGRAM, ...words], { cwd: folder, encoding: 'utf8' });
    if (!exits.includes(played.status ?? -1))
      throw new Error(`${words.join(' ')}: ${played.stdout}${played.stderr}`);
    return played.stdout;
  }

  /** A book that begins in January 2024 and holds nothing. */
  emptyBook(): string {
    const folder = this.folder('empty');
    const book = join(folder, 'phucloi.db');
    if (!existsSync(book)) this.play(folder, ['init', '--name', 'CD', '--from', '2024-01', '--no-input']);
    return book;
  }

  /** The book of the sample. */
  sampleBook(): string {
    const folder = join(this.#root, 'sample');
    if (!existsSync(folder)) this.play(this.#root, ['demo', '--out', folder, '-q']);
    return join(folder, 'phucloi.db');
  }

  close(): void {
    rmSync(this.#root, { recursive: true, force: true });
  }
}
