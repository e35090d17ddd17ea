import { blocks } from '../../domain/finding.ts';
import { monthTotals, type MonthPage, type MonthTotals } from '../../report/month-page.ts';
import type { Letterhead, Provenance } from '../../report/papers/paper.ts';
import { formatDay } from '../figures.ts';
import type { FindingTexts } from '../messages/findings.ts';
import { HTML_TEXTS } from '../papers/html.ts';
import { MONTH_TEXTS, PARTS, type MonthTexts } from '../papers/month-page.ts';
import { PAPER_TEXTS } from '../papers/texts.ts';
import { mark, type Markup, type Piece } from './markup.ts';
import { monthCharts } from './month-charts.ts';
import { monthTables } from './month-tables.ts';
import { MONTH_STYLE } from './month-style.ts';
import { bytesOf, closePage, openPage, sourceMarkup, type Shell } from './shell.ts';
import { STYLE } from './style.ts';

/** The month on one page, whole in itself, in the book's language. */
export async function* renderMonthPage(
  page: MonthPage,
  letterhead: Letterhead,
  findings: FindingTexts,
  provenance: Provenance,
): AsyncGenerator<Uint8Array> {
  yield* bytesOf(pieces(page, letterhead, findings, provenance));
}

async function* pieces(
  page: MonthPage,
  letterhead: Letterhead,
  findings: FindingTexts,
  provenance: Provenance,
): AsyncGenerator<Markup> {
  const { language } = letterhead;
  const m = MONTH_TEXTS[language];
  const source = HTML_TEXTS[language];
  const title = m.title(page.month);
  const shell: Shell = {
    language,
    title: `${title} – ${letterhead.name}`,
    style: `${STYLE}${MONTH_STYLE}`,
    pages: [{ name: 'p1', wide: true, foot: `${letterhead.name} · ${title} · ${source.foot(provenance)}` }],
    page: PAPER_TEXTS[language].page,
    sortable: true,
  };
  yield openPage(shell);
  yield mark`<main class="sheet wide month p1">\n`;
  yield mark`<p>${letterhead.above}</p>\n<p class="who">${letterhead.name}</p>\n<h1>${title}</h1>\n<p>${m.asOf(page.asOf)}</p>\n`;
  yield mark`<p class="status">${page.head === undefined ? m.notClosed : m.closed(page.head)}</p>\n`;
  yield mark`<nav class="contents" aria-label="${m.contents}"><ul>\n${PARTS.map((part) => mark`<li><a href="#${part}">${m.parts[part]}</a></li>\n`)}</ul></nav>\n`;
  const totals = monthTotals(page);
  yield glance(page, totals, m);
  yield mark`<p class="hint" data-script hidden>${m.sortHint}</p>\n`;
  const tables = monthTables(page, totals, m, findings);
  const charts = monthCharts(page, totals, m);
  for (const part of PARTS) {
    yield mark`<section id="${part}" aria-labelledby="${part}-heading">\n<h2 id="${part}-heading">${m.parts[part]}</h2>\n`;
    const note = m.notes[part];
    if (note !== undefined) yield mark`<p>${note}</p>\n`;
    yield mark`${charts[part]}${tables[part]}</section>\n`;
  }
  yield sourceMarkup(source.provenance, source.source(provenance));
  yield mark`</main>\n`;
  yield closePage(shell);
}

/** The figures that a committee asks for first, each leading to its table. */
function glance(page: MonthPage, totals: MonthTotals, m: MonthTexts): Markup {
  const { balance } = page;
  const figures: readonly (readonly [string, string, Piece])[] = [
    [m.glance.own, 'funds-own', m.dong(balance.total)],
    [m.glance.held, 'funds-held', m.dong(balance.held)],
    [m.glance.committed, 'pending-table', m.dong(totals.committed)],
    [m.glance.available, 'year-own', m.dong(totals.available)],
    [m.glance.given, 'rounds-table', m.dong(totals.rounds.total)],
    [m.glance.errors, 'findings', String(page.findings.filter(blocks).length)],
  ];
  const drawn = figures.map(
    ([label, to, figure]) => mark`<div><dt>${label}</dt><dd><a href="#${to}">${figure}</a></dd></div>\n`,
  );
  return mark`<h2 class="vh">${m.atAGlance} \u2013 ${formatDay(page.month)}</h2>\n<dl class="glance">\n${drawn}</dl>\n`;
}
