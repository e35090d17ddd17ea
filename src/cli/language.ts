import type { Messages, Refusals } from '../render/messages.ts';
import type { CollectTexts } from '../render/messages/collect.ts';
import type { BackupTexts } from '../render/messages/backup.ts';
import { COLORS, variable } from './config.ts';
import type { Globals } from './globals.ts';
import type { Io } from './io.ts';

export async function messagesFor(language: 'vi' | 'en'): Promise<Messages> {
  return language === 'en'
    ? (await import('../render/messages/en.ts')).en
    : (await import('../render/messages/vi.ts')).vi;
}

/** The sentences of refusals: half of a catalogue, and most commands refuse nothing. */
export async function refusalsFor(language: 'vi' | 'en'): Promise<Refusals> {
  return language === 'en'
    ? (await import('../render/messages/en-failures.ts')).en
    : (await import('../render/messages/vi-failures.ts')).vi;
}

export async function backupTexts(language: 'vi' | 'en'): Promise<BackupTexts> {
  return language === 'en'
    ? (await import('../render/messages/en-backup.ts')).backup
    : (await import('../render/messages/vi-backup.ts')).backup;
}

export async function collectTexts(language: 'vi' | 'en'): Promise<CollectTexts> {
  return language === 'en'
    ? (await import('../render/messages/en-collect.ts')).collectTexts
    : (await import('../render/messages/vi-collect.ts')).collectTexts;
}

/** What must be known before the command line is understood: its errors need a language and a form. */
export function earlyGlobals(words: readonly string[], io: Io): Globals {
  const end = words.indexOf('--');
  const typed = end < 0 ? words : words.slice(0, end);
  const after = (flag: string) =>
    typed.find((word) => word.startsWith(`${flag}=`))?.slice(flag.length + 1) ??
    (typed.includes(flag) ? typed[typed.indexOf(flag) + 1] : undefined);
  const given = after('--lang');
  const lang = given ?? variable(io.env, 'lang') ?? locale(io);
  return {
    lang: lang === 'en' ? 'en' : 'vi',
    langTyped: given !== undefined,
    json: typed.includes('--json') || typed.includes('--ndjson'),
    ndjson: typed.includes('--ndjson'),
    color: COLORS.find((each) => each === after('--color')),
    noColor: typed.includes('--no-color'),
    help: typed.includes('--help') || typed.includes('-h'),
    noInput: typed.includes('--no-input'),
    verbose: typed.includes('-v') || typed.includes('--verbose'),
  };
}

function locale(io: Io): string {
  const name = io.env['LC_ALL'] ?? io.env['LC_MESSAGES'] ?? io.env['LANG'] ?? '';
  return name.startsWith('en') ? 'en' : 'vi';
}
