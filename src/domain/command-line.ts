/**
 * A word as a shell takes it, where it is copied from the screen: names hold quotes, and what a shell would run or put
 * in stands between marks that hold it still.
 */
export function quoted(word: string): string {
  if (/^[\p{L}\p{N}_.,:=@%+/-]+$/u.test(word)) return word;
  return /["$`\\!]/.test(word) ? `'${word.replaceAll("'", String.raw`'\''`)}'` : `"${word}"`;
}

/** The words of such a line. */
export function wordsIn(line: string): string[] {
  const words = line.match(/(?:\\.|[^\s"'\\]+|"[^"]*"|'[^']*')+/g) ?? [];
  return words.map((word) =>
    word.replace(
      /\\(.)|"([^"]*)"|'([^']*)'/g,
      (_, escaped?: string, double?: string, single?: string) => escaped ?? double ?? single ?? '',
    ),
  );
}

/**
 * An option with its values. One that begins as an option does is joined to it, or it would be taken for one:
 * `--note=--dry-run`.
 */
export function optionWords(flag: string, values: readonly string[]): string[] {
  return values.some((value) => value.startsWith('-'))
    ? values.map((value) => `${flag}=${value}`)
    : [flag, ...values];
}
