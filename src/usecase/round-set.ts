import type { Round } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import type { Dong } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import { tidy } from '../domain/name.ts';
import type { OpenedList } from '../intake/open.ts';
import { readQuotas } from '../intake/quota.ts';
import { listDocument, UnitFinder, type ListAnswer } from './lists.ts';
import type { Quota } from './port/benefits.ts';
import { givenOn } from './proposal.ts';
import { inOrder, roundOf } from './round-add.ts';
import { operate, roundBy, unitBy, type Session } from './session.ts';

/** A value, or none; undefined leaves what is there. */
type Change<T> = { readonly value: T | undefined } | undefined;

export interface RoundChanges {
  readonly name: string | undefined;
  readonly on: Day | undefined;
  readonly cutOff: Change<Day>;
  readonly listBy: Change<Day>;
  readonly payBy: Change<Day>;
  readonly signBy: Change<Day>;
  readonly standing: Change<string>;
  readonly twice: Round['twice'] | undefined;
  readonly levels: ReadonlyMap<string, Dong>;
  readonly from: string | undefined;
}

/** Changes what a round says from now on; awards that stand stay as they are. */
export function setRound(session: Session, code: string, changes: RoundChanges): Promise<Round> {
  return operate(session, 'programme set', async (writer) => {
    const round = await roundBy(writer, code);
    const previous = changes.from === undefined ? undefined : await roundOf(writer, round.kind, changes.from);
    if (previous?.id === round.id)
      refuse('usage.value', { option: '--from-round', given: round.code, expected: `≠ ${round.code}` });
    const changed = <T>(change: Change<T>, known: T | undefined) =>
      change === undefined ? known : change.value;
    const after: Round = {
      ...round,
      name: changes.name === undefined ? round.name : tidy(changes.name),
      day: changes.on ?? round.day,
      cutOff: changed(changes.cutOff, round.cutOff),
      listBy: changed(changes.listBy, round.listBy),
      payBy: changed(changes.payBy, round.payBy),
      signBy: changed(changes.signBy, round.signBy),
      standing: changed(changes.standing, round.standing),
      twice: changes.twice ?? round.twice,
      levels: new Map([...round.levels, ...changes.levels]),
      previous: previous?.id ?? round.previous,
    };
    await writer.setRound(inOrder(after));
    return after;
  });
}

export interface QuotaAnswer {
  readonly round: string;
  readonly unit: string;
  readonly people?: number;
  readonly amount?: Dong;
}

/** Sets how many people and how much money a unit has in a round, at most; what is not said is not limited. */
export function setQuota(
  session: Session,
  input: { round: string; unit: string; people: number | undefined; amount: Dong | undefined },
): Promise<QuotaAnswer> {
  return operate(session, 'programme quota', async (writer) => {
    const round = await roundBy(writer, input.round);
    const unit = await unitBy(writer, input.unit, givenOn(round, session.today));
    const { people, amount } = input;
    await writer.setQuota(round.id, { unit: unit.id, people, amount });
    return {
      round: round.code,
      unit: unit.code,
      ...(people === undefined ? {} : { people }),
      ...(amount === undefined ? {} : { amount }),
    };
  });
}

/** Takes in a list of quotas: every unit once, each found in the book; a quota that stands as it is written is left. */
export function importQuotas(
  session: Session,
  list: OpenedList,
  code: string,
): Promise<ListAnswer & { round: string }> {
  return operate(session, 'programme quota', async (writer) => {
    const round = await roundBy(writer, code);
    const { reader, rows, normalDigest } = await readQuotas(list);
    const finder = new UnitFinder(await writer.units(), givenOn(round, session.today));
    const standing = await (await writer.benefits()).quotas(round.id);
    const seen = new Set<number>();
    const fresh: { source: (typeof rows)[number]['source']; quota: Quota }[] = [];
    let duplicates = 0;
    for (const { source, code: written, unit: named, people, amount } of rows) {
      const column = written === '' ? 'unit' : 'code';
      const found = finder.find(written === '' ? named : written);
      if ('fault' in found) {
        reader.fault(source, column, found.fault);
        continue;
      }
      const unit = found.found.id;
      if (seen.has(unit)) reader.fault(source, column, 'unit.repeated');
      seen.add(unit);
      const same = standing.find((each) => each.unit === unit);
      if (same !== undefined && same.people === people && same.amount === amount) duplicates += 1;
      else fresh.push({ source, quota: { unit, people, amount } });
    }
    reader.finish();
    const good = fresh.filter(({ source }) => !reader.isBad(source));
    const counts = { rows: rows.length, accepted: good.length, rejected: reader.rejected };
    // A list that says what stands already leaves no trace.
    const document =
      good.length === 0
        ? await writer.knownDocument('quota', undefined, normalDigest)
        : await listDocument(session, writer, 'quota', undefined, list, { ...counts, normalDigest });
    for (const { quota } of good) await writer.setQuota(round.id, quota);
    const reading = reader.reading();
    return { ...counts, duplicates, document: document?.code ?? '', reading, round: round.code };
  });
}
