import headings from '../../data/headings.json' with { type: 'json' };
import { refuse } from '../domain/failure.ts';
import { fold } from '../domain/name.ts';
import { readBytes } from '../files/read.ts';
import { writeWhole } from '../files/write.ts';
import type { Mark } from './amount.ts';
import { DELIMITERS, ENCODINGS, type Delimiter, type Encoding } from './names.ts';
import type { FieldName } from './table.ts';

/** How lists of one sender are read: what was told from one of them, kept as a small file that can be edited and shared. */
interface ProfileFile {
  readonly profile: 1;
  readonly sheet?: string | undefined;
  readonly encoding?: Encoding | undefined;
  readonly delimiter?: Delimiter | undefined;
  readonly thousands?: Mark | undefined;
  /** The heading over each column, in order. */
  readonly headings: readonly string[];
  /** Which heading holds which field. */
  readonly columns: Readonly<Partial<Record<FieldName, string>>>;
}

/** The column of reasons in a list that came back mended is no part of it. */
const RETURNED = new Set(headings.returned.map(fold));

const PROFILE_BYTES_MAX = 64 * 1024;

export class Profile {
  readonly name: string;
  readonly file: ProfileFile;

  constructor(name: string, file: ProfileFile) {
    this.name = name;
    this.file = file;
  }

  /** Where the profile's fields stand under these headings; none where the headings are not the profile's own. */
  columnsIn(texts: readonly string[], fields: readonly FieldName[]): Map<FieldName, number> {
    if (this.difference(texts).length > 0) return new Map();
    const folded = texts.map(fold);
    return new Map(
      (['ordinal', ...fields] as const).flatMap((field) => {
        const heading = this.file.columns[field];
        return heading === undefined ? [] : [[field, folded.indexOf(fold(heading))] as const];
      }),
    );
  }

  /** Headings that are the profile's and not here (`-`), or here and not the profile's (`+`). */
  difference(texts: readonly string[]): string[] {
    const [mine, here] = [this.file.headings, texts].map((each) =>
      each.filter((text) => text !== '' && !RETURNED.has(fold(text))),
    );
    const lacks = (all: readonly string[] = []) => {
      const folded = new Set(all.map(fold));
      return (text: string) => !folded.has(fold(text));
    };
    return [
      ...(mine ?? []).filter(lacks(here)).map((text) => `- ${text}`),
      ...(here ?? []).filter(lacks(mine)).map((text) => `+ ${text}`),
    ];
  }
}

/** Reads a profile; refuses a file that is none, naming the key that is wrong. */
export function readProfile(path: string, name: string): Profile {
  const key = (problem: string): never => refuse('profile.unfit', { profile: name, key: problem });
  let file: Partial<Record<keyof ProfileFile, unknown>>;
  try {
    const parsed: unknown = JSON.parse(readBytes(path, PROFILE_BYTES_MAX).toString('utf8'));
    file = typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch (error) {
    if (error instanceof SyntaxError) return key('JSON');
    throw error;
  }
  if (file.profile !== 1) return key('profile');
  const isText = (value: unknown) => value === undefined || typeof value === 'string';
  if (!isText(file.sheet)) return key('sheet');
  if (!isOneOf(file.encoding, ENCODINGS)) return key('encoding');
  if (!isOneOf(file.delimiter, Object.keys(DELIMITERS))) return key('delimiter');
  if (!isOneOf(file.thousands, ['dot', 'comma'])) return key('thousands');
  const texts = file.headings;
  if (!Array.isArray(texts) || !texts.every((text) => typeof text === 'string')) return key('headings');
  const columns = Object.entries(typeof file.columns === 'object' ? (file.columns ?? {}) : {});
  if (columns.length === 0) return key('columns');
  const known = new Set(texts.map(fold));
  for (const [field, heading] of columns) {
    if (!(field in headings) || typeof heading !== 'string' || !known.has(fold(heading)))
      return key(`columns.${field}`);
  }
  return new Profile(name, file as ProfileFile);
}

function isOneOf(value: unknown, choices: readonly string[]): boolean {
  return value === undefined || (typeof value === 'string' && choices.includes(value));
}

export function writeProfile(path: string, file: Omit<ProfileFile, 'profile'>): void {
  writeWhole(path, Buffer.from(`${JSON.stringify({ profile: 1, ...file }, null, 2)}\n`));
}
