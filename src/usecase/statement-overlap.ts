import type { Day } from '../domain/day.ts';
import type { Dong } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import type { Place } from '../domain/fund.ts';
import { fold } from '../domain/name.ts';
import type { StatementFacts, StatementReader } from '../intake/statement.ts';
import type { StatementLineDraft } from './port/evidence.ts';
import type { Reader } from './port/ports.ts';

/** A line that may stand already in an earlier statement, and the line it may be. */
export interface SuspectLine {
  readonly row: number;
  readonly day: Day;
  readonly amount: Dong;
  readonly document: string;
  readonly documentRow: number;
}

interface Overlap {
  /** Of each line of the file, whether it is left out. */
  readonly leave: readonly boolean[];
  readonly left: number;
  readonly suspects: number;
  readonly alike: readonly SuspectLine[];
}

/** How many suspects are shown side by side with what they may be. */
const ALIKE_MAX = 50;

/** An earlier line; it stands for one line of the file at most. */
interface Standing {
  readonly document: number;
  readonly row: number;
  readonly reference: string;
  readonly balanced: boolean;
  taken: boolean;
}

/** What a line is known by: as it is in the file, or as it stands. */
type Known = Pick<StatementLineDraft, 'row' | 'day' | 'amount' | 'balance' | 'reference'> & {
  readonly print: Uint8Array | undefined;
};

/**
 * Which lines of a statement stand already. A line whose day, amount and balance stand is that line, however another
 * export spells it; unless both have a reference and the references differ. All else that has a day and amount that stand
 * is a suspect: kept, or left out where the treasurer says so. Refused where suspects are most of the file and nothing
 * was said.
 */
export async function overlapOf(
  reader: Reader,
  place: Place,
  statement: StatementReader,
  facts: StatementFacts,
  choice: 'keep' | 'skip' | undefined,
): Promise<Overlap> {
  const earlier = await earlierLines(reader, place, facts);
  if (earlier.lines === 0) return { leave: [], left: 0, suspects: 0, alike: [] };
  const documents = new Map(
    (await reader.statements(place)).map(({ document }) => [document.id, document.code]),
  );
  const leave: boolean[] = [];
  const alike: SuspectLine[] = [];
  const unsure: { at: number; line: Known }[] = [];
  let [left, suspects] = [0, 0];
  for await (const lines of statement.lines()) {
    for (const line of lines) {
      const same = sameLine(earlier, line);
      leave.push(same !== undefined);
      if (same === undefined) {
        if (earlier.byAmount.has(amountKey(line))) unsure.push({ at: leave.length - 1, line });
      } else {
        same.taken = true;
        left += 1;
      }
    }
  }
  // The same words before the same amount alone: each earlier line is one line's.
  for (const find of [byPrint, byAmount]) {
    for (const each of unsure.splice(0)) {
      const before = find(earlier, each.line);
      if (before === undefined) {
        unsure.push(each);
        continue;
      }
      before.taken = true;
      suspects += 1;
      if (choice === 'skip') [leave[each.at], left] = [true, left + 1];
      const { row, day, amount } = each.line;
      const document = documents.get(before.document) ?? '';
      if (alike.length < ALIKE_MAX) alike.push({ row, day, amount, document, documentRow: before.row });
    }
  }
  // Most of a file that stands already is that file once more, not so many equal gifts.
  if (choice === undefined && suspects * 2 > Math.min(facts.rows, earlier.lines)) {
    const { file } = statement.reader.table.list;
    refuse('input.repeated', {
      file,
      document: alike[0]?.document ?? '',
      overlap: suspects,
      rows: facts.rows,
    });
  }
  return { leave, left, suspects, alike };
}

interface Earlier {
  readonly byBalance: Map<string, Standing[]>;
  readonly byPrint: Map<string, Standing[]>;
  /** Those that a suspect may be: a line with a balance is no other line with one. */
  readonly byAmount: Map<string, Standing[]>;
  lines: number;
}

async function earlierLines(reader: Reader, place: Place, { from, to }: StatementFacts): Promise<Earlier> {
  const earlier: Earlier = { byBalance: new Map(), byPrint: new Map(), byAmount: new Map(), lines: 0 };
  const put = (map: Map<string, Standing[]>, key: string, standing: Standing) => {
    const others = map.get(key);
    if (others === undefined) map.set(key, [standing]);
    else others.push(standing);
  };
  for (const line of await reader.statementLines(place, from, to)) {
    earlier.lines += 1;
    const { document, row, reference } = line;
    const balanced = line.balance !== undefined;
    const standing = { document, row, reference: fold(reference), balanced, taken: false };
    if (balanced) put(earlier.byBalance, balanceKey(line), standing);
    if (line.print !== undefined) put(earlier.byPrint, printKey(line.print), standing);
    put(earlier.byAmount, amountKey(line), standing);
  }
  return earlier;
}

function sameLine({ byBalance }: Earlier, line: Known): Standing | undefined {
  if (line.balance === undefined) return undefined;
  const reference = fold(line.reference);
  return first(
    byBalance.get(balanceKey(line)),
    (each) => each.reference === reference || each.reference === '' || reference === '',
  );
}

function byPrint(earlier: Earlier, line: Known): Standing | undefined {
  return line.print === undefined ? undefined : first(earlier.byPrint.get(printKey(line.print)), () => true);
}

function byAmount(earlier: Earlier, line: Known): Standing | undefined {
  // Two balances that differ are two lines, unless one reference says otherwise; equal ones may be one.
  const others = line.balance === undefined ? undefined : earlier.byBalance.get(balanceKey(line));
  const reference = fold(line.reference);
  return (
    first(others, () => true) ??
    first(
      earlier.byAmount.get(amountKey(line)),
      (each) =>
        line.balance === undefined || !each.balanced || (reference !== '' && each.reference === reference),
    )
  );
}

/** The first that nobody has. What is taken at the front goes: a bank has thousands of equal lines. */
function first(all: Standing[] | undefined, fits: (each: Standing) => boolean): Standing | undefined {
  while (all?.at(-1)?.taken === true) all.pop();
  return all?.findLast((each) => !each.taken && fits(each));
}

function printKey(print: Uint8Array): string {
  return Buffer.from(print).toString('latin1');
}

function balanceKey({ day, amount, balance }: Pick<Known, 'day' | 'amount' | 'balance'>): string {
  return `${day} ${amount} ${balance ?? ''}`;
}

function amountKey({ day, amount }: Pick<Known, 'day' | 'amount'>): string {
  return `${day} ${amount}`;
}
