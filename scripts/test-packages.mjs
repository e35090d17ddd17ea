// The program as people get it: the packed tarball installed into an empty folder, and the executable copied alone into
// another, each with a home that holds nothing. Both must play the sample book to its end and make its papers.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { counting } from './checks.mjs';

/** Bytes that a package may take: what it takes today, and a tenth for what is still to come. */
const PACKED_MAX = 4_000_000;
const UNPACKED_MAX = 11_500_000;
/** With better-sqlite3, which brings its binary for eight systems and SQLite's source. */
const INSTALLED_MAX = 41_000_000;
/** Node itself is 108 MB of it. */
const EXECUTABLE_MAX = 125_000_000;

const { check, end } = counting('packages');
const room = mkdtempSync(join(tmpdir(), 'phucloi-packages-'));
const NODE = resolve('node_modules/node/bin/node');
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const MB = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
const figures = [];

/** A program in an empty folder and an empty home, with a search path that leads to Node and nothing that compiles. */
function place(name) {
  const folder = join(room, name, 'work');
  const home = join(room, name, 'home');
  for (const each of [folder, home]) mkdirSync(each, { recursive: true });
  const env = { HOME: home, PATH: [dirname(NODE), '/nowhere'].join(delimiter), LANG: 'C.UTF-8' };
  return {
    folder,
    home,
    run: (program, ...words) =>
      spawnSync(program, words, { cwd: folder, env, encoding: 'utf8', maxBuffer: 1 << 28 }),
  };
}

/** Plays the sample book; gives what two ways of getting the program must agree on. */
function play(name, program, at) {
  const { folder, run } = at;
  const expectExit = (what, ...words) => {
    const { status, stdout, stderr } = run(program, ...words);
    check(`${name}: ${what}`, status === 0 ? undefined : `exit ${status}: ${stderr.slice(0, 400)}`);
    return stdout;
  };
  const said = expectExit('--version', '--version');
  check(`${name}: says its version`, said === `phucloi ${version}\n` ? undefined : said);
  const help = expectExit('--help', '--help');
  check(`${name}: helps`, help.includes('contribution import') ? undefined : help.slice(0, 200));
  expectExit('demo', 'demo', '--out', 'so', '-q');
  const book = join('so', 'phucloi.db');
  expectExit('verify', 'verify', '--book', book);
  for (const [file, magic] of [
    ['nha.pdf', '%PDF-'],
    ['nha.xlsx', 'PK'],
  ]) {
    expectExit(file, 'report', 'homes', '--book', book, '-o', file, '--today', '2024-07-01');
    const path = join(folder, file);
    const begins = existsSync(path) && readFileSync(path, 'latin1').startsWith(magic);
    check(`${name}: ${file} is one`, begins ? undefined : 'no');
  }
  return figuresOf(at, program, book);
}

/**
 * The head of the chain is made with fresh salts and the time of each operation; the digest of the whole journal, as it
 * is exported, is the same whoever kept the book.
 */
function figuresOf({ folder, run }, program, book) {
  const words = ['--names', '--purpose', 'So hai bản', '--today', '2024-07-01'];
  run(program, 'export', '--format', 'csv', '-o', 'nhat-ky.csv', '--book', book, ...words);
  const journal = createHash('sha256')
    .update(readFileSync(join(folder, 'nhat-ky.csv')))
    .digest('hex');
  // After the export, which is written into the book.
  const verified = run(program, 'verify', '--book', book, '--json').stdout;
  const { head, entries, operations } = JSON.parse(verified).data;
  return { head, digest: `${entries} entries, ${operations} operations, journal ${journal}` };
}

function sizeOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((all, entry) => all + statSync(join(entry.parentPath, entry.name)).size, 0);
}

function within(what, bytes, most) {
  figures.push(`${what} ${MB(bytes)}`);
  check(`${what} is at most ${MB(most)}`, bytes <= most ? undefined : MB(bytes));
}

/** Everything that belongs in the package, by folder; whatever else is there is a stray. */
const BELONGS = [
  /^(?:package\.json|README(?:\.vi)?\.md|LICENSE)$/,
  /^bin\/(?:package\.json|phucloi\.js)$/,
  /^dist\/(?:[\w.-]+\.cjs|LICENSES\.txt)$/,
  /^data\/[\w-]+\.json$/,
  /^data\/(?:banks|charts|programmes)\/[\w-]+\.json$/,
  /^data\/fonts\/(?:[\w-]+\.ttf|LICENSE\.txt|README\.md)$/,
  /^data\/sample\/[\w-]+\.(?:csv|xlsx|txt|md)$/,
];

