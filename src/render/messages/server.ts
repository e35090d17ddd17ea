/** What is said of a book on a server, and of one that is copied there. */
export interface ServerDone {
  roleGranted(a: { login: string; as: string; unit?: string; ended?: string }): string;
  roleRevoked(a: { login: string }): string;
  bookCopied(a: { to: string; entity: string; entries: number; operations: number; head: string }): string;
}
