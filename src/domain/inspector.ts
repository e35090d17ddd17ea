/** What an inspector asks of the payments themselves, apart from the rules. */
export type Question = 'own' | 'round' | 'holiday' | 'papers' | 'bulk' | 'proxy';
