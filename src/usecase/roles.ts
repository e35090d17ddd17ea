import { refuse } from '../domain/failure.ts';
import type { RoleDraft, Roles, RoleView } from './port/roles.ts';
import { unitBy, type Session } from './session.ts';

/** What somebody is given to do, as a union says it. */
export const ROLE_NAMES = ['treasurer', 'inspector', 'sector', 'unit'] as const;
type RoleName = (typeof ROLE_NAMES)[number];

/** What of it one entity is asked about; the sector's is two things. */
const KIND = { treasurer: 'keep', inspector: 'look', unit: 'unit' } as const;

/** A book on a server; a file knows no logins. */
function rolesOf({ book }: Session, path: string): Roles {
  return book.roles ?? refuse('role.file', { path });
}

export interface GrantInput {
  readonly login: string;
  readonly as: RoleName;
  /** Of `unit`: whose people are looked after. */
  readonly unit: string | undefined;
  /** Of `inspector`: every book of the server, and not this one alone. */
  readonly all: boolean;
  /** Who did it so far, and may nothing any more from here on. */
  readonly insteadOf: string | undefined;
}

export interface RoleChange {
  readonly login: string;
  readonly as: RoleName;
  readonly unit?: string;
  readonly ended?: string;
  /** Whoever ended reads every book still. */
  readonly reads?: true;
}

/** Gives a login what it may do; with `insteadOf` another one's ends in the same moment, as at a handover. */
export async function grantRole(session: Session, path: string, input: GrantInput): Promise<RoleChange> {
  const roles = rolesOf(session, path);
  const { login, as, insteadOf } = input;
  if ((as === 'unit') !== (input.unit !== undefined))
    refuse('usage.missing', { option: as === 'unit' ? '--unit' : '--as unit' });
  if (input.all && as !== 'inspector') refuse('usage.conflict', { options: ['--all', `--as ${as}`] });
  if (insteadOf === login) refuse('usage.conflict', { options: [login, '--instead-of'] });
  const unit =
    input.unit === undefined
      ? undefined
      : await session.book.read((reader) => unitBy(reader, input.unit ?? ''));
  const given: readonly RoleDraft[] =
    as === 'sector'
      ? [
          { login, kind: 'keep' },
          { login, kind: 'look', all: true },
        ]
      : [{ login, kind: KIND[as], all: input.all, unit: unit?.id }];
  const ended = insteadOf === undefined ? [] : [insteadOf];
  const { reading } = await roles.change({ ended, given }, session.dryRun);
  return {
    login,
    as,
    ...(unit === undefined ? {} : { unit: unit.code }),
    ...(insteadOf === undefined ? {} : { ended: insteadOf }),
    ...(reading.length === 0 ? {} : { reads: true }),
  };
}

/** Ends all that a login may do in this book. */
export async function revokeRole(
  session: Session,
  path: string,
  login: string,
): Promise<{ login: string; reads?: true }> {
  const { reading } = await rolesOf(session, path).change({ ended: [login], given: [] }, session.dryRun);
  return { login, ...(reading.length === 0 ? {} : { reads: true }) };
}

/** Who may what in this book, and who could. */
export async function listRoles(session: Session, path: string): Promise<readonly RoleView[]> {
  return rolesOf(session, path).list();
}
