/** Whose login keeps a book from now on, and whose does no more; `reads`: that one reads every book still. */
export interface LoginChange {
  readonly login?: string;
  readonly ended?: string;
  readonly reads?: boolean;
}

/** What is said of a book on a server, and of one that is copied there. */
export interface ServerDone {
  roleGranted(a: LoginChange & { login: string; as: string; unit?: string }): string;
  roleRevoked(a: { login: string; reads?: boolean }): string;
  bookCopied(a: { to: string; entity: string; entries: number; operations: number; head: string }): string;
}
