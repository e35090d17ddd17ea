import manifest from '../../package.json' with { type: 'json' };
import { EXIT, type Failure } from '../domain/failure.ts';
import { failureJson, failureText } from '../render/failure.ts';
import { jsonText, onScreen } from '../render/screen.ts';
import { COMMANDS } from './commands.ts';
import { distance } from './near.ts';
import { earlyGlobals, messagesFor, refusalsFor } from './language.ts';
import { generalHelp } from './help.ts';
import type { Io } from './io.ts';

/** What is no single command: help, version, a noun without its verb, a word that is none. */
export async function general(argv: readonly string[], words: string, io: Io): Promise<number> {
  const globals = earlyGlobals(argv, io);
  if (argv.includes('--version') || argv.includes('-V')) {
    const { version } = manifest;
    const data = { version, node: process.versions.node };
    const said = jsonText({ ok: true, command: 'version', data, warnings: [] });
    io.stdout(globals.json ? `${said}\n` : `phucloi ${version}\n`);
    return 0;
  }
  const { noInput } = globals;
  if (
    words === '' &&
    !globals.help &&
    !globals.json &&
    !noInput &&
    io.stdoutIsTerminal &&
    io.stdinIsTerminal()
  ) {
    return (await import('./guide/menu.ts')).menu(argv, io);
  }
  if (words === '' || words === 'help' || globals.help) {
    io.stdout(await generalHelp(globals.lang, words));
    return 0;
  }
  const failure: Failure = { code: 'usage.command', facts: { given: words, near: near(words) } };
  const said = await refusalsFor(globals.lang);
  if (globals.json) io.stdout(`${jsonText(failureJson(words, failure, said))}\n`);
  else io.stderr(`${onScreen(failureText(failure, await messagesFor(globals.lang), said))}\n`);
  return EXIT[failure.code];
}

/** Commands that begin alike, or are at most three letters away. */
function near(words: string): string[] {
  const [noun = ''] = words.split(' ');
  const same = COMMANDS.filter(
    ({ name, alias }) => name.startsWith(`${noun} `) || alias.startsWith(`${noun} `),
  );
  if (same.length > 0) return same.map((each) => each.name);
  return COMMANDS.map(({ name }) => ({ name, away: distance(name, words) }))
    .filter(({ away }) => away <= 3)
    .sort((a, b) => a.away - b.away)
    .slice(0, 3)
    .map(({ name }) => name);
}
