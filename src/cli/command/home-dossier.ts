import { refuse } from '../../domain/failure.ts';
import { dossierOf } from '../../usecase/home-dossier.ts';
import { roundOf } from '../../usecase/round-add.ts';
import { command } from '../command.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'home dossier',
    args: ['case'],
    options: {},
    examples: ['home dossier mai-am-2024/0001'],
    answer: {
      case: 'text',
      'cost?': 'integer',
      own: 'integer',
      held: 'integer',
      outside: 'integer',
      unnamed: 'integer',
      'open?': 'integer',
      instalments: [
        { line: 'integer', amount: 'integer', 'needs?': 'text', 'paidOn?': 'day', 'signedOn?': 'day' },
      ],
      handedBack: 'integer',
      papers: [{ paper: 'text', number: 'text', day: 'day', 'due?': 'day' }],
      milestones: [{ milestone: 'text', day: 'day', minutes: 'text' }],
      missing: ['text'],
    },
    async run(desk, { args }) {
      const [code = ''] = args;
      const { book } = await desk.session();
      return book.read(async (reader) => {
        const round = await roundOf(reader, 'home', code.split('/')[0] ?? '');
        const [award] = await reader.awards({ round: round.id, codes: [code] });
        if (award === undefined) return refuse('missing', { noun: 'award', code });
        const data = await dossierOf(reader, award, desk.today);
        return { data, text: (m) => m.done.dossier(data) };
      });
    },
  }),
);
