import type { Messages } from '../messages.ts';
import { reading } from './en-reading.ts';
import { d, day, KINDS, list, NOUNS } from './en-terms.ts';

/** Kinds of lines of a bank's statement. */
const lines: Messages['lines'] = {
  contribution: 'contribution',
  fee: 'fee',
  vat: 'VAT',
  interest: 'interest',
  refund: 'refund',
  sweep: 'sweep',
  salary: 'salary',
  dues: 'dues',
  allocation: 'allocation',
  payment: 'payment',
};

export const en: Messages = {
  language: 'en',
  findings: {
    'fund.difference': (f) =>
      `Fund ${f.fund}: ${d(f.closing)} by its reasons, ${d(f.money)} there, ${d(f.difference)} apart.`,
    'money.negative': (f) => `Fund ${f.fund} in ${f.place} is ${d(f.balance)} at the end of ${day(f.day)}.`,
    'place.uncounted': (f) => `${f.place} is not counted; the book says ${d(f.balance)}.`,
    'place.difference': (f) =>
      `${f.place} on ${day(f.day)}: counted ${d(f.counted)}, the book says ${d(f.balance)}, ${d(f.difference)} apart.`,
    'award.unsigned': (f) =>
      `Award ${f.award} (${f.unit}): ${d(f.total)} paid on ${day(f.paidOn)}, not signed for.`,
    'award.unpaid': (f) => `Round ${f.round}: ${f.people} awards decided and unpaid, ${d(f.total)}.`,
    'advance.overdue': (f) => `Advance ${f.voucher} of ${f.holder} was due ${day(f.due)}; ${d(f.open)} open.`,
    'voucher.gap': (f) => `Vouchers ${f.series}: number ${f.next} follows ${f.after}.`,
    'balance.stale': (f) => `The day balance ${f.key} is not what the postings say.`,
    'book.altered': (f) => `${f.kind} ${f.name} was altered outside the program.`,
    'row.magnitude': (f) =>
      `List ${f.document}: ${f.rows} rows with an unlikely amount, perhaps in thousands; posted as printed.`,
    'period.late': (f) => `Of earlier periods, booked in this one: ${f.entries} entries, ${d(f.total)}.`,
    'unidentified.open': (f) => `${d(f.balance)} still unidentified.`,
  },
  warnings: {
    'row.magnitude': (f) =>
      `Row ${some(f.rows)}: an amount unlike the rest of the list (perhaps in thousands). Posted as printed; ask the sender.`,
    'rows.suspect': (f) =>
      `${f.count} rows equal rows of another list (day, amount, name). Posted; worth a look.`,
    'rows.left': (f) =>
      `Left out rows ${some(f.rows)}. The total that the list prints could therefore not be checked.`,
    'donors.unsure': (f) =>
      `${f.unsure.length} names may mean several people, or are only like one; posted, and linked with nobody: ${f.unsure
        .slice(0, 5)
        .map(
          ({ row, candidates }) =>
            `row ${row} (${list(candidates.slice(0, 5))}${candidates.length > 5 ? ', …' : ''})`,
        )
        .join(
          '; ',
        )}${f.unsure.length > 5 ? '; …' : ''}. Say who, for later lists: phucloi donor match --name NAME --is CODE`,
    'lines.left-out': (f) =>
      `Left out, as they are no gifts: ${f.kinds.map((each) => `${each.lines} ${lines[each.kind] ?? each.kind}`).join(', ')}.`,
    'lines.alike': (f) =>
      `${f.count} lines look like lines of an earlier statement (day and amount); kept unless --suspects skip:${f.alike
        .slice(0, 10)
        .map(
          (each) =>
            `\n  row ${each.row} | ${each.document} row ${each.documentRow} | ${day(each.day)} | ${d(each.amount)}`,
        )
        .join('')}${f.count > 10 ? `\n  … and ${f.count - 10} more` : ''}`,
    'statement.unproved': () =>
      'There is no balance to check, so nothing proves that no line is missing. Compare the sums with the paper of the bank.',
    'list.many-days': (f) =>
      `The list has ${f.days} days and so ${f.days} receipts. If the money came at once: --received-on DAY --from-person NAME`,
  },
  severities: { error: 'ERROR', warning: 'WARNING', notice: 'NOTE', accepted: 'ACCEPTED' },
  columns: {
    code: 'Code',
    name: 'Name',
    opening: 'Opening',
    in: 'In',
    out: 'Out',
    closing: 'Closing',
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
    contributions: 'Contributions',
    allocations: 'Allocations',
    transfersIn: 'Transfers in',
    otherIn: 'Other in',
    disbursements: 'Disbursements',
    remittances: 'Remittances',
    transfersOut: 'Transfers out',
    otherOut: 'Other out',
    difference: 'Difference',
    kind: 'Kind',
    unit: 'Unit',
    parent: 'Under',
    members: 'Members',
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
    operation: 'No.',
    recordedAt: 'When',
    actor: 'Who',
    command: 'Command',
    entries: 'Entries',
    documents: 'Lists',
    undoneBy: 'Undone by',
    member: 'Member',
  },
  labels: {
    ownFunds: 'Own funds',
    heldFunds: 'Held money',
    opening: 'Opening balance',
    turnover: 'Turnover and closing balance',
    closing: 'Closing balance',
    total: 'Total',
    subtotal: 'Subtotal',
  },
  values: {
    own: 'own',
    held: 'held',
    cash: 'cash',
    bank: 'bank',
    proposed: 'proposed',
    approved: 'approved',
    rejected: 'rejected',
    cancelled: 'cancelled',
    handed: 'handed out',
    paid: 'paid',
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
    voucher: 'voucher',
    award: 'award',
    decision: 'decision',
    document: 'list',
    appeal: 'appeal',
    month: 'month',
    ok: 'whole',
    missing: 'missing',
    altered: 'altered',
  },
  lines,
  title(name, f) {
    const period =
      f['from'] === undefined ? '' : ` from ${day(String(f['from']))} to ${day(String(f['to']))}`;
    switch (name) {
      case 'balance':
        return `Fund balances on ${day(String(f['asOf']))} (đồng)`;
      case 'reconciliation':
        return `Reconciliation of ${day(String(f['period']))} (đồng)`;
      case 'fundLedger':
        return `Ledger of fund ${f['subject']}${period} (đồng)`;
      case 'cashLedger':
        return `Ledger of ${f['subject']}${period} (đồng)`;
      case 'memberLedger':
        return `Benefits of ${f['subject']}${period} (đồng)`;
      case 'journal':
        return `Journal${period} (đồng)`;
      case 'units':
        return 'Units';
      case 'members':
        return 'Members';
      case 'funds':
        return 'Funds';
      case 'places':
        return 'Places';
      case 'rounds':
        return 'Rounds';
      case 'awards':
        return `Awards of round ${f['round']} (đồng)`;
      case 'documents':
        return 'Imported donor lists (đồng)';
      case 'contributions':
        return `Contributions of list ${f['document']} (đồng)`;
      case 'statements':
        return 'Bank statements (đồng)';
      case 'statementLines':
        return `Lines of statement ${f['document']} (đồng)`;
      case 'operations':
        return 'Operations, the latest first';
      case 'donors':
        return 'Donors';
      case 'advances':
        return `Advances on ${day(String(f['asOf']))} (đồng)`;
      case 'entries':
        return `Entries${period} (đồng)`;
      case 'papers':
        return 'Papers kept beside the book';
      case 'vouchers':
        return `Vouchers${period} (đồng)`;
      default:
        return name;
    }
  },
  words: {
    row: 'row',
    column: 'column',
    more: (count) => `… and ${count} more`,
    mend: 'Mend',
    reason: 'Why it came back',
    progress: ({ rows, seconds }) =>
      `Reading: ${rows.toLocaleString('en')} rows${seconds === undefined ? '' : `, ${seconds} s left`}`,
    dong: d,
    preview: 'Nothing is written yet. Writing would say:',
    unprinted:
      'The command is done, but its answer could not be printed (disk full?). Look at the book before running it again.',
  },
  reading,
  done: {
    init: (a) =>
      `Made ${a.book}, open from ${day(a.firstMonth)}.\nFunds: ${list(a.funds)}. Places: ${list(a.places)}. Opening: ${d(a.opening)}.\nNext: phucloi unit import FILE · phucloi member import FILE · phucloi contribution import FILE --fund FUND`,
    dryRun: () => 'A rehearsal: nothing was written.',
    added: (a) => `Added ${NOUNS[a.noun]} ${a.code}.`,
    erased: (a) => `Erased what named ${a.code}; vouchers and amounts stand.`,
    imported: (a) =>
      a.accepted === 0
        ? `Nothing new: all ${a.rows} rows are there already (list ${a.document}).`
        : `Took ${a.accepted} of ${a.rows} rows (list ${a.document})${a.duplicates > 0 ? `; ${a.duplicates} were there already` : ''}.${a.rejected > 0 ? `\nLeft out ${a.rejected} bad rows.` : ''}`,
    importedUnits: (a) => `Made ${a.units} units.`,
    contributions: (a) =>
      a.accepted === 0 && a.reversed === 0
        ? `Nothing new: all ${a.duplicates} rows are in the book already (list ${a.document}, ${d(a.total)}).`
        : `Posted ${a.accepted} of ${a.rows} contributions, ${d(a.posted)}, to fund ${a.fund} in ${a.place} (list ${a.document}).${a.rejected > 0 ? `\nLeft out ${a.rejected} bad rows.` : ''}${a.duplicates > 0 ? `\n${a.duplicates} rows were there already and were not posted again.` : ''}${a.reversed > 0 ? `\nReversed ${a.reversed} that the new list no longer has.` : ''}${a.linked > 0 ? `\n${a.linked} of them are from donors, members and units of the book.` : ''}\nReceipts: ${range(a.vouchers)}.`,
    statement: (a) =>
      a.accepted === 0
        ? `Nothing new: all ${a.rows} lines are there already (statement ${a.document}).`
        : `Recorded ${a.accepted} of ${a.rows} lines of ${a.account}, ${day(a.from)} to ${day(a.to)} (statement ${a.document}); nothing is posted.${a.duplicates > 0 ? `\n${a.duplicates} lines were there already.` : ''}\n${a.opening === undefined ? '' : `Opening ${d(a.opening)}. `}In ${d(a.credits)}, out ${d(a.debits)}${a.closing === undefined ? '' : `, closing ${d(a.closing)}`}.${a.checked > 0 ? `\n${a.checked} balances checked, ${a.breaks.length} breaks${a.breaks.length > 0 ? ' accepted' : ''}.` : ''}`,
    undone: (a) =>
      `Took back operation ${a.operation}${a.documents.length > 0 ? ` (${list(a.documents)})` : ''}: ${
        [
          ...(a.reversed > 0 ? [`${a.reversed} entries reversed (${range(a.vouchers)})`] : []),
          ...(a.lines > 0 ? [`${a.lines} lines of a statement withdrawn`] : []),
          ...(a.awards > 0 ? [`${a.awards} proposals cancelled`] : []),
          ...(a.members > 0 ? [`${a.members} members withdrawn`] : []),
          ...(a.units > 0 ? [`${a.units} units withdrawn`] : []),
        ].join(', ') || 'what it recorded no longer counts'
      }.${a.documents.length > 0 ? '\nThe same file can be imported again.' : ''}`,
    matched: (a) =>
      a.same ? `From now on this name means ${a.code}.` : `From now on this name is not ${a.code}.`,
    sentBack: (a) =>
      a.whole
        ? `The whole list is in ${a.path}, ${a.rows} rows with their reasons: mend them there and import that file.`
        : `The ${a.rows} rows that were left out are in ${a.path} with their reasons: mend them there and import that file.`,
    savedProfile: (a) => `Kept how the list was read in ${a.path}; use it with --profile ${a.path}`,
    money: (a) =>
      `Posted ${a.voucher}: ${d(a.amount)}, fund ${a.fund}, ${day(a.bookedOn)} (entry ${a.entry}).`,
    settled: (a) => `Settled (${a.voucher}); ${d(a.open)} open.`,
    reversed: (a) => `Reversed entry ${a.reverses} by entry ${a.entry} (${a.voucher}, ${day(a.bookedOn)}).`,
    described: (a) => `Entry ${a.entry} now says: ${[a.party, a.content].filter(Boolean).join(' · ')}.`,
    linked: (a) => `Entry ${a.entry}: donor ${a.donor || 'nobody'}, unit ${a.unit || 'none'}.`,
    cameBack: (a) =>
      `${list(a.vouchers)}: took back ${d(a.total)} of ${a.case}; it is approved and unpaid again.\nPay it again: phucloi ${a.kind} pay --case ${a.case} --from FUND:PLACE --on DAY`,
    attached: (a) =>
      a.copied ? `Kept ${a.file} with ${a.code} (${a.path}).` : `${a.file} was kept with ${a.code} already.`,
    openedBook: (a) =>
      `Opening balances posted on ${day(a.day)} (entries: ${a.entries}, list ${a.document}).\nOwn money ${d(a.own)}, held money ${d(a.held)}.${
        a.advances + a.loans + a.awards + a.goods === 0
          ? ''
          : `\nWith: ${[
              ...(a.advances > 0 ? [`advances: ${a.advances}`] : []),
              ...(a.loans > 0 ? [`loans between funds: ${a.loans}`] : []),
              ...(a.awards > 0 ? [`approved awards: ${a.awards}`] : []),
              ...(a.goods > 0 ? [`goods: ${a.goods}`] : []),
            ].join(', ')}.`
      }`,
    history: (a) =>
      a.accepted === 0
        ? `Nothing new: all ${a.rows} rows are there already (list ${a.document}).`
        : `Kept ${a.accepted} of ${a.rows} benefits from before the book (list ${a.document}); nothing is posted.${a.duplicates > 0 ? `\n${a.duplicates} rows were there already.` : ''}`,
    firstSaid: (a) => `  It said first: ${a.said}`,
    corrected: (a) =>
      `  ${a.at} ${a.by}: ${[
        ...(a.content === undefined ? [] : [[a.party, a.content].filter(Boolean).join(' · ')]),
        ...(a.donor === undefined ? [] : [`donor ${a.donor || '–'}, unit ${a.unit || '–'}`]),
      ].join('; ')}${a.reason === '' ? '' : ` (${a.reason})`}`,
    opened: (a) =>
      `Opened ${a.case}, ${d(a.total)}.\nNext: phucloi ${a.kind} approve --case ${a.case} --decision NO --on DAY --by "NAME"`,
    proposed: (a) =>
      `Proposed ${a.people} people for round ${a.round} (list ${a.document}).\nFrom own funds: ${d(a.own)}. From every source: ${d(a.total)}.`,
    approved: (a) =>
      `Decision ${a.decision}: ${a.people} awards of round ${a.round} approved.\nFrom own funds: ${d(a.own)}. From every source: ${d(a.total)}.`,
    paid: (a) =>
      a.advance
        ? `${a.voucher}: ${d(a.total)} handed out for ${a.people} awards of round ${a.round}. An advance until signed for.`
        : `${a.voucher}: ${d(a.total)} paid for ${a.people} awards of round ${a.round}.`,
    signed: (a) =>
      `Recorded ${a.signed} signatures of round ${a.round}, ${d(a.total)} (${{ bulk: 'attested in bulk', checked: 'checked against the signed list', listed: 'by the signed list' }[a.how]}).${a.unsigned > 0 ? `\n${a.unsigned} not signed yet.` : ''}`,
    counted: (a) =>
      `Counted ${a.place} on ${day(a.day)}: ${d(a.counted)}, the book says ${d(a.balance)}${a.difference === 0 ? ', equal.' : `, ${d(a.difference)} apart.`}`,
    balanced: (a) =>
      a.balanced
        ? `${day(a.period)} is balanced.${a.accepted > 0 ? ` ${a.accepted} errors are accepted.` : ''}\nNext: phucloi close ${a.period}`
        : `${day(a.period)}: ${a.errors} errors stand.`,
    acceptedFinding: (a) => `Accepted ${a.finding} until ${day(a.until)}.`,
    closed: (a) =>
      `Closed ${day(a.month)}.${a.accepted.length > 0 ? ` Accepted: ${list(a.accepted)}.` : ''}\nFor the minute book: ${a.head}`,
    verified: (a) => `The book is whole: ${a.entries} entries, ${a.operations} operations.\nHead: ${a.head}`,
    checked: (a) =>
      a.errors + a.warnings === 0 ? 'Nothing found.' : `${a.errors} errors, ${a.warnings} warnings.`,
    written: (a) => `Wrote ${a.path} (${a.sheets} sheets).`,
    nothing: () => 'Nothing yet.',
  },
  questions: {
    confirm: () => 'Write it?',
    donor: (a) => `Who is "${a.name}"?`,
    nobody: () => 'none of them (remembered)',
    later: () => 'leave it open',
    erase: (a) => `Erase what names ${a.code}? It cannot be brought back.`,
    closeMonth: (a) => `Type the month to close it (${a.month}):`,
    name: () => 'Name of the union that keeps the book:',
    firstMonth: () => 'First month of the book (MM/YYYY):',
    above: () => 'Union above (empty if none):',
    town: () => 'Town that papers are dated from:',
    chair: () => 'Chair:',
    accountant: () => 'Accountant:',
    cashier: () => 'Cashier:',
    opening: (a) => `Opening balance of ${a.fund} in ${a.place} (đồng, empty for 0):`,
  },
  phrases: {
    opening: () => 'Opening balance',
    listReceipt: (f) => `Contributions by list ${f.file} (${f.rows})`,
    gift: () => 'Contribution',
    allocated: () => 'Allocation from above',
    advanced: () => 'Advance',
    moved: (f) => `Moved from ${f.from} to ${f.to}`,
    transferred: (f) => `Transferred from ${f.from} to ${f.to}`,
    remitted: (f) => `${f.fund} remitted to ${f.to}`,
    benefit: (f) => `Paid ${KINDS[f.kind]}: ${f.round} (${f.people} people, list attached)`,
    handedOut: (f) => `Handed out: ${f.round} (${f.people} people)`,
    signedFor: (f) => `Advance settled by the signed list: ${f.round} (${f.people} people)`,
    spent: (f) => `Spent from advance ${f.voucher}`,
    returned: (f) => `Advance ${f.voucher} returned`,
    undone: (f) =>
      `${f.list ? 'Import of a list taken back' : 'Operation taken back'} (entries: ${f.entries}${f.of === undefined ? '' : `, of ${day(f.of)}`}): ${f.reason}`,
    reversed: (f) =>
      `Reversal of entry ${f.entry}${f.voucher === '' ? '' : ` (${f.voucher}${f.of === undefined ? '' : ` of ${day(f.of)}`})`}: ${f.reason}`,
    givenBack: (f) => `Money paid by ${f.voucher} came back: ${f.reason}`,
    refunded: (f) => `Contribution paid back${f.voucher === '' ? '' : ` (${f.voucher})`}: ${f.reason}`,
    openedAdvance: () => 'Advance not yet settled, opening balance',
    openedLoan: (f) => `Loan of fund ${f.from} to fund ${f.to}, opening balance`,
    yearRound: (f) => `${f.kind === 'home' ? 'Union Homes' : 'Hardship support'} ${f.year}`,
  },
  defect: (report) =>
    `The program failed by a defect of its own; the book is not half-written.\nSend this line to the maintainers (nobody's data is in it):\n  ${report}`,
};

/** The first rows of many. */
function some(rows: readonly number[]): string {
  return rows.length <= 20 ? list(rows) : `${list(rows.slice(0, 20))}, … (${rows.length})`;
}

function range(codes: readonly string[]): string {
  if (codes.length <= 3) return list(codes);
  return `${codes[0]} … ${codes.at(-1)} (${codes.length})`;
}
