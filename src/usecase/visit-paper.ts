import { fold } from '../domain/name.ts';
import { refuse } from '../domain/failure.ts';
import type { Paper } from '../report/papers/paper.ts';
import { visitSheet } from '../report/papers/visit.ts';
import { letterheadOf } from './papers.ts';
import type { Phrases } from './phrases.ts';
import type { Reader } from './port/ports.ts';

/** The form of one visit: dated by its payment, else its decision; before both there is nothing to sign for. */
export async function visitPaper(reader: Reader, code: string, phrases: Phrases): Promise<Paper> {
  const visit =
    (await (await reader.caseFacts()).case('visit', code)) ?? refuse('missing', { noun: 'award', code });
  const { payee, decision, paid } = visit;
  const day = paid?.day ?? decision?.day;
  if (day === undefined)
    return refuse('award.none', { round: code.split('/')[0] ?? '', kind: 'visit', verb: 'pay' });
  const visitor = payee !== undefined && fold(payee.relation) === fold(phrases.visitor()) ? payee.name : '';
  return visitSheet(letterheadOf(reader), {
    case: visit.award.code,
    day,
    visitor,
    visited: visit.name,
    unitName: visit.unitName,
    occasion: visit.category,
    relative: visit.area,
    amount: visit.total,
    decision: decision?.number,
    voucher: paid?.voucher,
    officers: await reader.officers(day),
  });
}
