import type { Day } from '../domain/day.ts';
import type { Dong } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import { UNIDENTIFIED } from '../domain/fund.ts';
import { tidy } from '../domain/name.ts';
import type { OpenedList } from '../intake/open.ts';
import { readTargets } from '../intake/target.ts';
import { appealBy } from './gift.ts';
import { listDocument, UnitFinder, type ListAnswer } from './lists.ts';
import type { Appeal } from './port/treasury.ts';
import { fundBy, mustBeCode, operate, unitBy, type Session } from './session.ts';

export interface AppealInput {
  readonly code: string;
  readonly name: string;
  readonly fund: string;
  /** The fund that takes `percent` hundredths of every gift. */
  readonly share: { readonly fund: string; readonly percent: number } | undefined;
  readonly goal: Dong | undefined;
  readonly from: Day;
  readonly due: Day | undefined;
  readonly document: string | undefined;
}

/** Begins a campaign for gifts into one fund, or shared between two. */
export function addAppeal(session: Session, input: AppealInput): Promise<Appeal> {
  return operate(session, 'appeal add', async (writer) => {
    const code = mustBeCode(input.code);
    const known = await (await writer.treasury()).appeals();
    if (known.some((each) => each.code.toLowerCase() === code.toLowerCase()))
      refuse('code.taken', { noun: 'appeal', code });
    const fund = await fundBy(writer, input.fund);
    const shareFund = input.share === undefined ? undefined : await fundBy(writer, input.share.fund);
    for (const each of [fund, shareFund]) {
      if (each?.code === UNIDENTIFIED) refuse('fund.held', { fund: each.code });
    }
    if (shareFund?.id === fund.id) refuse('fund.same', { fund: fund.code });
    if (input.due !== undefined && input.due < input.from)
      refuse('usage.value', { option: '--due', given: input.due, expected: `${input.from} …` });
    const { goal, from, due, document } = input;
    const share = input.share?.percent;
    return writer.addAppeal({
      code,
      name: tidy(input.name),
      fund: fund.id,
      shareFund: shareFund?.id,
      share,
      goal,
      from,
      due,
      document,
    });
  });
}

export interface TargetAnswer {
  readonly appeal: string;
  readonly unit: string;
  readonly target: Dong;
  readonly pledged?: Dong;
}

/** Sets what an appeal asks of one unit, and what the unit promised. */
export function setTarget(
  session: Session,
  input: { appeal: string; unit: string; amount: Dong; pledged: Dong | undefined },
): Promise<TargetAnswer> {
  return operate(session, 'appeal target', async (writer) => {
    const [appeal, unit] = [
      await appealBy(writer, input.appeal),
      await unitBy(writer, input.unit, session.today),
    ];
    const { amount, pledged } = input;
    await writer.setTarget({ appeal: appeal.id, unit: unit.id, amount, pledged });
    return {
      appeal: appeal.code,
      unit: unit.code,
      target: amount,
      ...(pledged === undefined ? {} : { pledged }),
    };
  });
}

/** Takes in a list of targets: every unit once, each found in the book; a target that stands as it is written is left. */
export function importTargets(
  session: Session,
  list: OpenedList,
  code: string,
): Promise<ListAnswer & { appeal: string }> {
  return operate(session, 'appeal target', async (writer) => {
    const appeal = await appealBy(writer, code);
    const { reader, rows, normalDigest } = await readTargets(list);
    const finder = new UnitFinder(await writer.units(), session.today);
    const standing = await (await writer.treasury()).targets(appeal, session.today);
    const seen = new Set<number>();
    const fresh: { source: (typeof rows)[number]['source']; unit: number; row: (typeof rows)[number] }[] = [];
    let duplicates = 0;
    for (const row of rows) {
      const found = finder.find(row.code === '' ? row.unit : row.code);
      if ('fault' in found) {
        reader.fault(row.source, row.code === '' ? 'unit' : 'code', found.fault);
        continue;
      }
      const unit = found.found.id;
      if (seen.has(unit)) reader.fault(row.source, row.code === '' ? 'unit' : 'code', 'unit.repeated');
      seen.add(unit);
      const same = standing.find((each) => each.unit.id === unit);
      if (same?.target === row.target && same?.pledged === row.pledged) duplicates += 1;
      else fresh.push({ source: row.source, unit, row });
    }
    reader.finish();
    const good = fresh.filter(({ source }) => !reader.isBad(source));
    const { rejected } = reader;
    const counts = { rows: rows.length, accepted: good.length, rejected };
    const reading = reader.reading();
    // A list that says what stands already leaves no trace.
    const document =
      good.length === 0
        ? await writer.knownDocument('target', undefined, normalDigest)
        : await listDocument(session, writer, 'target', undefined, list, { ...counts, normalDigest });
    for (const { unit, row } of good) {
      if (row.target !== undefined)
        await writer.setTarget({ appeal: appeal.id, unit, amount: row.target, pledged: row.pledged });
    }
    return { ...counts, duplicates, document: document?.code ?? '', reading, appeal: appeal.code };
  });
}
