import type { ThreeParts } from '../messages.ts';

/** What may be wrong with the machine a book is kept on; each is told with its facts. */
export interface AilmentFacts {
  'folder.closed': { folder: string };
  'folder.network': { type: string };
  'folder.host': { type: string };
  'folder.synced': { service: string };
  'book.copies': { files: readonly string[] };
  'book.journal': { file: string };
  'book.unsound': object;
  'backup.none': object;
  'backup.old': { file: string; days: number };
  'backup.astray': { file: string };
  'backup.ahead': { file: string; more: number };
  'backup.sealed': { file: string };
  'backup.version': { file: string; found: number; known: number };
  'disk.short': { free: number; size: number };
  'fonts.missing': { files: readonly string[] };
  'memory.short': { total: number };
  'terminal.letters': { charset: string };
  'terminal.narrow': { columns: number };
  'clock.zone': { zone: string };
}
export type AilmentCode = keyof AilmentFacts;

/** What `doctor` says. */
export interface DoctorTexts {
  readonly ailments: { readonly [C in AilmentCode]: (facts: AilmentFacts[C]) => ThreeParts };
  readonly severities: Readonly<Record<'error' | 'warning' | 'note', string>>;
  readonly labels: {
    readonly version: string;
    readonly platform: string;
    readonly book: string;
    readonly config: string;
    readonly cache: string;
    /** Where reports of the program's own defects are kept. */
    readonly state: string;
    readonly data: string;
    readonly disk: string;
    readonly memory: string;
    readonly terminal: string;
    readonly clock: string;
  };
  readonly absent: string;
  readonly book: (facts: { bytes: number; schema: number; head: string; operations: number }) => string;
  /** How private fields are kept. */
  readonly private: Readonly<Record<'plain' | 'sealed' | 'open' | 'damaged', string>>;
  readonly closed: (facts: { month: string; at: string }) => string;
  readonly backup: (facts: { file: string; at: string }) => string;
  readonly drill: (facts: { operations: number; newer: number; digest: boolean }) => string;
  readonly disk: (facts: { free: number; type: string }) => string;
  readonly memory: (facts: { total: number; free: number }) => string;
  readonly terminal: (facts: { columns: number; rows: number; colours: boolean; charset: string }) => string;
  readonly piped: string;
  readonly sound: string;
  readonly found: (facts: { errors: number; warnings: number }) => string;
}
