import type { Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import { attachments } from '../../usecase/attach.ts';
import { digestOfFile, paperPath, SUBJECT, subjectOf } from '../attached.ts';
import { command } from '../command.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'attach list',
    lists: true,
    args: [],
    options: SUBJECT,
    examples: ['attach list', 'attach list --voucher PC-TET-2024-0001'],
    answer: {
      papers: [
        {
          subject: 'text',
          code: 'text',
          file: 'text',
          size: 'integer',
          digest: 'text',
          state: 'text',
        },
      ],
    },
    async run(desk, { options }) {
      const kept = await attachments(await desk.session(), subjectOf(options));
      const papers = kept.map((paper) => ({ ...paper, state: stateOf(desk.beside, paper) }));
      const table: Table = {
        name: 'papers',
        facts: {},
        columns: [
          { key: 'kind', type: 'code' },
          { key: 'code', type: 'code' },
          { key: 'file', type: 'text' },
          { key: 'state', type: 'code' },
        ],
        rows: papers.map(({ subject, code, file, state }) => ({
          kind: 'line',
          cells: {
            kind: desk.m.values[subject] ?? subject,
            code,
            file,
            state: desk.m.values[state] ?? state,
          },
        })),
      };
      return { data: { papers }, table, text: (m, style) => renderTable(table, m, style) };
    },
  }),
);

/** A copy that is gone, or holds other bytes than were handed in, is no proof. */
function stateOf(bookPath: string, paper: { readonly file: string; readonly digest: string }): string {
  const found = digestOfFile(paperPath(bookPath, paper.file, paper.digest));
  if (found === undefined) return 'missing';
  return found.digest.toString('hex') === paper.digest ? 'ok' : 'altered';
}
