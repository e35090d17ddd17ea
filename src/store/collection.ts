import { existsSync, lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { refuse } from '../domain/failure.ts';
import { draftBeside, flushFolder } from '../files/draft.ts';
import { refuseUnwritable } from '../files/held.ts';
import { digestOf, flushFile, piecesOf, publish } from '../files/publish.ts';
import type { Access, Book } from '../usecase/book.ts';
import type { Candidate } from '../usecase/port/backup.ts';
import type { Brought, CollectedBook, Collection, CopyState } from '../usecase/port/collection.ts';
import type { Reader } from '../usecase/port/ports.ts';
import { UNWATCHED } from '../usecase/port/work.ts';

/** What a copy is called: its unit, and the beginning of its digest, so that a newer one never overwrites it. */
const nameOf = (unit: string, digest: string) => `${unit}-${digest.slice(0, 16)}.db`;
const NAMED = /-[0-9a-f]{16}\.db$/;

/** Where a proved book lies until it is placed. */
interface Draft extends Brought {
  readonly draft: string;
}

/**
 * Copies of units' books in a folder beside a book, readable by its owner only. Every copy is proved under the name of a
 * draft, placed under a name that is its own, and only then told of by the book's chain; what the chain tells of no more
 * is swept away last. Killed at any moment, each unit has the copy that the chain tells of.
 */
export class FolderCollection implements Collection {
  readonly #folder: string;
  readonly #access: Access;
  readonly #open: (path: string, access: Access) => Promise<Book>;

  constructor(book: string, access: Access, open: (path: string, access: Access) => Promise<Book>) {
    this.#folder = `${book}-units`;
    this.#access = access;
    this.#open = open;
  }

  async prove(candidate: Candidate): Promise<Brought> {
    const { copyProved } = await import('./proof.ts');
    const { work = UNWATCHED } = this.#access;
    const draft = draftBeside(this.#folder);
    const drop = () => {
      for (const ending of ['', '-journal']) rmSync(`${draft}${ending}`, { force: true });
    };
    try {
      const proof = await copyProved(candidate, draft, work);
      const read = <T>(fn: (reader: Reader) => Promise<T>) => this.#reading(draft, fn);
      const told = await read(async (reader) => {
        const asked = await reader.collection();
        return {
          code: reader.entity.code,
          sealed: await asked.sealed(),
          unsealed: await asked.unsealed(),
        };
      });
      if (told.unsealed !== undefined) {
        const { month, operation } = told.unsealed;
        refuse('backup.altered', {
          path: candidate.path,
          how: 'chain',
          row: { kind: 'period_event', name: month, operation },
        });
      }
      const digest = await digestOf(piecesOf(draft), () => work.step(0));
      const brought: Draft = { proof, code: told.code, sealed: told.sealed, digest, read, drop, draft };
      return brought;
    } catch (error) {
      drop();
      if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error;
      const { path } = candidate;
      if ('path' in error && error.path === path) return refuse('book.unreadable', { path });
      return refuseUnwritable(this.#folder, String(error.code));
    }
  }

  place(books: readonly { readonly unit: string; readonly brought: Brought }[]): () => void {
    const placed: string[] = [];
    const takeBack = () => {
      for (const path of placed) rmSync(path, { force: true });
      placed.length = 0;
    };
    try {
      if (!existsSync(this.#folder)) mkdirSync(this.#folder, { mode: 0o700 });
      for (const { unit, brought } of books) {
        const { draft } = brought as Draft;
        const path = join(this.#folder, nameOf(unit, brought.digest));
        flushFile(draft);
        // One of that name that is there is no copy that was told of: it was left by a killed run, or was altered since.
        rmSync(path, { force: true });
        publish(draft, path);
        placed.push(path);
      }
      flushFolder(this.#folder);
      flushFolder(dirname(this.#folder));
    } catch (error) {
      takeBack();
      if (error instanceof Error && 'failure' in error) throw error;
      if (!(error instanceof Error && 'code' in error)) throw error;
      return refuseUnwritable(this.#folder, String(error.code));
    }
    return takeBack;
  }

  sweep(kept: readonly CollectedBook[]): void {
    const names = new Set(kept.map(({ unit, digest }) => nameOf(unit, digest)));
    for (const name of existsSync(this.#folder) ? readdirSync(this.#folder) : [])
      if (!names.has(name) && NAMED.test(name)) removed(join(this.#folder, name));
  }

  retire(replaced: readonly CollectedBook[]): void {
    for (const book of replaced) removed(this.#pathOf(book));
  }

  async state(book: CollectedBook): Promise<CopyState> {
    const path = this.#pathOf(book);
    if (!existsSync(path)) return 'missing';
    if (!lstatSync(path).isFile()) return 'altered';
    const { work = UNWATCHED } = this.#access;
    return (await digestOf(piecesOf(path), () => work.step(0))) === book.digest ? 'whole' : 'altered';
  }

  async read<T>(book: CollectedBook, fn: (reader: Reader) => Promise<T>): Promise<T> {
    return this.#reading(this.#pathOf(book), fn);
  }

  #pathOf({ unit, digest }: CollectedBook): string {
    return join(this.#folder, basename(nameOf(unit, digest)));
  }

  async #reading<T>(path: string, fn: (reader: Reader) => Promise<T>): Promise<T> {
    const book = await this.#open(path, { ...this.#access, readOnly: true });
    try {
      return await book.read(fn);
    } finally {
      book.close();
    }
  }
}

function removed(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Somebody reads it at the moment: the next run takes it away.
  }
}
