import type { Day } from '../../domain/day.ts';
import { asDong, subtract, sum, type Dong } from '../../domain/dong.ts';
import type { Fund, Place } from '../../domain/fund.ts';
import { say } from './line.ts';
import { note } from './note.ts';
import { mottoHead, signersOf } from './officers.ts';
import type { Block, Figure, Letterhead, OfficeHolder, Paper, PaperColumn } from './paper.ts';

export interface CountFacts {
  readonly letterhead: Letterhead;
  readonly place: Place;
  readonly day: Day;
  /** What was counted; without it the sheet is a form to fill in by hand. */
  readonly count:
    | {
        readonly total: Dong;
        readonly notes: readonly { readonly face: Dong; readonly sheets: number }[];
        readonly by: string;
      }
    | undefined;
  /** What each fund has there by the book at the end of the day, in đồng. */
  readonly balances: readonly { readonly fund: Fund; readonly balance: Dong }[];
  readonly officers: readonly OfficeHolder[];
}

/** Face values of notes in use, in đồng. */
const FACES = [500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500];

const COLUMNS: readonly PaperColumn[] = [
  { key: 'number', type: 'count' },
  { key: 'face', type: 'dong' },
  { key: 'sheets', type: 'count' },
  { key: 'value', type: 'dong', product: ['face', 'sheets'] },
  { key: 'note', type: 'text' },
];

/** What lies in a cash box by notes, what the book says, and the difference. */
export function countSheet(facts: CountFacts): Paper {
  const { letterhead, place, day, count } = facts;
  const byNotes = count === undefined || count.notes.length > 0;
  const blocks: Block[] = [
    mottoHead(letterhead),
    {
      kind: 'title',
      lines: [
        say('count', { cash: place.kind === 'cash' }),
        say('on', { day }),
        say('place', { name: place.name }),
      ],
    },
    ...(place.kind === 'cash' ? board(facts) : []),
    { kind: 'note', line: say('currency', {}), at: 'right' },
    ...(byNotes ? [notesTable(count)] : []),
    { kind: 'figures', figures: figuresOf(facts, byNotes && count !== undefined) },
    // Why it differs is written by hand: the board finds it out over the open box.
    ...(count === undefined || differs(facts)
      ? [{ kind: 'note' as const, line: say('differenceReason', {}), at: 'left' as const }]
      : []),
    ...(count === undefined
      ? []
      : [
          { kind: 'note' as const, line: say('sumInWords', { amount: count.total }), at: 'left' as const },
          ...(byNotes
            ? []
            : [{ kind: 'note' as const, line: say('countedByTotal', {}), at: 'left' as const }]),
          ...(count.by === ''
            ? []
            : [{ kind: 'note' as const, line: say('countedBy', { name: count.by }), at: 'left' as const }]),
        ]),
    {
      kind: 'signatures',
      dateline: say('dateline', { town: letterhead.town, day }),
      signers: signersOf(['cashier', 'accountant', 'head'], facts.officers),
    },
  ];
  const sheet = { name: `${place.code} ${day}`, wide: false, onePage: true, blocks };
  return { name: 'count', language: letterhead.language, date: day, sheets: [sheet] };
}

/** Who counts: the chair leads, accountant and cashier are with him. */
function board({ officers, day }: CountFacts): Block[] {
  const members = (['head', 'accountant', 'cashier'] as const).map((office) =>
    note(say('boardMember', { office, name: signersOf([office], officers)[0]?.name ?? '' })),
  );
  return [note(say('board', {})), ...members, note(say('boardMet', { day }))];
}

function differs({ count, balances }: CountFacts): boolean {
  return count !== undefined && count.total !== sum(balances.map((each) => each.balance));
}

function notesTable(count: CountFacts['count']): Block {
  const sheets = new Map(count?.notes.map((note) => [Number(note.face), note.sheets]));
  const faces = [...new Set([...FACES, ...sheets.keys()])].toSorted((a, b) => b - a);
  const counted = (face: number) => (count === undefined ? undefined : (sheets.get(face) ?? 0));
  return {
    kind: 'table',
    columns: COLUMNS,
    sums: ['sheets', 'value'],
    tall: false,
    rows: [
      ...faces.map((face, at) => {
        const number = counted(face);
        const value = number === undefined ? undefined : asDong(face * number);
        return {
          kind: 'line' as const,
          cells: { number: at + 1, face: asDong(face), sheets: number, value },
        };
      }),
      {
        kind: 'total',
        label: say('sheetsTotal', {}),
        cells: {
          sheets: count && [...sheets.values()].reduce((all, each) => all + each, 0),
          value: count?.total,
        },
      },
    ],
  };
}

function figuresOf({ count, balances }: CountFacts, fromTable: boolean): Figure[] {
  const balance = sum(balances.map((each) => each.balance));
  const parts = balances.map(({ fund, balance: amount }): Figure => {
    return {
      name: fund.code,
      label: say('inBookOf', { code: fund.code, name: fund.name }),
      amount,
      strong: false,
    };
  });
  return [
    {
      name: 'counted',
      label: say('counted', {}),
      amount: count?.total,
      plus: fromTable ? ['table'] : undefined,
      strong: true,
    },
    {
      name: 'book',
      label: say('inBook', {}),
      amount: balance,
      plus: parts.length === 0 ? undefined : parts.map((part) => part.name),
      strong: true,
    },
    ...parts,
    {
      name: 'difference',
      label: say('difference', {}),
      amount: count === undefined ? undefined : subtract(count.total, balance),
      plus: count === undefined ? undefined : ['counted'],
      minus: ['book'],
      strong: true,
    },
  ];
}
