import { VISITS } from './vi-cases.ts';
import type { Messages } from '../messages.ts';
import { objection } from './vi-rules.ts';
import { ruleSaid } from './vi-rule-terms.ts';
import { KINDS, d, day } from './vi-terms.ts';

/** What an award or a voucher rests on, a line for each part and rule. */
export const explanations = () =>
  ({
    awardExplained: (a) =>
      [
        `Suất ${a.award} (${KINDS[a.kind]}), đợt ${a.round}, đơn vị ${a.unit}${a.category === '' ? '' : `, đối tượng ${VISITS[a.category] ?? a.category}`}${a.area === '' ? '' : `, ${a.area}`}.`,
        ...a.parts.map(
          (part) =>
            `  ${part.line}. ${part.payer === '' ? 'chưa rõ nguồn' : part.payer}: ${d(part.amount)}${part.form === 'goods' ? ' (hiện vật)' : ''}`,
        ),
        `Qua tay đơn vị: ${d(a.ours)}. Mọi nguồn: ${d(a.total)}.`,
        a.decision === undefined
          ? 'Chưa có quyết định.'
          : `Quyết định ${a.decision} ngày ${a.decidedOn === undefined ? '' : day(a.decidedOn)}.`,
        ...(a.rules.length === 0 ? ['Không có quy định nào nói đến suất này.'] : []),
        ...a.rules.flatMap((r) => {
          const result =
            r.result === 'kept'
              ? 'đúng'
              : r.result === 'waived'
                ? `được ${r.by ?? ''} chấp thuận${r.decision === undefined ? '' : ` theo ${r.decision}`}`
                : r.force === 'refuse'
                  ? 'TRÁI'
                  : 'cần xem lại';
          const said =
            r.result === 'kept'
              ? ruleSaid(r.what, r.value)
              : objection(r.what, asked(r.what, r.value), r.found);
          return [
            `  ${r.rule}: ${said} – ${result}`,
            `    Căn cứ: ${r.source}${r.verified ? '' : ' (chưa đối chiếu với văn bản)'}`,
          ];
        }),
      ].join('\n'),
    voucherExplained: (a) =>
      [
        `Chứng từ ${a.code}: ${d(a.total)}.`,
        ...a.entries.map((e) => `  bút toán ${e.entry}: ${e.award}, ${d(e.amount)}`),
      ].join('\n'),
  }) satisfies Partial<Messages['done']>;

/** A paper's rule also says when; what is asked for is the paper. */
function asked(what: string, value: string): string {
  return what === 'paper' ? (value.split(':')[0] ?? '') : value;
}
