/** What a login may do: keep a book, look at it (at every book of the server: `all`), or look after one unit's people. */
type RoleKind = 'keep' | 'look' | 'unit';

/** What a login was given, by whom, and until when; moments as the server tells them. */
export interface RoleView {
  readonly login: string;
  readonly kind: RoleKind;
  readonly all: boolean;
  readonly unit: string | undefined;
  readonly givenBy: string;
  readonly givenAt: string;
  readonly endedBy: string | undefined;
  readonly endedAt: string | undefined;
}

export interface RoleDraft {
  readonly login: string;
  readonly kind: RoleKind;
  readonly all?: boolean | undefined;
  /** The key of the unit that is looked after. */
  readonly unit?: number | undefined;
}

/** Who may what in a book on a server, held by the server. */
export interface Roles {
  /** The login that is bound by what it was given; undefined for the owner of the tables, who is bound by nothing. */
  readonly login: string | undefined;
  list(): Promise<readonly RoleView[]>;
  /**
   * Ends what some logins may do in this book, and gives others theirs: all of it, or in a rehearsal nothing. One that was
   * given nothing here is refused. `reading`: who of those that ended reads every book still, as only the owner ends.
   */
  change(
    change: { readonly ended: readonly string[]; readonly given: readonly RoleDraft[] },
    dryRun: boolean,
  ): Promise<{ readonly reading: readonly string[] }>;
}
