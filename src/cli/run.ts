import { COMMANDS, type CommandEntry } from './commands.ts';
import { configured } from './config.ts';
import type { Io } from './io.ts';

/** Options that take a value and may stand before the noun. */
const VALUED = new Set(['--book', '--lang', '--today', '--actor', '--format', '--color']);

/**
 * Runs one command line to its exit code. Only the table of names is here: the command's own chunk is loaded when its
 * noun and verb are known, and commander with it.
 */
export async function run(argv: readonly string[], world: Io): Promise<number> {
  const io = configured(world);
  const [first, second] = wordsAt(argv);
  if (first !== undefined && argv[first] === 'help' && second !== undefined) {
    return run([...argv.filter((_, index) => index !== first), '--help'], io);
  }
  const found = findCommand(argv);
  if (found !== undefined) {
    const { start } = await found.entry.load();
    return start(found.entry.name.split(' ')[0] ?? '', found.rest, io);
  }
  const { general } = await import('./general.ts');
  return general(argv, nouns(argv), io);
}

/** The command that the first words name, with everything else in its order. */
export function findCommand(argv: readonly string[]): { entry: CommandEntry; rest: string[] } | undefined {
  const at = wordsAt(argv);
  for (const length of [2, 1]) {
    const places = at.slice(0, length);
    if (places.length < length) continue;
    const words = places.map((place) => argv[place]).join(' ');
    const entry = COMMANDS.find((each) => each.name === words || each.alias === words);
    if (entry !== undefined) return { entry, rest: argv.filter((_, index) => !places.includes(index)) };
  }
  return undefined;
}

/** Where the first two words stand that are neither options nor an option's value. */
function wordsAt(argv: readonly string[]): number[] {
  const places: number[] = [];
  for (let index = 0; index < argv.length && places.length < 2; index++) {
    const word = argv[index] ?? '';
    if (word === '--') break;
    if (VALUED.has(word)) index += 1;
    else if (!word.startsWith('-')) places.push(index);
  }
  return places;
}

function nouns(argv: readonly string[]): string {
  return wordsAt(argv)
    .map((place) => argv[place])
    .join(' ');
}
