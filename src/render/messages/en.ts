import { formatDong } from '../figures.ts';
import type { Messages } from '../messages.ts';
import { reading } from './en-reading.ts';
import { capital, d, day, KINDS, list, NOUNS, span } from './en-terms.ts';

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
    'private.withheld': (f) =>
      `${f.fields} private fields (ID numbers, phones, accounts, circumstances) are not in the file. Where they are needed: export --private --purpose "WHY".`,
    'statement.unproved': () =>
      'There is no balance to check, so nothing proves that no line is missing. Compare the sums with the paper of the bank.',
    'list.many-days': (f) =>
      `The list has ${f.days} days and so ${f.days} receipts. If the money came at once: --received-on DAY --from-person NAME`,
  },
  severities: { error: 'ERROR', warning: 'WARNING', notice: 'NOTE', accepted: 'ACCEPTED' },
  columns: {
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
    altered: 'altered',
  },
  lines,
  title(name, f) {
    const period =
      f['from'] === undefined ? '' : ` from ${day(String(f['from']))} to ${day(String(f['to']))}`;
    switch (name) {
      case 'balance':
        return `Fund balances on ${day(String(f['asOf']))} (đồng)`;
      case 'settings':
        return 'Settings of the book';
      case 'reconciliation':
        return `Reconciliation of ${span(String(f['period']))} (đồng)`;
      case 'changes':
        return `Changes in ${day(String(f['month']))} since the minutes of ${day(String(f['day']))} (đồng)`;
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
      case 'matches':
        return `Statement lines of ${f['account']} and entries that may be one (đồng)`;
      case 'doubts':
        return 'Statement lines with several readings, to be chosen by hand (đồng)';
      case 'queuedLines':
        return `Unmatched statement lines and unidentified money on ${day(String(f['asOf']))}, oldest first (đồng)`;
      case 'queuedEntries':
        return `Bank entries without a statement line on ${day(String(f['asOf']))}, oldest first (đồng)`;
      case 'operations':
        return 'Operations, the latest first';
      case 'donors':
        return 'Donors';
      case 'appeals':
        return `Appeals on ${day(String(f['asOf']))} (đồng)`;
      case 'appeal':
        return `Appeal ${f['code']} – ${f['name']}, on ${day(String(f['asOf']))} (đồng)`;
      case 'owed':
        return `Owed to the union above on ${day(String(f['asOf']))} (đồng)`;
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
    matchedLines: (a) => {
      const open = a.suggestions.filter((each) => each.match === undefined);
      const sure = open.filter((each) => each.sure).length;
      const said = [
        ...(a.recorded > 0
          ? [
              `Matched in ${a.account}: ${a.recorded}${a.recorded === 1 ? ` (match ${a.suggestions.find((each) => each.match !== undefined)?.match})` : ''}.`,
            ]
          : []),
        ...(open.length > 0 ? [`Suggested: ${open.length}, of which sure: ${sure}; not recorded.`] : []),
        `Unmatched in ${a.account}: statement lines ${a.lines}, entries ${a.entries}.`,
        ...(sure > 0 ? [`Record what is sure: phucloi statement match --account ${a.account} --auto`] : []),
        ...(open.length > sure
          ? [
              `Record what is likely too, once looked at: phucloi statement match --account ${a.account} --likely`,
            ]
          : []),
        ...(a.doubts.length > 0
          ? ['Choose by hand: phucloi statement match --line N --entry N --reason "REASON"']
          : []),
      ];
      return said.join('\n');
    },
    unmatched: (a) =>
      `Match ${list(a.matches)} taken back; unmatched again: statement lines ${a.lines.length}, entries ${a.entries.length}.`,
    posted: (a) =>
      a.posted.length === 0
        ? `No such unmatched line in ${a.account}.`
        : `Posted ${a.posted.length} statement lines of ${a.account} to fund ${a.fund}, ${d(a.total)}, matched (entries ${a.posted.length === 1 ? a.posted[0]?.entry : `${a.posted[0]?.entry} … ${a.posted.at(-1)?.entry}`}).\nVouchers: ${range([...new Set(a.posted.map(({ voucher }) => voucher))])}.`,
    identified: (a) =>
      `Identified ${d(a.amount)} of entry ${a.clears}, received ${day(a.bankDay)}: fund ${a.fund} on ${day(a.bookedOn)} (${a.voucher}, entry ${a.entry}); still unidentified: ${d(a.open)}.`,
    confirmed: (a) =>
      `The bank confirms ${d(a.balance)} in ${a.account} on ${day(a.day)}; the book has ${d(a.book)}, ${a.difference === 0 ? 'the same' : `difference ${d(a.difference)}`}.`,
    explained: () => 'No statement line, entry or money waits.',
    sentBack: (a) =>
      a.whole
        ? `The whole list is in ${a.path}, ${a.rows} rows with their reasons: mend them there and import that file.`
        : `The ${a.rows} rows that were left out are in ${a.path} with their reasons: mend them there and import that file.`,
    savedProfile: (a) => `Kept how the list was read in ${a.path}; use it with --profile ${a.path}`,
    money: (a) =>
      `Posted ${a.voucher}: ${d(a.amount)}, fund ${a.fund}, ${day(a.bookedOn)} (entry ${a.entry}).`,
    purposes: (a) => `Today fund ${a.fund} pays for: ${list(a.purposes) || 'nothing'}.`,
    remitBy: (a) =>
      a.remitBy === undefined
        ? `Fund ${a.fund} has no deadline any more.`
        : `The money of fund ${a.fund} is to be remitted by ${day(a.remitBy)}.`,
    target: (a) =>
      `Appeal ${a.appeal}: unit ${a.unit}, target ${d(a.target)}${a.pledged === undefined ? '' : `, pledged ${d(a.pledged)}`}.`,
    repaid: (a) => `${a.voucher}: ${d(a.amount)} repaid, ${d(a.open)} open.`,
    appeal: (a) =>
      [
        `Received ${d(a.received)}${a.goal === undefined ? '' : ` of ${d(a.goal)}`}.`,
        ...(a.unpaid.length > 0 ? [`Nothing yet from: ${list(a.unpaid)}.`] : []),
        ...(a.remit === undefined
          ? []
          : [
              `Held for ${a.remit.owner}: ${d(a.remit.received)}; remitted ${d(a.remit.remitted)}, owed ${d(a.remit.owed)}${a.remit.due === undefined ? '' : ` (due ${day(a.remit.due)}${a.remit.overdue ? ', overdue' : ''})`}.`,
            ]),
      ].join('\n'),
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
      `Counted ${a.place} on ${day(a.day)}: ${d(a.counted)}, the book says ${d(a.balance)}${a.difference === 0 ? ', equal.' : `, ${d(a.difference)} apart.`}${
        a.voucher === undefined
          ? a.settle === undefined
            ? ''
            : `\nCount again; where it is so, post it: ${a.settle}`
          : a.difference < 0
            ? `\nPosted ${a.voucher}: the cashier owes what is short. The book now says what was counted.`
            : `\nPosted ${a.voucher}: what is over waits in CHO. The book now says what was counted.`
      }`,
    bought: (a) =>
      `Bought ${goods(a)}: ${a.payment} paid ${d(a.cost)} (entry ${a.entry}), ${a.voucher} took them in on ${day(a.day)}. Fund ${a.fund} has ${a.left} ${a.measure}.`,
    tookIn: (a) =>
      `Took in ${goods(a)} worth ${d(a.cost)}: ${a.voucher} on ${day(a.day)}. Fund ${a.fund} has ${a.left} ${a.measure}.`,
    gaveOut: (a) =>
      `Gave out ${goods(a)} at a cost of ${d(a.cost)}: ${a.voucher} on ${day(a.day)}. Fund ${a.fund} has ${a.left} ${a.measure} left.`,
    goodsReversed: (a) =>
      `Reversed ${a.reverses} by ${a.voucher} (${goods(a)}, ${d(a.cost)}, ${day(a.day)})${a.entry === undefined ? '' : `, with its payment (entry ${a.entry})`}. Fund ${a.fund} has ${a.left} ${a.measure}.`,
    left: (a) => `${a.code} left the union on ${day(a.on)}; what was given stands.`,
    unitClosed: (a) =>
      `Closed ${a.code} after ${day(a.on)}${a.successor === undefined ? '' : `; ${a.successor} takes its place`}.${a.members > 0 ? ` ${a.members} people still stand in it.` : ''}`,
    officeEnded: (a) => `${a.role}: ended after ${day(a.on)}.`,
    handedOver: (a) =>
      `Wrote ${a.path} (${a.sheets} sheets): ${d(a.balance)} in money, ${a.open} things open.\nThe new ${a.role} signs from ${day(a.from)}. Print it for both to sign.`,
    balanced: (a) =>
      a.balanced
        ? `${capital(span(a.period))} is balanced.${a.accepted > 0 ? ` ${a.accepted} errors are accepted.` : ''}${/^\d{4}-\d\d$/.test(a.period) ? `\nNext: phucloi close ${a.period}` : ''}`
        : `${capital(span(a.period))}: ${a.errors} errors stand.`,
    closed: (a) =>
      `Closed ${day(a.month)}.\nBackup, proved: ${a.backup}${a.minutes === undefined ? '' : `\nClosing minutes to sign: ${a.minutes}`}\nFor the minute book: ${a.head}`,
    readyToClose: (a) =>
      [
        a.errors === 0
          ? `No error keeps ${day(a.month)} open.`
          : `${day(a.month)} cannot be closed yet: ${a.errors} errors stand.`,
        a.ends !== undefined
          ? `It is not over: it can be closed from ${day(a.ends)} on.`
          : a.errors === 0
            ? `Next: phucloi close ${a.month}`
            : '',
      ]
        .filter(Boolean)
        .join('\n'),
    acceptedBy: (a) => `Reason: ${a.reason}. Accepted by ${a.by} until ${day(a.until)}.`,
    reopened: (a) =>
      `${day(a.month)} is open again by decision of ${a.by}; the reason stays in the book.\nWhen it is mended, close it: phucloi close ${a.month} (the new minutes list what changed)`,
    locked: (a) =>
      `${a.year} is locked by ${a.document}; its months cannot be opened again.\nFor the minute book: ${a.head}`,
    minutes: (a) =>
      `Closing minutes of ${day(a.month)}: ${a.path}.${
        a.earlier === undefined
          ? ''
          : a.changes === 0
            ? `\nNo entry has changed since the minutes of ${day(a.earlier)}.`
            : `\n${a.changes} entries have changed since the minutes of ${day(a.earlier)}.`
      }`,
    headFound: (a) =>
      `The chain had the head ${a.head} after operation ${a.operation} (${a.command}, ${day(a.recordedAt.slice(0, 10))})${a.month === undefined ? '' : `, when ${day(a.month)} was closed`}.\nEvery row up to it is as it was written; ${a.later} operations came later.`,
    verified: (a) =>
      `The book is whole: ${a.entries} entries, ${a.operations} operations.\nHead: ${a.short}\nIn full: ${a.head}`,
    acceptedFinding: (a) =>
      `${a.finding} is accepted${a.until === '9999-12-31' ? '; it is not asked again' : ` until ${day(a.until)}`}.`,
    set: (a) => `${a.name}: ${a.value === '' ? 'off' : a.value}${a.isDefault ? ' (default)' : ''}.`,
    checked: (a) => (a.findings === 0 ? 'Nothing found.' : `${a.errors} errors, ${a.warnings} warnings.`),
    exported: (a) =>
      `Exported ${a.path} (${a.scope}): ${a.entries} entries.${a.head === undefined ? '' : `\nHead: ${a.head}`}`,
    rebuilt: (a) =>
      `The book ${a.book} was rebuilt: ${a.entries} entries, ${a.operations} operations, and its chain holds.\nHead: ${a.head}`,
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
    lockYear: (a) => `Lock ${a.year}? It cannot be opened again.`,
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
    lent: (f) => `${f.from} lends to ${f.to}`,
    repaid: (f) => `Repayment of loan ${f.voucher}`,
    supported: (f) => `Support to ${f.unit}`,
    goodsBought: (f) => `Bought: ${f.item} (${f.quantity} ${f.measure})`,
    goodsReceived: (f) => `Given to us: ${f.item} (${f.quantity} ${f.measure})`,
    goodsGiven: (f) => `Given out: ${f.item} (${f.quantity} ${f.measure})${f.to === '' ? '' : `: ${f.to}`}`,
    goodsReversed: (f) => `Reversal of ${f.voucher}: ${f.reason}`,
    surplus: (f) => `Surplus found by the count of ${f.place} on ${day(f.day)}`,
    shortage: (f) => `Shortage found by the count of ${f.place} on ${day(f.day)}, owed by the cashier`,
    countAgain: (f) => `${f.place} counted again on ${day(f.day)}`,
    handover: (f) => `Handover of the office of ${f.role}`,
    bankFee: () => 'Bank fee',
    bankInterest: () => 'Bank interest',
    paidBack: () => 'Unidentified money paid back to its sender',
    identified: (f) => `Unidentified money of entry ${f.entry} identified`,
    bankLines: (f) =>
      `${{ contribution: 'Contributions', fee: 'Bank fees', interest: 'Bank interest', refund: 'Unidentified money paid back', unidentified: 'Unidentified money' }[f.as]} by statement (${f.lines})`,
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

function goods(a: { quantity: number; measure: string; item: string }): string {
  return `${formatDong(a.quantity, 'en')} ${a.measure} ${a.item}`;
}

function range(codes: readonly string[]): string {
  if (codes.length <= 3) return list(codes);
  return `${codes[0]} … ${codes.at(-1)} (${codes.length})`;
}
