import { STREAMED } from '../intake/names.ts';
import { firstDay, type Day } from '../domain/day.ts';
import { add, ZERO, type Dong } from '../domain/dong.ts';
import type { EntryDraft, Ref } from '../domain/entry.ts';
import { refuse } from '../domain/failure.ts';
import type { Fund, Place } from '../domain/fund.ts';
import { magnitudeSuspects } from '../domain/magnitude.ts';
import { overlaps, repeats, type Prints } from '../domain/overlap.ts';
import { openMonth, type Calendar } from '../domain/period.ts';
import { receiptKind } from '../domain/voucher.ts';
import { readContributions, type ContributionList, type ContributionRow } from '../intake/contribution.ts';
import type { OpenedList } from '../intake/open.ts';
import { DonorLinks, type DonorChoices, type UnsureDonor } from './donors.ts';
import { takeBack } from './entry-reverse.ts';
import type { SourceDocument } from './port/evidence.ts';
import { giftPostings, giftTo, type GiftTo, type GiftWords } from './gift.ts';
import { alreadyImported, documentOf, nothingNew, UnitFinder, type ListAnswer } from './lists.ts';
import type { EntryView } from './port/entries.ts';
import type { Writer } from './port/ports.ts';
import { calendarOf, mustBeFirstOpen, mustBeOpen, operate, placeBy, type Session } from './session.ts';

/** How a list that repeats an earlier one is to be taken (accounting.md 16). */
export type Repeat =
  | { readonly how: 'refuse' | 'all-new' }
  /** Takes the rows beyond the earlier document; `document` empty means the one it overlaps. */
  | { readonly how: 'supplements' | 'replaces'; readonly document: string };

export interface ContributionImportInput extends GiftWords {
  readonly place: string;
  readonly repeat: Repeat;
  /** The day and person that handed the whole list over with its money. */
  readonly receivedOn?: Day | undefined;
  readonly fromPerson: string;
  /** Where rows of closed months go, keeping their own day. */
  readonly bookOn?: Day | undefined;
  /** Who the names mean where that is not sure. */
  readonly donors: DonorChoices;
  /** Rows of a statement whose balance does not follow, and is let stand. */
  readonly acceptBreaks: ReadonlySet<number>;
}

export interface ContributionImportAnswer extends ListAnswer {
  readonly fund: string;
  readonly place: string;
  /** Rows that equal a row of another list; taken, and worth a look. */
  readonly suspects: number;
  /** Đồng of all rows of the list. */
  readonly total: Dong;
  /** Đồng posted by this run. */
  readonly posted: Dong;
  readonly vouchers: readonly string[];
  /** Rows of the sheet whose amount looks a magnitude off; taken as they stand. */
  readonly flagged: readonly number[];
  readonly reversed: number;
  /** Gifts whose giver is a known donor, member or unit. */
  readonly linked: number;
  readonly unsure: readonly UnsureDonor[];
  /** Lines of a bank's statement that are no gifts, by kind. */
  readonly leftOut: readonly { readonly kind: string; readonly lines: number }[];
}

/**
 * Posts a donor list: one entry a row, one receipt a day (or one for the list where it came with its money on one day).
 * All of it or nothing; the same list again adds nothing; identical rows inside the list are all kept.
 */
