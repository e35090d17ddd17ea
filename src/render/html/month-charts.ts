import type { FundKind } from '../../domain/fund.ts';
import { ZERO } from '../../domain/dong.ts';
import type { MonthPage, MonthTotals } from '../../report/month-page.ts';
import { formatDay } from '../figures.ts';
import type { MonthTexts, Part } from '../papers/month-page.ts';
import { barChart, lineChart, pairChart, type ChartWords, type Scale } from './chart.ts';
import { mark, type Markup } from './markup.ts';

/** More bars than these say nothing to the eye; the table has them all. */
const BARS = 15;

/** The charts of the page, by the part they stand in. A chart of nothing is not drawn. */
export function monthCharts(
  page: MonthPage,
  totals: MonthTotals,
  m: MonthTexts,
): { readonly [P in Part]?: Markup | undefined } {
  return {
    months: figures([...balances(page, m), ...flows(page, totals, m)], 'months-table', m),
    units: figures(units(page, totals, m), 'units-table', m),
    homes: figures(homes(page, m), 'homes-table', m),
  };
}

type Chart = readonly [title: string, drawn: Markup];

function figures(charts: readonly Chart[], table: string, m: MonthTexts): Markup | undefined {
  if (charts.length === 0) return undefined;
  const drawn = charts.map(
    ([title, chart]) =>
      mark`<figure><figcaption>${title}</figcaption>\n${chart}<a class="hint" href="#${table}">${m.figures}</a></figure>\n`,
  );
  return mark`<div class="charts">\n${drawn}</div>\n`;
}

function balances({ months, names }: MonthPage, m: MonthTexts): Chart[] {
  const codes = months.at(-1)?.funds.map(({ code }) => code) ?? [];
  return codes.flatMap((code, number): Chart[] => {
    const closings = months.map(({ funds }) => funds.find((fund) => fund.code === code)?.closing ?? ZERO);
    if (closings.every((closing) => closing === 0)) return [];
    const most = Math.max(...closings);
    const words: ChartWords = {
      id: `balance-${number + 1}`,
      title: m.charts.balance(`${names.get(code) ?? ''} (${code})`),
      description: m.charts.balanceSays({
        ...ends(months),
        from: closings[0] ?? ZERO,
        to: closings.at(-1) ?? ZERO,
        most,
        in: formatDay(months[closings.findIndex((closing) => closing === most)]?.month ?? ''),
      }),
    };
    const points = months.map(({ month }, at) => ({ label: month.slice(5), value: closings[at] ?? 0 }));
    return [[words.title, lineChart(words, points, scaleOf(m))]];
  });
}

function flows({ months }: MonthPage, totals: MonthTotals, m: MonthTexts): Chart[] {
  return (['own', 'held'] as const).flatMap((kind: FundKind): Chart[] => {
    const { months: sums, all } = totals.flows[kind];
    const pairs = months.map(({ month }, at) => ({
      label: month.slice(5),
      first: sums[at]?.in ?? ZERO,
      second: sums[at]?.out ?? ZERO,
    }));
    if (pairs.every(({ first, second }) => first === 0 && second === 0)) return [];
    const words: ChartWords = {
      id: `flows-${kind}`,
      title: m.charts.flows(kind),
      description: m.charts.flowsSays({
        ...ends(months),
        in: all.in,
        out: all.out,
      }),
    };
    return [[words.title, pairChart(words, pairs, [m.columns.in, m.columns.out], scaleOf(m))]];
  });
}

function units(page: MonthPage, totals: MonthTotals, m: MonthTexts): Chart[] {
  const [first] = page.units;
  if (first === undefined) return [];
  const shown = page.units.slice(0, BARS);
  const words: ChartWords = {
    id: 'units-chart',
    title: m.charts.units,
    description: m.charts.unitsSays({
      units: page.units.length,
      shown: shown.length,
      total: totals.units.total,
      first: first.name,
      most: first.total,
    }),
  };
  const bars = shown.map(({ name, total }) => ({ label: name, value: total, shown: m.dong(total) }));
  return [[words.title, barChart(words, bars)]];
}

function homes(page: MonthPage, m: MonthTexts): Chart[] {
  if (page.homes.length === 0) return [];
  const stages = page.homes.map(({ stage, houses }) => ({ stage: m.stage(stage), houses }));
  const words: ChartWords = {
    id: 'homes-chart',
    title: m.charts.homes,
    description: m.charts.homesSays(stages),
  };
  const bars = stages.map(({ stage, houses }) => ({ label: stage, value: houses, shown: m.houses(houses) }));
  return [[words.title, barChart(words, bars)]];
}

function ends(months: MonthPage['months']): { first: string; last: string } {
  return { first: formatDay(months[0]?.month ?? ''), last: formatDay(months.at(-1)?.month ?? '') };
}

function scaleOf(m: MonthTexts): Scale {
  const one = { of: 1, name: '' };
  return {
    unit: (largest) => m.units.find(({ of }) => largest >= of) ?? m.units.at(-1) ?? one,
    number: m.number,
  };
}
