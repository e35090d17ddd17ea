import type { Table } from '../../report/table.ts';
import { renderTable } from '../../render/text.ts';
import { shownAward } from '../../usecase/benefit-show.ts';
import { command } from '../command.ts';
import { ROUNDS } from '../examples.ts';
import { starter } from '../starter.ts';

const DOSSIER = {
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
} as const;

export const { start, commandFor } = starter((kind) =>
  command({
    name: `${kind} show`,
    lists: true,
    args: ['case'],
    options: {},
    reveals: true,
    examples: [
      `${kind} show ${ROUNDS[kind]}/0007`,
      `${kind} show ${ROUNDS[kind]}/0007 --reveal "Xét hồ sơ theo đơn đề nghị"`,
    ],
    answer: {
      case: 'text',
      kind: 'text',
      round: 'text',
      roundName: 'text',
      member: 'text',
      name: 'text',
      unit: 'text',
      category: 'text',
      area: 'text',
      state: 'text',
      own: 'integer',
      total: 'integer',
      'cost?': 'integer',
      parts: [
        {
          line: 'integer',
          'payer?': 'text',
          'outside?': 'text',
          form: 'text',
          amount: 'integer',
          'item?': 'text',
          'quantity?': 'integer',
          'due?': 'day',
          'needs?': 'text',
          state: 'text',
        },
      ],
      events: [
        {
          kind: 'text',
          recordedAt: 'text',
          'decision?': 'text',
          'day?': 'day',
          'by?': 'text',
          'reason?': 'text',
        },
      ],
      handouts: [
        {
          line: 'integer',
          voucher: 'text',
          day: 'day',
          'due?': 'day',
          'broughtBack?': { day: 'day', voucher: 'text' },
        },
      ],
      payments: [
        {
          line: 'integer',
          'fund?': 'text',
          'place?': 'text',
          form: 'text',
          amount: 'integer',
          day: 'day',
          'voucher?': 'text',
          'back?': 'integer',
          'takenBack?': { how: 'text', day: 'day', 'voucher?': 'text' },
          'signed?': { day: 'day', amount: 'integer', how: 'text', 'paper?': 'text', 'proxy?': 'text' },
        },
      ],
      papers: [{ kind: 'text', number: 'text', day: 'day', 'due?': 'day' }],
      waivers: [{ rule: 'text', 'decision?': 'text', by: 'text', reason: 'text' }],
      'payee?': 'text',
      reasonKept: 'boolean',
      'reason?': 'text',
      ...(kind === 'home' ? { dossier: DOSSIER } : {}),
    },
    async run(desk, { args }) {
      const session = await desk.session();
      const data = await session.book.read((reader) => shownAward(reader, kind, args[0] ?? '', session));
      const { values } = desk.m;
      const table: Table = {
        name: 'parts',
        facts: { case: data.case },
        columns: [
          { key: 'number', type: 'count' },
          { key: 'payer', type: 'text' },
          { key: 'form', type: 'text' },
          { key: 'amount', type: 'dong' },
          ...(data.parts.some(({ due }) => due !== undefined) ? [{ key: 'due', type: 'day' } as const] : []),
          { key: 'state', type: 'text' },
        ],
        rows: data.parts.map(({ line, payer, outside, form, item, quantity, amount, due, state }) => ({
          kind: 'line',
          cells: {
            number: line,
            payer: payer ?? outside,
            form: item === undefined ? values[form] : `${values[form]} ${item} × ${quantity}`,
            amount,
            due,
            state: values[state],
          },
        })),
      };
      return {
        data,
        table,
        text: (m, style) => {
          const say = m.cases;
          const payee = data.payee === undefined ? [] : [say.payee({ relation: data.payee })];
          return [
            say.head(data),
            say.person({ ...data, state: values[data.state] ?? data.state }),
            ...payee,
            '',
            renderTable(table, m, style),
            say.sums(data),
            ...data.events.map((event) => say.event(event)),
            ...data.handouts.map((handout) => say.handout(handout)),
            ...data.payments.map((payment) => say.payment(payment)),
            // The papers of a house stand in its dossier.
            ...(data.dossier === undefined ? data.papers.map((paper) => say.paper(paper)) : []),
            ...data.waivers.map((waiver) => say.waiver(waiver)),
            ...(data.reasonKept ? [say.reasonKept(data)] : []),
            ...(data.dossier === undefined ? [] : ['', m.done.dossier(data.dossier)]),
          ].join('\n');
        },
      };
    },
  }),
);
