import type { StatusTexts } from '../../render/messages/status.ts';
import { dueText, statusText } from '../../render/status.ts';
import { statusOn } from '../../usecase/status.ts';
import { command } from '../command.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'status',
    rows: ['due'],
    args: [],
    options: {},
    examples: ['status', 'status --json'],
    answer: {
      entity: 'text',
      today: 'day',
      month: { open: 'text', ended: 'boolean' },
      due: [
        {
          code: 'text',
          state: 'text',
          facts: 'any',
          message: 'text',
          'day?': 'day',
          'since?': 'day',
          'days?': 'integer',
          command: 'text',
        },
      ],
    },
    async run(desk) {
      const { book, today } = await desk.session();
      const { entity, status } = await book.read(async (reader) => ({
        entity: reader.entity.name,
        status: await statusOn(reader, today),
      }));
      const texts = await textsFor(desk.m.language);
      return {
        data: {
          entity,
          ...status,
          due: status.due.map((each) => ({ ...each, message: dueText(each, texts) })),
        },
        text: (_, style) => statusText(status, texts, style),
      };
    },
  }),
);

async function textsFor(language: 'vi' | 'en'): Promise<StatusTexts> {
  return language === 'en'
    ? (await import('../../render/messages/en-status.ts')).en
    : (await import('../../render/messages/vi-status.ts')).vi;
}
