import type { Mask } from '../domain/mask.ts';
import type { EntryView } from '../usecase/port/entries.ts';

/** An entry as programs are given it, its words as `mask` shows them. */
export function entryData(entry: EntryView, { text }: Mask) {
  return {
    entry: entry.id,
    kind: entry.kind,
    bookedOn: entry.bookedOn,
    ...(entry.ownDay === undefined ? {} : { ownDay: entry.ownDay }),
    voucher: entry.voucher?.code ?? '',
    ...(entry.clears === undefined ? {} : { clears: entry.clears }),
    ...(entry.due === undefined ? {} : { due: entry.due }),
    ...(entry.reverses === undefined ? {} : { reverses: entry.reverses }),
    ...(entry.reversedBy === undefined ? {} : { reversedBy: entry.reversedBy }),
    party: text(entry.wording.party),
    content: text(entry.wording.content),
    digest: Buffer.from(entry.digest).toString('hex'),
    postings: entry.postings.map((posting) => ({
      fund: posting.fund.code,
      account: posting.role,
      place: posting.place?.code ?? '',
      side: posting.side,
      amount: posting.amount,
      ...(posting.restriction === undefined ? {} : { restriction: posting.restriction }),
      ...(posting.appeal === undefined ? {} : { appeal: posting.appeal }),
      ...(posting.unit === undefined ? {} : { unit: posting.unit.code }),
      ...(posting.beneficiary === undefined ? {} : { beneficiary: posting.beneficiary.code }),
      ...(posting.donor === undefined ? {} : { donor: posting.donor.code }),
      ...(posting.part === undefined ? {} : { award: posting.part.award.code }),
    })),
  };
}
