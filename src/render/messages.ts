import type { FindingFacts, FindingRule } from '../domain/finding.ts';
import type { FailureCode, FailureFacts, Noun, RowFaultCode } from '../domain/failure.ts';
import type { RowLabel } from '../report/table.ts';
import type { Phrases } from '../usecase/phrases.ts';

/** What was refused, in figures; what must hold; what to do. */
export type ThreeParts = readonly [refused: string, holds: string, remedy: string];

/** What a command says when it has done its work; each takes the command's answer. */
interface Done {
  init(a: {
    book: string;
    firstMonth: string;
    funds: readonly string[];
    places: readonly string[];
    opening: number;
  }): string;
  dryRun(): string;
  added(a: { noun: Noun | 'officer'; code: string }): string;
  erased(a: { code: string }): string;
  imported(a: { rows: number; accepted: number; duplicates: number; document: string }): string;
  importedUnits(a: { units: number }): string;
  contributions(a: {
    rows: number;
    accepted: number;
    duplicates: number;
    suspects: number;
    total: number;
    posted: number;
    document: string;
    vouchers: readonly string[];
    reversed: number;
    format: string;
  }): string;
  money(a: { voucher: string; entry: number; fund: string; amount: number; bookedOn: string }): string;
  settled(a: { voucher: string; open: number }): string;
  reversed(a: { entry: number; reverses: number; voucher: string; bookedOn: string }): string;
  opened(a: { kind: string; case: string; round: string; total: number }): string;
  proposed(a: { round: string; people: number; own: number; total: number; document: string }): string;
  approved(a: { round: string; decision: string; people: number; own: number; total: number }): string;
  paid(a: { round: string; voucher: string; people: number; total: number; advance: boolean }): string;
  signed(a: {
    round: string;
    signed: number;
    total: number;
    unsigned: number;
    how: 'bulk' | 'checked' | 'listed';
  }): string;
  counted(a: { place: string; day: string; counted: number; balance: number; difference: number }): string;
  balanced(a: { period: string; balanced: boolean; errors: number; accepted: number }): string;
  acceptedFinding(a: { finding: string; until: string }): string;
  closed(a: { month: string; head: string; accepted: readonly string[] }): string;
  verified(a: { entries: number; operations: number; head: string }): string;
  checked(a: { errors: number; warnings: number }): string;
  written(a: { path: string; sheets: number }): string;
  nothing(): string;
}

export interface WarningFacts {
  'row.magnitude': { rows: readonly number[] };
  'rows.suspect': { count: number };
  'list.many-days': { days: number };
}
export type WarningCode = keyof WarningFacts;

interface Questions {
  confirm(): string;
  erase(a: { code: string }): string;
  closeMonth(a: { month: string }): string;
  name(): string;
  firstMonth(): string;
  above(): string;
  town(): string;
  chair(): string;
  accountant(): string;
  cashier(): string;
  opening(a: { fund: string; place: string }): string;
}

/** One language, whole: a catalogue that lacks a key does not compile. */
export interface Messages {
  readonly language: 'vi' | 'en';
  readonly failures: { readonly [C in FailureCode]: (facts: FailureFacts[C]) => ThreeParts };
  readonly rowFaults: { readonly [C in RowFaultCode]: string };
  readonly findings: { readonly [R in FindingRule]: (facts: FindingFacts[R]) => string };
  readonly warnings: { readonly [W in WarningCode]: (facts: WarningFacts[W]) => string };
  readonly severities: {
    readonly error: string;
    readonly warning: string;
    readonly notice: string;
    readonly accepted: string;
  };
  readonly columns: Readonly<Record<string, string>>;
  readonly labels: { readonly [L in RowLabel]: string };
  readonly values: Readonly<Record<string, string>>;
  title(name: string, facts: Readonly<Record<string, string | number | undefined>>): string;
  readonly words: {
    readonly row: string;
    readonly column: string;
    readonly more: (count: number) => string;
    readonly mend: string;
    readonly preview: string;
    readonly unprinted: string;
  };
  readonly done: Done;
  readonly questions: Questions;
  readonly phrases: Phrases;
  readonly defect: (report: string) => string;
}
