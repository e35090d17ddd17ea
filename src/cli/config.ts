import { readFileSync, statSync, type Stats } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Failure } from '../domain/failure.ts';
import { configFolder } from '../files/places.ts';
import type { Io } from './io.ts';

/** What can be set once for all commands, and the variable of the environment that says the same. Nothing secret. */
export const VARIABLES = {
  book: 'PHUCLOI_BOOK',
  lang: 'PHUCLOI_LANG',
  actor: 'PHUCLOI_ACTOR',
  color: 'PHUCLOI_COLOR',
  pager: 'PHUCLOI_PAGER',
  lockTimeout: 'PHUCLOI_LOCK_TIMEOUT',
  passphraseFile: 'PHUCLOI_PASSPHRASE_FILE',
  backups: 'PHUCLOI_BACKUPS',
  backupRecipient: 'PHUCLOI_BACKUP_RECIPIENT',
} as const;
export type ConfigKey = keyof typeof VARIABLES;
export const CONFIG_KEYS = Object.keys(VARIABLES) as readonly ConfigKey[];

/** When styles are shown. */
export const COLORS = ['auto', 'always', 'never'] as const;

/** How long a command waits for another one that has the book, in whole seconds; more than an hour is no waiting. */
export function readLockTimeout(typed: string): number | undefined {
  return /^\d{1,4}$/.test(typed) && Number(typed) <= 3600 ? Number(typed) : undefined;
}
export const LOCK_TIMEOUTS = '0 · 10 · 60 … 3600';

/** The public keys that a value has, between blanks or commas. */
export function readRecipients(value: string): readonly string[] {
  return value.split(/[\s,]+/).filter((each) => each !== '');
}

const isRecipient = (key: string) => /^age1[a-z0-9]+$/.test(key);

/** Keys that take some values only: which, and whether one is among them. */
const KINDS: Readonly<
  Partial<Record<ConfigKey, { readonly expected: string; readonly fits: (value: string) => boolean }>>
> = {
  lang: oneOf('vi', 'en'),
  color: oneOf(...COLORS),
  lockTimeout: { expected: LOCK_TIMEOUTS, fits: (value) => readLockTimeout(value) !== undefined },
  backupRecipient: { expected: 'age1…', fits: (value) => readRecipients(value).every(isRecipient) },
};

function oneOf(...choices: readonly string[]) {
  return { expected: choices.join(' · '), fits: (value: string) => choices.includes(value) };
}

/** The project's file stands in the working folder; the user's serves every folder. */
export type ConfigScope = 'project' | 'user';

export interface ConfigFile {
  readonly scope: ConfigScope;
  readonly path: string;
  readonly exists: boolean;
  readonly values: Readonly<Partial<Record<ConfigKey, string>>>;
  /** Why the file cannot be followed; said by every command but those that mend it. */
  readonly fault?: Failure | undefined;
}

/** The files that were found, and the environment as it was before they spoke. */
export interface Config {
  readonly env: Io['env'];
  /** The nearest first. */
  readonly files: readonly ConfigFile[];
}

type Env = Io['env'];

/** A variable that is set; an empty one says nothing, but that no pager is wanted. */
export function variable(env: Env, key: ConfigKey): string | undefined {
  const value = env[VARIABLES[key]];
  return value === '' && key !== 'pager' ? undefined : value;
}

/**
 * The world with what the configuration files set. They stand below the environment, so a file's value is the value of
 * a variable that is not set, and whoever reads the environment follows both. Read once for a command line.
 */
export function configured(io: Io): Io {
  if (io.config !== undefined) return io;
  const user = userConfig(io.env);
  const files = [
    readConfig('project', join(io.cwd, 'phucloi.json')),
    ...(user === undefined ? [] : [readConfig('user', user)]),
  ];
  const config = { env: io.env, files };
  if (files.every(({ values }) => Object.keys(values).length === 0)) return { ...io, config };
  const env = { ...io.env };
  for (const { values } of files) {
    for (const key of CONFIG_KEYS) {
      const value = values[key];
      if (value !== undefined && variable(env, key) === undefined) env[VARIABLES[key]] = value;
    }
  }
  return { ...io, env, config };
}

/** What no command may pass over in silence: a file or variable that says what cannot be followed. */
export function faultOf({ config }: Io): Failure | undefined {
  if (config === undefined) return undefined;
  for (const [key, { expected, fits }] of Object.entries(KINDS)) {
    const given = variable(config.env, key as ConfigKey);
    if (given !== undefined && !fits(given)) {
      const option = VARIABLES[key as ConfigKey];
      return { code: 'usage.value', facts: { option, given, expected } };
    }
  }
  return config.files.find(({ fault }) => fault !== undefined)?.fault;
}

/** Where a user keeps what programs are told. */
function userConfig(env: Env): string | undefined {
  const folder = configFolder(env);
  return folder === undefined ? undefined : join(folder, 'config.json');
}

/** More than any configuration says. */
const BYTES_MAX = 64 * 1024;

function readConfig(scope: ConfigScope, path: string): ConfigFile {
  const status = statusOf(path);
  if (status === undefined) return { scope, path, exists: false, values: {} };
  const found = { scope, path, exists: true };
  const text =
    status !== 'unread' && status.isFile() && status.size <= BYTES_MAX ? readText(path) : undefined;
  if (text === undefined) return { ...found, values: {}, fault: unfit(path, 'file') };
  const written = objectIn(text);
  if (written === undefined) return { ...found, values: {}, fault: unfit(path, 'json') };
  const values: Partial<Record<ConfigKey, string>> = {};
  for (const [key, value] of Object.entries(written)) {
    const fault = valueFault(scope, path, key, value);
    if (fault !== undefined) return { ...found, values: {}, fault };
    values[key as ConfigKey] = isPath(key) ? resolve(dirname(path), value as string) : (value as string);
  }
  return { ...found, values };
}

/** Keys that name a file or folder: written in a configuration they are meant from its folder. */
export function isPath(key: string): boolean {
  return key === 'book' || key === 'passphraseFile' || key === 'backups';
}

/** Keys that a folder's own file must not set: it may come from anybody. */
const OWN = new Set(['pager', 'passphraseFile', 'backupRecipient']);

/** Links that lead to themselves, and folders that may not be looked into, are no missing file. */
function statusOf(path: string): Stats | 'unread' | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return 'unread';
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** What a file's JSON says, where it is an object; editors on Windows put a mark before it. */
export function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    const sound = typeof value === 'object' && value !== null && !Array.isArray(value);
    return sound ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Why a key or its value cannot stand in a file; undefined where it can. */
export function valueFault(
  scope: ConfigScope,
  path: string,
  key: string,
  value: unknown,
): Failure | undefined {
  if (!Object.hasOwn(VARIABLES, key)) return unfit(path, 'key', key, CONFIG_KEYS.join(' · '));
  // What a folder says must not start a program, nor choose the words or keys that something is encrypted under.
  if (scope === 'project' && OWN.has(key)) return unfit(path, 'place', key);
  const kind = KINDS[key as ConfigKey];
  const sound = typeof value === 'string' && (kind?.fits(value) ?? (value !== '' || key === 'pager'));
  return sound ? undefined : unfit(path, 'value', key, kind?.expected);
}

function unfit(
  path: string,
  problem: 'file' | 'json' | 'key' | 'value' | 'place',
  key = '',
  expected = '',
): Failure {
  return { code: 'config.unfit', facts: { path, problem, key, expected } };
}
