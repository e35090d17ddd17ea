import type { ProgrammeKind } from '../domain/award.ts';
import { sum, type Dong } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import { casesOf, type Cases } from './benefit-cases.ts';
import { operate, type Session } from './session.ts';

export interface TransferSignAnswer {
  readonly round: string;
  readonly signed: number;
  readonly total: Dong;
  readonly unsigned: number;
  readonly how: 'transfer';
}

/**
 * Lets the bank's statement stand for signatures: every unsigned payment of a round that is matched to a line of it, on
 * the bank's day and by its reference.
 */
export function signTransfers(
  session: Session,
  kind: ProgrammeKind,
  which: Cases,
): Promise<TransferSignAnswer> {
  return operate(session, `${kind} sign`, async (writer) => {
    const { round, awards } = await casesOf(writer, kind, which);
    const meant = new Set(awards.map(({ id }) => id));
    const shown = (await (await writer.payments()).transferred(round.id)).filter(({ award }) =>
      meant.has(award),
    );
    if (shown.length === 0) refuse('transfer.none', { round: round.code, kind });
    await writer.addAcknowledgements(
      shown.map(({ disbursement, day, amount, reference }) => ({
        disbursement,
        day,
        amount,
        ...(reference === '' ? {} : { paper: reference }),
      })),
      'transfer',
    );
    const paid = new Set(shown.map(({ disbursement }) => disbursement));
    const open = awards.filter(({ parts }) =>
      parts.some(
        (part) =>
          part.signedOn === undefined &&
          (part.handed !== undefined || (part.paid !== undefined && !paid.has(part.paid.disbursement))),
      ),
    );
    return {
      round: round.code,
      signed: new Set(shown.map(({ award }) => award)).size,
      total: sum(shown.map(({ amount }) => amount)),
      unsigned: open.length,
      how: 'transfer',
    };
  });
}
