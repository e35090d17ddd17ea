import type { Day } from '../../domain/day.ts';
import { add, sum, ZERO, type Dong } from '../../domain/dong.ts';
import type { Fund } from '../../domain/fund.ts';
import type { GiftRow, MoveRow } from '../../domain/gift.ts';
import type { Trail } from '../../domain/gift-trail.ts';
import { say, type Line } from './line.ts';
import { mottoHead, signersOf } from './officers.ts';
import type { Letterhead, OfficeHolder, Paper, PaperRow, PaperSheet } from './paper.ts';
import type { UseKind } from './report-lines.ts';

/** One giver with all that is thanked for. */
export interface Thanked {
  readonly code: string;
  readonly name: string;
  readonly gifts: readonly GiftRow[];
}

export interface ThanksFacts {
  readonly letterhead: Letterhead;
  readonly asOf: Day;
  readonly thanked: readonly Thanked[];
  readonly trail: Trail<MoveRow>;
  readonly funds: readonly Fund[];
  readonly appeals: readonly { readonly code: string; readonly name: string }[];
  /** A unit's name where so many belong to it that naming it tells nobody apart; else empty. */
  readonly unitName: (unit: number) => string;
  readonly officers: readonly OfficeHolder[];
}

/** What some of a giver's money became, by codes; `amount` in đồng. */
interface TrailLine {
  readonly use: UseKind;
  readonly entry: number;
  readonly voucher: string;
  readonly day: Day;
  readonly award?: string;
  readonly gift: number;
  readonly amount: Dong;
  /** What the payment came to in all. */
  readonly whole: Dong;
}

export interface ThanksLine {
  readonly donor: string;
  readonly name: string;
  readonly received: Dong;
  readonly gifts: readonly {
    readonly entry: number;
    readonly day: Day;
    readonly fund: string;
    readonly voucher: string;
    readonly amount: Dong;
  }[];
  readonly trail: readonly TrailLine[];
  readonly used: Dong;
  readonly left: Dong;
}

/** A letter to each giver: what was received when, what it became, and what of it is still in the funds. */
export function thanksLetters(facts: ThanksFacts): { paper: Paper; letters: readonly ThanksLine[] } {
  const index = indexOf(facts.trail);
  const told = facts.thanked.map((each) => letterTo(each, facts, index));
  const paper: Paper = {
    name: 'thanks',
    language: facts.letterhead.language,
    date: facts.asOf,
    sheets: told.map(({ sheet }) => sheet),
  };
  return { paper, letters: told.map(({ letter }) => letter) };
}

interface Index {
  /** Pieces and what is left, by the entry and line of the gift. */
  readonly pieces: ReadonlyMap<string, Trail<MoveRow>['pieces']>;
  readonly left: ReadonlyMap<string, Dong>;
  /** What a payment stands for in all, by its entry and line. */
  readonly wholes: ReadonlyMap<string, Dong>;
}

const nameOf = ({ entry, line }: { readonly entry: number; readonly line: number }) => `${entry}/${line}`;

function indexOf({ pieces, gifts, uses }: Trail<MoveRow>): Index {
  return {
    pieces: Map.groupBy(pieces, ({ gift }) => nameOf(gift)),
    left: new Map(gifts.map(({ move, left }) => [nameOf(move), left])),
    wholes: new Map(uses.map(({ move, stands }) => [nameOf(move), stands])),
  };
}

