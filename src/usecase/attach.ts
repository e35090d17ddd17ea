import type { AttachmentView } from './port/corrections.ts';
import type { AttachmentSubject } from './port/treasury.ts';
import { refuse } from '../domain/failure.ts';
import type { Noun } from '../domain/failure-facts.ts';
import { operate, type Session } from './session.ts';

/** What a paper is kept with: the kind of thing, and its code. */
export interface Subject {
  readonly subject: AttachmentSubject;
  readonly code: string;
}

export interface AttachInput extends Subject {
  readonly file: string;
  readonly digest: Uint8Array;
  readonly size: number;
}

export interface AttachAnswer extends Subject {
  readonly file: string;
  readonly digest: string;
  /** Whether it was not kept with that already. */
  readonly added: boolean;
}

/**
 * Records a paper by the digest of its bytes; one that is kept with the same thing already adds nothing. `copy` puts the
 * file beside the book before the record stands: a copy that nothing names does no harm, a name without a copy would.
 */
export function attachPaper(session: Session, input: AttachInput, copy: () => void): Promise<AttachAnswer> {
  return operate(session, 'attach', async (writer) => {
    const { subject, code, file, digest, size } = input;
    const reads = await writer.corrections();
    if (!(await reads.hasCoded(subject, code))) refuse('missing', { noun: nounOf(subject), code });
    const hex = Buffer.from(digest).toString('hex');
    const answer = { subject, code, file, digest: hex };
    const known = await reads.attachments({ subject, code });
    if (!session.dryRun) copy();
    if (known.some((each) => each.digest === hex)) return { ...answer, added: false };
    await writer.addAttachment({ subject, code, file, bytesDigest: digest, size });
    return { ...answer, added: true };
  });
}

export function attachments(
  session: Session,
  filter: Subject | undefined,
): Promise<readonly AttachmentView[]> {
  return session.book.read(async (reader) => (await reader.corrections()).attachments(filter));
}

/** A month is never missing. */
function nounOf(subject: AttachmentSubject): Noun {
  return subject === 'month' ? 'finding' : subject;
}
