import type { Day, Month } from '../../domain/day.ts';

/** What `backup` and `restore` say. */
export interface BackupTexts {
  readonly backedUp: (a: {
    path: string;
    bytes: number;
    operations: number;
    head: string;
    encrypted: boolean;
    removed: readonly string[];
  }) => string;
  /** Before a long list was read into the book. */
  readonly backedUpFirst: (a: { path: string }) => string;
  readonly restored: (a: {
    /** Nothing is written: what is told is what would be. */
    rehearsed: boolean;
    file: string;
    book: string;
    operations: number;
    on: Day;
    lastClosed?: Month | undefined;
    /** The month before whose close it was made. */
    closing?: Month | undefined;
    head: string;
    digest: boolean;
    present: 'none' | 'whole' | 'unread' | 'other';
    lost?: number | undefined;
    last?: Day | undefined;
    gained?: number | undefined;
    accesses?: number | undefined;
    erasures?: number | undefined;
    opened?: boolean | undefined;
    otherWords?: boolean | undefined;
    valuesLost?: number | undefined;
    kept?: string | undefined;
  }) => string;
}
