import type { CollectedLine } from '../domain/collect.ts';
import type { Day, Month } from '../domain/day.ts';
import { refuse, Refusal, type Failure } from '../domain/failure.ts';
import { shortHead } from '../domain/form.ts';
import type { Cipher } from './port/backup.ts';
import type { Brought, CollectedBook, Collection } from './port/collection.ts';
import type { Reader } from './port/ports.ts';
import { operate, unitBy, type Session } from './session.ts';

/** A file that was named, or lay in a folder that was. */
export interface BookFile {
  readonly path: string;
  /** As a person is told it. */
  readonly told: string;
  readonly open?: Cipher['open'] | undefined;
}

export interface CollectInput {
  readonly files: readonly BookFile[];
  /** The unit, where one book is brought that calls itself otherwise. */
  readonly unit: string | undefined;
  /** Heads as signed minutes have them, in hex, by unit. */
  readonly heads: ReadonlyMap<string, string>;
}

/** The register and the view as they stand before anything is taken in. */
interface View {
  readonly uuid: string;
  readonly units: ReadonlyMap<string, { readonly id: number; readonly code: string }>;
  readonly known: readonly CollectedBook[];
}

interface Proved {
  readonly file: BookFile;
  readonly brought: Brought;
}

interface Judged extends Proved {
  readonly unit: { readonly id: number; readonly code: string };
  readonly line: CollectedLine;
}

/**
 * Takes books of units into the view: each one proved, held against the register and against what was collected of it
 * before. All of them, or none: one that is refused is named with why, beside every other that is.
 */
export async function collect(
  session: Session,
  collection: Collection,
  input: CollectInput,
): Promise<{ readonly books: readonly CollectedLine[] }> {
  const view = await session.book.read(viewOf);
  const held: Brought[] = [];
  try {
    const faults: { file: BookFile; unit: string; failure: Failure }[] = [];
    const trying = async <T>(file: BookFile, unit: string, fn: () => Promise<T>): Promise<T | undefined> => {
      try {
        return await fn();
      } catch (error) {
        if (!(error instanceof Refusal) || STOPS.has(error.failure.code)) throw error;
        faults.push({ file, unit, failure: error.failure });
        return undefined;
      }
    };
    const proved: Proved[] = [];
    for (const file of input.files) {
      const brought = await trying(file, '', () => asBook(file.told, () => collection.prove(file)));
      if (brought === undefined) continue;
      held.push(brought);
      proved.push({ file, brought });
    }
    const judged: Judged[] = [];
    for (const { file, brought } of await furthest(proved)) {
      const unit = input.unit ?? brought.code;
      const one = await trying(file, unit, async () => {
        const found = await judge(session, collection, { view, input, file, brought });
        const twin = judged.find((each) => each.unit.id === found.unit.id);
        if (twin === undefined) return found;
        return refuse('collect.twice', { path: file.told, other: twin.file.told, unit: found.unit.code });
      });
      if (one !== undefined) judged.push(one);
    }
    faults.sort((a, b) => input.files.indexOf(a.file) - input.files.indexOf(b.file));
    const [first] = faults;
    if (first !== undefined) {
      if (input.files.length === 1) throw new Refusal(first.failure);
      refuse('collect.refused', {
        books: input.files.length,
        faults: faults.map(({ file, unit, failure: { code, facts } }) => ({
          file: file.told,
          unit,
          code,
          facts,
        })),
      });
    }
    for (const unit of input.heads.keys())
      if (!judged.some((each) => each.unit.code === unit))
        refuse('usage.value', { option: '--head', given: unit, expected: judged[0]?.unit.code ?? '' });
    await takeIn(session, collection, view, judged);
    return { books: judged.map(({ line }) => line).toSorted((a, b) => (a.unit < b.unit ? -1 : 1)) };
  } finally {
    for (const brought of held) brought.drop();
  }
}

/** Of several copies of one book, as a folder of its backups has them, the one whose chain holds all others. */
async function furthest(proved: readonly Proved[]): Promise<readonly Proved[]> {
  const kept: Proved[] = [];
  for (const one of proved.toSorted((a, b) => b.brought.proof.operations - a.brought.proof.operations)) {
    const { uuid, head } = one.brought.proof;
    const further = kept.find(({ brought }) => brought.proof.uuid === uuid);
    if (further === undefined || (await standsIn(further.brought, head)) === undefined) kept.push(one);
  }
  return kept;
}

/** A unit brings its book or a backup of it: what is no book of this schema is told as of a book. */
async function asBook(path: string, prove: () => Promise<Brought>): Promise<Brought> {
  try {
    return await prove();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { failure } = error;
    if (failure.code === 'backup.foreign') refuse('collect.foreign', { path });
    if (failure.code === 'backup.older' || failure.code === 'backup.newer')
      refuse('collect.schema', { ...failure.facts, path });
    throw error;
  }
}

