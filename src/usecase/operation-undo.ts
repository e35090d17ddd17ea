import { refuse } from '../domain/failure.ts';
import { reversalOf, type Ref } from '../domain/entry.ts';
import { reversalDay } from '../domain/period.ts';
import type { Day } from '../domain/day.ts';
import { mustBeUnmatched } from './matched.ts';
import type { OperationView, SourceDocument, Written } from './port/evidence.ts';
import type { EntryView, Writer } from './port/ports.ts';
import { calendarOf, mustBeOpen, operate, type Session } from './session.ts';

export interface UndoAnswer {
  readonly operation: number;
  readonly command: string;
  readonly documents: readonly string[];
  /** Entries that were reversed. */
  readonly reversed: number;
  /** Lines of a statement that no longer stand. */
  readonly lines: number;
  readonly awards: number;
  readonly members: number;
  readonly units: number;
  readonly vouchers: readonly string[];
}

/**
 * Takes a whole import back: its entries are reversed, its proposals cancelled, its members and units withdrawn; then the
 * same file may come again. Refused, by name, where something rests on what it brought.
 */
export function undoOperation(session: Session, id: number, reason: string): Promise<UndoAnswer> {
  return operate(session, 'operation undo', async (writer) => {
    const operation = await writer.operation(id);
    if (operation === undefined) return refuse('missing', { noun: 'operation', code: String(id) });
    const { undoneBy } = operation;
    if (undoneBy !== undefined) return refuse('operation.undone', { operation: id, by: undoneBy });
    const written = await writer.written(id);
    if (written.documents.length === 0 || written.others.length > 0)
      refuse('operation.kind', { operation: id, command: operation.command });
    const entries = await standingEntries(writer, operation, written);
    await mustBearNothing(writer, operation, written);
    const vouchers = await reverseAll(session, writer, entries, reason);
    await writer.addAwardEvents('cancel', written.awards, undefined, reason);
    await writer.withdraw(
      'beneficiary',
      written.members.map((each) => each.id),
    );
    await writer.withdraw(
      'unit',
      written.units.map((each) => each.id),
    );
    await writer.addUndo(id, session.actor(), reason);
    return {
      operation: id,
      command: operation.command,
      documents: written.documents.map(({ code }) => code),
      reversed: entries.length,
      lines: written.lines,
      awards: written.awards.length,
      members: written.members.length,
      units: written.units.length,
      vouchers,
    };
  });
}

/** The entries of an import that were not taken back one by one already. */
async function standingEntries(
  writer: Writer,
  { id, command }: OperationView,
  written: Written,
): Promise<EntryView[]> {
  const own = new Set(written.entries);
  const lists = await Promise.all(written.documents.map((document) => writer.entriesOf(document.id)));
  const entries = lists.flat().filter((entry) => own.has(entry.id));
  // An import that replaced an earlier list reversed some of it: that is not itself reversed.
  if (entries.length < own.size) refuse('operation.kind', { operation: id, command });
  return entries.filter((entry) => entry.reversedBy === undefined);
}

/** Nothing may rest on what is taken away: later lists, decisions and payments, gifts, people of a unit. */
async function mustBearNothing(writer: Writer, { id }: OperationView, written: Written): Promise<void> {
  const refuseFor = (what: string, codes: readonly string[]) => {
    if (codes.length > 0)
      refuse('operation.rests', {
        operation: id,
        what,
        codes: codes.slice(0, 20),
        more: Math.max(0, codes.length - 20),
      });
  };
  const own = new Set(written.documents.map((document) => document.id));
  const first = Math.min(...own);
  for (const kind of new Set(written.documents.map((document) => document.kind))) {
    const later = await writer.documents(kind);
    refuseFor(
      'document',
      later.filter((each) => !own.has(each.id) && restsOn(each, own, first)).map(({ code }) => code),
    );
  }
  const awards = await writer.awards({});
  const mine = new Set(written.awards.map((award) => award.id));
  refuseFor(
    'award',
    awards
      .filter((award) => mine.has(award.id) && award.state !== 'proposed' && award.state !== 'cancelled')
      .map(({ code }) => code),
  );
  const members = new Set(written.members.map((member) => member.id));
  const units = new Set(written.units.map((unit) => unit.id));
  const touched = awards.filter(
    (award) => award.state !== 'cancelled' && (members.has(award.beneficiary.id) || units.has(award.unit.id)),
  );
  refuseFor(
    'award',
    touched.map(({ code }) => code),
  );
  const donors = await writer.donors();
  const giving = await writer.donorsGiving();
  refuseFor(
    'donor',
    donors
      .filter((donor) => giving.has(donor.id))
      .filter((donor) => members.has(donor.beneficiary ?? 0) || units.has(donor.unit ?? 0))
      .map(({ code }) => code),
  );
  if (units.size === 0) return;
  refuseFor(
    'member',
    (await writer.people())
      .filter((person) => units.has(person.unit) && !members.has(person.id))
      .map(({ code }) => code),
  );
  refuseFor(
    'unit',
    (await writer.units())
      .filter((unit) => units.has(unit.parent ?? 0) && !units.has(unit.id))
      .map(({ code }) => code),
  );
}

/** A later list that named this one, or took fewer rows than it has: some stood already, perhaps by this one. */
function restsOn(list: SourceDocument, own: ReadonlySet<number>, first: number): boolean {
  if (own.has(list.supplements ?? 0) || own.has(list.replaces ?? 0)) return true;
  const known = list.kind === 'contribution' ? list.rows : list.rows - list.rejected;
  return (
    list.id > first && list.accepted < known && list.supplements === undefined && list.replaces === undefined
  );
}

/** Reverses many entries under one voucher for each fund and day. */
async function reverseAll(
  session: Session,
  writer: Writer,
  entries: readonly EntryView[],
  reason: string,
): Promise<string[]> {
  await mustBeUnmatched(
    writer,
    entries.map(({ id }) => id),
  );
  const calendar = await calendarOf(writer, session.today);
  const vouchers = new Map<string, Ref>();
  const phrases = session.phrases(writer.entity.language);
  const groups = Map.groupBy(entries, (entry) => {
    const day = reversalDay(entry.bookedOn, calendar);
    return `${day} ${entry.postings[0]?.fund.id ?? 0}`;
  });
  for (const [key, group] of groups) {
    const day = key.slice(0, 10) as Day;
    const fund = group[0]?.postings[0]?.fund;
    if (fund === undefined) throw new TypeError('an entry without postings');
    await mustBeOpen(writer, session.today, day);
    const content = phrases.undone({ entries: group.length, reason });
    const voucher = await writer.addVoucher({
      kind: 'PKT',
      day,
      fund,
      papers: 0,
      wording: { party: '', content },
    });
    vouchers.set(key, voucher);
    await writer.addEntries(
      group.map((entry) => ({
        kind: 'reversal' as const,
        bookedOn: day,
        voucher,
        reverses: entry,
        settles: entry.settles,
        postings: reversalOf(entry.postings),
      })),
    );
  }
  return [...vouchers.values()].map(({ code }) => code);
}
