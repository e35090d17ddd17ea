import { sqliteLibrary } from '../store/library.ts';
import type { Library } from '../usecase/book.ts';

/** The one place where a store is chosen. */
export function libraryFor(_book: string): Library {
  return sqliteLibrary;
}
