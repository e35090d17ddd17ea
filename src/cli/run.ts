import { fold } from '../domain/name.ts';
import { COMMANDS, type CommandEntry, type CommandName } from './commands.ts';
import { configured } from './config.ts';
import type { Io } from './io.ts';

/** Options that take a value and may stand before the noun. */
export const VALUED: ReadonlySet<string> = new Set([
  '--book',
  '--lang',
  '--today',
  '--actor',
  '--format',
  '--color',
  '--lock-timeout',
  '--passphrase-file',
  '--reveal',
]);

/** As many words as the longest name has, written apart: `nhà hảo tâm thêm`. */
const WORDS = 5;

/**
 * Runs one command line to its exit code. Only the table of names is here: the command's own chunk is loaded when its
 * noun and verb are known.
 */
export async function run(argv: readonly string[], world: Io): Promise<number> {
  const io = configured(world);
  if (argv[0] === 'complete' && argv[1] === '--') {
    return (await import('./complete.ts')).complete(argv.slice(2), io);
  }
  const found = findCommand(argv);
  if (found !== undefined) {
    const { start } = await found.entry.load();
    return start(found.entry.name.split(' ')[0] ?? '', found.rest, io);
  }
  const { general } = await import('./general.ts');
  return general(
    argv,
    wordsAt(argv).map((place) => argv[place] ?? ''),
    io,
  );
}

/** The command that the first words name, with everything else in its order. */
export function findCommand(
  argv: readonly string[],
): { entry: CommandEntry<CommandName>; rest: string[] } | undefined {
  const at = wordsAt(argv);
  const [noun = '', verb] = at.map((place) => argv[place] ?? '');
  // A noun by itself is first taken as it is typed: what is spoken is compared with every name.
  const found =
    (verb === undefined ? named(noun, 1) : named(`${noun} ${verb}`, 2)) ?? spoken(argv, at) ?? named(noun, 1);
  if (found === undefined) return undefined;
  const places = new Set(at.slice(0, found.length));
  return { entry: found.entry, rest: argv.filter((_, index) => !places.has(index)) };
}

function named(words: string, length: number) {
  const entry = COMMANDS.find((each) => each.name === words || each.alias === words);
  return entry === undefined ? undefined : { entry, length };
}

/** A name as it is spoken, with marks or in words of one syllable: `quà nhập`, `đối chiếu`, `doan vien nhap`. */
function spoken(argv: readonly string[], at: readonly number[]) {
  const first = at[0] ?? 0;
  const side = at.filter((place, index) => place === first + index).map((place) => argv[place] ?? '');
  for (let length = side.length; length > 0; length--) {
    // A file may be called `.` or `…`: what has no letter is no part of a name.
    if (fold(side[length - 1] ?? '') === '') continue;
    const key = fold(side.slice(0, length).join('')).replaceAll(' ', '');
    const entry = COMMANDS.find(({ name, alias }) =>
      [alias, name].some((each) => each.replaceAll(/[ -]/g, '') === key),
    );
    if (entry !== undefined) return { entry, length };
  }
  return undefined;
}

/** Where the first words stand that are neither options nor an option's value. */
function wordsAt(argv: readonly string[]): number[] {
  const places: number[] = [];
  for (let index = 0; index < argv.length && places.length < WORDS; index++) {
    const word = argv[index] ?? '';
    if (word === '--') break;
    if (VALUED.has(word)) index += 1;
    else if (!word.startsWith('-')) places.push(index);
  }
  return places;
}
