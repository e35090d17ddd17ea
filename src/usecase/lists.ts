import words from '../../data/unit-words.json' with { type: 'json' };
import type { Day } from '../domain/day.ts';
import { ZERO, type Dong } from '../domain/dong.ts';
import type { Ref } from '../domain/entry.ts';
import { isCode, type Fund } from '../domain/fund.ts';
import { fold } from '../domain/name.ts';
import { UnitSpeller } from '../domain/unit-name.ts';
import type { OpenedList } from '../intake/open.ts';
import type { ListReading, RowReader } from '../intake/reader.ts';
import { Settings } from './check/settings.ts';
import type { DocumentDraft, DocumentKind, SourceDocument } from './port/evidence.ts';
import type { PersonKey, Reader, Unit, Writer } from './port/ports.ts';
import type { RowFaultCode } from '../domain/row-fault.ts';
import type { Session } from './session.ts';

/** What every import answers. */
export interface ListAnswer {
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Rows that stand in the book already. */
  readonly duplicates: number;
  readonly document: string;
  /** How the file was read, and by what evidence. */
  readonly reading: ListReading;
}

/**
 * The document that brought this very list before, told by its rows and not by its file. One that left rows out is no
 * such document, unless only the good rows made it: those that were left may be good by now.
 */
export async function alreadyImported(
  reader: Reader,
  kind: DocumentKind,
  fund: Fund | undefined,
  normalDigest: Uint8Array,
): Promise<SourceDocument | undefined> {
  const known = await reader.knownDocument(kind, fund, normalDigest);
  return known !== undefined && known.rejected > 0 && kind !== 'contribution' ? undefined : known;
}

export function nothingNew(document: SourceDocument, rows: number, reader: RowReader): ListAnswer {
  const { rejected } = reader;
  return {
    rows,
    accepted: 0,
    rejected,
    duplicates: rows,
    document: document.code,
    reading: reader.reading(),
  };
}

/** Records what a list's rows come from; where they are many, the book is backed up before the first of them. */
export async function documentOf(session: Session, writer: Writer, draft: DocumentDraft): Promise<Ref> {
  if (session.backUp !== undefined && !session.dryRun) {
    const settings = new Settings(await (await writer.check()).settings());
    if (draft.accepted > (settings.number('backup.rows') ?? 0)) await session.backUp(writer.uuid);
  }
  return writer.addDocument(draft);
}

/** Records a list as the document its rows come from. */
export function listDocument(
  session: Session,
  writer: Writer,
  kind: DocumentKind,
  fund: Fund | undefined,
  list: OpenedList,
  facts: { rows: number; accepted: number; rejected: number; normalDigest: Uint8Array; total?: Dong },
): Promise<Ref> {
  return documentOf(session, writer, {
    kind,
    fund,
    file: list.file,
    bytesDigest: list.digest,
    normalDigest: facts.normalDigest,
    rows: facts.rows,
    accepted: facts.accepted,
    total: facts.total ?? ZERO,
    flagged: 0,
    rejected: facts.rejected,
    choice: facts.rejected > 0 ? 'accept-good' : '',
  });
}

type Found<T> = { readonly found: T } | { readonly fault: RowFaultCode };

const SPELLER = new UnitSpeller(words);

/** Finds units by code or name, however their kind is written; two of one name are never chosen between. */
export class UnitFinder {
  readonly #byCode = new Map<string, Unit>();
  readonly #byName = new Map<string, Unit[]>();

  readonly #on: Day | undefined;

  /** With a day, a unit that had ended before it is found and not taken. */
  constructor(units: readonly Unit[], on?: Day) {
    this.#on = on;
    for (const unit of units) this.add(unit);
  }

  add(unit: Unit): void {
    this.#byCode.set(unit.code.toLowerCase(), unit);
    this.#byName.set(unit.folded, [...(this.#byName.get(unit.folded) ?? []), unit]);
  }

  find(text: string): Found<Unit> {
    const named = this.#named(text);
    const { to } = 'found' in named ? named.found : {};
    return this.#on !== undefined && to !== undefined && to < this.#on ? { fault: 'unit.ended' } : named;
  }

  #named(text: string): Found<Unit> {
    const coded = isCode(text) ? this.#byCode.get(text.toLowerCase()) : undefined;
    if (coded !== undefined) return { found: coded };
    const named = this.#byName.get(fold(text)) ?? this.alsoCalled(text);
    if (named.length > 1) return { fault: 'unit.ambiguous' };
    return named[0] === undefined ? { fault: 'unit.unknown' } : { found: named[0] };
  }

  /** The units that a name means whose kind is written otherwise than in the book: CĐCS, Công đoàn. */
  alsoCalled(text: string): readonly Unit[] {
    const spelt = SPELLER.spellings(text);
    if (spelt === undefined) return [];
    const of = (names: readonly string[]) => [
      ...new Set(names.flatMap((name) => this.#byName.get(name) ?? [])),
    ];
    const same = of(spelt.same);
    return same.length > 0 ? same : of(spelt.near);
  }
}

/**
 * Finds people by code, or by name within a unit; two of one name in one unit are never chosen between. What a merged
 * record was called finds the person it was merged into; who left is found too: a list may be of the time before.
 */
export class PersonFinder {
  readonly #byCode = new Map<string, PersonKey>();
  readonly #byName = new Map<string, PersonKey[]>();
  /** Names of merged records, by the person they were merged into. */
  readonly #alsoCalled = new Map<number, string[]>();

  constructor(people: readonly PersonKey[]) {
    const byId = new Map(people.map((person) => [person.id, person]));
    for (const record of people) {
      const person = byId.get(record.mergedInto ?? record.id) ?? record;
      this.#byCode.set(record.code.toLowerCase(), person);
      if (record !== person)
        this.#alsoCalled.set(person.id, [...(this.#alsoCalled.get(person.id) ?? []), record.folded]);
      for (const key of [record.folded, `${record.folded}@${record.unit}`]) {
        const list = this.#byName.get(key);
        if (list === undefined) this.#byName.set(key, [person]);
        else if (!list.includes(person)) list.push(person);
      }
    }
  }

  /** Whether a name is one of the person's. */
  #isCalled(person: PersonKey, name: string): boolean {
    return name === person.folded || this.#alsoCalled.get(person.id)?.includes(name) === true;
  }

  byCode(code: string): PersonKey | undefined {
    return this.#byCode.get(code.toLowerCase());
  }

  find(code: string, name: string, unit: Unit | undefined): Found<PersonKey> {
    if (code !== '') {
      const person = this.byCode(code);
      // A code with another person's name is two readings of one row.
      if (person === undefined) return { fault: 'person.unknown' };
      return name !== '' && !this.#isCalled(person, fold(name))
        ? { fault: 'person.ambiguous' }
        : { found: person };
    }
    const key = unit === undefined ? fold(name) : `${fold(name)}@${unit.id}`;
    const named = this.#byName.get(key) ?? [];
    if (named.length > 1) return { fault: 'person.ambiguous' };
    return named[0] === undefined ? { fault: 'person.unknown' } : { found: named[0] };
  }
}
