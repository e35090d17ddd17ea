import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { EXIT, refuse } from '../../domain/failure.ts';
import { dataPath } from '../../files/data.ts';
import { writeWhole } from '../../files/write.ts';
import { isOnServer } from '../book-address.ts';
import { command, isRefusal, type Answer, type Desk } from '../command.ts';
import { run } from '../main.ts';
import { otherwise, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'demo',
    args: [],
    options: { out: otherwise(text('FOLDER'), 'out'), lists: text('FOLDER') },
    examples: [
      'demo',
      'demo --out so-mau',
      'demo --lists bai-hoc',
      'demo --book "postgres://may-chu/cong-doan?schema=so_mau"',
    ],
    answer: { folder: 'text', 'book?': 'text', 'commands?': 'integer', files: ['text'] },
    async run(desk, { options }) {
      if (desk.header('demo').dryRun) refuse('usage.conflict', { options: ['demo', '--dry-run'] });
      if (options.lists !== undefined) return copyLists(desk, options.lists);
      const folder = placed(desk, options.out);
      const book = await newBook(desk, folder);
      mkdirSync(folder, { recursive: true });
      const sample = dataPath('sample');
      let commands = 0;
      for (const line of readFileSync(join(sample, 'demo.txt'), 'utf8').split('\n')) {
        if (line.startsWith('$ ')) {
          await play(desk, { folder, book, sample }, line.slice(2));
          commands += 1;
        } else if (line.startsWith('# ')) desk.say(`\n${line}`);
      }
      const data = { folder, book, commands, files: readdirSync(folder).toSorted() };
      return { data, text: () => `${relative(desk.io.cwd, folder)}: ${data.files.join(', ')}` };
    },
    next: ({ book }) => (book === undefined ? [] : [`phucloi status --book "${book}"`]),
  }),
);

function placed(desk: Desk, name: string): string {
  return isAbsolute(name) ? name : join(desk.io.cwd, name);
}

/** Whose accounts the sample book is. */
const ENTITY = 'CDYTNS';

/** The sample's book, which is not there yet: in the folder, or where --book says. */
async function newBook(desk: Desk, folder: string): Promise<string> {
  const said = desk.globals.book;
  if (said === undefined || !isOnServer(said)) {
    const path = said === undefined ? join(folder, 'phucloi.db') : desk.bookPath;
    if (existsSync(path)) refuse('book.exists', { path, option: said === undefined ? '--out' : '--book' });
    return path;
  }
  const book = /[?&]entity=/.test(said) ? said : `${said}${said.includes('?') ? '&' : '?'}entity=${ENTITY}`;
  try {
    const there = await desk.library.open(book, desk.access);
    there.close();
  } catch (error) {
    if (!isRefusal(error) || !['book.missing', 'entity.unknown'].includes(error.failure.code)) throw error;
    return book;
  }
  return refuse('entity.exists', { entity: entityIn(book) });
}

const entityIn = (book: string): string => decodeURIComponent(/[?&]entity=([^&]+)/.exec(book)?.[1] ?? ENTITY);

/** Where the sample is played: the folder of its papers, its book, and the lists that it is made from. */
interface Place {
  readonly folder: string;
  readonly book: string;
  readonly sample: string;
}

/** Puts the sample lists into a folder, to be worked on by hand; one that is there already stays as it is. */
function copyLists(desk: Desk, name: string): Answer {
  const folder = placed(desk, name);
  const sample = dataPath('sample');
  const files = readdirSync(sample).filter((file) => /\.(csv|xlsx)$/.test(file));
  const taken = files.find((file) => existsSync(join(folder, file)));
  if (taken !== undefined) refuse('file.exists', { path: join(name, taken) });
  mkdirSync(folder, { recursive: true });
  for (const file of files) writeWhole(join(folder, file), readFileSync(join(sample, file)));
  return { data: { folder, files }, text: (m) => m.done.sampleLists({ folder: name, files: files.length }) };
}

/** Runs one line through the program's own front door; the exit code must be the one the line says (0 where it says none). */
async function play(desk: Desk, { folder, book, sample }: Place, line: string): Promise<void> {
  const [words = '', expected = '0'] = line.split(/\s+#exit=/);
  desk.say(`$ ${words}`);
  const code = isOnServer(book) ? entityIn(book) : ENTITY;
  const argv = (words.match(/(?:[^\s"]+|"[^"]*")+/g) ?? []).map((word) => word.replaceAll('"', ''));
  const exit = await run(
    argv.slice(1).map((word, at, all) => {
      if (all[at - 1] === '--code' && word === ENTITY) return code;
      return word.startsWith('data/sample/') ? join(sample, word.slice(12)) : word;
    }),
    {
      ...desk.io,
      // The script goes on by itself: nobody is told what comes next.
      stderrIsTerminal: false,
      page: () => Promise.resolve(false),
      stdout: (printed) => {
        desk.say(printed.trimEnd());
      },
      stderr: (printed) => {
        desk.say(printed.trimEnd());
      },
      stdinIsTerminal: () => false,
      cwd: folder,
      env: {
        ...desk.io.env,
        PHUCLOI_BOOK: book,
        PHUCLOI_LANG: desk.m.language,
        PHUCLOI_COLOR: 'never',
      },
    },
  );
  if (exit === EXIT.stopped || exit === EXIT.terminated)
    refuse(exit === EXIT.stopped ? 'stopped' : 'terminated', { written: false });
  if (String(exit) !== expected) throw new Error('the sample book did not go as written');
}
