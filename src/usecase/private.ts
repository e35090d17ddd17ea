import { refuse } from '../domain/failure.ts';
import type { NewVault, PrivateState } from './book.ts';
import { Settings } from './check/settings.ts';
import { operate, type Session } from './session.ts';

/** How private fields are kept, and how long a passphrase must be. */
export function privacyOf(session: Session): Promise<{ state: PrivateState; least: number }> {
  return session.book.read(async (reader) => ({
    state: await (await reader.benefits()).privateState(),
    least:
      new Settings(await (await reader.check()).settings()).number('private.passphrase') ?? PASSPHRASE_MIN,
  }));
}

/** Fewer letters are guessed by machines, whatever they are. */
export const PASSPHRASE_MIN = 12;

export interface PrivateAnswer {
  /** Private values that were written anew, or given up. */
  readonly fields: number;
}

/** Encrypts every private field under a new key; from now on the book keeps them so. */
export function encryptPrivate(session: Session, vault: NewVault): Promise<PrivateAnswer> {
  return operate(session, 'private encrypt', async (writer) => {
    const state = await (await writer.benefits()).privateState();
    if (state === 'sealed') refuse('private.state', { state });
    if (state === 'damaged') refuse('private.damaged', { what: 'key' });
    return { fields: await writer.setVault(vault) };
  });
}

/**
 * Puts private fields under a new key that other words open. Whoever knew the former words, or kept the former key, reads
 * former copies of the book and nothing that is written from now on.
 */
export function changePassphrase(session: Session, vault: NewVault): Promise<PrivateAnswer> {
  return operate(session, 'private passphrase', async (writer) => {
    const state = await (await writer.benefits()).privateState();
    if (state === 'plain' || state === 'open') refuse('private.state', { state });
    return { fields: await writer.setVault(vault) };
  });
}

/** Gives back every private field as it is; from now on the book keeps them so. */
export function decryptPrivate(session: Session): Promise<PrivateAnswer> {
  return operate(session, 'private decrypt', async (writer) => {
    const state = await (await writer.benefits()).privateState();
    if (state === 'plain') refuse('private.state', { state });
    return { fields: await writer.setVault(undefined) };
  });
}

/** Gives up for good what nobody can open any more; the book goes on without it. */
export function forgetPrivate(session: Session): Promise<PrivateAnswer> {
  return operate(session, 'private forget', async (writer) => {
    const state = await (await writer.benefits()).privateState();
    if (state === 'plain') refuse('private.state', { state });
    return { fields: await writer.forgetPrivate() };
  });
}
