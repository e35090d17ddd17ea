import words from '../../data/givers.json' with { type: 'json' };
import { Givers } from '../domain/gift.ts';
import { Settings } from './check/settings.ts';
import type { Reader } from './port/ports.ts';

/** Who gives, each by the code that a treasurer knows: a member's, a unit's, or a donor's own. */
export async function giversOf(reader: Reader): Promise<Givers> {
  const settings = new Settings(await (await reader.check()).settings());
  const people = new Map((await reader.people()).map(({ id, code }) => [id, code]));
  const units = new Map((await reader.units()).map(({ id, code }) => [id, code]));
  const givers = (await reader.donors()).map(({ id, code, name, beneficiary, unit }) => ({
    id,
    code: people.get(beneficiary ?? 0) ?? units.get(unit ?? 0) ?? code,
    own: code,
    name,
    unit,
    person: beneficiary !== undefined,
  }));
  const wishes = settings.text('donor.unnamed').split(/[\s,;]+/);
  return new Givers(givers, new Set(wishes.filter(Boolean)), words.unnamed);
}
