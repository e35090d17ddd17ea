import { refuse } from '../../domain/failure.ts';
import { MILESTONES, PAPERS, type PaperKind } from '../../domain/paper.ts';
import { readPaperKind } from '../../intake/paper-kind.ts';
import { recordPaper } from '../../usecase/benefit-paper.ts';
import { ROUNDS } from '../examples.ts';
import { CASES } from '../cases-options.ts';
import { command } from '../command.ts';
import { day, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter((kind) => {
  const milestones: readonly PaperKind[] = MILESTONES;
  const among = PAPERS.filter((paper) => kind === 'home' || !milestones.includes(paper));
  return command({
    name: `${kind} paper`,
    writes: 'plain',
    args: ['kind'],
    options: {
      ...CASES,
      on: day(),
      no: text('NO'),
      by: text('NAME'),
      note: text(),
      due: day(),
    },
    examples: [
      `${kind} paper đơn --round ${ROUNDS[kind]} --on 10/01/2024 --no 01/ĐĐN`,
      `${kind} paper commune --case ${ROUNDS[kind]}/0001 ${ROUNDS[kind]}/0002 --on 12/01/2024 --no 15/XN-UBND --by "UBND xã Nam Hòa"`,
      `${kind} paper "xác nhận xã" --case ${ROUNDS[kind]}/0003 --due 15/02/2024`,
    ],
    answer: { paper: 'text', day: 'day', 'due?': 'day', cases: ['text'], known: 'integer' },
    async run(desk, { args, options }) {
      const [given = ''] = args;
      const paper =
        readPaperKind(given, among) ??
        refuse('usage.value', { option: 'KIND', given, expected: among.join(', ') });
      const { case: cases, no, due, ...input } = options;
      if (cases.length > 0 && input.round !== undefined)
        refuse('usage.conflict', { options: ['--case', '--round'] });
      if (no !== undefined && due !== undefined) refuse('usage.conflict', { options: ['--no', '--due'] });
      if (due === undefined && no === undefined) refuse('usage.missing', { option: '--no' });
      if (due === undefined && input.on === undefined) refuse('usage.missing', { option: '--on' });
      const session = await desk.session();
      const data = await recordPaper(session, kind, { ...input, paper, cases, number: no, due });
      return { data, nothing: data.cases.length === 0, text: (m) => m.done.paperKept(data) };
    },
  });
});
