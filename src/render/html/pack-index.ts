import type { PackedBook, PackedFile, PackFacts } from '../../report/papers/pack.ts';
import { say } from '../../report/papers/line.ts';
import { sentence } from '../papers/layout.ts';
import type { PaperTexts } from '../papers/texts.ts';

/** What tells whose pack a folder is, in its index. */
export const PACK_MARK = (book: string): string => `<meta name="phucloi-book" content="${escaped(book)}">`;

const STYLE = `
:root { color-scheme: light; }
body { font: 16px/1.5 "Times New Roman", "Liberation Serif", serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #111; background: #fff; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
.draft { font-weight: bold; border: 2px solid; display: inline-block; padding: .1rem .6rem; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
caption { text-align: left; font-weight: bold; padding: .3rem 0; }
th, td { border: 1px solid #777; padding: .3rem .5rem; text-align: left; vertical-align: top; }
thead th { background: #ededed; }
td.number { text-align: right; white-space: nowrap; }
code { font: 0.8rem/1.3 "Liberation Mono", monospace; overflow-wrap: anywhere; }
a { color: #0b3d91; }
@media print { body { margin: 0; max-width: none; } a { color: inherit; } thead { display: table-header-group; } tr { break-inside: avoid; } }
`;

/** The index of a pack as a page that needs nothing but itself: every file, what it is, how long, and its digest. */
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
  const rows = files.map(
    ({ file, name, subject, sheets, pages, digest }) =>
      `<tr><th scope="row"><a href="${encodeURIComponent(file)}">${escaped(file)}</a></th>` +
      `<td>${said(say('packName', { name, subject }))}</td>` +
      `<td class="number">${said(say('packPages', { sheets, pages }))}</td>` +
      `<td><code>${digest}</code></td></tr>`,
  );
  const headings = [columns.packFile, columns.packWhat, columns.packExtent, columns.packDigest];
  return `<!doctype html>
<html lang="${texts.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${PACK_MARK(book.book)}
<title>${title} – ${label}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<p>${escaped(letterhead.above)}<br><strong>${escaped(letterhead.name)}</strong></p>
<h1>${title}</h1>
<p>${label}</p>
${book.draft ? `<p class="draft">${said(say('packDraft', {}))}</p>\n` : ''}<table>
<caption>${label}</caption>
<thead><tr>${headings.map((each) => `<th scope="col">${escaped(each)}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
<p>${said(say('packBook', { name: book.name, book: book.book }))}<br>
${said(say('packHead', { head: book.head }))}${
    book.sealed === undefined ? '' : `<br>\n${said(say('packMonthHead', { month, head: book.sealed }))}`
  }</p>
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
