import type { RuleCode } from '../../domain/finding.ts';
import words from '../../../data/words.json' with { type: 'json' };
import { BODIES } from '../../domain/rule.ts';

/**
 * How a setting's value is written: a severity, whole đồng, days, times a year, a percentage, a head count, rows, a code, words,
 * a kind of union, or on and off.
 */
export type SettingType =
  | 'severity'
  | 'amount'
  | 'days'
  | 'times'
  | 'percent'
  | 'count'
  | 'years'
  | 'rows'
  | 'code'
  | 'text'
  | 'body'
  | 'switch'
  | 'odd'
  | 'thousand'
  | 'letters';

export interface SettingSpec {
  readonly type: SettingType;
  /** What holds where nobody set anything; '' is off. */
  readonly fallback: string;
}

/** What a type of setting may say where only few words do. */
export const SETTING_WORDS: { readonly [T in SettingType]?: readonly string[] } = {
  body: BODIES,
  switch: ['on', 'off'],
  odd: words.odd,
  thousand: words.thousand,
};

export const SEVERITIES = ['off', 'notice', 'warning', 'error'] as const;

/**
 * Every setting a treasurer may change: what rules look for and how loudly, whose rules of programmes hold, whether who
 * enters may also approve, by which clause visits are paid, how many people a group needs to be told in public, how long a passphrase is
 * at least, what the
 * heads of yearly reports and of vouchers print, how amounts are spelled, which funds are kept here in full (their
 * yearly settlement is printed as such), and how long a list is before which the book is backed up.
 */
export const SETTINGS = {
  'check.R03.proxies': { type: 'percent', fallback: '10' },
  'check.R05.days': { type: 'days', fallback: '90' },
  'check.R06.namesake': { type: 'severity', fallback: 'warning' },
  'check.R09.level': { type: 'severity', fallback: 'warning' },
  'check.R09.cap': { type: 'amount', fallback: '' },
  'check.R09.times': { type: 'times', fallback: '' },
  'check.R10.days': { type: 'days', fallback: '120' },
  'check.R12.limit': { type: 'amount', fallback: '' },
  'check.R12.daily': { type: 'severity', fallback: 'off' },
  'check.R13.order': { type: 'severity', fallback: 'warning' },
  'check.R15.days': { type: 'days', fallback: '30' },
  'check.R18.dues': { type: 'code', fallback: '' },
  'check.R18.care': { type: 'percent', fallback: '' },
  'check.R19.median': { type: 'severity', fallback: 'warning' },
  'check.R20.header': { type: 'severity', fallback: 'warning' },
  'check.R21.late': { type: 'severity', fallback: 'notice' },
  'check.R22.officers': { type: 'severity', fallback: 'warning' },
  'check.R24.words': { type: 'severity', fallback: 'warning' },
  'approval.same': { type: 'switch', fallback: 'off' },
  'programme.body': { type: 'body', fallback: '' },
  'disclosure.least': { type: 'count', fallback: '5' },
  'retention.vouchers': { type: 'years', fallback: '10' },
  'retention.people': { type: 'years', fallback: '5' },
  'private.passphrase': { type: 'letters', fallback: '12' },
  'header.employees': { type: 'count', fallback: '' },
  'header.members': { type: 'count', fallback: '' },
  'header.payroll': { type: 'amount', fallback: '' },
  'visit.standing': { type: 'text', fallback: '' },
  'header.budget': { type: 'code', fallback: '' },
  'voucher.circular': { type: 'text', fallback: '' },
  'words.odd': { type: 'odd', fallback: words.odd[0] ?? '' },
  'words.thousand': { type: 'thousand', fallback: words.thousand[0] ?? '' },
  'final-accounts.funds': { type: 'text', fallback: '' },
  'donor.unnamed': { type: 'text', fallback: '' },
  'thanks.people': { type: 'count', fallback: '10' },
  'backup.rows': { type: 'rows', fallback: '1000' },
} as const satisfies Readonly<Record<string, SettingSpec>>;
export type SettingName = keyof typeof SETTINGS;

type Ruled<N> = N extends `check.${RuleCode}.${string}` ? N : never;

/** Settings that say how loud a kind of finding is. */
export type SeveritySetting = Ruled<
  { [N in SettingName]: (typeof SETTINGS)[N]['type'] extends 'severity' ? N : never }[SettingName]
>;

/** The values of a book's settings, each with its fallback. */
export class Settings {
  readonly #set: ReadonlyMap<string, string>;

  constructor(set: ReadonlyMap<string, string>) {
    this.#set = set;
  }

  text(name: SettingName): string {
    return this.#set.get(name) ?? SETTINGS[name].fallback;
  }

  /** The number that a setting holds, or undefined where it is off. */
  number(name: SettingName): number | undefined {
    const value = this.text(name);
    return value === '' ? undefined : Number(value);
  }

  severity(name: SeveritySetting): (typeof SEVERITIES)[number] {
    const value = this.text(name);
    return SEVERITIES.find((each) => each === value) ?? 'off';
  }
}

export function isSetting(name: string): name is SettingName {
  return Object.hasOwn(SETTINGS, name);
}
