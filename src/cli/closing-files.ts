import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { firstDay, lastDay, type Month } from '../domain/day.ts';
import { refuse } from '../domain/failure.ts';
import { shortHead } from '../domain/form.ts';
import { clearDrafts } from '../files/draft.ts';
import { sidecarOf } from '../files/publish.ts';
import { mustBeWritable, stageStream, type StagedFile } from '../files/write.ts';
import { findingText } from '../render/findings.ts';
import type { FindingTexts } from '../render/messages/findings.ts';
import type { ClosingFiles } from '../usecase/close.ts';
import { renderPaper } from '../render/papers/medium.ts';
import { backupFolder, monthName, placeFor, told } from './backups.ts';
import type { Desk } from './command.ts';
import { findingsFor } from './findings.ts';
import { resolved } from './given.ts';
import { dressed, mediumOf } from './output.ts';

/** What a close writes, as the person who closes is told it: paths from the folder of the command. */
export interface Written extends ClosingFiles {
  readonly told: { readonly backup: string; readonly minutes?: string };
}

/**
 * The names of a month's backup, where backups go, and of its minutes, beside the book: each free; the second close of a
 * month has -2 in both.
 * Minutes that were signed are never written over.
 */
export async function closingFiles(
  desk: Desk,
  month: Month,
  language: 'vi' | 'en',
  given: { readonly minutes: string | undefined; readonly noPapers: boolean },
): Promise<Written> {
  const { book } = await desk.session();
  const uuid = await book.read((reader) => Promise.resolve(reader.uuid));
  const placed = (number: number) =>
    placeFor(desk, uuid, (mark, ending) =>
      join(backupFolder(desk), monthName(desk, month, number, `${mark}${ending}`)),
    );
  const named = async (number: number) => ({
    ...(await placed(number)),
    minutes: join(dirname(desk.beside), `bien-ban-khoa-so-${month}${number === 1 ? '' : `-${number}`}.xlsx`),
  });
  let number = 1;
  let names = await named(number);
  const isTaken = () => {
    // A close that was killed is why this one may be refused next.
    for (const path of [names.path, names.minutes]) clearDrafts(path);
    return existsSync(names.path) || existsSync(names.minutes);
  };
  while (isTaken()) names = await named(++number);
  const asked = given.minutes;
  const minutes = given.noPapers ? undefined : asked === undefined ? names.minutes : resolved(desk, asked);
  if (minutes !== undefined) mustBeFree(minutes);
  mustBeWritable(names.path);
  let staged: StagedFile | undefined;
  const say = sayer(await findingsFor(language));
  return {
    backup: names.path,
    cipher: names.cipher,
    writeMinutes:
      minutes === undefined
        ? undefined
        : async (paper, reader) => {
            const said = {
              from: firstDay(month),
              to: lastDay(month),
              query: `report closing-minutes --period ${month}`,
              // The month is sealed with this head, or the minutes never get their name.
              sealed: { month, head: shortHead(Buffer.from(await reader.head()).toString('hex')) },
            };
            const printed = await dressed(desk, reader, paper, said);
            staged = await stageStream(
              minutes,
              desk.work.breathing(renderPaper(printed, mediumOf(minutes, '--minutes'))),
            );
          },
    say,
    place: () => {
      staged?.place();
    },
    discard: () => {
      for (const left of [names.path, sidecarOf(names.path)]) rmSync(left, { force: true });
      staged?.drop();
    },
    told: {
      backup: told(desk, names.path),
      ...(minutes === undefined ? {} : { minutes: asked ?? told(desk, minutes) }),
    },
  };
}

/** A finding in one language, from what an acceptance keeps of it. */
export function sayer(texts: FindingTexts): ClosingFiles['say'] {
  return (finding) => findingText(finding as Parameters<typeof findingText>[0], texts);
}

function mustBeFree(path: string): void {
  mediumOf(path, '--minutes');
  clearDrafts(path);
  if (existsSync(path)) refuse('file.exists', { path });
  mustBeWritable(path);
}
