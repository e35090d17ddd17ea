import { refuse } from '../../domain/failure.ts';
import type { Access } from '../../usecase/book.ts';
import type { CollectedBook, Collection, CopyState } from '../../usecase/port/collection.ts';
import type { Reader } from '../../usecase/port/ports.ts';
import { hex } from '../hex.ts';
import { openOnServer } from './library.ts';
import type { Target } from './target.ts';

/** The view of many books that lie on one server: each is read where it lies. */
export class ServerCollection implements Collection {
  readonly #target: Target;
  readonly #access: Access;

  constructor(target: Target, access: Access) {
    this.#target = target;
    this.#access = access;
  }

  /** A unit's file is brought to the server once, as its own book, and kept there from then on. */
  prove(): Promise<never> {
    return Promise.resolve(refuse('book.engine', { path: this.#target.path }));
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
    const book = openOnServer({ ...this.#target, entity: code }, { ...this.#access, readOnly: true });
    try {
      return await book.read(fn);
    } finally {
      book.close();
    }
  }
}
