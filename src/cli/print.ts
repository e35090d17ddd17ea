import { refuse } from '../domain/failure.ts';
import { warningLine, warningText } from '../render/failure.ts';
import type { Messages } from '../render/messages.ts';
import { jsonText, onScreen, onStyledScreen } from '../render/screen.ts';
import { PLAIN, type TextStyle } from '../render/text.ts';
import type { Answer, Command } from './command.ts';
import type { Globals } from './globals.ts';
import type { Io } from './io.ts';
import type { ListOutput } from './output.ts';

/** A terminal that does not know its size says 0. */
function told(size: number | undefined): number | undefined {
  return size === 0 ? undefined : size;
}

/** How text looks where it is printed: plain, or as wide as the terminal and in its styles. */
export async function styleFor(io: Io, globals: Globals): Promise<TextStyle> {
  if (!io.stdoutIsTerminal) return PLAIN;
  const width = told(io.columns) ?? 80;
  const plain = globals.noColor === true || (io.env['NO_COLOR'] ?? '') !== '' || io.env['TERM'] === 'dumb';
  if (plain) return { ...PLAIN, width };
  const { default: chalk } = await import('chalk');
  return { width, bold: (text) => chalk.bold(text), dim: (text) => chalk.dim(text) };
}

/**
 * Where a list goes and as what, where it is not simply printed. A format that a command's answer has no form of, and a
 * workbook on a screen, are refused before anything is done.
 */
export function outputOf(
  command: Command,
  options: Readonly<Record<string, unknown>>,
  { format = 'text', json }: Globals,
  io: Io,
): ListOutput | undefined {
  const binary = format !== 'text' && format !== 'csv' && format !== 'json';
  if (command.lists !== true) {
    const prints = 'template' in command.options;
    if (format !== 'text' && !(prints && binary))
      refuse('usage.value', {
        option: '--format',
        given: format,
        expected: prints ? 'xlsx · pdf · html' : 'text',
      });
    return undefined;
  }
  const path = options['output'] as string | undefined;
  if (path !== undefined) return { path, format: format === 'text' ? undefined : format };
  if (format === 'text' || json) return undefined;
  if (binary && io.stdoutIsTerminal) refuse('usage.missing', { option: '--output' });
  return { path, format };
}

/** Prints a command's answer: data for programs, or text with its warnings. */
export async function print(
  command: Command,
  answer: Answer,
  globals: Globals,
  m: Messages,
  style: TextStyle,
  io: Io,
): Promise<void> {
  if (answer.silent === true) return;
  const warnings = answer.warnings ?? [];
  if (globals.json) {
    const said = warnings.map((warning) => ({ ...warning, message: warningText(warning, m) }));
    const data = globals.dryRun === true ? { ...answer.data, dryRun: true } : answer.data;
    io.stdout(`${jsonText({ ok: true, command: command.name, data, warnings: said })}\n`);
    return;
  }
  for (const warning of warnings) io.stderr(`${onScreen(warningLine(warning, m))}\n`);
  if (globals.dryRun === true && answer.preview !== undefined) io.stderr(`${onScreen(answer.preview(m))}\n`);
  if (globals.quiet !== true || answer.table !== undefined)
    await show(`${onStyledScreen(answer.text(m, style))}\n`, globals, io);
  if (globals.dryRun === true) io.stderr(`${m.done.dryRun()}\n`);
}

/** Says which commands come next, to a person at a terminal; a guided path leads on by itself. */
export function sayNext(command: Command, answer: Answer, globals: Globals, m: Messages, io: Io): void {
  const { json, quiet, noInput, dryRun } = globals;
  if (!io.stderrIsTerminal || io.guided === true || json || quiet === true || noInput === true) return;
  if (command.next === undefined || dryRun === true || answer.silent === true) return;
  const lines = command.next(answer.data as Parameters<typeof command.next>[0]);
  if (lines.length > 0) io.stderr(`${onScreen([`${m.words.next}:`, ...lines].join('\n  '))}\n`);
}

/** Prints a text; on a terminal, one that is longer than the screen is shown page by page. */
async function show(text: string, globals: Globals, io: Io): Promise<void> {
  const { stdoutIsTerminal } = io;
  const rows = told(io.rows);
  const long = stdoutIsTerminal && rows !== undefined && text.split('\n').length > rows;
  if (long && globals.noPager !== true && globals.noInput !== true) {
    const { pagerOf } = await import('./pager.ts');
    const program = pagerOf(io.env);
    if (program !== undefined && (await io.page(text, program))) return;
  }
  io.stdout(text);
}
