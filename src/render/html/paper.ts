import type { Paper, PaperSheet } from '../../report/papers/paper.ts';
import { HTML_TEXTS } from '../papers/html.ts';
import { sentence } from '../papers/layout.ts';
import type { PaperTexts } from '../papers/texts.ts';
import { blockMarkup, heading } from './blocks.ts';
import { mark, type Markup } from './markup.ts';
import { bytesOf, closePage, openPage, sourceMarkup, type PrintedPage, type Shell } from './shell.ts';
import { STYLE } from './style.ts';
import { isSortable } from './table.ts';

/** A paper as one HTML page, whole in itself; its rows are written as they come. */
export async function* renderHtml(paper: Paper, texts: PaperTexts): AsyncGenerator<Uint8Array> {
  yield* bytesOf(pieces(paper, texts));
}

async function* pieces(paper: Paper, texts: PaperTexts): AsyncGenerator<Markup> {
  const { provenance } = paper;
  const said = HTML_TEXTS[texts.language];
  const printed = printedPages(paper, texts);
  const [first] = paper.sheets;
  const title = first === undefined ? paper.name : titleOf(first, texts);
  const shell: Shell = {
    language: texts.language,
    title: provenance === undefined ? title : `${title} – ${provenance.name}`,
    style: STYLE,
    pages: printed.pages,
    page: texts.page,
    sortable: paper.sheets.some(({ blocks }) =>
      blocks.some((each) => each.kind === 'table' && isSortable(each)),
    ),
  };
  yield openPage(shell);
  yield mark`<main>\n`;
  for (const [at, sheet] of paper.sheets.entries()) {
    const caption = titleOf(sheet, texts);
    const level = at === 0 ? 1 : 2;
    const names = `sheet ${printed.of[at] ?? ''}${sheet.wide ? ' wide' : ''}${sheet.onePage ? ' one' : ''}`;
    yield mark`<section class="${names}" aria-label="${nameOf(sheet, texts)}">\n`;
    if (!sheet.blocks.some(({ kind }) => kind === 'title')) yield heading(level, caption);
    let titled = false;
    for (const block of sheet.blocks) {
      // A second title on one sheet heads a part of it: two vouchers on a page, a decision and its articles.
      yield* blockMarkup(block, { texts, caption, level: titled ? 2 : level });
      titled ||= block.kind === 'title';
    }
    if (at === paper.sheets.length - 1 && provenance !== undefined) {
      yield sourceMarkup(said.provenance, said.source(provenance));
    }
    yield mark`</section>\n`;
  }
  yield mark`</main>\n`;
  yield closePage(shell);
}

/** A printed page for each foot and direction there is, and which one each sheet is on. */
function printedPages(paper: Paper, texts: PaperTexts): { pages: PrintedPage[]; of: string[] } {
  const pages = new Map<string, PrintedPage>();
  const source = paper.provenance === undefined ? '' : HTML_TEXTS[texts.language].foot(paper.provenance);
  const of = paper.sheets.map(({ wide, footer }) => {
    const own = footer === undefined ? '' : sentence(footer, texts);
    const foot = [own, source].filter((text) => text !== '').join(' · ');
    const page = pages.get(`${wide} ${foot}`) ?? { name: `p${pages.size + 1}`, wide, foot };
    pages.set(`${wide} ${foot}`, page);
    return page.name;
  });
  return { pages: [...pages.values()], of };
}

function nameOf({ name }: PaperSheet, texts: PaperTexts): string {
  return typeof name === 'string' ? name : sentence(name, texts);
}

function titleOf(sheet: PaperSheet, texts: PaperTexts): string {
  const title = sheet.blocks.find((block) => block.kind === 'title');
  const lines = (title?.lines ?? []).map((line) => sentence(line, texts));
  return lines.find((text) => text !== '') ?? nameOf(sheet, texts);
}
