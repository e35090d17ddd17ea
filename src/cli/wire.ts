import { sqliteLibrary } from '../store/library.ts';
import type { Library } from '../usecase/book.ts';
import { isOnServer } from './book-address.ts';

/** The one place where a store is chosen. */
export function libraryFor(book: string, env: Env): Library {
  return isOnServer(book) ? onServer(env) : sqliteLibrary;
}

type Env = Readonly<Record<string, string | undefined>>;

/** Loaded when a book on a server is first asked for anything. */
function onServer(env: Env): Library {
  const library = async () => (await import('../store/postgres/library.ts')).postgresLibrary(env);
  return {
    create: async (...given) => (await library()).create(...given),
    open: async (...given) => (await library()).open(...given),
    prove: async (...given) => (await library()).prove(...given),
    restore: async (...given) => (await library()).restore(...given),
    migrate: async (...given) => (await library()).migrate(...given),
    collection: async (...given) => (await library()).collection(...given),
    rebuild: async (...given) => (await library()).rebuild(...given),
  };
}
