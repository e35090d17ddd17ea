import { refuse } from '../domain/failure.ts';
import { reversalOf, type Ref } from '../domain/entry.ts';
import type { Day } from '../domain/day.ts';
import { mustBeUnmatched } from './matched.ts';
import type { OperationView, SourceDocument, Written } from './port/evidence.ts';
import type { EntryView } from './port/entries.ts';
import type { Writer } from './port/ports.ts';
import { dayOfReversal } from './entry-reverse.ts';
import { mustBeOpen, operate, type Session } from './session.ts';

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
  /** People who stand again where they stood before, and units under those they stood under. */
  readonly moved?: number;
  readonly placed?: number;
  readonly vouchers: readonly string[];
}

/**
 * Takes a whole operation back: its entries are reversed under vouchers of their own, its proposals cancelled, its members
 * and units withdrawn, and whatever else it recorded no longer counts. Refused, by name, where something rests on it.
 */
export function undoOperation(session: Session, id: number, reason: string): Promise<UndoAnswer> {
  return operate(session, 'operation undo', async (writer) => {
    const operation = await writer.operation(id);
    if (operation === undefined) return refuse('missing', { noun: 'operation', code: String(id) });
    const { undoneBy } = operation;
    if (undoneBy !== undefined) return refuse('operation.undone', { operation: id, by: undoneBy });
    const written = await writer.written(id);
    const { documents, awards, members, units } = written;
    const wrote = [written.entries, members, units, written.facts].some((each) => each.length > 0);
    // A count that settled a difference replaced the counts before it; taken back, they stay replaced.
    const others = written.others.filter((each) => each !== 'undo' || operation.command !== 'cash count');
    if (!wrote || others.length > 0) refuse('operation.kind', { operation: id, command: operation.command });
    const entries = await standingEntries(writer, operation, written);
    for (const { what, codes } of await (await writer.corrections()).restingOn(id))
      refuseFor(id, what, codes);
    await mustBearNothing(writer, operation, written);
    // First of all: matches and counts of the operation itself no longer stand in the way of its entries' reversal.
    await writer.addUndo(id, session.actor(), reason);
    await mustBeUnmatched(
      writer,
      entries.map((entry) => entry.id),
    );
    await writer.putBack(id);
    const vouchers = await reverseAll(session, writer, entries, { reason, list: documents.length > 0 });
    await writer.addAwardEvents('cancel', awards, undefined, reason);
    await writer.withdraw(
      'beneficiary',
      members.map((each) => each.id),
    );
    await writer.withdraw(
      'unit',
      units.map((each) => each.id),
    );
    return {
      operation: id,
      command: operation.command,
      documents: documents.map(({ code }) => code),
      reversed: entries.length,
      lines: written.lines,
      awards: awards.length,
      members: members.length,
      units: units.length,
      ...(written.moved.length > 0 ? { moved: written.moved.length } : {}),
      ...(written.placed.length > 0 ? { placed: written.placed.length } : {}),
      vouchers,
    };
  });
}

/** The entries of an operation that were not taken back one by one already. */
async function standingEntries(
  writer: Writer,
  { id, command }: OperationView,
  written: Written,
): Promise<EntryView[]> {
  const entries = await writer.entriesBy(id);
  // A reversal is not itself reversed: neither is an import that took some of an earlier list back.
  if (entries.some((entry) => entry.reverses !== undefined))
    refuse('operation.kind', { operation: id, command });
  const standing = entries.filter((entry) => entry.reversedBy === undefined);
  const [first] = entries;
  if (first !== undefined && standing.length === 0 && written.documents.length === 0)
    refuse('entry.reversed', { entry: first.id });
  return standing;
}

function refuseFor(operation: number, what: string, codes: readonly string[]): void {
  if (codes.length > 0)
    refuse('operation.rests', {
      operation,
      what,
      codes: codes.slice(0, 20),
      more: Math.max(0, codes.length - 20),
    });
}

