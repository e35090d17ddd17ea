import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { Stage, wordsOf } from '../support/play.ts';
import { normal } from '../support/transcript.ts';

const docs = join(import.meta.dirname, '../../docs');

let stage: Stage | undefined;

afterEach(() => {
  stage?.strike();
});

/**
 * Plays a page: in its `console` blocks each line `$ phucloi …` is run, and what stands below it is what the program
 * prints at a terminal of 100 columns; `$ cd FOLDER` goes there. Codes that differ from book to book are written `…`.
 */
async function play(page: string, lang: 'vi' | 'en', now: string): Promise<string> {
  let printed: string[] = [];
  const say = (text: string) => void printed.push(text);
  const place = { cwd: '' };
  stage = new Stage({
    stdout: say,
    stderr: say,
    stdoutIsTerminal: true,
    stderrIsTerminal: true,
    columns: 100,
    env: { NO_COLOR: '1', PHUCLOI_LANG: lang },
    now: new Date(now),
    get cwd() {
      return place.cwd;
    },
  });
  place.cwd = stage.folder;
  const lines = page.split('\n');
  const made: string[] = [];
  let inBlock = false;
  for (const line of lines) {
    if (line.startsWith('```')) inBlock = line === '```console';
    if (line.startsWith('$ cd ')) place.cwd = join(place.cwd, line.slice('$ cd '.length));
    const command = /^\$ phucloi (.*)$/.exec(line)?.[1];
    if (!inBlock || line.startsWith('```') || line.startsWith('$ ')) made.push(line);
    if (!inBlock || command === undefined) continue;
    printed = [];
    const { exit } = await stage.run(wordsOf(command));
    made.push(...shown(printed.join(''), stage.folder), ...(exit === 0 ? [] : [`[exit ${exit}]`]));
  }
  return made.join('\n');
}

/** What stays on the screen: without how far a list was read. */
function shown(text: string, folder: string): string[] {
  const stays = text.replace(/[^\n]*\r/g, '').replaceAll(`${folder}/`, '/home/an/');
  return (
    normal(stays, folder)
      .replace(/<(?:digest|code|head)>/g, '…')
      .replace(/\d\d\/\d\d\/\d{4} {2}\d\d:\d\d/g, '31/01/2024  08:00')
      // A backup is named by the moment.
      .replace(/-\d{4}-\d\d-\d\d-\d{6}\b/g, '-2024-01-31-080000')
      .trimEnd()
      .split('\n')
      .map((line) => line.trimEnd())
  );
}

test.each([
  ['tutorial.vi.md', 'vi'],
  ['tutorial.md', 'en'],
] as const)('every command of %s prints what the page says, whenever it is read', async (name, lang) => {
  const page = readFileSync(join(docs, name), 'utf8');
  const played = await play(page, lang, '2024-11-30T05:00:00Z');
  if (process.env['UPDATE'] === '1') writeFileSync(join(docs, name), played);
  else expect(played).toBe(page);
  expect(page.match(/^\$ phucloi /gm)?.length).toBeGreaterThan(25);
});

test('a reader two years later sees the same', async () => {
  const page = readFileSync(join(docs, 'tutorial.vi.md'), 'utf8');
  expect(await play(page, 'vi', '2026-12-15T05:00:00Z')).toBe(page);
});

test('both pages play the same commands', () => {
  const commands = (name: string) => readFileSync(join(docs, name), 'utf8').match(/^\$ .*$/gm);
  expect(commands('tutorial.md')).toEqual(commands('tutorial.vi.md'));
});
