import type { Day } from '../../domain/day.ts';

type None = Readonly<Record<string, never>>;

/** Sentences of the yearly settlement: the book of income and spending, and the report on the year. */
export interface FinalLines {
  finalForm: { form: 'S82' | 'B07' };
  finalTitle: { form: 'S82' | 'B07'; part: boolean };
  /** In place of the form's number where other money of the union is kept elsewhere. */
  welfareOnly: None;
  finalYear: { year: number; to: Day | undefined };
  finalFunds: { funds: readonly { readonly code: string; readonly name: string }[] };
  finalAddress: { town: string };
  /** Two facing pages, as account books have them. */
  finalPage: { page: 'in' | 'out' };
  codeName: { name: string; unsure: boolean };
  codeTitle: { code: string };
  codeOpening: None;
  codeMonth: { month: string };
  codeYear: { year: number };
  codeClosing: { opening: string; closing: string };
  unsureNote: { source: string };
  assumedTitle: None;
  assumedTab: None;
  assumedNote: { vouchers: number };
  basicPart: None;
  basicWorkers: None;
  basicPayroll: None;
  basicMembers: { day: Day };
  basicDues: None;
  basicStaff: None;
  figuresPart: None;
  finalGroup: { group: 'opening' | 'in' | 'out' | 'closing' | 'owed' };
  finalSum: { group: 'in' | 'out' };
}
