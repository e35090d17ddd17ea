import { existsSync, statSync } from 'node:fs';
import { arch, freemem, platform, totalmem } from 'node:os';
import { basename, dirname } from 'node:path';
import manifest from '../../../package.json' with { type: 'json' };
import { shortHead } from '../../domain/form.ts';
import type { Failure } from '../../domain/failure.ts';
import { dataPath } from '../../files/data.ts';
import {
  copiesOf,
  isShare,
  isWritable,
  journalOf,
  masked,
  mountOf,
  mountTable,
  realFolder,
  syncedBy,
} from '../../files/machine.ts';
import { roomOn } from '../../files/room.ts';
import { cacheFolder, stateFolder } from '../../files/places.ts';
import type { DoctorTexts } from '../../render/messages/doctor.ts';
import type { ThreeParts } from '../../render/messages.ts';
import type { PrivateState } from '../../usecase/book.ts';
import { isOnServer } from '../book-address.ts';
import { backupsOf } from '../backups.ts';
import { drilled, type Drill } from '../drill.ts';
import { flag, text } from '../options.ts';
import { ailmentsIn, charsetOf, type Ailment, type Seen } from '../ailments.ts';
import { command, isRefusal, type Desk } from '../command.ts';
import { refusalsFor } from '../language.ts';
import { starter } from '../starter.ts';

const FONTS = ['Regular', 'Bold', 'Italic', 'BoldItalic'].map((cut) => `fonts/LiberationSerif-${cut}.ttf`);

export const { start, commandFor } = starter(
  command({
    name: 'doctor',
    args: [],
    rows: ['findings'],
    unconfigured: true,
    options: { drill: flag(), identity: text('FILE') },
    examples: ['doctor', 'doctor --drill', 'doctor --json', 'doctor --book so/phucloi.db'],
    answer: {
      version: 'text',
      node: 'text',
      platform: 'text',
      paths: [{ place: 'text', path: 'text', exists: 'boolean' }],
      'book?': {
        bytes: 'integer',
        schema: 'integer',
        operations: 'integer',
        head: 'text',
        private: 'text',
        'closed?': { month: 'text', at: 'day' },
      },
      'backup?': { file: 'text', at: 'day' },
      'drill?': {
        file: 'text',
        at: 'day',
        operations: 'integer',
        newer: 'integer',
        head: 'text',
        digest: 'boolean',
      },
      'disk?': { free: 'integer', total: 'integer', type: 'text' },
      memory: { total: 'integer', free: 'integer' },
      'terminal?': { columns: 'integer', rows: 'integer', colours: 'boolean', charset: 'text' },
      clock: { zone: 'text', ahead: 'integer' },
      findings: [
        { code: 'text', severity: 'text', refused: 'text', holds: 'text', remedy: 'text', facts: 'any' },
      ],
    },
    async run(desk, { options }) {
      const { env, columns, rows, stdoutIsTerminal } = desk.io;
      const hide = (path: string) => masked(path, env, desk.io.user());
      const folder = realFolder(dirname(desk.beside));
      const size = statSync(desk.beside, { throwIfNoEntry: false })?.size ?? 0;
      const mount = mountOf(mountTable(), folder);
      const room = roomOn(folder);
      const clock = zoneOf(desk.io.now);
      const charset = charsetOf(env, platform());
      // Before the book is opened: that mends what a journal is left of.
      const journal = journalOf(desk.beside);
      const opened = await lookInto(desk);
      const seen: Seen = {
        folder: { path: hide(folder), writable: isWritable(folder), share: isShare(desk.beside) },
        mount,
        synced: syncedBy(folder, env),
        copies: copiesOf(desk.beside),
        journal: journal === undefined ? undefined : basename(journal),
        sound: opened.book?.sound,
        size,
        free: room?.free,
        missingFonts: FONTS.filter((name) => !hasData(name)),
        memory: totalmem(),
        charset,
        columns: stdoutIsTerminal ? columns : undefined,
        clock,
      };
      const texts = await textsFor(desk.m.language);
      const { drill, ailments, ...tried }: Awaited<ReturnType<typeof drilled>> =
        options.drill && opened.book !== undefined ? await drilled(desk, options.identity) : { ailments: [] };
      const findings = [
        ...(opened.failure === undefined ? [] : [await refused(opened.failure, desk, hide)]),
        ...(await Promise.all(unsealed(opened.book?.private).map((failure) => refused(failure, desk, hide)))),
        ...(tried.failure === undefined ? [] : [await refused(tried.failure, desk, hide)]),
        ...ailments.map((each) => told(each, texts)),
        ...ailmentsIn(seen).map((each) => told(each, texts)),
      ];
      const [cache, state] = [cacheFolder(env), stateFolder(env)];
      const paths = [
        { place: 'book' as const, path: desk.bookPath },
        ...(desk.io.config?.files ?? []).map(({ path }) => ({ place: 'config' as const, path })),
        ...(cache === undefined ? [] : [{ place: 'cache' as const, path: cache }]),
        ...(state === undefined ? [] : [{ place: 'state' as const, path: state }]),
        ...(hasData('fonts') ? [{ place: 'data' as const, path: dirname(dataPath('fonts')) }] : []),
      ].map((each) => ({
        ...each,
        path: hide(each.path),
        // What lies on a server is there where it opens.
        exists: isOnServer(each.path) ? opened.book !== undefined : existsSync(each.path),
      }));
      const [backup] = backupsOf(desk).map(({ file, at }) => ({ file, at: at.slice(0, 10) }));
      const { sound: _, ...book } = opened.book ?? { sound: false };
      const data = {
        version: manifest.version,
        node: process.versions.node,
        platform: `${platform()} ${arch()}`,
        paths,
        ...('head' in book ? { book: { bytes: size, ...book } } : {}),
        ...(backup === undefined ? {} : { backup }),
        ...(drill === undefined ? {} : { drill }),
        ...(room === undefined ? {} : { disk: { ...room, type: mount?.type ?? '' } }),
        memory: { total: totalmem(), free: freemem() },
        ...(stdoutIsTerminal
          ? { terminal: { columns: columns ?? 80, rows: rows ?? 24, colours: coloured(env), charset } }
          : {}),
        clock,
        findings,
      };
      return {
        data,
        exit: findings.some(({ severity }) => severity !== 'note') ? 1 : 0,
        text: () => said(data, texts),
      };
    },
  }),
);

