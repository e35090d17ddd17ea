/** The round and the fund that the examples of each programme speak of, as in the sample book. */
export const ROUNDS = {
  gift: 'tet-2024',
  hardship: 'kho-khan-2024',
  visit: 'visit-2024',
  home: 'mai-am-2024',
} as const;
export const FUNDS = { gift: 'TET', hardship: 'XHTT', visit: 'TCCD', home: 'MAIAM' } as const;
