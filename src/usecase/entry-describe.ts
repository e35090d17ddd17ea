import { refuse } from '../domain/failure.ts';
import { tidy } from '../domain/name.ts';
import { standingEntry } from './entry-reverse.ts';
import { operate, unitBy, type Session } from './session.ts';

export interface DescribeInput {
  readonly entry: number;
  readonly content?: string | undefined;
  readonly party?: string | undefined;
  readonly reason: string;
}

export interface DescribeAnswer {
  readonly entry: number;
  readonly party: string;
  readonly content: string;
}

/** Corrects what an entry says; its figures and days stay, and so do the words it said before. */
export function describeEntry(session: Session, input: DescribeInput): Promise<DescribeAnswer> {
  return operate(session, 'entry describe', async (writer) => {
    if (input.content === undefined && input.party === undefined)
      refuse('usage.missing', { option: '--content | --party' });
    const { id, wording } = await standingEntry(writer, input.entry);
    const party = input.party === undefined ? wording.party : tidy(input.party);
    const content = input.content === undefined ? wording.content : tidy(input.content);
    const reason = tidy(input.reason);
    await writer.addCorrection({
      entry: id,
      wording: { ...wording, party, content },
      by: session.actor(),
      reason,
    });
    return { entry: id, party: session.mask.text(party), content: session.mask.text(content) };
  });
}

export interface LinkInput {
  readonly entry: number;
  /** A donor's code, or `none`. */
  readonly donor?: string | undefined;
  /** A unit's code, or `none`. */
  readonly unit?: string | undefined;
}

export interface LinkAnswer {
  readonly entry: number;
  readonly donor: string;
  readonly unit: string;
}

/** Corrects who gave and which unit an entry is of; what is not named stays. */
export function linkEntry(session: Session, input: LinkInput): Promise<LinkAnswer> {
  return operate(session, 'entry link', async (writer) => {
    if (input.donor === undefined && input.unit === undefined)
      refuse('usage.missing', { option: '--donor | --unit' });
    const entry = await standingEntry(writer, input.entry);
    if (entry.postings.every(({ place, holder }) => place !== undefined || holder !== undefined))
      refuse('entry.kind', { entry: entry.id, kind: entry.kind });
    const now = entry.postings.find(({ place, holder }) => place === undefined && holder === undefined);
    const donor =
      input.donor === undefined
        ? now?.donor
        : input.donor === NONE
          ? undefined
          : ((await writer.donors()).find(({ code }) => code === input.donor) ??
            refuse('missing', { noun: 'donor', code: input.donor }));
    const unit =
      input.unit === undefined
        ? now?.unit
        : input.unit === NONE
          ? undefined
          : await unitBy(writer, input.unit);
    await writer.addCorrection({ entry: entry.id, links: { unit: unit?.id, donor: donor?.id } });
    return { entry: entry.id, donor: donor?.code ?? '', unit: unit?.code ?? '' };
  });
}

const NONE = 'none';
