import { refuse } from '../domain/failure.ts';
import { warningLine, warningText } from '../render/failure.ts';
import type { Messages } from '../render/messages.ts';
import { jsonText, onScreen, onStyledScreen } from '../render/screen.ts';
import { PLAIN, type TextStyle } from '../render/text.ts';
import { variable } from './config.ts';
import type { Answer, Command } from './command.ts';
import type { Format, Globals } from './globals.ts';
import type { Io } from './io.ts';
import type { ListOutput } from './output.ts';
import type { Look } from './prompt.ts';
import { rowsOf } from './rows.ts';

/** A terminal that does not know its size says 0. */
function told(size: number | undefined): number | undefined {
  return size === 0 ? undefined : size;
}

/** How text looks where it is printed: plain, or as wide as the terminal and in its styles. */
export async function styleFor(io: Io, globals: Globals): Promise<TextStyle> {
  const width = io.stdoutIsTerminal ? (told(io.columns) ?? 80) : PLAIN.width;
  const styled = isStyled(io, globals);
  if (!styled) return { ...PLAIN, width };
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return { width, bold: (text) => chalk.bold(text), dim: (text) => chalk.dim(text) };
}

/** How questions look on this terminal: as everything else that is printed there. */
export function lookFor(io: Io, globals: Globals): Look {
  const [width, height] = [told(io.columns) ?? 80, told(io.rows) ?? 24];
  return { plain: !isStyled(io, globals), width, height };
}

/** The flag, else the setting; else the customs of the environment; else whether a terminal shows it. */
function isStyled({ env, stdoutIsTerminal }: Io, { color, noColor }: Globals): boolean {
  const wanted = noColor === true ? 'never' : (color ?? variable(env, 'color') ?? 'auto');
  if (wanted !== 'auto') return wanted === 'always';
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb' && stdoutIsTerminal;
}

/**
 * Where a list goes and as what, where it is not simply printed. A format that a command's answer has no form of, and a
 * workbook on a screen, are refused before anything is done.
 */
export function outputOf(
  command: Command,
  options: Readonly<Record<string, unknown>>,
  globals: Globals,
  io: Io,
): ListOutput | undefined {
  const { format = 'text', json } = globals;
  const binary = format !== 'text' && format !== 'csv' && format !== 'json';
  const streamed = options['output'] === '-';
  if (streamed) mustStream(command, options, format, globals);
  if (streamed && binary && io.stdoutIsTerminal) refuse('usage.terminal', { stream: 'out' });
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
  const path = streamed ? undefined : (options['output'] as string | undefined);
  if (path !== undefined) return { path, format: format === 'text' ? undefined : format };
  if (format === 'text' || json) return undefined;
  if (binary && io.stdoutIsTerminal) refuse('usage.missing', { option: '--output' });
  return { path, format };
}

/** What goes to standard output instead of a file stands there alone, as one file, and says as what. */
function mustStream(
  { lists, name, options: { output, template } }: Command,
  { template: filled }: Readonly<Record<string, unknown>>,
  format: Format,
  { json, ndjson }: Globals,
): void {
  const option = '--output -';
  // `export` has a format of its own.
  const exports = name === 'export';
  if (lists !== true && template === undefined && !exports)
    refuse('usage.value', { option: '--output', given: '-', expected: output?.value ?? '' });
  if (json) refuse('usage.conflict', { options: [option, ndjson === true ? '--ndjson' : '--json'] });
  if (filled !== undefined) refuse('usage.conflict', { options: [option, '--template'] });
  if (format === 'text' && !exports) refuse('usage.missing', { option: '--format' });
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
  const warnings = answer.warnings ?? [];
  if (globals.json) {
    if (answer.silent === true) return;
    const said = warnings.map((warning) => ({ ...warning, message: warningText(warning, m) }));
    const data = globals.dryRun === true ? { ...answer.data, dryRun: true } : answer.data;
    if (globals.ndjson === true) printRows(command, data, said, io);
    else io.stdout(`${jsonText({ ok: true, command: command.name, data, warnings: said })}\n`);
    return;
  }
  for (const warning of warnings) io.stderr(`${onScreen(warningLine(warning, m))}\n`);
  if (globals.dryRun === true && answer.preview !== undefined) io.stderr(`${onScreen(answer.preview(m))}\n`);
  if (answer.silent !== true && (globals.quiet !== true || answer.table !== undefined))
    await show(`${onStyledScreen(answer.text(m, style))}\n`, globals, io);
  if (globals.dryRun === true) io.stderr(`${m.done.dryRun()}\n`);
}

/** So much is gathered before it is written. */
const PIECE_LENGTH = 64 * 1024;

/** Each row of the answer on a line of its own; the last line says that all went well, how many they were, and the rest. */
function printRows(command: Command, data: object, warnings: readonly object[], io: Io): void {
  const { rows, rest } = rowsOf(command, data as Readonly<Record<string, unknown>>);
  let gathered = '';
  for (const row of rows) {
    gathered += `${jsonText(row as object)}\n`;
    if (gathered.length < PIECE_LENGTH) continue;
    io.stdout(gathered);
    gathered = '';
  }
  const last = { ok: true, command: command.name, rows: rows.length, data: rest, warnings };
  io.stdout(`${gathered}${jsonText(last)}\n`);
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
