/** What an inspector asks of the payments themselves, apart from the rules. */
export const QUESTIONS = ['own', 'round', 'holiday', 'papers', 'bulk', 'proxy'] as const;
export type Question = (typeof QUESTIONS)[number];
