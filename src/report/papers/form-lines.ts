import type { Day } from '../../domain/day.ts';

type None = Readonly<Record<string, never>>;

/** Sentences of vouchers and of cash counts. */
export interface FormLines {
  /** The act that lays the form down, as it is printed under the form's number. */
  formAct: { act: string };
  budgetCode: { code: string };
  receivedFull: None;
  inFigures: None;
  inWordsToo: None;
  bankPlace: None;
  bankPapers: None;
  /** Between two vouchers on one page. */
  cutHere: None;
  board: None;
  boardMember: { office: 'head' | 'accountant' | 'cashier'; name: string };
  boardMet: { day: Day };
  differenceReason: None;
}
