import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { refuse } from '../../domain/failure.ts';
import { MILESTONES } from '../../domain/paper.ts';
import { readBytes } from '../../files/read.ts';
import { writeWhole } from '../../files/write.ts';
import { readPaperKind } from '../../intake/paper-kind.ts';
import { recordMilestone, type Photo } from '../../usecase/home-milestone.ts';
import { digestOfFile, PAPER_BYTES_MAX, paperPath } from '../attached.ts';
import { command, type Desk } from '../command.ts';
import { previewed, resolved } from '../given.ts';
import { code, day, many, needed, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'home milestone',
    args: ['kind'],
    options: {
      case: needed(code('CODE')),
      on: needed(day()),
      minutes: needed(text('NO')),
      photo: many('FILE', (typed) => typed),
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
      const photos = options.photo.map((path) => photoAt(desk, path));
      return previewed(desk, async (session) => {
        const data = await recordMilestone(session, { ...options, milestone, photos });
        return { data, text: (m) => m.done.milestone(data) };
      });
    },
  }),
);

function photoAt(desk: Desk, given: string): Photo {
  const path = resolved(desk, given);
  const paper = digestOfFile(path, PAPER_BYTES_MAX) ?? refuse('file.missing', { path: given });
  const file = basename(path).normalize('NFC');
  const kept = paperPath(desk.bookPath, file, paper.digest.toString('hex'));
  const copy = () => {
    if (!existsSync(kept) || !digestOfFile(kept)?.digest.equals(paper.digest))
      writeWhole(kept, readBytes(path, PAPER_BYTES_MAX));
  };
  return { file, ...paper, copy };
}
