import type { ProgrammeKind } from '../domain/award.ts';
import type { Command } from './command.ts';
import type { Loaded } from './commands.ts';
import { execute } from './execute.ts';

/** Makes a command file ready to be loaded: its command by kind of programme (most have one for all), and its start. */
export function starter(made: Command | ((kind: ProgrammeKind) => Command)): Loaded {
  const commandFor = (kind: string) => (typeof made === 'function' ? made(kind as ProgrammeKind) : made);
  return { commandFor, start: (kind, words, io) => execute(commandFor(kind), words, io) };
}