/** What ends the command, whichever book it was met with. */
const STOPS: ReadonlySet<string> = new Set([
  'stopped',
  'terminated',
  'cancelled',
  'file.unwritable',
  'book.full',
]);

async function viewOf(reader: Reader): Promise<View> {
  return {
    uuid: reader.uuid,
    units: new Map((await reader.units()).map((unit) => [unit.code, unit])),
    known: await (await reader.collection()).collected(),
  };
}

interface Case {
  readonly view: View;
  readonly input: CollectInput;
  readonly file: BookFile;
  readonly brought: Brought;
}

async function judge(session: Session, collection: Collection, of: Case): Promise<Judged> {
  const { view, input, file, brought } = of;
  const { uuid, head, operations } = brought.proof;
  const path = file.told;
  if (uuid === view.uuid) refuse('collect.self', { path });
  const unit =
    input.unit === undefined
      ? (view.units.get(brought.code) ?? refuse('collect.unit', { path, code: brought.code }))
      : await session.book.read((reader) => unitBy(reader, input.unit ?? ''));
  const copied = view.known.find((each) => each.origin === uuid && each.unit !== unit.code);
  if (copied !== undefined) refuse('collect.copied', { path, unit: unit.code, other: copied.unit });
  const known = view.known.find((each) => each.unit === unit.code);
  if (known !== undefined && known.origin !== uuid)
    refuse('collect.other', { path, unit: unit.code, day: dayOf(known.recordedAt) });
  const minuted = input.heads.get(unit.code);
  if (minuted !== undefined && (await standsIn(brought, minuted)) === undefined)
    refuse('collect.head', { path, unit: unit.code, head: shownHead(minuted), month: monthOf(brought) });
  if (known !== undefined && known.head !== head) await mustContinue(collection, known, of, unit.code);
  const copy = known === undefined ? undefined : await collection.state(known);
  const state =
    known === undefined ? 'first' : known.head !== head ? 'newer' : copy === 'whole' ? 'same' : 'restored';
  const line: CollectedLine = {
    unit: unit.code,
    file: path,
    state,
    month: monthOf(brought),
    head,
    operations,
    added: operations - (known?.operations ?? 0),
  };
  return { file, brought, unit, line };
}

/** The chain that was collected must be the beginning of the one that is brought. */
async function mustContinue(
  collection: Collection,
  known: CollectedBook,
  { file, brought }: Case,
  unit: string,
): Promise<void> {
  const before = await standsIn(brought, known.head);
  if (before !== undefined && before.operation === known.operations) return;
  const whole = (await collection.state(known)) === 'whole';
  const mine = whole
    ? await collection.read(known, async (reader) => ({
        older: await (await reader.periods()).sealedAt(brought.proof.head),
        last: (await reader.operations(1))[0]?.recordedAt,
      }))
    : undefined;
  const { head, recordedAt } = brought.proof;
  refuse(mine?.older === undefined ? 'collect.forked' : 'collect.older', {
    path: file.told,
    unit,
    head: shortHead(known.head),
    month: known.sealed?.month ?? '',
    day: dayOf(mine?.last ?? known.recordedAt),
    newHead: shortHead(head),
    newMonth: monthOf(brought),
    newDay: dayOf(recordedAt),
  });
}

/**
 * Copies first, then the chain that tells of them, both while nobody else can write the book; then those that were
 * replaced are taken away.
 */
async function takeIn(
  session: Session,
  collection: Collection,
  view: View,
  judged: readonly Judged[],
): Promise<void> {
  const fresh = judged.filter(({ line }) => line.state !== 'same');
  if (fresh.length === 0) return;
  let takeBack = () => {};
  try {
    await operate(session, 'collect', async (writer) => {
      // Somebody else may have collected since the books were judged.
      const now = await (await writer.collection()).collected();
      if (now.some((each) => view.known.every((was) => was.operation !== each.operation)))
        refuse('book.busy', { path: '', how: 'changed' });
      if (!session.dryRun) {
        collection.sweep(now);
        takeBack = collection.place(fresh.map(({ unit, brought }) => ({ unit: unit.code, brought })));
      }
      await writer.addCollected(
        fresh.map(({ unit, brought: { proof, code, sealed, digest } }) => ({
          unit,
          origin: proof.uuid,
          code,
          head: proof.head,
          operations: proof.operations,
          sealed,
          digest,
        })),
      );
    });
  } catch (error) {
    takeBack();
    throw error;
  }
  if (session.dryRun) return;
  const replaced = fresh.flatMap(({ unit, brought }) =>
    view.known.filter((each) => each.unit === unit.code && each.digest !== brought.digest),
  );
  collection.retire(replaced);
}

const standsIn = (brought: Brought, head: string) =>
  brought.read(async (reader) => (await reader.periods()).sealedAt(head));
const monthOf = ({ sealed }: Brought): Month | '' => sealed?.month ?? '';
const dayOf = (moment: string): Day => moment.slice(0, 10) as Day;
const shownHead = (head: string): string => (head.length === 64 ? head : shortHead(head));
