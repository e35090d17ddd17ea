import { TABLES } from './schema.ts';
import { inMemory, type Sqlite } from './sqlite.ts';
import { TRIGGERS } from './triggers.ts';

/** Something of a book that is not as the program makes it: what it is, and the table it belongs to. */
interface Misshapen {
  /** `table`, `index`, `trigger` or `view`. */
  readonly kind: string;
  /** The program's own name of the table; empty where the program has no such table. */
  readonly name: string;
  readonly operation: 0;
}

interface Piece {
  readonly type: string;
  readonly name: string;
  readonly tbl_name: string;
  readonly sql: string | null;
}

/** What the query planner keeps for itself, made by `analyze`: it changes no answer. */
const PLANNER: ReadonlySet<string> = new Set([
  'CREATE TABLE sqlite_stat1(tbl,idx,stat)',
  'CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)',
]);

/**
 * The first table, index or trigger that a book has and a fresh one has not, or lacks, or has otherwise: a trigger that
 * somebody added would run at the next write, and one that is gone guards no row. Undefined where all are as they must
 * be. Some tens of milliseconds, so it belongs to a proof and not to every opening of a book.
 */
export function misshapen(sqlite: Sqlite): Misshapen | undefined {
  const fresh = inMemory();
  let wanted: readonly Piece[];
  try {
    fresh.exec(`begin; ${TABLES} ${TRIGGERS} commit`);
    wanted = piecesOf(fresh);
  } finally {
    fresh.close();
  }
  const found = piecesOf(sqlite);
  const [ours, theirs] = [new Set(wanted.map(asText)), new Set(found.map(asText))];
  const odd =
    found.find((piece) => !ours.has(asText(piece))) ?? wanted.find((piece) => !theirs.has(asText(piece)));
  // Twice the same is not as it was made, either.
  const piece = odd ?? (found.length === wanted.length ? undefined : found[0]);
  if (piece === undefined) return undefined;
  // What a stranger named may be any text: only our own names are told.
  const known = wanted.some(({ type, name }) => type === 'table' && name === piece.tbl_name);
  return { kind: kindOf(piece.type), name: known ? piece.tbl_name : '', operation: 0 };
}

function piecesOf(sqlite: Sqlite): Piece[] {
  return sqlite
    .prepare<[], Piece>('select type, name, tbl_name, sql from sqlite_schema order by type, name')
    .all()
    .filter(({ type, name, tbl_name, sql }) => {
      const planner = type === 'table' && tbl_name === name && sql?.startsWith(`CREATE TABLE ${name}(`);
      return !(planner === true && PLANNER.has(sql ?? ''));
    });
}

function asText({ type, name, tbl_name, sql }: Piece): string {
  return JSON.stringify([type, name, tbl_name, sql]);
}

function kindOf(type: string): string {
  return ['index', 'trigger', 'view'].includes(type) ? type : 'table';
}
