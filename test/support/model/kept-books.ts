import { sqliteLibrary } from '../../../src/store/library.ts';
import type { Access, Book, Library } from '../../../src/usecase/book.ts';

/**
 * One connection for many commands: opening the file and reading its schema anew for each would be most of a sequence's
 * time. What they do in between is as ever, a transaction each. Where it keeps none, every command opens the book.
 */
export class KeptBooks {
  keeps = true;
  readonly #books = new Map<string, Promise<Book>>();

  readonly library: Library = {
    ...sqliteLibrary,
    open: async (path: string, access?: Access) => {
      if (!this.keeps) return sqliteLibrary.open(path, access);
      const known = this.#books.get(path) ?? sqliteLibrary.open(path, access);
      this.#books.set(path, known);
      return unclosed(await known);
    },
  };

  /** Closes what is open, so that the file behind it may be another. */
  async release(): Promise<void> {
    for (const book of this.#books.values()) (await book).close();
    this.#books.clear();
  }
}

function unclosed(book: Book): Book {
  return new Proxy(book, {
    get: (of, key) => {
      if (key === 'close') return () => {};
      const value: unknown = Reflect.get(of, key, of);
      return typeof value === 'function' ? value.bind(of) : value;
    },
  });
}
