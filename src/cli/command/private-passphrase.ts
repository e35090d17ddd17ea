import { refuse } from '../../domain/failure.ts';
import { changePassphrase, privacyOf } from '../../usecase/private.ts';
import { command } from '../command.ts';
import { text } from '../options.ts';
import { RECOVERY, underNewKey } from '../recovery.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'private passphrase',
    writes: 'asked',
    private: true,
    args: [],
    options: { newPassphraseFile: text('FILE'), ...RECOVERY },
    examples: [
      'private passphrase',
      'private passphrase --passphrase-file cu.txt --new-passphrase-file moi.txt --recovery-file ma-khoi-phuc.txt',
    ],
    answer: { fields: 'integer', 'recoveryFile?': 'text' },
    async run(desk, { options: { newPassphraseFile, recoveryFile } }) {
      const session = await desk.session();
      const { state } = await privacyOf(session);
      if (state === 'plain' || state === 'open') refuse('private.state', { state });
      const given = { recoveryFile, file: newPassphraseFile ?? (false as const) };
      const done = await underNewKey(desk, session, given, (vault) => changePassphrase(session, vault));
      const data = { ...done, ...(session.dryRun ? {} : { recoveryFile }) };
      return { data, text: (m) => m.done.passphraseChanged(data) };
    },
  }),
);
