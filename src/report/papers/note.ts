import type { Line } from './line.ts';
import type { Block } from './paper.ts';

/** A sentence at the left; a strong one heads the notes below it. */
export function note(line: Line, strong = false): Block {
  return { kind: 'note', line, at: 'left', strong };
}
