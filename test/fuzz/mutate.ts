import fc from 'fast-check';
import type { Maker } from './harness.ts';
import type { Random } from './random.ts';

const KINDS = [
  'flip',
  'byte',
  'digit',
  'token',
  'token',
  'token',
  'cut',
  'remove',
  'repeat',
  'move',
  'splice',
] as const;

/** Bytes changed at up to `most` places: flipped, put in, taken out, repeated, cut off, joined with another of the corpus. */
export function changed(
  random: Random,
  bytes: Buffer,
  most: number,
  tokens: readonly Buffer[],
  others: readonly Buffer[],
): Buffer {
  let made = bytes;
  for (let left = random.below(most + 1); left > 0; left--) made = once(random, made, tokens, others);
  return made;
}

function once(random: Random, bytes: Buffer, tokens: readonly Buffer[], others: readonly Buffer[]): Buffer {
  const at = random.below(bytes.length + 1);
  const length = random.below(random.below(3) === 0 ? 300 : 9);
  const [head, tail] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (random.one(KINDS)) {
    case 'flip':
      return with1(bytes, at, (byte) => byte ^ (1 << random.below(8)));
    case 'byte':
      return with1(bytes, at, () => random.below(256));
    case 'digit':
      return with1(bytes, at, () => 0x30 + random.below(10));
    case 'token':
      return Buffer.concat([head, random.one(tokens), tail.subarray(random.below(4) === 0 ? length : 0)]);
    case 'cut':
      return head;
    case 'remove':
      return Buffer.concat([head, tail.subarray(length)]);
    case 'repeat': {
      // Now and then very often: what is small in one copy may be too much in hundreds.
      const piece = tail.subarray(0, length);
      const times = random.below(60) === 0 ? 300 : 2;
      return Buffer.concat([head, ...Array.from({ length: times }, () => piece), tail]);
    }
    case 'move':
      return Buffer.concat([tail.subarray(0, length), head, tail.subarray(length)]);
    case 'splice':
    default: {
      const other = random.one(others);
      return Buffer.concat([head, other.subarray(random.below(other.length + 1))]);
    }
  }
}

function with1(bytes: Buffer, at: number, made: (byte: number) => number): Buffer {
  const copy = Buffer.from(bytes);
  if (at < copy.length) copy[at] = made(copy[at] ?? 0);
  return copy;
}

/** How many files a chunk has that were put together from the parts of their format. */
const FRESH = 80;

/** Makes cases of a corpus, and of files put together anew for each chunk (`fresh`), by changing them here and there. */
export function mutants(
  corpus: readonly Buffer[],
  tokens: readonly (string | Buffer)[],
  fresh: readonly fc.Arbitrary<Buffer>[] = [],
): (seed: number) => Maker {
  const words = tokens.map((token) => Buffer.from(token as string));
  return (seed) => {
    const made = fresh.flatMap((each) => fc.sample(each, { seed, numRuns: FRESH }));
    const all = [...corpus, ...made];
    return (random) => changed(random, random.one(all), 6, words, all);
  };
}
