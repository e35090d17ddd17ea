import { loginEnded, serverDone } from './en-server.ts';
import { once } from '../../domain/once.ts';
import { counted } from '../figures.ts';
import type { Messages } from '../messages.ts';
import { NOUNS, capital, d, day, goods, list, span } from './en-terms.ts';
import { finalsDone } from './en-finals.ts';
import { rounds } from './en-rounds.ts';
import { homesDone } from './en-homes.ts';
import { unitsDone } from './en-units.ts';
import { explanations } from './en-explained.ts';
import { ruleSaid } from './en-rule-terms.ts';
import { firstOf } from './rounds.ts';
import { objection } from './en-rules.ts';
import { rulesChecked } from './en-rule-check.ts';
import { peopleDone } from './en-people.ts';
import { casesDone } from './en-cases.ts';

export const done = once((): Messages['done'] => ({
  ...rounds(),
  ...finalsDone(),
  ...peopleDone(),
  ...homesDone(),
  ...unitsDone(),
  ...serverDone,
  init: (a) =>
    `Made ${a.book}, open from ${day(a.firstMonth)}.\nFunds: ${list(a.funds)}. Places: ${list(a.places)}. Opening: ${d(a.opening)}.`,
  dryRun: () => 'A rehearsal: nothing was written.',
  added: (a) => `Added ${NOUNS[a.noun]} ${a.code}.`,
  imported: (a) =>
    a.accepted === 0
      ? `Nothing new: all ${counted(a.rows, 'row is', 'rows are')} there already (list ${a.document}).`
      : `Took ${a.accepted} of ${counted(a.rows, 'row')} (list ${a.document})${a.duplicates > 0 ? `; ${a.duplicates} were there already` : ''}.${a.rejected > 0 ? `\nLeft out ${counted(a.rejected, 'bad row')}.` : ''}`,
  importedUnits: (a) => `Made ${counted(a.units, 'unit')}.`,
  contributions: (a) =>
    a.accepted === 0 && a.reversed === 0
      ? `Nothing new: all ${counted(a.duplicates, 'row is', 'rows are')} in the book already (list ${a.document}, ${d(a.total)}).`
      : `Posted ${a.accepted} of ${counted(a.rows, 'contribution')}, ${d(a.posted)}, to fund ${a.fund} in ${a.place} (list ${a.document}).${a.rejected > 0 ? `\nLeft out ${counted(a.rejected, 'bad row')}.` : ''}${a.duplicates > 0 ? `\n${counted(a.duplicates, 'row was', 'rows were')} there already and were not posted again.` : ''}${a.reversed > 0 ? `\nReversed ${a.reversed} that the new list no longer has.` : ''}${a.linked > 0 ? `\n${a.linked} of them are from donors, members and units of the book.` : ''}\nReceipts: ${range(a.vouchers)}.`,
  statement: (a) =>
    a.accepted === 0
      ? `Nothing new: all ${counted(a.rows, 'line is', 'lines are')} there already (statement ${a.document}).`
      : `Recorded ${a.accepted} of ${counted(a.rows, 'line')} of ${a.account}, ${day(a.from)} to ${day(a.to)} (statement ${a.document}); nothing is posted.${a.duplicates > 0 ? `\n${counted(a.duplicates, 'line was', 'lines were')} there already.` : ''}\n${a.opening === undefined ? '' : `Opening ${d(a.opening)}. `}In ${d(a.credits)}, out ${d(a.debits)}${a.closing === undefined ? '' : `, closing ${d(a.closing)}`}.${a.checked > 0 ? `\n${counted(a.checked, 'balance')} checked, ${counted(a.breaks.length, 'break')}${a.breaks.length > 0 ? ' accepted' : ''}.` : ''}`,
  undone: (a) =>
    `Took back operation ${a.operation}${a.documents.length > 0 ? ` (${list(a.documents)})` : ''}: ${
      [
        ...(a.reversed > 0
          ? [`${counted(a.reversed, 'entry', 'entries')} reversed (${range(a.vouchers)})`]
          : []),
        ...(a.lines > 0 ? [`${counted(a.lines, 'line')} of a statement withdrawn`] : []),
        ...(a.awards > 0 ? [`${counted(a.awards, 'proposal')} cancelled`] : []),
        ...(a.members > 0 ? [`${counted(a.members, 'member')} withdrawn`] : []),
        ...(a.units > 0 ? [`${counted(a.units, 'unit')} withdrawn`] : []),
        ...(a.moved === undefined
          ? []
          : [`${counted(a.moved, 'person', 'people')} back in their former units`]),
        ...(a.placed === undefined ? [] : [`${counted(a.placed, 'unit')} back under those above before`]),
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
  retained: (a) =>
    `${a.nobody ? 'The book keeps nobody who is a member no more.\n' : ''}A person's data is kept ${counted(a.people, 'year')} after the last purpose, vouchers ${counted(a.vouchers, 'year')} after their year. These are two settings, not verified: phucloi setting list\nBackups, exports and printed papers are under the same terms.`,
  explained: () => 'No statement line, entry or money waits.',
  sentBack: (a) =>
    a.whole
      ? `The whole list is in ${a.path}, ${counted(a.rows, 'row')} with their reasons: mend them there and import that file.`
      : `The ${counted(a.rows, 'row')} that were left out are in ${a.path} with their reasons: mend them there and import that file.`,
  sampleLists: (a) => `Put ${a.files} sample lists into ${a.folder}.`,
  savedProfile: (a) => `Kept how the list was read in ${a.path}; use it with --profile ${a.path}`,
  money: (a) => `Posted ${a.voucher}: ${d(a.amount)}, fund ${a.fund}, ${day(a.bookedOn)} (entry ${a.entry}).`,
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
  distribution: (a) =>
    [
      ...(a.spent > 0 ? [`Spent with bills: ${d(a.spent)}.`] : []),
      ...(a.unsigned.length > 0
        ? [`${a.open > 0 ? 'Not signed for' : 'Returned, not handed out'}${named(a.unsigned)}.`]
        : []),
      a.open > 0
        ? `${d(a.open)} is still out: record who signed, or bring it back: phucloi advance settle --advance ${a.voucher} --returned ${a.open} --minutes NO --on DAY`
        : 'Settled in full.',
    ].join('\n'),
  settled: (a) => `Settled (${a.voucher}); ${d(a.open)} open.`,
  reversed: (a) => `Reversed entry ${a.reverses} by entry ${a.entry} (${a.voucher}, ${day(a.bookedOn)}).`,
  described: (a) => `Entry ${a.entry} now says: ${[a.party, a.content].filter(Boolean).join(' · ')}.`,
  linked: (a) => `Entry ${a.entry}: donor ${a.donor || 'nobody'}, unit ${a.unit || 'none'}.`,
  cameBack: (a) =>
    a.closed || a.left > 0
      ? `${list(a.vouchers)}: ${d(a.total)} of ${a.case} came back${a.left > 0 ? `; ${d(a.left)} stays paid` : ''}.${a.closed ? ' The case is closed.' : ''}`
      : `${list(a.vouchers)}: took back ${d(a.total)} of ${a.case}; it is approved and unpaid again.\nPay it again: phucloi ${a.kind} pay --case ${a.case} --from FUND:PLACE --on DAY`,
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
      ? `Nothing new: all ${counted(a.rows, 'row is', 'rows are')} there already (list ${a.document}).`
      : `Kept ${a.accepted} of ${counted(a.rows, 'benefit')} from before the book (list ${a.document}); nothing is posted.${a.duplicates > 0 ? `\n${counted(a.duplicates, 'row was', 'rows were')} there already.` : ''}`,
  firstSaid: (a) => `  It said first: ${a.said}`,
  corrected: (a) =>
    `  ${a.at} ${a.by}: ${[
      ...(a.content === undefined ? [] : [[a.party, a.content].filter(Boolean).join(' · ')]),
      ...(a.donor === undefined ? [] : [`donor ${a.donor || '–'}, unit ${a.unit || '–'}`]),
    ].join('; ')}${a.reason === '' ? '' : ` (${a.reason})`}`,
  ...casesDone(),
  proposed: (a) =>
    `Proposed ${counted(a.people, 'person', 'people')} for round ${a.round} (list ${a.document}).\nFrom own funds: ${d(a.own)}. From every source: ${d(a.total)}.${a.unnamed > 0 ? ` No payer named yet: ${d(a.unnamed)}.` : ''}`,
  ruleAdded: (a) => `Rule ${a.code}: ${ruleSaid(a.what, a.value)}, from ${day(a.from)}.`,
  ruleEnded: (a) => `Rule ${a.code} holds to the end of ${day(a.to)}.`,
  waived: (a) =>
    `Award ${list(a.cases)}: ${list(a.rules)} waived${a.decision === undefined ? '' : ` by decision ${a.decision}`}.`,
  ...explanations(),
  rulesChecked,
  objected: (a) => `Note ${a.award}, rule ${a.rule}: ${objection(a.subject, a.allowed, a.found)}.`,
  objectedMany: ({ rule, awards, first }) =>
    `Note rule ${rule}, ${counted(awards.length, 'award')} (${firstOf(awards, 5)}); the first: ${objection(first.subject, first.allowed, first.found)}.`,
  approved: (a) =>
    `Decision ${a.decision}: ${counted(a.people, 'award')} of round ${a.round} approved.\nFrom own funds: ${d(a.own)}. From every source: ${d(a.total)}.${a.unnamed > 0 ? ` No payer named yet: ${d(a.unnamed)}.` : ''}`,
  listed: (a) => `Wrote ${counted(a.rows, 'row')} to ${a.path}.`,
  rejected: (a) => `Rejected ${counted(a.people, 'award')} of round ${a.round}, ${d(a.total)}.`,
  withdrawn: (a) => `Cancelled ${list(a.cases)}: ${d(a.total)} is promised no more.`,
  paid: (a) =>
    a.advance
      ? `${a.voucher}: ${d(a.total)} handed out for ${counted(a.people, 'award')} of round ${a.round}. An advance until signed for.`
      : `${a.voucher}: ${d(a.total)} paid for ${counted(a.people, 'award')} of round ${a.round}.`,
  sheets: (a) =>
    `Wrote ${a.path}: ${counted(a.sheets, 'sheet')} to sign. Control code of the whole list: ${a.control}.`,
  signed: (a) =>
    `Recorded ${a.signed} ${a.signed === 1 ? 'signature' : 'signatures'} of round ${a.round}, ${d(a.total)} (${{ bulk: 'attested in bulk', checked: 'checked against the signed list', listed: 'by the signed list' }[a.how]}).${a.proxies > 0 ? ` By proxy: ${a.proxies}.` : ''}${a.unsigned > 0 ? `\n${a.unsigned} not signed yet${named(a.left)}.` : ''}${a.how === 'listed' && a.signed === 0 && a.unsigned > 0 ? '\nPut an x in the column "Ký nhận" of each person who signed, and take the sheet in again.' : ''}${a.removed.length > 0 ? `\nNo row on the sheet any more: ${some(a.removed)}.` : ''}`,
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
  officeEnded: (a) => `${a.role}: ended after ${day(a.on)}.`,
  handedOver: (a) =>
    `Wrote ${a.path} (${counted(a.sheets, 'sheet')}): ${d(a.balance)} in money, ${counted(a.open, 'thing')} open.\nThe new ${a.role} signs from ${day(a.from)}. Print it for both to sign.${a.login === undefined ? '' : `\n${a.login} keeps the book from now on.${a.ended === undefined ? '' : ` ${loginEnded(a.ended, a.reads)}`}`}`,
  balanced: (a) =>
    a.balanced
      ? `${capital(span(a.period))} is balanced.${a.accepted > 0 ? ` ${counted(a.accepted, 'error is', 'errors are')} accepted.` : ''}`
      : `${capital(span(a.period))}: ${counted(a.errors, 'error stands', 'errors stand')}.`,
  closed: (a) =>
    `Closed ${day(a.month)}.\nBackup, proved: ${a.backup}${a.minutes === undefined ? '' : `\nClosing minutes to sign: ${a.minutes}`}\nFor the minute book: ${a.head}`,
  readyToClose: (a) =>
    [
      a.errors === 0
        ? `No error keeps ${day(a.month)} open.`
        : `${day(a.month)} cannot be closed yet: ${counted(a.errors, 'error stands', 'errors stand')}.`,
      ...(a.ends === undefined ? [] : [`It is not over: it can be closed from ${day(a.ends)} on.`]),
    ].join('\n'),
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
          : `\n${counted(a.changes, 'entry has', 'entries have')} changed since the minutes of ${day(a.earlier)}.`
    }`,
  headFound: (a) =>
    `The chain had the head ${a.head} after operation ${a.operation} (${a.command}, ${day(a.recordedAt.slice(0, 10))})${a.month === undefined ? '' : `, when ${day(a.month)} was closed`}.\nEvery row up to it is as it was written; ${counted(a.later, 'operation')} came later.`,
  verified: (a) =>
    `The book is whole: ${counted(a.entries, 'entry', 'entries')}, ${counted(a.operations, 'operation')}.\nHead: ${a.short}\nIn full: ${a.head}`,
  acceptedFinding: (a) =>
    `${a.finding} is accepted${a.until === '9999-12-31' ? '; it is not asked again' : ` until ${day(a.until)}`}.`,
  set: (a) => `${a.name}: ${a.value === '' ? 'off' : a.value}${a.isDefault ? ' (default)' : ''}.`,
  checked: (a) =>
    a.findings === 0 ? 'Nothing found.' : `${counted(a.errors, 'error')}, ${counted(a.warnings, 'warning')}.`,
  exported: (a) =>
    `Exported ${a.path} (${a.scope}): ${counted(a.entries, 'entry', 'entries')}.${a.head === undefined ? '' : `\nHead: ${a.head}`}`,
  rebuilt: (a) =>
    `The book ${a.book} was rebuilt: ${counted(a.entries, 'entry', 'entries')}, ${counted(a.operations, 'operation')}, and its chain holds.\nHead: ${a.head}`,
  packed: (a) =>
    `Wrote the files of ${day(a.month)} to ${a.folder}: ${a.files}, see index.html.${a.draft ? '\nDRAFT – not closed.' : ''}`,
  templated: (a) =>
    `Wrote the template ${a.path} (${counted(a.fields, 'name')} to use). Change its looks as you like, then: --template ${a.path} -o FILE.xlsx`,
  filled: (a) =>
    `Filled ${a.template} into ${a.files.length === 1 ? list(a.files) : `${counted(a.files.length, 'file')}: ${list(a.files)}`}.`,
  written: (a) => `Wrote ${a.path}${a.sheets === undefined ? '' : ` (${counted(a.sheets, 'sheet')})`}.`,
  nothing: () => 'Nothing yet.',
}));

function range(codes: readonly string[]): string {
  if (codes.length <= 3) return list(codes);
  return `${codes[0]} … ${codes.at(-1)} (${codes.length})`;
}

/** How many codes a sentence names. */
const NAMED = 20;

function some(codes: readonly string[]): string {
  const more = codes.length - NAMED;
  return codes.slice(0, NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function named(codes: readonly string[]): string {
  return codes.length === 0 ? '' : `: ${some(codes)}`;
}
