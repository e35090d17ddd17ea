// What every bundle of the program has in common: how esbuild is called, and what of the packages is left out.
import { build } from 'esbuild';
import { outlines } from './outlines.mjs';

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

/** Packages take whole modules of Node by `import fs`; as a copy, name by name, that loads what Node has put off. */
const wholeModules = {
  name: 'whole-modules',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:(?:fs|os|path|process|tty)$/ }, ({ path, importer }) =>
      /[/\\]node_modules[/\\](?:chalk|commander)[/\\]/.test(importer)
        ? { path, namespace: 'whole' }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'whole' }, ({ path }) => ({
      contents: `export default process.getBuiltinModule('${path}');`,
    }));
  },
};

/**
 * Tables that no path of the program reads, and a large part of every file that has them: Chinese, Japanese and Korean
 * encodings (a list is in UTF-8, UTF-16, windows-1258 or a one-byte one), and the dictionary of WOFF2 (our fonts are TTF).
 */
const noTables = {
  name: 'no-tables',
  setup({ onLoad }) {
    onLoad({ filter: /iconv-lite\/encodings\/dbcs-data\.js$/ }, () => ({ contents: 'module.exports = {};' }));
    onLoad({ filter: /\/brotli\/decompress\.js$/ }, () => ({
      contents: "module.exports = () => { throw new Error('WOFF2 is not read'); };",
    }));
  },
};

/** Bundles entries into CJS files; `more` is what one kind of bundle has for itself. */
export function bundle(entryPoints, more) {
  return build({
    entryPoints,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    minify: true,
    legalComments: 'none',
    // A chunk is loaded by require: starting the loader of ES modules for it would cost more than the chunk.
    // Without the second each `\p{…}` would be a RegExp made anew wherever it stands.
    supported: { 'dynamic-import': false, 'regexp-unicode-property-escapes': true },
    // The binary of better-sqlite3 is found by its place at run time.
    external: ['*.node'],
    metafile: true,
    logLevel: 'warning',
    ...more,
    plugins: [...(more.plugins ?? []), noChildren, wholeModules, noTables, outlines],
  });
}
