import { lastDay, type Day, type Month } from '../domain/day.ts';
import { refuse, Refusal } from '../domain/failure.ts';
import { acceptanceKey, blocks, type FindingKind, type JudgedFinding } from '../domain/finding.ts';
import { shortHead } from '../domain/form.ts';
import { closeFault } from '../domain/period.ts';
import type { Paper } from '../report/papers/paper.ts';
import { closingMinutes } from './closing-paper.ts';
import { inspect } from './check/inspect.ts';
import type { Cipher } from './port/backup.ts';
import type { Acceptance } from './port/periods.ts';
import type { Reader } from './port/ports.ts';
import { calendarOf, operate, type Session } from './session.ts';

/** Findings that a count of the box mends. */
const COUNTED: ReadonlySet<FindingKind> = new Set(['place.uncounted', 'place.difference', 'cash.daily']);

/** An error that was let stand: by whom, why and until when. */
interface AcceptedFinding extends Pick<Acceptance, 'by' | 'reason' | 'until'> {
  readonly finding: JudgedFinding;
}

/** What stands between a month and its close. */
export interface Readiness {
  readonly month: Month;
  readonly ready: boolean;
  /** The month's last day where that is still to come. */
  readonly ends: Day | undefined;
  readonly blocking: readonly JudgedFinding[];
  readonly accepted: readonly AcceptedFinding[];
  /** Warnings and notices: worth a look, no obstacle. */
  readonly warnings: readonly JudgedFinding[];
}

/** Looks whether a month can be closed; refuses one that is not next, and a book that was altered. */
export async function readyToClose(session: Session, month: Month): Promise<Readiness> {
  return (await look(session, month)).readiness;
}

/** Proves the chain, then reads; gives the head that both saw. */
async function look(session: Session, month: Month): Promise<{ readiness: Readiness; head: string }> {
  const proof = await session.book.verify();
  if (!proof.ok) return refuse('book.altered', proof.broken);
  const readiness = await session.book.read((reader) => readinessOf(reader, session, month));
  return { readiness, head: proof.head };
}

async function readinessOf(reader: Reader, session: Session, month: Month): Promise<Readiness> {
  const fault = closeFault(month, await calendarOf(reader, session.today));
  if (fault !== undefined && fault.code !== 'period.running') throw new Refusal(fault);
  const { findings } = await inspect(reader, month, session.today);
  const acceptances = await reader.acceptances(lastDay(month));
  const accepted = findings.flatMap((finding): AcceptedFinding[] => {
    const acceptance = acceptances.findLast((each) => each.finding === acceptanceKey(finding));
    if (finding.severity !== 'error' || !finding.accepted || acceptance === undefined) return [];
    const { by, reason, until } = acceptance;
    return [{ finding, by, reason, until }];
  });
  const blocking = findings.filter(blocks);
  return {
    month,
    ready: fault === undefined && blocking.length === 0,
    ends: fault === undefined ? undefined : lastDay(month),
    blocking,
    accepted,
    warnings: findings.filter((finding) => finding.severity !== 'error' && !finding.accepted),
  };
}

/** Where a close leaves its files; whoever gives it knows folders, names and workbooks. */
export interface ClosingFiles {
  /** A free name for the backup. */
  readonly backup: string;
  /** Encrypts it, where it is to be encrypted. */
  readonly cipher: Cipher | undefined;
  /** Writes the minutes beside their place; absent where none are wanted. */
  readonly writeMinutes?: ((paper: Paper, reader: Reader) => Promise<void>) | undefined;
  /** A finding in the words of the book's language. */
  readonly say: (finding: { readonly kind: string; readonly facts: unknown }) => string;
  /** Gives the minutes their name: never before the month is sealed, which they say it is. */
  readonly place: () => void;
  /** Takes away the backup, and the minutes if they were written, of a close that did not come to stand. */
  readonly discard: () => void;
}

export interface CloseAnswer {
  readonly month: Month;
  /** The chain's head when the month closed, short enough for the minute book. */
  readonly head: string;
  readonly readiness: Readiness;
}

/**
 * Closes the first open month where nothing differs but what was accepted; nothing dated in it goes in afterwards. A
 * backup that was proved is there and the minutes lie whole beside their place before the month is sealed, or it is not
 * sealed: the backup's head, the minutes' head and the head that the close keeps are one.
 */
export async function closeMonth(session: Session, month: Month, files: ClosingFiles): Promise<CloseAnswer> {
  const { readiness, head } = await look(session, month);
  if (readiness.ends !== undefined) {
    refuse('period.running', { month, last: readiness.ends, today: session.today });
  }
  if (readiness.blocking.length > 0) {
    // A counted box takes no earlier entry: what moves money comes before what counts it.
    const mends = readiness.blocking
      .toSorted((a, b) => Number(COUNTED.has(a.kind)) - Number(COUNTED.has(b.kind)))
      .map(({ mend, name }) => mend ?? name);
    refuse('period.blocked', { month, findings: mends });
  }
  const kept = session.dryRun ? head : (await session.book.backup(files.backup, files.cipher)).head;
  let answer: CloseAnswer;
  try {
    answer = await operate(session, 'close', async (writer) => {
      // Somebody wrote since the book was looked through: the backup is not of what would be sealed.
      if (kept !== head || Buffer.from(await writer.head()).toString('hex') !== head) {
        refuse('book.busy', { path: files.backup, how: 'changed' });
      }
      const accepted = readiness.accepted.map(({ finding }) => acceptanceKey(finding));
      if (files.writeMinutes !== undefined) {
        const day = session.recordedAt.slice(0, 10) as Day;
        const close = { month, head, accepted, by: session.actor(), day };
        const paper = await closingMinutes(writer, close, files.say);
        if (!session.dryRun) await files.writeMinutes(paper, writer);
      }
      const reason = accepted.join('\n');
      await writer.addPeriodEvent({ month, kind: 'close', reason, by: session.actor() });
      return { month, head: shortHead(head), readiness };
    });
  } catch (error) {
    if (!session.dryRun) files.discard();
    throw error;
  }
  files.place();
  return answer;
}
