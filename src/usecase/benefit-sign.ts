import { totalOf, type PartState, type ProgrammeKind, type Round } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import { add, subtract, ZERO, type Dong } from '../domain/dong.ts';
import type { EntryDraft } from '../domain/entry.ts';
import { refuse } from '../domain/failure.ts';
import { fold } from '../domain/name.ts';
import type { OpenedList } from '../intake/open.ts';
import { readSignatures } from '../intake/people.ts';
import { creditAdvance, fundOf } from './advance.ts';
import { refOf } from './benefit-pay.ts';
import { aimOf, chosen, type Which } from './benefit-approve.ts';
import type { AwardView } from './port/awards.ts';
import type { AdvanceView, Writer } from './port/ports.ts';
import { debits, restrictedMoney } from './restricted.ts';
import { mustBeOpen, operate, type Session } from './session.ts';

export interface SignInput extends Which {
  /** The day they signed; left out, the day each was paid or handed out. */
  readonly on: Day | undefined;
  /** Award or person codes that did not sign. */
  readonly except: readonly string[];
  /** What the signed paper says, counted by hand. */
  readonly checked: { readonly count: number; readonly total: Dong; readonly paper: string } | undefined;
  /** What one case signed for where that is not what was paid: recorded as it is, for `reconcile` to name. */
  readonly signedAmount?: Dong | undefined;
  /** The sheets of the list that came back with its marks; without any, everybody paid has signed. */
  readonly list: readonly OpenedList[];
}

export interface SignAnswer {
  readonly round: string;
  readonly signed: number;
  readonly total: Dong;
  readonly unsigned: number;
  readonly how: 'bulk' | 'checked' | 'listed';
}

interface Signable {
  readonly award: AwardView;
  readonly part: PartState;
}

/** Records who signed for what was paid; what a distributor carried becomes a disbursement on the day it was signed for. */
export function signBenefits(session: Session, kind: ProgrammeKind, input: SignInput): Promise<SignAnswer> {
  return operate(session, `${kind} sign`, async (writer) => {
    const { round, awards } = await chosen(writer, kind, input);
    const open = awards.flatMap((award) =>
      award.parts
        .filter(
          (part) =>
            part.signedOn === undefined &&
            (part.paid !== undefined || (part.handed !== undefined && part.approved)),
        )
        .map((part): Signable => ({ award, part })),
    );
    if (open.length === 0) refuse('award.none', { round: round.code, kind, verb: 'sign' });
    const excepted = exceptThose(awards, input.except);
    const marked = input.list.length === 0 ? () => true : await signedIn(input.list, awards);
    const signs = (award: AwardView) => marked(award) && excepted(award);
    const signing = open.filter(({ award }) => signs(award));
    const total = signing.reduce<Dong>((sum, { part }) => add(sum, part.amount), ZERO);
    const count = new Set(signing.map(({ award }) => award.id)).size;
    const { checked } = input;
    if (checked !== undefined && (checked.count !== count || checked.total !== total)) {
      refuse('sign.mismatch', { count, total, givenCount: checked.count, givenTotal: checked.total });
    }
    const one = input.list.length > 0 || input.signedAmount !== undefined;
    const how = checked !== undefined ? 'checked' : one ? 'listed' : 'bulk';
    if (input.on !== undefined && input.on > session.today) {
      refuse('day.future', { day: input.on, today: session.today });
    }
    const rows = await disbursed(session, writer, round, signing, input.on);
    await writer.addAcknowledgements(
      input.signedAmount === undefined ? rows : signedFor(rows, input.signedAmount),
      how,
      checked?.paper,
    );
    const unsigned = new Set(open.filter(({ award }) => !signs(award)).map(({ award }) => award.id)).size;
    return { round: round.code, signed: count, total: input.signedAmount ?? total, unsigned, how };
  });
}

/** Gives what was signed for to a case's payments, in their order. */
function signedFor<R extends { readonly amount: Dong }>(rows: readonly R[], signed: Dong): R[] {
  let left = signed;
  return rows.map((row, at) => {
    const amount = at === rows.length - 1 || left < row.amount ? left : row.amount;
    left = subtract(left, amount);
    return { ...row, amount };
  });
}

function exceptThose(awards: readonly AwardView[], codes: readonly string[]): (award: AwardView) => boolean {
  for (const code of codes) {
    if (!awards.some((award) => isNamed(award, code))) refuse('missing', { noun: 'award', code });
  }
  return (award) => !codes.some((code) => isNamed(award, code));
}

function isNamed(award: AwardView, code: string): boolean {
  return award.code === code || award.beneficiary.code === code;
}

