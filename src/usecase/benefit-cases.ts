import type { ProgrammeKind, Round } from '../domain/award.ts';
import { refuse } from '../domain/failure.ts';
import { unitsUnder } from '../domain/unit-tree.ts';
import type { AwardView } from './port/awards.ts';
import type { Reader } from './port/ports.ts';
import { roundOf } from './round-add.ts';
import { unitBy } from './session.ts';

/** Which awards of one round a command means: all, those of a unit and what is under it, or some by their codes. */
export interface Cases {
  readonly round?: string | undefined;
  readonly cases?: readonly string[] | undefined;
  readonly unit?: string | undefined;
  /** Award or person codes that are left out. */
  readonly except?: readonly string[] | undefined;
}

/** The round and the awards that are meant, named ones in the order in which they were named; a code of none is refused. */
export async function casesOf(
  reader: Reader,
  kind: ProgrammeKind,
  { round: named, cases = [], unit, except = [] }: Cases,
): Promise<{ readonly round: Round; readonly awards: readonly AwardView[] }> {
  const codes = new Set([...(named === undefined ? [] : [named]), ...cases.map(roundCode)]);
  const [code, ...others] = codes;
  if (code === undefined) return refuse('usage.missing', { option: '--round | --case' });
  if (others.length > 0) return refuse('cases.rounds', { rounds: [...codes] });
  const round = await roundOf(reader, kind, code);
  const under = unit === undefined ? undefined : await unitsIn(reader, unit);
  // Who is left out may be anybody of the round.
  const some =
    except.length > 0
      ? {}
      : cases.length > 0
        ? { codes: [...new Set(cases)] }
        : { units: under === undefined ? undefined : [...under] };
  const all = await reader.awards({ round: round.id, ...some });
  const byCode = new Map(all.map((award) => [award.code, award]));
  const meant = [...new Set(cases)].map(
    (each) => byCode.get(each) ?? refuse('missing', { noun: 'award', code: each }),
  );
  const out = namedBy(all, except);
  const awards = (cases.length === 0 ? all : meant).filter(
    (award) => (under === undefined || under.has(award.unit.id)) && !out(award),
  );
  return { round, awards };
}

/** Keys of a unit and of every unit under it. */
export async function unitsIn(reader: Reader, code: string): Promise<ReadonlySet<number>> {
  return unitsUnder(await reader.units(), (await unitBy(reader, code)).id);
}

/** Whether an award is one of those named by its own code or its person's; each code must name some of them. */
export function namedBy(
  awards: readonly AwardView[],
  codes: readonly string[],
): (award: AwardView) => boolean {
  for (const code of codes)
    if (!awards.some((award) => isNamed(award, code))) refuse('missing', { noun: 'award', code });
  return (award) => codes.some((code) => isNamed(award, code));
}

export function isNamed(award: AwardView, code: string): boolean {
  return award.code === code || award.beneficiary.code === code;
}

/** The code of the round that an award's code begins with. */
function roundCode(award: string): string {
  return award.slice(0, Math.max(0, award.lastIndexOf('/'))) || award;
}
