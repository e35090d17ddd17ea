import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { refuse } from '../../domain/failure.ts';
import { readBytes } from '../../files/read.ts';
import { writeWhole } from '../../files/write.ts';
import { attachPaper } from '../../usecase/attach.ts';
import { digestOfFile, PAPER_BYTES_MAX, paperPath, SUBJECT, subjectOf } from '../attached.ts';
import { command } from '../command.ts';
import { previewed, resolved } from '../given.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'attach',
    args: ['file'],
    options: SUBJECT,
    examples: [
      'attach quyet-dinh.pdf --decision 12/QĐ-CĐYT',
      'attach phieu-chi.jpg --voucher PC-TET-2024-0001',
    ],
    answer: {
      subject: 'text',
      code: 'text',
      file: 'text',
      digest: 'text',
      added: 'boolean',
      path: 'text',
    },
    async run(desk, { args, options }) {
      const [given = ''] = args;
      const subject =
        subjectOf(options) ??
        refuse('usage.missing', {
          option: '--voucher | --award | --decision | --document | --appeal | --month',
        });
      const path = resolved(desk, given);
      const paper = digestOfFile(path, PAPER_BYTES_MAX) ?? refuse('file.missing', { path: given });
      const file = basename(path).normalize('NFC');
      const kept = paperPath(desk.bookPath, file, paper.digest.toString('hex'));
      const copy = () => {
        if (!existsSync(kept) || !digestOfFile(kept)?.digest.equals(paper.digest))
          writeWhole(kept, readBytes(path, PAPER_BYTES_MAX));
      };
      return previewed(desk, async (session) => {
        const answer = await attachPaper(session, { ...subject, file, ...paper }, copy);
        const data = { ...answer, path: kept };
        return {
          data,
          nothing: !answer.added,
          text: (m) => m.done.attached({ file, code: subject.code, copied: answer.added, path: kept }),
        };
      });
    },
  }),
);
