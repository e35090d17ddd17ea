/** What `init` asks, each question with why and an example. */
export interface InitTexts {
  readonly intro: string;
  readonly name: Question;
  readonly above: Question;
  readonly town: Question;
  readonly from: Question;
  readonly officers: string;
  readonly chair: string;
  readonly accountant: string;
  readonly cashier: string;
  readonly opening: (day: string) => string;
  /** Before a fund's two amounts: its name, and what it pays for. */
  readonly fund: (facts: { name: string; purposes: string; owner: string }) => string;
  readonly cash: string;
  readonly bank: string;
  readonly sum: (sum: string) => string;
  readonly another: string;
  readonly next: readonly string[];
}

/** A question and the line above it that says what for. */
export interface Question {
  readonly why: string;
  readonly ask: string;
}
