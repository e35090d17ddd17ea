import type { AilmentCode, AilmentFacts } from '../render/messages/doctor.ts';
import type { Mount } from '../files/machine.ts';

export type Ailment = {
  [C in AilmentCode]: {
    readonly code: C;
    readonly severity: 'error' | 'warning' | 'note';
    readonly facts: AilmentFacts[C];
  };
}[AilmentCode];

/** What was seen of the machine and the place where the book lies. */
export interface Seen {
  readonly folder: { readonly path: string; readonly writable: boolean; readonly share: boolean };
  readonly mount: Mount | undefined;
  readonly synced: string | undefined;
  readonly copies: readonly string[];
  readonly journal: string | undefined;
  /** Undefined where there is no book yet, or none that opens. */
  readonly sound: boolean | undefined;
  readonly size: number;
  readonly free: number | undefined;
  readonly missingFonts: readonly string[];
  readonly memory: number;
  readonly charset: string;
  /** Undefined where the output is no terminal. */
  readonly columns: number | undefined;
  /** How far the machine's clock is before UTC, in minutes, and what it calls that. */
  readonly clock: { readonly ahead: number; readonly zone: string };
}

const MIB = 1024 * 1024;
/** Room for a close: a backup, a journal, papers. */
const ROOM_LEAST = 50 * MIB;
/** What the longest lists take. */
const MEMORY_LEAST = 512 * MIB;
const COLUMNS_LEAST = 80;
const VIETNAM = 7 * 60;

/** What of it is wrong, the worst first; a note is nothing wrong. */
export function ailmentsIn(seen: Seen): Ailment[] {
  const found: Ailment[] = [];
  const { folder, mount, free, size } = seen;
  if (seen.sound === false) found.push({ code: 'book.unsound', severity: 'error', facts: {} });
  if (!folder.writable)
    found.push({ code: 'folder.closed', severity: 'error', facts: { folder: folder.path } });
  if (seen.missingFonts.length > 0)
    found.push({ code: 'fonts.missing', severity: 'error', facts: { files: seen.missingFonts } });
  if (free !== undefined && free < Math.max(3 * size, ROOM_LEAST))
    found.push({ code: 'disk.short', severity: 'error', facts: { free, size } });
  if (seen.journal !== undefined)
    found.push({ code: 'book.journal', severity: 'warning', facts: { file: seen.journal } });
  if (seen.copies.length > 0)
    found.push({ code: 'book.copies', severity: 'warning', facts: { files: seen.copies } });
  if (folder.share || mount?.far === 'network')
    found.push({ code: 'folder.network', severity: 'warning', facts: { type: mount?.type ?? 'SMB' } });
  else if (mount?.far === 'host')
    found.push({ code: 'folder.host', severity: 'warning', facts: { type: mount.type } });
  if (seen.synced !== undefined)
    found.push({ code: 'folder.synced', severity: 'warning', facts: { service: seen.synced } });
  if (seen.columns !== undefined && seen.charset !== 'UTF-8')
    found.push({ code: 'terminal.letters', severity: 'warning', facts: { charset: seen.charset } });
  if (seen.columns !== undefined && seen.columns < COLUMNS_LEAST)
    found.push({ code: 'terminal.narrow', severity: 'note', facts: { columns: seen.columns } });
  if (seen.memory < MEMORY_LEAST)
    found.push({ code: 'memory.short', severity: 'note', facts: { total: seen.memory } });
  if (seen.clock.ahead !== VIETNAM)
    found.push({ code: 'clock.zone', severity: 'note', facts: { zone: seen.clock.zone } });
  return found;
}

/** The letters that a terminal shows, by its locale; Windows has UTF-8 in every terminal of today. */
export function charsetOf(env: Readonly<Record<string, string | undefined>>, platform: string): string {
  const locale = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find((each) => (each ?? '') !== '') ?? '';
  const named = /\.([\w-]+)/.exec(locale)?.[1] ?? '';
  if (/^utf-?8$/i.test(named) || (locale === '' && platform !== 'linux')) return 'UTF-8';
  return named === '' ? 'ASCII' : named.toUpperCase();
}
