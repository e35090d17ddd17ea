import { createHash } from 'node:crypto';
import { Markup, cssString, mark, type Piece } from './markup.ts';
import { SCRIPT } from './script.ts';

/** How a page is printed: a named page, with what stands in its foot. */
export interface PrintedPage {
  readonly name: string;
  readonly wide: boolean;
  readonly foot: string;
}

export interface Shell {
  readonly language: 'vi' | 'en';
  readonly title: string;
  readonly style: string;
  readonly pages: readonly PrintedPage[];
  /** Number of a page and how many there are, as the foot has them. */
  readonly page: (page: string, pages: string) => string;
  /** Whether its tables can be sorted. */
  readonly sortable: boolean;
}

/**
 * All before a page's body. The page may fetch nothing, and runs and wears only what stands in it: script and style are
 * allowed by their digests. An empty icon keeps a browser from asking for one.
 */
export function openPage(shell: Shell): Markup {
  const style = `${shell.style}${shell.pages.map((page) => pageRule(page, shell.page)).join('')}\n`;
  const script = shell.sortable ? `script-src ${digest(SCRIPT)}; ` : '';
  const policy = `default-src 'none'; ${script}style-src ${digest(style)}; img-src data:; base-uri 'none'; form-action 'none'`;
  const lines = [
    mark`<!doctype html>`,
    mark`<html lang="${shell.language}">`,
    mark`<head>`,
    mark`<meta charset="utf-8">`,
    mark`<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    mark`<meta name="viewport" content="width=device-width, initial-scale=1">`,
    mark`<meta name="referrer" content="no-referrer">`,
    mark`<title>${shell.title}</title>`,
    mark`<link rel="icon" href="data:,">`,
    mark`<style>${new Markup(style)}</style>`,
    mark`</head>`,
    mark`<body>`,
  ];
  return mark`${lines.map((line) => mark`${line}\n`)}`;
}

export function closePage({ sortable }: Shell): Markup {
  const script = sortable ? new Markup(`<script>${SCRIPT}</script>\n`) : undefined;
  return mark`${script}</body>\n</html>\n`;
}

/** Where the figures come from, in small print at the end. */
export function sourceMarkup(heading: string, rows: readonly (readonly [string, string])[]): Markup {
  const said = rows.map(([label, value]) => mark`<dt>${label}</dt><dd>${value}</dd>\n`);
  return mark`<div class="provenance"><p><b>${heading}</b></p>\n<dl>\n${said}</dl></div>\n`;
}

const FOOT = 'font:8pt "Times New Roman","Liberation Serif",serif;vertical-align:top;padding-top:2mm';

/** A4, with the number of the page at the right of the foot. */
function pageRule({ name, wide, foot }: PrintedPage, page: Shell['page']): string {
  const [before = '', between = '', after = ''] = page('\u0001', '\u0001').split('\u0001');
  const number = [cssString(before), 'counter(page)', cssString(between), 'counter(pages)', cssString(after)];
  return `
@page ${name}{size:A4${wide ? ' landscape' : ''};margin:12mm 12mm 16mm 15mm;
@bottom-left{content:${cssString(foot)};${FOOT};text-align:left;width:80%}
@bottom-right{content:${number.join(' ')};${FOOT};text-align:right;width:20%}}
.${name}{page:${name}}`;
}

function digest(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** A piece held back until so many letters are there to be written at once. */
const HELD = 65_536;

export async function* bytesOf(pieces: AsyncIterable<Piece>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let held = '';
  for await (const piece of pieces) {
    held += mark`${piece}`.text;
    if (held.length < HELD) continue;
    yield encoder.encode(held);
    held = '';
  }
  if (held !== '') yield encoder.encode(held);
}
