import { messagesFor, refusalsFor } from '../../src/cli/language.ts';
import { EXIT, Refusal, type Failure } from '../../src/domain/failure.ts';
import { fold } from '../../src/domain/name.ts';
import { failureJson, failureText } from '../../src/render/failure.ts';
import { jsonText, onScreen } from '../../src/render/screen.ts';
import facts from '../failure/facts.json' with { type: 'json' };

/** What must stand in no refusal: the people of the corpora, folded, and their numbers. */
const PRIVATE = ['quynh giao', 'phuong nhi', 'duc thinh', '0912345678', '079085004321', '1903456789012'];

/** Left out where there is nothing to say. */
const OPTIONAL = new Set(['input.altered row', 'file.held lock', 'file.exists option', 'input.rows sheet']);

const ACTING = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\p{Cs}]/u;
const SPOILED = /\bundefined\b|\[object |\bNaN\b/;

const CATALOGUES = await Promise.all(
  (['vi', 'en'] as const).map(async (language) => ({
    m: await messagesFor(language),
    said: await refusalsFor(language),
  })),
);

/** What reading gives; where it is refused, the refusal's code, once all is sound that is said of it. */
export async function ended<T>(read: () => Promise<T> | T): Promise<T | string> {
  try {
    return await read();
  } catch (error) {
    // What `execute` makes `amount.unsafe` of.
    if (error instanceof RangeError && error.message.startsWith('amount is not a safe'))
      return 'amount.unsafe';
    if (!(error instanceof Refusal)) throw error;
    mustBeTold(error.failure);
    return error.failure.code;
  }
}

/** A refusal is documented, has its facts, and says nothing that acts on a terminal or is anybody's. */
export function mustBeTold(failure: Failure): void {
  const { code } = failure;
  if (!(code in EXIT)) throw new Error(`no documented failure: ${code}`);
  const given = failure.facts as Readonly<Record<string, unknown>>;
  const wanted = Object.keys((facts.failures as Record<string, object>)[code] ?? {});
  const missing = wanted.filter((key) => given[key] === undefined && !OPTIONAL.has(`${code} ${key}`));
  if (missing.length > 0) throw new Error(`${code} without ${missing.join(', ')}`);
  for (const { m, said } of CATALOGUES) {
    mustBeSound(code, onScreen(failureText(failure, m, said)));
    mustBeSound(code, jsonText(failureJson('x', failure, said)));
  }
}

/** Nothing that acts on a terminal, no value that was lost, and nobody's name or number. */
export function mustBeSound(of: string, text: string): void {
  const acting = ACTING.exec(text.replaceAll('\n', ' '));
  if (acting !== null)
    throw new Error(`${of} acts on a terminal: ${JSON.stringify(acting[0])} in ${JSON.stringify(text)}`);
  if (SPOILED.test(text)) throw new Error(`${of} says ${text}`);
  const folded = fold(text);
  const told = PRIVATE.find((each) => folded.includes(each));
  if (told !== undefined) throw new Error(`${of} tells ${told}: ${text}`);
}