/** Nothing may rest on what is taken away: later lists, decisions and payments, gifts, people of a unit. */
async function mustBearNothing(writer: Writer, { id }: OperationView, written: Written): Promise<void> {
  const { documents, awards: proposed, members: people, units: made } = written;
  if ([documents, proposed, people, made].every((each) => each.length === 0)) return;
  const own = new Set(written.documents.map((document) => document.id));
  const first = Math.min(...own);
  for (const kind of new Set(written.documents.map((document) => document.kind))) {
    const later = await writer.documents(kind);
    refuseFor(
      id,
      'document',
      later.filter((each) => !own.has(each.id) && restsOn(each, own, first)).map(({ code }) => code),
    );
  }
  const awards = await writer.awards({});
  const mine = new Set(written.awards.map((award) => award.id));
  refuseFor(
    id,
    'award',
    awards
      .filter((award) => mine.has(award.id) && award.state !== 'proposed' && award.state !== 'cancelled')
      .map(({ code }) => code),
  );
  const members = new Set(written.members.map((member) => member.id));
  const units = new Set(written.units.map((unit) => unit.id));
  const touched = awards.filter(
    (award) =>
      award.state !== 'cancelled' &&
      // What a list proposed for people whom it entered goes with them.
      !mine.has(award.id) &&
      (members.has(award.beneficiary.id) || units.has(award.unit.id)),
  );
  refuseFor(
    id,
    'award',
    touched.map(({ code }) => code),
  );
  const donors = await writer.donors();
  const giving = await writer.donorsGiving();
  refuseFor(
    id,
    'donor',
    donors
      .filter((donor) => giving.has(donor.id))
      .filter((donor) => members.has(donor.beneficiary ?? 0) || units.has(donor.unit ?? 0))
      .map(({ code }) => code),
  );
  if (units.size === 0) return;
  const [moved, placed] = [new Set(written.moved), new Set(written.placed)];
  refuseFor(
    id,
    'member',
    (await writer.people())
      .filter((person) => units.has(person.unit) && !members.has(person.id) && !moved.has(person.id))
      .map(({ code }) => code),
  );
  refuseFor(
    id,
    'unit',
    (await writer.units())
      .filter((unit) => units.has(unit.parent ?? 0) && !units.has(unit.id) && !placed.has(unit.id))
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
  { reason, list }: { readonly reason: string; readonly list: boolean },
): Promise<string[]> {
  const vouchers = new Map<string, Ref>();
  const phrases = session.phrases(writer.entity.language);
  const dayOf = await dayOfReversal(session, writer, entries);
  const groups = Map.groupBy(entries, (entry) => {
    // Opening balances stand before the first month, where nothing else does: so does what takes them back.
    const day = entry.kind === 'opening' ? entry.bookedOn : dayOf(entry);
    return `${day} ${entry.postings[0]?.fund.id ?? 0}`;
  });
  for (const [key, group] of groups) {
    const day = key.slice(0, 10) as Day;
    const [first] = group;
    const fund = first?.postings[0]?.fund;
    if (first === undefined || fund === undefined) throw new TypeError('an entry without postings');
    if (first.kind !== 'opening') await mustBeOpen(writer, session.today, day);
    const alike = group.every((entry) => entry.bookedOn === first.bookedOn);
    const of = first.bookedOn === day || !alike ? undefined : first.bookedOn;
    const single = !list && group.length === 1;
    const content = single
      ? phrases.reversed({ entry: first.id, voucher: first.voucher?.code ?? '', of, reason })
      : phrases.undone({ entries: group.length, list, of, reason });
    const voucher = await writer.addVoucher({
      kind: 'PKT',
      day,
      fund,
      papers: 0,
      wording: { party: single ? first.wording.party : '', content },
    });
    vouchers.set(key, voucher);
    await writer.addEntries(
      group.map((entry) => ({
        kind: entry.kind === 'opening' ? ('opening' as const) : ('reversal' as const),
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
