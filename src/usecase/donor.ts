import { refuse } from '../domain/failure.ts';
import { likenessKey } from '../domain/likeness.ts';
import { tidy } from '../domain/name.ts';
import type { Donor } from './port/evidence.ts';
import type { Writer } from './port/ports.ts';
import { freeCode } from './registers.ts';
import { mustBeCode, operate, type Session } from './session.ts';

/** Enters somebody who gives and is neither a member nor a unit, so that their gifts are told apart from others'. */
export function addDonor(
  session: Session,
  draft: { readonly code: string | undefined; readonly name: string },
): Promise<{ code: string }> {
  return operate(session, 'donor add', async (writer) => {
    const donors = await writer.donors();
    const code = draft.code ?? freeCode('NT', new Set(donors.map((donor) => donor.code)));
    const taken = [...donors, ...(await writer.units()), ...(await writer.people())];
    if (taken.some((each) => each.code === mustBeCode(code))) refuse('code.taken', { noun: 'donor', code });
    await writer.addDonor({ code, name: tidy(draft.name) });
    return { code };
  });
}

export interface MatchAnswer {
  readonly donor: string;
  readonly code: string;
  readonly same: boolean;
}

/** Says whose a written name is, or that it is not somebody's: lists that come later are linked by it. */
export function matchDonor(
  session: Session,
  written: string,
  code: string,
  same: boolean,
): Promise<MatchAnswer> {
  return operate(session, 'donor match', async (writer) => {
    const donor = await donorBy(writer, code);
    await writer.addAlias({ written: likenessKey(written), donor: donor.id, same });
    return { donor: donor.code, code, same };
  });
}

/** A donor by its own code, or by the code of the member or unit that gives. */
async function donorBy(writer: Writer, code: string): Promise<Donor> {
  const wanted = code.toLowerCase();
  const named = (each: { readonly code: string }) => each.code.toLowerCase() === wanted;
  const donors = await writer.donors();
  const member = (await writer.beneficiaries({})).find(named);
  const unit = (await writer.units()).find(named);
  const known = donors.find(
    (donor) =>
      named(donor) ||
      (member !== undefined && donor.beneficiary === member.id) ||
      (unit !== undefined && donor.unit === unit.id),
  );
  if (known !== undefined) return known;
  if (member === undefined && unit === undefined) return refuse('missing', { noun: 'donor', code });
  return writer.addDonor({
    code: freeCode('NT', new Set(donors.map((donor) => donor.code))),
    name: member?.name ?? unit?.name ?? '',
    beneficiary: member?.id,
    unit: member === undefined ? unit?.id : undefined,
  });
}
