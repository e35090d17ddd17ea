import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import type { BusyProofs } from './busy.ts';
import { ABOUT_FILES } from './on-server.ts';
import { past } from './past.ts';
import { Stage, wordsOf } from './play.ts';
import { SMALL_BOOK } from './small-book.ts';

export { SMALL_BOOK };

/** Whether every stage's book lies on a server. */
const onServer = process.env['PHUCLOI_TEST_SERVER'] !== undefined;

/** The sample book is a year of commands: on a busy machine that takes its time. */
const LONG_MS = 240_000;

/**
 * A transcript is a text file of real command lines and what they print. A line `$ phucloi …` is run; the lines below it
 * are its output: stdout as it is, stderr after `! `, and `[exit N]` where N is not 0. `% file NAME` starts a file that
 * ends at `% end`; `% book` makes the small book that most transcripts start from; `% sql …` writes into a register past
 * the program, for what a rule must find and no command would write. `UPDATE=1` writes anew what is printed:
 * read the difference before it is kept. `busy` tries each writing command with a book that another one has first.
 */
export function testTranscripts(folder: string, busy?: BusyProofs): void {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt'))) {
    const title = name.replace(/\.txt$/, '');
    const elsewhere = onServer && ABOUT_FILES[`${basename(folder)}/${title}`] !== undefined;
    test.skipIf(elsewhere)(
      title,
      async () => {
        const path = join(folder, name);
        const expected = readFileSync(path, 'utf8');
        const actual = await replay(expected, busy);
        if (process.env['UPDATE'] === '1') writeFileSync(path, actual);
        else expect(actual).toBe(expected);
      },
      LONG_MS,
    );
  }
}

/** Runs a transcript's lines, and gives it as it prints now. */
export async function replay(transcript: string, busy?: BusyProofs): Promise<string> {
  const stage = new Stage();
  try {
    const lines = transcript.split('\n');
    const output: string[] = [];
    for (let at = 0; at < lines.length;) {
      const line = lines[at] ?? '';
      at += 1;
      if (line.startsWith('% file ')) {
        const end = lines.indexOf('% end', at);
        stage.write(line.slice('% file '.length), `${lines.slice(at, end).join('\n')}\n`);
        output.push(line, ...lines.slice(at, end + 1));
        at = end + 1;
      } else if (line === '% book') {
        for (const command of SMALL_BOOK) await stage.data(command);
        output.push(line);
      } else if (line.startsWith('% sql ')) {
        await past(stage, line.slice('% sql '.length));
        output.push(line);
      } else if (line.startsWith('$ phucloi')) {
        output.push(line, ...(await printed(stage, line, busy)));
        while (at < lines.length && !isNext(lines, at)) at += 1;
      } else output.push(line);
    }
    return `${output.join('\n').trimEnd()}\n`;
  } finally {
    stage.strike();
  }
}

/** Whether the output above ends here; a printed script has remarks of its own, without an empty line before them. */
function isNext(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  return /^(\$ |% )/.test(line) || (line.startsWith('# ') && lines[at - 1] === '');
}

async function printed(stage: Stage, line: string, busy?: BusyProofs): Promise<string[]> {
  // `< NAME` at the end sends a file in.
  const [, words = '', sent] = /^\$ phucloi (.*?)(?: < (\S+))?$/.exec(line) ?? [];
  const input = sent === undefined ? undefined : stage.read(sent);
  const hold = await busy?.before(stage, wordsOf(words), input);
  const { exit, stdout, stderr } = await stage.run(wordsOf(words), input);
  hold?.(exit);
  const plain = plainFor(line);
  const said = (text: string, mark: string) =>
    plain(
      normal(
        stage.book === undefined ? text : text.replaceAll(stage.book, join(stage.folder, 'phucloi.db')),
        stage.folder,
      ),
    )
      .split('\n')
      .map((each) => `${mark}${each}`.trimEnd())
      .filter((each, index, all) => each !== mark.trimEnd() || (index < all.length - 1 && mark === ''));
  return [...said(stdout, ''), ...said(stderr, '! '), ...(exit === 0 ? [] : [`[exit ${exit}]`]), ''];
}

/** What differs from run to run: the folder, digests made with fresh salts, and control codes made with the book's UUID. */
export function normal(text: string, folder: string): string {
  return text
    .replaceAll(folder, '…')
    .replace(/\b[0-9a-f]{64}\b/g, '<digest>')
    .replace(/\b[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}\b/g, '<code>')
    .replace(/\b[0-9a-f]{4}( [0-9a-f]{4}){3}\b/g, '<head>');
}

function plainFor(line: string): (text: string) => string {
  if (/^\$ phucloi (?:doctor|kiemtramay)/.test(line)) return machineless;
  if (line.startsWith('$ phucloi role list')) return clockless;
  return (text) => text;
}

/** What a server tells of its own clock. */
function clockless(text: string): string {
  return text
    .replace(/\b\d\d\/\d\d\/\d{4}\b/g, 'dd/mm/yyyy')
    .replace(/\d{4}-\d\d-\d\dT[\d:]{8}/g, '<moment>');
}

/** What `doctor` tells of the machine that the tests run on. */
function machineless(text: string): string {
  return text
    .replace(/\b\d+(?:[.,]\d+)? (?:KB|MB|GB)\b/g, '<bytes>')
    .replace(/phucloi \S+, Node \S+/, 'phucloi <version>, Node <version>')
    .replace(/^(Máy|Machine): ( +).*$/m, '$1: $2<machine>')
    .replace(/^(Tệp đi kèm|Its data): ( *).*$/m, '$1: $2<program>/data')
    .replace(/(<bytes>(?: free)?) \(\w[\w.]*\)$/m, '$1 (<type>)');
}
