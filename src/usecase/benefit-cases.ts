import type { ProgrammeKind, Round } from '../domain/award.ts';
import { refuse } from '../domain/failure.ts';
import type { AwardView } from './port/awards.ts';
import type { Reader, Unit } from './port/ports.ts';
import { roundOf } from './round-add.ts';
import { unitBy } from './session.ts';

/** Which awards of one round a command means: all, those of a unit and what is under it, or some by their codes. */
export interface Cases {
  readonly round: string | undefined;
  readonly cases: readonly string[];
  readonly unit: string | undefined;
  /** Award or person codes that are left out. */
  readonly except: readonly string[];
}

/** The round and the awards that are meant; a code that names none is refused. */
export async function casesOf(
  reader: Reader,
  kind: ProgrammeKind,
  { round: named, cases, unit, except }: Cases,
): Promise<{ readonly round: Round; readonly awards: readonly AwardView[] }> {
  const codes = new Set([...(named === undefined ? [] : [named]), ...cases.map(roundCode)]);
  const [code, ...others] = codes;
  if (code === undefined) return refuse('usage.missing', { option: '--round | --case' });
  if (others.length > 0) return refuse('cases.rounds', { rounds: [...codes] });
  const round = await roundOf(reader, kind, code);
  const units = await unitsUnder(reader, unit);
  // Who is left out may be anybody of the round.
  const some = cases.length === 0 ? { units } : { codes: cases };
  const all = await reader.awards({ round: round.id, ...(except.length === 0 ? some : {}) });
  const missing =
    cases.find((each) => all.every((award) => award.code !== each)) ??
    except.find((each) => !all.some((award) => isNamed(award, each)));
  if (missing !== undefined) refuse('missing', { noun: 'award', code: missing });
  const under = units === undefined ? undefined : new Set(units);
  const awards = all.filter(
    (award) =>
      (cases.length === 0 || cases.includes(award.code)) &&
      (under === undefined || under.has(award.unit.id)) &&
      !except.some((each) => isNamed(award, each)),
  );
  return { round, awards };
}

/** The code of the round that an award's code begins with. */
function roundCode(award: string): string {
  return award.slice(0, Math.max(0, award.lastIndexOf('/'))) || award;
}

function isNamed(award: AwardView, code: string): boolean {
  return award.code === code || award.beneficiary.code === code;
}

/** Keys of a unit and of every unit under it; undefined where none is named. */
export async function unitsUnder(
  reader: Reader,
  code: string | undefined,
): Promise<readonly number[] | undefined> {
  if (code === undefined) return undefined;
  const { id } = await unitBy(reader, code);
  const children = Map.groupBy(await reader.units(), ({ parent }: Unit) => parent);
  const under = new Set([id]);
  for (const each of under) for (const child of children.get(each) ?? []) under.add(child.id);
  return [...under];
}
