import { command } from '../command.ts';
import { configFile, writeConfig, writtenIn } from '../config-file.ts';
import { flag } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'config unset',
    args: ['key'],
    unconfigured: true,
    options: { project: flag() },
    examples: ['config unset lang', 'config unset book --project'],
    answer: { key: 'text', path: 'text', changed: 'boolean' },
    run(desk, { args, options }) {
      const [key = ''] = args;
      const file = configFile(desk, options.project);
      const { [key]: was, ...rest } = writtenIn(file);
      const data = { key, path: file.path, changed: was !== undefined };
      if (data.changed) writeConfig(desk, file.path, rest);
      return Promise.resolve({ data, text: (m) => m.config.unset(data) });
    },
  }),
);
