import { existsSync, rmSync } from 'node:fs';
import { basename, dirname, extname, isAbsolute, join, relative } from 'node:path';
import { firstDay, lastDay, type Month } from '../domain/day.ts';
import { refuse } from '../domain/failure.ts';
import { shortHead } from '../domain/form.ts';
import { mustBeWritable, writeStream } from '../files/write.ts';
import { findingText } from '../render/findings.ts';
import type { FindingTexts } from '../render/messages/findings.ts';
import type { ClosingFiles } from '../usecase/close.ts';
import { renderPaper } from '../render/papers/medium.ts';
import type { Desk } from './command.ts';
import { findingsFor } from './findings.ts';
import { dressed, mediumOf } from './output.ts';

/** What a close writes, as the person who closes is told it: paths from the folder of the command. */
export interface Written extends ClosingFiles {
  readonly told: { readonly backup: string; readonly minutes?: string };
}

/**
 * The names of a month's backup and minutes: beside the book, each free; the second close of a month has -2 in both.
 * Minutes that were signed are never written over.
 */
export async function closingFiles(
  desk: Desk,
  month: Month,
  language: 'vi' | 'en',
  given: { readonly minutes: string | undefined; readonly noPapers: boolean },
): Promise<Written> {
  const { cwd } = desk.io;
  const folder = dirname(desk.bookPath);
  const stem = basename(desk.bookPath, extname(desk.bookPath));
  const named = (tail: string) => ({
    backup: join(folder, `${stem}-${month}${tail}.backup.db`),
    minutes: join(folder, `bien-ban-khoa-so-${month}${tail}.xlsx`),
  });
  let number = 1;
  let names = named('');
  while (existsSync(names.backup) || existsSync(names.minutes)) names = named(`-${++number}`);
  const asked = given.minutes;
  const minutes = given.noPapers
    ? undefined
    : asked === undefined
      ? names.minutes
      : isAbsolute(asked)
        ? asked
        : join(cwd, asked);
  if (minutes !== undefined) mustBeFree(minutes);
  mustBeWritable(names.backup);
  let written = false;
  const say = sayer(await findingsFor(language));
  const told = (path: string) => (relative(cwd, path).startsWith('..') ? path : relative(cwd, path));
  return {
    backup: names.backup,
    writeMinutes:
      minutes === undefined
        ? undefined
        : async (paper, reader) => {
            const said = {
              from: firstDay(month),
              to: lastDay(month),
              query: `report closing-minutes --period ${month}`,
              // The month is sealed with this head, or the minutes are taken away again.
              sealed: { month, head: shortHead(Buffer.from(await reader.head()).toString('hex')) },
            };
            const printed = await dressed(desk, reader, paper, said);
            await writeStream(
              minutes,
              desk.work.breathing(renderPaper(printed, mediumOf(minutes, '--minutes'))),
            );
            written = true;
          },
    say,
    discard: () => {
      rmSync(names.backup, { force: true });
      // Minutes of that name may be another close's, which came first.
      if (written && minutes !== undefined) rmSync(minutes, { force: true });
    },
    told: {
      backup: told(names.backup),
      ...(minutes === undefined ? {} : { minutes: asked ?? told(minutes) }),
    },
  };
}

/** A finding in one language, from what an acceptance keeps of it. */
export function sayer(texts: FindingTexts): ClosingFiles['say'] {
  return (finding) => findingText(finding as Parameters<typeof findingText>[0], texts);
}

function mustBeFree(path: string): void {
  mediumOf(path, '--minutes');
  if (existsSync(path)) refuse('file.exists', { path });
  mustBeWritable(path);
}
