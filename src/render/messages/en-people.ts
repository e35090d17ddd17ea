import { counted } from '../figures.ts';
import type { Refusals } from '../messages.ts';
import type { DoubtSaid, PeopleDone } from './people.ts';
import { d, day, KINDS, list } from './en-terms.ts';

const STATES: Readonly<Record<string, string>> = {
  active: 'active',
  paused: 'paused',
  retired: 'retired',
  left: 'left the union',
  died: 'died',
  moved: 'moved to another unit',
};

const FIELDS: Readonly<Record<string, string>> = {
  id: 'citizen ID',
  former: 'former ID card',
  spouse: "spouse's ID",
  phone: 'telephone',
  account: 'bank account',
  bank: 'bank',
  born: 'birth date',
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
    const where = row === undefined ? (FIELDS[column] ?? column) : `row ${row}, column «${column}»`;
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

export const peopleDone: PeopleDone = {
  statusSet: (a) => `${a.code}: ${STATES[a.is] ?? a.is} from ${day(a.on)}; what was given stands.`,
  memberMoved: (a) => `${a.code} moved from ${a.from} to ${a.to} on ${day(a.on)}.`,
  toldApart: (a) => `Remembered: ${a.code} and ${a.other} are two people; it is not asked again.`,
  merged: (a) =>
    `Merged ${a.code} into ${a.into}${a.awards > 0 ? `, with its ${counted(a.awards, 'award')}` : ''}. ${a.code} still finds the person. They cannot be parted again.`,
  memberSet: (a) =>
    `Set for ${a.code}: ${a.fields
      .map(({ field, value }) => `${FIELDS[field] ?? field} ${value === '' ? '(taken away)' : value}`)
      .join(', ')}.`,
  person: (a) =>
    [
      `${a.code} · ${a.name} · ${a.unit} · ${a.kind} · ${a.state}`,
      ...(a.born === undefined ? [] : [`Born: ${a.born}`]),
      ...(a.joined === undefined ? [] : [`Joined the union: ${day(a.joined)}`]),
      ...(a.relativeOf === undefined ? [] : [`Relative of: ${a.relativeOf}`]),
      ...(a.merged.length === 0 ? [] : [`Merged records: ${list(a.merged)}`]),
      ...(a.private.length === 0
        ? []
        : [a.private.map(({ field, value }) => `${FIELDS[field] ?? field}: ${value}`).join(' · ')]),
      ...a.statuses.map(
        (each) =>
          `${day(each.day)}: ${STATES[each.state] ?? each.state}${each.unit === undefined ? '' : ` ${each.unit}`}${each.document === undefined ? '' : ` (${each.document})`}`,
      ),
      ...a.totals.map((each) => `${each.year}, ${kindOf(each.kind)}: received ${d(each.paid)}`),
      `Received in all: ${d(a.paid)}.`,
    ].join('\n'),
};