export function importContributions(
  session: Session,
  list: OpenedList,
  input: ContributionImportInput,
): Promise<ContributionImportAnswer> {
  return operate(session, 'contribution import', async (writer) => {
    const gift = await giftTo(writer, input, input.receivedOn ?? session.today);
    const [{ fund }, place] = [gift, await placeBy(writer, input.place)];
    const calendar = await calendarOf(writer, session.today);
    if (input.bookOn !== undefined) await mustBeFirstOpen(writer, session.today, input.bookOn);
    const oneDay = input.receivedOn ?? input.bookOn;
    const limits = { first: firstDay(calendar.firstMonth), today: session.today };
    const gifts = await readContributions(list, limits, oneDay, input.acceptBreaks);
    const { reader, prints, total, rejected, normalDigest } = gifts;
    const into = { fund: fund.code, place: place.code };
    const leftOut = [...gifts.leftOut].map(([kind, lines]) => ({ kind, lines }));

    const known = await alreadyImported(writer, 'contribution', fund, normalDigest);
    if (known !== undefined && input.repeat.how === 'refuse') {
      const nothing = {
        suspects: 0,
        posted: ZERO,
        vouchers: [],
        flagged: [],
        reversed: 0,
        linked: 0,
        unsure: [],
      };
      const rows = prints.length + rejected;
      return {
        ...into,
        ...nothingNew(known, rows, reader),
        ...nothing,
        duplicates: prints.length,
        total,
        leftOut,
      };
    }

    const chosen = await choose(writer, fund, list.file, prints, input.repeat);
    const { accepted, posted } = takenOf(gifts, chosen);
    const flagged = magnitudeSuspects(gifts.amounts);
    const document = await documentOf(session, writer, {
      kind: 'contribution',
      fund,
      file: list.file,
      bytesDigest: list.digest,
      normalDigest,
      rows: prints.length,
      accepted,
      rejected,
      choice: choiceOf(input, rejected),
      total,
      supplements: input.repeat.how === 'supplements' ? chosen.document?.id : undefined,
      replaces: input.repeat.how === 'replaces' ? chosen.document?.id : undefined,
      flagged: flagged.length,
    });
    const donors = await DonorLinks.over(writer, input.donors);
    // Only an appeal asks which unit a gift came from.
    const units = gift.appeal === undefined ? undefined : new UnitFinder(await writer.units());
    const facts = {
      gift,
      units,
      fund,
      place,
      document,
      gifts,
      take: chosen.take,
      calendar,
      list,
      input,
      donors,
    };
    const vouchers = await post(session, writer, facts);
    for (const entry of await entriesGone(writer, chosen))
      await takeBack(session, writer, entry, document.code);
    return {
      ...into,
      rows: prints.length + rejected,
      accepted,
      rejected,
      duplicates: prints.length - accepted,
      suspects: chosen.suspects,
      total,
      posted,
      document: document.code,
      reading: reader.reading(),
      vouchers,
      flagged: flagged.map((at) => gifts.rowNumbers[at] ?? 0),
      reversed: chosen.gone.length,
      linked: donors.linked,
      unsure: donors.unsure,
      leftOut,
    };
  });
}

/** What the treasurer chose where the list left a choice; kept with the list. */
function choiceOf({ repeat: { how }, acceptBreaks }: ContributionImportInput, rejected: number): string {
  return [
    ...(how === 'refuse' ? [] : [how]),
    ...(rejected > 0 ? ['accept-good'] : []),
    ...(acceptBreaks.size > 0 ? ['accept-break'] : []),
  ].join(' ');
}

interface Choice {
  /** Of each row of the list, 1 where it is taken. */
  readonly take: Uint8Array;
  readonly suspects: number;
  readonly document?: SourceDocument | undefined;
  /** Entries of the replaced list that the new one no longer has. */
  readonly gone: readonly number[];
  /** The earlier list with all that supplements or replaces it. */
  readonly family: ReadonlySet<number>;
}

/** How many gifts are taken, and what they come to. */
function takenOf({ amounts }: ContributionList, { take }: Choice): { accepted: number; posted: Dong } {
  let accepted = 0;
  let posted = ZERO;
  for (const [at, amount] of amounts.entries()) {
    if (take[at] !== 1) continue;
    accepted += 1;
    posted = add(posted, amount);
  }
  return { accepted, posted };
}

