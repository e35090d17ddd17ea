import { counted } from '../figures.ts';
import { d } from './en-terms.ts';
import { PAPER_NAMES } from './en-papers.ts';

const SPANS: Readonly<Record<string, string>> = { round: 'a round', year: 'a year', life: 'in a life' };

/** `2/year`, `1/life/household` as they are said. */
export function times(value: string): string {
  const [count = '', span = '', household] = value.split('/');
  const often = count === '1' ? 'once' : `${count} times`;
  return `${often} ${SPANS[span] ?? span}${household === undefined ? '' : ' for the household'}`;
}

/** A cap: đồng, and whether for a year's benefits together. */
export function cap(value: string): string {
  const [amount = '', span] = value.split('/');
  return `${d(Number(amount))}${span === undefined ? '' : ' a year'}`;
}

const WHO: Readonly<Record<string, string>> = {
  member: 'members',
  relative: 'relatives',
  worker: 'workers who are no members',
  paused: 'people whose membership rests',
  retired: 'retired people',
  left: 'people who left',
  died: 'people who died',
  sector: 'sector unions',
  grassroots: 'grass-roots unions',
  section: 'sections',
  group: 'groups',
};

const STAGES: Readonly<Record<string, string>> = {
  approve: 'before approval',
  pay: 'before payment',
  end: 'before the case ends',
};

const said = (names: Readonly<Record<string, string>>, value: string): string =>
  value
    .split(' ')
    .map((each) => names[each] ?? each)
    .join(', ');

export const who = (value: string): string => said(WHO, value);

export const papers = (value: string): string => (value === '' ? 'no paper' : said(PAPER_NAMES, value));

/** What a rule says, in words, for a list of rules. */
export function ruleSaid(what: string, value: string): string {
  switch (what) {
    case 'cap':
      return `at most ${cap(value)}`;
    case 'level':
      return `exactly ${d(Number(value))}`;
    case 'times':
      return times(value);
    case 'years':
      return `${counted(value, 'year')} a member`;
    case 'who':
    case 'units':
      return who(value);
    default: {
      const [kind = '', stage = ''] = value.split(':');
      return `${papers(kind)} ${STAGES[stage] ?? stage}`;
    }
  }
}
