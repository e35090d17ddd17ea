/** What a person is asked at the prompt. */
export interface Questions {
  donor(a: { name: string }): string;
  nobody(): string;
  later(): string;
  confirm(): string;
  erase(a: { code: string }): string;
  closeMonth(a: { month: string }): string;
  lockYear(a: { year: string }): string;
  name(): string;
  firstMonth(): string;
  above(): string;
  town(): string;
  chair(): string;
  accountant(): string;
  cashier(): string;
  opening(a: { fund: string; place: string }): string;
}
