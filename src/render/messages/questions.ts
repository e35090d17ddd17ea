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
  /** What is typed to have a book ended. */
  endWord(): string;
  endBook(a: { word: string }): string;
  /** Shows the recovery code, the only time. */
  recovery(a: { code: string }): string;
  recoveryWritten(): string;
  recoveryAgain(): string;
  forget(a: { word: string }): string;
  /** The code that was shown came to nothing. */
  recoveryVoid(): string;
  /** What is typed to have private fields forgotten. */
  forgetWord(): string;
  restore(a: { backup: string; isThere: boolean }): string;
}

/** What may be asked for unseen in place of standing on the command line. */
export type Unseen = 'id' | 'former' | 'spouse' | 'phone' | 'account' | 'payeeAccount' | 'reason';

/** What the questions' own frame says. */
export interface PromptWords {
  readonly yes: string;
  readonly no: string;
  readonly yesOrNo: string;
  /** Under a search that finds nothing. */
  readonly nothingFits: string;
  /** Asks for words that are not shown; `again`: for new ones a second time. */
  readonly secret: string;
  /** Asks unseen for what an option left open by `-`; and says that nothing was typed. */
  readonly unseen: Readonly<Record<Unseen, string>>;
  readonly nothingTyped: string;
  /** A word that was to be typed again is another. */
  readonly notTheWord: string;
  readonly newSecret: (least: number) => string;
  readonly tooShort: (least: number) => string;
  readonly again: string;
  readonly notSame: string;
  /** What a key does, by inquirer's word for it. */
  readonly keys: Readonly<Record<string, string>>;
}
