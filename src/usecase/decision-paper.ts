import type { Day } from '../domain/day.ts';
import { refuse } from '../domain/failure.ts';
import { inOrder } from '../domain/order.ts';
import { decisionPaper } from '../report/papers/decision.ts';
import type { Paper } from '../report/papers/paper.ts';
import { letterheadOf } from './papers.ts';
import type { Reader } from './port/ports.ts';
import { roundBy } from './session.ts';

/**
 * A round's decision with its list: the one of a number as it was taken, or, without a number, a draft on all that is
 * still to be decided, for the committee to sign.
 */
export async function roundDecision(
  reader: Reader,
  { round: code, decision }: { readonly round: string; readonly decision: string | undefined },
  today: Day,
): Promise<Paper> {
  const round = await roundBy(reader, code);
  const units = await reader.units();
  const unitCode = new Map(units.map((unit) => [unit.id, unit.code]));
  const awards = (await reader.awards({ round: round.id }))
    .filter(({ state, decisionNo }) =>
      decision === undefined ? state === 'proposed' : state === 'approved' && decisionNo === decision,
    )
    .toSorted(
      (a, b) =>
        inOrder(unitCode.get(a.unit.id) ?? '', unitCode.get(b.unit.id) ?? '') ||
        inOrder(a.sortKey, b.sortKey) ||
        inOrder(a.code, b.code),
    );
  const [first] = awards;
  if (first === undefined) {
    if (decision !== undefined) return refuse('missing', { noun: 'decision', code: decision });
    return refuse('award.none', { round: round.code, kind: round.kind, verb: 'approve' });
  }
  const decidedOn = decision === undefined ? undefined : first.decidedOn;
  const day = decidedOn ?? today;
  return decisionPaper({
    letterhead: letterheadOf(reader),
    round,
    number: decision,
    decidedOn,
    day,
    awards,
    units,
    funds: await reader.funds(),
    officers: await reader.officers(day),
  });
}
