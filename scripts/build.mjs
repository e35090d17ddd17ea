// Bundles the program into dist/: one file for main, and one for each module that is imported dynamically, each with
// all it imports statically. A command so loads itself and nothing else.
import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'esbuild';

const MAIN = 'src/cli/main.ts';

/** pdfkit is large and needed by few commands: loaded from node_modules by those. better-sqlite3's binary always is. */
const EXTERNAL = ['*.node', 'pdfkit'];

/** `src/cli/command/balance.ts` becomes `cli.command.balance`; main keeps its name. */
function chunkName(path) {
  return path === MAIN ? 'main' : relative('src', path).replace(/\.ts$/, '').replaceAll('/', '.');
}

const waiting = [MAIN];
const chunks = new Set(waiting);

/** Commander starts other programs for sub-commands that are programs; ours are none, so that module is never loaded. */
const noChildren = {
  name: 'no-children',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes('/commander/') ? { path: 'child_process', namespace: 'none' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'export default {};' }));
  },
};

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
    define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
    // A chunk is loaded by require: starting the loader of ES modules for it would cost more than the chunk.
    supported: { 'dynamic-import': false },
    external: EXTERNAL,
    plugins: [split, noChildren],
    logLevel: 'warning',
  });
}
