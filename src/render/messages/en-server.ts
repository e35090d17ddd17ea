import type { Refusals } from '../messages.ts';
import type { ServerDone } from './server.ts';
import { counted } from '../figures.ts';
import { UNPROVED, type serverFailures as VI } from './vi-server.ts';

const ADDRESS = 'An address looks like this: postgres://server/database?entity=CODE';

/** What stands in the way of a book on a server. */
export const serverFailures: Pick<Refusals['failures'], keyof typeof VI> = {
  'role.missing': ({ login }) => [
    `The server has no login ${login}.`,
    'Whoever looks after the server makes a login; then it can be given a book.',
    `Have them run: create role "${login}" login; then run this again.`,
  ],
  'role.none': ({ login }) => [
    `${login} has nothing to do in this book.`,
    'Only what was given in this book can be ended here; who reads every book, the owner of the server ends.',
    'See who may what: phucloi role list',
  ],
  'role.file': ({ path }) => [
    `${path} is a file, and knows no logins.`,
    'Whoever can open the file may read and write it; who may what is held on a server only.',
    'Keep the file where only the treasurer gets; or bring the book to a server: phucloi book copy postgres://…',
  ],
  'role.actor': ({ actor, login }) => [
    `The login is ${login}, and the command names ${actor} as who does it.`,
    'On a server it is the login who does it; nobody writes in the name of another.',
    'Leave out --actor (and PHUCLOI_ACTOR), or log in as that person.',
  ],
  'book.address': ({ what, name = '' }) => [
    {
      form: 'The address of the book on a server cannot be read.',
      password: 'The address of the book has a password in it.',
      option: `The address of the book has a part that is not known: ${name}.`,
      port: `The port in the address is no number: ${name}.`,
      schema: `The namespace (schema) cannot be used: ${name}.`,
      sslmode: `This way to protect the connection (sslmode) is not known: ${name}.`,
      service: `No service file has a section [${name}].`,
      encoding: `The database is in ${name}.`,
    }[what],
    {
      form: ADDRESS,
      password: 'A password stands in no address: whoever lists what runs can read it.',
      option:
        'Behind the ? stand only: host, port, user, dbname, service, sslmode, sslrootcert, sslcert, sslkey, schema, entity.',
      port: 'A port is a number, most often 5432.',
      schema: 'It has small letters, digits and _, and begins with a letter.',
      sslmode:
        'There are verify-full (over a network, unless said otherwise), verify-ca, require and disable.',
      service: 'Services stand in ~/.pg_service.conf, or in the file that PGSERVICEFILE names.',
      encoding: 'Vietnamese wants UTF8, which is chosen when a database is made.',
    }[what],
    what === 'password'
      ? 'Leave it out; write it into ~/.pgpass (PGPASSFILE), readable by you alone.'
      : 'Mend --book; whoever looks after the server knows its address.',
  ],
  'book.unreachable': ({ path, detail }) =>
    UNPROVED.test(detail)
      ? [
          `The server that keeps ${path} does not prove who it is (${detail}).`,
          'Over a network a server needs a certificate that this machine trusts, and a connection that nobody reads; nothing was written.',
          'Ask whoever looks after the server for its root certificate and add it to the address: sslrootcert=FILE',
        ]
      : [
          `The server that keeps ${path} cannot be reached (${detail}).`,
          'The server must run and the network must reach it; nothing was written.',
          'Run it again when the server is back: nothing is written twice. If it stays away, tell whoever looks after it.',
        ],
  'book.denied': ({ path }) => [
    `The server does not let this login in, or not do that with ${path}.`,
    'Everybody sees and writes only what was given to them; after a handover nothing any more.',
    "Look at the name and the password (~/.pgpass); if both are right, have the book's keeper give it to you: phucloi role grant …",
  ],
  'book.unsure': ({ path }) => [
    `The server that keeps ${path} went away in the middle of a write: whether it stands is not known.`,
    'Run it again only when it is certain that it was not written.',
    'When the server is back, look with: phucloi operation list',
  ],
  'book.engine': ({ path }) => [
    `${path} lies on a server: this command is for books that are files.`,
    "A server's books are backed up and restored by its own means; one entity can be taken out as a file.",
    'To bring a book from a file to the server or back: phucloi book copy …; see docs/scale.md',
  ],
  'entity.exists': ({ entity }) => [
    `The book on the server has ${entity} already.`,
    'Each code of an entity has one book.',
    'Use the one that is there (?entity=CODE in the address), or make one with another --code.',
  ],
  'entity.unknown': ({ entity, codes }) => [
    entity === ''
      ? 'The server has no book that this login may see.'
      : `The server has no book of ${entity} for this login.`,
    codes.length === 0 ? 'A book must have been given to this login.' : `It sees: ${codes.join(', ')}.`,
    "Name the entity by its code (?entity=CODE in the address, or PHUCLOI_ENTITY), or have the book's keeper give it to you.",
  ],
  'entity.unsaid': ({ codes }) => [
    `The book on the server has ${codes.length} entities, and none was named.`,
    'A command works with the book of one entity.',
    `Add ?entity=CODE to the address, or set PHUCLOI_ENTITY; codes: ${codes.slice(0, 10).join(', ')}${codes.length > 10 ? ' …' : ''}`,
  ],
};

/** What somebody may no more; `reads`: every book was given by the owner, and only the owner ends that. */
export const loginEnded = (login: string, reads = false): string =>
  reads
    ? `${login} keeps this book no more, and still reads every book: the owner of the server gave that, and only the owner ends it.`
    : `${login} can no longer open this book.`;

/** What was done with it. */
export const serverDone: ServerDone = {
  roleGranted: (a) =>
    `${a.login}: ${a.as}${a.unit === undefined ? '' : ` ${a.unit}`}.${a.ended === undefined ? '' : ` ${loginEnded(a.ended, a.reads)}`}`,
  roleRevoked: (a) => loginEnded(a.login, a.reads),
  bookCopied: (a) =>
    `Copied the book of ${a.entity} to ${a.to}: ${counted(a.entries, 'entry', 'entries')}, ${counted(a.operations, 'operation')}, and its chain holds.\nHead, of both: ${a.head}\nFrom now on write to one of them only: written to both, they become two books that nothing brings together again.`,
};

export const ROLE_COLUMNS = {
  login: 'Login',
  may: 'May',
  givenBy: 'Given by',
  givenOn: 'From',
};

/** What somebody is given to do, as it is said when it is given and in the list. */
export const ROLE_VALUES = {
  'role.treasurer': 'treasurer, keeps this book',
  'role.inspector': 'inspector, reads only',
  'role.sector': 'keeps this book and reads every one',
  'role.unit': 'looks after the people of',
  'may.keep': 'keeps the book',
  'may.look': 'reads',
  'may.lookAll': 'reads every book',
  'may.unit': 'sees the people of a unit',
};
