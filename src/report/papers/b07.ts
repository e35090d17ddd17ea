import { sum, ZERO, type Dong } from '../../domain/dong.ts';
import type { CodeLine } from '../../domain/final-accounts.ts';
import {
  assumedSheet,
  finalHead,
  finalSigners,
  finalTitle,
  nameOf,
  unsureNote,
  type FinalFacts,
} from './final.ts';
import { say } from './line.ts';
import { note } from './note.ts';
import type { Form, Paper, PaperColumn, PaperRow } from './paper.ts';

const COLUMNS: readonly PaperColumn[] = [
  { key: 'rank', type: 'code' },
  { key: 'itemText', type: 'text' },
  { key: 'itemCode', type: 'code' },
  { key: 'planned', type: 'dong' },
  { key: 'settled', type: 'dong' },
  { key: 'approvedAbove', type: 'dong' },
];

/**
 * The settlement of a grassroots union's year (B07-TLĐ, domain.md 1.4): each line is what S82 has under the same code.
 * What the book does not know (the budget, what the union above approves) is left to be filled in by hand.
 */
export function settlementReport(facts: FinalFacts): Paper {
  const { letterhead, to } = facts;
  return {
    name: 'b07',
    language: letterhead.language,
    date: to,
    sheets: [
      {
        name: 'B07',
        wide: false,
        onePage: false,
        blocks: [
          finalHead(facts, 'B07'),
          finalTitle(facts, 'B07'),
          note(say('basicPart', {}), true),
          basics(facts),
          note(say('figuresPart', {}), true),
          { kind: 'note', line: say('currency', {}), at: 'right' },
          { kind: 'table', columns: COLUMNS, sums: [], tall: false, rows: rowsOf(facts) },
          ...unsureNote(facts),
          finalSigners(facts),
        ],
      },
      ...assumedSheet(facts),
    ],
  };
}

function basics({ basics: { workers, payroll, members }, to }: FinalFacts): Form {
  const blank = say('blank', {});
  return {
    kind: 'form',
    fields: [
      {
        label: say('basicWorkers', {}),
        type: 'count',
        value: workers === undefined ? blank : String(workers),
      },
      { label: say('basicPayroll', {}), type: 'dong', value: payroll ?? blank },
      {
        label: say('basicMembers', { day: to }),
        type: 'count',
        value: members === undefined ? blank : String(members),
      },
      { label: say('basicDues', {}), type: 'dong', value: blank },
      { label: say('basicStaff', {}), type: 'count', value: blank },
    ],
  };
}

/** Roman for the parts, Arabic for the lines, with a point for the lines of a sum. */
const ROMAN = ['I', 'II', 'III', 'IV', 'V'];

function rowsOf(facts: FinalFacts): PaperRow[] {
  const { table, sums } = facts;
  const rows: PaperRow[] = [];
  const of = (code: string): Dong => sums.get(code) ?? ZERO;
  const row = (rank: string, line: CodeLine | FinalFacts['table']['sums'][number]): PaperRow => {
    const settled = 'part' in line && line.part === 'owed' ? undefined : of(line.code);
    return { kind: 'line', cells: { rank, itemText: nameOf(line, facts), itemCode: line.code, settled } };
  };
  let part = 0;
  for (const group of ['opening', 'in', 'out', 'closing', 'owed'] as const) {
    const lines = table.lines.filter((line) => line.part === group);
    const rank = ROMAN[part] ?? '';
    if (lines.length > 0) part += 1;
    if (group !== 'in' && group !== 'out') {
      rows.push(...lines.map((line) => row(rank, line)));
      continue;
    }
    const settled = sum(lines.map(({ code }) => of(code)));
    rows.push({ kind: 'line', cells: { rank, itemText: say('finalGroup', { group }), settled } });
    rows.push(...numbered(facts, lines, row));
  }
  return rows;
}

function numbered(
  { table }: FinalFacts,
  lines: readonly CodeLine[],
  row: (rank: string, line: CodeLine | FinalFacts['table']['sums'][number]) => PaperRow,
): PaperRow[] {
  const rows: PaperRow[] = [];
  let [number, sub] = [0, 0];
  let over: string | undefined;
  for (const line of lines) {
    const parent = table.sums.find(({ code }) => code === line.of);
    if (parent === undefined || parent.code !== over) [number, sub] = [number + 1, 0];
    if (parent !== undefined && parent.code !== over) rows.push(row(String(number), parent));
    over = parent?.code;
    sub += 1;
    rows.push(row(parent === undefined ? String(number) : `${number}.${sub}`, line));
  }
  return rows;
}
