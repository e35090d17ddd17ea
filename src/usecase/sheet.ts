import { LAST_DAY } from '../domain/day.ts';
import type { ProgrammeKind } from '../domain/award.ts';
import { refuse } from '../domain/failure.ts';
import {
  listControl,
  listedSheets,
  partKey,
  possibleSheets,
  type Carried,
  type Digest,
  type ListedSheet,
} from '../report/papers/listed.ts';
import type { Paper } from '../report/papers/paper.ts';
import { signingDay, signingList } from '../report/papers/signing.ts';
import type { AwardView } from './port/awards.ts';
import type { Round } from '../domain/award.ts';
import type { AdvanceView, Reader } from './port/ports.ts';
import { letterheadOf } from './papers.ts';
import { roundOf } from './round-add.ts';
import { unitBy } from './session.ts';

export interface SheetInput {
  readonly round: string;
  /** That unit alone, with what belongs to it. */
  readonly unit?: string | undefined;
  /** Only what was handed out under this voucher. */
  readonly advance?: string | undefined;
  readonly digest: Digest;
}

/** The lists on which the people of a round sign, one sheet for each unit; and the code of the list as a whole. */
export async function signingPaper(
  reader: Reader,
  kind: ProgrammeKind,
  { round: code, unit: unitCode, advance: voucher, digest }: SheetInput,
): Promise<{ paper: Paper; control: string }> {
  const round = await roundOf(reader, kind, code);
  const unit = unitCode === undefined ? undefined : (await unitBy(reader, unitCode)).id;
  const advance = voucher === undefined ? undefined : await advanceOf(reader, voucher);
  const awards = await reader.awards({ round: round.id });
  const units = await reader.units();
  const carried = advance === undefined ? undefined : (await carriedBy(reader, round, [advance]))[0];
  const facts = { book: reader.uuid, round, awards, units, digest, carried };
  const sheets =
    advance !== undefined && carried === undefined
      ? []
      : listedSheets(
          facts,
          units.find((each) => each.id === unit),
        );
  if (sheets.length === 0) refuse('award.none', { round: round.code, kind: round.kind, verb: 'sheet' });
  const control = listControl(sheets, digest);
  const listed = sheets.flatMap(({ rows }) => rows.map(({ award }) => award));
  const paper = signingList({
    letterhead: letterheadOf(reader),
    round,
    sheets,
    control,
    units,
    funds: await reader.funds(),
    officers: await reader.officers(advance?.day ?? signingDay(round, listed)),
    carrier:
      advance === undefined
        ? undefined
        : { name: advance.holder.name, voucher: advance.voucher, day: advance.day },
  });
  return { paper, control };
}

/** Every sheet that may have been printed of a round as it stands now, by its control code. */
export async function sheetsByControl(
  reader: Reader,
  round: Round,
  awards: readonly AwardView[],
  digest: Digest,
): Promise<ReadonlyMap<string, ListedSheet>> {
  const facts = { book: reader.uuid, round, awards, units: await reader.units(), digest };
  const carried = await carriedBy(reader, round, await reader.advances(LAST_DAY));
  const sheets = [undefined, ...carried].flatMap((each) => possibleSheets({ ...facts, carried: each }));
  return new Map(sheets.map((sheet) => [sheet.control, sheet]));
}

/** What each of some advances carried of a round; those that carried nothing of it are left out. */
async function carriedBy(
  reader: Reader,
  round: Round,
  advances: readonly AdvanceView[],
): Promise<readonly Carried[]> {
  const parts = new Map<number, Set<string>>();
  for (const { advance, award, line } of await (await reader.distributions()).carried({ round: round.id })) {
    const key = partKey({ award: award.id, line });
    const some = parts.get(advance);
    if (some === undefined) parts.set(advance, new Set([key]));
    else some.add(key);
  }
  return advances.flatMap(({ id, voucher }) => {
    const some = parts.get(id);
    return some === undefined ? [] : [{ voucher, parts: some }];
  });
}

/** An advance by the voucher that paid it, open or not. */
export async function advanceOf(reader: Reader, voucher: string): Promise<AdvanceView> {
  const advances = await reader.advances(LAST_DAY);
  return (
    advances.find((each) => each.voucher === voucher) ??
    refuse('missing', {
      noun: 'holder',
      code: voucher,
      known: advances.length <= 20 ? advances.map((each) => each.voucher) : undefined,
    })
  );
}
