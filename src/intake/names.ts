/**
 * What options and profiles call the ways of reading a text. Apart from the readers: commands that take no list know
 * these words too, and need not load what they stand for.
 */

/** The encodings of one byte a letter. Where two read a file alike, the first is named. */
/** What a list is called that came through standard input and no file. */
export const STREAMED = 'stdin';

export const EIGHT_BIT = ['windows-1258', 'viscii', 'tcvn3', 'tcvn5712', 'vni'] as const;
export type EightBit = (typeof EIGHT_BIT)[number];

/** The names that --encoding takes. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', ...EIGHT_BIT] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const;
export type Delimiter = keyof typeof DELIMITERS;
