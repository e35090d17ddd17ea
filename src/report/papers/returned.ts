import type { Day } from '../../domain/day.ts';
import { subtract, sum, type Dong } from '../../domain/dong.ts';
import type { Ref } from '../../domain/entry.ts';
import { say } from './line.ts';
import { mottoHead, signersOf } from './officers.ts';
import type { Block, Figure, Letterhead, OfficeHolder, Paper, PaperColumn, PaperRow } from './paper.ts';

/** A gift that nobody signed for. */
interface Unsigned {
  readonly award: Ref;
  readonly beneficiaryName: string;
  readonly category: string;
  readonly unit: Ref;
  readonly unitName: string;
  readonly amount: Dong;
}

export interface ReturnFacts {
  readonly letterhead: Letterhead;
  readonly day: Day;
  /** Who carried the money, and the voucher it went out by. */
  readonly carrier: { readonly name: string; readonly voucher: string; readonly day: Day };
  /** All in đồng. */
  readonly handed: Dong;
  readonly signed: Dong;
  readonly returned: Dong;
  readonly open: Dong;
  /** By unit, then by name. */
  readonly unsigned: readonly Unsigned[];
  readonly officers: readonly OfficeHolder[];
}

const COLUMNS: readonly PaperColumn[] = [
  { key: 'number', type: 'count' },
  { key: 'code', type: 'code' },
  { key: 'person', type: 'person' },
  { key: 'category', type: 'text' },
  { key: 'amount', type: 'dong' },
  { key: 'note', type: 'text' },
];

/** Minutes of money that was carried out and not handed out: each award by unit, the sums, and both signatures. */
export function returnMinutes(facts: ReturnFacts): Paper {
  const { letterhead, day, carrier, unsigned } = facts;
  const amount = sum(unsigned.map((each) => each.amount));
  const awards = new Set(unsigned.map(({ award }) => award.id)).size;
  const blocks: Block[] = [
    mottoHead(letterhead),
    { kind: 'title', lines: [say('returning', {}), say('on', { day }), say('carrier', carrier)] },
    { kind: 'note', line: say('currency', {}), at: 'right' },
    ...(awards === 0
      ? [{ kind: 'note' as const, line: say('returnNone', {}), at: 'left' as const }]
      : [table(unsigned, awards, amount)]),
    { kind: 'figures', figures: figuresOf(facts, amount) },
    { kind: 'note', line: say('sumInWords', { amount }), at: 'left' },
    ...(awards === 0
      ? []
      : [{ kind: 'note' as const, line: say('returnAgreed', { awards, amount }), at: 'left' as const }]),
    {
      kind: 'signatures',
      dateline: say('dateline', { town: letterhead.town, day }),
      signers: [
        { role: 'distributor', name: carrier.name },
        ...signersOf(['cashier', 'accountant', 'committee'], facts.officers),
      ],
    },
  ];
  const sheet = { name: carrier.voucher, wide: false, onePage: false, blocks };
  return { name: 'return', language: letterhead.language, date: day, sheets: [sheet] };
}

function table(unsigned: readonly Unsigned[], people: number, amount: Dong): Block {
  const rows: PaperRow[] = [];
  for (const [at, each] of unsigned.entries()) {
    const { unit, unitName, award, beneficiaryName, category } = each;
    if (unit.id !== unsigned[at - 1]?.unit.id)
      rows.push({ kind: 'group', label: say('unit', { code: unit.code, name: unitName }), cells: {} });
    rows.push({
      kind: 'line',
      cells: { number: at + 1, code: award.code, person: beneficiaryName, category, amount: each.amount },
    });
    if (unit.id !== unsigned[at + 1]?.unit.id) {
      const own = unsigned.filter((other) => other.unit.id === unit.id);
      const cells = { amount: sum(own.map((other) => other.amount)) };
      rows.push({ kind: 'subtotal', label: say('subtotal', { name: unitName }), cells });
    }
  }
  rows.push({ kind: 'total', label: say('total', { people }), cells: { amount } });
  return { kind: 'table', columns: COLUMNS, sums: ['amount'], tall: false, rows };
}

function figuresOf({ handed, signed, returned, open }: ReturnFacts, unsigned: Dong): Figure[] {
  const figure = (name: 'handed' | 'signed' | 'unsigned' | 'returned' | 'open', amount: Dong): Figure => ({
    name,
    label: say('returnFigure', { figure: name }),
    amount,
    strong: name === 'unsigned' || name === 'open',
  });
  return [
    figure('handed', handed),
    figure('signed', signed),
    // Bills that were settled against the same money are neither signed nor brought back: then nothing is computed from it.
    subtract(handed, signed) === unsigned
      ? { ...figure('unsigned', unsigned), plus: ['handed'], minus: ['signed'] }
      : figure('unsigned', unsigned),
    figure('returned', returned),
    subtract(unsigned, returned) === open
      ? { ...figure('open', open), plus: ['unsigned'], minus: ['returned'] }
      : figure('open', open),
  ];
}
