import { maskedText } from '../../domain/mask.ts';
import type { Account } from '../../domain/account.ts';
import type { Day } from '../../domain/day.ts';
import { sum, type Dong } from '../../domain/dong.ts';
import type { Posting, Wording } from '../../domain/entry.ts';
import type { Fund, Place } from '../../domain/fund.ts';
import type { VoucherKind } from '../../domain/voucher.ts';
import { say } from './line.ts';
import { signersOf } from './officers.ts';
import type { Block, Form, Letterhead, OfficeHolder, Paper, PaperColumn, PaperSheet } from './paper.ts';

export interface VoucherFacts {
  readonly code: string;
  readonly kind: VoucherKind;
  readonly day: Day;
  readonly fund: Fund;
  readonly place: Place | undefined;
  readonly paperNo: string | undefined;
  readonly papers: number;
  readonly wording: Wording;
  readonly cancelled: boolean;
  /** Of all entries under the voucher. */
  readonly postings: readonly Posting[];
  /** What a goods voucher moves: quantity and cost (đồng), negative where it takes another back. */
  readonly goods: readonly VoucherGoods[];
  readonly officers: readonly OfficeHolder[];
  /** The bank's own numbers of what it did, each once. */
  readonly bankPapers: readonly string[];
  /** The form that holds on its day, where its kind has one. */
  readonly form: { readonly number: string; readonly act: readonly string[] } | undefined;
}

/** What the head of every voucher says besides the unit: its code with the state budget, empty where it has none. */
export interface VoucherHead {
  readonly budgetCode: string;
}

export interface VoucherGoods {
  readonly code: string;
  readonly name: string;
  readonly measure: string;
  readonly quantity: number;
  readonly cost: Dong;
  readonly serials?: string | undefined;
}

/** Receipts and payments to sign, one sheet each, or two on each sheet. */
export function voucherSheets(
  letterhead: Letterhead,
  accounts: readonly Account[],
  vouchers: readonly VoucherFacts[],
  head: VoucherHead,
  twoUp = false,
): Paper {
  const days = vouchers.map((voucher) => voucher.day).toSorted();
  const date = days.at(-1);
  if (date === undefined) throw new TypeError('a paper of no vouchers');
  const single = vouchers.map((voucher) => sheetOf(letterhead, accounts, voucher, head));
  const sheets = twoUp ? paired(single) : single;
  return { name: 'voucher', language: letterhead.language, date, sheets };
}

/** Two sheets on one page, to be cut apart. */
function paired(sheets: readonly PaperSheet[]): PaperSheet[] {
  return sheets.flatMap((upper, at) => {
    const lower = sheets[at + 1];
    if (at % 2 === 1) return [];
    if (lower === undefined) return [upper];
    const cut = { kind: 'note' as const, line: say('cutHere', {}), at: 'left' as const };
    return [{ ...upper, blocks: [...upper.blocks, cut, ...lower.blocks] }];
  });
}

function sheetOf(
  letterhead: Letterhead,
  accounts: readonly Account[],
  voucher: VoucherFacts,
  { budgetCode }: VoucherHead,
): PaperSheet {
  const { kind, day, form } = voucher;
  const ofGoods = kind === 'NK' || kind === 'XK';
  return {
    name: voucher.code,
    wide: false,
    onePage: true,
    apart: true,
    blocks: [
      {
        kind: 'head',
        above: letterhead.above,
        name: letterhead.name,
        right:
          form === undefined
            ? []
            : [say('form', { form: form.number }), ...form.act.map((act) => say('formAct', { act }))],
        number: form === undefined ? undefined : say('budgetCode', { code: budgetCode }),
      },
      {
        kind: 'title',
        lines: [say('voucher', { kind }), say('on', { day })],
        side: [
          say('book', {}),
          say('number', { code: voucher.code, paperNo: voucher.paperNo }),
          ...(ofGoods
            ? []
            : [
                say('debit', { accounts: accountsOf(accounts, voucher, 'debit') }),
                say('credit', { accounts: accountsOf(accounts, voucher, 'credit') }),
              ]),
        ],
        stamp: voucher.cancelled ? say('cancelled', {}) : undefined,
      },
      formOf(voucher),
      ...(ofGoods
        ? goodsOf(letterhead, voucher)
        : [
            {
              kind: 'signatures' as const,
              signers: signersOf(['leader', 'chiefAccountant', 'preparer'], voucher.officers),
            },
            ...received(letterhead, voucher),
          ]),
    ],
  };
}

