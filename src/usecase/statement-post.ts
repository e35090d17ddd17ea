import type { Day, Month } from '../domain/day.ts';
import { negate, subtract, sum, ZERO, type Dong } from '../domain/dong.ts';
import {
  moneyIn,
  moneyOut,
  type EntryDraft,
  type EntryKind,
  type Posting,
  type Ref,
} from '../domain/entry.ts';
import { refuse } from '../domain/failure.ts';
import { UNIDENTIFIED, type Fund, type Place } from '../domain/fund.ts';
import { tidy } from '../domain/name.ts';
import { paymentKind, receiptKind } from '../domain/voucher.ts';
import { readMemo } from '../intake/memo.ts';
import { bankBy, linesBy, placeOf } from './statement-match.ts';
import { DonorLinks } from './donors.ts';
import type { BankLine, OpenReceipt } from './port/bank.ts';
import type { Writer } from './port/ports.ts';
import { bookingDay, fundBy, mustPay, operate, type Session } from './session.ts';

export const POSTS = ['contribution', 'fee', 'interest', 'refund', 'unidentified'] as const;
/** What a line of a statement becomes: a gift, the bank's fee or interest, money given back to its sender, or CHO. */
type PostAs = (typeof POSTS)[number];

export interface PostInput {
  /** The lines, or every free line of a kind in an account. */
  readonly which:
    | { readonly lines: readonly number[] }
    | {
        readonly kind: string;
        readonly account: string | undefined;
        readonly period: Month | undefined;
      };
  readonly as: PostAs;
  readonly fund: string | undefined;
  readonly donor: string;
  readonly note: string;
  readonly bookOn: Day | undefined;
  /** The receipt in CHO that a refund answers. */
  readonly entry: number | undefined;
}

export interface PostAnswer {
  readonly account: string;
  readonly as: PostAs;
  readonly fund: string;
  readonly posted: readonly {
    readonly line: number;
    readonly entry: number;
    readonly match: number;
    readonly voucher: string;
    readonly bookedOn: Day;
    readonly amount: Dong;
  }[];
  /** Money in above zero, money out below. */
  readonly total: Dong;
}

const KIND: Readonly<{ [P in PostAs]: EntryKind }> = {
  contribution: 'contribution',
  fee: 'expense',
  interest: 'receipt',
  refund: 'refund',
  unidentified: 'receipt',
};

/** Makes an entry of each line that nothing explains, matched with it from the start; one voucher for each day. */
export function postLines(session: Session, input: PostInput): Promise<PostAnswer> {
  return operate(session, 'statement post', async (writer) => {
    const { which, as } = input;
    const lines = 'lines' in which ? await linesBy(writer, which.lines) : await ofKind(writer, which);
    const account = 'lines' in which ? undefined : which.account;
    const place = lines.length === 0 ? await bankBy(writer, account) : await placeOf(writer, lines, account);
    const fund = await fundFor(writer, place, input);
    const out = as === 'fee' || as === 'refund';
    for (const { id, amount } of lines) if (amount < 0 !== out) refuse('line.side', { line: id, amount, as });
    const donors = as === 'contribution' ? await DonorLinks.over(writer, new Map()) : undefined;
    const receipts = as === 'refund' ? new Receipts(await openIn(writer, place, session.today)) : undefined;
    const byDay = new Map<Day, BankLine[]>();
    for (const line of lines) {
      const day = await bookingDay(writer, session.today, line.day, input.bookOn);
      const ofDay = byDay.get(day);
      if (ofDay === undefined) byDay.set(day, [line]);
      else ofDay.push(line);
    }
    const posted: PostAnswer['posted'][number][] = [];
    for (const [day, ofDay] of byDay) {
      if (as === 'fee') await mustPay(writer, fund, 'running', day);
      const voucher = await writer.addVoucher({
        kind: out ? paymentKind(place.kind) : receiptKind(place.kind),
        day,
        fund,
        place,
        papers: 0,
        wording: voucherWords(session, writer, input, ofDay),
      });
      const drafts: EntryDraft[] = [];
      for (const line of ofDay) {
        const donor = await donors?.find({
          donor: input.donor || line.wording.party,
          unit: '',
          memo: line.wording.content,
          row: line.row,
        });
        drafts.push({
          kind: KIND[as],
          bookedOn: day,
          ownDay: line.day === day ? undefined : line.day,
          documentNo: line.reference || undefined,
          voucher,
          clears: receipts?.answering(line, input.entry),
          wording: wordsOf(session, writer, input, line),
          postings: postings(as, fund, place, line.amount, donor),
        });
      }
      const keys = await writer.addEntries(drafts);
      for (const [at, line] of ofDay.entries()) {
        const entry = keys[at] ?? 0;
        const match = await writer.addMatch({ place, how: 'posted', lines: [line.id], entries: [entry] });
        posted.push({
          line: line.id,
          entry,
          match,
          voucher: voucher.code,
          bookedOn: day,
          amount: line.amount,
        });
      }
    }
    const total = sum(posted.map(({ amount }) => amount));
    return { account: place.code, as, fund: fund.code, posted, total };
  });
}

