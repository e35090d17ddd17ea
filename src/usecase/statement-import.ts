import type { Dong } from '../domain/dong.ts';
import type { Day } from '../domain/day.ts';
import { refuse } from '../domain/failure.ts';
import type { Place } from '../domain/fund.ts';
import { tidy } from '../domain/name.ts';
import type { Break } from '../domain/running-balance.ts';
import { readMemo } from '../intake/memo.ts';
import type { OpenedList } from '../intake/open.ts';
import { StatementReader, type StatementLine } from '../intake/statement.ts';
import type { SourceDocument, StatementLineDraft } from './port/evidence.ts';
import { alreadyImported, documentOf, nothingNew, type ListAnswer } from './lists.ts';
import type { Reader } from './port/ports.ts';
import { operate, placeBy, type Session } from './session.ts';
import { overlapOf, type SuspectLine } from './statement-overlap.ts';

export interface StatementImportInput {
  readonly account: string;
  /** Rows whose balance does not follow, each with why it is accepted. */
  readonly acceptBreaks: ReadonlyMap<number, string>;
  /** What becomes of lines that may stand already; left out, they are kept unless they are most of the file. */
  readonly suspects: 'keep' | 'skip' | undefined;
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
      await mustBeSameAccount(writer, known, place);
      const nothing = { breaks: facts.breaks, suspects: 0, alike: [], kinds: [] };
      return { ...nothingNew(known, rows, reader), ...said, ...nothing };
    }
    const taken = await overlapOf(writer, place, statement, facts, input.suspects);
    const document = await documentOf(session, writer, {
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

/** The same file under another account is likelier a slip than a second account with the same lines. */
async function mustBeSameAccount(reader: Reader, known: SourceDocument, place: Place): Promise<void> {
  const before = (await reader.statements()).find(({ document }) => document.id === known.id)?.place;
  const account = (await reader.places()).find(({ id }) => id === before)?.code ?? '';
  if (before !== place.id) refuse('statement.account', { document: known.code, account });
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
