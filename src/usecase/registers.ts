import { firstDay, type Day } from '../domain/day.ts';
import { refuse } from '../domain/failure.ts';
import type { Fund, FundKind, Place, Purpose } from '../domain/fund.ts';
import { tidy } from '../domain/name.ts';
import type { Beneficiary, BeneficiaryDraft, OfficerRole, Reader, UnitKind } from './port/ports.ts';
import { fundBy, mustBeCode, operate, unitBy, type Session } from './session.ts';

/** Adds a fund with what it may pay for; a held fund names its owner. */
export function addFund(
  session: Session,
  draft: {
    code: string;
    name: string;
    kind: FundKind;
    owner: string;
    purposes: readonly Purpose[];
    remitBy: Day | undefined;
  },
): Promise<Fund> {
  return operate(session, 'fund add', async (writer) => {
    mustBeFree('fund', await writer.funds(), mustBeCode(draft.code));
    if (draft.kind === 'held' && draft.owner === '') refuse('usage.missing', { option: '--owner' });
    const owner = draft.kind === 'held' ? tidy(draft.owner) : '';
    if (draft.kind === 'own' && draft.remitBy !== undefined)
      refuse('usage.conflict', { options: ['--kind own', '--remit-by'] });
    // What it is founded with holds from the book's beginning: its first payments may be entered late.
    const from = firstDay(writer.entity.firstMonth);
    return writer.addFund({ ...draft, owner, name: tidy(draft.name), from });
  });
}

export function addPlace(
  session: Session,
  draft: { code: string; name: string; kind: 'cash' | 'bank'; homeFund: string | undefined },
): Promise<Place> {
  return operate(session, 'place add', async (writer) => {
    mustBeFree('place', await writer.places(), mustBeCode(draft.code));
    const homeFund = draft.homeFund === undefined ? undefined : await fundBy(writer, draft.homeFund);
    return writer.addPlace({ ...draft, homeFund, name: tidy(draft.name) });
  });
}

export function addOfficer(
  session: Session,
  draft: { role: OfficerRole; name: string; from: Day },
): Promise<void> {
  return operate(session, 'officer add', (writer) => writer.addOfficer({ ...draft, name: tidy(draft.name) }));
}

export interface UnitInput {
  readonly code: string | undefined;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parent: string | undefined;
  readonly from: Day | undefined;
}

export function addUnit(session: Session, input: UnitInput): Promise<{ code: string }> {
  return operate(session, 'unit add', async (writer) => {
    const units = await writer.units();
    const code = input.code ?? freeCode('DV', new Set(units.map((unit) => unit.code)));
    mustBeFree('unit', units, mustBeCode(code));
    const parent =
      input.parent === undefined
        ? undefined
        : await unitBy(writer, input.parent, input.from ?? session.today);
    const unit = await writer.addUnit({
      code,
      name: tidy(input.name),
      kind: input.kind,
      parent,
      from: input.from,
    });
    return { code: unit.code };
  });
}

export interface MemberInput extends Pick<BeneficiaryDraft, 'born' | 'joined' | 'private'> {
  readonly code: string | undefined;
  readonly name: string;
  /** The relative's where it is left out. */
  readonly unit: string | undefined;
  readonly kind: Beneficiary['kind'] | undefined;
  /** The member whose relative this is, by code. */
  readonly relativeOf: string | undefined;
}

export function addMember(session: Session, input: MemberInput): Promise<{ code: string }> {
  return operate(session, 'member add', async (writer) => {
    const people = await writer.people();
    const code = input.code ?? freeCode('TV', new Set(people.map((person) => person.code)));
    mustBeFree('member', people, mustBeCode(code));
    const { born, joined } = input;
    const relativeOf = input.relativeOf === undefined ? undefined : await memberBy(writer, input.relativeOf);
    const units = await writer.units();
    const unit =
      input.unit === undefined
        ? (units.find(({ id }) => id === relativeOf?.unit) ?? refuse('usage.missing', { option: '--unit' }))
        : await unitBy(writer, input.unit, joined ?? session.today);
    const kind = input.kind ?? (relativeOf === undefined ? 'member' : 'relative');
    const name = tidy(input.name);
    await writer.addBeneficiaries([
      { code, kind, unit, name, born, joined, relativeOf, private: input.private },
    ]);
    return { code };
  });
}

/** The person whom a code finds; the code of a merged record finds the one it was merged into. */
export async function memberBy(reader: Reader, code: string): Promise<Beneficiary> {
  const record = await recordBy(reader, code);
  if (record.mergedInto === undefined) return record;
  const [person] = await reader.beneficiaries({ id: record.mergedInto });
  return person ?? refuse('missing', { noun: 'member', code });
}

/** The very record that has a code. */
export async function recordBy(reader: Reader, code: string): Promise<Beneficiary> {
  const [record] = await reader.beneficiaries({ code });
  return record ?? refuse('missing', { noun: 'member', code });
}

function mustBeFree(
  noun: 'fund' | 'place' | 'unit' | 'member',
  all: readonly { readonly code: string }[],
  code: string,
): void {
  if (all.some((each) => each.code.toLowerCase() === code.toLowerCase()))
    refuse('code.taken', { noun, code });
}

/** The next code of the form `TV0001` that nobody has. */
export function freeCode(prefix: string, taken: ReadonlySet<string>): string {
  for (let number = taken.size + 1; ; number++) {
    const code = `${prefix}${String(number).padStart(4, '0')}`;
    if (!taken.has(code)) return code;
  }
}
