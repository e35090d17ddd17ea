import type { Objection } from './objection.ts';

/** One cell of an input file that cannot be taken. */
export interface RowFault {
  readonly row: number;
  readonly column: string;
  readonly code: RowFaultCode;
  /** What the fault is about where it helps: a code, a day, never a name. */
  readonly detail?: string | undefined;
  /** Of a row that a rule stops: what is allowed, and what the row has. */
  readonly against?: Pick<Objection, 'subject' | 'allowed' | 'found'> | undefined;
  /** The sheet, where a list has several, and the cell as a spreadsheet names it. */
  readonly sheet?: string | undefined;
  readonly cell?: string | undefined;
}

export type RowFaultCode =
  | 'amount.missing'
  | 'amount.unreadable'
  | 'amount.negative'
  | 'amount.fraction'
  | 'amount.parts'
  | 'amount.approximate'
  | 'amount.currency'
  | 'amount.rounded'
  | 'amount.ambiguous'
  | 'amount.two'
  | 'amount.proved'
  | 'side.unclear'
  | 'row.wide'
  | 'row.unclear'
  | 'cell.formula'
  | 'day.missing'
  | 'day.unreadable'
  | 'day.future'
  | 'day.before-book'
  | 'day.year'
  | 'day.ambiguous'
  | 'day.outside'
  | 'name.missing'
  | 'code.unfit'
  | 'code.taken'
  | 'code.repeated'
  | 'unit.missing'
  | 'unit.unknown'
  | 'unit.ambiguous'
  | 'unit.repeated'
  | 'unit.ended'
  | 'parent.unknown'
  | 'person.unknown'
  | 'person.ambiguous'
  | 'person.repeated'
  | 'person.awarded'
  | 'person.paid'
  | 'person.relative'
  | 'person.worker'
  | 'relative.unknown'
  | 'rule.broken'
  | 'rule.value'
  | 'source.missing'
  | 'category.unknown'
  | 'fund.unknown'
  | 'place.unknown'
  | 'kind.unknown'
  | 'round.unknown'
  | 'quantity.unreadable'
  | 'amount.twice'
  | 'award.unknown'
  | 'award.unpaid'
  | 'award.unreturned'
  | 'award.amount'
  | 'signed.unclear'
  | 'signed.early'
  | 'proxy.name'
  | 'proxy.relation';
