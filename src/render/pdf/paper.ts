import type { Paper } from '../../report/papers/paper.ts';
import type { PaperTexts } from '../papers/texts.ts';

/** A paper as a PDF file. */
export async function* renderPdf(paper: Paper, texts: PaperTexts): AsyncGenerator<Uint8Array> {
  throw new TypeError(`${paper.name} ${texts.language}`);
}
