import { VISITS } from './en-cases.ts';
import type { Messages } from '../messages.ts';
import { objection } from './en-rules.ts';
import { ruleSaid } from './en-rule-terms.ts';
import { KINDS, d, day } from './en-terms.ts';

/** What an award or a voucher rests on, a line for each part and rule. */
export const explanations = () =>
  ({
    awardExplained: (a) =>
      [
        `Award ${a.award} (${KINDS[a.kind]}), round ${a.round}, unit ${a.unit}${a.category === '' ? '' : `, category ${VISITS[a.category] ?? a.category}`}${a.area === '' ? '' : `, ${a.area}`}.`,
        ...a.parts.map(
          (part) =>
            `  ${part.line}. ${part.payer === '' ? 'no payer named' : part.payer}: ${d(part.amount)}${part.form === 'goods' ? ' (goods)' : ''}`,
        ),
        `Through our hands: ${d(a.ours)}. From every source: ${d(a.total)}.`,
        a.decision === undefined
          ? 'Not decided yet.'
          : `Decision ${a.decision} of ${a.decidedOn === undefined ? '' : day(a.decidedOn)}.`,
        ...(a.rules.length === 0 ? ['No rule speaks of this award.'] : []),
        ...a.rules.flatMap((r) => {
          const result =
            r.result === 'kept'
              ? 'kept'
              : r.result === 'waived'
                ? `waived by ${r.by ?? ''}${r.decision === undefined ? '' : `, decision ${r.decision}`}`
                : r.force === 'refuse'
                  ? 'BROKEN'
                  : 'to be looked at';
          const said =
            r.result === 'kept'
              ? ruleSaid(r.what, r.value)
              : objection(r.what, asked(r.what, r.value), r.found);
          return [
            `  ${r.rule}: ${said} – ${result}`,
            `    Source: ${r.source}${r.verified ? '' : ' (not compared with the act)'}`,
          ];
        }),
      ].join('\n'),
    voucherExplained: (a) =>
      [
        `Voucher ${a.code}: ${d(a.total)}.`,
        ...a.entries.map((e) => `  entry ${e.entry}: ${e.award}, ${d(e.amount)}`),
      ].join('\n'),
  }) satisfies Partial<Messages['done']>;

/** A paper's rule also says when; what is asked for is the paper. */
function asked(what: string, value: string): string {
  return what === 'paper' ? (value.split(':')[0] ?? '') : value;
}
