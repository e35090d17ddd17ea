import { mark, type Markup, type Piece } from './markup.ts';

/**
 * Plain charts as SVG: small, so that their letters stay readable on a telephone; black, white and hatched, so that they
 * say the same in grey. Each tells in words what it shows, and a table beside it has the figures.
 */
export interface ChartWords {
  /** Names the chart inside the page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

export interface Scale {
  /** What an axis's numbers count, for the largest amount on it: thousands, millions of đồng. */
  readonly unit: (largest: number) => { readonly of: number; readonly name: string };
  readonly number: (value: number) => string;
}

const WIDTH = 340;
const LEFT = 46;
const TOP = 30;
const PLOT = { width: WIDTH - LEFT - 10, height: 110 };
const HEIGHT = TOP + PLOT.height + 24;

/** The end of each month as a point, joined by a line over the zero. */
export function lineChart(
  words: ChartWords,
  points: readonly { readonly label: string; readonly value: number }[],
  scale: Scale,
): Markup {
  const axis = axisOf(
    points.map(({ value }) => value),
    scale,
  );
  const x = slots(points.length);
  const places = points.map(({ value }, at) => `${round(x(at))},${round(axis.y(value))}`);
  const dots = places.map((place) => {
    const [cx, cy] = place.split(',');
    return mark`<circle cx="${cx}" cy="${cy}" r="3"/>`;
  });
  const line = mark`<polyline points="${places.join(' ')}" fill="none" stroke="#000" stroke-width="2"/>`;
  return svg(words, HEIGHT, [axis.drawn, labels(points, x), line, dots]);
}

/** Two bars a month: what came in is full, what went out is hatched. */
export function pairChart(
  words: ChartWords,
  pairs: readonly { readonly label: string; readonly first: number; readonly second: number }[],
  names: readonly [first: string, second: string],
  scale: Scale,
): Markup {
  const axis = axisOf(
    pairs.flatMap(({ first, second }) => [first, second]),
    scale,
  );
  const x = slots(pairs.length);
  const width = Math.min(14, PLOT.width / pairs.length / 2.6);
  const hatch = `${words.id}-hatch`;
  const bar = (from: number, value: number, fill: string): Piece => {
    const [top, bottom] = [axis.y(Math.max(0, value)), axis.y(Math.min(0, value))];
    return value === 0
      ? undefined
      : mark`<rect x="${round(from)}" y="${round(top)}" width="${round(width)}" height="${round(Math.max(1, bottom - top))}" fill="${fill}" stroke="#000"/>`;
  };
  const bars = pairs.map(({ first, second }, at) => [
    bar(x(at) - width, first, '#333'),
    bar(x(at), second, `url(#${hatch})`),
  ]);
  const key = [
    mark`<rect x="${LEFT + 90}" y="5" width="12" height="10" fill="#333" stroke="#000"/>`,
    mark`<text x="${LEFT + 106}" y="14">${names[0]}</text>`,
    mark`<rect x="${LEFT + 170}" y="5" width="12" height="10" fill="url(#${hatch})" stroke="#000"/>`,
    mark`<text x="${LEFT + 186}" y="14">${names[1]}</text>`,
  ];
  return svg(words, HEIGHT, [hatching(hatch), axis.drawn, labels(pairs, x), bars, key]);
}

const BAR = { step: 34, height: 12 };

/** A bar a row, with its name above and its figure behind it. */
export function barChart(
  words: ChartWords,
  bars: readonly { readonly label: string; readonly value: number; readonly shown: string }[],
): Markup {
  const largest = Math.max(1, ...bars.map(({ value }) => Math.abs(value)));
  // Room for the figure behind the longest bar.
  const room = Math.max(30, ...bars.map(({ shown }) => shown.length * 7 + 8));
  const drawn = bars.map(({ label, value, shown }, at) => {
    const y = at * BAR.step;
    const width = (Math.abs(value) / largest) * (WIDTH - room - 2);
    const fill = value < 0 ? '#fff' : '#555';
    return [
      mark`<text x="1" y="${y + 12}">${clipped(label)}</text>`,
      mark`<rect x="1" y="${y + 17}" width="${round(Math.max(1, width))}" height="${BAR.height}" fill="${fill}" stroke="#000"/>`,
      mark`<text x="${round(width + 7)}" y="${y + 27}">${shown}</text>`,
    ];
  });
  return svg(words, Math.max(1, bars.length) * BAR.step + 2, drawn);
}

function svg({ id, title, description }: ChartWords, height: number, body: Piece): Markup {
  return mark`<svg role="img" aria-labelledby="${id}-title ${id}-desc" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-size="12" fill="#000">\n<title id="${id}-title">${title}</title>\n<desc id="${id}-desc">${description}</desc>\n${body}\n</svg>\n`;
}

function hatching(id: string): Markup {
  return mark`<defs><pattern id="${id}" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="4" height="4" fill="#fff"/><rect width="1.5" height="4" fill="#000"/></pattern></defs>`;
}

/** The middle of each month's place. */
function slots(count: number): (at: number) => number {
  return (at) => LEFT + (PLOT.width * (at + 0.5)) / Math.max(1, count);
}

function labels(points: readonly { readonly label: string }[], x: (at: number) => number): Piece {
  const y = TOP + PLOT.height + 16;
  return points.map(
    ({ label }, at) => mark`<text x="${round(x(at))}" y="${y}" text-anchor="middle">${label}</text>`,
  );
}

/** An axis with the zero on it, and about four lines at round numbers. */
function axisOf(values: readonly number[], scale: Scale): { y: (value: number) => number; drawn: Piece } {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const step = roundStep((high - low) / 4);
  const [from, to] = [Math.floor(low / step), Math.max(1, Math.ceil(high / step))];
  const y = (value: number) => TOP + PLOT.height - ((value / step - from) / (to - from)) * PLOT.height;
  const { of, name } = scale.unit(Math.max(high, -low));
  const ticks = Array.from({ length: to - from + 1 }, (_, at) => (from + at) * step);
  const drawn = ticks.map((tick) => [
    mark`<path d="M${LEFT} ${round(y(tick))}H${WIDTH - 10}" stroke="${tick === 0 ? '#000' : '#bbb'}"/>`,
    mark`<text x="${LEFT - 5}" y="${round(y(tick) + 4)}" text-anchor="end">${scale.number(tick / of)}</text>`,
  ]);
  return { y, drawn: [mark`<text x="1" y="14">${name}</text>`, drawn] };
}

/** The next of 1, 2, 5, 10, 20 … that is no smaller. */
function roundStep(least: number): number {
  if (least <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5].find((factor) => factor * power >= least) ?? 10);
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** As many letters as there is room for. */
function clipped(text: string): string {
  const letters = Array.from(text);
  return letters.length <= 50 ? text : `${letters.slice(0, 49).join('')}…`;
}
