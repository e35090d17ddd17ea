import type { Day } from '../domain/day.ts';
import { sum, type Dong } from '../domain/dong.ts';
import { credit, debit, type EntryDraft } from '../domain/entry.ts';
import { refuse } from '../domain/failure.ts';
import { UNIDENTIFIED, type Fund, type Place } from '../domain/fund.ts';
import type { HandedGoods } from '../domain/handover-file.ts';
import { tidy } from '../domain/name.ts';
import { readRestriction } from '../domain/restriction.ts';
import { receiptKind } from '../domain/voucher.ts';
import type { HandoverFile } from '../intake/handover-file.ts';
import { alreadyImported, documentOf } from './lists.ts';
import type { Writer } from './port/ports.ts';
import { fundBy, mustBeOpen, operate, placeBy, unitBy, type Session } from './session.ts';

/** Money as it comes over: into which fund and place, and what it stays set apart for. */
interface Incoming {
  readonly fund: Fund;
  readonly place: Place;
  readonly amount: Dong;
  readonly restriction?: string | undefined;
}

export interface ReceiveInput {
  readonly on: Day;
  /** The file of the book that ended; else everything is typed. */
  readonly file?: HandoverFile | undefined;
  /** Where cash and bank money go. */
  readonly cash: string;
  readonly bank: string;
  /** Funds of the file by the funds of this book that take their money. */
  readonly as: ReadonlyMap<string, string>;
  readonly typed?:
    | {
        readonly from: string;
        readonly document: string;
        readonly lines: readonly { readonly fund: string; readonly place: string; readonly amount: Dong }[];
      }
    | undefined;
}

export interface ReceiveAnswer {
  readonly from: string;
  readonly document: string;
  readonly on: Day;
  readonly lines: readonly {
    readonly fund: string;
    readonly place: string;
    readonly amount: Dong;
    readonly voucher: string;
  }[];
  readonly goods: readonly { readonly item: string; readonly quantity: number; readonly voucher: string }[];
  readonly total: Dong;
  /** It stands in the book already: nothing was written. */
  readonly known: boolean;
}

/**
 * Takes over what another union's book handed over when it ended: transfers in by its document, no gifts and no income
 * that a consolidated report would count twice. What givers had set apart stays so.
 */
export function receiveBook(session: Session, input: ReceiveInput): Promise<ReceiveAnswer> {
  return operate(session, 'book receive', async (writer) => {
    const { file, typed } = input;
    const on = await mustBeOpen(writer, session.today, input.on);
    const from = file?.handed.from.name ?? tidy(typed?.from ?? '');
    const document = file?.handed.document ?? typed?.document ?? '';
    const incoming =
      file === undefined ? await typedLines(writer, typed?.lines ?? []) : await filed(writer, file, input);
    const total = sum(incoming.map(({ amount }) => amount));
    const answer = { from, document, on, total };
    if (file !== undefined) {
      const digest = Buffer.from(file.control, 'hex');
      if ((await alreadyImported(writer, 'handover', undefined, digest)) !== undefined)
        return { ...answer, lines: [], goods: [], known: true };
      const rows = file.handed.money.length + file.handed.goods.length;
      await documentOf(session, writer, {
        kind: 'handover',
        file: file.file,
        bytesDigest: digest,
        normalDigest: digest,
        rows,
        accepted: rows,
        total,
        flagged: 0,
        rejected: 0,
        choice: '',
      });
    }
    const phrases = session.phrases(writer.entity.language);
    const words = (fund: Fund) => ({
      party: from,
      content: phrases.tookOver({ fund: fund.name, from, document }),
    });
    const lines: ReceiveAnswer['lines'][number][] = [];
    const purses = Map.groupBy(incoming, ({ fund, place }) => `${fund.id} ${place.id}`);
    for (const group of purses.values()) {
      const [first] = group;
      if (first === undefined) continue;
      const { fund, place } = first;
      const draft = { kind: receiptKind(place.kind), day: on, fund, place, papers: 1, wording: words(fund) };
      const voucher = await writer.addVoucher(draft);
      await writer.addEntries(
        group.map(({ amount, restriction }): EntryDraft => ({
          kind: 'transfer',
          bookedOn: on,
          documentNo: document,
          voucher,
          postings: [
            debit(fund, place.kind, amount, { place }),
            credit(fund, 'transferIn', amount, { restriction }),
          ],
        })),
      );
      const amount = sum(group.map((each) => each.amount));
      lines.push({ fund: fund.code, place: place.code, amount, voucher: voucher.code });
    }
    const goods = await takeGoods(writer, file?.handed.goods ?? [], input, words);
    return { ...answer, lines, goods, known: false };
  });
}

