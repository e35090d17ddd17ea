import type { Naming } from '../../usecase/port/erased.ts';
import { counted } from '../figures.ts';
import type { Refusals } from '../messages.ts';
import type { DoubtSaid, PeopleDone } from './people.ts';
import { d, day, KINDS, list, PERSONAL } from './en-terms.ts';

const STATES: Readonly<Record<string, string>> = {
  active: 'active',
  paused: 'paused',
  retired: 'retired',
  left: 'left the union',
  died: 'died',
  moved: 'moved to another unit',
};

const DOUBTS: Readonly<Record<DoubtSaid['doubt'], string>> = {
  letters: 'has characters that are no digits',
  length: 'has neither 12 digits (citizen ID) nor 9 (former card)',
  zero: 'digits are missing, perhaps zeros in front',
  province: 'the first three digits are no province',
  year: 'the birth year in it is not the birth date',
  sex: 'the sex in it is not what the list says',
  born: 'cannot be read as a birth date',
  mended: 'a zero was put in front',
};

/** Cells that were kept as written, a line each. */
export function doubtful(doubts: readonly DoubtSaid[]): string {
  const shown = doubts.slice(0, 20).map(({ row, column, doubt }) => {
    const where = row === undefined ? (PERSONAL[column] ?? column) : `row ${row}, column «${column}»`;
    const mend = row !== undefined && doubt === 'zero' ? '; --mend-ids puts them back' : '';
    return `  ${where}: ${DOUBTS[doubt]}${mend}`;
  });
  const more = doubts.length > 20 ? [`  … and ${doubts.length - 20} more`] : [];
  return [`${doubts.length} to be compared with the original:`, ...shown, ...more].join('\n');
}

/** Refusals of what is done to people's records. */
export const peopleFailures = {
  'member.same': ({ code }) => [
    `Both codes are one person: ${code}.`,
    'Two different people must be named.',
    'Look at the codes: phucloi member list',
  ],
  'member.merged': ({ code, into }) => [
    `Record ${code} was merged into ${into}.`,
    'A record is merged once; its code still finds the person.',
    `Use ${into}: phucloi member show ${into}`,
  ],
  'member.awards': ({ kind, round, one, other }) => [
    `Both records have an award in round ${round}: ${one} and ${other}.`,
    'One award a person in a round: one must be cancelled before they are merged.',
    `Look: phucloi ${kind} list --round ${round}`,
  ],
  'member.state': ({ code, is, on }) => [
    `${code} is "${STATES[is] ?? is}" on ${day(on)} already.`,
    'Only a change is recorded.',
    `See the changes: phucloi member show ${code}`,
  ],
} satisfies Partial<Refusals['failures']>;

const kindOf = (kind: string) => KINDS[kind as keyof typeof KINDS];

const keptIn = (file: string | undefined) =>
  file === undefined ? '' : `\nThe recovery code is in ${file}: print it for the safe, then delete the file.`;

/** Where a name may stand, by table. */
const WHERE: Readonly<Record<Naming, string>> = {
  entry: 'entries',
  voucher: 'vouchers',
  decision: 'decisions',
  award: 'awards',
  statement_line: 'bank statements',
  officer: 'the list of officers',
  holder: 'holders of advances',
  operation: 'the log of operations',
  disclosure: 'the access log',
  cash_count: 'cash counts',
  period_event: 'closing minutes',
  acceptance: 'findings that were accepted',
  acknowledgement: 'signatures',
  document: 'names of imported files',
  attachment: 'names of attached files',
  beneficiary: 'records of other members',
  donor: 'donors',
  alias: 'other names of donors',
  unit: 'names of units',
  round: 'names of programmes',
  award_part: 'parts of awards',
  correction: 'corrections of entries',
  undo: 'reasons of undoing',
  reported: 'reports of units',
  statement_break: 'breaks accepted in statements',
  match: 'matches with the bank',
  unmatch: 'reasons of taking matches back',
  confirmation: 'confirmed balances',
  paper: 'papers of awards',
  award_event: 'approvals, rejections and cancellations',
  waiver: 'rules that were waived',
  distinction: 'people told apart',
  history: 'what was received before the book',
  status: 'decisions on members',
  appeal: 'names of appeals',
  fund: 'names of funds',
  place: 'places of money',
  item: 'names of goods',
  setting: 'settings',
  other: 'another place',
};

const WHY_STAYS = {
  voucher: 'accounting vouchers must be kept',
  bank: "the bank's vouchers must be kept",
  office: 'who acted or signed answers for it',
  file: 'the name of a file is part of the chain; the file itself is with you',
  same: 'may be somebody else of that name; look at each',
} as const;

