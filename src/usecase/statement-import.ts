import type { Dong } from '../domain/dong.ts';
import type { Day } from '../domain/day.ts';
import { refuse } from '../domain/failure.ts';
import type { Place } from '../domain/fund.ts';
import { tidy } from '../domain/name.ts';
import type { Break } from '../domain/running-balance.ts';
import { readMemo } from '../intake/memo.ts';
import type { OpenedList } from '../intake/open.ts';
import { StatementReader, type StatementFacts, type StatementLine } from '../intake/statement.ts';
import type { StatementLineDraft } from './evidence.ts';
import { alreadyImported, nothingNew, type ListAnswer } from './lists.ts';
import type { Reader } from './ports.ts';
import { operate, placeBy, type Session } from './session.ts';

export interface StatementImportInput {
  readonly account: string;
  /** Rows whose balance does not follow, each with why it is accepted. */
  readonly acceptBreaks: ReadonlyMap<number, string>;
  /** What becomes of lines that may stand already; left out, they are kept unless they are most of the file. */
  readonly suspects: 'keep' | 'skip' | undefined;
}

/** A line that may stand already in an earlier statement, and the line it may be. */
interface SuspectLine {
  readonly row: number;
  readonly day: Day;
  readonly amount: Dong;
  readonly document: string;
  readonly documentRow: number;
}

export interface StatementImportAnswer extends ListAnswer {
  readonly account: string;
  readonly bank: string;
  readonly from: Day;
  readonly to: Day;
  /** Đồng in over all lines of the file. */
  readonly total: Dong;
  readonly opening?: Dong | undefined;
  readonly closing?: Dong | undefined;
  readonly credits: Dong;
  readonly debits: Dong;
  /** Balances that follow from the lines before them. */
  readonly checked: number;
  /** Breaks that were accepted. */
  readonly breaks: readonly Break[];
  readonly suspects: number;
  readonly alike: readonly SuspectLine[];
  readonly kinds: readonly { readonly kind: string; readonly lines: number }[];
}

/** How many suspects are shown side by side with what they may be. */
const ALIKE_MAX = 50;

/**
 * Records a bank's statement: its lines are evidence and post nothing. Refused unless its balances, counts and sums
 * follow from its lines. Lines that an earlier statement of the account brought, told by day, amount and balance, are
 * not brought twice; where a bank prints no balance they are suspects, kept unless the treasurer says otherwise.
 */
export function importStatement(
  session: Session,
  list: OpenedList,
  input: StatementImportInput,
): Promise<StatementImportAnswer> {
  return operate(session, 'statement import', async (writer) => {
    const place = await placeBy(writer, input.account);
    if (place.kind !== 'bank') refuse('place.cash', { place: place.code });
    const statement = await StatementReader.over(list);
    const facts = await statement.prove(session, new Set(input.acceptBreaks.keys()));
    const { reader } = statement;
    const { rows, bank, from, to, opening, closing, credits, debits, checked } = facts;
    const said = {
      account: place.code,
      bank,
      from,
      to,
      total: credits,
      opening,
      closing,
      credits,
      debits,
      checked,
    };
    const known = await alreadyImported(writer, 'statement', undefined, facts.normalDigest);
    if (known !== undefined) {
      const nothing = { breaks: facts.breaks, suspects: 0, alike: [], kinds: [] };
      return { ...nothingNew(known, rows, reader), ...said, ...nothing };
    }
    const taken = await overlapping(writer, place, statement, facts, list.file, input.suspects);
    const document = await writer.addDocument({
      kind: 'statement',
      file: list.file,
      bytesDigest: list.digest,
      normalDigest: facts.normalDigest,
      rows,
      accepted: rows - taken.left,
      rejected: 0,
      choice: choiceOf(input, taken.suspects),
      total: credits,
      flagged: 0,
    });
    const key = await writer.addStatement({ ...said, document, place });
    await writer.addStatementBreaks(
      key,
      facts.breaks.map(({ row, expected, found }) => ({
        row,
        expected,
        found,
        by: session.actor(),
        reason: input.acceptBreaks.get(row) ?? '',
      })),
    );
    const kinds = new Map<string, number>();
    let at = 0;
    for await (const lines of statement.lines()) {
      const drafts: StatementLineDraft[] = [];
      for (const line of lines) {
        if (taken.leave[at++] === true) continue;
        drafts.push(draftOf(line));
        kinds.set(line.kind, (kinds.get(line.kind) ?? 0) + 1);
      }
      await writer.addStatementLines(key, place, drafts);
    }
    return {
      rows,
      accepted: rows - taken.left,
      rejected: 0,
      duplicates: taken.left,
      document: document.code,
      reading: reader.reading(),
      ...said,
      breaks: facts.breaks,
      suspects: taken.suspects,
      alike: taken.alike,
      kinds: [...kinds].map(([kind, lines]) => ({ kind, lines })),
    };
  });
}

function choiceOf({ suspects, acceptBreaks }: StatementImportInput, found: number): string {
  return [
    ...(found > 0 && suspects !== undefined ? [`suspects-${suspects}`] : []),
    ...(acceptBreaks.size > 0 ? ['accept-break'] : []),
  ].join(' ');
}

