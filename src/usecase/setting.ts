import words from '../../data/words.json' with { type: 'json' };
import { refuse } from '../domain/failure.ts';
import { fold } from '../domain/name.ts';
import { BODIES } from '../domain/rule.ts';
import {
  SETTING_WORDS,
  SETTINGS,
  SEVERITIES,
  Settings,
  type SettingName,
  type SettingType,
} from './check/settings.ts';
import { PASSPHRASE_MIN } from './private.ts';
import { operate, type Session } from './session.ts';

export interface SettingView {
  readonly name: SettingName;
  readonly type: SettingType;
  /** '' where it is off. */
  readonly value: string;
  readonly fallback: string;
  readonly isDefault: boolean;
}

/** Every setting with what holds now. */
export function listSettings(session: Session): Promise<SettingView[]> {
  return session.book.read(async (reader) => {
    const set = await (await reader.check()).settings();
    const settings = new Settings(set);
    return (Object.keys(SETTINGS) as SettingName[]).map((name) => ({
      name,
      ...SETTINGS[name],
      value: settings.text(name),
      isDefault: !set.has(name),
    }));
  });
}

/** Sets a setting; an empty value gives back the default. */
export function setSetting(
  session: Session,
  name: SettingName,
  typed: string,
  readAmount: (text: string) => number | undefined,
): Promise<{ name: string; value: string; isDefault: boolean }> {
  return operate(session, 'setting set', async (writer) => {
    const { type, fallback } = SETTINGS[name];
    // What holds nothing unless it is set is set to nothing by the word that it is shown by.
    const none = typed === '' || (fallback === '' && fold(typed) === 'off');
    const value = none ? '' : read(type, typed, readAmount);
    if (value === undefined)
      return refuse('usage.value', { option: name, given: typed, expected: EXPECTED[type] });
    const isDefault = value === '' || value === fallback;
    await writer.setSetting(name, isDefault ? undefined : value);
    return { name, value: isDefault ? fallback : value, isDefault };
  });
}

const EXPECTED: Readonly<Record<SettingType, string>> = {
  severity: SEVERITIES.join(', '),
  amount: '50.000.000',
  days: '90',
  times: '2',
  percent: '1 … 100',
  count: '1200',
  years: '10',
  rows: '1000',
  code: '22.01',
  text: '≤ 200',
  body: BODIES.join(', '),
  switch: 'on, off',
  odd: words.odd.join(', '),
  thousand: words.thousand.join(', '),
  letters: `${PASSPHRASE_MIN} … 128`,
};

const WHOLE = /^[1-9]\d{0,6}$/;

function read(
  type: SettingType,
  typed: string,
  readAmount: (text: string) => number | undefined,
): string | undefined {
  const known = SETTING_WORDS[type];
  if (known !== undefined) return known.find((each) => fold(each) === fold(typed));
  if (type === 'severity') return SEVERITIES.find((each) => each === typed);
  if (type === 'amount') return readAmount(typed)?.toString();
  if (type === 'text') return typed.length <= 200 ? typed.normalize('NFC') : undefined;
  if (type === 'code') return /^[\w.-]{1,32}$/.test(typed) ? typed : undefined;
  // What guards private fields may be made longer, and never weaker.
  if (type === 'letters')
    return WHOLE.test(typed) && Number(typed) >= PASSPHRASE_MIN && Number(typed) <= 128 ? typed : undefined;
  return WHOLE.test(typed) && (type !== 'percent' || Number(typed) <= 100) ? typed : undefined;
}
