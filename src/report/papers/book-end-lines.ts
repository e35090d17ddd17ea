import type { FundKind } from '../../domain/fund.ts';
import type { EndPart } from './book-end.ts';

type None = Readonly<Record<string, never>>;

/** Sentences of the minutes of a book's end. */
export interface BookEndLines {
  bookEnd: None;
  bookEndOf: { document: string };
  endPart: { part: EndPart };
  endTab: { part: EndPart };
  endControl: None;
  /** Whose money it is, and what its givers set it apart for. */
  endMoney: { kind: FundKind; owner: string; restriction?: string | undefined };
  endPlace: { place: 'cash' | 'bank' };
  endAgreed: { annexes: number; goods: number; people: number };
}
