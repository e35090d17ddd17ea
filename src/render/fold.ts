import { widthOf } from './width.ts';

/** What makes text bold or dim takes no room. */
const STYLED = new RegExp(String.raw`\u001b\[\d*m`, 'g');
const RULE = /^[\u2500\s]*\u2500\u2500[\u2500\s]*$/;

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
  if (!line.includes('phucloi ')) return brokenLines(line, width, /^ */.exec(line)?.[0]).join('\n');
  // A command goes on without an end of line, behind blanks up to the edge, so it can be copied as it stands; a blank
  // stays between its words, at the edge too.
  const lines = packed(line.match(/ *(?:"[^"]*"|[^ "])+/g) ?? [], width - 1, '');
  return lines.map((each, at) => (at < lines.length - 1 ? each.padEnd(width) : each)).join('');
}

/** A text broken between words into lines of that width, what follows the first moved in. */
export function brokenLines(text: string, width: number, indent = ''): string[] {
  return packed(text.split(/(?<=\S)(?= )/), width, indent);
}

/** As many words to a line as it has room for; each brings the blanks before it. */
function packed(words: readonly string[], room: number, indent: string): string[] {
  const lines: string[] = [];
  let short = '';
  for (const word of words) {
    if (short === '' || sizeOf(short + word) <= room) short += word;
    else {
      lines.push(short);
      short = indent + word.trimStart();
    }
  }
  return [...lines, short];
}

const bare = (text: string) => text.replace(STYLED, '');
const sizeOf = (text: string) => widthOf(bare(text));
