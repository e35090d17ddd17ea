import { refuse } from '../../domain/failure.ts';
import { encryptPrivate, privacyOf } from '../../usecase/private.ts';
import { command } from '../command.ts';
import { RECOVERY, underNewKey } from '../recovery.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'private encrypt',
    writes: 'asked',
    args: [],
    options: RECOVERY,
    examples: [
      'private encrypt',
      'private encrypt --passphrase-file /media/usb/mat-khau.txt --recovery-file /media/usb/ma-khoi-phuc.txt',
    ],
    answer: { fields: 'integer', 'recoveryFile?': 'text' },
    async run(desk, { options }) {
      const session = await desk.session();
      const { state } = await privacyOf(session);
      // Told before anybody is asked for new words.
      if (state === 'sealed') refuse('private.state', { state });
      if (state === 'damaged') refuse('private.damaged', { what: 'key' });
      const done = await underNewKey(desk, session, options, (vault) => encryptPrivate(session, vault));
      const data = { ...done, ...(session.dryRun ? {} : options) };
      return { data, text: (m) => m.done.encrypted(data) };
    },
  }),
);
