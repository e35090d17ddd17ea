import { statSync } from 'node:fs';
import { shortHead } from '../../domain/form.ts';
import { refuse } from '../../domain/failure.ts';
import { mustBeWritable } from '../../files/write.ts';
import { Settings } from '../../usecase/check/settings.ts';
import type { Cipher } from '../../usecase/port/backup.ts';
import type { Reader } from '../../usecase/port/ports.ts';
import { backupFolder, freeName, markOf, recipientsOf, rotate, told } from '../backups.ts';
import { command, type Desk } from '../command.ts';
import { VARIABLES } from '../config.ts';
import { resolved } from '../given.ts';
import { backupTexts } from '../language.ts';
import { count, flag, many, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'backup',
    args: [],
    options: {
      to: text('FOLDER'),
      keep: count(),
      encrypt: flag(),
      recipient: many('age1…', (typed) => typed.trim() || undefined),
    },
    examples: [
      'backup',
      'backup --to /media/usb/so',
      'backup --to /media/usb/so --keep 12',
      'backup --encrypt --to /media/usb/so',
      'backup --recipient age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg',
    ],
    answer: {
      path: 'text',
      bytes: 'integer',
      operations: 'integer',
      head: 'text',
      'digest?': 'text',
      encrypted: 'boolean',
      removed: ['text'],
    },
    async run(desk, { options: { to, keep, encrypt, recipient: typed } }) {
      if (encrypt && typed.length > 0) refuse('usage.conflict', { options: ['--encrypt', '--recipient'] });
      const recipients = encrypt || typed.length > 0 ? typed : recipientsOf(desk);
      const encrypted = encrypt || recipients.length > 0;
      if (keep === 0) refuse('usage.value', { option: '--keep', given: '0', expected: '1, 2, 3 …' });
      const folder = to === undefined ? backupFolder(desk) : resolved(desk, to);
      const { book, dryRun } = await desk.session();
      const own = await book.read(async (reader) => ({
        mark: encrypted ? `-${markOf(reader.uuid)}` : '',
        least: encrypt ? await leastLetters(reader) : 0,
      }));
      const path = freeName(desk, folder, encrypted ? '.backup.db.age' : '.backup.db', own.mark);
      mustBeWritable(path);
      const cipher = await cipherOf(
        desk,
        path,
        { typed, recipients },
        encrypted && !dryRun ? own.least : undefined,
      );
      const made = dryRun ? await asItStands(desk) : await book.backup(path, cipher);
      const most = keep ?? Number.POSITIVE_INFINITY;
      const { uuid, ...facts } = made;
      const removed = await rotate(desk, { folder, reason: 'hand', keep: most, made: path, uuid, dryRun });
      const data = { ...facts, path: told(desk, path), encrypted, removed };
      const texts = await backupTexts(desk.m.language);
      return { data, text: () => texts.backedUp({ ...data, head: shortHead(data.head) }) };
    },
  }),
);

/** How many characters a passphrase of this book has at least. */
async function leastLetters(reader: Reader): Promise<number> {
  return new Settings(await (await reader.check()).settings()).number('private.passphrase') ?? 0;
}

/** Keys before a passphrase: who names one is asked nothing. */
async function cipherOf(
  desk: Desk,
  path: string,
  { typed, recipients }: { readonly typed: readonly string[]; readonly recipients: readonly string[] },
  least: number | undefined,
): Promise<Cipher | undefined> {
  if (least === undefined && recipients.length === 0) return undefined;
  const { byPassphrase, forRecipients } = await import('../age.ts');
  if (typed.length > 0) return forRecipients(typed, path, '--recipient');
  if (recipients.length > 0) return forRecipients(recipients, path, VARIABLES.backupRecipient);
  const { askSecret } = await import('../secret.ts');
  return byPassphrase(await askSecret(desk, { again: { least: least ?? 0 } }), path);
}

/** What a backup would have, without making one. */
async function asItStands({ session, bookPath, beside }: Desk) {
  const { book } = await session();
  const { sound } = await book.health();
  if (!sound) refuse('book.damaged', { path: bookPath, detail: 'quick_check' });
  const facts = await book.read(async (reader) => {
    const head = Buffer.from(await reader.head()).toString('hex');
    return {
      uuid: reader.uuid,
      head,
      operations: (await (await reader.periods()).sealedAt(head))?.operation ?? 0,
    };
  });
  return { ...facts, bytes: statSync(beside, { throwIfNoEntry: false })?.size ?? 0 };
}
