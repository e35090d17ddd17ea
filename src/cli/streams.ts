import { fstatSync, statSync, writeSync } from 'node:fs';

/** Where a command's words go, and whether a person reads them there as they come. */
export interface Output {
  readonly write: (text: string | Uint8Array) => void;
  readonly isTerminal: boolean;
}

/**
 * A standard stream of the process. Into a file, a pipe or nowhere it is written to directly: Node's own stream for it
 * takes longer to load than `balance` takes to answer. A terminal, or a pipe that is full, gets Node's stream.
 */
export function output(descriptor: 1 | 2): Output {
  const stream = () => (descriptor === 1 ? process.stdout : process.stderr);
  if (!isPlain(descriptor)) {
    return { write: (text) => void stream().write(text), isTerminal: stream().isTTY };
  }
  let blocked = false;
  const write = (text: string | Uint8Array) => {
    const bytes = typeof text === 'string' ? Buffer.from(text) : text;
    let at = 0;
    while (!blocked && at < bytes.length) {
      try {
        at += writeSync(descriptor, bytes, at);
      } catch (error) {
        if (!isFull(error)) throw error;
        blocked = true;
      }
    }
    if (at < bytes.length) stream().write(bytes.subarray(at));
  };
  return { write, isTerminal: false };
}

/** Devices that take bytes at once, or refuse them. */
const PLAIN_DEVICES = ['/dev/null', '/dev/full'];

function isPlain(descriptor: number): boolean {
  try {
    const status = fstatSync(descriptor);
    if (status.isFile() || status.isFIFO() || status.isSocket()) return true;
    return status.isCharacterDevice() && PLAIN_DEVICES.some((path) => status.rdev === statSync(path).rdev);
  } catch {
    return false;
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EAGAIN';
}
