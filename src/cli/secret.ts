import { closeSync, fstatSync, readSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { refuse } from '../domain/failure.ts';
import { openRegular } from '../files/read.ts';
import { onScreen } from '../render/screen.ts';
import type { Desk } from './command.ts';
import { variable } from './config.ts';
import { lookFor } from './print.ts';
import { Prompt } from './prompt.ts';

/** More than anybody remembers. */
const BYTES_MAX = 4096;

export interface SecretAsked {
  /** New words: typed twice, as nobody sees a slip in what is hidden; at least so many characters. */
  readonly again?: { readonly least: number };
  /** Another file than the one all commands have; false where only a person may say it. */
  readonly file?: string | false | undefined;
}

/**
 * The one place where a command gets a passphrase: the first line of a file, else what is typed unseen. Words of the
 * command line and of the environment stand in process lists and histories, and are never a passphrase.
 */
export async function askSecret(desk: Desk, { again, file }: SecretAsked = {}): Promise<string> {
  const { globals, io, m } = desk;
  const named = file ?? globals.passphraseFile ?? variable(io.env, 'passphraseFile') ?? false;
  if (named !== false) {
    const secret = composed(secretIn(named, isAbsolute(named) ? named : join(io.cwd, named)));
    if (again !== undefined && !isLong(secret, again.least))
      refuse('passphrase.short', { least: again.least });
    return secret;
  }
  if (!desk.asks()) refuse('passphrase.missing', {});
  const ask = new Prompt(m, lookFor(io, globals));
  const { secret: question, newSecret, tooShort, again: repeat, notSame } = m.prompt;
  if (again === undefined) return composed(await ask.secret(onScreen(question)));
  const { least } = again;
  const typed = composed(
    await ask.secret(onScreen(newSecret(least)), (line) =>
      isLong(composed(line), least) ? undefined : tooShort(least),
    ),
  );
  await ask.secret(onScreen(repeat), (line) => (composed(line) === typed ? undefined : notSame));
  return typed;
}

/** The same letters however they were typed: keyboards compose Vietnamese marks in two ways. */
const composed = (words: string): string => words.normalize('NFC');

const isLong = (secret: string, least: number): boolean => Array.from(secret).length >= least;

/** The first line of a file that only its owner can read. What is looked at is the file that is open, not its name. */
function secretIn(shown: string, path: string): string {
  const handle = openRegular(path, shown) ?? refuse('passphrase.file', { path: shown, problem: 'none' });
  const bytes = Buffer.alloc(BYTES_MAX + 1);
  try {
    const status = fstatSync(handle);
    // Windows has lists of rights that a mode does not tell.
    if (process.platform !== 'win32' && (status.mode & 0o077) !== 0)
      refuse('passphrase.file', { path: shown, problem: 'open' });
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read)
      read = readSync(handle, bytes, length, bytes.length - length, null);
    if (length > BYTES_MAX) refuse('passphrase.file', { path: shown, problem: 'large' });
    const line =
      bytes
        .toString('utf8', 0, length)
        .replace(/^\ufeff/, '')
        .split(/\r?\n/, 1)[0] ?? '';
    return line === '' ? refuse('passphrase.file', { path: shown, problem: 'empty' }) : line;
  } finally {
    bytes.fill(0);
    closeSync(handle);
  }
}
