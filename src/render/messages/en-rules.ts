import type { ObjectionSubject } from '../../domain/objection.ts';
import { formatDay, formatDong, counted } from '../figures.ts';
import { cap, papers, times, who } from './en-rule-terms.ts';

/** What a rule allows and what was found, in a sentence's middle. */
export function objection(subject: ObjectionSubject, allowed: string, found: string): string {
  const say = SENTENCES[subject];
  return say(allowed, found);
}

const dong = (digits: string) => (/^\d+$/.test(digits) ? `${formatDong(Number(digits), 'en')} đ` : digits);

/** A unit's share, `BVA 12` or `BVA 5000000 VND`, and what is there of it. */
const share = (text: string) => {
  const [, unit = '', count = '', money] = /^(?:(\S+) )??(\d+)( VND)?$/.exec(text) ?? [];
  const figure = money === undefined ? counted(count, 'person', 'people') : dong(count);
  return unit === '' ? figure : `${unit} is ${figure}`;
};

/** What two records have in common. */
const LIKE: Readonly<Record<string, string>> = {
  id: 'ID number',
  phone: 'telephone',
  account: 'bank account',
  staff: 'staff number',
  card: 'card number',
  born: 'name and birth date',
  spouse: 'spouses',
  relative: 'relatives',
};

const SENTENCES: { readonly [S in ObjectionSubject]: (allowed: string, found: string) => string } = {
  cap: (allowed, found) => `at most ${cap(allowed)}, this is ${dong(found)}`,
  level: (allowed, found) => `the level is ${dong(allowed)}, this is ${dong(found)}`,
  times: (allowed, found) =>
    `${times(allowed)} is allowed, there ${found === '1' ? 'is' : 'are'} ${found} already`,
  years: (allowed, found) =>
    found === '?'
      ? `${counted(allowed, 'year')} of membership are needed, the book has no day of joining`
      : `${counted(allowed, 'year')} of membership are needed, there are ${found}`,
  who: (allowed, found) => `for ${who(allowed)}, this is one of: ${who(found)}`,
  units: (allowed, found) => `for ${who(allowed)}, this is one of: ${who(found)}`,
  paper: (allowed, found) => `${papers(allowed)} needed, the dossier has ${papers(found)}`,
  twice: (allowed, found) => `${allowed} award a person on one occasion, there is ${found}`,
  likeness: (allowed, found) => `may be one person with ${found} (the same ${LIKE[allowed] ?? allowed})`,
  household: (allowed, found) => `of one household with ${found} (${LIKE[allowed] ?? allowed})`,
  quota: (allowed, found) => `the quota of unit ${share(allowed)}, the list has ${share(found)}`,
  cutOff: (allowed, found) =>
    `members who joined by ${formatDay(allowed)}, this one joined on ${formatDay(found)}`,
  late: (allowed, found) => `lists were due by ${formatDay(allowed)}, this one came on ${formatDay(found)}`,
};
