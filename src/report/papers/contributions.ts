import { maskedText } from '../../domain/mask.ts';
import type { Day } from '../../domain/day.ts';
import { add, negate, sum, ZERO, type Dong } from '../../domain/dong.ts';
import type { Fund } from '../../domain/fund.ts';
import type { GiftRow, Givers } from '../../domain/gift.ts';
import { inOrder } from '../../domain/order.ts';
import { say, type Line } from './line.ts';
import { note } from './note.ts';
import { mottoHead, signersOf } from './officers.ts';
import type { Figure, Letterhead, OfficeHolder, Paper, PaperColumn, PaperRow, PaperValue } from './paper.ts';
import type { GiftsBy } from './report-lines.ts';

export interface ContributionFacts {
  readonly letterhead: Letterhead;
  readonly from: Day;
  readonly to: Day;
  /** What the report is cut down to. */
  readonly only: readonly Line[];
  readonly by: GiftsBy;
  readonly gifts: Iterable<GiftRow>;
  readonly givers: Givers;
  readonly funds: readonly Fund[];
  readonly units: readonly { readonly id: number; readonly code: string; readonly name: string }[];
  readonly appeals: readonly { readonly code: string; readonly name: string }[];
  readonly officers: readonly OfficeHolder[];
}

/** Gifts of one giver, unit, appeal or day to one fund, in đồng; `net` is what the fund's ledger has. */
interface ContributionLine {
  readonly fund: string;
  readonly code: string;
  readonly name: string;
  readonly day?: Day;
  readonly gifts: number;
  readonly received: Dong;
  readonly refunded: Dong;
  readonly net: Dong;
  /** What of it the givers set apart. */
  readonly restricted: Dong;
  readonly unnamed: boolean;
}

interface Heap {
  code: string;
  name: string;
  day: Day | undefined;
  unnamed: boolean;
  gifts: number;
  received: Dong;
  refunded: Dong;
  restricted: Dong;
}

export interface ContributionReport {
  readonly paper: Paper;
  readonly lines: readonly ContributionLine[];
  readonly own: Dong;
  readonly held: Dong;
}

/** What came in from whom, fund by fund: gifts less what was taken back, and refunds beside them. */
export function contributionReport(facts: ContributionFacts): ContributionReport {
  const { letterhead, by, from, to, funds } = facts;
  const heaps = new Map<number, Map<string, Heap>>();
  let count = 0;
  for (const gift of facts.gifts) {
    const fund = heaps.get(gift.fund) ?? new Map<string, Heap>();
    heaps.set(gift.fund, fund);
    const named = nameOf(gift, facts);
    const heap = fund.get(named.key) ?? {
      ...named,
      gifts: 0,
      received: ZERO,
      refunded: ZERO,
      restricted: ZERO,
    };
    fund.set(named.key, heap);
    if (gift.refund) heap.refunded = add(heap.refunded, negate(gift.amount));
    else heap.received = add(heap.received, gift.amount);
    if (gift.restriction !== undefined) heap.restricted = add(heap.restricted, gift.amount);
    const step = gift.refund ? 0 : gift.reverses === undefined ? 1 : -1;
    heap.gifts += step;
    count += step;
  }
  const rows: PaperRow[] = [];
  const lines: ContributionLine[] = [];
  const sums = new Map<Fund, Dong>();
  let number = 0;
  for (const fund of funds) {
    const found = [...(heaps.get(fund.id)?.values() ?? [])]
      .filter(stands)
      .map((heap) => lineOf(heap, fund.code));
    if (found.length === 0) continue;
    const sorted = found.toSorted(by === 'day' ? byDay : by === 'donor' ? byAmount : byCode);
    const { code, name, owner } = fund;
    rows.push({ kind: 'group', label: say('fundOf', { code, name, owner }), cells: {} });
    for (const line of sorted) rows.push(rowOf(line, ++number, by));
    rows.push({ kind: 'subtotal', label: say('subtotal', { name }), cells: sumsOf(sorted) });
    for (const line of sorted) lines.push(line);
    sums.set(fund, sum(sorted.map(({ net }) => net)));
  }
  rows.push({ kind: 'total', label: say('sheetsTotal', {}), cells: sumsOf(lines) });
  const of = (kind: Fund['kind']) =>
    sum([...sums].flatMap(([fund, net]) => (fund.kind === kind ? [net] : [])));
  const [own, held] = [of('own'), of('held')];
  const givers = new Set(lines.filter(({ unnamed }) => !unnamed).map(({ code, name }) => `${code} ${name}`))
    .size;
  const paper: Paper = {
    name: 'contributions',
    language: letterhead.language,
    date: to,
    sheets: [
      {
        name: say('contributionReport', { by }),
        wide: true,
        onePage: false,
        blocks: [
          mottoHead(letterhead),
          {
            kind: 'title',
            lines: [say('contributionReport', { by }), say('reportDays', { from, to }), ...facts.only],
          },
          { kind: 'note', line: say('currency', {}), at: 'right' },
          { kind: 'table', columns: columnsOf(by), sums: SUMS, tall: false, filter: true, rows },
          { kind: 'figures', figures: figuresOf(own, held) },
          ...(by === 'donor' ? [note(say('giftNote', { gifts: count, givers }))] : []),
          ...(lines.some(({ refunded }) => refunded !== 0) ? [note(say('refundNote', {}))] : []),
          {
            kind: 'signatures',
            dateline: say('dateline', { town: letterhead.town, day: to }),
            signers: signersOf(['preparer', 'accountant', 'committee'], facts.officers),
          },
        ],
      },
    ],
  };
  return { paper, lines, own, held };
}

