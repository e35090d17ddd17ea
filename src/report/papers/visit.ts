import type { Day } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';
import { say } from './line.ts';
import { signersOf } from './officers.ts';
import type { Letterhead, OfficeHolder, Paper } from './paper.ts';

/** What one visit's form says. Its reason is the occasion alone: what is private stands on no paper. */
export interface VisitFacts {
  readonly case: string;
  readonly day: Day;
  /** Empty where nobody is named yet. */
  readonly visitor: string;
  readonly visited: string;
  readonly unitName: string;
  readonly occasion: string;
  /** The relative whom it is about; empty where it is the member. */
  readonly relative: string;
  readonly amount: Dong;
  /** The decision or clause, and the payment's voucher. */
  readonly decision: string | undefined;
  readonly voucher: string | undefined;
  readonly officers: readonly OfficeHolder[];
}

/** The visit form of unions (domain.md 1.2). */
export function visitSheet(letterhead: Letterhead, visit: VisitFacts): Paper {
  const { day, amount } = visit;
  const text = (label: Parameters<typeof say>[0] & VisitLabel, value: string | undefined) => ({
    label: say(label, {}),
    type: 'text' as const,
    value: value === undefined || value === '' ? say('blank', {}) : value,
  });
  return {
    name: 'visit',
    language: letterhead.language,
    date: day,
    sheets: [
      {
        name: visit.case,
        wide: false,
        onePage: true,
        blocks: [
          {
            kind: 'head',
            above: letterhead.above,
            name: letterhead.name,
            right: [say('visitFormNo', {}), say('visitForm', {})],
          },
          {
            kind: 'title',
            lines: [say('visit', {}), say('on', { day })],
            side: [say('number', { code: visit.case, paperNo: undefined })],
          },
          {
            kind: 'form',
            fields: [
              { ...text('visitor', visit.visitor), type: 'person' },
              { ...text('visited', visit.visited), type: 'person' },
              text('visitedUnit', visit.unitName),
              {
                label: say('visitReason', {}),
                type: 'text',
                value: say('visitOccasion', { occasion: visit.occasion, relative: visit.relative }),
              },
              { label: say('amount', {}), type: 'dong', value: amount },
              { label: say('inWords', {}), type: 'text', value: say('words', { amount }) },
              text('visitBy', visit.decision),
              text('visitVoucher', visit.voucher),
            ],
          },
          {
            kind: 'signatures',
            dateline: say('dateline', { town: letterhead.town, day }),
            signers: [
              ...signersOf(['approving'], visit.officers),
              { role: 'visitor', name: visit.visitor },
              { role: 'recipient', name: visit.visited },
            ],
          },
        ],
      },
    ],
  };
}

type VisitLabel = 'visitor' | 'visited' | 'visitedUnit' | 'visitBy' | 'visitVoucher';
