import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { refuse } from '../domain/failure.ts';
import { chunksOf, readBytes } from '../files/read.ts';
import { writeWhole } from '../files/write.ts';
import type { Subject } from '../usecase/attach.ts';
import type { Desk } from './command.ts';
import { resolved } from './given.ts';
import { code, month, type Values } from './options.ts';

/** A scan of a few pages is far smaller; a film is no paper. */
const PAPER_BYTES_MAX = 50 * 1024 * 1024;

/** What a paper can be kept with. */
export const SUBJECT = {
  voucher: code('VOUCHER'),
  award: code('CODE'),
  decision: code('NO'),
  document: code('LIST'),
  appeal: code('APPEAL'),
  month: month(),
};

/** The one thing that is named; undefined where none is. */
export function subjectOf(given: Values<typeof SUBJECT>): Subject | undefined {
  const named = (['voucher', 'award', 'decision', 'document', 'appeal', 'month'] as const).flatMap(
    (subject): Subject[] => {
      const named = given[subject];
      return named === undefined ? [] : [{ subject, code: named }];
    },
  );
  if (named.length > 1) refuse('usage.conflict', { options: named.map(({ subject }) => `--${subject}`) });
  return named[0];
}

/** Where a paper lies beside its book: named by its digest, ending as it was handed in. */
export function paperPath(bookPath: string, file: string, digest: string): string {
  const ending = extname(file).toLowerCase();
  return join(`${bookPath}.papers`, `${digest}${/^\.[a-z0-9]{1,8}$/.test(ending) ? ending : ''}`);
}

/** Hex SHA-256 of a file and its size in bytes; undefined where it is not there. */
export function digestOfFile(path: string, limit?: number): { digest: Buffer; size: number } | undefined {
  if (!existsSync(path)) return undefined;
  const hash = createHash('sha256');
  let size = 0;
  for (const chunk of chunksOf(path, limit)) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { digest: hash.digest(), size };
}

/** A paper that is handed in, and where its copy lies beside the book; `copy` puts it there unless it is there already. */
export function paperAt(desk: Desk, given: string) {
  const path = resolved(desk, given);
  const paper = digestOfFile(path, PAPER_BYTES_MAX) ?? refuse('file.missing', { path: given });
  const file = basename(path).normalize('NFC');
  const kept = paperPath(desk.beside, file, paper.digest.toString('hex'));
  const copy = () => {
    if (!existsSync(kept) || !digestOfFile(kept)?.digest.equals(paper.digest))
      writeWhole(kept, readBytes(path, PAPER_BYTES_MAX));
  };
  return { file, kept, copy, ...paper };
}
