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
    supported: { 'dynamic-import': false },
    // The binary of better-sqlite3 is found by its place at run time.
    external: ['*.node'],
    metafile: true,
    logLevel: 'warning',
    ...more,
    plugins: [...(more.plugins ?? []), noChildren, noTables, outlines],
  });
}
