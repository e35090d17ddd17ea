import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { stateFolder } from '../files/places.ts';
import { writeWhole } from '../files/write.ts';
import type { Messages } from '../render/messages.ts';
import type { Command } from './command.ts';
import { GLOBALS, type Globals } from './globals.ts';
import type { Io } from './io.ts';
import { kebab, SHORT } from './options.ts';

const DEFECT = 70;
/** Reports that are kept; older ones are taken away. */
const KEPT = 5;
const PLACES = 8;

/**
 * Says that the program failed by a defect of its own, and what a person may send in: never a value, a name, a path or
 * the error's message, which may hold a row's text; `--verbose` alone shows that, on this screen.
 */
export function reportDefect(
  error: unknown,
  command: Command,
  words: readonly string[],
  globals: Globals,
  m: Messages,
  io: Io,
): number {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const report = [
    `phucloi ${manifest.version} · Node ${process.versions.node} · ${process.platform}-${process.arch} · ${globals.lang}`,
    ['phucloi', command.name, ...optionsIn(command, words)].join(' '),
    [kindOf(error), ...placesIn(stack)].join(' '),
  ].join('\n');
  const text = m.defect(report, kept(report, io));
  if (globals.json) {
    const failure = { code: 'defect', message: text, facts: { report } };
    io.stdout(`${JSON.stringify({ ok: false, command: command.name, error: failure })}\n`);
  } else io.stderr(`${text}\n`);
  if (globals.verbose) io.stderr(`${stack}\n`);
  return DEFECT;
}

/** The error's class, and its code where that is one of the system or the database. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return /^[A-Z_]+$/.test(code) ? `${error.name} ${code}` : error.name;
}

/** Files of the program by their own names, with line and column; no folders. */
function placesIn(stack: string): string[] {
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return frames
    .flatMap((line) => /([\w.-]+\.(?:ts|cjs|js):\d+:\d+)\)?$/.exec(line)?.[1] ?? [])
    .slice(0, PLACES);
}

/** Names of the options that the command knows; whatever else was typed may be anything. */
function optionsIn(command: Command, words: readonly string[]): string[] {
  const known = Object.keys({ ...GLOBALS, ...command.options }).map((key) => `--${kebab(key)}`);
  const named = new Set([...known, ...Object.values(SHORT)]);
  return words.map((word) => word.replace(/=.*$/s, '')).filter((word) => named.has(word));
}

/** Keeps the report where it can be sent from; a person without such a folder has it on the screen. */
function kept(report: string, io: Io): string | undefined {
  const folder = stateFolder(io.env);
  if (folder === undefined) return undefined;
  const path = join(folder, `defect-${io.now.toISOString().replaceAll(/[:.]/g, '-')}.txt`);
  try {
    mkdirSync(folder, { recursive: true });
    writeWhole(path, Buffer.from(`${report}\n`));
    const all = readdirSync(folder).filter((name) => /^defect-.*\.txt$/.test(name));
    for (const name of all.toSorted().slice(0, -KEPT)) rmSync(join(folder, name), { force: true });
    return path;
  } catch {
    return undefined;
  }
}
