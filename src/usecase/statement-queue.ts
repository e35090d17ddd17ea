import { daysBetween, type Day } from '../domain/day.ts';
import type { Dong } from '../domain/dong.ts';
import type { Place } from '../domain/fund.ts';
import type { Mask } from '../domain/mask.ts';
import { bankBy } from './statement-match.ts';
import type { Reader } from './port/ports.ts';

/** A line that nothing explains, or money in CHO that nobody can name yet. Amounts in đồng, ages in days. */
interface QueuedLine {
  readonly account: string;
  readonly line?: number;
  /** The receipt in CHO. */
  readonly entry?: number;
  readonly day: Day;
  readonly age: number;
  /** Money in above zero, money out below; of a receipt, what is still open. */
  readonly amount: Dong;
  readonly state: 'unmatched' | 'unidentified';
  readonly kind: string;
  readonly party: string;
  readonly content: string;
}

/** An entry in a bank account that no line explains. */
interface QueuedEntry {
  readonly account: string;
  readonly entry: number;
  readonly voucher: string;
  readonly day: Day;
  readonly age: number;
  readonly amount: Dong;
  readonly party: string;
  readonly content: string;
}

export interface Queue {
  readonly asOf: Day;
  readonly lines: readonly QueuedLine[];
  readonly entries: readonly QueuedEntry[];
}

/** What waits for an answer, the oldest first. */
export async function queueOf(
  reader: Reader,
  { today, mask }: { readonly today: Day; readonly mask: Mask },
  account: string | undefined,
): Promise<Queue> {
  const places: readonly Place[] =
    account === undefined
      ? (await reader.places()).filter(({ kind }) => kind === 'bank')
      : [await bankBy(reader, account)];
  const bank = await reader.bank();
  // What was found in a safe and nobody can name waits too, though no bank tells of it.
  const waiting = account === undefined ? await reader.places() : places;
  const known = new Map(waiting.map(({ id, code }) => [id, code]));
  const lines: QueuedLine[] = (await bank.openReceipts(today)).flatMap((receipt) => {
    const code = known.get(receipt.place);
    const day = receipt.ownDay ?? receipt.bookedOn;
    if (code === undefined) return [];
    return [
      {
        account: code,
        ...(receipt.line === undefined ? {} : { line: receipt.line }),
        entry: receipt.entry,
        day,
        age: daysBetween(day, today),
        amount: receipt.open,
        state: 'unidentified' as const,
        kind: '',
        party: mask.text(receipt.wording.party),
        content: mask.text(receipt.wording.content),
      },
    ];
  });
  const entries: QueuedEntry[] = [];
  for (const place of places) {
    for (const line of await bank.lines({ place, to: today })) {
      if (line.match !== undefined) continue;
      lines.push({
        account: place.code,
        line: line.id,
        day: line.day,
        age: daysBetween(line.day, today),
        amount: line.amount,
        state: 'unmatched',
        kind: line.kind,
        party: mask.text(line.wording.party),
        content: mask.text(line.wording.content),
      });
    }
    for (const entry of await bank.entries(place, { to: today })) {
      if (entry.match !== undefined) continue;
      const day = entry.ownDay ?? entry.bookedOn;
      entries.push({
        account: place.code,
        entry: entry.id,
        voucher: entry.voucher?.code ?? '',
        day,
        age: daysBetween(day, today),
        amount: entry.net,
        party: mask.text(entry.wording.party),
        content: mask.text(entry.wording.content),
      });
    }
  }
  const oldest = (a: { age: number }, b: { age: number }) => b.age - a.age;
  return { asOf: today, lines: lines.sort(oldest), entries: entries.sort(oldest) };
}
