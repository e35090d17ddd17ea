// Where the single executable begins. What its code reads from folders (fonts, the sample lists, better-sqlite3's
// binary) is put into the person's cache the first time it is asked for; `--version` and `--help` need none of it.
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getAsset, getRawAsset } from 'node:sea';
import { main } from '../src/cli/main.ts';
import { cacheFolder } from '../src/files/places.ts';
import { unpacked } from '../src/files/unpack.ts';

// The bundle asks for these where a file of its own would ask `import.meta`: the folder stands as a package's would.
let folder;
const home = () => {
  const cache = cacheFolder(process.env) ?? join(tmpdir(), `phucloi-${userInfo().username}`);
  folder ??= unpacked(cache, JSON.parse(getAsset('carried', 'utf8')), (name) =>
    Buffer.from(getRawAsset(name)),
  );
  return folder;
};
globalThis.phucloiExecutable = {
  get dirname() {
    return join(home(), 'dist');
  },
  get filename() {
    return join(home(), 'dist', 'main.cjs');
  },
  get url() {
    return pathToFileURL(this.filename).href;
  },
};
// better-sqlite3 loads its binary by this where it is bundled: an executable's own `require` knows built-in modules only.
// oxlint-disable-next-line no-underscore-dangle -- the name is better-sqlite3's
globalThis.__non_webpack_require__ = (path) => createRequire(path)(path);

// What it makes is its owner's alone.
process.umask(0o077);
main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    process.stderr.write(`phucloi: ${error && error.name}\n`);
    process.exitCode = 70;
  },
);
