import { existsSync } from 'node:fs';
import { cacheFolder } from '../../files/places.ts';
import { command } from '../command.ts';
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
      const cache = cacheFolder(env);
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
