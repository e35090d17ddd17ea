import { createHash } from 'node:crypto';
import { groupedFiles, type PackedBook, type PackedFile, type PackFacts } from '../../report/papers/pack.ts';
import { say } from '../../report/papers/line.ts';
import { sentence } from '../papers/layout.ts';
import type { PaperTexts } from '../papers/texts.ts';

/** What tells whose pack a folder is, in its index. */
export const PACK_MARK = (book: string): string => `<meta name="phucloi-book" content="${escaped(book)}">`;

const STYLE = `
:root { color-scheme: light; }
body { font: 16px/1.5 "Times New Roman", "Liberation Serif", serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; color: #111; background: #fff; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
h2 { font-size: 1.15rem; margin: 1.5rem 0 .25rem; }
.draft { font-weight: bold; font-size: 1.25rem; border: 3px double; display: inline-block; padding: .2rem .8rem; margin: .5rem 0; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { border: 1px solid #777; padding: .3rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { background: #ededed; }
col.what { width: 40%; }
tbody th { font-weight: bold; }
tbody th small { display: block; font-weight: normal; font-size: .9rem; }
ul { list-style: none; margin: 0; padding: 0; }
li + li { margin-top: .35rem; }
code { display: block; font: .75rem/1.3 "Liberation Mono", monospace; overflow-wrap: anywhere; color: #333; }
a { color: #0b3d91; }
.heads { overflow-wrap: anywhere; }
@media (max-width: 40rem) { thead { position: absolute; left: -100vw; } table, tbody, tr, th, td { display: block; } th, td { border: 0; padding: .15rem 0; } tr { border-top: 1px solid #777; padding: .4rem 0; } }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } a { color: inherit; } thead { display: table-header-group; } tr { break-inside: avoid; } h2 { break-after: avoid; } }
`;

/** The index of a pack as a page that needs nothing but itself: every file by groups, what it is for, how long, and its digest. */
export function packPage(
  { letterhead, month }: PackFacts,
  book: PackedBook & { readonly draft: boolean },
  files: readonly PackedFile[],
  texts: PaperTexts,
): string {
  const said = (line: Parameters<typeof sentence>[0]) => escaped(sentence(line, texts));
  const title = said(say('packTitle', { part: 'index' }));
  const label = said(say('month', { month }));
  const { columns } = texts;
  const link = ({ file, sheets, pages, digest }: PackedFile) => {
    const extent = said(say('packPages', { sheets, pages }));
    return (
      `<li><a href="${encodeURIComponent(file)}">${escaped(file)}</a>` +
      `${extent === '' ? '' : ` · ${extent}`}<code>${digest}</code></li>`
    );
  };
  // A paper in two media stands once.
  const row = ([first, ...others]: readonly [PackedFile, ...PackedFile[]]) => {
    const { name, subject } = first;
    const use = `<small>${said(say('packUse', { name }))}</small>`;
    const links = [first, ...others].map(link).join('');
    return `<tr><th scope="row">${said(say('packName', { name, subject }))}${use}</th><td><ul>${links}</ul></td></tr>`;
  };
  const sections = [...groupedFiles(files)].map(([group, some]) => {
    const papers = [...Map.groupBy(some, ({ file }) => file.replace(/\.[^.]*$/, '')).values()];
    const heading = `<h2 id="${group}">${said(say('packGroup', { group }))}</h2>`;
    return `<section aria-labelledby="${group}">
${heading}
<table aria-labelledby="${group}">
<colgroup><col class="what"><col></colgroup>
<thead><tr><th scope="col">${escaped(columns.packWhat)}</th><th scope="col">${escaped(`${columns.packFile} · ${columns.packExtent} · ${columns.packDigest}`)}</th></tr></thead>
<tbody>
${papers.map((each) => row(each as [PackedFile, ...PackedFile[]])).join('\n')}
</tbody>
</table>
</section>`;
  });
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; img-src data:; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${texts.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${PACK_MARK(book.book)}
<title>${title} – ${label}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<main>
<p>${escaped(letterhead.above)}<br><strong>${escaped(letterhead.name)}</strong></p>
<h1>${title}</h1>
<p>${label}</p>
${book.draft ? `<p class="draft">${said(say('packDraft', {}))}</p>\n` : ''}<p class="heads">${said(say('packBook', { name: book.name, book: book.book }))}<br>
${said(say('packHead', { head: book.head }))}${
    book.sealed === undefined ? '' : `<br>\n${said(say('packMonthHead', { month, head: book.sealed }))}`
  }</p>
${sections.join('\n')}
<p>${said(say('packCheck', {}))}</p>
</main>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
