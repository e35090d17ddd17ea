import { refuse } from '../../domain/failure.ts';
import { attachPaper } from '../../usecase/attach.ts';
import { paperAt, SUBJECT, subjectOf } from '../attached.ts';
import { command } from '../command.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'attach',
    writes: 'plain',
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
      const { file, digest, size, kept, copy } = paperAt(desk, given);
      const session = await desk.session();
      const answer = await attachPaper(session, { ...subject, file, digest, size }, copy);
      const data = { ...answer, path: kept };
      return {
        data,
        nothing: !answer.added,
        text: (m) => m.done.attached({ file, code: subject.code, copied: answer.added, path: kept }),
      };
    },
  }),
);
