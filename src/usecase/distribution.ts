import type { Day } from '../domain/day.ts';
import { subtract, sum, ZERO, type Dong } from '../domain/dong.ts';
import { returnMinutes } from '../report/papers/returned.ts';
import type { Paper } from '../report/papers/paper.ts';
import { fundOf } from './advance.ts';
import { letterheadOf } from './papers.ts';
import type { CarriedPart } from './port/distribution.ts';
import type { AdvanceView, Reader } from './port/ports.ts';
import { advanceOf } from './sheet.ts';

/** What was carried to one unit and what became of it, in đồng. */
interface UnitShare {
  readonly unit: string;
  /** How many awards. */
  readonly awards: number;
  readonly handed: Dong;
  readonly signed: Dong;
  readonly returned: Dong;
  readonly open: Dong;
}

export interface DistributionAnswer {
  readonly voucher: string;
  /** Who carried it, by code. */
  readonly holder: string;
  readonly fund: string;
  readonly day: Day;
  readonly due?: Day | undefined;
  /** The money itself: what went out, was signed for, was spent with bills, came back, and is still out. */
  readonly handed: Dong;
  readonly signed: Dong;
  readonly spent: Dong;
  readonly returned: Dong;
  readonly open: Dong;
  /** By unit; empty where the advance was for no awards. */
  readonly units: readonly UnitShare[];
  /** Awards that nobody signed for under this advance. */
  readonly unsigned: readonly string[];
}

interface Distribution {
  readonly advance: AdvanceView;
  readonly parts: readonly CarriedPart[];
  readonly unsigned: readonly CarriedPart[];
  readonly signed: Dong;
  readonly returned: Dong;
}

async function distributionOf(reader: Reader, voucher: string, today: Day): Promise<Distribution> {
  const advance = await advanceOf(reader, voucher);
  const distributions = await reader.distributions();
  const parts = await distributions.carried({ advance: advance.id });
  const unsigned = parts.filter(({ signedOn }) => signedOn === undefined);
  const signed = totalOf(parts.filter(({ signedOn }) => signedOn !== undefined));
  return { advance, parts, unsigned, signed, returned: await distributions.returned(advance.id, today) };
}

function totalOf(parts: readonly CarriedPart[]): Dong {
  return sum(parts.map(({ amount }) => amount));
}

/** An advance by its voucher: what was handed out, signed for, returned and is still out, unit by unit. */
export async function showAdvance(reader: Reader, voucher: string, today: Day): Promise<DistributionAnswer> {
  const { advance, parts, unsigned, signed, returned } = await distributionOf(reader, voucher, today);
  const { holder, day, due, amount, open } = advance;
  const settled = subtract(subtract(amount, open), returned);
  const codes = [...new Set(parts.map(({ unit }) => unit.code))];
  return {
    voucher,
    holder: holder.code,
    fund: (await fundOf(reader, advance)).code,
    day,
    ...(due === undefined ? {} : { due }),
    handed: amount,
    signed,
    spent: subtract(settled, signed),
    returned,
    open,
    units: codes.map((unit) => {
      const own = parts.filter((part) => part.unit.code === unit);
      const left = totalOf(unsigned.filter((part) => part.unit.code === unit));
      const handed = totalOf(own);
      // Gifts are a distributor's until the last đồng is back: then the unsigned ones came back.
      const out = open > 0;
      return {
        unit,
        awards: new Set(own.map(({ award }) => award.id)).size,
        handed,
        signed: subtract(handed, left),
        returned: out ? ZERO : left,
        open: out ? left : ZERO,
      };
    }),
    unsigned: [...new Set(unsigned.map(({ award }) => award.code))],
  };
}

/** The minutes by which a distributor brings back what nobody signed for, to be signed by both. */
export async function returnPaper(reader: Reader, voucher: string, today: Day): Promise<Paper> {
  const { advance, unsigned, signed, returned } = await distributionOf(reader, voucher, today);
  return returnMinutes({
    letterhead: letterheadOf(reader),
    day: today,
    carrier: { name: advance.holder.name, voucher, day: advance.day },
    handed: advance.amount,
    signed,
    returned,
    open: advance.open,
    unsigned,
    officers: await reader.officers(today),
  });
}
