import { isAbsolute, resolve } from 'node:path';
import { Refusal, refuse, type Failure } from '../../domain/failure.ts';
import { command } from '../command.ts';
import { configFile, writeConfig, writtenIn } from '../config-file.ts';
import { isPath, valueFault } from '../config.ts';
import { flag } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'config set',
    args: ['key', 'value'],
    unconfigured: true,
    options: { project: flag() },
    examples: [
      'config set actor "Trần Thị Hòa"',
      'config set lang en',
      'config set book so-quy-2024.db --project',
    ],
    answer: { key: 'text', value: 'text', path: 'text' },
    run(desk, { args, options }) {
      const [key = '', typed = ''] = args;
      const file = configFile(desk, options.project);
      // A path is typed for where one works; the user's own file serves every folder.
      const moved = isPath(key) && typed !== '' && !options.project && !isAbsolute(typed);
      const value = moved ? resolve(desk.io.cwd, typed) : typed.normalize('NFC').trim();
      const fault = valueFault(file.scope, file.path, key, value);
      if (fault !== undefined) refuseTyped(fault, value);
      writeConfig(desk, file.path, { ...writtenIn(file), [key]: value });
      const data = { key, value, path: file.path };
      return Promise.resolve({ data, text: (m) => m.config.set(data) });
    },
  }),
);

/** What was typed is to blame, and not the file. */
function refuseTyped(fault: Failure, given: string): never {
  if (fault.code !== 'config.unfit' || fault.facts.problem === 'place') throw new Refusal(fault);
  const { problem, key, expected } = fault.facts;
  if (problem === 'key') return refuse('usage.value', { option: 'KEY', given: key, expected });
  return expected === ''
    ? refuse('usage.missing', { option: 'VALUE' })
    : refuse('usage.value', { option: key, given, expected });
}
