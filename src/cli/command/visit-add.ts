import { refuse } from '../../domain/failure.ts';
import { readRelative, readVisitKind } from '../../intake/visit.ts';
import { addVisit } from '../../usecase/visit-add.ts';
import { amount } from '../amount-options.ts';
import { command } from '../command.ts';
import { code, day, flag, needed, one, reader, secret, text } from '../options.ts';
import { starter } from '../starter.ts';
import { OBJECTIONS, WAIVE, waived, withObjections } from '../waive-options.ts';

export const { start, commandFor } = starter(
  command({
    name: 'visit add',
    writes: 'asked',
    private: ({ options: { reason } }) => reason !== undefined,
    args: ['member'],
    options: {
      kind: needed(one('KIND', reader(readVisitKind, 'ốm · hiếu · hỷ · thai-sản'))),
      on: needed(day()),
      from: needed(code('FUND:PLACE')),
      amount: amount(),
      by: text('NAME'),
      caseOf: one('RELATIVE', reader(readRelative, 'vợ · chồng · bố · mẹ · con')),
      reason: secret('reason'),
      paper: text('NO'),
      decision: text('NO'),
      signedByMember: flag(),
      unpaid: flag(),
      ...WAIVE,
    },
    examples: [
      'visit add DV0123 --kind ốm --on 12/03/2024 --from TCCD:cash --by "Lê Văn Bình"',
      'visit add DV0123 --kind hiếu --case-of mẹ --on 12/03/2024 --amount 1.000.000 --from TCCD:cash --by "Lê Văn Bình" --decision 15/QĐ-CĐYT',
    ],
    answer: {
      case: 'text',
      round: 'text',
      kind: 'text',
      amount: 'integer',
      decision: 'text',
      voucher: 'text',
      signed: 'boolean',
      objections: OBJECTIONS,
    },
    async run(desk, { args, options }) {
      const { caseOf: relative, paper: paperNo, by, signedByMember, unpaid, ...input } = options;
      if (unpaid && signedByMember) refuse('usage.conflict', { options: ['--unpaid', '--signed-by-member'] });
      const waive = waived(options);
      const { kind, on, from, amount: typed, decision, reason } = input;
      const given = { kind, on, from, amount: typed, decision, reason, by, relative, paperNo };
      const session = await desk.session();
      const data = await addVisit(session, {
        ...given,
        member: args[0] ?? '',
        signedByMember,
        unpaid,
        waive,
      });
      return { data, text: (m) => withObjections(m.done.visited(data), data.objections, m) };
    },
    next: ({ case: code, voucher, signed }) => {
      const form = `phucloi visit print ${code} -o …`;
      if (voucher === '') return [`phucloi visit pay --case ${code} --from … --on …`, form];
      return signed ? [form] : [`phucloi visit sign --case ${code} --all`, form];
    },
  }),
);
