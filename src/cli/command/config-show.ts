import { command } from '../command.ts';
import { configValues } from '../config-values.ts';
import { flag } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'config show',
    rows: ['settings'],
    args: [],
    options: { origin: flag() },
    examples: ['config show', 'config show --origin', 'config show --json'],
    answer: { settings: [{ key: 'text', value: 'text', origin: 'text', 'path?': 'text' }] },
    run(desk, { options }) {
      const settings = configValues(desk);
      return Promise.resolve({
        data: { settings },
        text: ({ config: { origins } }) =>
          settings
            .map(({ key, value, origin, path }) => {
              const from = path === undefined ? origins[origin] : `${origins[origin]}, ${path}`;
              return `${key} = ${value}${options.origin ? `  [${from}]` : ''}`.trimEnd();
            })
            .join('\n'),
      });
    },
  }),
);
