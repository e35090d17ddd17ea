import type { ObjectionSubject } from '../../domain/objection.ts';
import { formatDong } from '../figures.ts';
import { cap, papers, times, who } from './en-rule-terms.ts';

/** What a rule allows and what was found, in a sentence's middle. */
export function objection(subject: ObjectionSubject, allowed: string, found: string): string {
  const say = SENTENCES[subject];
  return say(allowed, found);
}

const dong = (digits: string) => (/^\d+$/.test(digits) ? `${formatDong(Number(digits), 'en')} đ` : digits);

const SENTENCES: { readonly [S in ObjectionSubject]: (allowed: string, found: string) => string } = {
  cap: (allowed, found) => `at most ${cap(allowed)}, this is ${dong(found)}`,
  level: (allowed, found) => `the level is ${dong(allowed)}, this is ${dong(found)}`,
  times: (allowed, found) =>
    `${times(allowed)} is allowed, there ${found === '1' ? 'is' : 'are'} ${found} already`,
  years: (allowed, found) =>
    found === '?'
      ? `${allowed} years of membership are needed, the book has no day of joining`
      : `${allowed} years of membership are needed, there are ${found}`,
  who: (allowed, found) => `for ${who(allowed)}, this is one of: ${who(found)}`,
  units: (allowed, found) => `for ${who(allowed)}, this is one of: ${who(found)}`,
  paper: (allowed, found) => `${papers(allowed)} needed, the dossier has ${papers(found)}`,
  twice: (allowed, found) => `${allowed} award a person in a round, there is ${found}`,
  likeness: (allowed, found) => `${allowed}: the same as ${found}`,
  household: (allowed, found) => `${allowed}: of one household with ${found}`,
  quota: (allowed, found) => `the quota is ${allowed}, the list has ${found}`,
  cutOff: (allowed, found) => `members who joined by ${allowed}, this one joined on ${found}`,
};
