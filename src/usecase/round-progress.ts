import { LAST_DAY, type Day } from '../domain/day.ts';
import type { ProgressFacts } from '../report/round-progress.ts';
import type { Reader } from './port/ports.ts';
import { roundBy, unitBy } from './session.ts';

/** What is known of a round on a day: each fact is one question, however many units and awards there are. */
export async function progressOf(
  reader: Reader,
  input: { round: string; unit: string | undefined; day: Day },
): Promise<ProgressFacts> {
  const round = await roundBy(reader, input.round);
  const within = input.unit === undefined ? undefined : await unitBy(reader, input.unit);
  const facts = await reader.roundFacts();
  const since = await facts.lastProposed(round.id);
  const funds = await reader.funds();
  return {
    round,
    day: input.day,
    awards: await reader.awards({ round: round.id, upTo: input.day }),
    quotas: await (await reader.benefits()).quotas(round.id),
    units: await reader.units(),
    ownFunds: new Set(funds.filter(({ kind }) => kind === 'own').map(({ id }) => id)),
    since: since?.day,
    joined:
      since === undefined ? new Map() : await facts.joinedSince(round.id, since, round.cutOff ?? LAST_DAY),
    within: within?.id,
  };
}
