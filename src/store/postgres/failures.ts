import { refuse } from '../../domain/failure.ts';
import { codeOf } from '../patience.ts';

/** What the server could not be asked, or no more: nothing of it is the statement's doing. */
const UNREACHABLE =
  /^(?:08|57|25P0|53300|55000|E[A-Z_]+$|UNABLE_TO|CERT_|DEPTH_ZERO|SELF_SIGNED|ERR_(?:TLS|O?SSL))/;

const SERVER = /^PostgresError$/;

/** Whether the connection is gone, so that nobody knows what became of the last thing that was said. */
export function isLost(error: unknown): boolean {
  const code = codeOf(error, SERVER);
  return code !== undefined && UNREACHABLE.test(code);
}

/** Turns what PostgreSQL says into a failure with an exit code; anything else goes on as it is. */
export function serverFailure(error: unknown, path: string): unknown {
  const code = codeOf(error, SERVER);
  if (code === undefined) return error;
  try {
    if (/^(?:55P03|40001|40P01)$/.test(code)) refuse('book.busy', { path });
    if (isLost(error)) refuse('book.unreachable', { path, detail: code });
    if (/^(?:28|42501|25006)/.test(code)) refuse('book.denied', { path });
    if (/^(?:3D000|3F000|42P01)$/.test(code)) refuse('book.missing', { path });
    if (code === '53100') refuse('book.full', { path, room: undefined });
    if (/^(?:58|XX|53)/.test(code)) refuse('book.damaged', { path, detail: code });
    return error;
  } catch (failure) {
    return failure;
  }
}
