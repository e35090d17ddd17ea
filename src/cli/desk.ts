import { isAbsolute, join } from 'node:path';
import { dayOf, readDay, type Day } from '../domain/day.ts';
import { refuse } from '../domain/failure.ts';
import { MASKED, type Mask } from '../domain/mask.ts';
import type { Messages } from '../render/messages.ts';
import { onScreen } from '../render/screen.ts';
import type { Book, OperationHeader } from '../usecase/book.ts';
import type { Session } from '../usecase/session.ts';
import type { Desk, Remembered } from './command.ts';
import { readLockTimeout, variable } from './config.ts';
import type { Globals } from './globals.ts';
import type { Io } from './io.ts';
import { messagesFor } from './language.ts';
import { Progress } from './progress.ts';
import { isOnServer } from './book-address.ts';
import { libraryFor } from './wire.ts';

/** A clock that shows, as if it was UTC, what clocks in Vietnam do: UTC+7 all year. */
const vietnamese = (now: Date): Date => new Date(now.getTime() + 7 * 3600 * 1000);

/** The calendar day in Vietnam. */
export function todayIn(now: Date): Day {
  const local = vietnamese(now);
  const today = dayOf(local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate());
  return today ?? (readDay('1900-01-01') as Day);
}

/** Day and time in Vietnam to the second. `toISOString` would first look up where on earth this machine is. */
function momentIn(now: Date): string {
  const local = vietnamese(now);
  const clock = [local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()];
  return `${todayIn(now)}T${clock.map((each) => String(each).padStart(2, '0')).join(':')}+07:00`;
}

/** Where the book lies: as it was said, by the environment, or beside the person. */
export function bookPathOf(said: string | undefined, io: Io): string {
  const path = said ?? variable(io.env, 'book') ?? 'phucloi.db';
  if (isOnServer(path)) return path;
  return isAbsolute(path) ? path : join(io.cwd, path);
}

/** Where files of a book lie: beside it, or, where it is on a server, where the command is run. */
function besideOf(bookPath: string, io: Io): string {
  if (!isOnServer(bookPath)) return bookPath;
  const [, entity = 'phucloi'] = /[?&]entity=([^&]+)/.exec(bookPath) ?? [];
  return join(io.cwd, `${entity.replaceAll(/%..|[^\w.-]/g, '_')}.db`);
}

/** How many seconds a command waits where nobody says. */
const LOCK_TIMEOUT = 10;

/** How many seconds a command waits for another one that has the book. */
export function lockTimeoutOf(globals: Globals, io: Io): number {
  return globals.lockTimeout ?? readLockTimeout(variable(io.env, 'lockTimeout') ?? '') ?? LOCK_TIMEOUT;
}

/** What is different with a rehearsal and with the run after it; `opened` is told the book when it is opened. */
interface Run {
  readonly rehearses: boolean;
  /** The command needs private fields. */
  readonly unlocks: boolean;
  readonly remembered: Remembered;
  readonly opened: (book: Book) => void;
  readonly mask?: Mask | undefined;
}

/** What a command may use, by its options and the world. */
export async function deskFor(
  io: Io,
  globals: Globals,
  m: Messages,
  query: string,
  { rehearses, unlocks, remembered, opened, mask = MASKED }: Run,
): Promise<Desk> {
  const bookPath = bookPathOf(globals.book, io);
  const library = io.library ?? libraryFor(bookPath, io.env);
  const today = globals.today ?? todayIn(io.now);
  const actor = () => globals.actor ?? variable(io.env, 'actor') ?? io.user();
  // What a login proves is not said otherwise.
  const loggedIn = (login: string): string => {
    const said = globals.actor ?? variable(io.env, 'actor');
    return said === undefined || said === login ? login : refuse('role.actor', { actor: said, login });
  };
  const recordedAt = momentIn(io.now);
  const dryRun = globals.dryRun === true || rehearses;
  const asks = () => globals.noInput !== true && !globals.json && io.stdoutIsTerminal && io.stdinIsTerminal();
  const vi = await messagesFor('vi');
  const phrases: Session['phrases'] = (language) =>
    language === 'en' && m.language === 'en' ? m.phrases : vi.phrases;
  const work = new Progress(io, m, globals.quiet !== true && !globals.json);
  const { readOnly } = globals;
  const access = { work, patience: lockTimeoutOf(globals, io) * 1000, readOnly };
  let session: Session | undefined;
  const desk: Desk = {
    work,
    io,
    m,
    globals,
    bookPath,
    beside: besideOf(bookPath, io),
    library,
    access,
    query,
    today,
    asks,
    rehearses,
    remembered,
    phrases,
    header: (name): OperationHeader => ({ command: name, actor: actor(), recordedAt, dryRun }),
    session: async () => {
      if (session === undefined) {
        const book = await library
          .open(bookPath, access)
          .catch(async (error: unknown) => (await import('./backups.ts')).refuseMissing(error, desk));
        opened(book);
        if (unlocks && (await book.sealed())) await unlocked(book, desk);
        // From here on signals are heard: a draft that is begun is also taken away.
        await work.step(0);
        const login = book.roles?.login;
        session = {
          book,
          today,
          actor: login === undefined ? actor : () => loggedIn(login),
          recordedAt,
          dryRun,
          phrases,
          mask,
        };
      }
      return session;
    },
    say: (text) => {
      if (globals.quiet !== true && !globals.json) io.stderr(`${onScreen(text)}\n`);
    },
  };
  return desk;
}

/** Opens private fields before anything begins; a rehearsal's key serves the run after it. */
async function unlocked(book: Book, desk: Desk): Promise<void> {
  const { remembered, bookPath } = desk;
  const { askSecret } = await import('./secret.ts');
  remembered.keys.set(bookPath, await book.unlock(remembered.keys.get(bookPath) ?? (await askSecret(desk))));
}
