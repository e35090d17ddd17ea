// What is really inside, as CycloneDX: one list for the npm package (the bundle, and what npm installs beside it), one
// for the executables (the bundle, SQLite's addon, Node itself). npm knows the installed packages; which of them the
// bundle took is what its LICENSES.txt names. `npm run build` comes first, and `npm run executable` for the second list.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { packagesIn } from './licences.mjs';

const { name, version, dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const list = (...words) =>
  JSON.parse(
    execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', ...words], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
const all = list();
const installed = new Set(list('--omit', 'dev').components.map((each) => each['bom-ref']));

/** Parts that no package manager knows. */
const sqlite = {
  type: 'library',
  'bom-ref': 'sqlite',
  name: 'sqlite',
  version: new Database(':memory:').prepare('select sqlite_version()').pluck().get(),
  description: 'Compiled into the addon of better-sqlite3.',
  licenses: [{ license: { name: 'Public domain' } }],
};
const fonts = {
  type: 'data',
  'bom-ref': 'liberation-fonts',
  name: 'Liberation Serif',
  version: /Liberation Serif (\S+)/.exec(readFileSync('data/fonts/README.md', 'utf8'))?.[1],
  licenses: [{ license: { id: 'OFL-1.1' } }],
};
const node = {
  type: 'platform',
  'bom-ref': 'node-runtime',
  name: 'node',
  version: JSON.parse(readFileSync('node_modules/node/package.json', 'utf8')).version,
  description: 'The runtime that the executable is, with its parts.',
  licenses: [{ license: { id: 'MIT' } }],
};

mkdirSync('build', { recursive: true });
write(`build/${name}-${version}.cdx.json`, 'dist/LICENSES.txt', [...installed], [sqlite, fonts]);
if (existsSync('build/LICENSES.txt'))
  write(`build/${name}-${version}-executable.cdx.json`, 'build/LICENSES.txt', directly(), [
    sqlite,
    fonts,
    node,
  ]);

/** The addon of the executable is of the one package that is not bundled; its other files are not in there. */
function directly() {
  return [...installed].filter((ref) => Object.keys(dependencies).some((each) => ref.startsWith(`${each}@`)));
}

function write(path, licences, beside, more) {
  const wanted = new Set([...packagesIn(readFileSync(licences, 'utf8')), ...beside]);
  const components = all.components
    .filter((each) => wanted.has(each['bom-ref']))
    .map(({ properties = [], ...each }) => ({
      ...each,
      scope: 'required',
      properties: properties.filter((one) => one.name !== 'cdx:npm:package:development'),
    }));
  const found = new Set(components.map((each) => each['bom-ref']));
  const missing = [...wanted].filter((ref) => !found.has(ref));
  if (missing.length > 0) throw new Error(`${licences} names what npm does not know: ${missing.join(', ')}`);
  const root = all.metadata.component['bom-ref'];
  const inside = new Set([...found, ...more.map((each) => each['bom-ref'])]);
  const graph = all.dependencies
    .filter(({ ref }) => ref === root || found.has(ref))
    .map(({ ref, dependsOn }) => ({
      ref,
      dependsOn: ref === root ? [...inside] : dependsOn.filter((each) => inside.has(each)),
    }));
  const said = { ...all, components: [...components, ...more], dependencies: graph };
  said.metadata.component.name = name;
  writeFileSync(path, `${JSON.stringify(said, undefined, 2)}\n`);
  console.log(`${path}: ${said.components.length} components`);
}
