/** What a migration says; without `proof` the book was of this program's schema already. */
export interface MigrateTexts {
  migrated(a: {
    from: number;
    to: number;
    backup?: string | undefined;
    proof?: { entries: number; operations: number; head: string } | undefined;
  }): string;
}
