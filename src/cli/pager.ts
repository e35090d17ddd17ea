import { spawn } from 'node:child_process';
import { variable } from './config.ts';

/** Quits at once where all fits on one screen, keeps colours, and leaves the text on the screen. */
const PAGER = 'less -FRX';

/** The program that turns pages, by the environment; undefined where none is wanted. */
export function pagerOf(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const program = (variable(env, 'pager') ?? env['PAGER'] ?? PAGER).trim();
  return program === '' || program === 'cat' ? undefined : program;
}

/**
 * Gives a text to a program that shows it page by page, and waits until it is closed. False where there is no such
 * program: nothing was shown then. Closing it before the end is no error.
 */
export function page(
  text: string,
  program: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  const [name = '', ...words] = (program.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''));
  return new Promise((resolve) => {
    const pager = spawn(name, words, {
      stdio: ['pipe', 'inherit', 'inherit'],
      // Outside a UTF-8 locale less would show Vietnamese letters as codes.
      env: { LESSCHARSET: 'utf-8', ...env },
    });
    pager.once('error', () => {
      resolve(false);
    });
    pager.once('close', () => {
      resolve(true);
    });
    // Whoever closes the pager early leaves the rest unread.
    pager.stdin.on('error', () => {});
    pager.stdin.end(text);
  });
}
