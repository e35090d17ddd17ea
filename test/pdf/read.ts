import { inflateSync } from 'node:zlib';

/** One line of text as it stands on a page: from its left end, in points from the lower left corner. */
export interface Shown {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export interface ReadPdf {
  readonly objects: ReadonlyMap<number, string>;
  readonly pages: readonly {
    readonly width: number;
    readonly height: number;
    readonly content: string;
    readonly shown: readonly Shown[];
  }[];
}

/** Reads back what this program writes, by the file's own tables: objects, pages, fonts and their letters. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const text = Buffer.from(bytes).toString('latin1');
  const objects = new Map<number, string>();
  const streams = new Map<number, string>();
  const table = Number(/startxref\n(\d+)\n%%EOF\s*$/.exec(text)?.[1]);
  for (const [, offset = ''] of text.slice(table).matchAll(/^(\d{10}) 00000 n /gm)) {
    const from = Number(offset);
    const number = Number(/^\d+/.exec(text.slice(from, from + 12))?.[0]);
    const start = Math.min(...ends(text, from));
    const head = text.slice(text.indexOf('\n', from) + 1, start);
    objects.set(number, head);
    if (!text.startsWith('\nstream\n', start)) continue;
    const length = Number(/\/Length (\d+)/.exec(head)?.[1]);
    const raw = Buffer.from(text.slice(start + 8, start + 8 + length), 'latin1');
    streams.set(number, (head.includes('FlateDecode') ? inflateSync(raw) : raw).toString('latin1'));
  }
  const refs = (body: string, key: string) =>
    Number(new RegExp(`/${key} (\\d+) 0 R`).exec(body)?.[1] ?? Number.NaN);
  const fonts = new Map<string, Map<string, string>>();
  for (const body of objects.values())
    for (const [, id = '', number = ''] of body.matchAll(/\/(F\d+) (\d+) 0 R/g))
      fonts.set(id, letters(streams.get(refs(objects.get(Number(number)) ?? '', 'ToUnicode')) ?? ''));
  const root = [...objects.values()].find((body) => body.includes('/Type /Pages')) ?? '';
  const kids = [...(/\/Kids \[([^\]]*)\]/.exec(root)?.[1] ?? '').matchAll(/(\d+) 0 R/g)];
  const pages = kids.map(([, number = '']) => {
    const body = objects.get(Number(number)) ?? '';
    const [, width = '', height = ''] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(body) ?? [];
    const content = streams.get(refs(body, 'Contents')) ?? '';
    return { width: Number(width), height: Number(height), content, shown: shownIn(content, fonts) };
  });
  return { objects, pages };
}

/** Where an object's own words end: at its stream, or where it has none at its end. */
function ends(text: string, from: number): number[] {
  return ['\nstream\n', '\nendobj\n'].map((word) => text.indexOf(word, from)).filter((at) => at >= 0);
}

function letters(cmap: string): Map<string, string> {
  const map = new Map<string, string>();
  for (const [, from = '', list = ''] of cmap.matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/g))
    for (const [at, [, code = '']] of [...list.matchAll(/<([\w ]*)>/g)].entries())
      map.set(
        (Number.parseInt(from, 16) + at).toString(16).padStart(4, '0'),
        String.fromCharCode(...code.split(' ').map((unit) => Number.parseInt(unit, 16))),
      );
  return map;
}

function shownIn(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): Shown[] {
  const scale = Number(/^q ([\d.]+) 0 0 \1 0 0 cm$/m.exec(content)?.[1] ?? 1);
  // The foot stands below the sheet, in its own size.
  const sheetEnds = content.indexOf('\nQ\n');
  return [...content.matchAll(/BT \/(F\d+) ([\d.]+) Tf (-?[\d.]+) (-?[\d.]+) Td (.*?) ET/g)].map(
    ({ index, 1: font = '', 2: size = '', 3: x = '', 4: y = '', 5: shown = '' }) => ({
      text: [...shown.matchAll(/<(\w*)>/g)]
        .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
        .map((glyph) => fonts.get(font)?.get(glyph) ?? '')
        .join(''),
      x: Number(x) * (index < sheetEnds ? scale : 1),
      y: Number(y) * (index < sheetEnds ? scale : 1),
      size: Number(size) * (index < sheetEnds ? scale : 1),
    }),
  );
}

/** The text of a page, a line of the page for each line of text, in the order it was written. */
export function linesOf(page: ReadPdf['pages'][number] | undefined): string[] {
  return page?.shown.map(({ text }) => text) ?? [];
}
