import { statSync } from 'node:fs';
import { join } from 'node:path';
import { refuse } from '../../domain/failure.ts';
import { listFolder } from '../../files/folder.ts';
import { isSameFile } from '../../files/write.ts';
import { collect, type BookFile } from '../../usecase/collect.ts';
import { told } from '../backups.ts';
import { command, type Desk } from '../command.ts';
import { resolved } from '../given.ts';
import { collectTexts } from '../language.ts';
import { openingOf } from '../opening.ts';
import { code, many, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'collect',
    writes: 'asked',
    args: ['file...'],
    options: { unit: code('UNIT'), head: many('UNIT=HEAD', minutedHead), identity: text('FILE') },
    examples: [
      'collect so-bva.db so-ttb.db',
      'collect /media/usb/thang-01',
      'collect so-bva.db --head "BVA=1a2b 3c4d 5e6f 7a8b"',
      'collect cong-doan.db --unit BVA',
    ],
    answer: {
      books: [
        {
          unit: 'text',
          file: 'text',
          state: 'text',
          month: 'text',
          head: 'text',
          operations: 'integer',
          added: 'integer',
        },
      ],
      collected: 'integer',
    },
    async run(desk, { args, options: { unit, head, identity } }) {
      const session = await desk.session();
      const collection = await desk.library.collection(desk.bookPath, desk.access);
      const files = await filesOf(desk, args, identity);
      if (unit !== undefined && files.length > 1)
        refuse('usage.value', { option: '--unit', given: unit, expected: `${files.length} × UNIT` });
      const heads = new Map(head.map((each) => [each.unit, each.head]));
      const { books } = await collect(session, collection, { files, unit, heads });
      const fresh = books.filter(({ state }) => state !== 'same').length;
      const texts = await collectTexts(desk.m.language);
      return {
        data: { books, collected: fresh },
        nothing: fresh === 0,
        text: () => texts.collected({ books, rehearsed: session.dryRun }),
      };
    },
    next: () => ['phucloi collection list', 'phucloi collection check --period …'],
  }),
);

/** A unit and the head that its signed minutes have: four groups of four, or all of it. */
function minutedHead(typed: string): { unit: string; head: string } | undefined {
  const [unit = '', said = ''] = typed.split('=', 2);
  const head = said.replace(/\s+/g, '').toLowerCase();
  const known = /^(?:[0-9a-f]{16}|[0-9a-f]{64})$/.test(head);
  return unit === '' || !known ? undefined : { unit, head };
}

/** The files that were named, and of a folder every book that lies in it. */
async function filesOf(
  desk: Desk,
  named: readonly string[],
  identity: string | undefined,
): Promise<readonly BookFile[]> {
  const paths = named.flatMap((each) => {
    const path = resolved(desk, each);
    const found = statSync(path, { throwIfNoEntry: false }) ?? refuse('file.missing', { path: each });
    // A pipe of that name would be waited for.
    if (!found.isDirectory()) return found.isFile() ? [path] : refuse('collect.foreign', { path: each });
    const books = (listFolder(path) ?? []).filter((name) => isBook(join(path, name), desk.bookPath));
    if (books.length === 0) refuse('collect.empty', { path: each });
    return books.map((name) => join(path, name));
  });
  const files: BookFile[] = [];
  for (const path of new Set(paths)) {
    const open = path.endsWith('.age') ? await openingOf(desk, path, identity) : undefined;
    files.push({ path, told: told(desk, path), ...(open === undefined ? {} : { open }) });
  }
  return files;
}

/** A file that is called as books and backups are, and not the very book that collects. */
function isBook(path: string, own: string): boolean {
  if (!/\.db(\.age)?$/.test(path) || isSameFile(path, own)) return false;
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
