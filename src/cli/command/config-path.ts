import { existsSync } from 'node:fs';
import { command } from '../command.ts';
import { userCache } from '../config.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'config path',
    rows: ['paths'],
    args: [],
    unconfigured: true,
    options: {},
    examples: ['config path', 'config path --json'],
    answer: { paths: [{ place: 'text', path: 'text', exists: 'boolean' }] },
    run(desk) {
      const { env, config } = desk.io;
      const cache = userCache(env);
      const paths = [
        { place: 'book' as const, path: desk.bookPath },
        ...(config?.files ?? []).map(({ scope, path }) => ({ place: scope, path })),
        ...(cache === undefined ? [] : [{ place: 'cache' as const, path: cache }]),
      ].map((each) => ({ ...each, exists: existsSync(each.path) }));
      return Promise.resolve({
        data: { paths },
        text: ({ config: { place: named, absent } }) =>
          paths
            .map(({ place, path, exists }) => `${named[place]}: ${path}${exists ? '' : ` (${absent})`}`)
            .join('\n'),
      });
    },
  }),
);