function testPackage(here) {
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', room], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [about] = Object.values(JSON.parse(packed));
  const strays = about.files
    .map(({ path }) => path)
    .filter((path) => !BELONGS.some((each) => each.test(path)));
  check('package: no strays', strays.length === 0 ? undefined : strays.join(', '));
  within('packed', about.size, PACKED_MAX);
  within('unpacked', about.unpackedSize, UNPACKED_MAX);

  const prefix = join(room, 'prefix');
  const words = ['install', '-g', '--prefix', prefix, '--prefer-offline', '--no-audit', '--no-fund'];
  const installed = spawnSync('npm', [...words, join(room, about.filename)], {
    cwd: room,
    encoding: 'utf8',
    // Whatever would compile finds no compiler.
    env: { ...process.env, CC: '/bin/false', CXX: '/bin/false', npm_config_node_gyp: '/bin/false' },
  });
  if (
    installed.status !== 0 &&
    /ENOTFOUND|EAI_AGAIN|ENOTCACHED|ECONNREFUSED|ETIMEDOUT/.test(installed.stderr)
  ) {
    const verb = process.env.CI ? 'FAILED' : 'SKIPPED';
    check('package: installs', process.env.CI ? 'no network' : undefined);
    console.log(`package: ${verb}, better-sqlite3 is in no cache and there is no network`);
    return;
  }
  check('package: installs', installed.status === 0 ? undefined : installed.stderr.slice(-400));
  const modules = join(prefix, 'lib/node_modules/phucloi/node_modules');
  const packages = readdirSync(modules).filter((each) => !each.startsWith('.'));
  check(
    'package: brings better-sqlite3 and what that names',
    packages.join() === 'better-sqlite3,node-addon-api' ? undefined : packages.join(),
  );
  const compiled = existsSync(join(modules, 'better-sqlite3/build'));
  check('package: nothing is compiled', compiled ? 'better-sqlite3/build' : undefined);
  within('installed', sizeOf(prefix), INSTALLED_MAX);
  const theirs = play('package', join(prefix, 'bin/phucloi'), place('package'));
  check('package: the book of the repository', theirs.digest === here.digest ? undefined : theirs.digest);
}

function testExecutable(here) {
  const at = place('executable');
  const program = join(at.folder, 'phucloi');
  copyFileSync('build/phucloi-linux-x64', program);
  within('executable', statSync(program).size, EXECUTABLE_MAX);
  at.run(program, '--help');
  const unasked = readdirSync(at.home).join();
  check('executable: help unpacks nothing', unasked === '' ? undefined : unasked);
  const theirs = play('executable', program, at);
  check('executable: the book of the repository', theirs.digest === here.digest ? undefined : theirs.digest);
  const cache = join(at.home, '.cache/phucloi');
  const kept = readdirSync(cache);
  check('executable: unpacked once', kept.length === 1 ? undefined : kept.join());
  within('unpacked by it', sizeOf(cache), 7_000_000);
  // Two starts at once, with nothing unpacked yet.
  rmSync(cache, { recursive: true });
  const twice =
    '"$PROGRAM" verify --json --book so/phucloi.db & "$PROGRAM" verify --json --book so/phucloi.db; wait';
  const { stdout: both } = spawnSync('sh', ['-c', twice], {
    cwd: at.folder,
    env: { HOME: at.home, PROGRAM: program },
    encoding: 'utf8',
  });
  check(
    'executable: two starts at once',
    both.split(theirs.head).length === 3 ? undefined : both.slice(0, 300),
  );
  check(
    'executable: one of them stays',
    readdirSync(cache).length === 1 ? undefined : readdirSync(cache).join(),
  );
  const blocked = spawnSync(program, ['balance', '--book', 'so/phucloi.db', '--lang', 'en'], {
    cwd: at.folder,
    env: { XDG_CACHE_HOME: join(at.folder, 'nha.pdf') },
    encoding: 'utf8',
  });
  const clear = blocked.status === 3 && blocked.stderr.includes('XDG_CACHE_HOME');
  check('executable: says where it cannot unpack', clear ? undefined : `${blocked.status} ${blocked.stderr}`);
  figures.push(`starts: ${startUp(at, program)}`);
}

/** The least of some starts, in milliseconds: of nothing at all, and of what is asked most. */
function startUp({ folder, home }, program) {
  const least = (file, ...words) => {
    const times = Array.from({ length: 9 }, () => {
      const since = performance.now();
      spawnSync(file, words, { cwd: folder, env: { HOME: home } });
      return performance.now() - since;
    });
    return `${Math.min(...times).toFixed(0)} ms`;
  };
  return [
    `node -e 0 ${least(NODE, '-e', '0')}`,
    `--version ${least(program, '--version')}`,
    `--help ${least(program, '--help')}`,
    `balance ${least(program, 'balance', '--book', 'so/phucloi.db')}`,
  ].join(', ');
}

try {
  const here = play('repository', resolve('bin/phucloi.js'), place('repository'));
  testPackage(here);
  testExecutable(here);
  const windows = readFileSync('build/phucloi-win-x64.exe');
  check('Windows executable: is one', windows.subarray(0, 2).toString() === 'MZ' ? undefined : 'no');
  within('executable for Windows', windows.length, EXECUTABLE_MAX);
  const inside = JSON.parse(readFileSync(`build/phucloi-${version}-executable.cdx.json`, 'utf8')).components;
  const unnamed = ['node', 'sqlite', 'better-sqlite3', 'inquirer'].filter(
    (name) => !inside.some((each) => each.name === name),
  );
  check('executables: their SBOM names what is inside', unnamed.length === 0 ? undefined : unnamed.join());
} finally {
  rmSync(room, { recursive: true, force: true });
}
end(`${figures.join('; ')}; `);