async function ofKind(
  writer: Writer,
  which: { kind: string; account: string | undefined; period: Month | undefined },
): Promise<readonly BankLine[]> {
  const place = await bankBy(writer, which.account);
  const lines = await (await writer.bank()).lines({ place });
  return lines.filter(
    (line) => line.match === undefined && line.kind === which.kind && line.day.startsWith(which.period ?? ''),
  );
}

/** The fund given; for fees and interest the account's home fund; for what nobody can name, CHO and nothing else. */
async function fundFor(writer: Writer, place: Place, { as, fund }: PostInput): Promise<Fund> {
  if (as === 'unidentified' || as === 'refund') {
    if (fund !== undefined && fund !== UNIDENTIFIED)
      refuse('usage.value', { option: '--fund', given: fund, expected: UNIDENTIFIED });
    return fundBy(writer, UNIDENTIFIED);
  }
  if (fund !== undefined) {
    const named = await fundBy(writer, fund);
    if (named.code === UNIDENTIFIED) refuse('fund.held', { fund: named.code });
    return named;
  }
  const home = as === 'contribution' ? undefined : await writer.homeFund(place);
  return home ?? refuse('usage.missing', { option: '--fund' });
}

function postings(as: PostAs, fund: Fund, place: Place, amount: Dong, donor: Ref | undefined): Posting[] {
  if (as === 'fee' || as === 'refund') return moneyOut(fund, place, 'otherOut', negate(amount));
  if (as !== 'contribution') return moneyIn(fund, place, 'otherIn', amount);
  return moneyIn(fund, place, 'contribution', amount, donor === undefined ? {} : { donor });
}

function wordsOf(session: Session, writer: Writer, input: PostInput, line: BankLine) {
  const phrases = session.phrases(writer.entity.language);
  const usual = {
    contribution: readMemo(line.wording.content).masked,
    unidentified: readMemo(line.wording.content).masked,
    fee: phrases.bankFee(),
    interest: phrases.bankInterest(),
    refund: phrases.paidBack(),
  };
  const party =
    tidy(input.donor) || (input.as === 'fee' || input.as === 'interest' ? '' : line.wording.party);
  return { party, content: tidy(input.note) || usual[input.as] };
}

function voucherWords(session: Session, writer: Writer, input: PostInput, lines: readonly BankLine[]) {
  const [first] = lines;
  if (lines.length === 1 && first !== undefined) return wordsOf(session, writer, input, first);
  const phrases = session.phrases(writer.entity.language);
  const content = tidy(input.note) || phrases.bankLines({ as: input.as, lines: lines.length });
  return { party: '', content };
}

/** Receipts of CHO in a place that are still open today. */
async function openIn(writer: Writer, place: Place, today: Day): Promise<readonly OpenReceipt[]> {
  return (await (await writer.bank()).openReceipts(today)).filter((each) => each.place === place.id);
}

/** Which receipt each refund answers: the one named, else the only one of the same amount. */
class Receipts {
  readonly #open: Map<number, Dong>;

  constructor(receipts: readonly OpenReceipt[]) {
    this.#open = new Map(receipts.map(({ entry, open }) => [entry, open]));
  }

  answering(line: BankLine, named: number | undefined): number {
    const needed = negate(line.amount);
    const same = [...this.#open].filter(([, open]) => open === needed).map(([entry]) => entry);
    const [only, second] = same;
    if (named === undefined && (only === undefined || second !== undefined))
      return refuse('receipt.several', { line: line.id, amount: needed, entries: same });
    const entry = named ?? only ?? 0;
    const open = this.#open.get(entry) ?? ZERO;
    if (open < needed) refuse('receipt.open', { entry, open, needed });
    this.#open.set(entry, subtract(open, needed));
    return entry;
  }
}
