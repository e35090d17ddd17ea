import type { ConfigOrigin } from '../render/messages/config.ts';
import type { Desk } from './command.ts';
import { CONFIG_KEYS, variable, type ConfigKey } from './config.ts';
import { backupFolder, recipientsOf } from './backups.ts';
import { lockTimeoutOf } from './desk.ts';
import { pagerOf } from './pager.ts';

/** What is in force for one key, and who said it; `path` where a file did. */
export interface ConfigValue {
  readonly key: ConfigKey;
  readonly value: string;
  readonly origin: ConfigOrigin;
  readonly path?: string;
}

/** Every key with its value in force: the command line's, the environment's, a file's, or the program's own. */
export function configValues(desk: Desk): readonly ConfigValue[] {
  const { globals, io } = desk;
  const { env, files } = io.config ?? { env: io.env, files: [] };
  const inForce: Readonly<Record<ConfigKey, string>> = {
    book: desk.bookPath,
    lang: desk.m.language,
    actor: desk.header('').actor,
    color: globals.noColor === true ? 'never' : (globals.color ?? variable(io.env, 'color') ?? 'auto'),
    pager: pagerOf(io.env) ?? '',
    lockTimeout: String(lockTimeoutOf(globals, io)),
    passphraseFile: globals.passphraseFile ?? variable(io.env, 'passphraseFile') ?? '',
    backups: backupFolder(desk),
    backupRecipient: recipientsOf(desk).join(' '),
  };
  const typed: Readonly<Partial<Record<ConfigKey, boolean>>> = {
    book: globals.book !== undefined,
    lang: globals.langTyped === true,
    actor: globals.actor !== undefined,
    color: globals.color !== undefined || globals.noColor === true,
    lockTimeout: globals.lockTimeout !== undefined,
    passphraseFile: globals.passphraseFile !== undefined,
  };
  /** What the environment says in words that other programs have too. */
  const customs: Readonly<Partial<Record<ConfigKey, readonly string[]>>> = {
    lang: ['LC_ALL', 'LC_MESSAGES', 'LANG'],
    pager: ['PAGER'],
  };
  return CONFIG_KEYS.map((key) => {
    const said = { key, value: inForce[key] };
    if (typed[key] === true) return { ...said, origin: 'flag' };
    if (variable(env, key) !== undefined) return { ...said, origin: 'environment' };
    const file = files.find(({ values }) => values[key] !== undefined);
    if (file !== undefined) return { ...said, origin: file.scope, path: file.path };
    const custom = customs[key]?.some((name) => (env[name] ?? '') !== '') === true;
    return { ...said, origin: custom ? 'environment' : 'default' };
  });
}
