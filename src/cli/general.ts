import manifest from '../../package.json' with { type: 'json' };
import { EXIT, type Failure } from '../domain/failure.ts';
import { failureJson, failureText } from '../render/failure.ts';
import { jsonText, onScreen } from '../render/screen.ts';
import { earlyGlobals, messagesFor, refusalsFor } from './language.ts';
import { help } from './help.ts';
import type { Io } from './io.ts';
import { unknownCommand } from './suggest.ts';

/** What is no single command: help, version, a noun without its verb, a word that is none. */
export async function general(argv: readonly string[], words: readonly string[], io: Io): Promise<number> {
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
    words.length === 0 &&
    !globals.help &&
    !globals.json &&
    !noInput &&
    io.stdoutIsTerminal &&
    io.stdinIsTerminal()
  ) {
    return (await import('./guide/menu.ts')).menu(argv, io);
  }
  const asked = words[0] === 'help';
  const said =
    words.length === 0 || asked || globals.help
      ? await help(asked ? words.slice(1) : words, globals.lang, globals.json)
      : { failure: unknownCommand(words) };
  if ('text' in said) {
    io.stdout(said.text);
    return 0;
  }
  const failure: Failure = { code: 'usage.command', facts: said.failure };
  const refusals = await refusalsFor(globals.lang);
  const command = words.slice(0, 2).join(' ');
  if (globals.json) io.stdout(`${jsonText(failureJson(command, failure, refusals))}\n`);
  else io.stderr(`${onScreen(failureText(failure, await messagesFor(globals.lang), refusals))}\n`);
  return EXIT[failure.code];
}
