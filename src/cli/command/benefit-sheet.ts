import { signingPaper } from '../../usecase/sheet.ts';
import { command } from '../command.ts';
import { digest } from '../digest.ts';
import { ROUNDS } from '../examples.ts';
import { code, needed } from '../options.ts';
import { OUTPUT, PAPER_SHAPE, writePaper } from '../output.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter((kind) =>
  command({
    name: `${kind} sheet`,
    args: [],
    options: { ...OUTPUT, round: needed(code('ROUND')), unit: code('UNIT'), advance: code('VOUCHER') },
    examples: [
      `${kind} sheet --round ${ROUNDS[kind]} -o ky-nhan.xlsx`,
      `${kind} sheet --round ${ROUNDS[kind]} --unit BVA -o ky-nhan-bva.xlsx`,
    ],
    answer: { ...PAPER_SHAPE, control: 'text' },
    async run(desk, { options: { output, ...given } }) {
      let control = '';
      const { data, ...answer } = await writePaper(desk, output, async (reader) => {
        const made = await signingPaper(reader, kind, { ...given, digest });
        ({ control } = made);
        return made.paper;
      });
      const written = data as { path: string; sheets: number; files?: readonly string[] };
      const said = { ...written, control };
      const path = written.files?.join(', ') ?? written.path;
      return { ...answer, data: said, text: (m) => m.done.sheets({ ...said, path }) };
    },
    next: () => [`phucloi ${kind} pay --round … --from … --on …`],
  }),
);