async function signedIn(
  sheets: readonly OpenedList[],
  awards: readonly AwardView[],
): Promise<(award: AwardView) => boolean> {
  const signed = new Set<number>();
  const seen = new Set<number>();
  for (const sheet of sheets) await readSigned(sheet, awards, signed, seen);
  return (award) => signed.has(award.id);
}

async function readSigned(
  sheet: OpenedList,
  awards: readonly AwardView[],
  signed: Set<number>,
  seen: Set<number>,
): Promise<void> {
  const { reader, rows } = await readSignatures(sheet);
  const named = new Map(
    awards.flatMap((award) => [[award.code, award] as const, [award.beneficiary.code, award] as const]),
  );
  for (const row of rows) {
    const award = named.get(row.code);
    if (award === undefined) {
      reader.fault(row.source, 'code', 'award.unknown');
      continue;
    }
    if (seen.has(award.id)) reader.fault(row.source, 'code', 'code.repeated');
    seen.add(award.id);
    const paid = award.parts.filter(
      (part) => part.signedOn === undefined && (part.paid !== undefined || part.handed !== undefined),
    );
    if (row.signed && paid.length === 0) reader.fault(row.source, 'signed', 'award.unpaid');
    if (row.name !== '' && fold(row.name) !== fold(award.beneficiaryName)) {
      reader.fault(row.source, 'name', 'person.ambiguous');
    }
    if (row.signed && row.amount !== undefined && row.amount !== totalOf(paid)) {
      reader.fault(row.source, 'amount', 'award.amount');
    }
    if (row.signed) signed.add(award.id);
  }
  reader.finish();
}

/** The disbursement and day behind each signature; posts those that were still a distributor's advance. */
async function disbursed(
  session: Session,
  writer: Writer,
  round: Round,
  signing: readonly Signable[],
  on: Day | undefined,
): Promise<{ disbursement: number; day: Day; amount: Dong }[]> {
  const rows: { disbursement: number; day: Day; amount: Dong }[] = [];
  const handed = new Map<string, Signable[]>();
  for (const each of signing) {
    const { paid, handed: out } = each.part;
    if (paid !== undefined) {
      const day = on ?? paid.day;
      if (day < paid.day) refuse('award.day', { award: each.award.code, day, decided: paid.day });
      rows.push({ disbursement: paid.disbursement, day, amount: each.part.amount });
    } else if (out !== undefined) {
      const day = on ?? out.day;
      if (day < out.day) refuse('award.day', { award: each.award.code, day, decided: out.day });
      const key = `${out.advance} ${day}`;
      const same = handed.get(key);
      if (same === undefined) handed.set(key, [each]);
      else same.push(each);
    }
  }
  if (handed.size === 0) return rows;
  const advances = await writer.advances(session.today);
  for (const [key, group] of handed) {
    const [id, day] = key.split(' ') as [string, Day];
    const advance = advances.find((each) => String(each.id) === id);
    if (advance === undefined) throw new TypeError('a hand-out without its advance');
    await mustBeOpen(writer, session.today, day);
    const paid = await settleSigned(session, writer, round, advance, day, group);
    group.forEach(({ part: { amount } }, at) => rows.push({ disbursement: paid[at] ?? 0, day, amount }));
  }
  return rows;
}

async function settleSigned(
  session: Session,
  writer: Writer,
  round: Round,
  advance: AdvanceView,
  day: Day,
  signing: readonly Signable[],
): Promise<readonly number[]> {
  const due = totalOf(signing.map(({ part }) => part));
  if (due > advance.open) {
    refuse('advance.settled', { holder: advance.holder.code, open: advance.open, given: due });
  }
  const fund = await fundOf(writer, advance);
  const people = new Set(signing.map(({ award }) => award.id)).size;
  const content = session.phrases(writer.entity.language).signedFor({ round: round.name, people });
  const wording = { party: advance.holder.name, content };
  const voucher = await writer.addVoucher({ kind: 'PKT', day, fund, papers: 1, wording });
  const restricted = await restrictedMoney(writer, fund, day);
  const entries = await writer.addEntries(
    signing.map(({ award, part }): EntryDraft => {
      const about = { unit: award.unit, beneficiary: award.beneficiary, part: refOf({ award, part }) };
      const postings = [
        ...debits(fund, 'disbursement', restricted.draw(part.amount, aimOf(award, round.kind)), about),
        creditAdvance(fund, part.amount, advance.holder),
      ];
      return { kind: 'benefit', bookedOn: day, voucher, settles: advance.id, postings };
    }),
  );
  return writer.addDisbursements(
    signing.map((each, index) => ({ part: refOf(each), entry: entries[index] ?? 0 })),
  );
}
