import { isOurs, totalOf, type Round } from '../domain/award.ts';
import type { Helped } from '../domain/helped.ts';
import { fold } from '../domain/name.ts';
import type { AwardView } from './port/awards.ts';
import type { Reader } from './port/ports.ts';
import type { Member, View } from './view.ts';

/** Everybody who is helped in any book, as far as it is closed; of one round where one is asked about. */
export async function helpedIn(
  view: View,
  round: Round | undefined,
): Promise<{ helped: readonly Helped[]; locked: readonly string[] }> {
  const helped: Helped[] = [];
  const locked: string[] = [];
  const run = round === undefined ? undefined : runOf(round);
  for (const member of view.members) {
    await member.read(async (reader) => {
      const isLocked = (await (await reader.benefits()).privateState()) === 'sealed';
      const found = await helpedBy(reader, member, { run, isLocked });
      if (isLocked && found.length > 0) locked.push(member.union);
      for (const each of found) helped.push(each);
    });
  }
  return { helped, locked };
}

/** One run of a programme, whatever its round is called in a book: a Tet by its year, else by the code. */
export function runOf({ kind, tet, code }: Round): string {
  return tet === undefined ? `${kind} ${fold(code)}` : `${kind} #${tet}`;
}

async function helpedBy(
  reader: Reader,
  { union, upTo }: Member,
  { run, isLocked }: { readonly run: string | undefined; readonly isLocked: boolean },
): Promise<Helped[]> {
  const rounds = new Map((await reader.rounds()).map((each) => [each.id, each]));
  const asked = [...rounds.values()].filter((each) => run === undefined || runOf(each) === run);
  const awards: AwardView[] = [];
  for (const { id } of asked) awards.push(...(await reader.awards({ round: id, upTo })).filter(isDecided));
  if (awards.length === 0) return [];
  const keys = await reader.people();
  const people = new Map(keys.map((each) => [each.id, each]));
  const merged = new Map(keys.map(({ id, mergedInto }) => [id, mergedInto ?? id]));
  const owners = [...new Set(awards.map((each) => merged.get(each.beneficiary.id) ?? each.beneficiary.id))];
  const numbers = isLocked
    ? new Map<number, string>()
    : await (await reader.benefits()).secrets(owners, 'id');
  return awards.flatMap((award): Helped[] => {
    const round = rounds.get(award.round);
    const { decidedOn } = award;
    const owner = merged.get(award.beneficiary.id) ?? award.beneficiary.id;
    const person = people.get(owner);
    if (round === undefined || decidedOn === undefined) return [];
    return [
      {
        union,
        award: award.code,
        run: runOf(round),
        round: round.code,
        decidedOn,
        amount: totalOf(award.parts.filter(isOurs)),
        identity: numbers.get(owner)?.replace(/\D/g, ''),
        likeness: person?.born?.length === WHOLE_DAY ? `${person.folded} ${person.born}` : undefined,
      },
    ];
  });
}

const WHOLE_DAY = 'YYYY-MM-DD'.length;

const isDecided = ({ state }: AwardView): boolean => state === 'approved';