/** What a run of the command has found; the text and `--json` tell the same. */
interface Told {
  readonly version: string;
  readonly node: string;
  readonly platform: string;
  readonly paths: readonly {
    readonly place: 'book' | 'config' | 'cache' | 'state' | 'data';
    readonly path: string;
    readonly exists: boolean;
  }[];
  readonly book?: Parameters<DoctorTexts['book']>[0] & {
    readonly private: PrivateState;
    readonly closed?: Parameters<DoctorTexts['closed']>[0];
  };
  readonly backup?: Parameters<DoctorTexts['backup']>[0];
  readonly drill?: Drill;
  readonly disk?: Parameters<DoctorTexts['disk']>[0];
  readonly memory: Parameters<DoctorTexts['memory']>[0];
  readonly terminal?: Parameters<DoctorTexts['terminal']>[0];
  readonly clock: { readonly zone: string; readonly ahead: number };
  readonly findings: readonly Finding[];
}

interface Finding {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly refused: string;
  readonly holds: string;
  readonly remedy: string;
  readonly facts: object;
}

/** Where the book cannot be opened, the refusal that every other command would give is the finding. */
async function lookInto(desk: Desk) {
  if (!isOnServer(desk.bookPath) && !existsSync(desk.bookPath)) return {};
  try {
    const { book } = await desk.session();
    const health = await book.health();
    return {
      book: await book.read(async (reader) => {
        const head = Buffer.from(await reader.head()).toString('hex');
        const periods = await reader.periods();
        // A month that was opened again counts as open; a lock is of a month that is closed.
        const events = (await periods.events()).filter(({ kind }) => kind !== 'lock');
        const state = new Map(events.map((event) => [event.month, event]));
        const last = [...state.values()].findLast(({ kind }) => kind === 'close');
        return {
          ...health,
          operations: (await periods.sealedAt(head))?.operation ?? 0,
          head: shortHead(head),
          private: await (await reader.benefits()).privateState(),
          ...(last === undefined ? {} : { closed: { month: last.month, at: last.recordedAt.slice(0, 10) } }),
        };
      }),
    };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { failure: error.failure };
  }
}

