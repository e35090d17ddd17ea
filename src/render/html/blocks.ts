import type { Block, Figures, Form, Head, Note, Signatures, Title } from '../../report/papers/paper.ts';
import { formatDong } from '../figures.ts';
import { sentence, shown } from '../papers/layout.ts';
import type { PaperTexts } from '../papers/texts.ts';
import { mark, type Markup, type Piece } from './markup.ts';
import { tableMarkup } from './table.ts';

/** What a block is told of the sheet it stands on. */
export interface Standing {
  readonly texts: PaperTexts;
  /** What the sheet's table is called. */
  readonly caption: string;
  /** Of the sheet's title: 1 on the first sheet, 2 on those behind. */
  readonly level: 1 | 2;
}

export async function* blockMarkup(block: Block, at: Standing): AsyncGenerator<Markup> {
  const { texts } = at;
  switch (block.kind) {
    case 'head':
      yield headMarkup(block, texts);
      return;
    case 'title':
      yield titleMarkup(block, at);
      return;
    case 'note':
      yield textMarkup(block, `note ${block.at}`, at);
      return;
    case 'paragraph':
      yield textMarkup(block, 'para', at);
      return;
    case 'table':
      yield* tableMarkup(block, at.caption, texts);
      return;
    case 'form':
      yield formMarkup(block, texts);
      return;
    case 'figures':
      yield figuresMarkup(block, at);
      return;
    case 'signatures':
      yield signaturesMarkup(block, texts);
  }
}

/** A title, one level below that of the sheet where it only heads a part. */
export function heading(level: 1 | 2 | 3, text: string): Markup {
  if (level === 1) return mark`<h1>${text}</h1>\n`;
  return level === 2 ? mark`<h2>${text}</h2>\n` : mark`<h3>${text}</h3>\n`;
}

const paragraphs = (texts: readonly string[]): Piece => texts.map((text) => mark`<p>${text}</p>\n`);

/** Names in capitals, as custom has it; the last line of a name or motto is underlined, a form's number is plain. */
function headMarkup(head: Head, texts: PaperTexts): Markup {
  const names = [head.above, head.name].filter((text) => text !== '');
  const left = names.map((text) => text.toLocaleUpperCase('vi'));
  const right = head.right.map((line) => sentence(line, texts));
  const motto = head.right[0]?.line === 'motto1';
  const half = (lines: readonly string[], names: readonly [line: string, last: string], below: string) => {
    const above = lines.map((text, at) => {
      const name = at === lines.length - 1 ? names[1] : names[0];
      return name === '' ? mark`<p>${text}</p>\n` : mark`<p class="${name}">${text}</p>\n`;
    });
    return mark`<div>${above}${below === '' ? undefined : mark`<p class="below">${below}</p>\n`}</div>\n`;
  };
  const below = (line: Head['number']) => (line === undefined ? '' : sentence(line, texts));
  const sides = [
    half(left, ['', 'u'], below(head.number)),
    half(right, motto ? ['motto', 'u'] : ['', ''], below(head.dateline)),
  ];
  return mark`<div class="head">${sides}</div>\n`;
}

function titleMarkup(title: Title, { texts, level }: Standing): Markup {
  const lines = title.lines.map((line) => sentence(line, texts)).filter((text) => text !== '');
  const side = (title.side ?? []).map((line) => sentence(line, texts));
  const stamp = title.stamp === undefined ? undefined : sentence(title.stamp, texts);
  return mark`<div class="title">${side.length === 0 ? undefined : mark`<div class="side">${paragraphs(side)}</div>`}${heading(
    level,
    lines[0] ?? '',
  )}${paragraphs(lines.slice(1))}${stamp === undefined ? undefined : mark`<p class="stamp">${stamp}</p>`}</div>\n`;
}

function textMarkup(
  { line, strong }: Pick<Note, 'line' | 'strong'>,
  name: string,
  { texts, level }: Standing,
): Markup {
  const text = sentence(line, texts);
  if (text === '') return mark``;
  return strong === true ? heading(level === 1 ? 2 : 3, text) : mark`<p class="${name}">${text}</p>\n`;
}

function formMarkup(form: Form, texts: PaperTexts): Markup {
  const fields = form.fields.map((field) => {
    const label = sentence(field.label, texts);
    if (label === '') return undefined;
    const text = shown(field.value, field, texts);
    const money = field.type === 'dong' && text !== '';
    return money
      ? mark`<dt>${label}</dt><dd class="n">${text} ${texts.currency}</dd>\n`
      : mark`<dt>${label}</dt><dd>${text}</dd>\n`;
  });
  return mark`<dl class="form">\n${fields}</dl>\n`;
}

function figuresMarkup({ figures }: Figures, { texts, caption }: Standing): Markup {
  const rows = figures.map(({ label, amount, strong }) => {
    const text = amount === undefined ? '' : formatDong(amount, texts.language);
    return mark`<tr class="line${strong ? ' strong' : ''}"><th scope="row">${sentence(label, texts)}</th><td class="n">${text}</td></tr>\n`;
  });
  return mark`<table class="figures">\n<caption class="vh">${caption}</caption>\n<tbody>\n${rows}</tbody>\n</table>\n`;
}

/** One block that no page's end can part; the date stands over the last signature. */
function signaturesMarkup({ dateline, signers, copies = [] }: Signatures, texts: PaperTexts): Markup {
  const date = dateline === undefined ? '' : sentence(dateline, texts);
  const [first, ...others] = copies.map((line) => sentence(line, texts));
  const sent =
    first === undefined
      ? undefined
      : mark`<div class="copies"><p><b>${first}</b></p>\n${paragraphs(others)}</div>\n`;
  const blocks = signers.map(({ role, name }) => {
    const { office, hint } = texts.signers[role];
    const offices = office.map((line) => mark`<p class="office">${line}</p>\n`);
    return mark`<div>${offices}<p class="hint">${hint}</p>\n<p class="name">${name}</p></div>\n`;
  });
  return mark`<div class="signing">${date === '' ? undefined : mark`<p class="dateline">${date}</p>\n`}<div class="signers">${sent}${blocks}</div></div>\n`;
}
