import { isOurs } from '../../domain/award.ts';
import type { Day } from '../../domain/day.ts';
import { add, sum, ZERO, type Dong } from '../../domain/dong.ts';
import type { JudgedFinding } from '../../domain/finding.ts';
import { tracesOf, type Gift } from './given.ts';
import { say, type Line } from './line.ts';
import { mottoHead, signersOf } from './officers.ts';
import { PACK_GROUPS, type PackGroup, type PackName } from './pack-lines.ts';
import type {
  Block,
  Letterhead,
  OfficeHolder,
  Paper,
  PaperColumn,
  PaperKey,
  PaperRow,
  PaperSheet,
  SignerRole,
} from './paper.ts';

/** What the lists of a pack are headed, dated and signed by. */
export interface PackFacts {
  readonly letterhead: Letterhead;
  readonly date: Day;
  /** The span's label. */
  readonly month: string;
  readonly officers: readonly OfficeHolder[];
}

type Part = 'signing' | 'exceptions' | 'index';

const note = (line: Line, strong = false): Block => ({ kind: 'note', line, at: 'left', strong });

function listed(
  facts: PackFacts,
  part: Part,
  table: { columns: readonly PaperColumn[]; sums: readonly PaperKey[]; rows: readonly PaperRow[] },
  notes: readonly Block[] = [],
  signers: readonly SignerRole[] = ['preparer', 'accountant', 'committee'],
): Paper {
  const { letterhead, date, month, officers } = facts;
  const sheet: PaperSheet = {
    name: say('packTitle', { part }),
    wide: true,
    onePage: false,
    blocks: [
      mottoHead(letterhead),
      { kind: 'title', lines: [say('packTitle', { part }), say('month', { month })] },
      ...(table.sums.length === 0 ? [] : [{ kind: 'note', line: say('currency', {}), at: 'right' } as const]),
      ...(table.rows.length === 0 ? [] : [{ kind: 'table', tall: false, ...table } as const]),
      ...notes,
      ...(signers.length === 0
        ? []
        : [
            {
              kind: 'signatures',
              dateline: say('dateline', { town: letterhead.town, day: date }),
              signers: signersOf(signers, officers),
            } as const,
          ]),
    ],
  };
  return { name: part, language: letterhead.language, date, sheets: [sheet] };
}

/** Who was paid in the month, and whether somebody has signed for it by now. */
export function signingState(facts: PackFacts, gifts: readonly Gift[]): Paper {
  const by = [
    ...Map.groupBy(
      gifts.filter(({ part, amount }) => isOurs(part) && amount > 0),
      ({ award }) => award.id,
    ),
  ];
  let total: Dong = ZERO;
  let signed = 0;
  const lines = by.map(([, some], at): PaperRow => {
    const award = some[0]?.award;
    const amount = sum(some.map((gift) => gift.amount));
    total = add(total, amount);
    const traces = tracesOf(some);
    if (traces.signedOn !== undefined) signed += 1;
    return {
      kind: 'line',
      cells: {
        number: at + 1,
        code: award?.code,
        person: award?.beneficiaryName,
        unit: award?.unit.code,
        ...traces,
        amount,
      },
    };
  });
  return listed(
    facts,
    'signing',
    {
      columns: [
        { key: 'number', type: 'count' },
        { key: 'code', type: 'code' },
        { key: 'person', type: 'person' },
        { key: 'unit', type: 'code' },
        { key: 'voucher', type: 'code' },
        { key: 'paidOn', type: 'day' },
        { key: 'signedOn', type: 'day' },
        { key: 'amount', type: 'dong' },
      ],
      sums: ['amount'],
      rows: [...lines, { kind: 'total', label: say('sheetsTotal', {}), cells: { amount: total } }],
    },
    [
      note(say('packSigned', { signed, awards: by.length })),
      ...(signed === by.length ? [] : [note(say('packUnsigned', { awards: by.length - signed }), true)]),
    ],
  );
}

/** A finding in the book's language, and who let it stand where somebody did. */
export interface PrintedFinding {
  readonly finding: JudgedFinding;
  readonly text: string;
  readonly accepted?: { readonly by: string; readonly reason: string } | undefined;
}

