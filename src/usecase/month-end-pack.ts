import { dayBefore, firstDay, lastDay, type Day, type Month } from '../domain/day.ts';
import { acceptanceKey } from '../domain/finding.ts';
import { refuse } from '../domain/failure.ts';
import { hasBegun } from '../domain/house.ts';
import { monthSpan } from '../domain/span.ts';
import type { MonthPage } from '../report/month-page.ts';
import { giftsBetween } from '../report/papers/given.ts';
import {
  asDraft,
  exceptionList,
  signingState,
  type PackFacts,
  type PrintedFinding,
} from '../report/papers/pack.ts';
import type { PackName } from '../report/papers/pack-lines.ts';
import type { Paper } from '../report/papers/paper.ts';
import { inspect, type Inspection } from './check/inspect.ts';
import type { ClosingFiles } from './close.ts';
import { reprintMinutes } from './closing-paper.ts';
import { bookEntries } from './pack-books.ts';
import { monthPage } from './month-page.ts';
import { contributionsReported } from './report-contributions.ts';
import { disbursementsReported } from './report-disbursements.ts';
import { homesReported } from './report-homes.ts';
import { recipientsReported } from './report-recipients.ts';
import { unitsReported } from './report-units.ts';
import { countPaper, letterheadOf } from './papers.ts';
import type { Reader } from './port/ports.ts';

/** One paper of a month's pack. */
export interface PackEntry {
  readonly name: PackName;
  /** A place's or fund's name, where the paper is of one. */
  readonly subject: string;
  /** The file's name without the month and the ending: no marks, no blanks. */
  readonly file: string;
  readonly paperOf: (reader: Reader) => Promise<Paper>;
}

/** The days of a pack: of a month still running up to today. */
export interface PackDays {
  readonly from: Day;
  readonly to: Day;
}

export interface Pack extends PackDays {
  readonly month: Month;
  /** The month is not closed: every paper says so. */
  readonly draft: boolean;
  /** The month's head as its minutes print it, in hex; undefined of a draft. */
  readonly head: string | undefined;
  readonly facts: PackFacts;
  readonly entries: readonly PackEntry[];
  /** The month on one page, for a browser. */
  readonly pageOf: (reader: Reader) => Promise<MonthPage>;
}

/**
 * What a treasurer hands in at the end of a month, paper by paper. A paper of a closed month says the same whenever it is
 * printed from the same book; of a month still open it is marked as a draft.
 */
export async function monthEndPack(
  reader: Reader,
  month: Month,
  today: Day,
  say: ClosingFiles['say'],
): Promise<Pack> {
  const [from, last] = [firstDay(month), lastDay(month)];
  const first = firstDay(reader.entity.firstMonth);
  if (last < first) refuse('day.before-book', { day: last, first });
  if (from > today) refuse('day.future', { day: from, today });
  const event = (await (await reader.periods()).events(month)).findLast(({ kind }) => kind !== 'lock');
  const closed = event?.kind === 'close';
  const to = closed || last < today ? last : today;
  const facts = {
    letterhead: letterheadOf(reader),
    date: to,
    month,
    officers: await reader.officers(to),
  };
  // A closed month is looked at from the last day that the book has, whatever today is.
  const on = closed ? await lastBooked(reader, to) : today;
  const inspection = await inspect(reader, month, on);
  const period = monthSpan(month);
  const papers: PackEntry[] = [
    ...(await bookEntries(reader, { from, to })),
    paper(
      'disbursements',
      'bao-cao-chi',
      async (reads) => (await disbursementsReported(reads, { period }, to)).paper,
    ),
    paper(
      'units',
      'theo-don-vi',
      async (reads) => (await unitsReported(reads, { period, tree: 'old', asOf: to }, to)).paper,
    ),
    ...(await homeEntries(reader, to)),
    paper(
      'recipients',
      'nguoi-nhan',
      async (reads) => (await recipientsReported(reads, { period, tree: 'old', asOf: to }, to)).paper,
    ),
    paper('contributions', 'ung-ho', async (reads) => {
      const scope = { period, by: 'donor', funds: [], unit: undefined, appeal: undefined } as const;
      return (await contributionsReported(reads, scope, to)).paper;
    }),
    paper('signing', 'ky-nhan', (reads) => signingPaperOf(reads, facts, from, to)),
    ...(await countEntries(reader, from, to)),
    paper('exceptions', 'sai-lech', (reads) => exceptionPaper(reads, facts, inspection, say)),
    ...(closed
      ? [
          paper(
            'closing',
            'bien-ban-khoa-so',
            async (reads) => (await reprintMinutes(reads, month, say)).paper,
          ),
        ]
      : []),
  ];
  const marked = (each: PackEntry): PackEntry => ({
    ...each,
    paperOf: async (on) => asDraft(await each.paperOf(on)),
  });
  const entries = closed ? papers : papers.map(marked);
  return {
    month,
    from,
    to,
    draft: !closed,
    head: closed ? event.head : undefined,
    facts,
    entries,
    pageOf: (reads) => monthPage(reads, month, on, inspection),
  };
}

function paper(name: PackName, file: string, paperOf: PackEntry['paperOf'], subject = ''): PackEntry {
  return { name, subject, file, paperOf };
}

/** Union Homes by stage, where there are any by then. */
async function homeEntries(reader: Reader, to: Day): Promise<PackEntry[]> {
  const houses = await (await reader.homes()).houses(to);
  if (!houses.some(hasBegun)) return [];
  const scope = { round: undefined, stalled: undefined, asOf: to, begun: true };
  return [paper('homes', 'mai-am', async (on) => (await homesReported(on, scope)).paper)];
}

/** The last count of each place on each day it was counted. */
async function countEntries(reader: Reader, from: Day, to: Day): Promise<PackEntry[]> {
  const places = new Map((await reader.places()).map((place) => [place.id, place]));
  const counted = new Map(
    (await reader.cashCounts({ from, to })).map(({ place, day }) => [`${place} ${day}`, { place, day }]),
  );
  return [...counted.values()].flatMap(({ place: id, day }) => {
    const place = places.get(id);
    if (place === undefined) return [];
    const file = `kiem-ke-${place.code}-${day.slice(8)}`;
    return [paper('cashCount', file, (on) => countPaper(on, place.code, day), place.name)];
  });
}

async function signingPaperOf(reader: Reader, facts: PackFacts, from: Day, to: Day): Promise<Paper> {
  const gifts = giftsBetween(
    await reader.awards({ upTo: dayBefore(from) }),
    await reader.awards({ upTo: to }),
    await reader.funds(),
    await reader.vouchers({ to }),
  );
  return signingState(facts, gifts);
}

/** The last day anything is booked on, or the given one: by the book a closed month is looked at from, whatever today is. */
async function lastBooked(reader: Reader, from: Day): Promise<Day> {
  const vouchers = await reader.vouchers({ from });
  return vouchers.reduce((last, { day }) => (day > last ? day : last), from);
}

async function exceptionPaper(
  reader: Reader,
  facts: PackFacts,
  { period, findings }: Inspection,
  say: ClosingFiles['say'],
): Promise<Paper> {
  const accepted = new Map((await reader.acceptances(lastDay(period))).map((each) => [each.finding, each]));
  return exceptionList(
    facts,
    findings.map((finding): PrintedFinding => {
      const by = finding.accepted ? accepted.get(acceptanceKey(finding)) : undefined;
      return {
        finding,
        text: say(finding),
        accepted: by === undefined ? undefined : { by: by.by, reason: by.reason },
      };
    }),
  );
}
