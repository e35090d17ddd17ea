import { defect, progress, waiting } from './en-progress.ts';
import { ROUND_COLUMNS, ROUND_VALUES } from './en-rounds.ts';
import { VISITS } from './en-cases.ts';
import { catalogue, type Now } from './catalogue.ts';
import { FIGURES, d, day, span } from './en-terms.ts';
import { cases } from './en-show.ts';
import { done } from './en-done.ts';
import { ROLE_COLUMNS, ROLE_VALUES } from './en-server.ts';
import { UNIT_COLUMNS } from './en-units.ts';
import { config } from './en-config.ts';
import { homeColumns, homeValues } from './en-homes.ts';
import { pay } from './en-paid.ts';
import { RULE_COLUMNS, RULE_VALUES, rulesTitle } from './en-rule-check.ts';
import { objection } from './en-rules.ts';
import { ruleSaid } from './en-rule-terms.ts';
import { phrases } from './en-phrases.ts';
import { prompt, questions } from './en-questions.ts';
import { reading } from './en-reading.ts';
import { lines, warnings } from './en-warnings.ts';
import { LEDGER_COLUMNS, LEDGER_LABELS, ledgerHead, ledgerTitle } from './en-ledgers.ts';

const now: Now = {
  language: 'en',
  severities: { error: 'ERROR', warning: 'WARNING', notice: 'NOTE', accepted: 'ACCEPTED' },
  columns: {
    ...LEDGER_COLUMNS,
    field: 'Name',
    aliases: 'Also',
    holds: 'Holds',
    decided: 'Decided',
    paidOn: 'Paid',
    signedOn: 'Signed',
    ...homeColumns,
    ...UNIT_COLUMNS,
    scope: 'For',
    force: 'When broken',
    verified: 'Act',
    source: 'Source',
    ...FIGURES,
    ...ROUND_COLUMNS,
    ...RULE_COLUMNS,
    part: 'Part',
    daysLate: 'Days late',
    awards: 'Awards',
    handed: 'Handed out',
    signedFor: 'Signed for',
    broughtBack: 'Returned',
    stillOut: 'Still out',
    target: 'Target',
    pledged: 'Pledged',
    received: 'Received',
    outstanding: 'Outstanding',
    rate: '%',
    share: 'Share',
    shareFund: 'Shared with',
    goal: 'Goal',
    remitBy: 'Remit by',
    remitted: 'Remitted',
    owed: 'Owed',
    appeal: 'Appeal',
    repaid: 'Repaid',
    lender: 'Lender',
    borrower: 'Borrower',
    setting: 'Setting',
    value: 'Value',
    fallback: 'Default',
    code: 'Code',
    name: 'Name',
    in: 'In',
    out: 'Out',
    committed: 'Committed',
    available: 'Available',
    balance: 'Balance',
    day: 'Day',
    voucher: 'Voucher',
    party: 'Party',
    content: 'Content',
    entry: 'Entry',
    account: 'Account',
    fund: 'Fund',
    place: 'Place',
    debit: 'Debit',
    credit: 'Credit',
    difference: 'Difference',
    kind: 'Kind',
    category: 'Category',
    state: 'State',
    amount: 'Amount',
    total: 'Total',
    round: 'Round',
    award: 'Award',
    decision: 'Decision',
    signed: 'Signed',
    number: 'No.',
    payer: 'Payer',
    cash: 'Cash',
    goods: 'Goods',
    rows: 'Rows',
    accepted: 'Accepted',
    rejected: 'Left out',
    document: 'List',
    file: 'File',
    row: 'Row',
    donor: 'Donor',
    reference: 'Reference',
    holder: 'Holder',
    due: 'Due',
    open: 'Open',
    purposes: 'Pays for',
    owner: 'Owner',
    role: 'Office',
    from: 'From',
    to: 'To',
    credits: 'In',
    debits: 'Out',
    lines: 'Lines',
    last: 'Last purpose',
    until: 'Kept until',
    fields: 'Private fields',
    year: 'Year',
    vouchers: 'Vouchers',
    statements: 'Statements',
    is: 'Now',
    operation: 'No.',
    time: 'Time',
    access: 'How',
    what: 'What',
    for: 'What for',
    actor: 'Who',
    ...ROLE_COLUMNS,
    command: 'Command',
    entries: 'Entries',
    documents: 'Lists',
    undoneBy: 'Undone by',
    member: 'Member',
    item: 'Item',
    measure: 'Measure',
    face: 'Face value',
    quantity: 'Quantity',
    cost: 'Cost',
    left: 'Left',
    leftCost: 'Cost left',
    counted: 'Counted',
    settled: 'Settled',
    by: 'Counted by',
    line: 'Statement line',
    reason: 'Why',
    sure: 'How sure',
    age: 'Days',
    form: 'Form',
    own: 'Own funds',
  },
  labels: {
    ...LEDGER_LABELS,
    ownFunds: 'Own funds',
    heldFunds: 'Held money',
    opening: 'Opening balance',
    turnover: 'Turnover and closing balance',
    closing: 'Closing balance',
    total: 'Total',
    subtotal: 'Subtotal',
    ended: 'Of which rejected or cancelled',
  },
  categories: VISITS,
  rule: ruleSaid,
  judged: objection,
  values: {
    voided: 'VOID',
    'type.text': 'text',
    'type.code': 'code',
    'type.dong': 'amount',
    'type.count': 'number',
    'type.day': 'day',
    'type.person': 'name of a person',
    ...ROUND_VALUES,
    ...RULE_VALUES,
    'is.member': 'member',
    'is.relative': 'relative',
    'is.worker': 'worker',
    'is.active': 'active',
    'is.paused': 'paused',
    'is.retired': 'retired',
    'is.left': 'left',
    'is.died': 'died',
    returned: 'came back',
    history: 'before the book',
    ...homeValues,
    'body.grassroots': 'grass-roots union',
    'body.upper': 'next higher union',
    'body.province': 'province, central sector',
    'body.national': 'confederation',
    'area.spouse': 'spouse',
    'area.parent': 'parent',
    'area.child': 'child',
    'body.office': 'union office',
    refuse: 'refused',
    warn: 'warned',
    verified: 'verified',
    unverified: 'unverified',
    kept: 'kept',
    broken: 'broken',
    waived: 'waived',
    own: 'own',
    held: 'held',
    cash: 'cash',
    goods: 'goods',
    bank: 'bank',
    proposed: 'proposed',
    approved: 'approved',
    rejected: 'rejected',
    cancelled: 'cancelled',
    handed: 'handed out',
    paid: 'paid',
    added: 'added',
    reversed: 'reversal',
    signed: 'signed',
    sector: 'sector union',
    grassroots: 'grassroots union',
    section: 'section',
    group: 'group',
    gift: 'gift',
    hardship: 'hardship',
    home: 'Union Home',
    visit: 'visit',
    running: 'running costs',
    chair: 'Chair',
    accountant: 'Accountant',
    cashier: 'Cashier',
    inspection: 'Inspection',
    preparer: 'Prepared by',
    outside: 'outside',
    takenBack: 'taken back',
    sure: 'sure',
    likely: 'likely',
    unmatched: 'unmatched',
    unidentified: 'unidentified',
    'match.reference': 'same reference',
    'match.voucher': 'the memo names the voucher',
    'match.name': 'same day, amount and payer',
    'match.day': 'same day and amount',
    'match.near': 'same amount, a few days apart',
    'match.near-name': 'same amount and payer, a few days apart',
    'match.sum': 'same sum, same day',
    'match.near-sum': 'same sum, another day or only a part',
    'match.hand': 'by hand',
    unpaid: 'nothing yet',
    partly: 'in part',
    full: 'in full',
    unasked: 'not asked',
    noUnit: 'No unit named',
    overdue: 'overdue',
    lent: 'running',
    repaid: 'repaid',
    voucher: 'voucher',
    award: 'award',
    decision: 'decision',
    document: 'list',
    appeal: 'appeal',
    month: 'month',
    ok: 'whole',
    missing: 'missing',
    'retention.due': 'due to be erased',
    'retention.kept': 'to be kept',
    'retention.open': 'award not finished',
    'access.export': 'export',
    'access.list': 'list sent out',
    'access.reveal': 'shown whole',
    ...ROLE_VALUES,
    altered: 'altered',
  },
  lines,
  title(name, f) {
    const period =
      f['from'] === undefined ? '' : ` from ${day(String(f['from']))} to ${day(String(f['to']))}`;
    switch (name) {
      case 'report':
        return String(f['title']);
      case 'roles':
        return 'Who may what in this book';
      case 'rules':
        return `Rules in force on ${day(String(f['on']))}`;
      case 'balance':
        return `Fund balances on ${day(String(f['asOf']))} (đồng)`;
      case 'distribution':
        return `Distribution ${f['voucher']} (đồng)`;
      case 'template':
        return `Names for a template of "${String(f['paper'])}"`;
      case 'settings':
        return 'Settings of the book';
      case 'reconciliation':
        return `Reconciliation of ${span(String(f['period']))} (đồng)`;
      case 'changes':
        return `Changes in ${day(String(f['month']))} since the minutes of ${day(String(f['day']))} (đồng)`;
      case 'units':
        return 'Units';
      case 'person':
        return `What ${f['member']} was given (đồng)`;
      case 'members':
        return 'Members';
      case 'funds':
        return 'Funds';
      case 'places':
        return 'Places';
      case 'officers':
        return `Officers on ${day(String(f['asOf']))}`;
      case 'rounds':
        return 'Rounds';
      case 'progress':
        return `Progress of round ${f['round']} – ${f['name']}, up to ${day(String(f['asOf']))} (đồng)`;
      case 'stages':
        return `Union Homes by stage on ${day(String(f['asOf']))} (đồng)`;
      case 'awards':
        return f['round'] === undefined
          ? `Awards of all rounds: ${({ gift: 'gifts', hardship: 'hardship support', visit: 'visits', home: 'Union Homes' } as Record<string, string>)[String(f['kind'])]} (đồng)`
          : `Awards of round ${f['round']} (đồng)`;
      case 'parts':
        return `Parts of award ${f['case']} (đồng)`;
      case 'documents':
        return 'Imported donor lists (đồng)';
      case 'contributions':
        return `Contributions of list ${f['document']} (đồng)`;
      case 'statements':
        return 'Bank statements (đồng)';
      case 'statementLines':
        return `Lines of statement ${f['document']} (đồng)`;
      case 'matches':
        return `Statement lines of ${f['account']} and entries that may be one (đồng)`;
      case 'doubts':
        return 'Statement lines with several readings, to be chosen by hand (đồng)';
      case 'queuedLines':
        return `Unmatched statement lines and unidentified money on ${day(String(f['asOf']))}, oldest first (đồng)`;
      case 'queuedEntries':
        return `Bank entries without a statement line on ${day(String(f['asOf']))}, oldest first (đồng)`;
      case 'memberData':
        return `What the book holds on ${f['member']}`;
      case 'retainedPeople':
        return `People who are members no more, and how long their data is kept (as of ${day(String(f['asOf']))})`;
      case 'retainedYears':
        return `Vouchers and statements by year, and how long they are kept (as of ${day(String(f['asOf']))})`;
      case 'accesses':
        return 'Access log: what left the book or was shown whole, the oldest first';
      case 'operations':
        return 'Operations, the latest first';
      case 'donors':
        return 'Donors';
      case 'appeals':
        return `Appeals on ${day(String(f['asOf']))} (đồng)`;
      case 'appeal':
        return `Appeal ${f['code']} – ${f['name']}, on ${day(String(f['asOf']))} (đồng)`;
      case 'collection':
        return `Books of units collected, as to ${f['period']}`;
      case 'owed':
        return `Owed to the union above on ${day(String(f['asOf']))} (đồng)`;
      case 'ruleCheck':
        return rulesTitle(f['from']);
      case 'dueParts':
        return `To be paid this month, on ${day(String(f['asOf']))} (VND)`;
      case 'loans':
        return `Loans between funds on ${day(String(f['asOf']))} (đồng)`;
      case 'advances':
        return `Advances on ${day(String(f['asOf']))} (đồng)`;
      case 'entries':
        return `Entries${period} (đồng)`;
      case 'stock':
        return `Goods on ${day(String(f['asOf']))}: quantity and cost (đồng), apart from the funds' money`;
      case 'goodsLedger':
        return `Goods ledger ${f['subject']} (${f['measure']})${period}: quantity and cost (đồng)`;
      case 'counts':
        return `Cash counts${period} (đồng)`;
      case 'papers':
        return 'Papers kept beside the book';
      case 'vouchers':
        return `Vouchers${period} (đồng)`;
      default:
        return ledgerTitle(name, f) ?? name;
    }
  },
  ledgerHead,
  words: {
    row: 'row',
    column: 'column',
    more: (count) => `… and ${count} more`,
    mend: 'Mend',
    next: 'Next',
    reason: 'Why it came back',
    progress,
    waiting,
    dong: d,
    preview: 'Nothing is written yet. Writing would say:',
    asShown: 'Written, as shown above.',
    shownAgain: '\nMeanwhile the book was written elsewhere. This is what comes of it now:',
    unprinted:
      'The command is done, but its answer could not be printed (disk full?). Look at the book before running it again.',
  },
  reading,
  defect,
};

export const en = catalogue(now, { warnings, done, config, cases, pay, questions, prompt, phrases });
