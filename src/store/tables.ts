/** The rows of schema.ts as TypeScript sees them. Days and months are text, amounts whole đồng, digests bytes. */
type Key = { entity: number; id: number };
type Salted = Key & { salt: Uint8Array };
type Fact = Key & { operation: number; digest: Uint8Array };

export interface Tables {
  entity: Salted & {
    code: string;
    name: string;
    above: string;
    town: string;
    language: string;
    first_month: string;
    series: string;
  };
  account: Salted & { role: string; held: number; number: string; name: string };
  place: Salted & {
    code: string;
    name: string;
    kind: string;
    holder: string | null;
    home_fund: number | null;
  };
  fund: Salted & { code: string; name: string; kind: string; owner: string; remit_by: string | null };
  purpose: Salted & {
    fund: number;
    name: string;
    from_day: string;
    to_day: string | null;
    document: string | null;
  };
  officer: Salted & { role: string; name: string; from_day: string; to_day: string | null };
  unit: Salted & {
    code: string;
    name: string;
    folded: string;
    kind: string;
    parent: number | null;
    from_day: string | null;
    to_day: string | null;
    successor: number | null;
    withdrawn: number;
  };
  beneficiary: Salted & {
    code: string;
    kind: string;
    unit: number;
    relative_of: number | null;
    name: string;
    sort_key: string;
    folded: string;
    born: string | null;
    staff_no: string | null;
    card_no: string | null;
    joined: string | null;
    /** The record that this one turned out to be a second of. */
    merged_into: number | null;
    withdrawn: number;
  };
  holder: Salted & { code: string; name: string; folded: string };
  donor: Salted & {
    code: string;
    name: string;
    folded: string;
    beneficiary: number | null;
    unit: number | null;
  };
  alias: Salted & { written: string; donor: number; same: number };
  round: Salted & {
    code: string;
    kind: string;
    name: string;
    day: string;
    /** The lunar year whose Tet it is for. */
    tet: number | null;
    cut_off: string | null;
    list_by: string | null;
    pay_by: string | null;
    sign_by: string | null;
    standing: string | null;
    twice: string;
    previous: number | null;
  };
  level: Salted & { round: number; category: string; amount: number };
  quota: Salted & { round: number; unit: number; people: number | null; amount: number | null };
  rule: Salted & {
    code: string;
    kind: string;
    what: string;
    body: string;
    category: string;
    area: string;
    from_day: string;
    to_day: string | null;
    value: string;
    source: string;
    verified: number;
    force: string;
  };
  appeal: Salted & {
    code: string;
    name: string;
    fund: number;
    share_fund: number | null;
    /** Hundredths of each gift that go to `share_fund`. */
    share: number | null;
    goal: number | null;
    from_day: string;
    due: string | null;
    document: string | null;
  };
  target: Salted & { appeal: number; unit: number; amount: number; pledged: number | null };
  /** A kind of goods; `face` is the value printed on a voucher. */
  item: Salted & { code: string; name: string; measure: string; face: number | null };
  setting: Salted & { name: string; value: string };
  private: {
    entity: number;
    register: string;
    owner: number;
    field: string;
    value: string;
    lookup: Uint8Array;
  };
  /** The key of encrypted private fields, wrapped under a secret; `cost` is scrypt's N. */
  vault: {
    entity: number;
    opened_by: 'passphrase' | 'recovery';
    cost: number;
    salt: Uint8Array;
    wrapped: Uint8Array;
  };
  change: Fact & { register: string; key: number; columns: string };
  document: Fact & {
    kind: string;
    fund: number | null;
    file: string;
    bytes_digest: Uint8Array;
    normal_digest: Uint8Array;
    rows: number;
    accepted: number;
    total: number;
    supplements: number | null;
    replaces: number | null;
    flagged: number;
    rejected: number;
    choice: string;
  };
  statement: Fact & {
    document: number;
    place: number;
    bank: string;
    from_day: string;
    to_day: string;
    opening: number | null;
    closing: number | null;
    credits: number;
    debits: number;
    checked: number;
  };
  statement_line: Fact & {
    statement: number;
    row: number;
    place: number;
    day: string;
    clock: string;
    amount: number;
    balance: number | null;
    reference: string;
    kind: string;
    wording: number;
  };
  statement_break: Fact & {
    statement: number;
    row: number;
    expected: number;
    found: number;
    wording: number;
  };
  undo: Fact & { undone: number; wording: number };
  voucher: Fact & {
    kind: string;
    series: number;
    year: number;
    number: number;
    code: string;
    day: string;
    fund: number;
    place: number | null;
    book_no: string | null;
    paper_no: string | null;
    papers: number;
    wording: number;
  };
  entry: Fact & {
    kind: string;
    booked_on: string;
    own_day: string | null;
    document_no: string | null;
    document_on: string | null;
    voucher: number | null;
    reverses: number | null;
    settles: number | null;
    /** The entry that this one pays back, identifies or repays. */
    clears: number | null;
    due: string | null;
    wording: number;
    source: number | null;
    source_row: number | null;
  };
  decision: Fact & {
    round: number;
    number: string;
    day: string;
    wording: number;
    expecting: string | null;
    expecting_amount: number | null;
    expecting_document: string | null;
  };
  award: Fact & {
    code: string;
    round: number;
    beneficiary: number;
    unit: number;
    category: string;
    area: string;
    cost: number | null;
    payee: number | null;
    source: number | null;
    source_row: number | null;
  };
  award_event: Fact & { award: number; kind: string; decision: number | null; wording: number | null };
  advance: Fact & { entry: number; holder: number; place: number; due: string | null };
  handout: Fact & { award: number; line: number; advance: number };
  disbursement: Fact & { award: number; line: number; entry: number | null; stock: number | null };
  acknowledgement: Fact & {
    disbursement: number;
    day: string;
    /** What was signed for. */
    amount: number;
    how: string;
    paper: string | null;
    /** Who signed for another: the name, and the relation. */
    proxy: number | null;
  };
  cash_count: Fact & { place: number; day: string; total: number; notes: string; wording: number };
  period_event: Fact & { month: string; kind: string; head: Uint8Array; wording: number };
  acceptance: Fact & { finding: string; until_day: string; wording: number };
  match: Fact & { place: number; how: string; wording: number | null };
  match_line: { entity: number; match: number; line: number };
  match_entry: { entity: number; match: number; entry: number };
  unmatch: Fact & { match: number; wording: number };
  confirmation: Fact & { place: number; day: string; balance: number; wording: number };
  correction: Fact & {
    entry: number;
    wording: number | null;
    links: number;
    unit: number | null;
    donor: number | null;
    reason: number | null;
  };
  attachment: Fact & { subject: string; code: string; file: string; bytes_digest: Uint8Array; size: number };
  collected: Fact & {
    unit: number;
    origin: string;
    code: string;
    head: Uint8Array;
    operations: number;
    month: string | null;
    month_head: Uint8Array | null;
    copy_digest: Uint8Array;
  };
  disclosure: Fact & { kind: string; scope: string; wording: number };
  history: Fact & {
    beneficiary: number;
    kind: string;
    day: string;
    amount: number;
    wording: number;
    source: number | null;
    source_row: number | null;
  };
  stock: Fact & {
    item: number;
    fund: number;
    voucher: number | null;
    day: string;
    quantity: number;
    cost: number;
    entry: number | null;
    award: number | null;
    part: number | null;
    serials: string | null;
    reverses: number | null;
  };
  status: Fact & {
    beneficiary: number;
    state: string;
    unit: number | null;
    day: string;
    document: string | null;
  };
  succession: Fact & {
    unit: number;
    successor: number | null;
    day: string;
    ended: number;
    document: string | null;
  };
  placement: Fact & {
    unit: number;
    parent: number | null;
    former: number | null;
    day: string;
    document: string | null;
  };
  ending: Fact & { day: string; document: string; wording: number };
  departure: Fact & { status: number; unit: number };
  paper: Fact & {
    award: number;
    kind: string;
    number: string;
    day: string;
    due: string | null;
    wording: number | null;
  };
  waiver: Fact & { award: number; rule: string; decision: string | null; wording: number };
  distinction: Fact & { one: number; other: number; wording: number };
  reported: Fact & {
    round: number;
    award: number | null;
    amount: number;
    day: string;
    wording: number | null;
    source: number;
    source_row: number;
  };
  operation: Key & {
    command: string;
    recorded_at: string;
    actor: string | null;
    salt: Uint8Array | null;
    actor_digest: Uint8Array;
    digest: Uint8Array;
  };
  wording: Key & {
    digest: Uint8Array;
    salt: Uint8Array | null;
    party: string | null;
    address: string | null;
    content: string | null;
    fingerprint: Uint8Array | null;
  };
  posting: {
    entity: number;
    entry: number;
    line: number;
    account: number;
    fund: number;
    place: number | null;
    side: string;
    amount: number;
    item: string | null;
    restriction: string | null;
    appeal: string | null;
    unit: number | null;
    beneficiary: number | null;
    donor: number | null;
    award: number | null;
    part: number | null;
    holder: number | null;
  };
  award_part: {
    entity: number;
    award: number;
    line: number;
    payer: number | null;
    /** The wording that names who outside gives it. */
    outside: number | null;
    form: string;
    amount: number;
    item: number | null;
    quantity: number | null;
    due: string | null;
    needs: string | null;
  };
  balance_day: {
    entity: number;
    account: number;
    fund: number;
    place: number;
    day: string;
    debit: number;
    credit: number;
  };
}
