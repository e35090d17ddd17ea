import type { Day } from '../domain/day.ts';
import { Settings } from './check/settings.ts';
import type { HouseFact } from './port/homes.ts';
import { roundOf } from './round-add.ts';
import type { Session } from './session.ts';

/** The houses of a round, or all, on a day; and after how many idle days one is stalled. */
export function homeStages(
  session: Session,
  given: { readonly round: string | undefined; readonly stalled: number | undefined; readonly asOf: Day },
): Promise<{ readonly houses: readonly HouseFact[]; readonly limit: number | undefined }> {
  return session.book.read(async (reader) => {
    const round = given.round === undefined ? undefined : await roundOf(reader, 'home', given.round);
    const houses = await (await reader.homes()).houses(given.asOf, round?.id);
    const settings = new Settings(await (await reader.check()).settings());
    return { houses, limit: given.stalled ?? settings.number('check.R10.days') };
  });
}
