import papers from '../../data/papers.json' with { type: 'json' };
import { fold } from '../domain/name.ts';
import { PAPERS, type PaperKind } from '../domain/paper.ts';

/** A kind of paper by its own name, or by a word that unions use for it. */
export function readPaperKind<K extends PaperKind>(text: string, among: readonly K[]): K | undefined {
  const folded = fold(text);
  const named = PAPERS.find((kind) => kind === folded || papers[kind].some((word) => fold(word) === folded));
  return among.find((kind) => kind === named);
}
