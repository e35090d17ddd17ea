import { existsSync, readFileSync, statSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { ClientConfig } from 'pg';
import { refuse } from '../../domain/failure.ts';

/** Where a book on a server lies: how to get there, in which namespace, and whose accounts are meant. */
export interface Target {
  /** As it was said: what messages show. */
  readonly path: string;
  readonly settings: ClientConfig;
  readonly schema: string;
  /** The server's certificate is proved, and its name is not (`verify-ca`). */
  readonly anyName: boolean;
  readonly entity: string | undefined;
}

/** What the system says to every program. */
export type Env = Readonly<Record<string, string | undefined>>;

/** What may stand behind the `?`, as libpq names it; `schema` and `entity` are this program's. */
const KNOWN = new Set([
  'host',
  'port',
  'user',
  'dbname',
  'service',
  'sslmode',
  'sslrootcert',
  'sslcert',
  'sslkey',
  'schema',
  'entity',
]);

/** How long a server may take to let somebody in, and how long a silent line is trusted. */
const CONNECT_MS = 20_000;
const KEEP_ALIVE_MS = 30_000;

/** What the program reads by, whatever a login or a database is used to. */
const SESSION = [
  'bytea_output=hex',
  'standard_conforming_strings=on',
  'row_security=on',
  'client_min_messages=warning',
  'lock_timeout=10s',
];

const SCHEMA = /^[a-z_][a-z0-9_]{0,62}$/;

/**
 * Reads an address `postgres://[user@][host][:port]/[database][?…]`. Words that open anything stand in no address: it is
 * seen in lists of processes and kept in histories. What is not said comes of a service file, then of the environment, as
 * with every PostgreSQL program; passwords of PGPASSFILE.
 */
export function targetOf(address: string, env: Env): Target {
  const parts = partsOf(address);
  const said = parts.options;
  for (const name of said.keys()) if (!KNOWN.has(name)) refuse('book.address', { what: 'option', name });
  const service = serviceOf(said.get('service') ?? env['PGSERVICE'], env);
  const of = (name: string, variable: string, inAddress = ''): string | undefined =>
    [inAddress, said.get(name), service.get(name), env[variable]].find((value) => (value ?? '') !== '');
  const host = of('host', 'PGHOST', parts.host);
  const port = of('port', 'PGPORT', parts.port);
  if (port !== undefined && (!/^\d{1,5}$/.test(port) || Number(port) > 65_535))
    refuse('book.address', { what: 'port', name: port });
  const user = of('user', 'PGUSER', parts.user) ?? userInfo().username;
  const schema = said.get('schema') ?? 'phucloi';
  if (!SCHEMA.test(schema)) refuse('book.address', { what: 'schema', name: schema });
  const password = service.get('password') ?? env['PGPASSWORD'];
  return {
    path: address,
    settings: {
      user,
      database: of('dbname', 'PGDATABASE', parts.database) ?? user,
      host: host ?? SOCKETS.find((folder) => existsSync(folder)) ?? 'localhost',
      port: Number(port ?? '5432'),
      ssl: tlsOf(host, (name, variable) => of(name, variable)),
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
      connectionTimeoutMillis: CONNECT_MS,
      application_name: 'phucloi',
      options: [`search_path=${schema}`, ...SESSION].map((each) => `-c ${each}`).join(' '),
      ...(password === undefined ? {} : { password }),
    },
    schema,
    anyName: of('sslmode', 'PGSSLMODE') === 'verify-ca',
    entity: said.get('entity') ?? env['PHUCLOI_ENTITY'],
  };
}

/** Where Debian's PostgreSQL, and one that was built by hand, have their sockets. */
const SOCKETS = ['/var/run/postgresql', '/tmp'];

/** As libpq reads it: a person and no server is what `URL` would refuse. */
const ADDRESS =
  /^postgres(?:ql)?:\/\/(?:(?<user>[^:@/?]*)(?<password>:[^@/?]*)?@)?(?<host>\[[^\]]*\]|[^:/?]*)(?::(?<port>[^/?]*))?(?:\/(?<database>[^?]*))?(?:\?(?<options>.*))?$/i;

function partsOf(address: string) {
  const { user, password, host, port, database, options } =
    ADDRESS.exec(address)?.groups ?? refuse('book.address', { what: 'form' });
  if (password !== undefined) refuse('book.address', { what: 'password' });
  try {
    const [own, server, name] = [user, host, database].map((part) => decodeURIComponent(part ?? ''));
    return {
      user: own,
      host: server?.replace(/^\[(.*)\]$/, '$1'),
      port,
      database: name,
      options: new Map(new URLSearchParams(options)),
    };
  } catch {
    return refuse('book.address', { what: 'form' });
  }
}

/**
 * Over a network what a server says of itself is proved, and nobody reads along, unless the address says otherwise;
 * over a socket there is no network. Modes are libpq's.
 */
function tlsOf(
  host: string | undefined,
  of: (name: string, variable: string) => string | undefined,
): ClientConfig['ssl'] {
  const local =
    host === undefined || host.startsWith('/') || ['localhost', '127.0.0.1', '::1'].includes(host);
  const mode = of('sslmode', 'PGSSLMODE') ?? (local ? 'disable' : 'verify-full');
  if (mode === 'disable') return false;
  if (!['require', 'verify-ca', 'verify-full'].includes(mode))
    refuse('book.address', { what: 'sslmode', name: mode });
  const file = (name: string, variable: string) => {
    const path = of(name, variable);
    if (path === undefined) return undefined;
    if (!(statSync(path, { throwIfNoEntry: false })?.isFile() ?? false)) refuse('file.missing', { path });
    return readFileSync(path, 'utf8');
  };
  const ca = file('sslrootcert', 'PGSSLROOTCERT');
  const [cert, key] = [file('sslcert', 'PGSSLCERT'), file('sslkey', 'PGSSLKEY')];
  return {
    rejectUnauthorized: mode !== 'require',
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
  };
}

/** What a service file says of a service: the person's own first, then the machine's. */
function serviceOf(name: string | undefined, env: Env): ReadonlyMap<string, string> {
  if (name === undefined) return new Map();
  const files = [
    env['PGSERVICEFILE'] ?? join(homedir(), '.pg_service.conf'),
    join(env['PGSYSCONFDIR'] ?? '/etc/postgresql-common', 'pg_service.conf'),
  ];
  for (const path of files) {
    if (!existsSync(path)) continue;
    let inside = false;
    const found = new Map<string, string>();
    for (const line of readFileSync(path, 'utf8')
      .split('\n')
      .map((each) => each.trim())) {
      if (line.startsWith('[')) inside = line === `[${name}]`;
      const [, key, value] = /^([a-z_]+)\s*=\s*(.*)$/.exec(line) ?? [];
      if (inside && key !== undefined) found.set(key, value ?? '');
    }
    if (found.size > 0) return found;
  }
  return refuse('book.address', { what: 'service', name });
}
