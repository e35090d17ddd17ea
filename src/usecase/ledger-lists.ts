import { isOurCash, isOurs, keptOf, totalOf, type Round } from '../domain/award.ts';
import { dayBefore, type Day } from '../domain/day.ts';
import { add, subtract, sum, ZERO, type Dong } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import type { Fund } from '../domain/fund.ts';
import {
  donorsReport,
  programmeReport,
  type DonorsReport,
  type ProgrammeLine,
  type ProgrammeReport,
} from '../report/ledger-summary.ts';
import { unitsIn } from './benefit-cases.ts';
import type { Days } from './ledger-books.ts';
import type { AwardView } from './port/awards.ts';
import type { Donor } from './port/evidence.ts';
import type { Reader } from './port/ports.ts';
import { roundBy } from './session.ts';

/** What every donor gave and was paid back; gifts of nobody who is known stand last. Names may be left out. */
export async function donorsLedger(
  reader: Reader,
  { from, to, fund, named }: Days & { fund?: Fund | undefined; named: boolean },
): Promise<DonorsReport> {
  const donors = new Map((await reader.donors()).map((donor) => [donor.id, donor]));
  const sums = await (await reader.ledgers()).donorSums({ from, to, fund });
  const lines = sums.map(({ donor, gifts, given, refunded }) => ({
    code: donors.get(donor)?.code ?? '-',
    name: named ? (donors.get(donor)?.name ?? '') : '',
    gifts,
    given,
    refunded,
    net: subtract(given, refunded),
  }));
  return donorsReport({ from, to, ...(fund === undefined ? {} : { fund: fund.code }) }, lines);
}

/**
 * Decided, paid and signed for: by round; of one round by unit; of a unit of it by award. What a period changed is what
 * stands at its end less what stood the day before it.
 */
export async function programmeLedger(
  reader: Reader,
  scope: Days & { readonly round?: string | undefined; readonly unit?: string | undefined },
): Promise<ProgrammeReport> {
  const { from, to } = scope;
  const round = scope.round === undefined ? undefined : await roundBy(reader, scope.round);
  const units = scope.unit === undefined ? undefined : [...(await unitsIn(reader, scope.unit))];
  const filter = { ...(round === undefined ? {} : { round: round.id }), units };
  const now = await reader.awards({ ...filter, upTo: to });
  const before = await reader.awards({ ...filter, upTo: dayBefore(from) });
  const own = new Set((await reader.funds()).filter(({ kind }) => kind === 'own').map(({ id }) => id));
  const keyOf = await keysOf(reader, round, scope.unit !== undefined);
  const [after, earlier] = [figuresBy(now, keyOf, own), figuresBy(before, keyOf, own)];
  const lines = [...after].flatMap(([code, { name, ...is }]): ProgrammeLine[] => {
    const was = earlier.get(code);
    const less = (amount: Dong, other: Dong | undefined) => subtract(amount, other ?? ZERO);
    const line = {
      code,
      name,
      awards: is.awards - (was?.awards ?? 0),
      granted: less(is.granted, was?.granted),
      paid: less(is.paid, was?.paid),
      own: less(is.own, was?.own),
      signed: less(is.signed, was?.signed),
      unpaid: is.unpaid,
    };
    const { code: _code, name: _name, ...figures } = line;
    return Object.values(figures).every((figure) => figure === 0) ? [] : [line];
  });
  const subject = [round?.code, scope.unit].filter((part) => part !== undefined).join(' ');
  return programmeReport({ subject, from, to }, lines);
}

/** What a line of the ledger stands for, and its name. */
async function keysOf(
  reader: Reader,
  round: Round | undefined,
  single: boolean,
): Promise<(award: AwardView) => readonly [code: string, name: string]> {
  if (round === undefined) {
    const rounds = new Map((await reader.rounds()).map(({ id, code, name }) => [id, [code, name] as const]));
    return (award) => rounds.get(award.round) ?? ['', ''];
  }
  if (single) return (award) => [award.code, award.beneficiaryName];
  const units = new Map((await reader.units()).map(({ id, name }) => [id, name]));
  return ({ unit }) => [unit.code, units.get(unit.id) ?? ''];
}

type Figures = { name: string } & Omit<ProgrammeLine, 'code' | 'name'>;

function figuresBy(
  awards: readonly AwardView[],
  keyOf: (award: AwardView) => readonly [string, string],
  own: ReadonlySet<number>,
): Map<string, Figures> {
  const figures = new Map<string, Figures>();
  for (const award of awards) {
    const [code, name] = keyOf(award);
    const all = figures.get(code) ?? {
      name,
      awards: 0,
      granted: ZERO,
      paid: ZERO,
      own: ZERO,
      signed: ZERO,
      unpaid: ZERO,
    };
    const approved = award.state === 'approved';
    const paid = award.parts.filter((part) => part.paid !== undefined);
    const kept = (parts: typeof paid) => sum(parts.map(keptOf));
    figures.set(code, {
      name,
      awards: all.awards + (approved ? 1 : 0),
      granted: add(all.granted, approved ? totalOf(award.parts) : ZERO),
      paid: add(all.paid, kept(paid)),
      own: add(all.own, kept(paid.filter((part) => isOurCash(part) && own.has(part.payer ?? 0)))),
      signed: add(all.signed, kept(paid.filter((part) => part.signedOn !== undefined))),
      unpaid: add(
        all.unpaid,
        approved ? totalOf(award.parts.filter((part) => isOurs(part) && part.paid === undefined)) : ZERO,
      ),
    });
  }
  return figures;
}

/** The first day anything can be of: where no period is given a programme is shown from its beginning. */
export const FIRST = '1900-01-01' as Day;

/** A donor of the book by its own code, or by the code of the member or unit that gives. */
export async function knownDonor(reader: Reader, code: string): Promise<Donor> {
  const wanted = code.toLowerCase();
  const named = (each: { readonly code: string }) => each.code.toLowerCase() === wanted;
  const [person] = await reader.beneficiaries({ code });
  const unit = (await reader.units()).find(named);
  const known = (await reader.donors()).find(
    (donor) =>
      named(donor) ||
      (person !== undefined && donor.beneficiary === (person.mergedInto ?? person.id)) ||
      (unit !== undefined && donor.unit === unit.id),
  );
  return known ?? refuse('missing', { noun: 'donor', code });
}