async function choose(
  writer: Writer,
  fund: Fund,
  file: string,
  prints: Prints,
  repeat: Repeat,
): Promise<Choice> {
  const documents = await writer.documents('contribution', fund);
  const all = { take: new Uint8Array(prints.length).fill(1), gone: [], family: new Set<number>() };
  // A fund's first list repeats none.
  if (documents.length === 0 && !('document' in repeat)) return { ...all, suspects: 0 };
  const here = prints.counts();
  const found = overlaps(prints, here, await writer.fingerprints(fund)).sort((a, b) => b.rows - a.rows);
  const worst = found.find((overlap) => repeats(overlap, prints.length));
  const suspects = found.reduce((sum, overlap) => sum + overlap.rows, 0);
  if (repeat.how === 'refuse' && worst !== undefined) {
    const document = documents.find((each) => each.id === worst.document)?.code ?? '';
    return refuse('input.overlap', {
      file,
      document,
      overlap: worst.rows,
      rows: prints.length,
      documentRows: worst.documentRows,
    });
  }
  if (!('document' in repeat)) return { ...all, suspects };
  const wanted = repeat.document;
  const named =
    wanted === ''
      ? documents.filter((each) => each.id === (worst ?? found[0])?.document)
      : wanted
          .split(',')
          .map(
            (code) =>
              documents.find((each) => each.code.toLowerCase() === code.trim().toLowerCase()) ??
              refuse('missing', { noun: 'document', code, known: documents.map((each) => each.code) }),
          );
  const [document] = named;
  if (document === undefined) {
    return refuse('missing', { noun: 'document', code: wanted, known: documents.map((each) => each.code) });
  }
  const own = new Set(named.flatMap((each) => [...above(each, documents, repeat.how)]));
  const family = withSupplements(own, documents);
  const take = prints.beyond(rowsOf(await writer.fingerprints(fund), family));
  // What is taken must be new to every other list too: a list may repeat two earlier ones.
  const fresh = take.reduce((sum, taken) => sum + taken, 0);
  const again = overlaps(prints, prints.counts(take), await writer.fingerprints(fund))
    .filter((overlap) => !family.has(overlap.document))
    .sort((x, y) => y.rows - x.rows);
  const other = again.find((overlap) => repeats(overlap, fresh));
  if (other !== undefined) {
    const code = documents.find((each) => each.id === other.document)?.code ?? '';
    const codes = [...named.map((each) => each.code), code].join(',');
    const { rows: overlap, documentRows } = other;
    return refuse('input.overlap', { file, document: codes, overlap, rows: fresh, documentRows });
  }
  const outside = again.reduce((sum, overlap) => sum + overlap.rows, 0);
  // What a later list added stays, though the list it supplements is replaced.
  const gone =
    repeat.how === 'replaces' ? entriesBeyond(prints, here, own, await writer.fingerprints(fund)) : [];
  return { take, suspects: outside, document, gone, family };
}

type Standing = Awaited<ReturnType<Writer['fingerprints']>>;

function* rowsOf(standing: Standing, lists: ReadonlySet<number>): Iterable<Uint8Array> {
  for (const { document, fingerprint } of standing) if (lists.has(document)) yield fingerprint;
}

/** Entries of some lists whose row the new list does not have, or not as often. */
function entriesBeyond(
  prints: Prints,
  here: Uint32Array,
  lists: ReadonlySet<number>,
  standing: Standing,
): number[] {
  const left = here.slice();
  const entries: number[] = [];
  for (const { document, entry, fingerprint } of standing) {
    if (!lists.has(document)) continue;
    const first = prints.find(fingerprint);
    const count = first === undefined ? 0 : (left[first] ?? 0);
    if (first === undefined || count === 0) entries.push(entry);
    else left[first] = count - 1;
  }
  return entries;
}

/** The entries that a replaced list brought and the new one no longer has; one read for each list of its family. */
async function entriesGone(writer: Writer, { gone, family }: Choice): Promise<EntryView[]> {
  if (gone.length === 0) return [];
  const entries = await Promise.all([...family].map((document) => writer.entriesOf(document)));
  const wanted = new Set(gone);
  return entries.flat().filter((entry) => wanted.has(entry.id));
}

