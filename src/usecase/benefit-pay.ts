import { totalOf, type ProgrammeKind, type Round } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import { ZERO, type Dong } from '../domain/dong.ts';
import { credit, type EntryDraft, type PartRef, type Ref } from '../domain/entry.ts';
import { refuse } from '../domain/failure.ts';
import type { Fund, Place } from '../domain/fund.ts';
import { paymentKind } from '../domain/voucher.ts';
import type { TransferSheet } from '../report/transfer-list.ts';
import { handOver } from './advance.ts';
import { aimOf } from './benefit-approve.ts';
import { casesOf, type Cases } from './benefit-cases.ts';
import { payableParts, type Payable } from './payable.ts';
import type { Writer } from './port/ports.ts';
import { mustKeepRules } from './objections.ts';
import { debits, restrictedMoney } from './restricted.ts';
import { mustBeOpen, mustPay, operate, purseBy, type Session } from './session.ts';
import { transferSheet } from './transfer-list.ts';

/** What one voucher covers. */
type Per = 'run' | 'unit' | 'award';

export interface PayInput extends Cases {
  /** Fund and place: `TET:cash`. */
  readonly from: string;
  readonly on: Day;
  readonly per: Per;
  /** Who carries the cash to the recipients, and until when: then it is an advance until they sign. */
  readonly handedTo?: { readonly name: string; readonly due: Day } | undefined;
  readonly documentNo?: string | undefined;
  /** The bank's list of this payment: put aside before the book is written, put in its place after. */
  readonly transfer?: Transfer | undefined;
}

export interface Transfer {
  readonly layout: string;
  readonly purpose: string | undefined;
  readonly stage: (sheet: TransferSheet) => Promise<Staged>;
}

/** A file that waits beside its place until the book is written. */
interface Staged {
  readonly place: () => void;
  readonly drop: () => void;
}

export interface PayAnswer {
  readonly round: string;
  readonly voucher: string;
  readonly vouchers: readonly string[];
  readonly people: number;
  /** Đồng from the entity's own funds, and all that was paid. */
  readonly own: Dong;
  readonly total: Dong;
  readonly advance: boolean;
  /** Parts that still wait for their day or paper. */
  readonly waiting: number;
  readonly transfers?: { readonly layout: string; readonly verified: boolean; readonly rows: number };
}

/** Pays what is approved, unpaid and due of one payer: a voucher for the run, each unit or each award, and an entry for each part. */
export async function payBenefits(
  session: Session,
  kind: ProgrammeKind,
  input: PayInput,
): Promise<PayAnswer> {
  let staged: Staged | undefined;
  let answer: PayAnswer;
  try {
    answer = await operate(session, `${kind} pay`, async (writer) => {
      const { fund, place } = await purseBy(writer, input.from);
      const day = await mustBeOpen(writer, session.today, input.on);
      await mustPay(writer, fund, kind, day);
      const { round, awards } = await casesOf(writer, kind, input);
      const { payable, waiting } = await payableParts(
        writer,
        kind,
        { round, awards },
        { fund, day, form: 'cash' },
      );
      await mustKeepRules(
        writer,
        payable.map(({ award }) => award),
        { round, day, stage: 'pay' },
      );
      const total = totalOf(payable.map(({ part }) => part));
      const own = fund.kind === 'own' ? total : ZERO;
      const answer = { round: round.code, people: peopleIn(payable), own, total, waiting };
      if (input.handedTo !== undefined) {
        const voucher = await handOut(session, writer, round, payable, { fund, place, day, input });
        return { ...answer, voucher, vouchers: [voucher], advance: true };
      }
      const vouchers = await pay(session, writer, round, payable, { fund, place, day, per: input.per });
      const paid = { ...answer, voucher: vouchers[0] ?? '', vouchers, advance: false };
      const { transfer } = input;
      if (transfer === undefined) return paid;
      if (place.kind !== 'bank') refuse('transfer.cash', { place: place.code });
      const { sheet, ...transfers } = await transferSheet(writer, round, payable, transfer.layout);
      await writer.addDisclosure({
        kind: 'list',
        scope: `transfer ${transfer.layout} ${round.code}`,
        by: session.actor(),
        purpose:
          transfer.purpose ??
          (vouchers.length < 4 ? vouchers : [vouchers[0], '…', vouchers.at(-1)]).join(' '),
      });
      if (!session.dryRun) staged = await transfer.stage(sheet);
      return { ...paid, transfers };
    });
  } catch (error) {
    staged?.drop();
    throw error;
  }
  staged?.place();
  return answer;
}

export function peopleIn(payable: readonly Payable[]): number {
  return new Set(payable.map(({ award }) => award.beneficiary.id)).size;
}

async function handOut(
  session: Session,
  writer: Writer,
  round: Round,
  payable: readonly Payable[],
  { fund, place, day, input }: { fund: Fund; place: Place; day: Day; input: PayInput },
): Promise<string> {
  const { name = '', due = day } = input.handedTo ?? {};
  const phrases = session.phrases(writer.entity.language);
  const { answer, advance } = await handOver(writer, {
    fund,
    place,
    day,
    amount: totalOf(payable.map(({ part }) => part)),
    on: day,
    holder: name,
    due,
    content: phrases.handedOut({ round: round.name, people: peopleIn(payable) }),
    documentNo: input.documentNo,
  });
  await writer.addHandouts(payable.map(refOf), advance);
  return answer.voucher;
}

async function pay(
  session: Session,
  writer: Writer,
  round: Round,
  payable: readonly Payable[],
  { fund, place, day, per }: { fund: Fund; place: Place; day: Day; per: Per },
): Promise<readonly string[]> {
  const { kind } = round;
  const phrases = session.phrases(writer.entity.language);
  const units = new Map((await writer.units()).map(({ id, name }) => [id, name]));
  const restricted = await restrictedMoney(writer, fund, day);
  const codes: string[] = [];
  const paid: Payable[] = [];
  const drafts: EntryDraft[] = [];
  const keyOf = ({ award }: Payable) => (per === 'run' ? 0 : per === 'unit' ? award.unit.id : award.id);
  for (const group of Map.groupBy(payable, keyOf).values()) {
    const [first] = group;
    if (first === undefined) continue;
    const { award } = first;
    const taker = award.payee?.name ?? award.beneficiaryName;
    const party = { run: '', unit: units.get(award.unit.id) ?? '', award: taker }[per];
    const content = phrases.benefit({ kind, round: round.name, people: peopleIn(group) });
    const wording = { party, content };
    const facts = { kind: paymentKind(place.kind), day, fund, place, papers: 1, wording };
    const voucher = await writer.addVoucher(facts);
    codes.push(voucher.code);
    for (const each of group) {
      const { award: of, part } = each;
      const about = { unit: of.unit, beneficiary: of.beneficiary, part: refOf(each) };
      const pieces = restricted.draw(part.amount, aimOf(of, kind));
      const postings = [
        ...debits(fund, 'disbursement', pieces, about),
        credit(fund, place.kind, part.amount, { place }),
      ];
      paid.push(each);
      drafts.push({ kind: 'benefit', bookedOn: day, voucher, postings });
    }
  }
  const entries = await writer.addEntries(drafts);
  await writer.addDisbursements(
    paid.map((each, index) => ({ part: refOf(each), entry: entries[index] ?? 0 })),
  );
  return codes;
}

export function refOf({ award, part }: { award: Ref; part: { readonly line: number } }): PartRef {
  return { award: { id: award.id, code: award.code }, line: part.line };
}
