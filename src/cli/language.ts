import type { Messages, Refusals } from '../render/messages.ts';
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

/** What must be known before the command line is understood: its errors need a language and a form. */
export function earlyGlobals(words: readonly string[], io: Io): Globals {
  const after = (flag: string) =>
    words.find((word) => word.startsWith(`${flag}=`))?.slice(flag.length + 1) ??
    (words.includes(flag) ? words[words.indexOf(flag) + 1] : undefined);
  const lang = after('--lang') ?? io.env['PHUCLOI_LANG'] ?? locale(io);
  return {
    lang: lang === 'en' ? 'en' : 'vi',
    json: words.includes('--json'),
    help: words.includes('--help') || words.includes('-h'),
    noInput: words.includes('--no-input'),
    verbose: words.includes('-v') || words.includes('--verbose'),
  };
}

function locale(io: Io): string {
  const name = io.env['LC_ALL'] ?? io.env['LC_MESSAGES'] ?? io.env['LANG'] ?? '';
  return name.startsWith('en') ? 'en' : 'vi';
}
