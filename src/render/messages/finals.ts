/** What a year's settlement says; amounts in đồng. */
export interface FinalsDone {
  finalAccounts(a: {
    path: string;
    year: number;
    funds: readonly string[];
    complete: boolean;
    verified: boolean;
    opening: number;
    income: number;
    spending: number;
    closing: number;
    /** How many vouchers got their code from the table. */
    uncoded: number;
  }): string;
}
