// Bundles the program into dist/: one file for main, and one for each module that is imported dynamically, each with
// all it imports statically. A command so loads itself and nothing else.
import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'esbuild';

const MAIN = 'src/cli/main.ts';

/** Native, or large and needed by few commands: loaded from node_modules when they are. */
const EXTERNAL = ['better-sqlite3', 'exceljs', 'inquirer', 'chalk'];

/** `src/cli/command/balance.ts` becomes `cli.command.balance`; main keeps its name. */
function chunkName(path) {
  return path === MAIN ? 'main' : relative('src', path).replace(/\.ts$/, '').replaceAll('/', '.');
}

const waiting = [MAIN];
const chunks = new Set(waiting);

/** Leaves dynamic imports as calls to load another chunk, and notes that chunk to be built. */
const split = {
  name: 'split',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ path, kind, resolveDir }) => {
      if (kind === 'entry-point') return undefined;
      const target = relative('.', join(resolveDir, path));
      // The demo runs other commands: through the one main, not a copy of it.
      if (kind !== 'dynamic-import' && target !== MAIN) return undefined;
      if (!chunks.has(target)) {
        chunks.add(target);
        waiting.push(target);
      }
      return { path: `./${chunkName(target)}.cjs`, external: true };
    });
  },
};

rmSync('dist', { recursive: true, force: true });
while (waiting.length > 0) {
  const entries = waiting.splice(0);
  await build({
    entryPoints: Object.fromEntries(entries.map((path) => [chunkName(path), path])),
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    minify: true,
    legalComments: 'none',
    define: { 'import.meta.dirname': '__dirname' },
    external: EXTERNAL,
    plugins: [split],
    logLevel: 'warning',
  });
}
