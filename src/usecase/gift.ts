import type { Day } from '../domain/day.ts';
import { allocate, type Dong } from '../domain/dong.ts';
import { moneyIn, type Posting, type Ref } from '../domain/entry.ts';
import { refuse } from '../domain/failure.ts';
import { UNIDENTIFIED, type Fund, type Place } from '../domain/fund.ts';
import { readRestriction, restrictionText } from '../domain/restriction.ts';
import type { Reader } from './port/ports.ts';
import type { Appeal } from './port/treasury.ts';
import { fundBy, mustPay, unitBy } from './session.ts';

/** What a gift is said to be: codes as they are typed; `fund` is empty where the appeal says it. */
export interface GiftWords {
  readonly fund: string;
  readonly restrict?: string | undefined;
  readonly appeal?: string | undefined;
  readonly unit?: string | undefined;
}

/** A gift's fund, what it is set apart for, the appeal it answers and the unit it came from. */
export interface GiftTo {
  readonly fund: Fund;
  readonly restriction?: string | undefined;
  readonly appeal?: Appeal | undefined;
  /** The fund that takes the appeal's share. */
  readonly shareFund?: Fund | undefined;
  readonly unit?: Ref | undefined;
}

/** Finds everything a gift names; what is not there, or does not fit together, is refused. */
export async function giftTo(reader: Reader, words: GiftWords, day: Day): Promise<GiftTo> {
  const appeal = words.appeal === undefined ? undefined : await appealBy(reader, words.appeal);
  const fund = await fundFor(reader, words.fund, appeal);
  // Nobody gave to CHO: what waits there is a gift on the day it is identified.
  if (fund.code === UNIDENTIFIED) refuse('fund.held', { fund: fund.code });
  const shareFund = (await reader.funds()).find((each) => each.id === appeal?.shareFund);
  if (shareFund !== undefined && words.restrict !== undefined)
    refuse('usage.conflict', { options: ['--restrict', `--appeal ${appeal?.code ?? ''}`] });
  const unit = words.unit === undefined ? undefined : await unitBy(reader, words.unit, day);
  const restriction =
    words.restrict === undefined ? undefined : await restrictionFor(reader, words.restrict, fund, day);
  return { fund, restriction, appeal, shareFund, unit };
}

/** The postings of one gift; where the appeal is shared, its shares come into two funds in the same place. */
export function giftPostings(
  { fund, restriction, appeal, shareFund, unit }: GiftTo,
  place: Place,
  amount: Dong,
  more: Partial<Posting>,
): Posting[] {
  const about = { ...more, restriction, appeal: appeal?.code, unit: unit ?? more.unit };
  const share = appeal?.share ?? 0;
  const [own = amount, shared] = shareFund === undefined ? [amount] : allocate(amount, [100 - share, share]);
  return [
    ...(own > 0 ? moneyIn(fund, place, 'contribution', own, about) : []),
    ...(shareFund !== undefined && shared !== undefined && shared > 0
      ? moneyIn(shareFund, place, 'contribution', shared, about)
      : []),
  ];
}

export async function appealBy(reader: Reader, code: string): Promise<Appeal> {
  const appeals = await (await reader.treasury()).appeals();
  return (
    appeals.find((each) => each.code.toLowerCase() === code.toLowerCase()) ??
    refuse('missing', { noun: 'appeal', code, known: appeals.map((each) => each.code) })
  );
}

async function fundFor(reader: Reader, text: string, appeal: Appeal | undefined): Promise<Fund> {
  const named = text === '' ? undefined : await fundBy(reader, text);
  if (appeal === undefined) return named ?? refuse('usage.missing', { option: '--fund' });
  const fund = (await reader.funds()).find((each) => each.id === appeal.fund);
  if (fund === undefined) throw new TypeError('an appeal for no fund');
  if (named !== undefined && named.id !== fund.id)
    refuse('appeal.fund', { appeal: appeal.code, fund: fund.code, given: named.code });
  return fund;
}

/** A restriction that can be kept: its purpose is the fund's, its unit or case stands in the book. */
async function restrictionFor(reader: Reader, text: string, fund: Fund, day: Day): Promise<string> {
  const read = readRestriction(text);
  if (read === undefined) {
    const expected = 'purpose=home · unit=BVA · case=mai-am-2024/0001';
    return refuse('usage.value', { option: '--restrict', given: text, expected });
  }
  const { kind, code } = read;
  if (kind === 'unit') return restrictionText({ kind, code: (await unitBy(reader, code, day)).code });
  const purpose = kind === 'purpose' ? code : await (await reader.treasury()).awardKind(code);
  if (purpose === undefined) return refuse('missing', { noun: 'award', code });
  await mustPay(reader, fund, purpose as Parameters<typeof mustPay>[2], day);
  return restrictionText(read);
}
