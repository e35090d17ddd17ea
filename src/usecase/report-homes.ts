import type { Day } from '../domain/day.ts';
import { hasBegun } from '../domain/house.ts';
import { homeReport } from '../report/papers/home-stages.ts';
import { Settings } from './check/settings.ts';
import { letterheadOf } from './papers.ts';
import type { Reader } from './port/ports.ts';
import type { Reported } from './report-value.ts';
import { roundOf } from './round-add.ts';

/** Union Homes by stage on a day; `stalled` in place of the setting that says after how many days a house is. */
export async function homesReported(
  reader: Reader,
  given: {
    readonly round: string | undefined;
    readonly stalled: number | undefined;
    readonly asOf: Day;
    /** Only houses with a paper, a decision or a payment by that day. */
    readonly begun?: boolean;
  },
): Promise<Reported> {
  const { asOf } = given;
  const round = given.round === undefined ? undefined : await roundOf(reader, 'home', given.round);
  const settings = new Settings(await (await reader.check()).settings());
  const all = await (await reader.homes()).houses(asOf, round?.id);
  const { paper, houses, stages } = homeReport({
    letterhead: letterheadOf(reader),
    asOf,
    round,
    houses: given.begun === true ? all.filter(hasBegun) : all,
    limit: given.stalled ?? settings.number('check.R10.days'),
    officers: await reader.officers(asOf),
  });
  // Programs are told cases; names stand on the paper and the screen.
  return {
    paper,
    data: { asOf, houses: houses.map(({ name: _, ...house }) => house), stages },
    covered: { to: asOf },
  };
}