/** A list with those it supplements itself: where its file held their rows too; and always where it is supplemented. */
function above(
  document: SourceDocument,
  documents: readonly SourceDocument[],
  how: 'supplements' | 'replaces',
): Set<number> {
  const chain = new Set<number>();
  const walk = (each: SourceDocument) => {
    if (chain.has(each.id)) return;
    chain.add(each.id);
    if (how === 'replaces' && each.rows === each.accepted) return;
    for (const kin of documents) if (kin.id === each.supplements || kin.id === each.replaces) walk(kin);
  };
  walk(document);
  return chain;
}

/** Lists with all that supplement or replace one of them. */
function withSupplements(lists: ReadonlySet<number>, documents: readonly SourceDocument[]): Set<number> {
  const family = new Set(lists);
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const { id, supplements = 0, replaces = 0 } of documents) {
      if (family.has(supplements) || family.has(replaces)) family.add(id);
    }
  }
  return family;
}

interface Posting {
  readonly gift: GiftTo;
  /** Finds the unit that a row names; absent where nothing asks. */
  readonly units: UnitFinder | undefined;
  readonly fund: Fund;
  readonly place: Place;
  readonly document: Ref;
  readonly gifts: ContributionList;
  /** Of each gift, 1 where it is taken. */
  readonly take: Uint8Array;
  readonly calendar: Calendar;
  readonly list: OpenedList;
  readonly input: ContributionImportInput;
  readonly donors: DonorLinks;
}

/** One receipt a day, numbered in the order of days; then the entries in the order of the list, read once more. */
async function post(session: Session, writer: Writer, facts: Posting): Promise<string[]> {
  const { fund, place, gifts, take, list, input } = facts;
  const counts = new Map<Day, number>();
  for (const [at, day] of gifts.days.entries()) {
    if (take[at] !== 1) continue;
    const booked = bookedOn(day, facts);
    counts.set(booked, (counts.get(booked) ?? 0) + 1);
  }
  const vouchers = new Map<Day, Ref>();
  for (const [day, rows] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await mustBeOpen(writer, session.today, day);
    const content = session
      .phrases(writer.entity.language)
      .listReceipt({ file: list.file === STREAMED ? '' : list.file, rows });
    const wording = { party: input.fromPerson, content };
    const kind = receiptKind(place.kind);
    vouchers.set(day, await writer.addVoucher({ kind, day, fund, place, papers: 1, wording }));
  }
  let at = 0;
  for await (const batch of gifts.rows()) {
    const drafts: EntryDraft[] = [];
    for (const row of batch) if (take[at++] === 1) drafts.push(await entryOf(row, vouchers, facts));
    await writer.addEntries(drafts);
  }
  return [...vouchers.values()].map(({ code }) => code);
}

/** The day a gift is booked on: the day the list came with its money, else its own unless its month is closed. */
function bookedOn(own: Day | undefined, { calendar, input }: Posting): Day {
  const day = own ?? input.receivedOn ?? input.bookOn;
  if (day === undefined) throw new TypeError('a row has no day');
  if (input.receivedOn !== undefined) return input.receivedOn;
  return input.bookOn !== undefined && day < firstDay(openMonth(calendar)) ? input.bookOn : day;
}

async function entryOf(
  row: ContributionRow,
  vouchers: ReadonlyMap<Day, Ref>,
  facts: Posting,
): Promise<EntryDraft> {
  const { gift, units, place, document, donors } = facts;
  const day = bookedOn(row.day, facts);
  const donor = await donors.find(row);
  return {
    kind: 'contribution',
    bookedOn: day,
    ownDay: row.day === day ? undefined : row.day,
    documentNo: row.reference || undefined,
    voucher: vouchers.get(day),
    wording: { party: row.donor, content: row.memo },
    source: { document, row: row.row, fingerprint: row.print },
    postings: giftPostings(gift, place, row.amount, { donor, unit: unitOf(row, units) }),
  };
}

/** The unit that a row names, by its code or whole name, in its own column or as the giver; two of one name are none. */
function unitOf(row: ContributionRow, units: UnitFinder | undefined): Ref | undefined {
  const found = units?.find(row.unit === '' ? row.donor : row.unit);
  return found !== undefined && 'found' in found ? found.found : undefined;
}