/** A key of private fields that is missing or was altered: what every command that needs it would say. */
function unsealed(state: PrivateState | undefined): Failure[] {
  if (state === 'open') return [{ code: 'private.state', facts: { state } }];
  return state === 'damaged' ? [{ code: 'private.damaged', facts: { what: 'key' } }] : [];
}

async function refused(failure: Failure, desk: Desk, hide: (path: string) => string): Promise<Finding> {
  const { facts: plain } = failure;
  const facts =
    'path' in plain && typeof plain.path === 'string' ? { ...plain, path: hide(plain.path) } : plain;
  const saidBy = (await refusalsFor(desk.m.language)).failures[failure.code] as (f: object) => ThreeParts;
  return { ...threeOf(saidBy(facts)), code: failure.code, severity: 'error', facts };
}

function told({ code, severity, facts }: Ailment, texts: DoctorTexts): Finding {
  const say = texts.ailments[code] as (facts: object) => ThreeParts;
  return { ...threeOf(say(facts)), code, severity, facts };
}

const threeOf = ([refused, holds, remedy]: ThreeParts) => ({ refused, holds, remedy });

function said(data: Told, texts: DoctorTexts): string {
  const { labels } = texts;
  const { book, backup, drill, disk, terminal, findings } = data;
  const width = Math.max(...Object.values(labels).map((label) => label.length)) + 2;
  const line = (label: string, text: string) => `${`${label}:`.padEnd(width)}${text}`;
  const more = (text: string) => `${' '.repeat(width)}${text}`;
  const count = (severity: string) => findings.filter((each) => each.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  return [
    line(labels.version, `phucloi ${data.version}, Node ${data.node}`),
    line(labels.platform, data.platform),
    ...data.paths.flatMap(({ place, path, exists }) => [
      line(labels[place], exists ? path : `${path} (${texts.absent})`),
      ...(place === 'book' && book !== undefined ? [more(texts.book(book))] : []),
      ...(place === 'book' && book?.closed !== undefined ? [more(texts.closed(book.closed))] : []),
      ...(place === 'book' && book !== undefined ? [more(texts.private[book.private])] : []),
      ...(place === 'book' && backup !== undefined ? [more(texts.backup(backup))] : []),
      ...(place === 'book' && drill !== undefined ? [more(texts.drill(drill))] : []),
    ]),
    ...(disk === undefined ? [] : [line(labels.disk, texts.disk(disk))]),
    line(labels.memory, texts.memory(data.memory)),
    line(labels.terminal, terminal === undefined ? texts.piped : texts.terminal(terminal)),
    line(labels.clock, data.clock.zone),
    ...findings.flatMap(({ severity, refused, holds, remedy }) => [
      '',
      `${texts.severities[severity]}: ${refused}`,
      `  ${holds}`,
      `  ${remedy}`,
    ]),
    '',
    errors + warnings === 0 ? texts.sound : texts.found({ errors, warnings }),
  ].join('\n');
}

function hasData(name: string): boolean {
  try {
    dataPath(name);
    return true;
  } catch (error) {
    if (isRefusal(error)) throw error;
    return false;
  }
}

function zoneOf(now: Date): { zone: string; ahead: number } {
  return { zone: Intl.DateTimeFormat().resolvedOptions().timeZone, ahead: -now.getTimezoneOffset() };
}

const coloured = (env: Readonly<Record<string, string | undefined>>) =>
  (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';

async function textsFor(language: 'vi' | 'en'): Promise<DoctorTexts> {
  return language === 'en'
    ? (await import('../../render/messages/en-doctor.ts')).en
    : (await import('../../render/messages/vi-doctor.ts')).vi;
}