async function typedLines(
  writer: Writer,
  lines: readonly { readonly fund: string; readonly place: string; readonly amount: Dong }[],
): Promise<Incoming[]> {
  const incoming: Incoming[] = [];
  for (const { fund: code, place, amount } of lines) {
    const fund = await fundBy(writer, code);
    if (fund.code === UNIDENTIFIED) refuse('fund.held', { fund: fund.code });
    incoming.push({ fund, place: await placeBy(writer, place), amount });
  }
  return incoming;
}

/** The file's lines in this book's funds: by the same code and kind, or as it was said. */
async function filed(
  writer: Writer,
  { file, handed }: HandoverFile,
  input: ReceiveInput,
): Promise<Incoming[]> {
  if (handed.from.uuid === writer.uuid) refuse('handover.file', { file, why: 'own' });
  if (input.on < handed.on)
    refuse('usage.value', { option: '--on', given: input.on, expected: `≥ ${handed.on}` });
  const incoming: Incoming[] = [];
  for (const line of handed.money) {
    const fund = await fundFor(writer, file, line, input.as);
    const place = await placeBy(writer, line.place === 'cash' ? input.cash : input.bank);
    const { amount, restriction } = line;
    const read = readRestriction(restriction ?? '');
    // What was meant for a unit's people needs that unit here; a case is known by its dossier.
    if (read?.kind === 'unit') await unitBy(writer, read.code);
    if (read?.kind === 'case' && (await (await writer.treasury()).awardKind(read.code)) === undefined)
      refuse('missing', { noun: 'award', code: read.code });
    incoming.push({ fund, place, amount, restriction });
  }
  return incoming;
}

async function fundFor(
  writer: Writer,
  file: string,
  { fund: code, kind }: { readonly fund: string; readonly kind?: Fund['kind'] },
  as: ReadonlyMap<string, string>,
): Promise<Fund> {
  const named = as.get(code);
  const fund = await fundBy(writer, named ?? code);
  if (fund.code === UNIDENTIFIED) refuse('fund.held', { fund: fund.code });
  // Somebody else's money becomes nobody's own by having the same code.
  if (named === undefined && kind !== undefined && fund.kind !== kind)
    refuse('handover.file', { file, why: 'kind', fund: code });
  return fund;
}

async function takeGoods(
  writer: Writer,
  goods: readonly HandedGoods[],
  { as, on, file }: ReceiveInput,
  words: (fund: Fund) => { party: string; content: string },
): Promise<ReceiveAnswer['goods']> {
  const items = [...(await (await writer.goods()).items())];
  const taken: ReceiveAnswer['goods'][number][] = [];
  for (const { item: code, name, measure, fund: of, quantity, cost } of goods) {
    const fund = await fundFor(writer, file?.file ?? '', { fund: of }, as);
    let item = items.find((each) => each.code === code);
    if (item === undefined) items.push((item = await writer.addItem({ code, name, measure })));
    const voucher = await writer.addVoucher({ kind: 'NK', day: on, fund, papers: 1, wording: words(fund) });
    await writer.addStock([{ item, fund, voucher, day: on, quantity, cost }]);
    taken.push({ item: code, quantity, voucher: voucher.code });
  }
  return taken;
}