function letterTo(
  thanked: Thanked,
  facts: ThanksFacts,
  index: Index,
): { sheet: PaperSheet; letter: ThanksLine } {
  const { letterhead, asOf } = facts;
  const { code, name, gifts } = thanked;
  const union = letterhead.name;
  const received = sum(gifts.map(({ amount }) => amount));
  const days = gifts.map(({ day }) => day).toSorted();
  const [from = asOf, to = asOf] = [days[0], days.at(-1)];
  const pieces = gifts.flatMap((gift) => (gift.amount > 0 ? (index.pieces.get(nameOf(gift)) ?? []) : []));
  const left = gifts.flatMap((gift) => {
    const rest = gift.amount > 0 ? index.left.get(nameOf(gift)) : undefined;
    return rest === undefined || rest === 0 ? [] : [{ fund: gift.fund, rest }];
  });
  const used = sum(pieces.map(({ amount }) => amount));
  const leftSum = sum(left.map(({ rest }) => rest));
  const fundName = (id: number) => facts.funds.find((fund) => fund.id === id)?.name ?? '';
  const rows: PaperRow[] = [
    { kind: 'group', label: say('thanksReceived', {}), cells: {} },
    ...gifts.map((gift): PaperRow => ({
      kind: 'line',
      cells: {
        content: giftLine(gift, facts),
        day: gift.ownDay ?? gift.day,
        voucher: gift.voucher,
        amount: gift.amount,
      },
    })),
    { kind: 'subtotal', label: say('thanksReceivedSum', {}), cells: { amount: received } },
  ];
  if (pieces.length > 0) {
    rows.push({ kind: 'group', label: say('thanksUsed', { day: asOf }), cells: {} });
    rows.push(...usesOf(pieces, facts, index.wholes));
    rows.push({ kind: 'subtotal', label: say('thanksUsedSum', {}), cells: { amount: used } });
  }
  if (leftSum !== 0) {
    rows.push({ kind: 'group', label: say('thanksLeft', {}), cells: {} });
    for (const [fund, each] of Map.groupBy(left, (one) => one.fund))
      rows.push({
        kind: 'line',
        cells: {
          content: say('thanksLeftIn', { name: fundName(fund) }),
          amount: sum(each.map(({ rest }) => rest)),
        },
      });
    rows.push({ kind: 'subtotal', label: say('thanksLeftSum', {}), cells: { amount: leftSum } });
  }
  const standing = gifts.filter(({ amount, reverses }) => amount > 0 && reverses === undefined).length;
  const restricted = gifts.length > 0 && gifts.every(({ restriction }) => restriction !== undefined);
  const sheet: PaperSheet = {
    name: code === '' ? name : `${code} ${name}`,
    wide: false,
    onePage: false,
    apart: true,
    blocks: [
      {
        ...mottoHead(letterhead),
        number: say('thanksNumber', {}),
        dateline: say('dateline', { town: letterhead.town, day: asOf }),
      },
      { kind: 'title', lines: [say('thanks', {}), say('thanksTo', { name })] },
      {
        kind: 'paragraph',
        line: say('thanksOpening', { union, gifts: standing, amount: received, from, to }),
      },
      {
        kind: 'table',
        columns: [
          { key: 'content', type: 'text' },
          { key: 'day', type: 'day' },
          { key: 'voucher', type: 'code' },
          { key: 'amount', type: 'dong' },
        ],
        sums: ['amount'],
        tall: false,
        rows,
      },
      ...(pieces.length === 0
        ? []
        : [{ kind: 'paragraph' as const, line: say('thanksRule', { restricted }) }]),
      { kind: 'paragraph', line: say('thanksClosing', { union }) },
      { kind: 'signatures', signers: signersOf(['committee'], facts.officers) },
    ],
  };
  const letter: ThanksLine = {
    donor: code,
    name,
    received,
    gifts: gifts.map(({ entry, day, fund, voucher, amount }) => ({
      entry,
      day,
      fund: facts.funds.find((each) => each.id === fund)?.code ?? '',
      voucher,
      amount,
    })),
    trail: pieces.map(({ gift, use, amount }) => ({
      use: kindOf(use),
      entry: use.entry,
      voucher: use.voucher,
      day: use.day,
      ...(use.award === undefined ? {} : { award: use.award.code }),
      gift: gift.entry,
      amount,
      whole: index.wholes.get(nameOf(use)) ?? amount,
    })),
    used,
    left: leftSum,
  };
  return { sheet, letter };
}

function giftLine(gift: GiftRow, { funds, appeals }: ThanksFacts): Line {
  return say('thanksGift', {
    fund: funds.find(({ id }) => id === gift.fund)?.name ?? '',
    appeal: appeals.find(({ code }) => code === gift.appeal)?.name ?? '',
    restricted: gift.restriction !== undefined,
    refund: gift.amount < 0,
  });
}

function kindOf({ award, role, kind, way }: MoveRow): UseKind {
  if (way === 'in') return 'refund';
  if (award !== undefined) return 'award';
  if (kind === 'purchase') return 'goods';
  if (role === 'remittance') return 'remittance';
  return role === 'transferOut' ? 'transfer' : 'cost';
}

/** Payments of one round to one unit's people are one line; so are remittances of one fund, and costs. */
function usesOf(pieces: Trail<MoveRow>['pieces'], facts: ThanksFacts, wholes: Index['wholes']): PaperRow[] {
  const groups = new Map<
    string,
    {
      line: (people: number, whole: Dong | undefined) => Line;
      people: Set<number>;
      uses: Set<string>;
      day: Day;
      vouchers: Set<string>;
      amount: Dong;
    }
  >();
  for (const { use, amount } of pieces) {
    const what = kindOf(use);
    const unit = use.award === undefined ? '' : facts.unitName(use.award.unit);
    const fund = facts.funds.find(({ id }) => id === use.fund);
    const key = [what, use.award?.round ?? '', unit, what === 'award' ? '' : use.fund].join('\n');
    const group = groups.get(key) ?? {
      line: (people, whole) =>
        say('thanksUse', {
          use: what,
          kind: use.award?.kind,
          round: use.award?.roundName ?? '',
          unit,
          people,
          whole,
          to: what === 'remittance' ? (fund?.owner ?? '') : '',
        }),
      people: new Set<number>(),
      uses: new Set<string>(),
      day: use.day,
      vouchers: new Set<string>(),
      amount: ZERO,
    };
    groups.set(key, group);
    group.uses.add(nameOf(use));
    if (use.award !== undefined) group.people.add(use.award.person);
    if (use.day > group.day) group.day = use.day;
    if (use.voucher !== '') group.vouchers.add(use.voucher);
    group.amount = add(group.amount, amount);
  }
  return [...groups.values()].map(({ line, people, uses, day, vouchers, amount }) => {
    const whole = sum([...uses].map((use) => wholes.get(use) ?? ZERO));
    const content = line(people.size, whole > amount ? whole : undefined);
    return { kind: 'line', cells: { content, day, voucher: [...vouchers].join('\n'), amount } };
  });
}
