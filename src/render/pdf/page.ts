import type { PaperTexts } from '../papers/texts.ts';
import { BLACK, putLine, type Canvas } from './canvas.ts';
import { hexOf, printable, widthOfText, type Face, type Weight } from './face.ts';

/** A4, the margins and the foot, in points; the left margin has room for a binding. */
const A4 = { short: 595.28, long: 841.89 } as const;
const MARGINS = { left: 43.2, right: 28.8, top: 36, bottom: 43.2 } as const;
const FOOT = { size: 9, above: 30 } as const;
/** How much of the width one side of the foot may take. */
const FOOT_SHARE = 0.42;
/** Stands where a page's number and the number of pages will. */
const [PAGE, PAGES] = ['\ue000', '\ue001'] as const;

/** Where a sheet's blocks may stand on each of its pages: in points of the sheet, which may be printed smaller. */
export interface Leaf {
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

export function leafOf(wide: boolean, scale: number): Leaf {
  const [width, height] = wide ? [A4.long, A4.short] : [A4.short, A4.long];
  return {
    left: MARGINS.left / scale,
    width: (width - MARGINS.left - MARGINS.right) / scale,
    top: MARGINS.top / scale,
    bottom: (height - MARGINS.bottom) / scale,
  };
}

interface Foot {
  readonly left: string | undefined;
  readonly right: string | undefined;
}

interface Sheet {
  readonly wide: boolean;
  readonly scale: number;
  readonly foot: Foot;
  /** Its pages are numbered from one, apart from those before it. */
  readonly apart: boolean;
}

/** What of the library's document and page has no type: the names by which a page's content calls fonts and forms. */
interface Internals {
  readonly page: { readonly fonts: Record<string, unknown>; readonly xobjects: Record<string, unknown> };
  ref(data: object): { write(content: string): void; end(): void };
}

/**
 * The pages of a document. The number of pages is known after them only: it stands on each as one form that is
 * written last, so that no page waits for it.
 */
export function openPages(
  document: PDFKit.PDFDocument,
  face: (weight: Weight) => Face,
  texts: PaperTexts,
): {
  readonly canvas: Canvas;
  readonly begin: (sheet: Sheet) => Leaf & { readonly turn: () => void };
  readonly finish: () => void;
} {
  const inside = document as unknown as Internals;
  const canvas: Canvas = { face, parts: [], used: new Set(), height: 0 };
  const newTotal = () => {
    const total = { Type: 'XObject', Subtype: 'Form', BBox: [0, -3, 90, 10], Resources: {} as object };
    return { total, form: inside.ref(total) };
  };
  const state = { pages: 0, sheet: undefined as Sheet | undefined, numbers: newTotal() };
  const [before = '', after = ''] = texts.page(PAGE, PAGES).split(PAGES);

  const close = () => {
    const { sheet } = state;
    if (sheet === undefined) return;
    canvas.parts.push('Q');
    canvas.height = sheet.wide ? A4.short : A4.long;
    putFoot(canvas, sheet, before.replace(PAGE, String(state.pages)));
    for (const { font } of canvas.used) inside.page.fonts[font.id] ??= font.ref();
    inside.page.xobjects['Pages'] = state.numbers.form;
    document.addContent(`${canvas.parts.join('\n')}\nQ`);
    canvas.parts = [];
    canvas.used = new Set();
  };
  /** How many pages those were that are numbered together. */
  const count = () => {
    const { total, form } = state.numbers;
    const own = face('regular');
    total.Resources = { Font: { [own.font.id]: own.font.ref() } };
    form.write(`BT /${own.font.id} ${FOOT.size} Tf <${hexOf(own, `${state.pages}${after}`)}> Tj ET`);
    form.end();
  };
  const open = (sheet: Sheet) => {
    document.addPage({ size: 'A4', layout: sheet.wide ? 'landscape' : 'portrait', margin: 0 });
    state.pages += 1;
    state.sheet = sheet;
    const height = sheet.wide ? A4.short : A4.long;
    canvas.height = height / sheet.scale;
    // The library turns the page upside down; its content is written the way the format has it.
    canvas.parts.push(`q 1 0 0 -1 0 ${height} cm ${BLACK}`, `q ${sheet.scale} 0 0 ${sheet.scale} 0 0 cm`);
  };
  return {
    canvas,
    begin: (sheet) => {
      close();
      if (sheet.apart && state.pages > 0) {
        count();
        state.pages = 0;
        state.numbers = newTotal();
      }
      open(sheet);
      const turn = () => {
        close();
        open(sheet);
      };
      return { ...leafOf(sheet.wide, sheet.scale), turn };
    },
    finish: () => {
      close();
      count();
    },
  };
}

/** The sheet's own foot at the left, the page in the middle, the chain's head at the right. */
function putFoot(canvas: Canvas, { wide, foot }: Sheet, numbered: string): void {
  const leaf = leafOf(wide, 1);
  const own = canvas.face('regular');
  const top = canvas.height - FOOT.above;
  const side = (text: string | undefined, right: boolean) => {
    if (text === undefined) return;
    const shown = printable(text).replaceAll('\n', ' ');
    const long = widthOfText(own, FOOT.size, shown);
    const size = FOOT.size * Math.min(1, (leaf.width * FOOT_SHARE) / Math.max(1, long));
    const x = right ? leaf.left + leaf.width - (long * size) / FOOT.size : leaf.left;
    putLine(canvas, { weight: 'regular', size }, x, top, shown);
  };
  side(foot.left, false);
  const x = leaf.left + leaf.width / 2;
  const long = widthOfText(own, FOOT.size, numbered);
  putLine(canvas, { weight: 'regular', size: FOOT.size }, x - long, top, numbered);
  const baseline = canvas.height - top - FOOT.size * 0.93;
  canvas.parts.push(
    `q 1 0 0 1 ${Math.round(x * 100) / 100} ${Math.round(baseline * 100) / 100} cm /Pages Do Q`,
  );
  side(foot.right, true);
}
