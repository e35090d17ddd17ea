import type { Paper } from '../../report/papers/paper.ts';
import { textsFor } from './texts.ts';

/** What a paper can be written as; each is also the ending of its file. */
export const MEDIA = ['xlsx', 'pdf', 'html'] as const;
export type Medium = (typeof MEDIA)[number];

/**
 * A paper as a file, in its own language, piece by piece. Nothing in it comes from the clock: the same paper gives the
 * same bytes.
 */
export async function* renderPaper(paper: Paper, medium: Medium): AsyncGenerator<Uint8Array> {
  const texts = textsFor(paper);
  switch (medium) {
    case 'xlsx':
      yield* (await import('../xlsx/paper.ts')).renderWorkbook(paper, texts);
      return;
    case 'pdf':
      yield* (await import('../pdf/paper.ts')).renderPdf(paper, texts);
      return;
    case 'html':
      yield* (await import('../html/paper.ts')).renderHtml(paper, texts);
  }
}
