import { accessSync, constants, existsSync, readFileSync, readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import copies from '../../data/copies.json' with { type: 'json' };

type Env = Readonly<Record<string, string | undefined>>;

/** File systems whose files lie on another machine, by the type that the system gives them. */
const NETWORK = new Set(
  'nfs nfs4 cifs smb3 smbfs afs afpfs ceph davfs glusterfs lustre fuse.sshfs fuse.rclone fuse.davfs fuse.gvfsd-fuse fuse.glusterfs fuse.s3fs fuse.google-drive-ocamlfuse fuse.onedriver'.split(
    ' ',
  ),
);
/** A disk of the system that this one runs in: locks may not reach programs there. */
const HOST = new Set(['9p', 'drvfs', 'vboxsf', 'fuse.vmhgfs-fuse', 'virtiofs', 'prl_fs']);

export interface Mount {
  readonly type: string;
  readonly far: 'network' | 'host' | 'no';
}

/** What a path lies on, by the system's table of mounts (`/proc/mounts`); undefined where the table does not say. */
export function mountOf(table: string, path: string): Mount | undefined {
  const found = table
    .split('\n')
    .map((line) => line.split(' '))
    .map(([, at = '', type = '']) => ({ at: at.replace(/\\([0-7]{3})/g, octal), type }))
    // The last of equals covers the others.
    .reduce<{ at: string; type: string } | undefined>((best, each) => {
      const inside = each.at !== '' && (path === each.at || path.startsWith(each.at.replace(/\/?$/, '/')));
      return inside && each.at.length >= (best?.at.length ?? 0) ? each : best;
    }, undefined);
  if (found === undefined) return undefined;
  const { type } = found;
  return { type, far: NETWORK.has(type) ? 'network' : HOST.has(type) ? 'host' : 'no' };
}

const octal = (_: string, digits: string) => String.fromCharCode(Number(`0o${digits}`));

/** Windows: a share is written with two strokes; a drive that is mapped to one looks like any other. */
export function isShare(path: string): boolean {
  return /^(?:\\\\|\/\/)(?![?.][\\/])[^\\/]+[\\/]/.test(path) || /^\\\\\?\\UNC\\/i.test(path);
}

/** Programs that copy a folder to the cloud, by the names of the folders they make. */
const SERVICES: readonly (readonly [service: string, part: RegExp])[] = [
  ['OneDrive', /^OneDrive(?:$| ?-)/i],
  ['Google Drive', /^(?:Google ?Drive|GoogleDrive-.*|My Drive|\.shortcut-targets-by-id)$/i],
  ['Dropbox', /^Dropbox(?:$| \()/i],
  ['iCloud', /^(?:iCloud ?Drive|com~apple~CloudDocs|Mobile Documents)$/i],
  ['Box', /^(?:Box Sync|Box-Box)$/i],
  ['Nextcloud', /^Nextcloud$/i],
  ['Syncthing', /^Syncthing$/i],
];
/** Files that such programs leave in the folder they copy. */
const MARKERS: readonly (readonly [service: string, name: string])[] = [
  ['Dropbox', '.dropbox'],
  ['Dropbox', '.dropbox.cache'],
  ['Google Drive', '.tmp.drivedownload'],
  ['Google Drive', '.tmp.driveupload'],
  ['Nextcloud', '.sync_nextcloud.db'],
  ['Syncthing', '.stfolder'],
];

/** The service that copies a folder to the cloud; undefined where nothing shows that one does. */
export function syncedBy(folder: string, env: Env): string | undefined {
  const parts = folder.split(/[\\/]/);
  for (const [service, part] of SERVICES) if (parts.some((each) => part.test(each))) return service;
  const within = (root: string | undefined) =>
    root !== undefined && root !== '' && lower(folder).startsWith(lower(root.replace(/[\\/]*$/, '')));
  for (const name of ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer'])
    if (within(env[name])) return 'OneDrive';
  for (let at = folder; ; at = dirname(at)) {
    const marked = MARKERS.find(([, name]) => existsSync(join(at, name)));
    if (marked !== undefined) return marked[0];
    if (dirname(at) === at) return undefined;
  }
}

const lower = (path: string) => path.replaceAll('\\', '/').toLowerCase();

/** How programs that copy name a second copy of a file, after its own name. */
const COPIED = [
  /^ ?\(\d+\)$/,
  /conflict/i,
  /^-(?:DESKTOP|LAPTOP|PC|WIN)-[\w-]+(?:-\d+)?$/i,
  new RegExp(`^ ?- ?(?:${copies.after.join('|')})(?: \\(\\d+\\))?$`, 'i'),
  /^\.sync-conflict-/,
];

/** Other copies of the book in its folder, by their names: somebody may have written into them. */
export function copiesOf(book: string): string[] {
  const [ending, folder] = [extname(book), dirname(book)];
  const stem = basename(book, ending).normalize('NFC');
  return namesIn(folder).filter((name) => {
    const own = name.normalize('NFC');
    if (extname(own) !== ending || own === `${stem}${ending}`) return false;
    const plain = own.slice(0, -ending.length || undefined);
    if (copies.before.some((words) => plain === `${words} ${stem}`)) return true;
    return plain.startsWith(stem) && COPIED.some((each) => each.test(plain.slice(stem.length)));
  });
}

/** The journal that SQLite left beside the book when it was cut off while writing. */
export function journalOf(book: string): string | undefined {
  return ['-journal', '-wal'].map((tail) => `${book}${tail}`).find((path) => existsSync(path));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}

/** The nearest folder of a path that is there, by its real name. */
export function realFolder(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(at)) return realpathSync(at);
    if (dirname(at) === at) return at;
  }
}

export function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** The system's table of mounts, where it has one. */
export function mountTable(): string {
  try {
    return readFileSync('/proc/mounts', 'utf8');
  } catch {
    return '';
  }
}

/** A path without the name of whose it is: the home is `~`, and so is any folder that has the person's name. */
export function masked(path: string, env: Env, user: string): string {
  const homes = [env['HOME'], env['USERPROFILE']].filter((home) => home !== undefined && home.length > 1);
  const home = homes.find(
    (each) => path === each || path.startsWith(`${each}/`) || path.startsWith(`${each}\\`),
  );
  const begun = home === undefined ? path : `~${path.slice(home.length)}`;
  return begun
    .replace(/^((?:[A-Za-z]:)?[\\/](?:home|Users)[\\/])[^\\/]+/, '$1~')
    .split(/([\\/])/)
    .map((part) => (user !== '' && part.toLowerCase() === user.toLowerCase() ? '~' : part))
    .join('');
}