/** What differs and what mends it; what somebody answers for stands apart. */
export function exceptionList(facts: PackFacts, findings: readonly PrintedFinding[]): Paper {
  const order = { error: 0, warning: 1, notice: 2 } as const;
  const sorted = findings.toSorted((a, b) => order[a.finding.severity] - order[b.finding.severity]);
  const [open, accepted] = [false, true].map((is) => sorted.filter(({ finding }) => finding.accepted === is));
  const row = ({ finding, text, accepted: by }: PrintedFinding, at: number): PaperRow => ({
    kind: 'line',
    cells: {
      number: at + 1,
      packSeverity: say('packSeverity', { severity: finding.severity }),
      code: finding.rule,
      packFinding: text,
      packMend: by === undefined ? finding.mend : say('packAcceptedBy', by),
    },
  });
  const group = (label: Line, some: readonly PrintedFinding[]): PaperRow[] =>
    some.length === 0 ? [] : [{ kind: 'group', label, cells: {} }, ...some.map(row)];
  return listed(
    facts,
    'exceptions',
    {
      columns: [
        { key: 'number', type: 'count' },
        { key: 'packSeverity', type: 'text' },
        { key: 'code', type: 'code' },
        { key: 'packFinding', type: 'text' },
        { key: 'packMend', type: 'text' },
      ],
      sums: [],
      rows: [
        ...group(say('packOpen', { findings: open?.length ?? 0 }), open ?? []),
        ...group(say('packAccepted', { findings: accepted?.length ?? 0 }), accepted ?? []),
      ],
    },
    findings.length === 0 ? [note(say('packNoFindings', {}))] : [],
  );
}

/** A file of a pack as its index lists it. */
export interface PackedFile {
  readonly file: string;
  readonly name: PackName;
  /** A place's or fund's name, where the file is of one. */
  readonly subject: string;
  readonly sheets: number;
  /** Of a file that has pages. */
  readonly pages: number | undefined;
  readonly bytes: number;
  /** SHA-256 in hexadecimal. */
  readonly digest: string;
}

/** Whose pack it is: the book, its head, and the month's where it is closed. */
export interface PackedBook {
  readonly name: string;
  readonly book: string;
  readonly head: string;
  readonly sealed: string | undefined;
}

/** A pack's files as a committee reads them: books, reports, lists, minutes; each in the order in which it was made. */
export function groupedFiles<F extends Pick<PackedFile, 'name'>>(
  files: readonly F[],
): ReadonlyMap<PackGroup, readonly F[]> {
  const by = Map.groupBy(files, ({ name }) => PACK_GROUPS[name]);
  const order = ['books', 'reports', 'lists', 'minutes', 'index'] as const;
  return new Map(order.flatMap((group) => (by.has(group) ? [[group, by.get(group) ?? []]] : [])));
}

/** Every file of a pack, with what it is and its digest. */
export function packIndex(
  facts: PackFacts,
  { name, book, head, sealed }: PackedBook,
  files: readonly PackedFile[],
): Paper {
  let number = 0;
  return listed(
    facts,
    'index',
    {
      columns: [
        { key: 'number', type: 'count' },
        { key: 'packFile', type: 'text' },
        { key: 'packWhat', type: 'text' },
        { key: 'packUse', type: 'text' },
        { key: 'packExtent', type: 'text' },
        { key: 'packDigest', type: 'text' },
      ],
      sums: [],
      rows: [...groupedFiles(files)].flatMap(([group, some]): PaperRow[] => [
        { kind: 'group', label: say('packGroup', { group }), cells: {} },
        ...some.map(({ file, digest, sheets, pages, name: what, subject }): PaperRow => ({
          kind: 'line',
          cells: {
            number: (number += 1),
            packFile: file,
            packWhat: say('packName', { name: what, subject }),
            packUse: say('packUse', { name: what }),
            packExtent: say('packPages', { sheets, pages }),
            // Two lines of it are as long as a column can be.
            packDigest: `${digest.slice(0, 32)}\n${digest.slice(32)}`,
          },
        })),
      ]),
    },
    [
      note(say('packBook', { name, book })),
      note(say('packHead', { head })),
      ...(sealed === undefined ? [] : [note(say('packMonthHead', { month: facts.month, head: sealed }))]),
      note(say('packCheck', {})),
    ],
    [],
  );
}

/** The same paper, marked as a draft on each of its sheets. */
export function asDraft(paper: Paper): Paper {
  const stamp = say('packDraft', {});
  const sheets = paper.sheets.map((sheet): PaperSheet => {
    // Above the title, which stays the largest line; above all where there is none.
    const at = Math.max(
      0,
      sheet.blocks.findIndex(({ kind }) => kind === 'title'),
    );
    const mark: Block = { kind: 'note', line: stamp, at: 'right', strong: true };
    return { ...sheet, blocks: sheet.blocks.toSpliced(at, 0, mark) };
  });
  return { ...paper, sheets };
}
