/** What a person is asked at the prompt. */
export interface Questions {
  donor(a: { name: string }): string;
  nobody(): string;
  later(): string;
  confirm(): string;
  erase(a: { code: string }): string;
  closeMonth(a: { month: string }): string;
  reopenMonth(a: { month: string }): string;
  lockYear(a: { year: string }): string;
}

/** What the questions' own frame says. */
export interface PromptWords {
  readonly yes: string;
  readonly no: string;
  readonly yesOrNo: string;
  /** Under a search that finds nothing. */
  readonly nothingFits: string;
  /** What a key does, by inquirer's word for it. */
  readonly keys: Readonly<Record<string, string>>;
}
