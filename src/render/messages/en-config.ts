import { once } from '../../domain/once.ts';
import type { Refusals } from '../messages.ts';
import type { ConfigTexts } from './config.ts';

export const config = once((): ConfigTexts => ({
  origins: {
    flag: 'command line',
    environment: 'environment',
    project: "folder's file",
    user: "user's file",
    default: 'default',
  },
  place: {
    book: 'book',
    project: "folder's configuration",
    user: "user's configuration",
    cache: 'cache',
  },
  absent: 'not there',
  set: ({ key, value, path }) => `${key} = ${value} is set in ${path}.`,
  unset: ({ key, path, changed }) =>
    changed
      ? `${key} is no longer set in ${path}.`
      : `${path} does not set ${key}; there is nothing to unset.`,
}));

export const configFailures: Pick<Refusals['failures'], 'config.unfit' | 'usage.terminal'> = {
  'usage.terminal': ({ stream }) =>
    stream === 'in'
      ? [
          'A list named "-" comes from another command or file, and nothing is sent in here.',
          'The list must be sent in by < or |, as in: phucloi contribution import - --fund XHTT < gifts.csv',
          'Send the file in, or name it instead of "-".',
        ]
      : [
          'An xlsx, pdf or html file is not printed on a terminal.',
          'The name "-" is for sending a file on to another command or file.',
          'Name a file with -o, or send it on by | or >.',
        ],
  'config.unfit': ({ path, problem, key, expected }) => [
    {
      file: `The configuration file ${path} cannot be read.`,
      json: `The configuration file ${path} is not JSON.`,
      key: `The configuration file ${path} has an unknown key "${key}".`,
      value: `The configuration file ${path} gives the key "${key}" a value it cannot have.`,
      place: `The configuration file ${path} is the folder's, and may not set "${key}".`,
    }[problem],
    {
      file: 'It must be a small file that you may read.',
      json: 'It must be one JSON object, as in: {"lang": "vi"}',
      key: `Keys that can be set: ${expected}.`,
      value: expected === '' ? 'The value is a text and not empty.' : `It must be: ${expected}.`,
      place: 'This key starts a program, so it is taken from your own configuration only.',
    }[problem],
    key === ''
      ? 'Mend the file, or rename it if it is no configuration; see the files: phucloi config path'
      : `Mend the file, or remove the key: phucloi config unset ${key}${path.endsWith('phucloi.json') ? ' --project' : ''}`,
  ],
};
