import type { PaperKind } from '../../domain/paper.ts';
import type { AwardEvent, AwardHandout, AwardPayment } from '../../usecase/port/case-history.ts';

/** What one award's own page says, a line each. */
export interface CaseTexts {
  head(a: { case: string; round: string; roundName: string }): string;
  person(a: {
    name: string;
    member: string;
    unit: string;
    category: string;
    area: string;
    state: string;
  }): string;
  sums(a: { own: number; total: number; cost?: number | undefined }): string;
  event(a: AwardEvent): string;
  handout(a: AwardHandout): string;
  payment(a: AwardPayment): string;
  payee(a: { relation: string }): string;
  paper(a: { kind: PaperKind; number: string; day: string; due?: string | undefined }): string;
  waiver(a: { rule: string; decision?: string | undefined; by: string; reason: string }): string;
  /** A reason that is kept; its words where a purpose was given. */
  reasonKept(a: { reason?: string | undefined }): string;
}
