import { once } from '../../domain/once.ts';
import { VISITS } from './en-cases.ts';
import type { CaseTexts } from './show.ts';
import { PAPER_NAMES } from './en-papers.ts';
import { d, day } from './en-terms.ts';

const EVENTS = { propose: 'Proposed', approve: 'Approved', reject: 'Rejected', cancel: 'Cancelled' };
const HOW = {
  bulk: 'attested in bulk',
  checked: 'checked against the signed list',
  listed: 'by the signed list',
  transfer: 'the bank says it was transferred',
};

export const cases = once((): CaseTexts => ({
  head: (a) => `Award ${a.case} – ${a.roundName} (${a.round})`,
  person: (a) =>
    `For ${a.name} (${a.member}), unit ${a.unit}${a.category === '' ? '' : `; category ${VISITS[a.category] ?? a.category}`}${a.area === '' ? '' : `; area ${a.area}`}. State: ${a.state}.`,
  sums: (a) =>
    `From own funds: ${d(a.own)}. From every source: ${d(a.total)}.${a.cost === undefined ? '' : ` The whole house: ${d(a.cost)}.`}`,
  event: (a) =>
    `${EVENTS[a.kind]}: ${[
      a.decision === undefined || a.day === undefined ? '' : `decision ${a.decision} of ${day(a.day)}`,
      a.by === undefined ? '' : `${a.kind === 'reject' ? 'by' : 'signed by'} ${a.by}`,
      a.reason === undefined ? '' : `reason: ${a.reason}`,
      `recorded ${day(a.recordedAt.slice(0, 10))}`,
    ]
      .filter(Boolean)
      .join('; ')}`,
  handout: (a) =>
    `Part ${a.line} handed to a distributor: ${a.voucher} of ${day(a.day)}${a.due === undefined ? '' : `, due ${day(a.due)}`}${a.broughtBack === undefined ? '' : `; brought back on ${day(a.broughtBack.day)} (${a.broughtBack.voucher})`}`,
  payment: (a) =>
    [
      `Part ${a.line} ${a.form === 'goods' ? 'given' : 'paid'}: ${a.voucher ?? 'before the book'} of ${day(a.day)}, ${d(a.amount)}${a.fund === undefined ? '' : `, fund ${a.fund}`}${a.place === undefined ? '' : `, place ${a.place}`}`,
      a.signed === undefined
        ? a.takenBack === undefined
          ? 'not signed for yet'
          : ''
        : `signed for ${d(a.signed.amount)} on ${day(a.signed.day)} (${HOW[a.signed.how]}${a.signed.paper === undefined ? '' : `, ${a.signed.paper}`}${a.signed.proxy === undefined ? '' : `; signed for by: ${a.signed.proxy}`})`,
      a.back === undefined ? '' : `${d(a.back)} of it came back`,
      a.takenBack === undefined
        ? ''
        : `${a.takenBack.how === 'return' ? 'came back' : 'reversed'} on ${day(a.takenBack.day)}${a.takenBack.voucher === undefined ? '' : ` (${a.takenBack.voucher})`}`,
    ]
      .filter(Boolean)
      .join('; '),
  payee: (a) => `Taken by: ${a.relation}`,
  paper: (a) =>
    `Paper: ${PAPER_NAMES[a.kind]}${a.due === undefined ? ` ${a.number} of ${day(a.day)}` : `, still due by ${day(a.due)}`}`,
  waiver: (a) =>
    `Rule ${a.rule} waived by ${a.by}${a.decision === undefined ? '' : `, decision ${a.decision}`}; reason: ${a.reason}`,
  reasonKept: ({ reason }) =>
    reason === undefined ? 'The reason is kept apart and is not printed here.' : `Reason: ${reason}`,
}));