export const peopleDone = (): PeopleDone => ({
  statusSet: (a) => `${a.code}: ${STATES[a.is] ?? a.is} from ${day(a.on)}; what was given stands.`,
  memberMoved: (a) => `${a.code} moved from ${a.from} to ${a.to} on ${day(a.on)}.`,
  toldApart: (a) => `Remembered: ${a.code} and ${a.other} are two people; it is not asked again.`,
  merged: (a) =>
    `Merged ${a.code} into ${a.into}${a.awards > 0 ? `, with its ${counted(a.awards, 'award')}` : ''}. ${a.code} still finds the person. They cannot be parted again.`,
  memberSet: (a) =>
    `Set for ${a.code}: ${a.fields
      .map(({ field, value }) => `${PERSONAL[field] ?? field} ${value === '' ? '(taken away)' : value}`)
      .join(', ')}.`,
  encrypted: (a) =>
    `The book's private fields are encrypted (${a.fields} of them). Commands that write or print ID numbers, telephones, accounts or reasons ask for the passphrase from now on.${keptIn(a.recoveryFile)}
Backups and exports made before today still show them: keep them safe or destroy them.`,
  passphraseChanged: (a) =>
    `The passphrase and the recovery code are new, and private fields are encrypted anew (${a.fields} of them). The former ones open former backups only.${keptIn(a.recoveryFile)}`,
  decrypted: (a) =>
    `The book's private fields (${a.fields} of them) are not encrypted any more: whoever opens the file reads them.`,
  forgotten: (a) =>
    `The book's private fields (${a.fields} of them) are given up for good. Money, vouchers and lists stand. Enter them again: phucloi member set CODE
Backups made before still hold them.`,
  had: (a) =>
    `Before the book, on ${day(a.day)}: ${kindOf(a.kind)} ${d(a.amount)}${a.content === '' ? '' : ` (${a.content})`}`,
  relative: (a) => `Relative: ${a.name} (${a.code})`,
  gave: (a) =>
    `Gave ${d(a.amount)} on ${day(a.day)} to fund ${a.fund}${a.voucher === undefined ? '' : `, voucher ${a.voucher}`}${a.content === '' ? '' : ` (${a.content})`}`,
  accessed: (a) =>
    `On ${day(a.recordedAt.slice(0, 10))}, ${a.by}: ${a.how}, ${a.scope}. What for: ${a.purpose}`,
  erased: (a) =>
    [
      `Erased what named ${a.code}; vouchers and amounts stand.`,
      ...(a.remains.length === 0 ? [] : ['The name or a number of this person still stands in:']),
      ...a.remains.map(
        ({ where, rows, why, until }) =>
          `  ${WHERE[where]}, ${rows}: ${WHY_STAYS[why]}${until === undefined ? '' : `, kept until ${day(until)}`}`,
      ),
      ...(a.officials === 0
        ? []
        : [
            `Reasons of rejections and waivers, and notes on papers, were erased; the names of those who approved or signed, kept in one with them (${a.officials}), went too: keep the papers.`,
          ]),
      ...(a.unread
        ? [
            'ID numbers, phones and accounts were not looked for in what people wrote: the key of private fields is damaged, and they cannot be read. Look through the entries yourself: phucloi entry list',
          ]
        : []),
      ...(a.relatives.length === 0
        ? []
        : [`Relatives have records of their own: ${list(a.relatives)}. Each is erased by its own code.`]),
      'Backups, exported files and printed papers do not change with it: see to those apart.',
    ].join('\n'),
  person: (a) =>
    [
      `${a.code} · ${a.name} · ${a.unit} · ${a.kind} · ${a.state}`,
      ...(a.born === undefined ? [] : [`Born: ${a.born.replace(/^\d{4}-\d\d-\d\d$/, day)}`]),
      ...(a.joined === undefined ? [] : [`Joined the union: ${day(a.joined)}`]),
      ...(a.relativeOf === undefined ? [] : [`Relative of: ${a.relativeOf}`]),
      ...(a.merged.length === 0 ? [] : [`Merged records: ${list(a.merged)}`]),
      ...(a.private.length === 0
        ? []
        : [a.private.map(({ field, value }) => `${PERSONAL[field] ?? field}: ${value}`).join(' · ')]),
      ...a.statuses.map(
        (each) =>
          `${day(each.day)}: ${STATES[each.state] ?? each.state}${each.unit === undefined ? '' : ` ${each.unit}`}${each.document === undefined ? '' : ` (${each.document})`}`,
      ),
      ...a.totals.map((each) => `${each.year}, ${kindOf(each.kind)}: received ${d(each.paid)}`),
      `Received in all: ${d(a.paid)}.`,
    ].join('\n'),
});
