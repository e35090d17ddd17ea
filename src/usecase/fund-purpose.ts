import type { Day } from '../domain/day.ts';
import { refuse } from '../domain/failure.ts';
import { UNIDENTIFIED, type Purpose } from '../domain/fund.ts';
import { fundBy, operate, purposesOn, type Session } from './session.ts';

export interface PurposeInput {
  readonly fund: string;
  readonly change: 'add' | 'end';
  readonly purpose: Purpose;
  /** The first day it holds, or the last. */
  readonly day: Day;
  readonly document: string;
}

/** Gives a fund a purpose from a day on, or ends one after a day, by a document; payments of other days keep theirs. */
export function changePurpose(
  session: Session,
  input: PurposeInput,
): Promise<{ fund: string; purposes: readonly Purpose[] }> {
  return operate(session, 'fund purpose', async (writer) => {
    const fund = await fundBy(writer, input.fund);
    if (fund.code === UNIDENTIFIED) refuse('fund.held', { fund: fund.code });
    const open = (await (await writer.treasury()).purposes(fund)).filter(
      ({ purpose, to }) => purpose === input.purpose && to === undefined,
    );
    const { purpose, day, document } = input;
    if (input.change === 'add') {
      if (open.length > 0) refuse('purpose.kept', { fund: fund.code, purpose });
      await writer.addPurpose(fund, purpose, day, document);
    } else {
      const allowed = await purposesOn(writer, fund, day);
      if (open.length === 0 || !allowed.includes(purpose))
        refuse('fund.purpose', { fund: fund.code, purpose, day, allowed });
      await writer.endPurpose(fund, purpose, day, document);
    }
    return { fund: fund.code, purposes: await purposesOn(writer, fund, session.today) };
  });
}

/** Sets, or takes away, the day by which a held fund's money is to be with its owner. */
export function setRemitBy(
  session: Session,
  code: string,
  day: Day | undefined,
): Promise<{ fund: string; remitBy?: Day }> {
  return operate(session, 'fund set', async (writer) => {
    const fund = await fundBy(writer, code);
    if (fund.kind === 'own' || fund.code === UNIDENTIFIED)
      refuse('usage.conflict', { options: [`fund ${fund.code}`, '--remit-by'] });
    await writer.setRemitBy(fund, day);
    return { fund: fund.code, ...(day === undefined ? {} : { remitBy: day }) };
  });
}
