import { refuse } from '../../domain/failure.ts';
import { MILESTONES } from '../../domain/paper.ts';
import { readPaperKind } from '../../intake/paper-kind.ts';
import { recordMilestone } from '../../usecase/home-milestone.ts';
import { paperAt } from '../attached.ts';
import { command } from '../command.ts';
import { code, day, needed, text, words } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'home milestone',
    writes: 'asked',
    args: ['kind'],
    options: {
      case: needed(code('CODE')),
      on: needed(day()),
      minutes: needed(text('NO')),
      photo: words('FILE'),
      by: text('NAME'),
      note: text(),
    },
    examples: [
      'home milestone "khởi công" --case mai-am-2024/0001 --on 02/03/2024 --minutes 01/BB-KC --photo truoc.jpg',
      'home milestone handover --case mai-am-2024/0001 --on 20/05/2024 --minutes 05/BB-BG',
    ],
    answer: {
      case: 'text',
      milestone: 'text',
      day: 'day',
      minutes: 'text',
      skipped: ['text'],
      photos: 'integer',
    },
    async run(desk, { args, options }) {
      const [given = ''] = args;
      const milestone =
        readPaperKind(given, MILESTONES) ??
        refuse('usage.value', { option: 'KIND', given, expected: MILESTONES.join(', ') });
      const photos = options.photo.map((path) => paperAt(desk, path));
      const session = await desk.session();
      const data = await recordMilestone(session, { ...options, milestone, photos });
      return { data, text: (m) => m.done.milestone(data) };
    },
    next: ({ case: code }) => [`phucloi home show ${code}`],
  }),
);
