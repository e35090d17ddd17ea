// Bundles the program into dist/: one file for main, one for each module that is imported dynamically, each with all it
// imports statically, and one for each part that most of them share. A command so loads itself and little else.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { bundle } from './bundle.mjs';
import { eager } from './eager.mjs';
import { licences } from './licences.mjs';

const MAIN = 'src/cli/main.ts';

/**
 * What stands in a file of its own wherever it is imported: main (the demo runs other commands: through the one main,
 * not a copy of it), and what would otherwise stand in a hundred files: the package is a third as large for it.
 */
const SHARED = new Set([
  MAIN,
  'src/cli/execute.ts',
  'src/cli/prompt.ts',
  'src/intake/amount.ts',
  'src/render/papers/texts.ts',
  'data/headings.json',
  'data/lists.json',
]);
/**
 * What is asked for together stands in one file: opening one costs more than reading its functions. `status` and
 * `reconcile` look at all that may be due, and each part of it has its queries.
 */
const TOGETHER = {
  'src/store/due.ts': [
    'awards',
    'bank',
    'cases',
    'check',
    'check-homes',
    'funds',
    'goods',
    'periods',
    'rounds',
  ].map((name) => `src/store/${name}.ts`),
};

const SHARED_PACKAGES = ['chalk', 'iconv-lite', 'pdfkit'];

/** What the commands that answer at once load: most of it runs each time, and so is kept compiled. */
const EAGER = [
  'main',
  'cli.execute',
  'cli.general',
  'cli.complete',
  'cli.complete-book',
  'cli.command.balance',
  'cli.command.status',
  'store.due',
];

const { resolve } = createRequire(import.meta.url);

/** `src/cli/command/balance.ts` becomes `cli.command.balance`, `data/lists.json` `data.lists`; main keeps its name. */
function chunkName(path) {
  if (path === MAIN) return 'main';
  return path
    .replace(/^src\//, '')
    .replace(/\.(?:ts|json)$/, '')
    .replaceAll('/', '.');
}

/** Threads are begun by their file's name: nothing imports them. */
const THREADS = ['src/store/postgres/thread.ts'];

const waiting = [MAIN, ...THREADS];
const chunks = new Set(waiting);

function chunk(path) {
  const target = Object.keys(TOGETHER).find((name) => TOGETHER[name].includes(path)) ?? path;
  if (!chunks.has(target)) {
    chunks.add(target);
    waiting.push(target);
  }
  return { path: `./${chunkName(target)}.cjs`, external: true };
}

/** Leaves dynamic imports and shared parts as calls to load another chunk, and notes that chunk to be built. */
const split = {
  name: 'split',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\.?\/.*\.(?:ts|json)$/ }, ({ path, kind, resolveDir }) => {
      if (kind === 'entry-point') return undefined;
      const target = relative('.', join(resolveDir, path)).replaceAll('\\', '/');
      return kind === 'dynamic-import' || SHARED.has(target) ? chunk(target) : undefined;
    });
    onResolve({ filter: /^src\// }, ({ path }) =>
      path in TOGETHER ? { path, namespace: 'together' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'together' }, ({ path }) => ({
      contents: TOGETHER[path].map((file) => `export * from './${file}';`).join('\n'),
      resolveDir: '.',
    }));
    // Only a shared table is read here: esbuild would take the file for a module that exports nothing.
    onLoad({ filter: /\/data\/\w+\.json$/ }, ({ path }) =>
      SHARED.has(relative('.', path))
        ? { contents: `module.exports = ${readFileSync(path, 'utf8')};` }
        : undefined,
    );
    onResolve({ filter: new RegExp(`^(?:${SHARED_PACKAGES.join('|')})$`) }, ({ path, kind }) =>
      kind === 'entry-point' ? undefined : chunk(path),
    );
  },
};

rmSync('dist', { recursive: true, force: true });
const read = new Set();
while (waiting.length > 0) {
  const entries = waiting.splice(0);
  // A package's form for `require`: its file then gives what its importers would get.
  const entry = (path) => [chunkName(path), SHARED_PACKAGES.includes(path) ? resolve(path) : path];
  const { metafile } = await bundle(Object.fromEntries(entries.map(entry)), {
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
    plugins: [split],
  });
  for (const path of Object.keys(metafile.inputs)) read.add(path);
}
// esbuild leaves regular expressions and raw templates as they are written.
for (const name of chunks) {
  const code = readFileSync(`dist/${chunkName(name)}.cjs`, 'utf8');
  const [far] = /.{0,30}[^\0-\x7f].{0,30}/.exec(code) ?? [];
  if (far !== undefined)
    throw new Error(
      `${name} has a letter beyond ASCII, and V8 would hold all of it at two bytes each: ${far}`,
    );
}
for (const name of EAGER) {
  const path = `dist/${name}.cjs`;
  writeFileSync(path, eager(path, readFileSync(path, 'utf8')));
}
writeFileSync('dist/LICENSES.txt', licences(read));
