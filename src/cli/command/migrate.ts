import { shortHead } from '../../domain/form.ts';
import type { MigrateTexts } from '../../render/messages/migrate.ts';
import { backupFolder, freeName, placeFor, told } from '../backups.ts';
import { command } from '../command.ts';
import { keepHeapSmall } from '../memory.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'migrate',
    writes: 'asked',
    args: [],
    options: {},
    examples: ['migrate', 'migrate --dry-run', 'migrate --book so/phucloi.db --yes'],
    answer: {
      from: 'integer',
      to: 'integer',
      'backup?': 'text',
      'entries?': 'integer',
      'operations?': 'integer',
      'head?': 'text',
    },
    async run(desk) {
      keepHeapSmall();
      const backup = ({ schema, uuid }: { schema: number; uuid: string }) =>
        placeFor(desk, uuid, (mark, ending) =>
          freeName(desk, backupFolder(desk), ending, `${mark}.v${schema}`),
        );
      const { proof, ...made } = await desk.library.migrate(
        desk.bookPath,
        { backup },
        desk.header('migrate'),
        desk.access,
      );
      const kept = made.backup === undefined ? {} : { backup: told(desk, made.backup) };
      const data = { ...made, ...kept, ...proof };
      const short = proof === undefined ? proof : { ...proof, head: shortHead(proof.head) };
      const texts = await textsFor(desk.m.language);
      return {
        data,
        nothing: proof === undefined,
        text: () => texts.migrated({ ...made, ...kept, proof: short }),
      };
    },
  }),
);

async function textsFor(language: 'vi' | 'en'): Promise<MigrateTexts> {
  return language === 'en'
    ? (await import('../../render/messages/en-migrate.ts')).en
    : (await import('../../render/messages/vi-migrate.ts')).vi;
}
