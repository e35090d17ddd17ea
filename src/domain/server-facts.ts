/** What a book on a server can refuse, and what each message of it needs. */
export interface ServerFacts {
  /** What of a server's address cannot be used; `name`: as it was written. */
  'book.address': {
    what: 'form' | 'password' | 'option' | 'port' | 'schema' | 'sslmode' | 'service' | 'encoding';
    name?: string;
  };
  /** `detail`: PostgreSQL's code, or the system's. */
  'book.unreachable': { path: string; detail: string };
  /** What this login may do does not reach so far. */
  'book.denied': { path: string };
  /** The server went away in the middle of a commit. */
  'book.unsure': { path: string };
  /** What only a file can have done to it. */
  'book.engine': { path: string };
  'entity.exists': { entity: string };
  /** `entity`: as it was named; empty where none was. `codes`: those that this login sees. */
  'entity.unknown': { entity: string; codes: readonly string[] };
  'entity.unsaid': { codes: readonly string[] };
  /** The server knows no such login. */
  'role.missing': { login: string };
  /** A login that has nothing to do in this book. */
  'role.none': { login: string };
  /** A book that is a file knows no logins. */
  'role.file': { path: string };
  /** Somebody else's name than the one that the server proved. */
  'role.actor': { actor: string; login: string };
}
