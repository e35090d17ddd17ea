import { widthOf } from './width.ts';

/** What makes text bold or dim takes no room. */
// oxlint-disable-next-line no-control-regex
const STYLED = /\u001b\[\d*m/g;
const RULE = /^[─\s]*──[─\s]*$/;

/**
 * Lines that are longer than the terminal is wide, broken between words. A table keeps its columns.
 */
export function foldLines(text: string, width: number): string {
  const lines = text.split('\n');
  const kept = tables(lines);
  return lines.map((line, at) => (kept.has(at) ? line : folded(line, width))).join('\n');
}

/** Which lines are a table's: its heading, its rule, and what stands below without a gap. */
function tables(lines: readonly string[]): Set<number> {
  const found = new Set<number>();
  for (const [at, line] of lines.entries()) {
    if (!RULE.test(bare(line))) continue;
    found.add(at - 1);
    for (let below = at; below < lines.length && lines[below] !== ''; below++) found.add(below);
  }
  return found;
}

function folded(line: string, width: number): string {
  if (sizeOf(line) <= width || /^\s*[{[]/.test(line)) return line;
  const isCommand = line.includes('phucloi ');
  const [indent = ''] = isCommand ? [] : (/^ */.exec(line) ?? []);
  const words = isCommand ? (line.match(/ *(?:"[^"]*"|[^ "])+/g) ?? []) : line.split(/(?<=\S)(?= )/);
  let [short, all] = ['', ''];
  for (const word of words) {
    if (short === '' || sizeOf(short + word) <= width) short += word;
    else {
      // A command goes on without an end of line, behind blanks up to the edge: it can be copied as it stands.
      all += isCommand ? short.padEnd(width) : `${short}\n`;
      short = indent + word.trimStart();
    }
  }
  return all + short;
}

const bare = (text: string) => text.replace(STYLED, '');
const sizeOf = (text: string) => widthOf(bare(text));