const SUMS = ['gifts', 'gross', 'refunded', 'net', 'restricted'] as const;

/** The column of names. */
const NAMES = { donor: 'party', unit: 'unitName', appeal: 'content', day: 'party' } as const;

function columnsOf(by: GiftsBy): PaperColumn[] {
  return [
    { key: 'number', type: 'count' },
    ...(by === 'day'
      ? [{ key: 'day', type: 'day' } as const]
      : [{ key: 'code', type: 'code' } as const, { key: NAMES[by], type: 'person' } as const]),
    { key: 'fund', type: 'code' },
    { key: 'gifts', type: 'count' },
    { key: 'gross', type: 'dong' },
    { key: 'refunded', type: 'dong' },
    { key: 'net', type: 'dong' },
    { key: 'restricted', type: 'dong' },
  ];
}

function rowOf(line: ContributionLine, number: number, by: GiftsBy): PaperRow {
  const { code, name, day, fund, gifts, received, refunded, net, restricted, unnamed } = line;
  const party: PaperValue = unnamed ? nobody(by) : name;
  return {
    kind: 'line',
    cells: {
      number,
      code,
      [NAMES[by]]: party,
      day,
      fund,
      gifts,
      gross: received,
      refunded: refunded === 0 ? undefined : refunded,
      net,
      restricted: restricted === 0 ? undefined : restricted,
    },
  };
}

function nobody(by: GiftsBy): Line {
  return by === 'unit' ? say('noUnit', {}) : by === 'appeal' ? say('noAppeal', {}) : say('unnamed', {});
}

function sumsOf(lines: readonly ContributionLine[]): PaperRow['cells'] {
  return {
    gifts: lines.reduce((all, { gifts }) => all + gifts, 0),
    gross: sum(lines.map(({ received }) => received)),
    refunded: sum(lines.map(({ refunded }) => refunded)),
    net: sum(lines.map(({ net }) => net)),
    restricted: sum(lines.map(({ restricted }) => restricted)),
  };
}

/** Who or what a gift is counted under. */
function nameOf(gift: GiftRow, facts: ContributionFacts) {
  const none = { key: '', code: '', name: '', day: undefined, unnamed: true };
  if (facts.by === 'day') return { ...none, key: gift.day, day: gift.day, unnamed: false };
  if (facts.by === 'donor') {
    const key = facts.givers.keyOf(gift);
    return key === 'unnamed' ? none : { ...none, key, ...pick(facts.givers.of(gift)), unnamed: false };
  }
  const found =
    facts.by === 'unit'
      ? facts.units.find(({ id }) => id === facts.givers.unitOf(gift))
      : facts.appeals.find(({ code }) => code === gift.appeal);
  return found === undefined ? none : { ...none, key: found.code, ...pick(found), unnamed: false };
}

function pick({ code, name }: { readonly code: string; readonly name: string }) {
  return { code, name: maskedText(name) };
}

/** What was reversed as a whole came from nobody. */
function stands({ gifts, received, refunded }: Heap): boolean {
  return gifts !== 0 || received !== 0 || refunded !== 0;
}

function lineOf(heap: Heap, fund: string): ContributionLine {
  const { code, name, day, gifts, received, refunded, restricted, unnamed } = heap;
  const net = add(received, negate(refunded));
  return {
    fund,
    code,
    name,
    ...(day === undefined ? {} : { day }),
    gifts,
    received,
    refunded,
    net,
    restricted,
    unnamed,
  };
}

type Lined = ContributionLine;
const byDay = (a: Lined, b: Lined): number => inOrder(a.day ?? '', b.day ?? '');
const byCode = (a: Lined, b: Lined): number =>
  Number(a.unnamed) - Number(b.unnamed) || inOrder(a.code, b.code);
/** The largest first; who is not named stands last. */
const byAmount = (a: Lined, b: Lined): number =>
  Number(a.unnamed) - Number(b.unnamed) ||
  b.net - a.net ||
  inOrder(a.name, b.name) ||
  inOrder(a.code, b.code);

function figuresOf(own: Dong, held: Dong): Figure[] {
  return [
    { name: 'own', label: say('ownGifts', {}), amount: own, strong: held === 0 },
    ...(held === 0
      ? []
      : [
          { name: 'held', label: say('heldGifts', {}), amount: held, strong: false },
          {
            name: 'all',
            label: say('allGifts', {}),
            amount: add(own, held),
            plus: ['own', 'held'],
            strong: true,
          },
        ]),
  ];
}
