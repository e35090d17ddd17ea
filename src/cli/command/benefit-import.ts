import { importBenefits } from '../../usecase/benefit-import.ts';
import { command } from '../command.ts';
import { imported, IMPORTED, LIST } from '../given.ts';
import { code, flag, needed } from '../options.ts';
import { GOODS_PART } from '../goods-options.ts';
import { FUNDS, ROUNDS } from '../examples.ts';
import { OBJECTIONS, WAIVE, waived, withObjections } from '../waive-options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter((kind) =>
  command({
    name: `${kind} import`,
    writes: 'asked',
    // A list may say why somebody is in need.
    private: true,
    args: ['file'],
    options: {
      ...LIST,
      round: needed(code('ROUND')),
      payer: code('FUND'),
      unit: code('UNIT'),
      goods: GOODS_PART,
      addRelatives: flag(),
      addWorkers: flag(),
      ...WAIVE,
    },
    examples: [
      `${kind} import danh-sach.xlsx --round ${ROUNDS[kind]} --payer ${FUNDS[kind]}`,
      `${kind} import con-doan-vien.xlsx --round ${ROUNDS[kind]} --payer ${FUNDS[kind]} --add-relatives`,
    ],
    answer: {
      ...IMPORTED,
      round: 'text',
      people: 'integer',
      relatives: 'integer',
      workers: 'integer',
      own: 'integer',
      unnamed: 'integer',
      total: 'integer',
      objections: OBJECTIONS,
    },
    run: (desk, { args, options }) =>
      imported(desk, args[0] ?? '', options, async (session, list) => {
        const given = {
          round: options.round,
          payer: options.payer,
          unit: options.unit,
          goods: options.goods,
          addRelatives: options.addRelatives,
          addWorkers: options.addWorkers,
          waive: waived(options),
        };
        const data = await importBenefits(session, kind, list, given);
        return {
          data,
          nothing: data.accepted === 0,
          text: (m) =>
            data.accepted === 0
              ? m.done.imported(data)
              : withObjections(m.done.proposed(data) + m.done.enteredPeople(data), data.objections, m),
        };
      }),
    next: ({ round }) => [`phucloi ${kind} approve --round ${round} --decision … --on … --by …`],
  }),
);
