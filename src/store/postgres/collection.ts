import { refuse } from '../../domain/failure.ts';
import type { Access } from '../../usecase/book.ts';
import type { CollectedBook, Collection, CopyState } from '../../usecase/port/collection.ts';
import type { Reader } from '../../usecase/port/ports.ts';
import { hex } from '../hex.ts';
import { openOnServer } from './library.ts';

/** The view of many books that lie on one server: each is read where it lies. */
export class ServerCollection implements Collection {
  readonly #path: string;
  readonly #access: Access;

  constructor(path: string, access: Access) {
    this.#path = path;
    this.#access = access;
  }

  /** A unit's file is brought to the server once, as its own book, and kept there from then on. */
  prove(): Promise<never> {
    return Promise.resolve(refuse('book.engine', { path: this.#path }));
  }

  place(): () => void {
    return () => {};
  }

  sweep(): void {
    // Nothing was copied.
  }

  retire(): void {
    // As above.
  }

  async state(book: CollectedBook): Promise<CopyState> {
    const head = await this.read(book, async (reader) => hex(await reader.head()));
    return head === book.head ? 'whole' : 'altered';
  }

  async read<T>({ code }: CollectedBook, fn: (reader: Reader) => Promise<T>): Promise<T> {
    const book = openOnServer(this.#path, { ...this.#access, readOnly: true }, code);
    try {
      return await book.read(fn);
    } finally {
      book.close();
    }
  }
}
