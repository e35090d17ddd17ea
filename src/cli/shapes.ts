/** Shape of a fund as `balance` tells it: from the year's beginning to a day. */
export const FUND_BALANCE = {
  code: 'text',
  kind: 'text',
  opening: 'integer',
  in: 'integer',
  out: 'integer',
  closing: 'integer',
  committed: 'integer',
  available: 'integer',
  held: 'integer',
} as const;

/** Shape of a fund as `reconcile` tells it: why it grew or shrank in a period. */
export const FUND_RECONCILED = {
  code: 'text',
  kind: 'text',
  opening: 'integer',
  contributions: 'integer',
  allocations: 'integer',
  transfersIn: 'integer',
  otherIn: 'integer',
  disbursements: 'integer',
  remittances: 'integer',
  transfersOut: 'integer',
  otherOut: 'integer',
  closing: 'integer',
  difference: 'integer',
} as const;

/** Shape of how far an appeal has come. */
export const APPEAL_STANDING = {
  target: 'integer',
  pledged: 'integer',
  received: 'integer',
  outstanding: 'integer',
  'rate?': 'integer',
} as const;