function formOf(voucher: VoucherFacts): Form {
  const { kind, fund, place, wording, papers } = voucher;
  const amount = amountOf(voucher);
  const atBank = kind === 'BC' || kind === 'BN';
  const listed = papers > 0 && wording.party === '' ? say('byList', {}) : undefined;
  return {
    kind: 'form',
    fields: [
      {
        label: say('party', { kind }),
        type: 'person',
        value: maskedText(wording.party) || listed || say('blank', {}),
      },
      {
        label: say('address', {}),
        type: 'text',
        value: maskedText(wording.address ?? '') || say('blank', {}),
      },
      { label: say('content', {}), type: 'text', value: maskedText(wording.content) || say('blank', {}) },
      {
        label: say('purse', {}),
        type: 'text',
        value: say('purseOf', {
          fund: fund.code,
          fundName: fund.name,
          place: atBank ? undefined : place?.name,
        }),
      },
      ...(atBank
        ? [
            { label: say('bankPlace', {}), type: 'text' as const, value: place?.name ?? say('blank', {}) },
            {
              label: say('bankPapers', {}),
              type: 'text' as const,
              value: voucher.bankPapers.join(', ') || say('blank', {}),
            },
          ]
        : []),
      ...(kind === 'NK' || kind === 'XK'
        ? []
        : [
            { label: say('amount', {}), type: 'dong' as const, value: amount },
            { label: say('inWords', {}), type: 'text' as const, value: say('words', { amount }) },
          ]),
      { label: say('papers', {}), type: 'text', value: say('papersCount', { papers }) },
    ],
  };
}

const GOODS: readonly PaperColumn[] = [
  { key: 'number', type: 'count' },
  { key: 'code', type: 'code' },
  { key: 'item', type: 'text' },
  { key: 'measure', type: 'text' },
  { key: 'quantity', type: 'count' },
  { key: 'value', type: 'dong' },
];

/** What came into stock or left it, who brought or took it, and who answers for the stock. */
function goodsOf(letterhead: Letterhead, { kind, day, goods, wording, officers }: VoucherFacts): Block[] {
  const total = sum(goods.map(({ cost }) => cost));
  const serials = goods.flatMap((each) => (each.serials === undefined ? [] : [each.serials]));
  const partner = kind === 'NK' ? ('goodsGiver' as const) : ('goodsTaker' as const);
  return [
    { kind: 'note', line: say('currency', {}), at: 'right' },
    {
      kind: 'table',
      columns: GOODS,
      sums: ['value'],
      tall: false,
      rows: [
        ...goods.map(({ code, name, measure, quantity, cost }, at) => ({
          kind: 'line' as const,
          cells: { number: at + 1, code, item: name, measure, quantity, value: cost },
        })),
        { kind: 'total', label: say('sheetsTotal', {}), cells: { value: total } },
      ],
    },
    ...serials.map((each) => ({
      kind: 'note' as const,
      line: say('serials', { serials: each }),
      at: 'left' as const,
    })),
    { kind: 'note', line: say('sumInWords', { amount: total }), at: 'left' },
    {
      kind: 'signatures',
      dateline: say('dateline', { town: letterhead.town, day }),
      signers: [
        { role: partner, name: maskedText(wording.party) },
        ...signersOf(['keeper', 'preparer'], officers),
      ],
    },
    { kind: 'signatures', signers: signersOf(['accountant', 'chair'], officers) },
  ];
}

/** Below a cash voucher: that the money was received in full, on which day, and who gave and took it. */
function received(letterhead: Letterhead, voucher: VoucherFacts): Block[] {
  const { kind } = voucher;
  if (kind !== 'PT' && kind !== 'PC') return [];
  const amount = amountOf(voucher);
  const other = {
    role: kind === 'PT' ? ('giver' as const) : ('recipient' as const),
    name: maskedText(voucher.wording.party),
  };
  const [cashier] = signersOf(['cashier'], voucher.officers);
  const signers = [...(cashier === undefined ? [] : [cashier]), other];
  return [
    { kind: 'note', line: say('receivedFull', {}), at: 'left', strong: true },
    {
      kind: 'form',
      fields: [
        { label: say('inFigures', {}), type: 'dong', value: amount },
        { label: say('inWordsToo', {}), type: 'text', value: say('words', { amount }) },
      ],
    },
    {
      kind: 'signatures',
      dateline: say('dateline', { town: letterhead.town, day: undefined }),
      // Who gives the money stands at the left, who takes it at the right.
      signers: kind === 'PT' ? signers.toReversed() : signers,
    },
  ];
}

/** What the voucher moves in its own fund, in đồng: a transfer's other fund has its own lines and is not counted twice. */
function amountOf(voucher: VoucherFacts): Dong {
  const own = voucher.postings.filter(
    (posting) => posting.side === 'debit' && posting.fund.id === voucher.fund.id,
  );
  return sum(own.map((posting) => posting.amount));
}

/** The chart's numbers that one side of the voucher touches, each once. */
function accountsOf(
  accounts: readonly Account[],
  { postings }: VoucherFacts,
  side: Posting['side'],
): string[] {
  const numbers = postings
    .filter((posting) => posting.side === side)
    .map(({ role, fund }) =>
      accounts.find((each) => each.role === role && each.held === (fund.kind === 'held')),
    );
  return [...new Set(numbers.flatMap((account) => account?.number ?? []))].toSorted();
}
