import holidays from '../../../data/holidays.json' with { type: 'json' };
import { firstDay, lastDay, monthOf, type Day, type Month } from '../../domain/day.ts';
import { sum, type Dong } from '../../domain/dong.ts';
import { dayNumber } from '../../domain/finding.ts';
import type { Question } from '../../domain/inspector.ts';
import { fold } from '../../domain/name.ts';
import type { PaymentFact } from '../port/check.ts';
import type { Session } from '../session.ts';

export interface InspectorInput {
  readonly period: Month | undefined;
  /** How many paid awards to draw for calling back. */
  readonly sample: number;
  /** SHA-256 of some text, in hexadecimal: the draw's only chance. */
  readonly digest: (text: string) => string;
}

/** One question with what answers it: codes of awards, vouchers or decisions, and what they come to. */
interface Answered {
  readonly question: Question;
  readonly count: number;
  readonly total: Dong;
  readonly subjects: readonly string[];
}

export interface InspectorAnswer {
  readonly from: Day;
  readonly to: Day;
  readonly questions: readonly Answered[];
  readonly sample: {
    /** The chain's head, in full: with it and the codes anybody draws the same awards. */
    readonly head: string;
    readonly of: number;
    readonly awards: readonly { readonly award: string; readonly unit: string; readonly amount: Dong }[];
  };
}

const MILLION = 1_000_000;
const SOLAR: readonly string[] = holidays.solar;
const LUNAR: readonly string[] = holidays.days;

/** What an inspector asks of the payments themselves: not what differs, but what is worth a second look. */
export function inspectAs(session: Session, input: InspectorInput): Promise<InspectorAnswer> {
  return session.book.read(async (reader) => {
    const from = firstDay(input.period ?? reader.entity.firstMonth);
    const to = lastDay(input.period ?? monthOf(session.today));
    const asked = await reader.check();
    const payments = await asked.payments({ from, to });
    const decisions = (await asked.decisions({ from, to })).filter(({ by, actor, recipients }) => {
      const signer = fold(by);
      return signer !== '' && (signer === fold(actor) || recipients.some((name) => fold(name) === signer));
    });
    const head = Buffer.from(await reader.head()).toString('hex');
    const questions: Answered[] = [
      {
        question: 'own',
        count: decisions.length,
        total: sum([]),
        subjects: decisions.map((each) => each.number),
      },
      of('round', payments, ({ amount }) => amount % MILLION === 0),
      of('holiday', payments, ({ day }) => isHoliday(day)),
      of('papers', payments, ({ attached }) => !attached, 'voucher'),
      of('bulk', payments, ({ how }) => how === 'bulk'),
      of('proxy', payments, ({ proxy }) => proxy),
    ];
    const awards = [...new Map(payments.map((payment) => [payment.award, payment])).values()];
    return { from, to, questions, sample: { head, of: awards.length, awards: draw(awards, head, input) } };
  });
}

function of(
  question: Question,
  payments: readonly PaymentFact[],
  asks: (payment: PaymentFact) => boolean,
  by: 'award' | 'voucher' = 'award',
): Answered {
  const found = payments.filter(asks);
  const subjects = [...new Set(found.map((payment) => payment[by]))];
  return { question, count: subjects.length, total: sum(found.map(({ amount }) => amount)), subjects };
}

/** Sundays, the solar holidays of every year, and the lunar ones that are listed. */
function isHoliday(day: Day): boolean {
  return dayNumber(day) % 7 === 0 || SOLAR.includes(day.slice(5)) || LUNAR.includes(day);
}

/** The awards whose digests with the head are the least, in the order of their codes. */
function draw(awards: readonly PaymentFact[], head: string, { sample, digest }: InspectorInput) {
  return awards
    .map(({ award, unit, amount }) => ({ award, unit, amount, lot: digest(`${head} ${award}`) }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, sample)
    .map(({ lot: _, ...drawn }) => drawn)
    .toSorted((a, b) => (a.award < b.award ? -1 : 1));
}
