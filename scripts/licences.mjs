// The licences of the packages that a bundle holds: each asks to go where its code goes.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const NAMES = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/** The text of all of them, by name of the package, from the paths of the files that were bundled. */
export function licences(paths) {
  const folders = new Set([...paths].map(packageFolder).filter((folder) => folder !== undefined));
  const parts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const texts = readdirSync(folder)
      .filter((file) => NAMES.test(file))
      .sort()
      .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
    if (texts.length === 0) texts.push(inReadme(folder) ?? `Licence: ${license}`);
    return `${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`;
  });
  const line = `\n${'-'.repeat(72)}\n\n`;
  return [
    'Parts of these packages stand in the files beside this one. The fonts have their licence in data/fonts/LICENSE.txt.\n',
    ...parts,
  ].join(line);
}

/** The packages that such a text names, as `name@version`. */
export function packagesIn(text) {
  return [...text.matchAll(/^-{72}\n\n(\S+) (\d\S*) \(/gm)].map(([, name, version]) => `${name}@${version}`);
}

/** The folder of the package that a bundled file comes from; undefined for the program's own. */
function packageFolder(path) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}

/** Some packages have their licence at the end of their README. */
function inReadme(folder) {
  const path = readdirSync(folder).find((file) => /^readme/i.test(file));
  if (path === undefined || !existsSync(join(folder, path))) return undefined;
  return /^#+ *licen[cs]e[^\n]*\n+([\s\S]+?)(?=\n#|$(?![\s\S]))/im
    .exec(readFileSync(join(folder, path), 'utf8'))?.[1]
    ?.trim();
}
