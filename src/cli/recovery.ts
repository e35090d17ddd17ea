import { existsSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { refuse } from '../domain/failure.ts';
import { lastGroup, recoveryCode, RECOVERY_SYMBOLS } from '../domain/recovery-code.ts';
import { mustBeWritable, writeWhole } from '../files/write.ts';
import { onScreen } from '../render/screen.ts';
import type { NewVault } from '../usecase/book.ts';
import { privacyOf } from '../usecase/private.ts';
import type { Session } from '../usecase/session.ts';
import type { Desk } from './command.ts';
import { resolved } from './given.ts';
import { text, type Values } from './options.ts';
import { lookFor } from './print.ts';
import { Prompt } from './prompt.ts';
import { askSecret } from './secret.ts';

/** Where the recovery code goes where nobody reads a screen. */
export const RECOVERY = { recoveryFile: text('FILE') };

interface Given extends Values<typeof RECOVERY> {
  /** Where the new words come from; false where only a person may say them. */
  readonly file?: string | false | undefined;
}

/** What a try-out costs: its key opens nothing that stays. */
const COST_OF_TRYING = 2 ** 14;

/**
 * Asks for new words, makes a key that they open, and hands the recovery code over before anything is written: on the
 * screen, where its end is typed again, or into a file. `write` puts the key into the book; a try-out shows no code.
 */
export async function underNewKey<T>(
  desk: Desk,
  session: Session,
  { recoveryFile, file }: Given,
  write: (vault: NewVault) => Promise<T>,
): Promise<T> {
  const recovery = recoveryCode(randomBytes(RECOVERY_SYMBOLS));
  if (session.dryRun) {
    const passphrase = randomBytes(32).toString('hex');
    return write(await session.book.newVault({ passphrase, recovery, cost: COST_OF_TRYING }));
  }
  const path = recoveryFile === undefined ? undefined : resolved(desk, recoveryFile);
  if (path === undefined && !desk.asks()) refuse('usage.missing', { option: '--recovery-file' });
  if (path !== undefined && existsSync(path)) refuse('file.exists', { path: recoveryFile ?? path });
  if (path !== undefined) mustBeWritable(path);
  const { least } = await privacyOf(session);
  const passphrase = await askSecret(desk, { again: { least }, file });
  const vault = await session.book.newVault({ passphrase, recovery });
  if (path === undefined) {
    await shown(desk, recovery);
    return write(vault);
  }
  writeWhole(path, Buffer.from(`${recovery}\n`));
  try {
    return await write(vault);
  } catch (error) {
    // It opens nothing.
    rmSync(path, { force: true });
    throw error;
  }
}

async function shown({ io, m, globals }: Desk, code: string): Promise<void> {
  const { questions } = m;
  io.stdout(`\n${onScreen(questions.recovery({ code }))}\n\n`);
  const end = lastGroup(code);
  try {
    await new Prompt(m, lookFor(io, globals)).text(onScreen(questions.recoveryWritten()), '', (line) =>
      line.trim().toUpperCase() === end ? undefined : questions.recoveryAgain(),
    );
  } catch (error) {
    io.stderr(`${onScreen(questions.recoveryVoid())}\n`);
    throw error;
  }
}