function draftOf({
  row,
  day,
  clock,
  amount,
  balance,
  reference,
  memo,
  counter,
  kind,
  print,
}: StatementLine): StatementLineDraft {
  const wording = { party: readMemo(memo, counter).payer, content: tidy(memo) };
  return { row, day, clock, amount, balance, reference, kind, wording, print };
}

interface Taken {
  /** Of each line, whether it is left out. */
  readonly leave: readonly boolean[];
  readonly left: number;
  readonly suspects: number;
  readonly alike: readonly SuspectLine[];
}

/** Lines of earlier statements of the account, by what a line is known again by; each stands for one line of the file. */
interface Earlier {
  readonly byBalance: Map<string, number>;
  readonly byPrint: Map<string, Standing[]>;
  readonly byAmount: Map<string, Standing[]>;
  lines: number;
}

/** Where an earlier line stands. */
interface Standing {
  readonly document: number;
  readonly row: number;
}

async function overlapping(
  reader: Reader,
  place: Place,
  statement: StatementReader,
  facts: StatementFacts,
  file: string,
  choice: 'keep' | 'skip' | undefined,
): Promise<Taken> {
  const earlier = await earlierLines(reader, place, facts);
  if (earlier.lines === 0) return { leave: [], left: 0, suspects: 0, alike: [] };
  const documents = new Map(
    (await reader.statements(place)).map(({ document }) => [document.id, document.code]),
  );
  const leave: boolean[] = [];
  const alike: SuspectLine[] = [];
  const unsure: { at: number; line: Pick<StatementLine, 'row' | 'day' | 'amount'> }[] = [];
  let [left, suspects, same] = [0, 0, 0];
  const suspect = (
    at: number,
    { row, day, amount }: Pick<StatementLine, 'row' | 'day' | 'amount'>,
    before: Standing,
  ) => {
    suspects += 1;
    if (choice === 'skip') [leave[at], left] = [true, left + 1];
    const document = documents.get(before.document) ?? '';
    if (alike.length < ALIKE_MAX) alike.push({ row, day, amount, document, documentRow: before.row });
  };
  let at = 0;
  for await (const lines of statement.lines()) {
    for (const line of lines) {
      const key = balanceKey(line);
      const times = key === undefined ? 0 : (earlier.byBalance.get(key) ?? 0);
      leave.push(false);
      if (key !== undefined && times > 0) {
        // One account has one balance after one line: this is that line, however another export spells it.
        earlier.byBalance.set(key, times - 1);
        [leave[at], left] = [true, left + 1];
      } else {
        const before = earlier.byPrint.get(line.print.toString('latin1'))?.shift();
        if (before !== undefined) {
          take(earlier.byAmount.get(amountKey(line)), before);
          same += 1;
          suspect(at, line, before);
        } else if (earlier.byAmount.has(amountKey(line))) unsure.push({ at, line });
      }
      at += 1;
    }
  }
  for (const { at: index, line } of unsure) {
    const before = earlier.byAmount.get(amountKey(line))?.shift();
    if (before !== undefined) suspect(index, line, before);
  }
  // Most of a file that stands already is that file once more, not so many equal gifts.
  if (choice === undefined && same * 2 > Math.min(facts.rows, earlier.lines)) {
    const document = alike[0]?.document ?? '';
    refuse('input.repeated', { file, document, overlap: same, rows: facts.rows });
  }
  return { leave, left, suspects, alike };
}

function take(places: Standing[] | undefined, one: Standing): void {
  const index = places?.indexOf(one) ?? -1;
  if (index >= 0) places?.splice(index, 1);
}

async function earlierLines(reader: Reader, place: Place, { from, to }: StatementFacts): Promise<Earlier> {
  const earlier: Earlier = { byBalance: new Map(), byPrint: new Map(), byAmount: new Map(), lines: 0 };
  const put = (map: Map<string, Standing[]>, key: string, where: Standing) => {
    const places = map.get(key);
    if (places === undefined) map.set(key, [where]);
    else places.push(where);
  };
  for (const line of await reader.statementLines(place, from, to)) {
    earlier.lines += 1;
    const key = balanceKey(line);
    if (key !== undefined) earlier.byBalance.set(key, (earlier.byBalance.get(key) ?? 0) + 1);
    // A line whose balance is known is never confused with another: only those without one are looked for.
    if (key !== undefined) continue;
    const where = { document: line.document, row: line.row };
    if (line.print !== undefined) put(earlier.byPrint, Buffer.from(line.print).toString('latin1'), where);
    put(earlier.byAmount, amountKey(line), where);
  }
  return earlier;
}

function balanceKey({
  day,
  amount,
  balance,
}: Pick<StatementLineDraft, 'day' | 'amount' | 'balance'>): string | undefined {
  return balance === undefined ? undefined : `${day} ${amount} ${balance}`;
}

function amountKey({ day, amount }: Pick<StatementLine, 'day' | 'amount'>): string {
  return `${day} ${amount}`;
}
